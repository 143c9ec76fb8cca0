"""Reworded reports keep what a rewriter keeps, and lose what one changes."""

from __future__ import annotations

import re

import pytest

from benchmarks.quality.derivation.reword import cut, light, strong
from dragoman.link.derivation.align import compare
from dragoman.link.derivation.words import prepare
from tests.link.reports import analysis, texts

SOURCES = sorted(name for name in texts() if name.endswith("/source"))


@pytest.mark.parametrize("name", SOURCES)
def test_quoted_words_and_numbers_stay(name: str) -> None:
    text = texts()[name]
    changed = light(text)
    assert re.findall(r"\d[\d.,:]*", changed) == re.findall(r"\d[\d.,:]*", text)
    assert re.findall(r'"[^"]*"', changed) == re.findall(r'"[^"]*"', text)
    assert set(re.findall(r"\d+", strong(text))) <= set(re.findall(r"\d+", text))


def test_a_strong_rewording_has_a_third_of_the_runs_less() -> None:
    shares = [
        compare(prepare(analysis(texts()[n])), prepare(analysis(strong(texts()[n])))).verbatim
        for n in SOURCES
    ]
    assert max(shares) < 0.85
    assert sum(shares) / len(shares) < 2 / 3


@pytest.mark.parametrize("text", ["", "One line.", "A.\nB.", 'Said "so'])
def test_any_text_can_be_reworded(text: str) -> None:
    for reword in (light, strong, cut):
        assert isinstance(reword(text), str)
