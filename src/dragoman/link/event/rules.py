"""What keeps two mentions apart whatever speaks for them, and what must speak for them at least.

Both are matrices, mentions by mentions, of the features of a block (`features`). The rules are those
of a careful coder; docs/event-linking.md gives them in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.event.features import Matrix
from dragoman.link.event.mention import Mention, Party

Mask = NDArray[np.bool_]

SAID: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "CONCEDE", "AGREE"})
"""Types that are acts of speech: somebody else's words are another event."""
MUTUAL: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
LOOSE: Final = SAID | MUTUAL | {"PROTEST"}
"""Types of which one story tells many acts that are called alike."""
WORDING: Final = 0.35
SENTENCE: Final = 0.6
SAME_WORDS: Final = 0.75
COPIED: Final = 0.95
SAME_SENTENCE: Final = 0.9
"""Cosines of words and of sentence vectors: a wording in common, one sentence in two articles,
and one copied word by word."""
AGREED: Final = 0.65
"""Likelihood of two mentions of one type that agree in all but the word."""
FAR: Final = 10_000_000
"""Further than any day, as an ordinal."""
SPOKEN: Final = 0.8
UNNAMED: Final = 0.85
"""Likelihoods from which two sayings are one: of one speaker; where a speaker is not told."""
REASONS: Final = 2
SURE: Final = 0.65
"""Likelihood that is a reason itself, for deeds in one story."""
"""All set by reading pairs of cluster articles (benchmarks/quality/event_link/judged.jsonl)."""


def apart(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Pairs of one type that are no one event: their modes, parties or days can't be of one.

    One sentence in two articles is one, whoever its pronouns were taken for.
    """
    told = _parties(mentions, found) & ~_one_wording(found)
    placed = (
        _modes(mentions)
        | _settings(found)
        | _other_times(mentions, found)
        | _told_beside(mentions, found)
    )
    return told | placed | _others(mentions) | _twins(mentions, found)


def grounded(mentions: Sequence[Mention], found: Mapping[str, Matrix], likely: Matrix) -> Mask:
    """Pairs that enough speaks for beside what they are called: two reasons, or one wording.

    What did not happen, and talks with one party in common, need one more; what only one of the reports lays far
    back, two more; sayings need a speaker.
    """
    wording, recipient, day = _wording(found), _recipient(found), found["day"] > 0
    name, actor = found["lemma"] + found["family"] > 0, _worded(found, "actor")
    reasons = [
        _side(found, "actor") | actor, recipient, day, found["place"], wording, found["numbers"],
        _same_frame(mentions), name & (_one_story(mentions) | day), _same_pair(mentions, found),
    ]  # fmt: skip
    total = sum(np.asarray(r, dtype=np.int8) for r in reasons)
    sure = (likely > SURE) & _one_story(mentions) & ~_both(mentions, LOOSE)
    more = [_unreal(mentions), _loose_talks(mentions, found), 2 * _recalled(mentions, found)]
    enough = total + sure >= REASONS + sum(np.asarray(m, dtype=np.int8) for m in more)
    said = ~_both(mentions, SAID) | _one_saying(mentions, found, likely, wording | day | recipient)
    near = _one_story(mentions) | day | wording
    grounds: Mask = enough & said & near | _one_wording(found) | _by_its_day(mentions, found)
    return grounds


def agreed(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Pairs of one type that agree in all but the word: the two who met; both sides, and the day or the
    wording. What scores them was fitted on mentions that have no type."""
    day, named = found["day"] > 0, found["lemma"] + found["family"] > 0
    close = (day & ~_both(mentions, SAID)) | (_wording(found) & named) | (found["words"] > WORDING)
    sides = _side(found, "actor") & _recipient(found) & close
    met = _same_pair(mentions, found) & _one_story(mentions)
    agree: Mask = met | sides | _taken_up(mentions, found) | _by_its_day(mentions, found)
    return agree


def _by_its_day(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Deeds that reports recall by the one day that they share, in words of one meaning: 'the raids of 7 May', 'the
    attack on 7 May'."""
    old = np.array([m.old and m.type not in LOOSE for m in mentions])
    word = found["lemma"] + found["family"] + found["sense"] + found["first sense"] > 0
    recalled: Mask = np.outer(old, old) & (found["other day"] == 0) & word & (found["article"] == 0)
    return recalled


def _taken_up(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """A deed of one article, and the word by which the article takes it up: 'was attacked', 'the attack'; or two
    articles of one story that take up the same."""
    definite = np.array([m.definite for m in mentions])
    deed = np.array([m.type not in LOOSE for m in mentions])
    named = (found["lemma"] + found["family"] > 0) & (found["light"] == 0)
    here = (found["article"] > 0) & (definite[:, None] | definite[None, :])
    there = _one_story(mentions) & _same_frame(mentions) & np.outer(definite, definite)
    taken: Mask = named & (here | there) & np.outer(deed, deed)
    return taken


def _one_saying(
    mentions: Sequence[Mention], found: Mapping[str, Matrix], likely: Matrix, more: Mask
) -> Mask:
    """Sayings of one speaker with more in common, or likely enough; or so likely that nobody need be named."""
    speaker = _side(found, "actor") | _worded(found, "actor")
    told = np.array([bool(m.actors) for m in mentions])
    untold = ~(told[:, None] & told[None, :])
    spoken = speaker & (more | (likely > SPOKEN)) & (~_other_addressee(mentions, found))
    saying: Mask = spoken | (untold & (likely > UNNAMED))
    return saying


def _other_addressee(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Both are told to or about somebody, who share no name or word; and their wording differs."""
    told = np.array([any(p.ids or p.words for p in m.recipients) for m in mentions])
    other: Mask = np.outer(told, told) & ~_recipient(found) & ~_wording(found)
    return other


def _one_wording(found: Mapping[str, Matrix]) -> Mask:
    """One word in sentences that are nearly the same."""
    sentence = (found["words"] > SAME_WORDS) | (found["sentence"] > SAME_SENTENCE)
    same: Mask = sentence & (found["lemma"] + found["family"] > 0)
    return same


def _unreal(mentions: Sequence[Mention]) -> Mask:
    """Pairs of which one did not, or perhaps never, happen."""
    unreal = np.array([m.status in ("denied", "hypothetical") for m in mentions])
    either: Mask = unreal[:, None] | unreal[None, :]
    return either


def _recalled(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Pairs without a party in common of which one is dated long before its report, and the other has no day: old,
    and perhaps new."""
    distant = np.array([m.distant for m in mentions])
    undated = np.array([m.days is None for m in mentions])
    either = np.outer(distant, undated)
    strange: Mask = (either | either.T) & (found["parties"] == 0)
    return strange


def _same_pair(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Mutual acts whose parties are the same two."""
    same: Mask = (found["parties"] >= 2) & _both(mentions, MUTUAL)
    return same


def _loose_talks(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Mutual acts with less than two parties in common, where no visit says what they are."""
    visit = np.array([m.mode == "visit" for m in mentions])
    loose: Mask = (found["parties"] < 2) & _both(mentions, MUTUAL) & ~np.outer(visit, visit)
    return loose


def _wording(found: Mapping[str, Matrix]) -> Mask:
    close: Mask = (found["words"] > WORDING) | (found["sentence"] > SENTENCE)
    return close


def _recipient(found: Mapping[str, Matrix]) -> Mask:
    """One recipient, or a word for it in common."""
    agreed: Mask = _side(found, "recipient") | _worded(found, "recipient")
    return agreed


def _worded(found: Mapping[str, Matrix], side: str) -> Mask:
    """A word for the parties of a side in common."""
    agreed: Mask = np.maximum(found[f"{side} words"], found[f"{side} called"]) > 0
    return agreed


def _side(found: Mapping[str, Matrix], side: str) -> Mask:
    agreed: Mask = np.maximum(found[side], found[f"{side} kin"]) > 0
    return agreed


def _one_story(mentions: Sequence[Mention]) -> Mask:
    story = np.array([m.story for m in mentions])
    same: Mask = story[:, None] == story[None, :]
    return same


def _same_frame(mentions: Sequence[Mention]) -> Mask:
    """One frame that asks for an object ('recall' with an envoy); of deeds done by one side, any frame."""
    frames = np.array([_frame(m) for m in mentions])
    same: Mask = (frames[:, None] == frames[None, :]) & (frames != "")
    return same


def _frame(mention: Mention) -> str:
    """The frame with its object; of deeds of one side without it."""
    name, plus, _ = mention.frame.partition("+")
    return name if mention.type not in LOOSE else mention.frame if plus else ""


def _modes(mentions: Sequence[Mention]) -> Mask:
    """Two modes, or a visit and talks: the talks are an event within the visit."""
    modes = np.array([m.mode or "" for m in mentions])
    other = modes[:, None] != modes[None, :]
    known = modes != ""
    visit = modes == "visit"
    both = np.outer(known, known) | visit[:, None] | visit[None, :]
    mode: Mask = other & both
    return mode


def _parties(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Another recipient; another speaker, or actor where the recipient isn't the same; mutual acts
    without a party in common; deeds of one party to which the other is done."""
    actor, recipient = found["actor differs"] > 0, found["recipient differs"] > 0
    crossed = found["crossed"] > 0
    other_actor = actor & (_both(mentions, SAID) | ~_side(found, "recipient"))
    turned = crossed & ~_side(found, "actor") & ~_side(found, "recipient")
    recipient = recipient | (turned & ~_both(mentions, MUTUAL)) | _one_and_many(mentions)
    differ: Mask = recipient | np.where(_both(mentions, MUTUAL), actor & ~crossed, other_actor)
    return differ | _strangers(mentions, found)


def _strangers(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """A conflict between two who are named, and what others do: nobody of one is or acts for one of the other."""
    sides = [[p for p in m.actors if p.ids] for m in mentions]
    two = np.array([len(side) > 1 for side in sides])
    named = np.array([any(p.ids for p in (*m.actors, *m.recipients)) for m in mentions])
    other = np.outer(two, named) & (found["related"] == 0)
    strangers: Mask = other | other.T
    return strangers


def _one_and_many(mentions: Sequence[Mention]) -> Mask:
    """Done to one person, and to several: 'arrested the minister', 'arrested 89 people'; or said by one, and by
    several."""
    told_by = _both(mentions, SAID) & _counted_apart([m.actors for m in mentions])
    return told_by | _counted_apart([m.recipients for m in mentions])


def _counted_apart(sides: Sequence[Sequence[Party]]) -> Mask:
    """Sides of which one is a person, and the other several by their wording."""
    one = np.array([len(side) == 1 and side[0].person for side in sides])
    many = np.array([bool(side) and all(p.many for p in side) for side in sides])
    differ: Mask = np.outer(one, many) | np.outer(many, one)
    return differ


def _settings(found: Mapping[str, Matrix]) -> Mask:
    """Other days, or two triggers of one sentence."""
    return (found["other day"] > 0) | (found["one sentence"] > 0)


def _other_times(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """One lies behind its report and the other came after; or ahead of it, and the other was over before. A deed
    done to one recipient may have been misread as planned."""
    since = np.array([-FAR if m.since is None else m.since for m in mentions])
    until = np.array([FAR if m.until is None else m.until for m in mentions])
    first = np.array([-FAR if m.days is None else m.days[0] for m in mentions])
    last = np.array([FAR if m.days is None else m.days[1] for m in mentions])
    over, after = last[:, None] < since[None, :], first[:, None] > until[None, :]
    misread = (found["recipient"] > 0) & ~_both(mentions, MUTUAL)
    times: Mask = after | after.T | ((over | over.T) & ~misread)
    return times


def _told_beside(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """News of an article, and what the article recalls beside it; but for 'the attack', which may take that up."""
    definite = np.array([m.definite for m in mentions])
    taken = definite[:, None] | definite[None, :]
    beside: Mask = _recalled(mentions, found) & (found["article"] > 0) & ~taken
    return beside


def _others(mentions: Sequence[Mention]) -> Mask:
    """Two ordinals ('third', 'fourth'), or 'another' where the other mention lacks it."""
    which = np.array([m.which for m in mentions])
    unlike = which[:, None] != which[None, :]
    other, known = which == "other", which != ""
    told: Mask = unlike & (np.outer(known, known) | other[:, None] | other[None, :])
    return told


def _twins(mentions: Sequence[Mention], found: Mapping[str, Matrix]) -> Mask:
    """Two triggers of one sentence, in two copies of it."""
    place = np.array([m.ordinal for m in mentions])
    again = (found["lemma"] > 0) & (place[:, None] != place[None, :])
    other = found["lemma"] == 0
    twins: Mask = ((found["words"] > SAME_WORDS) & again) | ((found["words"] > COPIED) & other)
    return twins


def _both(mentions: Sequence[Mention], types: frozenset[str]) -> Mask:
    member = np.array([m.type in types for m in mentions])
    return np.outer(member, member)
