"""One utterance, quoted in words that differ in a way that matters, or given to different speakers.

Only what stands in quotation marks is compared. That one article quotes less of it than another is no
difference; words put in, taken out or exchanged in between are: first of all numbers and negations.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.sides import Side, differing, quoted
from dragoman.resources import load_json
from dragoman.types import Discrepancy, EntityPassage, Passage, Quotation, QuotationGroup, Span

LIKE = 0.6
"""Least share of words that two wordings have in common to be two wordings of one utterance; below it
they are taken for two passages of one speech. Set on the 44 collections of news articles."""

SHORTEST = 4
"""Least words of a wording to be compared."""

_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*|\.{3}|…|[\[(]")
MARKS = "“”\"«»„‘’' ,"
"""Quotation marks and what else stands at the ends of quoted words."""

AROUND = 7
"""Words shown on either side of a difference."""

SPELLING = 0.7
"""Likeness of two spellings of one name: 'Saeunn' for 'Sæunn', 'Thorgrimsdottir' for 'Þorgrímsdóttir'."""

SAME_WORD = 0.75
"""Likeness of two forms or spellings of one word: 'death' and 'deaths', 'askin' and 'asking'."""

_CAPITAL = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")
_QUOTED = re.compile(r"[“\"«„](.+?)(?:[”\"»]|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wording:
    """The quoted words of one quotation: as printed, as compared, and where each stands in the print."""

    quotation: Quotation
    text: str
    words: tuple[str, ...]
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Where two wordings differ: the words that matter, and their ranges in both."""

    words: tuple[str, ...]
    one: Span
    other: Span


def wordings(context: Context) -> Iterator[Discrepancy]:
    """The utterances that articles quote in different words."""
    for group in context.joined(QuotationGroup):
        found = [w for q in _quotations(context, group) if (w := wording(context, q))]
        versions = _versions(context, found)
        sides = _sides(context, versions) if len(versions) > 1 else []
        opening = f"One statement{_speaker(context, versions)} is quoted in different words"
        yield from differing("quotation", group.id, opening, sides)


def _quotations(context: Context, group: QuotationGroup) -> list[Quotation]:
    return [context.quotations[q] for q in sorted(group.quotations) if q in context.quotations]


def wording(context: Context, quotation: Quotation) -> Wording | None:
    """The words in quotation marks of a quotation; None where there are fewer than `SHORTEST`."""
    parts = [_marked(context, quotation, p) for p in quotation.content]
    text = " … ".join(part.strip(MARKS) for part in parts if part)
    found = list(_WORD.finditer(text))
    if len(found) < SHORTEST:
        return None
    places = tuple(Span(*m.span()) for m in found)
    return Wording(quotation, text, tuple(_folded(m[0]) for m in found), places)


def differ_in_words(one: Quotation, other: Quotation) -> bool:
    """Whether two reports of one utterance, both in quotation marks, differ in words that matter."""
    if "indirect" in (one.kind, other.kind):
        return False
    first, second = (
        _compared(" ".join(_printed(p, q.kind) for p in q.content)) for q in (one, other)
    )
    return bool(changes(first, second))


def _printed(passage: Passage, kind: str) -> str:
    return passage.text if kind == "direct" else " ".join(_QUOTED.findall(passage.text))


def _compared(text: str) -> tuple[str, ...]:
    return tuple(_folded(m[0]) for m in _WORD.finditer(text))


def _marked(context: Context, quotation: Quotation, passage: Passage) -> str:
    """The part of a passage that stands in quotation marks."""
    if quotation.kind == "direct" or context.is_quoted(quotation.article, _inner(passage)):
        return passage.text
    return " ".join(_QUOTED.findall(passage.text))


def _inner(passage: Passage) -> Span:
    """The passage without the marks around it."""
    left = len(passage.text) - len(passage.text.lstrip("“\"«„‘' "))
    right = len(passage.text.rstrip("”\"»’' ,.;:!?"))
    return Span(passage.span.start + left, passage.span.start + max(left, right))


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(c for c in bare if not unicodedata.combining(c))
    return _same_words().get(plain, plain)


@cache
def _same_words() -> dict[str, str]:
    """Each word that has another form to its first form: numbers in words, spellings, contractions."""
    groups: list[list[str]] = load_json("discrepancy.json")["same_words"]
    return {word: group[0] for group in groups for word in group}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load_json("discrepancy.json")[name])


def _versions(context: Context, found: Sequence[Wording]) -> list[list[Wording]]:
    """Wordings in groups that say the same; the longest of each first. One group where all do.

    A wording that is like none of the groups is left out: it is another passage of the speech. Altered
    copies come last, so that they part and join no others.
    """

    def rank(item: Wording) -> tuple[bool, int, tuple[str, ...], str]:
        repeats = context.report(item.quotation).repeats
        return (repeats, -len(item.words), item.words, item.quotation.id)

    groups: list[list[Wording]] = []
    for item in sorted(found, key=rank):
        verdicts = [changes(group[0].words, item.words) for group in groups]
        same = next((i for i, found in enumerate(verdicts) if found == []), None)
        if same is not None:
            groups[same].append(item)
        elif not groups or any(verdicts):
            groups.append([item])
    return groups


def changes(one: Sequence[str], other: Sequence[str]) -> list[Change] | None:
    """Where two wordings differ in words that matter; None where they are not alike.

    What stands before or behind all that they share is left out of account, and so are words beside
    a mark of omission or in brackets, which the article itself shows as its own.
    """
    blocks = difflib.SequenceMatcher(a=one, b=other, autojunk=False).get_matching_blocks()[:-1]
    shared = sum(b.size for b in blocks)
    if shared < SHORTEST - 1 or shared < LIKE * min(len(one), len(other)):
        return None
    found = []
    for before, after in pairwise(_solid(blocks)):
        left, right = Span(before.a + before.size, after.a), Span(before.b + before.size, after.b)
        if words := _that_matter(one[left.start : left.end], other[right.start : right.end]):
            found.append(Change(tuple(words), left, right))
    return found


def _solid(blocks: Sequence[difflib.Match]) -> Sequence[difflib.Match]:
    """Without single words at either end, which agree by chance."""
    kept = list(blocks)
    while len(kept) > 1 and kept[0].size < 2:
        kept.pop(0)
    while len(kept) > 1 and kept[-1].size < 2:
        kept.pop()
    return kept


def _that_matter(left: Sequence[str], right: Sequence[str]) -> list[str]:
    if any(mark in ("...", "…", "[", "(") for mark in (*left, *right)):
        return []
    if _run_together(left) == _run_together(right) or _stands_for(left, right):
        return []
    only = [*_only_in(left, right), *_only_in(right, left)]
    return [w for w in only if w not in _listed("small_words") or w in _listed("negations")]


def _only_in(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that the others have in no form: 'death' is in 'deaths'; numbers only as they are."""
    return [w for w in words if not any(w == o or _one_word(w, o) for o in others)]


def _one_word(word: str, other: str) -> bool:
    same = difflib.SequenceMatcher(a=word, b=other).ratio() >= SAME_WORD
    return same and word[:3] == other[:3] and word.isalpha() and not word.endswith("n't")


def _stands_for(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one side is only a pronoun, for whatever the other side names."""
    pronouns = _listed("pronouns")
    return bool(left and right) and (pronouns.issuperset(left) or pronouns.issuperset(right))


def _run_together(words: Sequence[str]) -> str:
    return "".join(w for w in words if w != "and").replace("'", "").replace(".", "")


def _sides(context: Context, versions: Sequence[Sequence[Wording]]) -> list[Side]:
    """Each version by the words around its first difference from the longest one, or from the second."""
    sides = []
    for version in versions:
        against = versions[1] if version is versions[0] else versions[0]
        found = changes(version[0].words, against[0].words) or []
        words = quoted(_around(version[0], found[0].one) if found else version[0].text, 240)
        sides.append(Side(words=words, reports=tuple(context.report(w.quotation) for w in version)))
    return sides


def _around(wording: Wording, change: Span) -> str:
    """The printed words of a change with `AROUND` words on either side."""
    first = max(0, change.start - AROUND)
    last = min(len(wording.places), max(change.end, change.start + 1) + AROUND) - 1
    cut = wording.text[wording.places[first].start : wording.places[last].end]
    return f"{'… ' if first else ''}{cut}{' …' if last < len(wording.places) - 1 else ''}"


def _speaker(context: Context, versions: Sequence[Sequence[Wording]]) -> str:
    """' of ‘the minister’': the longest words for the speaker, which name him best."""
    speakers = (context.name(w.quotation.speaker) for v in versions for w in v)
    named = {speaker for speaker in speakers if speaker}
    return f" of {quoted(max(sorted(named), key=len), 60)}" if named else ""


# ---------------------------------------------------------------- speakers


def speakers(context: Context) -> Iterator[Discrepancy]:
    """The utterances whose words articles give to different people."""
    for group in context.joined(QuotationGroup):
        worded = [w for q in _quotations(context, group) if (w := wording(context, q))]
        found = [w.quotation for version in _versions(context, worded) for w in version]
        sides = [_given_to(context, version) for version in _by_speaker(context, found)]
        if len(sides) > 1:
            words = quoted(min((p.text for q in found for p in q.content), key=len))
            opening = f"The words {words} are given to different speakers"
            yield from differing("speaker", group.id, opening, sides)


def _by_speaker(context: Context, found: Sequence[Quotation]) -> list[list[Quotation]]:
    """Quotations by the person they name; those of no named person are left out."""
    people: dict[str, list[Quotation]] = {}
    for quotation in found:
        speaker = quotation.speaker
        if speaker and speaker.entity and _is_person(context, speaker):
            people.setdefault(speaker.entity, []).append(quotation)
    groups = [quotations for _, quotations in sorted(people.items())]
    if any(_share_a_name(context, a, b) for a, b in combinations(groups, 2)):
        return []
    return groups


def _is_person(context: Context, speaker: EntityPassage) -> bool:
    """Whether the speaker is named, and a person whose name has two words at least."""
    known = context.entities.get(speaker.entity or "", [])
    return bool(_CAPITAL.search(speaker.text)) and any(
        e.kind == "person" and len(_CAPITAL.findall(e.name)) > 1 for e in known
    )


def _share_a_name(context: Context, one: Sequence[Quotation], other: Sequence[Quotation]) -> bool:
    """Whether some name of the one is, in any spelling, some name of the other."""
    names = sorted(_names(context, other))
    return any(difflib.get_close_matches(n, names, 1, SPELLING) for n in _names(context, one))


def _names(context: Context, version: Sequence[Quotation]) -> frozenset[str]:
    speakers = [q.speaker for q in version if q.speaker]
    known = (e for s in speakers for e in context.entities.get(s.entity or "", []))
    texts = [*(s.text for s in speakers), *(n for e in known for n in (e.name, *e.aliases))]
    return frozenset(_folded(w) for t in texts for w in _CAPITAL.findall(t) if len(w) > 2)


def _given_to(context: Context, version: Sequence[Quotation]) -> Side:
    named = {name for q in version if (name := context.name(q.speaker))}
    reports = tuple(context.report(q) for q in version)
    return Side(words=quoted(max(sorted(named), key=len), 80), reports=reports)
