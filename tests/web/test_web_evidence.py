"""Sentences that hold a fact."""

from __future__ import annotations

import pytest
from web_fake import FIRST, article, span
from web_parse import text_content

from dragoman.types import Span
from dragoman.web.evidence import LONGEST, Source, language_tag, merged

SOURCE = Source(article(FIRST, outlet="The Halstad Post"), 1)


def test_the_sentence_of_a_fact_with_the_fact_as_a_link() -> None:
    found = SOURCE.evidence("#qty-1", [span(FIRST, "about 1,200 people")])
    assert found.html == (
        'Officials said\n<a class="hit" href="#qty-1">about 1,200 people</a> had left the valley.'
    )
    assert found.spans == ""


def test_parts_in_another_sentence_come_with_it() -> None:
    found = SOURCE.evidence("#x", [span(FIRST, "valley")], [("who", span(FIRST, "Mara Ilves"))])
    assert 'council leader <span class="who">Mara Ilves</span>' in found.html
    assert 'the <a class="hit" href="#x">valley</a>.' in found.html
    assert " … " in found.html
    assert len(found.spans.split()) == 2


def test_overlapping_spans_of_a_fact_make_one_link() -> None:
    found = SOURCE.evidence("#x", [Span(0, 7), Span(3, 12)])
    assert found.html.count("<a ") == 1


def test_spans_that_are_not_in_the_text_show_nothing() -> None:
    assert SOURCE.evidence("#x", [Span(10, 10**6), Span(5, 5)]).html == ""


def test_a_very_long_sentence_is_cut_around_the_fact() -> None:
    text = "word " * 2000 + "fact " + "word " * 2000
    found = Source(article(text), 1).evidence("#x", [span(text, "fact")])
    assert "fact" in found.html
    assert len(text_content(found.html)) <= LONGEST


def test_touching_spans_are_joined() -> None:
    assert merged([Span(4, 6), Span(0, 2), Span(2, 3), Span(5, 9)]) == (Span(0, 3), Span(4, 9))


def test_an_article_without_outlet_goes_by_its_file() -> None:
    assert Source(article("x", source_id="a.txt"), 1).ref.outlet == "a.txt"
    assert (
        Source(article("x", source_id="0123456789" * 4), 1).ref.outlet == "01234567890…0123456789"
    )


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en"), ("pt_BR", "pt-BR"), (None, None), ("English!", None), ('"x', None), ("", None)],
)
def test_language_tags(language: str | None, tag: str | None) -> None:
    assert language_tag(language) == tag
