"""Sentences that date a happening, and which of them, in different articles, tell of the same one."""

from __future__ import annotations

import base64
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.dating.own import expressions
from dragoman.link.dating.words import Expression
from dragoman.types import Analysis, Span

_WORD: Final = re.compile(r"\w[\w'’-]+")
_NEARBY: Final = 60
"""Code points to each side of an expression that say what it dates."""
_BITS: Final = 256
_NEAREST: Final = 32
"""Sentences with which one is compared."""
_ANGLE: Final = 0.05
"""Bits in common, -1 to 1, below which sentences are not compared further."""
LEAST: Final = 0.55
"""How alike two sentences are that tell of one happening, 0 to 1, set on the dated cluster articles."""

SURE: Final = 0.6
"""From here on 22 of 22 ties held on the same data; between the two 5 of 8."""
DATED: Final = 0.1
"""The same for sentences that name one day of the year."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A dated sentence: the article's number, its expression, the sentence, its words and its bits."""

    article: int
    expression: Expression
    sentence: Span
    words: frozenset[str]
    nearby: frozenset[str]
    bits: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two tellings of one happening, and how sure that is."""

    one: Telling
    other: Telling
    alike: float


def tellings(number: int, analysis: Analysis) -> Iterator[Telling]:
    """The dated sentences of an article, those dated to a week or finer."""
    if not analysis.traces:
        return
    trace = analysis.traces[0]
    signs = np.frombuffer(base64.b64decode(trace.signatures), np.uint8).reshape(-1, _BITS // 8)
    for expression in expressions(analysis):
        if not _fine(expression):
            continue
        place = expression.timex.span
        for sentence, sign in zip(trace.sentences, signs, strict=True):
            if sentence.start <= place.start < sentence.end:
                bits = np.unpackbits(sign).astype(np.float32) * 2 - 1
                yield _telling(number, analysis, expression, sentence, bits)
                break


def _fine(expression: Expression) -> bool:
    return expression.sharp or expression.kind == "weekend" or expression.unit in ("W", "WE")


def _telling(
    number: int,
    analysis: Analysis,
    expression: Expression,
    sentence: Span,
    bits: NDArray[np.float32],
) -> Telling:
    place = expression.timex.span
    words = [
        (w, at) for w, at in _words(analysis.article.text, sentence) if at not in range(*place)
    ]
    near = range(place.start - _NEARBY, place.end + _NEARBY)
    return Telling(
        number,
        expression,
        sentence,
        frozenset(word for word, _ in words),
        frozenset(word for word, at in words if at in near),
        bits,
    )


def _words(text: str, sentence: Span) -> Iterator[tuple[str, int]]:
    """Names, numbers and words of more than three letters, with their places."""
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match[0]
        if len(word) > 3 or word[0].isupper() or word[0].isdigit():
            yield word.lower(), match.start()


def ties(told: Sequence[Telling], against: Sequence[Telling]) -> list[Tie]:
    """For each of `told`, the tellings of other articles that are alike enough, among those whose
    sentences are nearest."""
    if not told or not against:
        return []
    rarity = _rarity([*told, *against])
    found = []
    for row, columns in _candidates(told, against):
        one = told[row]
        for column, cosine in columns:
            other = against[column]
            if one.article != other.article:
                alike = _alike(one, other, cosine, rarity)
                if alike >= LEAST:
                    found.append(Tie(one, other, alike))
    return _best(found)


def _candidates(
    told: Sequence[Telling], against: Sequence[Telling]
) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """By row of `told`, the columns of `against` with the most bits in common and those that name the
    same day of the year, each with its share of bits, -1 to 1."""
    all_bits = np.stack([t.bits for t in against]).T / _BITS
    by_date: dict[tuple[int, int], list[int]] = defaultdict(list)
    for column, telling in enumerate(against):
        if (day := _date(telling.expression)) is not None:
            by_date[day].append(column)
    for row, telling in enumerate(told):
        cosines = telling.bits @ all_bits
        nearest = np.argsort(-cosines, kind="stable")[:_NEAREST]
        same = by_date.get(_date(telling.expression) or (0, 0), [])[:_NEAREST]
        columns = sorted({*nearest.tolist(), *same})
        yield row, [(c, float(cosines[c])) for c in columns if cosines[c] > _ANGLE]


def _best(found: Sequence[Tie]) -> list[Tie]:
    """Where two sentences hold several dates, each is tied to the one that it is most like."""
    best: dict[tuple[object, ...], float] = {}
    for tie in found:
        for end in _ends(tie):
            best[end] = max(best.get(end, 0.0), _match(tie))
    return [tie for tie in found if all(best[end] <= _match(tie) for end in _ends(tie))]


def _ends(tie: Tie) -> tuple[tuple[object, ...], tuple[object, ...]]:
    one, other = tie.one, tie.other
    pair = (one.article, one.sentence, other.article, other.sentence)
    return (*pair, 0, one.expression.timex.span), (*pair, 1, other.expression.timex.span)


def _match(tie: Tie) -> float:
    """Likeness, and more for the same weekday or the same day of a month."""
    one, other = tie.one.expression, tie.other.expression
    same = _weekday(one) is not None and _weekday(one) == _weekday(other)
    return tie.alike + (same or _same_date(one, other))


def _weekday(expression: Expression) -> int | None:
    if expression.kind == "weekday":
        return expression.number
    fixed = expression.kind == "fixed" and expression.sharp
    return (expression.bounds[0] - 1) % 7 + 1 if fixed else None


def _same_date(one: Expression, other: Expression) -> bool:
    """Whether both name the same day of a month, at least one of them without its year."""
    dates = _date(one), _date(other)
    return dates[0] is not None and dates[0] == dates[1] and "month_day" in (one.kind, other.kind)


def _date(expression: Expression) -> tuple[int, int] | None:
    if expression.kind == "month_day":
        return expression.number, expression.day
    if expression.kind == "fixed" and expression.sharp:
        day = date.fromordinal(expression.bounds[0])
        return day.month, day.day
    return None


def _rarity(told: Sequence[Telling]) -> dict[str, float]:
    counts = Counter(word for telling in told for word in telling.words)
    return {word: (1 + count) ** -0.5 for word, count in counts.items()}


def _alike(one: Telling, other: Telling, cosine: float, rarity: dict[str, float]) -> float:
    """Mean of the angle between the sentences and of the shares of words in common; the same date of the
    year, in sentences that are somewhat alike, is sure."""
    angle = float(np.cos(np.pi * (1 - cosine) / 2))
    whole = _overlap(one.words, other.words, rarity)
    alike = (angle + whole + _overlap(one.nearby, other.nearby, rarity)) / 3
    named = alike >= DATED and _same_date(one.expression, other.expression)
    return max(alike, SURE) if named else alike


def _overlap(one: frozenset[str], other: frozenset[str], rarity: dict[str, float]) -> float:
    """The share of the lesser set's weight that both hold."""
    least = min(fsum(map(rarity.__getitem__, one)), fsum(map(rarity.__getitem__, other)))
    return fsum(map(rarity.__getitem__, one & other)) / least if least else 0.0
