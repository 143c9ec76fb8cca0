"""Invented news in any number, as analyses that no encoder made: what linking meets in a large record.

What linking costs depends on what articles have in common, so that is made as news has it: affairs of a
few happenings, most of them told once or twice and some a hundred times; casts in which a few names recur
all over the record and most in one affair alone; words of English as often as English has them; exact,
cut and edited copies among outlets with lines of their own that recur; articles without a date; some
quotations that everybody carries. The record covers more days the larger it is. The sentences mean nothing.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from benchmarks.generated import _made_up
from dragoman.ids import make_id, text_sha256
from dragoman.resources import load_json
from dragoman.types import (
    Analysis,
    Article,
    Entity,
    EntityMention,
    EntityPassage,
    EventMention,
    MadeBy,
    Passage,
    PloverType,
    Published,
    Quotation,
    Span,
    Timex,
    Trace,
)

A_DAY = 300
"""Articles of a day."""

LARGE = 500
"""Articles of the one large affair that every record has."""

MOST_REPORTS = 80
"""Articles of one happening."""

COPIED, CUT, EDITED, UNDATED = 0.12, 0.06, 0.05, 0.15
"""Shares of articles: exact copies of an earlier one of their happening, copies cut short with a line of
their own, copies with half of their sentences in other words, articles without a date."""

FLIPPED = 0.1
"""Share of the bits in which two tellings of one fact differ."""

_MADE = MadeBy(rule="invented")
_TYPES: tuple[PloverType, ...] = ("CONSULT", "ACCUSE", "REQUEST", "ASSAULT", "AID", "AGREE")
_KNOWN = [w.title() for w in _made_up(3_000, 3, 11)]
_KNOWN_SKEW = list(accumulate(1 / (rank + 3) for rank in range(len(_KNOWN))))
_OUTLETS = [f"The {w.title()} Post" for w in _made_up(300, 2, 12)]
_OUTLET_SKEW = list(accumulate(1 / (rank + 5) for rank in range(len(_OUTLETS))))


@dataclass(frozen=True, slots=True)
class Fact:
    """What several reports tell in one sentence each: its words, the places of names in them, its direction."""

    words: tuple[str, ...]
    names: frozenset[str]
    signature: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """What reports tell: its facts, its first day, and the seed of its reports."""

    number: int
    facts: tuple[Fact, ...]
    day: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Which happening each article tells, and as the how manyeth."""

    articles: tuple[tuple[Happening, int], ...]
    large: tuple[Happening, ...]
    single: Happening


@cache
def plan(count: int) -> Plan:
    """The happenings of a record of so many articles; the large affair comes first."""
    rng = random.Random(count)
    days = max(30, count // A_DAY)
    large = _affair(rng, 0, days, LARGE // 20)
    sized = [(happening, 20) for happening in large]
    while (told := sum(size for _, size in sized)) < count:
        for happening in _affair(rng, len(sized), days, min(40, int(rng.paretovariate(1.3)))):
            size = min(MOST_REPORTS, int(rng.paretovariate(1.3)))
            sized.append((happening, min(size, max(1, count - told))))
    articles = [(happening, k) for happening, size in sized for k in range(size)][:count]
    usual = next((h for h, size in sized if size == 8), sized[-1][0])
    return Plan(tuple(articles), tuple(large), usual)


def _affair(rng: random.Random, first: int, days: int, happenings: int) -> list[Happening]:
    own = [_own_name(rng) for _ in range(4)]
    known = rng.choices(_KNOWN, cum_weights=_KNOWN_SKEW, k=4)
    topic = rng.sample(_listed()[1], 12)
    day = rng.randrange(days)
    found: list[Happening] = []
    for n in range(happenings):
        cast = [*rng.sample(own, 3), *rng.sample(known, 2), _own_name(rng)]
        words = [*rng.sample(topic, 6), *rng.sample(_listed()[1], 8)]
        facts = tuple(_fact(rng, cast, words) for _ in range(12))
        found.append(Happening(first + n, facts, day))
        day = min(days - 1, day + int(rng.expovariate(0.3)))
    return found


def _own_name(rng: random.Random) -> str:
    syllables = (rng.choice("bcdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3))
    return ("".join(syllables) + rng.choice("klmnrst")).title()


def _fact(rng: random.Random, cast: Sequence[str], words: Sequence[str]) -> Fact:
    names = rng.sample(cast, 2)
    number = f"{rng.randint(3, 900)}"
    content = [*names, *rng.sample(words, 4), number, *_common(rng, 6)]
    rng.shuffle(content)
    return Fact(tuple(content), frozenset(names), rng.getrandbits(256), rng.random() < 0.05)


@cache
def _listed() -> tuple[list[str], list[str], list[float]]:
    """Common words, rarer ones, and how often all words of the first list come, summed up."""
    table = {
        w: float(z) for z, ws in load_json("word_rarity.json")["words"].items() for w in ws.split()
    }
    every = sorted((w for w in table if w.isalpha()), key=lambda w: (-table[w], w))
    weights = list(accumulate(10 ** table[w] for w in every))
    return every, [w for w in every if 3.2 <= table[w] <= 4.6], weights


def _common(rng: random.Random, count: int) -> list[str]:
    every, _, weights = _listed()
    return rng.choices(every, cum_weights=weights, k=count)


# ---------------------------------------------------------------- articles


def analysis(happening: Happening, number: int) -> Analysis:
    """The report of a happening with this number; a copy where chance makes it one."""
    rng = random.Random(f"{happening.number} {number}")
    chance = rng.random()
    outlet = rng.choices(_OUTLETS, cum_weights=_OUTLET_SKEW)[0]
    title, told = _told(happening, number)
    if number and chance < COPIED + CUT + EDITED:
        title, told = _told(happening, rng.randrange(number))
        if chance >= COPIED + CUT:
            told = [_again(s, rng) if rng.random() < 0.5 else s for s in told]
        elif chance >= COPIED:
            told = [*told[: len(told) * 2 // 3], _background(rng)]
    day = None if rng.random() < UNDATED else happening.day + int(rng.expovariate(0.7))
    return _analysed(f"n{happening.number}.{number}", outlet, title, told, day, rng)


_Sentence = tuple[str, Fact | None, int]
"""Its text, the fact that it tells, and its direction as a number of 256 bits."""


def _told(happening: Happening, number: int) -> tuple[str, list[_Sentence]]:
    """Title and sentences of a report that is no copy: facts first, background later."""
    rng = random.Random(f"{happening.number} {number} own")
    facts = rng.sample(happening.facts, rng.randint(4, 8))
    title = " ".join([*facts[0].words[:8]]).capitalize()
    told = [_telling(fact, rng) for fact in facts]
    told += [_background(rng) for _ in range(rng.randint(6, 10))]
    return title, told


def _telling(fact: Fact, rng: random.Random) -> _Sentence:
    words = list(fact.words)
    if not fact.quoted:
        words = [w for w in words if rng.random() < 0.65] + _common(rng, 9)
        rng.shuffle(words)
    noise = sum(1 << bit for bit in range(256) if rng.random() < FLIPPED)
    text = " ".join(words)
    text = f"“{text},” said {min(fact.names)}." if fact.quoted else f"The {text}."
    return text, fact, fact.signature ^ noise


def _again(sentence: _Sentence, rng: random.Random) -> _Sentence:
    return sentence if sentence[1] is None else _telling(sentence[1], rng)


def _background(rng: random.Random) -> _Sentence:
    words = _common(rng, rng.randint(10, 22))
    if rng.random() < 0.3:
        words[3] = rng.choices(_KNOWN, cum_weights=_KNOWN_SKEW)[0]
    return f"A {' '.join(words)}.", None, rng.getrandbits(256)


def _analysed(
    name: str,
    outlet: str,
    title: str,
    told: Sequence[_Sentence],
    day: int | None,
    rng: random.Random,
) -> Analysis:
    head = f"{title}\n\nFollow {outlet} for more stories\n\n"
    ends = ["\n\n" if number % 3 == 2 else " " for number in range(len(told))]
    pieces = [s[0] + end for s, end in zip(told, ends, strict=True)]
    starts = list(accumulate(map(len, pieces), initial=len(head)))
    text = f"{head}{''.join(pieces)}\n\nContact {outlet}"
    value = None if day is None else (date(2024, 1, 1) + timedelta(days=day)).isoformat()
    article = Article(
        id=make_id("article", text_sha256(text), name, outlet),
        source_id=name,
        explicit_id=True,
        outlet=outlet,
        title=title,
        title_span=Span(0, len(title)),
        language="en",
        published=Published(value=value, precision="day", basis="metadata") if value else None,
        text=text,
        text_sha256=text_sha256(text),
    )
    places = [(s, Span(at, at + len(s[0]))) for s, at in zip(told, starts, strict=False)]
    return _with_facts(article, places, value, rng)


def _with_facts(
    article: Article,
    places: Sequence[tuple[_Sentence, Span]],
    day: str | None,
    rng: random.Random,
) -> Analysis:
    mentions = [
        (name, Span(at, at + len(name)))
        for (text, fact, _), span in places
        for name in sorted(fact.names if fact else ())
        if (at := text.find(name) + span.start) >= span.start
    ]
    quoted = [span for (_, fact, _), span in places if fact and fact.quoted]
    signatures = b"".join(bits.to_bytes(32, "big") for (_, _, bits), _ in places)
    trace = Trace(
        id=make_id("trace", article.id),
        article=article.id,
        sentences=tuple(span for _, span in places),
        quoted=tuple(Span(s.start, article.text.index("”", s.start) + 1) for s in quoted),
        signatures=base64.b64encode(signatures).decode(),
    )
    passages = [EntityPassage(text=n, span=s, entity=make_id("entity", n)) for n, s in mentions]
    return Analysis(
        article=article,
        timexes=(_timex(article, places[0][1], day),) if day else (),
        entities=tuple(
            Entity(
                id=id_, name=name, kind="person", country=None, sector=None, aliases=(), roles=()
            )
            for name, id_ in sorted({(p.text, p.entity or "") for p in passages})
        ),
        entity_mentions=tuple(
            EntityMention(
                id=make_id("entity_mention", article.id, *p.span),
                article=article.id,
                entity=p.entity or "",
                span=p.span,
                text=p.text,
                made_by=_MADE,
            )
            for p in passages
        ),
        events=tuple(_event(article, p, rng) for p in passages[:3]),
        quotations=tuple(_quotation(article, span) for span in quoted[:2]),
        traces=(trace,),
    )


def _timex(article: Article, span: Span, day: str) -> Timex:
    return Timex(
        id=make_id("timex", article.id, *span),
        article=article.id,
        span=Span(span.start, span.start + 3),
        text=article.text[span.start : span.start + 3],
        type="DATE",
        value=day,
        from_=day,
        to=day,
        anchor=None,
        made_by=_MADE,
    )


def _event(article: Article, who: EntityPassage, rng: random.Random) -> EventMention:
    span = Span(who.span.end + 1, article.text.index(" ", who.span.end + 1))
    return EventMention(
        id=make_id("event_mention", article.id, *span),
        article=article.id,
        type=rng.choice(_TYPES),
        mode=None,
        trigger=Passage(text=article.text[span.start : span.end], span=span),
        actor=(who,),
        recipient=(),
        date=None,
        place=None,
        status="happened",
        attributed_to=None,
        made_by=_MADE,
    )


def _quotation(article: Article, span: Span) -> Quotation:
    inner = Span(span.start + 1, article.text.index("”", span.start))
    content = Passage(text=article.text[inner.start : inner.end], span=inner)
    return Quotation(
        id=make_id("quotation", article.id, *inner),
        article=article.id,
        speaker=None,
        cue=None,
        content=(content,),
        kind="direct",
        addressee=None,
        made_by=_MADE,
    )


def analyses(count: int) -> Iterator[Analysis]:
    """The articles of a record of this size."""
    return (analysis(happening, number) for happening, number in plan(count).articles)
