"""The headline: given and found in the text, or told from the text alone."""

from __future__ import annotations

import pytest

from dragoman.types import Span
from tests.page.pages import STORY, around, article, page

HEADLINE = "Ferry held in port for two days after steering fault"


def test_the_first_line_that_looks_like_one() -> None:
    found = article(around(before=(HEADLINE,)))
    assert (found.title, found.title_span) == (HEADLINE, Span(0, len(HEADLINE)))


@pytest.mark.parametrize(
    "before",
    [
        ("Middle east", HEADLINE),
        ("0 91", '" "', HEADLINE),
        ("Home > News", "By Jane Roe", HEADLINE),
        ("Photo: the ferry at its berth (Rosa Lens/Harbour Press)", HEADLINE),
    ],
)
def test_labels_counters_bylines_and_captions_are_passed_over(before: tuple[str, ...]) -> None:
    assert article(around(before=before)).title == HEADLINE


@pytest.mark.parametrize(
    "first",
    [
        STORY[0],
        "PORT CITY (AP) — The ferry was held in port for two days after a fault was found.",
        "PORT CITY — The ferry was held",
        "The passengers who had been waiting on the pier since the early morning were told at noon",
    ],
)
def test_a_text_without_a_headline_has_none(first: str) -> None:
    found = article(page(first, *STORY[1:]))
    assert (found.title, found.title_span) == (None, None)


def test_a_given_title_is_located_whatever_its_case_and_site_name() -> None:
    text = around(before=("Island news", HEADLINE.upper()))
    found = article(text, title=f"{HEADLINE} | Island Courier")
    assert found.title == f"{HEADLINE} | Island Courier"
    assert found.title_span == Span(12, 12 + len(HEADLINE))


def test_a_given_title_inside_a_line() -> None:
    text = around(before=(f"Islands {HEADLINE} 3 comments",))
    assert article(text, title=HEADLINE).title_span == Span(8, 8 + len(HEADLINE))


def test_a_given_title_reworded() -> None:
    line = "Ferry is held in port for two days after steering fault"
    assert article(around(before=(line,)), title=HEADLINE).title_span == Span(0, len(line))


def test_a_given_title_that_is_not_in_the_text() -> None:
    found = article(around(), title="Something else altogether")
    assert (found.title, found.title_span) == ("Something else altogether", None)
