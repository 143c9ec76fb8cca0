"""What the articles of an affair whose days are known say of one whose day is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final

import numpy as np

from dragoman.link.dating.case import Case, Chances, Known, day_of, written_on
from dragoman.link.dating.clues import Clue
from dragoman.link.dating.near import ANYWHERE, DERIVED_ANYWHERE, at_once, spread
from dragoman.link.dating.sequence import figured, ordered
from dragoman.link.dating.tellings import SURE, Tie
from dragoman.link.dating.words import resolve
from dragoman.types import ArticleSpan, Derivation, Reason, Span

_HOLDS: Final = {True: 0.92, False: 0.6}
"""How likely a tie of two tellings holds, where they are surely alike and where not."""
_UNLIKE: Final = 0.02
"""Weight of a report that has no rare word in common."""
_PLACES: Final = 48
"""Days of other articles that are looked at, the likeliest first; the others lie anywhere."""
_LIKEST: Final = (0.6, 0.2, 0.02)
"""How likely an article is of the same day as one that is the same in all its words, of the next or the
last, of the same week (set by judgement; `data/dating_weights.json` weighs it)."""
_WEEK: Final = 7
_BACKWARDS: Final = 0.4
"""How likely a directed derivation goes the other way, against its own direction."""
_MADE: Final = {
    "copy": "It is a copy of",
    "rewrite": "It is a rewrite of",
    "shared_source": "It shares its source with",
}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The known articles of each story, and those of the whole affair, by origin."""

    story: Mapping[str, Mapping[str, Sequence[int]]]
    affair: Mapping[str, Sequence[int]]


def neighbours(case: Case, known: Known) -> Neighbours:
    stories = {
        story: _by_origin(case, [n for n in numbers if n in known])
        for story, numbers in case.stories.items()
    }
    return Neighbours(stories, _by_origin(case, sorted(known)))


def _by_origin(case: Case, numbers: Iterable[int]) -> Mapping[str, Sequence[int]]:
    origins: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        origins[case.members[number].origin].append(number)
    return {origin: origins[origin] for origin in sorted(origins)}


def _near(case: Case, number: int, known: Known, near: Neighbours) -> Clue | None:
    """Each origin has one voice, however many articles repeat it; those more alike count more."""
    story = near.story[case.members[number].story]
    told, of = (story, "the story") if story else (near.affair, "the affair")
    if not told:
        return None
    chances = _voices(case, number, known, told)
    by, anywhere = case.kernels.affair, ANYWHERE
    if story:
        days = [day_of(case, known[numbers[0]]) for numbers in told.values()]
        share = at_once(days)
        by = share * case.kernels.at_once + (1 - share) * case.kernels.story
        anywhere = ANYWHERE * (0.3 + 1.5 * (1 - share))
    weights = spread(chances, by, len(case.days), anywhere)
    return Clue("near", weights, (_written(case, told, chances, of),))


def _likest(case: Case, number: int, known: Known) -> Iterator[Clue]:
    """The known article that is most alike in its words: the more so, the surer they are of one day."""
    others = [n for n in sorted(known) if n != number]
    if not others:
        return
    other = max(others, key=lambda n: float(case.alike[number, n]))
    day, alike = day_of(case, known[other]), float(case.alike[number, other])
    sure = alike * max(known[other].values())
    far = np.abs(case.days - day)
    weights = np.select([far == 0, far == 1, far <= _WEEK], _LIKEST, 0.0005) ** sure
    text = f"Of all reports it is most like one written {written_on(case, known[other])}."
    yield Clue("likest", weights, (Reason(text=text),))


def _voices(
    case: Case, number: int, known: Known, told: Mapping[str, Sequence[int]]
) -> Mapping[int, float]:
    """The chances of the days on which the known articles were written, all together."""
    voices = {
        other: (_UNLIKE + float(case.alike[number, other])) / len(numbers)
        for numbers in told.values()
        for other in numbers
    }
    whole = fsum(voices.values())
    total: dict[int, float] = defaultdict(float)
    for other in sorted(voices):
        for place, chance in known[other].items():
            total[place] += voices[other] / whole * chance
    most = sorted(total, key=lambda place: (-total[place], place))[:_PLACES]
    return {place: total[place] for place in most}


def _written(
    case: Case, told: Mapping[str, object], chances: Mapping[int, float], of: str
) -> Reason:
    most = max(chances.values())
    places = [place for place in chances if chances[place] > 0.1 * most]
    first, last = (date.fromordinal(int(case.days[p])) for p in (min(places), max(places)))
    when = f"on {first}" if first == last else f"between {first} and {last}"
    count = f"{len(told)} other reports were" if len(told) > 1 else "another report was"
    return Reason(text=f"Of {of}, {count} written {when}.")


def clues_from(case: Case, number: int, known: Known, near: Neighbours) -> Iterator[Clue]:
    """The clues that known articles give to one."""
    around = _near(case, number, known, near)
    made = _derived(case, number, known)
    if around and made:
        mean = (around.weights / around.weights.sum() + made.weights / made.weights.sum()) / 2
        yield Clue("derivation", mean, (*made.reasons, *around.reasons))
    elif around:
        yield around
    yield from _likest(case, number, known)
    yield from _tied(case, number, known)
    yield from ordered(case, number, known)
    yield from figured(case, number, known)


def _derived(case: Case, number: int, known: Known) -> Clue | None:
    """The nearest relation to a known article."""
    own = case.members[number].analysis.article.id
    best: tuple[float, Clue] | None = None
    for derivation in case.derivations.get(number, ()):
        other = derivation.to if derivation.from_ == own else derivation.from_
        at = case.numbers.get(other)
        if at is None or at not in known:
            continue
        if best is None or derivation.score > best[0]:
            best = derivation.score, _made(case, derivation, own, known[at])
    return best[1] if best else None


def _made(case: Case, derivation: Derivation, own: str, chances: Chances) -> Clue:
    length = len(case.days)
    by = (case.kernels.story if derivation.kind == "shared_source" else case.kernels.same).copy()
    if derivation.directed:
        against = slice(0, length - 1) if derivation.to == own else slice(length, None)
        by[against] *= _BACKWARDS
    span: Span | None = None
    if derivation.passages:
        passage = derivation.passages[0]
        span = passage.from_span if derivation.from_ == own else passage.to_span
    text = f"{_MADE[derivation.kind]} an article written {written_on(case, chances)}."
    if derivation.directed and derivation.from_ == own:
        text = f"An article written {written_on(case, chances)} was made from it."
    evidence = ArticleSpan(article=own, span=span) if span else None
    weights = spread(chances, by, length, DERIVED_ANYWHERE)
    return Clue("derivation", weights, (Reason(text=text, evidence=evidence),))


def _tied(case: Case, number: int, known: Known) -> Iterator[Clue]:
    """For each of its dated sentences, the best telling of the same happening whose day is known."""
    best: dict[Span, Tie] = {}
    for tie in case.ties.get(number, ()):
        other = tie.other
        if other.expression.kind != "fixed" and other.article not in known:
            continue
        place = tie.one.expression.timex.span
        if place not in best or tie.alike > best[place].alike:
            best[place] = tie
    for place in sorted(best):
        if clue := _same(case, best[place], known):
            yield clue


def _same(case: Case, tie: Tie, known: Known) -> Clue | None:
    """The days on which this article's expression would name the day that the other one gives."""
    chances = known.get(tie.other.article, {0: 1.0})
    at = sorted(chances)
    firsts, lasts = resolve(tie.other.expression, case.days[at])
    own_first, own_last = resolve(tie.one.expression, case.days)
    fits = np.zeros(len(case.days))
    for place, first, last in zip(at, firsts, lasts, strict=True):
        fits += chances[place] * ((own_first <= last) & (own_last >= first))
    if not fits.any() or (fits > 0).all():
        return None
    holds = _HOLDS[tie.alike >= SURE]
    likely = max(at, key=lambda place: chances[place])
    first = int(firsts[at.index(likely)])
    return Clue("same", fits, _same_reasons(tie, first), holds)


def _same_reasons(tie: Tie, day: int) -> tuple[Reason, ...]:
    one, other = tie.one, tie.other
    own, there = one.expression.timex, other.expression.timex
    return (
        Reason(
            text=f"What it dates '{own.text}' another report dates {date.fromordinal(day)}.",
            evidence=ArticleSpan(article=own.article, span=one.sentence),
        ),
        Reason(
            text=f"The other report words it '{there.text}'.",
            evidence=ArticleSpan(article=there.article, span=other.sentence),
        ),
    )
