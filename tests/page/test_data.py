"""The data files: built from what they name, every pattern fit for use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from genscripts import page_words

from dragoman.page.lexicon import agencies, canonical_names, media

DATA = Path(__file__).parents[2] / "src" / "dragoman" / "data"


def test_words_are_rebuilt_from_the_treebank(shared: Path) -> None:
    source = shared / "data" / "ud" / "en_ewt-ud-train.conllu.gz"
    if not source.exists():
        pytest.skip(f"no treebank at {source}")
    assert page_words.build(source) == json.loads(page_words.OUT.read_text("utf-8"))


def test_patterns_have_no_groups_of_their_own() -> None:
    table = json.loads((DATA / "page_furniture.json").read_text("utf-8"))
    for kind, places in table.items():
        for patterns in places.values() if kind != "about" else ():
            for pattern in patterns:
                text = pattern if isinstance(pattern, str) else pattern[1]
                assert re.compile(text).groups == 0, text


def test_a_trigger_is_part_of_every_match() -> None:
    table = json.loads((DATA / "page_furniture.json").read_text("utf-8"))
    triggers = [t for k, v in table.items() if k != "about" for t, _ in v.get("any", ())]
    assert triggers and all(t == t.lower() for t in triggers)


def test_no_wording_has_two_agencies() -> None:
    assert agencies()["Agence France-Presse"] == agencies()["AFP"] == "AFP"
    assert {"AFP", "AP", "Reuters", "Xinhua"} <= canonical_names()
    assert "Hurriyet" in media() and not set(agencies()) & {"The", "News"}
