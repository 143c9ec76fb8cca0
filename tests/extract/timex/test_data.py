"""The lexicon file is what its script writes."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from dragoman.extract.timex.lexicon import DATA

SCRIPT = Path(__file__).parents[3] / "genscripts" / "timex_words.py"


def test_the_file_is_what_the_script_writes() -> None:
    pytest.importorskip("babel", reason="babel is only needed to rebuild the lexicon")
    spec = importlib.util.spec_from_file_location("timex_words", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert json.loads(DATA.read_text(encoding="utf-8")) == module.build()
