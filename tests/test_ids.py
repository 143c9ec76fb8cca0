"""Ids depend on content alone."""

from __future__ import annotations

from dragoman.ids import PREFIXES, make_id, text_sha256


def test_the_same_content_has_the_same_id() -> None:
    assert make_id("timex", "art-1", 3, 9) == make_id("timex", "art-1", 3, 9)
    assert make_id("timex", "art-1", 3, 9) != make_id("timex", "art-1", 39, None)
    assert make_id("timex", "art-1", 3, 9) != make_id("toponym", "art-1", 3, 9)


def test_ids_do_not_change_between_versions() -> None:
    assert make_id("article", "text", None) == "art-e549e0082769274e"


def test_every_layer_has_its_own_prefix() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_any_string_has_a_hash() -> None:
    assert len(text_sha256("\ud800")) == 64
