"""What the encoder marks in one sentence, as pieces that can be linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from dragoman.extract.quotation.tree import Tree

Label: TypeAlias = Literal["SRC", "CUE", "CON"]
HEAD: Final = "attribution head"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `[start, end)` of a sentence with a part in an attribution; `head` governs them."""

    label: Label
    start: int
    end: int
    head: int
    score: float
    rule: str = HEAD

    def covers(self, word: int) -> bool:
        return self.start <= word < self.end


def pieces(tree: Tree) -> list[Piece]:
    """The encoder's pieces, left to right."""
    return [
        Piece(
            cast(Label, p.label),
            p.start_token,
            p.end_token,
            tree.head_of(p.start_token, p.end_token),
            p.score,
        )
        for p in tree.sentence.attribution
    ]
