"""Dates a page states for itself; dates of the story are none."""

from __future__ import annotations

import pytest

from dragoman.page.dates import is_timestamp
from dragoman.types import Published
from tests.page.pages import STORY, article, page

HEADLINE = "Ferry held in port for two days after steering fault"


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("Published: 4 Nov 2023 10:15 GMT", "2023-11-04T10:15+00:00", "minute"),
        ("Posted on November 4, 2023", "2023-11-04", "day"),
        ("November 4, 2023", "2023-11-04", "day"),
        ("2023-11-04T10:15:00Z", "2023-11-04T10:15+00:00", "minute"),
        ("Sat 4 Nov 2023 18.22", "2023-11-04T18:22", "minute"),
        ("4 Nov 2023, 10pm", "2023-11-04T22", "hour"),
        ("Published 13/11/2023 09:05 +0300", "2023-11-13T09:05+03:00", "minute"),
        ("By Jane Roe | November 4, 2023", "2023-11-04", "day"),
    ],
)
def test_a_line_that_states_the_date(line: str, value: str, precision: str) -> None:
    text = page(HEADLINE, line, *STORY)
    found = article(text).published
    assert found is not None
    assert (found.value, found.precision, found.basis) == (value, precision, "stated")
    assert all(line.find(text[a:b]) >= 0 for a, b in found.evidence)


def test_a_stamp_before_the_story() -> None:
    found = article(page(f" date 2023-11-08 (MENAFN) {STORY[0]}", *STORY[1:])).published
    assert found is not None and found.value == "2023-11-08"


def test_a_dateline_with_its_year() -> None:
    found = article(page(f"ANKARA, Nov. 4, 2023 (AP) — {STORY[0]}", *STORY[1:])).published
    assert found is not None and found.value == "2023-11-04"


def test_published_and_modified() -> None:
    line = "Published 4 November 2023 | Updated 5 November 2023 08:00 GMT"
    found = article(page(HEADLINE, line, *STORY))
    assert found.published is not None and found.published.value == "2023-11-04"
    assert found.modified is not None and found.modified.value == "2023-11-05T08:00+00:00"


def test_an_amendment_is_no_publication() -> None:
    note = "This report was amended on 11 March 2019 because the ferry weighs less."
    found = article(page(*STORY, note))
    assert found.published is None
    assert found.modified is not None and found.modified.value == "2019-03-11"


@pytest.mark.parametrize(
    "line",
    [
        "The deal was signed on 4 November 2023 in the office of the harbour authority.",
        "Posted on 04/11/2023",
        "Published: Nov. 4",
        "Published 31 February 2023",
        "2 hours ago",
        "ANKARA, Nov 4 (Reuters) - The ferry was held in port for two days, the owner said.",
    ],
)
def test_nothing_is_guessed(line: str) -> None:
    found = article(page(HEADLINE, line, *STORY))
    assert (found.published, found.modified) == (None, None)


def test_given_dates_win_and_inferred_ones_do_not() -> None:
    text = page(HEADLINE, "Published: 4 Nov 2023", *STORY)
    given = Published(value="2023-11-05", precision="day", basis="metadata")
    assert article(text, published=given).published == given
    guessed = Published(value="2023-11-05", precision="day", basis="inferred")
    found = article(text, published=guessed).published
    assert found is not None and found.value == "2023-11-04"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated 10:15", True),
        ("Last updated: Mon 6 Nov 2023", True),
        ("3 hours ago", True),
        ("Nov 4", True),
        ("In 2023", False),
        ("12 killed", False),
        ("Monday 6 November: the ferry stays in port", False),
    ],
)
def test_timestamp_lines(line: str, expected: bool) -> None:
    assert is_timestamp(line) is expected
