"""What an expression is counted from, and whether it lies before or behind it.

The direction comes from the verb: from the tree where the encoder ran, else from the words around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.extract.timex.calendar import bounds, quarter
from dragoman.extract.timex.lexicon import listed
from dragoman.extract.timex.tokens import Tokens

_FUTURE: Final = listed(
    "will 'll shall wo due scheduled expected expects expect planned slated upcoming "
    "payable effective intends next tomorrow forthcoming expire expires begins starts opens "
    "matures"
)
_PAST: Final = listed(
    "was were had did said told been began went came took made met left held saw rose fell "
    "got gave won lost sent spoke wrote became found led ran sold shot struck hit put cut "
    "let paid broke drew grew knew stood thought brought built bought caught dealt fought "
    "heard kept meant sought spent taught threw wore quit shut spread ago since has have "
    "'ve flew sank fled laid leapt leaped sprang swore woke chose drove rode slid sat"
)
_NOT_PAST: Final = listed(
    "need indeed speed feed seed united hundred unlimited limited succeed proceed exceed bleed breed "
    "embed weed heed deed armed unarmed"
)
_ED: Final = re.compile(r"[a-z]{2,}ed")
_NOT_INFINITIVE: Final = re.compile(
    r"the|a|an|its|his|her|their|our|[^a-z].*|.*ing|.*s|about|more|less|nearly|at|some"
)
AHEAD: Final = 2
"""'will', 'is due'."""
MAYBE_AHEAD: Final = 1
"""An infinitive or a modal: 'a decision to leave', 'would'."""
_MAYBE: Final = frozenset(["would", "can", "may", "could", "might", "should", "must"])
_WINDOW: Final = 14  # tokens; set on the 120 tuning documents of TimeBank
_STEPS: Final = 8
_PERFECT: Final = 4  # tokens from 'had' to the infinitive in 'had been due to expire'


def direction(tokens: Tokens, start: int, end: int) -> int:
    """-1 where the verb is of the past, `AHEAD` or `MAYBE_AHEAD` where it looks ahead, 0 unknown."""
    if near := _neighbour(tokens, start):
        return near
    if tokens.head[start] != -2:
        return _by_tree(tokens, start) or _by_words(tokens, start, end)
    return _by_words(tokens, start, end)


def _neighbour(tokens: Tokens, start: int) -> int:
    """The word that touches it: 'since March', 'issued July 1', 'effective on Feb. 1'."""
    place = start - 1
    if tokens.word(place) == "since":
        return -1
    if _deadline(tokens, place):
        return AHEAD
    if tokens.word(place) in ("on", "in", "this", "the"):
        place -= 1
    same = place >= 0 and tokens.sentence[place] == tokens.sentence[start]
    return _cue(tokens, place) if same and tokens.words[place] != "to" else 0


_GIVING: Final = listed("gave give gives given giving has have")
_GIVEN: Final = 4  # tokens between 'gave' and 'until'


def _deadline(tokens: Tokens, place: int) -> bool:
    """'Gave them until Friday' looks ahead, though its verb is past."""
    until = tokens.word(place) in ("until", "till")
    return until and not _GIVING.isdisjoint(tokens.words[max(0, place - _GIVEN) : place])


def _by_words(tokens: Tokens, start: int, end: int) -> int:
    sentence = tokens.sentence[start]
    first = tokens.first[sentence]
    if tokens.word(start - 1) in ("a", "an", "its", "'s", "their") and tokens.word(end).islower():
        return 0
    for index in range(start - 1, max(first, start - _WINDOW) - 1, -1):
        if sign := _cue(tokens, index):
            return sign
    limit = min(len(tokens.words), end + _WINDOW)
    for index in range(end, limit):
        if tokens.sentence[index] != sentence:
            break
        if (sign := _cue(tokens, index)) and sign != MAYBE_AHEAD:
            return sign
    return 0


def _cue(tokens: Tokens, index: int) -> int:
    """What one word says: 'will', 'to resume', 'payable', 'of record' 1; 'said', 'was' -1; else 0."""
    word, before = tokens.words[index], tokens.word(index - 1)
    if word in _FUTURE or (word == "record" and before == "of"):
        if before == "to":
            return _cue(tokens, index - 1)
        return 0 if before == "previously" else AHEAD
    if word in _MAYBE:
        return 0 if _is_month(tokens, index) else MAYBE_AHEAD
    if word == "to" and _infinitive(tokens, index + 1):
        return -1 if _was_to(tokens, index) else MAYBE_AHEAD
    if word in _PAST or (_ED.fullmatch(word) and word not in _NOT_PAST):
        return 0 if before == "be" else -1
    return 0


_DUE: Final = listed("scheduled due slated supposed set expected planned meant")


def _was_to(tokens: Tokens, index: int) -> bool:
    """'had been due to expire', 'was scheduled to leave': the plan is told as past."""
    before = tokens.words[max(0, index - _PERFECT) : index]
    past = "had" in before or (not _BE.isdisjoint(before) and tokens.word(index - 1) in _DUE)
    return past and "not" not in before


_BE: Final = frozenset({"was", "were"})


def _is_month(tokens: Tokens, index: int) -> bool:
    """'May' with a capital inside a sentence."""
    capital = tokens.text[tokens.starts[index]].isupper()
    return tokens.words[index] == "may" and capital and index not in tokens.first


def _infinitive(tokens: Tokens, index: int) -> bool:
    """Could the word behind 'to' be a verb? Names, articles and plurals could not."""
    word = tokens.word(index)
    if not word or _NOT_INFINITIVE.fullmatch(word):
        return False
    return tokens.text[tokens.starts[index]].islower()


def _by_tree(tokens: Tokens, start: int) -> int:
    """The nearest verb above the expression, its auxiliaries and its mark."""
    place = start
    for _ in range(_STEPS):
        place = tokens.head[place]
        if place < 0:
            return 0
        if tokens.upos[place] in ("VERB", "AUX"):
            return _verb(tokens, place)
    return 0


def _verb(tokens: Tokens, verb: int) -> int:
    low = tokens.first[tokens.sentence[verb]]
    for index in range(max(low, verb - 6), verb):
        if tokens.head[index] == verb and tokens.upos[index] in ("AUX", "PART"):
            word = tokens.words[index]
            if word in ("will", "'ll", "shall", "wo"):
                return AHEAD
            if word == "to":
                return _cue(tokens, index)
            if word in _MAYBE:
                return MAYBE_AHEAD
            if word in ("was", "were", "had", "did", "has", "have", "'ve", "'d"):
                gone = word == "had" and tokens.words[verb] in _DUE  # 'had planned for Saturday'
                return AHEAD if tokens.words[verb] in _FUTURE and not gone else -1
    return _cue(tokens, verb)


@dataclass(slots=True)
class Context:
    """What is known while an article is read from top to bottom.

    `published` is None where the article has no date; `to_the_day` is false where only its month is
    known. `last` is the last value that could be placed, with the id of its time expression;
    `period` the quarter that is being reported ('1989-Q3'), if one is.
    """

    published: date | None
    to_the_day: bool = True
    last: str | None = None
    last_id: str | None = None
    last_sentence: int = -9
    period: str | None = None
    period_id: str | None = None

    def remember(self, value: str | None, identity: str, sentence: int) -> None:
        """Note a value that was just resolved, for what follows."""
        if value is not None and bounds(value) is not None:
            self.last, self.last_id, self.last_sentence = value.split("T")[0], identity, sentence

    def report(self, value: str | None, identity: str | None) -> None:
        """Note what a report is about: a quarter, or None for another stretch ('the nine months')."""
        self.period, self.period_id = value, identity

    def finished_quarter(self) -> str | None:
        """The last quarter that was over when the article appeared."""
        if self.published is None:
            return None
        number = self.published.year * 4 + quarter(self.published) - 2
        return f"{number // 4:04d}-Q{number % 4 + 1}"
