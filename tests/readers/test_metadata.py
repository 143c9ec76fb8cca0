"""What a page states of itself is found where publishers put it, in the order of how far it can be trusted."""

from __future__ import annotations

import pytest

from dragoman.readers.metadata import PageFacts, page_facts
from dragoman.readers.pages import parsed

from .helpers import article, page


def facts(head: str, body: str = "", url: str | None = None, lang: str = "") -> PageFacts:
    tree, _ = parsed(page(body or article(), head, lang))
    assert tree is not None
    return page_facts(tree, url)


def day(found: PageFacts) -> str | None:
    return found.published.value if found.published else None


def test_open_graph_and_meta_elements_are_read() -> None:
    found = facts(
        '<meta property="og:title" content="Pier &amp; harbour"><meta property="og:site_name" content="The Paper">'
        '<meta property="article:published_time" content="2023-11-04T10:15:00Z"><meta property="article:modified_time" content="2023-11-05">'
        '<meta name="author" content="A. Bee"><link rel="canonical" href="http://paper.example/1"><meta property="og:locale" content="fr_FR">'
    )
    assert (found.title, found.outlet, found.authors, found.url, found.language) == (
        "Pier & harbour",
        "The Paper",
        ("A. Bee",),
        "http://paper.example/1",
        "fr",
    )
    assert found.published and found.modified
    assert (found.published.value, found.modified.value) == ("2023-11-04T10:15Z", "2023-11-05")


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta name="DC.date.issued" content="2023-11-04">', "", "2023-11-04"),
        ('<meta itemprop="datePublished" content="2023-11-04T10:15">', "", "2023-11-04T10:15"),
        ("", '<time itemprop="datePublished" datetime="2023-11-04T10:15:00+01:00">4 Nov</time>' + article(), "2023-11-04T10:15+01:00"),
        ("", '<time datetime="2023-11-04">x</time><p>y</p>', "2023-11-04"),
        ("", '<time class="updated" datetime="2023-11-05">x</time><time class="entry-date published" datetime="2023-11-04">y</time>', "2023-11-04"),
        ("", "<time>November 4, 2023</time>", "2023-11-04"),
        ("<title>x</title>", "<p>y</p>", None),
    ],
)  # fmt: skip
def test_the_date_is_found_in_meta_and_time_elements(
    head: str, body: str, expected: str | None
) -> None:
    assert day(facts(head, body)) == expected


def test_several_unmarked_times_are_not_guessed_from() -> None:
    body = (
        '<div><time datetime="2020-01-01">a</time><time datetime="2021-01-01">b</time></div>'
        + article()
    )
    assert facts("", body).notes == ()


def test_htmldate_reads_the_address_where_nothing_else_tells() -> None:
    assert day(facts("", url="http://paper.example/2023/11/04/pier")) == "2023-11-04"


def test_an_unreadable_date_falls_to_the_next_and_is_noted_if_none_is_left() -> None:
    bad = '<meta property="article:published_time" content="now">'
    assert day(facts(bad + '<meta name="date" content="2023-11-04">')) == "2023-11-04"
    assert facts(bad).notes == ("published 'now' on the page is not a date that can be read",)


def test_the_title_element_is_the_last_resort() -> None:
    assert facts("<title>Only this</title>", "<p>x</p>").title == "Only this"
    assert facts("<title>T | P</title>", "<h1>Heading</h1>").title == "Heading"


@pytest.mark.parametrize(
    ("lang", "expected"), [("en-GB", "en"), ("DE", "de"), ("x" * 50, None), ("", None)]
)
def test_the_language_is_the_primary_one(lang: str, expected: str | None) -> None:
    assert facts("", lang=lang).language == expected


def test_the_tree_is_left_as_it_was() -> None:
    from lxml import etree

    tree, _ = parsed(page(article(), "<title>x</title>"))
    assert tree is not None
    before = etree.tostring(tree)
    page_facts(tree, "http://paper.example/2023/11/04/x")
    assert etree.tostring(tree) == before
