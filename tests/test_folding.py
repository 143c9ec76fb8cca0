"""Names made comparable."""

from __future__ import annotations

import pytest

from dragoman.folding import fold, initials, is_acronym, near, parts


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Yağmur", "yagmur"),
        ("İSKİ", "iski"),
        ("Işın", "isin"),
        ("Øst", "ost"),
        ("O’Brien", "obrien"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_parts_leave_out_articles_and_ends() -> None:
    assert parts("Omar al-Sabah") == ("omar", "sabah")
    assert parts("Martin King Jr.") == ("martin", "king")


def test_near() -> None:
    assert near("mohammed", "mohamed")
    assert not near("smith", "smyth")
    assert not near("johnson", "johnston1x")


def test_acronyms() -> None:
    assert is_acronym("IAEA")
    assert is_acronym("U.N.")
    assert not is_acronym("Nato")
    assert "WHO" in initials(("World", "Health", "Organization"))
