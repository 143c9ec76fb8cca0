"""The first user's five articles: what each betrays, by kind and name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.types import Article
from tests.page.pages import article

EXPECTED = {
    "000": (
        ["repeated_title", "repeated_title", "editors_note"],
        [("syndicated feed", "syndicated")],
    ),
    "001": ([], [("AFP", "report")]),
    "002": (
        ["separator", "share_counter", "author_box", "comment_form", "comment_form"],
        [("Al Jazeera", "report")],
    ),
    "003": (["section_label", "navigation", "related", "navigation", "site_credit"], []),
    "004": (["timestamp_line"], [("MENAFN", "agency"), ("Hurriyet", "report")]),
}
HAS_TITLE = {"000": True, "001": False, "002": True, "003": True, "004": False}


@pytest.fixture(scope="module")
def articles(seeds: list[Path]) -> dict[str, Article]:
    texts = {path.name[:3]: path.read_bytes().decode("utf-8") for path in seeds}
    return {name: article(text) for name, text in texts.items() if name in EXPECTED}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_furniture_credits_and_title(articles: dict[str, Article], name: str) -> None:
    found = articles[name]
    kinds, named = EXPECTED[name]
    assert [f.kind for f in found.furniture] == kinds
    assert [(c.agency, c.kind) for c in found.credits] == named
    assert (found.title is not None) is HAS_TITLE[name]
    assert found.language == "en"


def test_what_else_they_state(articles: dict[str, Article]) -> None:
    assert articles["000"].outlet == "NDTV"
    place = articles["000"].dateline
    assert place is not None and place.place == "Istanbul, Turkey"
    date = articles["004"].published
    assert date is not None and (date.value, date.basis) == ("2023-11-08", "stated")
    assert all(articles[n].published is None for n in ("000", "001", "002", "003"))
