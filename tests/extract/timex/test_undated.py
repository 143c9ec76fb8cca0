"""Articles without a date: what needs one stays relative and is never guessed."""

from __future__ import annotations

import pytest

from dragoman.extract.timex import read
from dragoman.text import segment
from dragoman.types import Published
from tests.extract.timex.reading import article, timexes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Saturday", "XXXX-WXX-6"),
        ("on Saturday night", "XXXX-WXX-6TNI"),
        ("on October 7", "XXXX-10-07"),
        ("since October", "XXXX-10"),
        ("last weekend", "XXXX-WXX-WE"),
        ("earlier this week", "XXXX-WXX"),
        ("last month", "XXXX-XX"),
        ("last year", "XXXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("last summer", "XXXX-SU"),
        ("in the third quarter", "XXXX-Q3"),
        ("two years ago", "XXXX"),
        ("on Good Friday", "XXXX-XX-XX"),
        ("during Ramadan", "XXXX-XX-XX"),
        ("at 5 p.m.", "XXXX-XX-XXT17:00"),
        ("recently", "PAST_REF"),
    ],
)
def test_stays_relative(text: str, value: str) -> None:
    (found,) = timexes(f"It happened {text}.", published=None)
    assert (found.value, found.from_, found.to, found.anchor) == (value, None, None, None)


@pytest.mark.parametrize("text", ["on October 7, 2023", "in 1998", "in the 1990s", "on 2024-05-03"])
def test_full_dates_need_no_publication(text: str) -> None:
    (found,) = timexes(f"It happened {text}.", published=None)
    assert found.from_ is not None and found.anchor is None


def test_an_article_can_be_read_again_with_a_date_and_keeps_its_ids() -> None:
    undated = article("It happened on Saturday.", None)
    sentences = segment(undated.text)
    day = Published(value="2023-11-08", precision="day", basis="inferred")
    (before,) = read(undated, sentences)
    (after,) = read(undated, sentences, published=day)
    assert before.id == after.id
    assert (before.value, after.value) == ("XXXX-WXX-6", "2023-11-04")


def test_a_month_of_publication_resolves_months_and_years_only() -> None:
    undated = article("It happened on Saturday, last month and last year.", None)
    month = Published(value="2023-11", precision="month", basis="inferred")
    found = read(undated, segment(undated.text), published=month)
    assert [t.value for t in found] == ["XXXX-WXX-6", "2023-10", "2022"]


@pytest.mark.parametrize("text", ["Nov. to", "We met on Monday to", "May", "to March"])
def test_a_text_that_ends_early_breaks_nothing(text: str) -> None:
    read(article(text, None), segment(text))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("They met yesterday", "count -1 D; past"),
        ("They met on Saturday", "past"),
        ("They will meet on Saturday", "future"),
        ("They met last week", "count -1 W; past"),
    ],
)
def test_the_note_says_what_finds_the_day_of_writing(text: str, note: str) -> None:
    (found,) = read(article(text, None), segment(text))
    assert found.made_by.note == note
