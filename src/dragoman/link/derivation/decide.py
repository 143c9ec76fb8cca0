"""Whether one article was made from another, in what way, and which came first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dragoman.dates import minutes
from dragoman.link.derivation.align import Compared, best_pairs
from dragoman.link.derivation.credits import agencies, cites, in_passing, tells
from dragoman.link.derivation.words import Prepared
from dragoman.resources import load_json
from dragoman.types import Article, DerivationKind

COPIED: Final = 0.2
"""Share of the shorter's own runs of five words from which articles are copies in part. Set on the
development half of the cluster pairs: reports that share an agency's background paragraph reach 0.1."""

COPY: Final = 0.4
"""Share from which a copy is called one; below it the words were worked over."""

WHOLE: Final = 0.8
"""Share of all runs of the shorter, quotations too, from which the other prints it whole."""

SAID: Final = 6
"""Runs of five quoted words in common from which a shared quotation is told: ten words on end."""

WEIGHTS: Final = "derivation_weights.json"
"""Weights of `FEATURES`, and the score from which articles that share few words are taken as made from
one another: logistic regression, by benchmarks/quality/derivation/fit.py."""

FEATURES: Final = (
    "matched sentences",
    "distinct matches",
    "names and numbers",
    "details",
    "order",
    "lengths that differ",
)

IN_ORDER: Final = 2.0
"""Deviations of chance from which the order is called the same."""

ENOUGH: Final = 8
"""Sentences of the reporter's own that the shorter article needs before matches count in full."""

CITED: Final = 3.0
SAME_AGENCY: Final = 1.0
"""Log odds: for an article that names the other's outlet as where its report comes from, and for two that credit
one agency. Set by reading the development pairs that have them."""

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
    if copied(found):
        share = _copied_share(found)
        kind: DerivationKind = "copy" if share >= COPY else "rewrite"
        return _directed(one, other, found, kind, max(score, min(1.0, 0.5 + share / 2)))
    if score >= _model().made:
        return _directed(one, other, found, "rewrite", score)
    if found.said >= SAID:
        return Decision(
            "shared_quotation", min(1.0, found.said / 50), None, ("the same quoted words",)
        )
    return None


def copied(found: Compared) -> bool:
    """Whether so many words stand in both that no score is needed."""
    return found.verbatim >= COPIED or found.whole >= WHOLE


def _copied_share(found: Compared) -> float:
    """Of the reporter's own runs; of all runs where the shorter is printed whole."""
    return max(found.verbatim, found.whole) if found.whole >= WHOLE else found.verbatim


def made_score(one: Prepared, other: Prepared, found: Compared) -> float:
    """0 to 1: how likely the two go back to one report."""
    model = _model()
    values = zip(model.weights, features(one, other, found), strict=True)
    total = model.bias + sum(w * v for w, v in values) + credited(one, other)
    return 1 / (1 + math.exp(-total))


def features(one: Prepared, other: Prepared, found: Compared) -> tuple[float, ...]:
    """The values of `FEATURES` for a pair."""
    lengths = sorted((len(one.told), len(other.told)))
    own = min(sum(not t.spoken for t in article.told) for article in (one, other))
    enough = min(1.0, own / ENOUGH)
    return (
        found.matched * enough,
        found.distinct * enough,
        found.hard,
        found.details,
        found.order,
        math.log(lengths[1] / lengths[0]),
    )


def credited(one: Prepared, other: Prepared) -> float:
    """What the credits of two articles add to the score, in log odds."""
    told = tells(one.article, other.article) or tells(other.article, one.article)
    added = CITED if told else 0.0
    if agencies(one.article) & agencies(other.article):
        added += SAME_AGENCY
    return added


@dataclass(frozen=True, slots=True)
class _Model:
    """What `WEIGHTS` holds; `weights` in the order of `FEATURES`."""

    weights: tuple[float, ...]
    bias: float
    made: float


@cache
def _model() -> _Model:
    table: dict[str, Any] = load_json(WEIGHTS)
    return _Model(tuple(table["weights"][name] for name in FEATURES), table["bias"], table["made"])


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
    first, why = _first(one, other) or _in_time(one, other, found, kind) or (None, None)
    if why:
        reasons.append(why)
    elif kind == "rewrite" and min(own) >= ADDED:
        kind = "shared_source"
        reasons.append("each has what the other lacks")
    return Decision(kind, score, first, tuple(reasons))


def _first(one: Prepared, other: Prepared) -> tuple[int, str] | None:
    """Which came first, by credits, then by dates, then by agency and dateline."""
    if cites(other.article, one.article) != cites(one.article, other.article):
        return (0 if cites(other.article, one.article) else 1), "one names the other's outlet"
    days = [a.article.published.value[:10] if a.article.published else None for a in (one, other)]
    if days[0] and days[1] and days[0] != days[1]:
        return (0 if days[0] < days[1] else 1), "the earlier date first"
    for reason, marks in (
        (
            "one credits an agency, the other nobody",
            [_credited(a.article) for a in (one, other)],
        ),
        (
            "one has a dateline, the other none",
            [a.article.dateline is not None for a in (one, other)],
        ),
    ):
        if marks[0] != marks[1]:
            return (0 if marks[0] else 1), reason
    return None


def _in_time(
    one: Prepared, other: Prepared, found: Compared, kind: DerivationKind
) -> tuple[int, str] | None:
    """Which came first, by content. Where both give the minute and that makes the earlier of the two from the
    later, the direction stays open."""
    told = _by_content(one, other, found, kind)
    times = minutes(one.article.published, other.article.published)
    return None if told and times and times[told[0]] > min(times) else told


def _credited(article: Article) -> bool:
    """Whether it says whose report it is."""
    own = agencies(article)
    return any(c.agency in own and not in_passing(article, c) for c in article.credits)


def _by_content(
    one: Prepared, other: Prepared, found: Compared, kind: DerivationKind
) -> tuple[int, str] | None:
    """Which came first, by what was left out. Who tells a report again keeps fewer of its names and
    numbers, and tells in other words what the first quotes; of a copy parts are cut."""
    if kind == "copy":
        own = _own_share(found, 1), _own_share(found, 0)
        fuller = max(own) >= ADDED > min(own)
        return (int(own[0] < own[1]), "all that one has stands in the other") if fuller else None
    quoting, lacking = _quoting(one, other, found), _lacking(one, other)
    if quoting and quoting * lacking >= 0:
        return int(quoting < 0), "one quotes what the other tells in other words"
    return None


def _quoting(one: Prepared, other: Prepared, found: Compared) -> int:
    """How many more sentences of the first than of the second quote what the other tells itself."""
    pairs = best_pairs(found.likeness, OWN_BELOW)
    return sum(one.told[i].spoken - other.told[j].spoken for i, j in pairs)


def _lacking(one: Prepared, other: Prepared) -> int:
    """How many more names and numbers the second lacks of the first's than the other way."""
    first, second = (frozenset().union(*(t.hard for t in a.told)) for a in (one, other))
    return len(first) - len(second)


def _own_share(found: Compared, axis: int) -> float:
    """Share of the sentences of the first (axis 1) or second (axis 0) that nothing answers to."""
    return float((found.likeness.max(axis) < OWN_BELOW).mean())


def _likeness_in_words(found: Compared) -> str:
    if copied(found):
        return f"{_copied_share(found):.0%} of the shorter's runs of five words stand in the other"
    matched = f"{found.matched:.0%} of the shorter's sentences answer to sentences of the other"
    return f"{matched}, mostly in the same order" if found.order > IN_ORDER else matched
