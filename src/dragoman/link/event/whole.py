"""What the accounts of one event say together: each field as most origins tell it, one vote an origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dragoman.ids import make_id
from dragoman.link.event.account import Account, best, fullest
from dragoman.link.event.cast import Cast
from dragoman.link.event.votes import most_told
from dragoman.link.event.when import REAL, day_of
from dragoman.link.event.words import content
from dragoman.types import ArticleSpan, EntityPassage, Event, EventMention, Status

SETTLED: Final[tuple[Status, ...]] = (
    "happened", "ongoing", "denied", "planned", "called_for", "hypothetical",
)  # fmt: skip
"""What an origin says of an event is the first of these that it says."""
AHEAD: Final[frozenset[Status]] = frozenset({"planned", "called_for", "hypothetical"})
ENOUGH: Final = 3
"""What lay ahead for some has happened where every third origin says so."""


def event_of(
    accounts: Sequence[Account], every: Sequence[Account], near: Sequence[Account], cast: Cast
) -> Event:
    """The event that these accounts, of one type, are of; `every`: they and what only repeats them; `near`: of
    these what repeats their sentences."""
    status = _status(accounts)
    summary = best([a for a in accounts if a.mention.status == status] or accounts)
    articles = {a.mention.article: a.sheet.analysis.article for a in every}
    mentions = sorted(a.mention.id for a in every)
    return Event(
        id=make_id("event", accounts[0].mention.type, fullest(accounts).wording),
        type=accounts[0].mention.type,
        mode=most_told((a.origin, a.mention.mode) for a in accounts if a.mention.mode),
        actor=_told_side(accounts, every, lambda m: m.actor, cast),
        recipient=_told_side(accounts, every, lambda m: m.recipient, cast),
        date=day_of(accounts, near),
        place=most_told((a.origin, a.mention.place.text) for a in accounts if a.mention.place),
        status=status,
        summary=ArticleSpan(article=summary.mention.article, span=summary.span),
        mentions=tuple(mentions),
        articles=len(articles),
        outlets=len({article.outlet or article.source_id for article in articles.values()}),
        origins=len({a.origin for a in every}),
    )


Side = Callable[[EventMention], Iterable[EntityPassage]]


def _told_side(
    accounts: Sequence[Account], every: Sequence[Account], side: Side, cast: Cast
) -> tuple[str, ...]:
    """The entities of a side; where the accounts have only pronouns there, those that repetitions name."""
    found = _side(accounts, side, cast)
    worded = [p for a in accounts for p in side(a.mention)]
    if found or not worded or any(content(p.text) for p in worded):
        return found
    return _side(every, side, cast)


def _side(accounts: Sequence[Account], side: Side, cast: Cast) -> tuple[str, ...]:
    """The entities that at least half as many origins name there as the one named most.

    A state and who acts for it are one party: it is named as most name it, of equals as the state.
    """
    told = {
        (a.origin, cast.one(p.entity))
        for a in accounts
        for p in side(a.mention)
        if p.entity in cast.entities
    }
    counted = Counter(entity for _, entity in told)
    kept: list[str] = []
    for entity in sorted(counted, key=lambda e: (-counted[e], not cast.is_state(e), e)):
        enough = 2 * counted[entity] >= max(counted.values())
        if enough and not any(cast.kin(entity, other) for other in kept):
            kept.append(entity)
    return tuple(sorted(kept))


def _status(accounts: Sequence[Account]) -> Status:
    """What most origins say; but what lay ahead has happened where enough origins or the latest say so."""
    by_origin: dict[str, set[Status]] = defaultdict(set)
    for account in accounts:
        by_origin[account.origin].add(account.mention.status)
    votes = Counter(min(said, key=SETTLED.index) for said in by_origin.values())
    most = min(votes, key=lambda s: (-votes[s], SETTLED.index(s)))
    real = min(REAL & votes.keys(), key=lambda s: (-votes[s], SETTLED.index(s)), default=None)
    if most in AHEAD and real is not None and (_enough(votes) or _is_latest(accounts)):
        return real
    return most


def _enough(votes: Counter[Status]) -> bool:
    return ENOUGH * sum(votes[s] for s in REAL) >= votes.total()


def _is_latest(accounts: Sequence[Account]) -> bool:
    """Whether the latest dated report says that it happened."""
    dated = [a for a in accounts if a.published != "9999"]
    last = max((a.published for a in dated), default=None)
    return any(a.mention.status in REAL for a in dated if a.published == last)
