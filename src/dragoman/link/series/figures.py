"""Reported numbers as a series needs them: what is counted, in what words, and on which day."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from dragoman.linking import Told
from dragoman.resources import load_json
from dragoman.types import Analysis, Quantity, Span, Timex
from dragoman.wording import WORD, content, stem

FILE: Final = "series.json"

HARM: Final = frozenset(
    ["killed", "injured", "casualties", "captive", "detained", "displaced", "missing", "rescued"]
)
"""Measures that a reader follows from day to day: one report of such a number is a series already."""

FOLLOWED: Final = HARM | {"votes"}
PERSONS: Final = HARM | {"people"}
KEPT: Final = (
    FOLLOWED | PERSONS | {"money", "percent", "vehicles", "weapons", "buildings", "force", "volume"}
)
"""Measures of which series are made; scores, ages, speeds and the like are no news over time."""

REACH: Final = 9
"""Words on either side of a number that say what it counts."""

_AFTER: Final = "of in on at from with who whom that which to by for aboard near as and"
_BREAK: Final = frozenset(_AFTER.split())
"""Words behind which a noun is no longer what is counted."""

OLD: Final = 60
"""Days from an article to a day from which on its sentence speaks of another time."""

STALE: Final = 7
"""Days before the article from which on a date in the sentence is that of the number, not of the news."""

_AS_OF: Final = re.compile(
    r"\b(?:as of|by|until|till|up to|through|end of|so far)\W+(?:the\W+)?$", re.I
)
_SPAN_OF: Final = re.compile(r"\b(?:between|from|since|after|before)\W+(?:the\W+)?$", re.I)
_PART: Final = re.compile(
    r"\s+of\s+(?:whom|which|them|(?:the|those|these|his|her|their|its)\b(?P<whole>(?:[ -]+\w+){0,3}))",
    re.I,
)
_MEN: Final = re.compile(r"men$")
"""The plural of 'fisherman' and 'man', which no ending shows."""
_OF_WHOM: Final = re.compile(r"\b(?:of (?:whom|them|these|those)|among them)\W{0,3}\Z", re.I)
_YEAR: Final = re.compile(r"(\d{4})(?:-|$)")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One reported number with what tells it from others.

    block: numbers of different blocks are never one quantity ('persons', 'money USD').
    head: stem of the noun counted, None where it is missing or says only 'people'.
    countries: ISO 3166 alpha-3 codes of the nationalities counted.
    part: whether it is a number of some of them ('four of whom'); of the harmed, some of the harmed ('four of
        the dead'): the injured among those on board are all that were injured.
    leads: whether it is the first number of its measure in its article, and of no part: what a reader takes
        for the toll. story: that of its article.
    sentence: where its sentence stands.
    near, context, cause: stems around the number, of its sentence, of what caused it.
    years: years that the sentence names and that are not the article's own.
    source: who reports it, by id where known, else the stems of the words.
    day, stated: when the article appeared (a month where no more is known), and the day as of which it
        says the number holds.
    """

    quantity: Quantity
    origin: str
    day: str | None
    block: str
    measure: str
    head: str | None
    countries: frozenset[str]
    part: bool
    leads: bool
    story: str
    sentence: Span
    near: frozenset[str]
    context: frozenset[str]
    cause: frozenset[str]
    years: frozenset[str]
    source: str | None
    stated: str | None

    @property
    def value(self) -> float:
        """The stated number: of a range its lower end; the upper where only that is given."""
        low, high = self.quantity.low, self.quantity.high
        return low if low is not None else high if high is not None else math.nan

    @property
    def wording(self) -> str:
        """The number and the words around it, the same for copies."""
        said = self.quantity.reported_by
        parts = (self.quantity.text, *sorted(self.near), said.text if said else "")
        return " ".join(parts).casefold()


def figures(members: Iterable[Told]) -> list[Figure]:
    """The numbers of some articles of which series are made, in order of article and place."""
    return [figure for told in members for figure in _of_article(told)]


def _of_article(told: Told) -> Iterator[Figure]:
    analysis = told.analysis
    kept = [q for q in analysis.quantities if q.measure in KEPT and _stated(q)]
    if not kept:
        return
    sentences = _sentences(analysis)
    starts = [s.start for s in sentences]
    day = analysis.article.published.value[:10] if analysis.article.published else None
    led: set[str | None] = set()
    for quantity in sorted(kept, key=lambda q: q.span):
        at = max(0, bisect_right(starts, quantity.span.start) - 1)
        sentence = sentences[at] if sentences else quantity.span
        figure = _figure(told, quantity, sentence, day)
        leads = not figure.part and quantity.measure not in led
        led |= {quantity.measure} if leads else set()
        yield replace(figure, leads=leads)


def _stated(quantity: Quantity) -> bool:
    return quantity.low is not None or quantity.high is not None


def _sentences(analysis: Analysis) -> Sequence[Span]:
    if analysis.traces:
        return analysis.traces[0].sentences
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", analysis.article.text)]


def _figure(told: Told, quantity: Quantity, sentence: Span, day: str | None) -> Figure:
    text = told.analysis.article.text
    head, countries = counted(quantity.of.text if quantity.of else "")
    said = quantity.reported_by
    return Figure(
        quantity=quantity,
        origin=told.origin,
        day=day,
        block=_block(quantity),
        measure=quantity.measure or "",
        head=head,
        countries=countries,
        part=_is_part(text, quantity),
        leads=False,
        story=told.story,
        sentence=sentence,
        near=_near(text, quantity.span, sentence),
        context=frozenset(content(text[sentence.start : sentence.end])),
        cause=frozenset(content(quantity.cause.text)) if quantity.cause else frozenset(),
        years=_years(told.analysis.timexes, sentence, day),
        stated=_stated_day(text, quantity, day),
        source=(said.entity or " ".join(content(said.text))) if said else None,
    )


def _is_part(text: str, quantity: Quantity) -> bool:
    """Whether a number is said to be of some of those counted before."""
    start = quantity.span.start
    if _OF_WHOM.search(text, max(0, start - 20), start):
        return True
    match = _PART.match(text, quantity.span.end)
    if match is None or match["whole"] is None or quantity.measure not in HARM:
        return match is not None
    harmed = befell().get(quantity.measure or "", frozenset())
    return not harmed.isdisjoint(map(stem, WORD.findall(match["whole"].casefold())))


def _block(quantity: Quantity) -> str:
    measure = quantity.measure or ""
    return "persons" if measure in PERSONS else f"{measure} {quantity.unit or ''}".strip()


def _near(text: str, span: Span, sentence: Span) -> frozenset[str]:
    """Stems of the words around a number; those inside it left out."""
    before = [m.group() for m in WORD.finditer(text, sentence.start, span.start)][-REACH:]
    after = [m.group() for m in WORD.finditer(text, span.end, sentence.end)][:REACH]
    return frozenset(content(" ".join(before + after)))


def _years(timexes: Sequence[Timex], sentence: Span, day: str | None) -> frozenset[str]:
    """Years of the dates in a sentence that are not about the article's own time."""
    return frozenset(
        match.group(1)
        for t in timexes
        if t.type == "DATE" and sentence.start <= t.span.start < sentence.end
        if (match := _YEAR.match(t.value or "")) and not _is_recent(t, day)
    )


def number_of(day: str) -> int | None:
    """The day's place in the calendar, of a month that of its middle; None for what is no such day."""
    try:
        return date.fromisoformat(day if len(day) > len("2000-01") else f"{day}-15").toordinal()
    except ValueError:
        return None


def _is_recent(timex: Timex, day: str | None) -> bool:
    if day is None or timex.from_ is None or timex.to is None:
        return False
    own, first, last = (number_of(d) for d in (day, timex.from_[:10], timex.to[:10]))
    if own is None or first is None or last is None:
        return False
    return first - OLD <= own <= last + OLD


def _stated_day(text: str, quantity: Quantity, day: str | None) -> str | None:
    """The day that the report says the number is of; None where it is the article's own.

    'As of Monday' says so, a month long past does; the day of an accident is not that of its toll.
    """
    when = quantity.as_of
    if when is None or when.from_ is None or when.to is None or when.span is None:
        return None
    first, last = when.from_[:10], when.to[:10]
    if day is None:
        return last
    if first > day:
        return None
    before = text[max(0, when.span.start - 20) : when.span.start]
    long_past = (number_of(last) or 0) < (number_of(day) or 0) - STALE
    said = _AS_OF.search(before) is not None or (long_past and not _SPAN_OF.search(before))
    return min(last, day) if said else None


def counted(of: str) -> tuple[str | None, frozenset[str]]:
    """What is counted: the stem of its noun (None for 'people' and the like), and nationalities."""
    nouns = _nouns()
    found = WORD.findall(re.sub(r"(?<=\b[A-Z])\.", "", of))
    countries: set[str] = set()
    head: str | None = None
    before = ""
    for word in found:
        folded = word.casefold()
        if folded in _BREAK and head is not None:
            break
        code = _nationalities().get(f"{before} {word}") or _nationalities().get(word)
        before = word
        if code is not None:
            countries.add(code)
            head = None
        elif folded not in _BREAK and not (head and folded in nouns.vacuous):
            head = stem(_MEN.sub("man", folded))
    return (None if head in nouns.generic else nouns.kinds.get(head or "", head)), frozenset(
        countries
    )


@dataclass(frozen=True, slots=True)
class Nouns:
    """What is counted, in stems: nouns that say only 'people', and a common name for nouns of one kind;
    in words: nouns that say nothing behind another ('crew members')."""

    generic: frozenset[str]
    kinds: dict[str, str]
    vacuous: frozenset[str]


@cache
def _nouns() -> Nouns:
    raw = load_json(FILE)
    return Nouns(
        generic=frozenset(map(stem, raw["generic"])),
        kinds={stem(noun): kind[0] for kind in raw["kinds"] for noun in kind},
        vacuous=frozenset(raw["vacuous"]),
    )


@cache
def befell() -> dict[str, frozenset[str]]:
    """Stems around a number of people that tell what befell them, by measure."""
    return {m: frozenset(map(stem, words)) for m, words in load_json(FILE)["befell"].items()}


def counted_as(figure: Figure, measure: str | None) -> str | None:
    """What is counted, as worded; None where the words say no more than the measure of the series:
    'the injured' of the injured."""
    said = figure.quantity.of
    own = befell().get(measure or "", frozenset()) | {stem(measure or "")}
    return said.text if said and not own.issuperset(content(said.text)) else None


@cache
def _nationalities() -> dict[str, str]:
    """Adjectives, inhabitants and short names of states → ISO 3166 alpha-3 code."""
    found: dict[str, str] = {}
    for code, row in load_json("states.json")["states"].items():
        for word in (*row["adjectives"], *row["inhabitants"], *row["names"], row["alpha2"]):
            found.setdefault(word, code)
    return found
