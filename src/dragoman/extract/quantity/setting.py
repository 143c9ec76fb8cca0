"""What an article is about, where that changes what a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from dragoman.extract.quantity.amounts import Amount, scores
from dragoman.extract.quantity.atoms import Atom
from dragoman.extract.quantity.lexicon import lexicon

_SPACE: Final = frozenset(
    [
        "orbit",
        "satellite",
        "satellites",
        "spacecraft",
        "astronaut",
        "astronauts",
        "spaceflight",
        "moon",
    ]
)
_RESULTS: Final = 2
_PLAYED: Final = 3


class Setting(NamedTuple):
    """Whether an article reports a game, and whether it is about space flight, whose rockets are no
    weapons."""

    sports: bool
    space: bool


def setting(
    words: AbstractSet[str], lines: Sequence[tuple[Sequence[Atom], Sequence[Amount]]]
) -> Setting:
    """The setting of an article, from its words in lower case and the amounts of its sentences."""
    return Setting(_sports(words, lines), len(words & _SPACE) > 1)


def _sports(
    words: AbstractSet[str], lines: Sequence[tuple[Sequence[Atom], Sequence[Amount]]]
) -> bool:
    """Results such as '34-6' beside a word of play, or several words of play."""
    results = sum(scores(atoms, amount) for atoms, amounts in lines for amount in amounts)
    played = sum(lexicon().nouns.get(word) == "score" for word in words)
    return (results >= _RESULTS and played >= 1) or played > _PLAYED
