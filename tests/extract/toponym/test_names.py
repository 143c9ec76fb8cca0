from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.toponym.names import key, key_hash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary’s", "Saint Marys"),
        ("Şanlıurfa", "Sanliurfa"),
        ("Mount Vernon", "Mt. Vernon"),
        ("The Hague", "Hague"),
        ("Port-au-Prince", "Port au Prince"),
        ("U.S.", "US"),
        ("ZÜRICH", "Zurich"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_the_article_alone_is_kept() -> None:
    assert key("The") == "the"


@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    folded = key(text)
    assert 0 <= key_hash(folded) < 2**48
    assert folded == " ".join(folded.split())
