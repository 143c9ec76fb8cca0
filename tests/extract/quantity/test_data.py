"""The lexicon is well made."""

from __future__ import annotations

from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.nouns import TOLLS
from dragoman.resources import load_json


def test_the_file_names_its_source() -> None:
    assert load_json("quantity.json")["source"].startswith("genscripts/quantity_words.py")


def test_words_are_in_lower_case() -> None:
    words = lexicon()
    for table in (words.ones, words.scales, words.vague, words.fractions, words.nouns):
        assert all(word == word.lower() for word in table)


def test_frames_give_measures_that_are_tolls() -> None:
    words = lexicon()
    for frame in (words.undergoer, words.subject, words.adjectives, words.held):
        assert set(frame.values()) <= TOLLS


def test_currencies_are_iso_4217_codes() -> None:
    words = lexicon()
    codes = {
        *words.currency_codes,
        *words.currency_names.values(),
        *words.currency_symbols.values(),
    }
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert words.currency_names["egyptian", "pounds"] == "EGP"
