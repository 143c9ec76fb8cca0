"""Whether one article was made from another, in what way, and which came first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from dragoman.link.derivation.align import Compared
from dragoman.link.derivation.credits import agencies, cites
from dragoman.link.derivation.words import Prepared
from dragoman.types import DerivationKind

COPIED: Final = 0.2
"""Share of the shorter's own runs of five words from which articles are copies in part. Set on the
development half of the cluster pairs: reports that share an agency's background paragraph reach 0.1."""

MADE: Final = 0.52
"""Score from which articles that share few words are taken as made from one another: where at least
nine of ten joined pairs of the development half are right."""

SAID: Final = 6
"""Runs of five quoted words in common from which a shared quotation is told: ten words on end."""

WEIGHTS: Final = (
    ("the same runs of words", 3.05),
    ("likeness in order", 1.11),
    ("order", 0.195),
    ("matched sentences", 5.205),
    ("names", 0.515),
    ("numbers", 0.359),
    ("lengths that differ", -1.873),
)
BIAS: Final = -0.913
"""Logistic regression on the development half of `benchmarks/quality/derivation` (pairs that share less
than `COPIED`), with the two credits below as fixed offsets."""

ENOUGH: Final = 8
"""Sentences of the reporter's own that the shorter article needs before matches count in full."""

CITED: Final = 3.0
SAME_AGENCY: Final = 1.0
ADDED: Final = 0.2
"""Share of an article that nothing in the other answers to, from which it has material of its own."""


OWN_BELOW: Final = 0.25
"""Likeness to the best sentence of the other article below which a sentence is the article's own."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a pair is. `first` is 0 or 1: which of the two the other was made from; None: not told."""

    kind: DerivationKind
    score: float
    first: int | None
    reasons: tuple[str, ...]


def decide(one: Prepared, other: Prepared, found: Compared) -> Decision | None:
    """The relation of two articles; None where they are independent reports."""
    score = made_score(one, other, found)
    if found.verbatim >= COPIED:
        kind: DerivationKind = "copy" if found.verbatim >= 0.4 else "rewrite"
        return _directed(one, other, found, kind, max(score, min(1.0, 0.5 + found.verbatim / 2)))
    if score >= MADE:
        return _directed(one, other, found, "rewrite", score)
    if found.said >= SAID:
        return Decision(
            "shared_quotation", min(1.0, found.said / 50), None, ("the same quoted words",)
        )
    return None


def made_score(one: Prepared, other: Prepared, found: Compared) -> float:
    """0 to 1: how likely the two go back to one report, from what they have in common."""
    lengths = sorted((len(one.told), len(other.told)))
    own = min(sum(not t.spoken for t in article.told) for article in (one, other))
    values = (
        math.sqrt(found.verbatim),
        math.log(found.ordered + 0.02),
        min(max(found.order, -1.0), 4.0),
        found.matched * min(1.0, own / ENOUGH),
        found.hard,
        found.numbers,
        math.log(lengths[1] / lengths[0]),
    )
    total = BIAS + sum(w * v for (_, w), v in zip(WEIGHTS, values, strict=True))
    if _one_cites(one, other):
        total += CITED
    if agencies(one.article) & agencies(other.article):
        total += SAME_AGENCY
    return 1 / (1 + math.exp(-total))


def _one_cites(one: Prepared, other: Prepared) -> bool:
    return cites(one.article, other.article) or cites(other.article, one.article)


def _directed(
    one: Prepared, other: Prepared, found: Compared, kind: DerivationKind, score: float
) -> Decision:
    reasons = [_likeness_in_words(found)]
    own = _own_share(found, 1), _own_share(found, 0)
    shared = sorted(agencies(one.article) & agencies(other.article))
    if shared:
        reasons.append(f"both credit {', '.join(shared)}")
    if kind == "rewrite" and shared and not _one_cites(one, other):
        return Decision("shared_source", score, None, tuple(reasons))
    first, why = _first(one, other, own)
    if why:
        reasons.append(why)
    elif kind == "rewrite" and min(own) >= ADDED:
        kind = "shared_source"
        reasons.append("each has what the other lacks")
    return Decision(kind, score, first, tuple(reasons))


def _first(
    one: Prepared, other: Prepared, own: tuple[float, float]
) -> tuple[int | None, str | None]:
    """Which came first, by credits, then by dates, then by what was added or left out."""
    if cites(other.article, one.article) != cites(one.article, other.article):
        return (0 if cites(other.article, one.article) else 1), "one names the other's outlet"
    days = [a.article.published.value[:10] if a.article.published else None for a in (one, other)]
    if days[0] and days[1] and days[0] != days[1]:
        return (0 if days[0] < days[1] else 1), "the earlier date first"
    for reason, marks in (
        (
            "one credits an agency, the other nobody",
            [bool(agencies(a.article)) for a in (one, other)],
        ),
        (
            "one has a dateline, the other none",
            [a.article.dateline is not None for a in (one, other)],
        ),
    ):
        if marks[0] != marks[1]:
            return (0 if marks[0] else 1), reason
    if max(own) >= ADDED > min(own):
        return (0 if own[0] > own[1] else 1), "all that one has stands in the other"
    return None, None


def _own_share(found: Compared, axis: int) -> float:
    """Share of the sentences of the first (axis 1) or second (axis 0) that nothing answers to."""
    return float((found.likeness.max(axis) < OWN_BELOW).mean())


def _likeness_in_words(found: Compared) -> str:
    if found.verbatim >= COPIED:
        return f"{found.verbatim:.0%} of the shorter's runs of five words stand in the other"
    matched = f"{found.matched:.0%} of the shorter's sentences answer to sentences of the other"
    return f"{matched}, mostly in the same order" if found.order > 1 else matched
