"""Benchmarks share their analyses: each document is analysed once for one state of the package."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.quality import analyses
from benchmarks.quality.analyses import PREFIX, analysed, digest, remove_unused
from dragoman import page, pipeline
from dragoman.types import Analysis, Document

ONE = Document(text="The ferry sank near Riga.", source_id="one", explicit_id=True)
OTHER = Document(text="The ferry sank near Riga.", source_id="other", explicit_id=True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[Document]]:
    """The documents that the package is asked to analyse, with an empty folder for what is kept."""
    seen: list[Document] = []

    def analyze(document: Document) -> Analysis:
        seen.append(document)
        return Analysis(article=page.describe(document))

    monkeypatch.setattr(pipeline, "analyze_document", analyze)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    analyses._folder.cache_clear()
    yield seen
    analyses._folder.cache_clear()


def test_a_document_is_analysed_once(asked: list[Document]) -> None:
    first, second = analysed(ONE), analysed(ONE)
    assert asked == [ONE]
    assert first == second == Analysis(article=page.describe(ONE))


def test_another_document_is_analysed_for_itself(asked: list[Document]) -> None:
    assert analysed(ONE) != analysed(OTHER)
    assert asked == [ONE, OTHER]


def test_a_text_with_half_a_character_is_kept(asked: list[Document]) -> None:
    broken = Document(text="A ferry \ud83d sank.\r\n", source_id="broken")
    assert analysed(broken) == analysed(broken)
    assert asked == [broken]


def test_nothing_but_analyses_stays_in_the_folder(asked: list[Document], tmp_path: Path) -> None:
    analysed(ONE)
    (folder,) = tmp_path.iterdir()
    assert [path.suffix for path in folder.iterdir()] == [".json"]


def test_another_state_of_the_package_has_another_folder(
    asked: list[Document], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    analysed(ONE)
    monkeypatch.setattr(analyses, "digest", lambda package: "changed")
    analyses._folder.cache_clear()
    analysed(ONE)
    assert asked == [ONE, ONE]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("pipeline.py", True),
        ("extract/event/words.py", True),
        ("data/timex.json", True),
        ("models/encoder.onnx.sha256", True),
        ("link/story/words.py", False),
        ("data/story_weights.json", False),
        ("extract/__pycache__/words.pyc", False),
    ],
)
def test_the_digest_is_of_what_an_analysis_depends_on(
    tmp_path: Path, name: str, counts: bool
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("before")
    before = digest(tmp_path)
    path.write_text("after")
    assert (digest(tmp_path) != before) is counts


def test_only_folders_unused_for_a_day_are_removed(tmp_path: Path) -> None:
    for name, hours in (("old", 25), ("used", 23)):
        folder = tmp_path / f"{PREFIX}{name}"
        folder.mkdir()
        os.utime(folder, (time.time() - hours * 3600,) * 2)
    remove_unused(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"{PREFIX}used"]
