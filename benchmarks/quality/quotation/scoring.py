"""Scores of attribution: contents by overlap, and the speaker where the content was found.

A found content matches a gold one where they share at least half of the characters of both together
(intersection over union, white space not counted); pairs are made greedily, best first, one to one
(the 'overlap' of Citron, Richardson et al. 2020, with a fixed bar). The speaker is right where it
shares a character with the gold source; matches whose gold source is empty are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from benchmarks.quality.quotation.corpus import Attribution, Gold
from dragoman.types import Quotation, Span

BAR: Final = 0.5


class Match(NamedTuple):
    """A gold attribution, the quotation that matches it, and how much their contents share."""

    gold: Attribution
    found: Quotation
    overlap: float


class Matching(NamedTuple):
    """The matches of one article, and what is left over."""

    matches: list[Match]
    missed: list[Attribution]
    extra: list[Quotation]


class Scores(NamedTuple):
    """Percentages, and the counts behind them."""

    precision: float
    recall: float
    content_f1: float
    exact: float  # of the matches, those with the same characters
    speaker: float  # right, of the matches whose gold source is given
    speaker_wrong: float  # a wrong one
    speaker_none: float  # none given
    left_unnamed: float  # none given, of the matches without a gold source
    gold: int
    found: int


def matching(gold: Gold, quotations: Sequence[Quotation]) -> Matching:
    """Gold and found contents of one article, paired."""
    text = gold.article.text
    wanted = [a for a in gold.attributions if a.content]
    ours = [characters(text, (p.span for p in q.content)) for q in quotations]
    theirs = [characters(text, a.content) for a in wanted]
    left, right = dict(enumerate(wanted)), dict(enumerate(quotations))
    matches = []
    for overlap, one, other in sorted(_overlaps(theirs, ours), reverse=True):
        if one in left and other in right:
            matches.append(Match(left.pop(one), right.pop(other), overlap))
    return Matching(matches, list(left.values()), list(right.values()))


def characters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Offsets of the characters in spans that are not white space."""
    return frozenset(i for span in spans for i in range(*span) if not text[i].isspace())


def _overlaps(
    theirs: Sequence[frozenset[int]], ours: Sequence[frozenset[int]]
) -> Iterator[tuple[float, int, int]]:
    for i, one in enumerate(theirs):
        for j, other in enumerate(ours):
            shared = len(one & other)
            if shared and shared / len(one | other) >= BAR:
                yield shared / len(one | other), i, j


def verdict(match: Match) -> str:
    """'right', 'wrong' or 'none'; 'unnamed' or 'invented' where gold has no source."""
    speaker = match.found.speaker
    if not match.gold.source:
        return "unnamed" if speaker is None else "invented"
    if speaker is None:
        return "none"
    start, end = speaker.span
    return "right" if any(s < end and start < e for s, e in match.gold.source) else "wrong"


def scored(pairs: Iterable[tuple[Gold, Sequence[Quotation]]]) -> Scores:
    """Scores over articles (micro average)."""
    counts: Counter[str] = Counter()
    for gold, quotations in pairs:
        result = matching(gold, quotations)
        counts["gold"] += len(result.matches) + len(result.missed)
        counts["found"] += len(quotations)
        counts["match"] += len(result.matches)
        counts["exact"] += sum(match.overlap == 1.0 for match in result.matches)
        counts.update(verdict(match) for match in result.matches)
    return _scores(counts)


def _scores(counts: Counter[str]) -> Scores:
    precision, recall = (
        _share(counts["match"], counts["found"]),
        _share(counts["match"], counts["gold"]),
    )
    given = counts["right"] + counts["wrong"] + counts["none"]
    return Scores(
        precision,
        recall,
        round(2 * precision * recall / ((precision + recall) or 1), 1),
        _share(counts["exact"], counts["match"]),
        _share(counts["right"], given),
        _share(counts["wrong"], given),
        _share(counts["none"], given),
        _share(counts["unnamed"], counts["unnamed"] + counts["invented"]),
        counts["gold"],
        counts["found"],
    )


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
