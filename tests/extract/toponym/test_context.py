from __future__ import annotations

import pytest

from dragoman.extract.toponym.context import Context, context
from dragoman.extract.toponym.gazetteer import gazetteer
from dragoman.types import Span


def _context(text: str, name: str) -> Context:
    start = text.index(name)
    return context(text, Span(start, start + len(name)), gazetteer())


def _names(rows: tuple[int, ...]) -> set[str]:
    return {gazetteer().place(row).name for row in rows}


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        ("a fire in Alexandria, La., on Monday", "Alexandria", "Louisiana"),
        ("a school in Paris, Texas, said", "Paris", "Texas"),
        ("a port in Alexandria (Egypt) was", "Alexandria", "Egypt"),
        ("WASHINGTON, D.C. - The", "WASHINGTON", "Washington, D.C."),
    ],
)
def test_the_division_behind_a_name(text: str, name: str, division: str) -> None:
    assert division in _names(_context(text, name).within) or division.startswith("Washington")


def test_a_demonym_ahead_is_near() -> None:
    assert _names(_context("the Syrian town of Manbij fell", "Manbij").near) == {"Syria"}


def test_a_state_behind_in_is_near() -> None:
    assert "Iraq" in _names(_context("the town of Sinjar in northern Iraq", "Sinjar").near)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("officials in Clay County said", "Clay", "ADM2"),
        ("in Idlib province on", "Idlib", "ADM1"),
        ("in the city of Homs on", "Homs", "PPL"),
        ("he left Homs on", "Homs", None),
    ],
)
def test_the_kind_that_a_word_says(text: str, name: str, kind: str | None) -> None:
    assert _context(text, name).kind == kind
