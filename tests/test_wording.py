"""Words as comparing needs them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.wording import FUNCTION_WORDS, content, stem, words


def test_words_are_in_lower_case_with_numbers_as_digits() -> None:
    assert words("Nine of 9,500 people") == ("9", "of", "9,500", "people")


def test_content_leaves_out_what_says_little() -> None:
    assert content("The strikes killed nine of them") == ("strik", "kill", "9")


@pytest.mark.parametrize(
    ("one", "other"), [("strikes", "striking"), ("jets", "jet"), ("crash", "crashed")]
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@given(st.text(max_size=80))
def test_content_is_no_longer_than_the_words(text: str) -> None:
    assert len(content(text)) <= len(words(text))
    assert content(" ".join(sorted(FUNCTION_WORDS))) == ()
