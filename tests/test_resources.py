from __future__ import annotations

import pytest

from dragoman.resources import ResourceError, load_json, open_data


def test_a_json_file_is_read_once() -> None:
    assert load_json("states.json") is load_json("states.json")


def test_a_binary_file_is_read_only() -> None:
    assert open_data("gazetteer.bin").readonly


def test_a_missing_file_is_named_with_the_next_step() -> None:
    with pytest.raises(
        ResourceError, match=r"'nothing\.json' is not in .*install the package again"
    ):
        load_json("nothing.json")


def test_a_file_that_is_no_json_is_named() -> None:
    with pytest.raises(ResourceError, match=r"'gazetteer\.bin' can't be used"):
        load_json("gazetteer.bin")
