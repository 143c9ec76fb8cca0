"""Rewords reports as a careless desk would: other words, other order, paragraphs cut. No model is needed.

`light` swaps common words and phrases for others that mean the same. `strong` also puts who said it before
what was said, parts long sentences, lets the paragraphs after the first change places, and cuts some.
What it makes reads badly here and there, and keeps names, numbers, days and quoted words, as rewriters do.

No swap says another thing: 'called' and 'asked' stay, as both ask for something or do not, as the case may be; so do
'state' of state-run, 'million', 'last year', a 'strike' of whichever kind. Nor is anything swapped in words with
a hyphen, or in what may be a quotation: between single quotation marks, and from a mark that its paragraph does not
close to the paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SWAPS = """
about=around; according to=in the words of; across=throughout; added=went on; after=following; ago=earlier;
agreed=consented; aid=help; allow=let; almost=nearly; also=too; although=though; amid=during; announced=made known;
anger=fury; angry=furious; arrested=detained; attack=assault; attacks=assaults; before=ahead of;
began=started; behind=after; believe=think; big=large; bought=purchased; brought=took; build=construct; but=yet;
car=vehicle; carried out=conducted; caused=led to; chief=head; children=youngsters; city=town;
claimed=maintained; close to=near; company=firm; concerned=worried; confirmed=verified; country=nation;
crisis=emergency; damage=harm; damaged=harmed; decided=resolved; decision=ruling;
demanded=insisted on; despite=in spite of; died=lost their lives; difficult=hard; during=in the course of;
end=close; ended=closed; enough=sufficient; ensure=make sure; expected=likely;
explained=made clear; fears=worries; fell=dropped; fight=battle; figures=numbers; final=last; fire=blaze;
first=initial; forced=compelled; former=ex; found=discovered; give=hand; government=cabinet; group=organisation;
growing=rising; had to=needed to; happened=took place; help=assist; high=steep; home=house; hope=wish;
however=still; huge=enormous; hurt=injured; important=significant; in order to=so as to; increase=rise;
increased=rose; injured=hurt; inquiry=investigation; instead of=rather than; investigation=inquiry;
large=big; last=past; later=afterwards; launched=started; law=statute; leader=head;
likely=probable; living=dwelling; local=regional; long=lengthy; made=produced; major=big; many=numerous;
meeting=session; members=representatives; might=could; money=funds; more than=over; most=the majority of;
move=step; near=close to; need=require; new=fresh; news=word; number=figure; officers=policemen; official=functionary;
officials=authorities; often=frequently; on board=aboard; only=just; opened=began; ordered=instructed; over=above;
part=portion; people=persons; percent=per cent; plan=scheme; plans=intends; police=officers; problem=difficulty;
put=placed; quickly=rapidly; reached=came to; reported=recorded; rescue=save; residents=inhabitants; rise=increase;
rose=climbed; said=stated; saw=noticed; says=states; several=a number of; show=indicate; showed=indicated;
since=from; small=little; so far=until now; soldiers=troops; some=certain; soon=before long; spoke=talked;
start=begin; started=began; statement=declaration; still=yet; stop=halt; stopped=halted;
strong=powerful; such as=like; taken=brought; talks=negotiations;
tell=inform; the area=the region; told=informed; took=brought; town=city;
tried=attempted; trip=journey; under=below; until=till; wanted=wished; warned=cautioned;
was able to=could; way=manner; went=travelled; while=as; without=lacking; won=gained;
workers=employees; young=youthful
"""
SWAPS = dict(pair.strip().split("=") for pair in _SWAPS.replace("\n", " ").split(";"))
_QUOTED = re.compile(
    r"""("[^"\n]*(?:"|(?=\n|\Z))|“[^”\n]*(?:”|(?=\n|\Z))|(?<![\w’'])['‘](?=\w)[^\n]*[\w.,!?]['’](?!\w))"""
)
_SWAPPED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted(map(re.escape, SWAPS), key=len, reverse=True))
    + r")(?![\w-]|['’]s)"
)
_SAID = re.compile(
    r"(?P<what>[^.!?\"“”]{25,}), (?P<who>(?:[\w'’-]+ ){1,8}?)(?P<cue>said|says|stated|states)\."
)
_SENTENCE = re.compile(r"(?<=[.!?][\"”]) (?=[A-Z\"“])|(?<=[.!?]) (?=[A-Z\"“])")


def light(text: str) -> str:
    """Every other swap that can be made, outside quotation marks."""
    return _outside(text, _swapper(2))


def strong(text: str) -> str:
    """Every swap, turned attributions, parted sentences, paragraphs moved, every fourth cut."""
    told = _outside(_turned(text), _swapper(1))
    told = _outside(told, lambda part: part.replace(", and ", ". And ").replace("; ", ". "))
    first, *rest = _paragraphs(told)
    kept = [p for n, p in enumerate(rest) if n % 4 != 3]
    moved = [p for pair in zip(kept[1::2], kept[::2], strict=False) for p in pair]
    moved += kept[len(moved) :]
    return "\n\n".join([first, *moved])


def cut(text: str) -> str:
    """The first two thirds of the paragraphs, one swap in three."""
    paragraphs = _paragraphs(text)
    kept = paragraphs[: max(1, len(paragraphs) * 2 // 3)]
    return _outside("\n\n".join(kept), _swapper(3))


def _swapper(every: int) -> Callable[[str], str]:
    """Swaps the first of every so many words that can be swapped."""
    count = 0

    def swap(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return SWAPS[match.group()] if count % every == 0 else match.group()

    return lambda part: _SWAPPED.sub(swap, part)


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Changes what stands outside quotation marks."""
    parts = _QUOTED.split(text)
    return "".join(part if n % 2 else change(part) for n, part in enumerate(parts))


def _turned(text: str) -> str:
    """'It rained, she said.' becomes 'She said that it rained.', names keeping their capitals."""
    return _SAID.sub(
        lambda m: (
            f" {m['who'][:1].upper()}{m['who'][1:].strip()} {m['cue']} that {m['what'].strip()}."
        ),
        text,
    )


def _paragraphs(text: str) -> list[str]:
    """By blank lines; where there are none by lines, and of one long line by three sentences."""
    for gap in ("\n\n", "\n"):
        found = [p.strip() for p in text.split(gap) if p.strip()]
        if len(found) > 2:
            return found
    sentences = _SENTENCE.split(text)
    return [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)] or [text]
