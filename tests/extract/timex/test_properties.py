"""Any text: never an error, spans that quote the text, in order, and time linear in the length."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.timex import read
from dragoman.text import segment
from tests.extract.timex.reading import article, timexes
from tests.timing import grows_linearly

WORDS = """the a an of in on at to and or by for last next this past coming ago later earlier before after
    day days week weeks month months year years hour hours second decade century quarter weekend night
    Monday Sat. Sun May March Nov. October January 1 2 03 7th 31 32 1998 2024 '98 1990s '90s 12:30 5 p.m.
    GMT 2024-05-03 2024-02-31 31/02/2024 99/99/2024 1/2 ½ 2½ 1,400 Q3 H1 FY24 2023/24 9/11 - – — , . ( ) '
    one two twenty thousand first second third twenty-first half every each once twice times early late mid-
    mid-June about more than at least nearly Easter Ramadan Christmas New Year's Day summer fall morning
    midnight noon today yesterday tomorrow tonight now recently current the year-earlier year-end fiscal
    9999 0001 0000 1000 million billion of this same following previous old long ended will said had"""
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)


def _checked(text: str, published: str | None) -> None:
    position, ids = 0, {None, "published"}
    for found in timexes(text, published):
        assert found.anchor in ids
        ids.add(found.id)
        assert found.span.start >= position
        assert found.text == text[found.span.start : found.span.end] != ""
        assert found.text == found.text.strip()
        assert (found.from_ is None) == (found.to is None)
        for moment in (found.from_, found.to):
            assert moment is None or datetime.fromisoformat(moment)
        assert found.from_ is None or found.to is None or found.from_ <= found.to
        position = found.span.end


@settings(max_examples=200, deadline=None)
@given(TEXTS, DAYS)
def test_any_mixture_of_time_words(text: str, published: str | None) -> None:
    _checked(text, published)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), DAYS)
def test_any_text(text: str, published: str | None) -> None:
    _checked(text, published)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_without_a_date_nothing_is_anchored_to_it(text: str) -> None:
    assert all(found.anchor != "published" for found in timexes(text, None))


@pytest.mark.parametrize(
    "piece",
    ["the last two ", "twenty one hundred and ", "a couple of few several ", "Monday, May 5 2020 to ",
     "year - year - ", "1998-", "5 p.m. EST (", "the first half of the third quarter of ", "(((( ", "1 "],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    def prepared(count: int) -> Callable[[], object]:
        one, sentences = article(piece * count), segment(piece * count)
        return lambda: read(one, sentences)

    assert grows_linearly(prepared, 1000, 4000)


def test_rules_repeat_nothing_without_bound() -> None:
    from dragoman.extract.timex.detect import grammar

    assert not any(re.search(r"[*+]", rule.pattern.pattern) for rule in grammar().rules)
