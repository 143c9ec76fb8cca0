"""Coverage: which article, or which independent origin, carries which event, figure and statement.

A matrix of facts by reports. A cell says whether the report tells the fact as most origins do ('same'),
in another way ('different'), only as a copy of another article of its origin ('copied'), or not at
all ('silent'). Silence is no judgement: a short article leaves out most of what a long one tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from dragoman.link.discrepancy import differ_in_words, figure_bounds
from dragoman.types import (
    Event,
    EventMention,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
)

State: TypeAlias = Literal["same", "different", "copied", "silent"]
Whole: TypeAlias = Event | QuantitySeries | QuotationGroup
Part: TypeAlias = EventMention | Quantity | Quotation

MOST = 40
"""Rows of a matrix: those told by most origins."""

VERSIONS = 16
"""Wordings or values of one fact that are compared, each with each, to find the usual one."""

UNDATED = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One article as far as coverage needs it: the origin it goes back to, and when it appeared (ISO)."""

    article: str
    origin: str
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One report: an article, or an origin with its articles in order of time."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one report says of one fact, and the ids of its mentions, figures or quotations."""

    state: State
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event, series or group: how many tell it, and its cell in each column."""

    whole: str
    articles: int
    origins: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The matrix. `left_out` counts the facts that fewer origins tell than those in the rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int = 0


def coverage(
    voices: Iterable[Voice],
    wholes: Iterable[Whole],
    parts: Mapping[str, Part],
    *,
    by: Literal["articles", "origins"] = "origins",
    most: int = MOST,
    members: Mapping[str, Iterable[str]] | None = None,
) -> Coverage:
    """The matrix of what `voices` tell of `wholes`; `parts` are the facts of their articles, by id.

    `members` leads from a whole to its parts where it has more than it names itself: a series has
    points of first reports only, its membership in the record holds the figures of copies too. Columns stand in order of time (undated last), rows by the number of origins that tell them.
    Facts that none of the voices tells have no row.
    """
    heard = {v.article: v for v in voices}
    columns = _columns(heard.values(), by)
    more = members or {}
    told = ((w, _told(w, more.get(w.id, ()), parts, heard)) for w in wholes)
    rows = [_row(whole, found, heard, columns, by) for whole, found in told if found]
    rows.sort(key=lambda r: (-r.origins, -r.articles, r.whole))
    return Coverage(columns=columns, rows=tuple(rows[:most]), left_out=max(0, len(rows) - most))


def _time(voice: Voice) -> tuple[str, str]:
    return (voice.published or UNDATED, voice.article)


def _columns(voices: Iterable[Voice], by: str) -> tuple[Column, ...]:
    ordered = sorted(voices, key=_time)
    groups: dict[str, list[str]] = defaultdict(list)
    for voice in ordered:
        groups[voice.origin if by == "origins" else voice.article].append(voice.article)
    return tuple(Column(id=id_, articles=tuple(articles)) for id_, articles in groups.items())


def _told(
    whole: Whole, members: Iterable[str], parts: Mapping[str, Part], heard: Mapping[str, Voice]
) -> list[Part]:
    """The parts of a whole that stand in the articles."""
    ids = dict.fromkeys((*part_ids(whole), *members))
    return [p for i in ids if (p := parts.get(i)) and p.article in heard]


def _row(
    whole: Whole,
    told: Sequence[Part],
    heard: Mapping[str, Voice],
    columns: Sequence[Column],
    by: str,
) -> Row:
    origins = {p.id: heard[p.article].origin for p in told}
    usual = _usual(told, origins)
    agrees = {says: not differs(p, usual) for says, p in {_says(p): p for p in told}.items()}
    by_article = {
        a: list(same) for a, same in groupby(sorted(told, key=_place), lambda p: p.article)
    }
    first = _first_of_origin(by_article, heard) if by == "articles" else frozenset(by_article)
    return Row(
        whole=whole.id,
        articles=len(by_article),
        origins=len(set(origins.values())),
        cells=tuple(_cell(c, by_article, first, agrees) for c in columns),
    )


def _place(part: Part) -> tuple[str, str]:
    return (part.article, part.id)


def part_ids(whole: Whole) -> Iterable[str]:
    """The ids of the parts that a whole names itself."""
    match whole:
        case Event():
            return whole.mentions
        case QuantitySeries():
            return (p.quantity for p in whole.points)
        case QuotationGroup():
            return whole.quotations


def _first_of_origin(
    by_article: Mapping[str, Sequence[Part]], heard: Mapping[str, Voice]
) -> frozenset[str]:
    """The articles that tell it before the others of their origin, or in another way than the first."""
    first: dict[str, str] = {}
    own = set()
    for article in sorted(by_article, key=lambda a: _time(heard[a])):
        leader = first.setdefault(heard[article].origin, article)
        if leader == article or any(
            differs(mine, theirs)
            for mine in by_article[article]
            for theirs in by_article[leader][:1]
        ):
            own.add(article)
    return frozenset(own)


def _cell(
    column: Column,
    by_article: Mapping[str, Sequence[Part]],
    first: frozenset[str],
    agrees: Mapping[Hashable, bool],
) -> Cell:
    """What a report says; `agrees` tells what is as usual (`_says`)."""
    found = [p for a in column.articles for p in by_article.get(a, ())]
    ids = tuple(p.id for p in found)
    if not found:
        return Cell(state="silent")
    if not first.intersection(column.articles):
        return Cell(state="copied", parts=ids)
    usual = any(agrees[_says(part)] for part in found)
    return Cell(state="same" if usual else "different", parts=ids)


# ---------------------------------------------------------------- same and different


def _usual(told: Sequence[Part], origins: Mapping[str, str]) -> Part:
    """The part that says what most origins say; of equals, the fullest.

    Of parts in more than `VERSIONS` wordings or values only those of most origins are compared, so
    that the time is linear in the parts.
    """
    said: dict[Hashable, tuple[Part, set[str]]] = {}
    for part in sorted(told, key=_fullness):
        said.setdefault(_says(part), (part, set()))[1].add(origins[part.id])
    often = sorted(said.values(), key=_support)[:VERSIONS]
    versions: list[tuple[Part, set[str]]] = []
    for part, voices in sorted(often, key=lambda v: _fullness(v[0])):
        home = next((found for first, found in versions if not differs(part, first)), None)
        if home is None:
            versions.append((part, set(voices)))
        else:
            home |= voices
    return min(versions, key=_support)[0]


def _support(version: tuple[Part, set[str]]) -> tuple[int, int, str]:
    """Least for what most origins say, then for the fullest."""
    part, voices = version
    return (-len(voices), *_fullness(part))


def _fullness(part: Part) -> tuple[int, str]:
    return (-_length(part), part.id)


def _says(part: Part) -> Hashable:
    """Equal for parts that say the same to the letter, so that each is compared once."""
    match part:
        case Quantity():
            return (part.low, part.high, part.modifier, part.unit)
        case Quotation():
            return (part.kind, *(p.text.casefold() for p in part.content))
        case EventMention():
            return _took_place(part)


def _length(part: Part) -> int:
    return sum(len(p.text) for p in part.content) if isinstance(part, Quotation) else 0


def _took_place(mention: EventMention) -> bool:
    """Not denied: what one report plans and the next tells as done is no difference, but time."""
    return mention.status != "denied"


def differs(one: Part, other: Part) -> bool:
    """Whether two parts of one whole say different things: numbers that can't be one, words that
    differ in a way that matters, or whether it happened."""
    match one, other:
        case Quantity(), Quantity():
            a, b = figure_bounds(one), figure_bounds(other)
            return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])
        case Quotation(), Quotation():
            return differ_in_words(one, other)
        case EventMention(), EventMention():
            return _took_place(one) != _took_place(other)
        case _:
            return False
