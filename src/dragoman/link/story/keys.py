"""Keys that reports of one happening share: pairs of the words that tell most, with and without days.

Coverage of a happening lies within days, so keys with a stretch of days may be of common words: however
large the record, such a key gathers what was told in those days alone. Keys without days find the later
reports of an affair and articles without a date; their words together must be rare. Ten quoted words on end are
a key, too: who prints the same long quotation is worth a look, whatever else the two reports tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import combinations
from typing import Final

from dragoman.link.story.prepare import Term, published_day, terms_of
from dragoman.types import Analysis, Article
from dragoman.wording import words

STRETCH: Final = 8
"""Days of a stretch; a new one starts every half, so that articles four days apart share one."""

TELLING: Final = 12
TELLING_DATED: Final = 4
TELLING_ALONE: Final = 5
"""Words that are combined without days, combined with days, and taken one by one with days."""

MOST: Final = 45
"""Keys without days."""

RARE: Final = 8.0
RARE_DATED: Final = 5.0
RARE_ALONE: Final = 4.0
"""Nats that the words of a key must weigh together. By chance, one in e^8 articles has both of two."""

NAMED: Final = 1.5
"""What a name counts more than another word."""

USUAL: Final = 6.0
"""Nats above which a word tells no more: a word that nobody else uses joins nothing."""


QUOTED: Final = 10
"""Words on end that make a quotation a key."""

QUOTATIONS: Final = 8
"""Keys that are quotations."""


def keys_of(analysis: Analysis) -> tuple[str, ...]:
    """Between 0 and about 70 keys; none of an article in another language than English.

    Words are weighed by counts of English, which have no weight for 'que' or 'nicht': any two articles
    in one other language would share rare words and seem near.
    """
    if not _english(analysis.article):
        return ()
    telling = nsmallest(TELLING, terms_of(analysis), key=lambda t: (-_tells(t), t.stem))
    found = {f"a {both}" for both in _rare(telling, RARE)[:MOST]}
    day = published_day(analysis.article)
    if day is not None:
        half = day // (STRETCH // 2)
        dated = _rare(telling[:TELLING_DATED], RARE_DATED)
        dated += [t.stem for t in telling[:TELLING_ALONE] if t.weight >= RARE_ALONE]
        found |= {f"d{stretch} {word}" for stretch in (half - 1, half) for word in dated}
    return tuple(sorted({*found, *nsmallest(QUOTATIONS, _quoted(analysis))}))


def _quoted(analysis: Analysis) -> Iterator[str]:
    """Of each quotation the run of words whose hash is least: who cuts it mostly keeps that run, or another's."""
    text = analysis.article.text
    for span in (span for trace in analysis.traces for span in trace.quoted):
        said = words(text[span.start : span.end])
        runs = (said[i : i + QUOTED] for i in range(len(said) - QUOTED + 1))
        least = min(
            (blake2b(" ".join(run).encode(), digest_size=8).hexdigest() for run in runs),
            default=None,
        )
        if least is not None:
            yield f"q {least}"


def _english(article: Article) -> bool:
    """Whether the article's language is English or not known."""
    tag = (article.language or "en").strip().lower()
    return tag.replace("_", "-").split("-")[0] in ("en", "eng", "english")


def _tells(term: Term) -> float:
    """How much a word tells of what its article is about."""
    return min(term.weight, USUAL) * float(term.place**0.8) * (NAMED if term.name else 1.0)


def _rare(terms: Sequence[Term], least: float) -> list[str]:
    """Pairs of terms that weigh `least` together, those that tell most first."""
    told = [(t.stem, t.weight, _tells(t)) for t in terms]
    pairs = [
        (-(tells * other_tells), f"{min(stem, other)} {max(stem, other)}")
        for (stem, weight, tells), (other, other_weight, other_tells) in combinations(told, 2)
        if weight + other_weight >= least
    ]
    return [both for _, both in sorted(pairs)]
