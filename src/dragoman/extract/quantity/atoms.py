"""Text cut into numbers, words and signs, finer than the encoder's tokens ('£1.3m' is four atoms)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.types import Span

Kind = Literal["number", "word", "sign"]

# Linear: each alternative starts with its own class of characters and repeats over fixed classes.
_ATOM: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[^\w\s]|[\d_]")
HYPHENS: Final = frozenset("-‐‑‒–−")
DASHES: Final = HYPHENS | {"—"}
FRACTION_SIGNS: Final = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of digits (with separators), of letters, or one sign; `text` as it stands."""

    text: str
    word: str
    start: int
    end: int
    kind: Kind


def atoms(text: str, start: int = 0, end: int | None = None) -> tuple[Atom, ...]:
    """The atoms of ``text[start:end]``, with offsets into `text`. Time linear in the length."""
    stop = len(text) if end is None else end
    return tuple([_atom(m.group(), *m.span()) for m in _ATOM.finditer(text, start, stop)])


def _atom(text: str, start: int, end: int) -> Atom:
    kind: Kind = "number" if text[0] in "0123456789" else "word" if text[0].isalpha() else "sign"
    return Atom(text, text.lower(), start, end, kind)


def span(found: Sequence[Atom], start: int, end: int) -> Span:
    """From the first to behind the last of ``found[start:end]``."""
    return Span(found[start].start, found[end - 1].end)


def touching(found: Sequence[Atom], index: int) -> bool:
    """Whether the atom at `index` follows the one before it without a space."""
    return 0 < index < len(found) and found[index - 1].end == found[index].start


def word(found: Sequence[Atom], index: int) -> str:
    """The atom at `index` in lower case, '' outside."""
    return found[index].word if 0 <= index < len(found) else ""


def hyphen(found: Sequence[Atom], index: int) -> bool:
    """Whether a hyphen stands at `index`, touching what is before and behind it."""
    return word(found, index) in HYPHENS and touching(found, index) and touching(found, index + 1)
