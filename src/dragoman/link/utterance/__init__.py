"""Quotation groups: one utterance across articles, in all the words in which it was reported.

Quotations are of one utterance where their wordings overlap, or where speakers who can be one say the
same in other words about the same day (`match`). A quotation in a sentence that repeats another of its
origin is that one's (`voices`). A group adds something to its quotations: it is of two origins, or an
article rewrites another of its origin and words it otherwise: who reworded it is what a reader wants to
know. So copies of a report, exact, in part or with some words changed, make no group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, count, product

from dragoman.ids import make_id
from dragoman.link.utterance import speakers
from dragoman.link.utterance.match import Match, reworded, worded
from dragoman.link.utterance.sayings import Saying, sayings
from dragoman.linking import Affair
from dragoman.types import Linked, QuotationGroup
from dragoman.voices import Voices, voices_of

__all__ = ["join", "utterances"]

UNDATED = "9999"
"""After every day."""

SHARED = 0.3
"""Share of the words of the shorter from which two quotations in one sentence are one."""


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, with the groups of the affair's quotations and the membership of all of these.

    Time is linear in the quotations, apart from those that share words or a speaker.
    """
    made: dict[str, QuotationGroup] = {}
    voices = voices_of(affair)
    membership: list[tuple[str, str]] = []
    found = {saying.quotation.id: saying for saying in sayings(affair.members)}
    repeated = voices.repeated(
        [saying.quotation for saying in found.values()],
        lambda quotation: quotation.content[0].span.start,
        lambda one, first: _overlap(found[one.id], found[first.id]),
    )
    for utterance in utterances([found[id_] for id_ in repeated]):
        every = [found[id_] for s in utterance for id_ in repeated[s.quotation.id]]
        if _adds_something(every, voices):
            group = _group(affair.id, utterance, every, made)
            made[group.id] = group
            membership += [(id_, group.id) for id_ in group.quotations]
    return replace(
        said,
        facts=(*said.facts, *(made[id_] for id_ in sorted(made))),
        membership=(*said.membership, *sorted(membership)),
    )


# ---------------------------------------------------------------- utterances


def utterances(found: Sequence[Saying]) -> Iterator[list[Saying]]:
    """Quotations by utterance. Copies, alike to the word, are compared once."""
    copies: dict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sorted(found, key=_earliest):
        copies[(saying.words, saying.speaker.entity, saying.relay, saying.origin)].append(saying)
    lumps = list(copies.values())
    first = [lump[0] for lump in lumps]
    for numbers in _joined(first, [*worded(first), *reworded(first)]):
        yield [saying for number in numbers for saying in lumps[number]]


def _joined(found: Sequence[Saying], matches: Iterable[Match]) -> list[list[int]]:
    """Components: by wording whatever matches; by sense only what puts no two of one article together."""
    of = list(range(len(found)))
    members = [[number] for number in of]
    for match in sorted(matches, key=lambda m: (not m.worded, -m.score, m.one, m.other)):
        one, other = sorted((of[match.one], of[match.other]))
        if one != other and (match.worded or _fit(found, members[one], members[other])):
            for number in members[other]:
                of[number] = one
            members[one] += members[other]
            members[other] = []
    return [sorted(numbers) for numbers in members if numbers]


def _fit(found: Sequence[Saying], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two sets of quotations can be one utterance: what both have of an article must be a
    report in the reporter's words and the speaker's own."""
    kinds = {(found[number].article, found[number].spoken) for number in one}
    articles = {article for article, _ in kinds}
    return all(
        found[number].article not in articles
        or (found[number].article, found[number].spoken) not in kinds
        for number in other
    )


def _overlap(saying: Saying, first: Saying) -> float:
    """Share of the words of the shorter of two quotations that both have; nought below `SHARED`."""
    one, other = set(saying.words), set(first.words)
    share = len(one & other) / min(len(one), len(other))
    return share if share >= SHARED else 0.0


def _adds_something(utterance: Sequence[Saying], voices: Voices) -> bool:
    """Whether it is of two origins, or of two versions of one report that word it in two ways."""
    if len({saying.origin for saying in utterance}) > 1:
        return True
    worded: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for saying in utterance:
        if version := voices.version(saying.article):
            worded[version].add(saying.words)
    return any(_differ(one, other) for one, other in combinations(worded.values(), 2))


def _differ(one: Iterable[tuple[str, ...]], other: Iterable[tuple[str, ...]]) -> bool:
    """Whether no wording of one is the same as one of the other's, or cut from it."""
    return not any(
        _is_cut(first, second) or _is_cut(second, first) for first, second in product(one, other)
    )


def _is_cut(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of one stand in the other, in their order."""
    left = iter(whole)
    return all(word in left for word in short)


# ---------------------------------------------------------------- groups


def _group(
    affair: str, utterance: Sequence[Saying], every: Sequence[Saying], taken: Container[str]
) -> QuotationGroup:
    """The group of what is told first (`utterance`) and of all that repeats it (`every`)."""
    ordered = sorted(utterance, key=_earliest)
    named = _speakers(ordered) or _speakers(sorted(every, key=_earliest))
    return QuotationGroup(
        id=_id(affair, ordered, taken),
        speaker=named[0] if named else None,
        quotations=tuple(sorted(saying.quotation.id for saying in every)),
        wordings=_wordings(sorted(every, key=_earliest)),
        speakers=tuple(named),
    )


def _id(affair: str, ordered: Sequence[Saying], taken: Container[str]) -> str:
    """From the words that most of the first day's reports have: copies do not change it."""
    day = ordered[0].day
    counts = Counter(saying.words for saying in ordered if saying.day == day)
    words = min(counts, key=lambda said: (-counts[said], said))
    ids = (make_id("quotation_group", affair, day, words, number) for number in count())
    return next(id_ for id_ in ids if id_ not in taken)


def _earliest(saying: Saying) -> tuple[str, tuple[str, ...], str, str, str, int]:
    """By day, undated last; of one day by the words, so that copies change nothing."""
    named = saying.speaker.entity or ""
    place = (saying.article, saying.span.start)
    return (saying.day or UNDATED, saying.words, _text(saying), named, *place)


def _wordings(ordered: Sequence[Saying]) -> tuple[str, ...]:
    """One text of each wording, as first reported; those of one day the longest first.

    What an article has in part is not another wording of what it has in full.
    """
    versions: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    first: dict[tuple[str, ...], Saying] = {}
    for saying in ordered:
        versions[saying.article].add(saying.words)
        first.setdefault(saying.words, saying)
    whole = {words for version in versions.values() for words in _whole(version)}
    kept = sorted(
        (first[words] for words in whole), key=lambda s: (s.day or UNDATED, -len(s.words), s.words)
    )
    return tuple(_text(saying) for saying in kept)


def _whole(wordings: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those that are not cut from a longer one."""
    kept: list[tuple[str, ...]] = []
    for words in sorted(wordings, key=lambda words: (-len(words), words)):
        if not any(_is_cut(words, longer) for longer in kept):
            kept.append(words)
    return kept


def _text(saying: Saying) -> str:
    return " … ".join(" ".join(passage.text.split()) for passage in saying.quotation.content)


def _speakers(ordered: Sequence[Saying]) -> list[str]:
    """Ids of the speakers who can't be one another, by the origins that name them.

    Who only passes the words on counts where nobody else is named.
    """
    own = [s for s in ordered if s.speaker.entity and not s.relay]
    own = own or [s for s in ordered if s.speaker.entity]
    own = [s for s in own if s.speaker.named] or own
    known = {s.speaker.entity or "": s.speaker for s in reversed(own)}
    votes = Counter(entity for entity, _ in {(s.speaker.entity or "", s.origin) for s in own})
    first = {entity: number for number, entity in enumerate(s.speaker.entity or "" for s in own)}
    kept: list[str] = []
    for entity in sorted(votes, key=lambda e: (-votes[e], not known[e].surname, first[e], e)):
        if all(speakers.conflict(known[entity], known[other]) for other in kept):
            kept.append(entity)
    return kept
