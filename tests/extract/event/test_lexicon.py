"""The frame file: its patterns, its own consistency, and a researcher's file over it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dragoman.extract.event import extractor
from dragoman.extract.event.lexicon import load, shipped
from dragoman.extract.event.patterns import FrameError, parse
from dragoman.types import Analysis, PloverType
from tests.extract.event.reading import reading, shown
from tests.extract.event.test_extract import CASES

COMPUTED = {"actor", "name", "state", "harmable"}


def test_a_pattern_says_words_conditions_and_slots() -> None:
    frame = parse(
        "recall|withdraw obj=@envoy > from to +both", kind="verb", type_="SANCTION", mode="x"
    )
    assert frame.lemmas == ("recall", "withdraw")
    assert frame.conditions[0].slots == ("obj",)
    assert frame.conditions[0].classes == ("envoy",)
    assert (frame.who, frame.whom) == (("subj",), ("from", "to"))
    assert frame.has("both")
    assert frame.id == "SANCTION.x:recall+envoy"


def test_a_pattern_may_say_that_a_slot_must_not_hold_something() -> None:
    condition = parse("hit obj!=head > obj", kind="verb", type_="ASSAULT", mode=None).conditions[0]
    assert (condition.absent, condition.lemmas) == (True, frozenset({"head"}))


@pytest.mark.parametrize("pattern", ["", "> obj", "attack +always"])
def test_a_pattern_that_can_not_be_read_is_named(pattern: str) -> None:
    with pytest.raises(FrameError, match="event frame"):
        parse(pattern, kind="verb", type_="ASSAULT", mode=None)


def test_every_plover_type_has_frames() -> None:
    types = {frame.type for frames in shipped().frames.values() for frame in frames}
    assert types == set(get_args(PloverType))


def test_every_class_that_a_pattern_names_is_listed() -> None:
    frames = {f for found in shipped().frames.values() for f in found}
    named = {c for f in frames for condition in f.conditions for c in condition.classes}
    assert named - COMPUTED <= set(shipped().classes)


def test_a_file_of_ones_own_is_added(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[classes]\nmissile_parts = "fuse"\n\n[COOPERATE]\nverbs = ["recall obj=product > from"]\n'
    )
    line = next(line for line, _ in CASES if "product" in line)
    read = reading(line)
    (event,) = extractor(own)(read, Analysis(article=read.article)).events
    assert shown(event) == "COOPERATE happened recalled: company > Chile"


def test_a_file_of_ones_own_can_stand_alone(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[ASSAULT]\nverbs = ["recall obj=@envoy > from"]\n')
    frames = {f.type for found in load(own, alone=True).frames.values() for f in found}
    assert frames == {"ASSAULT"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[NONSENSE]\nverbs = []\n", "NONSENSE"),
        ("[ASSAULT\n", "TOML"),
        ("[ASSAULT]\nverb = 1\n", "verb"),
    ],
)
def test_a_file_that_can_not_be_used_says_why(tmp_path: Path, text: str, named: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(FrameError, match=named):
        load(own)
