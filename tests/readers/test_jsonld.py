"""The article in JSON-LD is found through graphs, lists, references and the usual mistakes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.jsonld import LinkedArticle, linked_article, tidy

ARTICLE = {"@type": "NewsArticle", "headline": "Pier", "datePublished": "2023-11-04"}


def found(*values: Any, addresses: frozenset[str] = frozenset()) -> LinkedArticle | None:
    return linked_article([v if isinstance(v, str) else json.dumps(v) for v in values], addresses)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "WebSite"}, ARTICLE],
        {"@graph": [{"@type": "Organization", "name": "x"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "http://schema.org/ReportageNewsArticle"]},
        json.dumps(ARTICLE)[:-1] + ",}",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE) + ";",
        '{"@type": "WebSite"}\n' + json.dumps(ARTICLE),
        json.dumps(ARTICLE).replace("Pier", "Pi\ner").replace("Pi\ner", "Pier"),
        json.dumps(ARTICLE) + " {broken",
        '{"@type": "NewsArticle", "headline": "Pier", "datePublished": "2023-11-04", "description": "a "quoted" word"}',
    ],
)  # fmt: skip
def test_the_article_is_found(value: Any) -> None:
    one = found(value)
    assert one is not None
    assert (one.headline, one.published) == ("Pier", "2023-11-04")


def test_names_are_read_from_text_objects_references_and_lists() -> None:
    graph = [
        {
            "@type": "Article",
            "headline": "A &amp; B",
            "publisher": {"@id": "#org"},
            "author": [{"name": "A. Bee"}, {"@id": "#c"}, "D", "https://x.example/d"],
        },
        {"@id": "#org", "@type": "Organization", "name": "The Paper"},
        {"@id": "#c", "name": ["C. Dee"]},
    ]
    one = found({"@graph": graph})
    assert one is not None
    assert (one.headline, one.publisher, one.authors) == (
        "A & B",
        "The Paper",
        ("A. Bee", "C. Dee", "D"),
    )


def test_the_article_at_the_pages_address_goes_first() -> None:
    other = {**ARTICLE, "headline": "Other", "url": "http://paper.example/2"}
    mine = {
        "@type": "NewsArticle",
        "headline": "Mine",
        "mainEntityOfPage": {"@id": "http://paper.example/1"},
    }
    one = found(other, mine, addresses=frozenset({"http://paper.example/1"}))
    assert one is not None
    assert one.headline == "Mine"


def test_articles_in_lists_of_links_are_not_the_page() -> None:
    assert found({"@type": "ItemList", "itemListElement": [ARTICLE]}) is None
    assert found({"@type": "WebPage", "name": "x"}) is None


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "5",
        '"x"',
        "[" * 100_000,
        '{"a":' * 100_000,
        "{" * 5_000,
        '[{"@type": {"a": 1}}]',
    ],
)
def test_rubbish_is_nothing(value: str) -> None:
    assert found(value) is None


def test_names_are_one_bounded_line() -> None:
    assert tidy("  a\n b&nbsp;c ") == "a b c"
    assert tidy(" ") is None
    assert tidy("x" * 9_999) == "x" * 500
    assert tidy("\ud800") == "?"


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "headline",
                    "author",
                    "publisher",
                    "datePublished",
                    "name",
                    "url",
                    "inLanguage",
                ]
            )
            | st.text(),
            inner,
        )
    ),
    max_leaves=15,
)


@given(
    st.lists(_JSON | st.text(), max_size=3), st.sampled_from(["Article", "NewsArticle", ["Report"]])
)
def test_any_value_is_an_article_or_nothing(values: list[Any], kind: Any) -> None:
    found(*values)
    found(*[{"@type": kind, **v} for v in values if isinstance(v, dict)])
