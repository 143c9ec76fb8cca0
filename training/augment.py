"""Case augmentation, so that headlines and shouted or lower-cased text are read too.

The vocabulary is uncased, so only the case feature changes; a headline also loses its final stop.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from training.features import Row
from training.labels import QUOTED, UPOS, case_of, listed

#: Shares of the rows that are lower-cased, made a title, made upper case.
LOWER, TITLE, UPPER = 0.03, 0.04, 0.03
_SMALL_WORDS = frozenset(
    listed("a an the and or but nor of in on at to for by with from as into over is n't 's ’s n’t")
)


def augment(row: Row, rng: np.random.Generator) -> Row:
    """The row itself, or with the shares above a lower-, title- or upper-cased copy."""
    draw = rng.random()
    if draw < LOWER:
        return recase(row, str.lower)
    if draw < LOWER + TITLE:
        return headline(recase(row, title_case))
    if draw < LOWER + TITLE + UPPER:
        return headline(recase(row, str.upper))
    return row


def recase(row: Row, change: Callable[[str], str]) -> Row:
    """The row as if each word had been changed by `change`."""
    changed = [case_of(change(word)) for word in row.words]
    case = [new + (old & QUOTED) for new, old in zip(changed, row.case, strict=True)]
    return replace(row, case=case)


def title_case(word: str) -> str:
    """A word as in a title: small words stay, others get a capital.

    >>> title_case("of"), title_case("talks"), title_case("UN")
    ('of', 'Talks', 'UN')
    """
    return word if word in _SMALL_WORDS else word[:1].upper() + word[1:]


def headline(row: Row) -> Row:
    """Without the final stop, where the tree is known and the stop is a leaf of it."""
    last = len(row.words)
    if row.upos is None or row.heads is None or last < 3:
        return row
    if row.upos[-1] != UPOS.index("PUNCT") or last in row.heads:
        return row
    layers = (
        "words",
        "pieces",
        "case",
        "upos",
        "heads",
        "rels",
        "ner",
        "att",
        "events",
        "statuses",
    )
    cut = {name: value[:-1] for name in layers if (value := getattr(row, name)) is not None}
    return replace(row, **cut)
