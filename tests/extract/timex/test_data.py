"""The lexicon file is what its script writes."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from dragoman.extract.timex.lexicon import DATA

SCRIPTS = Path(__file__).parents[3] / "genscripts"


def test_the_file_is_what_the_script_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("babel", reason="babel is only needed to rebuild the lexicon")
    monkeypatch.syspath_prepend(SCRIPTS)
    module = importlib.import_module("timex_words")
    assert json.loads(DATA.read_text(encoding="utf-8")) == module.build()
