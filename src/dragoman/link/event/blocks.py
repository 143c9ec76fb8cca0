"""Mentions that may be one event, so that no others are compared.

A block holds the mentions of one type. One that is too large is split by what names the event, then by
who takes part, then cut: cost stays linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dragoman.link.event.mention import Mention
from dragoman.link.event.words import family

LARGEST: Final = 400
"""Mentions in a block: about 40 ms of comparing."""


def blocks(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions in groups of at most `LARGEST`, every one in one group."""
    kinds: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        kinds[mention.type or ""].append(mention)
    for _, kind in sorted(kinds.items()):
        yield from _split(kind, (_trigger, _who))


def _split(
    mentions: list[Mention], ways: Sequence[Callable[[Mention], str]]
) -> Iterator[list[Mention]]:
    if len(mentions) <= LARGEST:
        yield mentions
    elif not ways:
        yield from (mentions[i : i + LARGEST] for i in range(0, len(mentions), LARGEST))
    else:
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            groups[ways[0](mention)].append(mention)
        for _, group in sorted(groups.items()):
            yield from _split(group, ways[1:])


def _trigger(mention: Mention) -> str:
    return family(mention.lemmas[0])


def _who(mention: Mention) -> str:
    """The first of the states, entities or words of its parties."""
    parties = (*mention.actors, *mention.recipients)
    keys = sorted(s for p in parties for s in p.stands_for) or sorted(
        i for p in parties for i in p.ids
    )
    return next(iter(keys), "")
