"""Several mentions of one event as one: what each tells of it, told by all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.link.event.mention import Mention, Party


def as_one(mentions: Sequence[Mention]) -> Mention:
    """The mention that tells most, with the parties, day and place that it lacks and others have."""
    first, *others = sorted(mentions, key=_fullest)
    return completed(first, others)


def completed(mention: Mention, others: Iterable[Mention]) -> Mention:
    """A mention with what others, which are of the same event, tell where it names nobody, no day or no place.

    Days are those that lie in all intervals that are told; where two contradict each other, nothing is added.
    """
    known = [mention, *others]
    return replace(
        mention,
        actors=_named(m.actors for m in known),
        recipients=_named(m.recipients for m in known),
        days=mention.days or _common(m.days for m in known),
        times=mention.times or next((m.times for m in known if m.times), frozenset()),
        places=mention.places or next((m.places for m in known if m.places), frozenset()),
    )


def _named(sides: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """The first side with an entity or place; else the first that says a word; else nobody."""
    known = [side for side in sides if side]
    named = next((side for side in known if any(p.ids for p in side)), None)
    return named or next((side for side in known if any(p.words for p in side)), ())


def _common(days: Iterable[tuple[int, int] | None]) -> tuple[int, int] | None:
    """The days in all intervals; None where there are none."""
    known = [d for d in days if d]
    if not known:
        return None
    first, last = max(d[0] for d in known), min(d[1] for d in known)
    return (first, last) if first <= last else None


def _fullest(mention: Mention) -> tuple[object, ...]:
    """Sorts by how much is told: both sides named, the day, the place; then by the words."""
    named = sum(any(p.ids for p in side) for side in (mention.actors, mention.recipients))
    told = 2 * named + (mention.days is not None) + bool(mention.places)
    return (-told, mention.lemmas, sorted(mention.words), mention.ordinal, mention.id)
