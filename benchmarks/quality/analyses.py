"""What the package says of documents, analysed once for all benchmarks.

Analyses are kept in the folder for temporary files, under a digest of all that they depend on in the package.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from typing import Final

import dragoman
from dragoman import codec, pipeline
from dragoman.types import Analysis, Document

PREFIX: Final = "dragoman-analyses-"
APART: Final = frozenset({"cli", "export", "link", "sample", "second_pass", "store", "web"})
"""Folders of the package that no analysis depends on: the layers of `pyproject.toml` keep extractors from them."""
LINKING: Final = frozenset(
    {
        "dating_weights.json", "derivation_weights.json", "discrepancy.json", "event_link_weights.json",
        "series.json", "story_weights.json", "utterance.json",
    }
)  # fmt: skip
"""Data files that only `dragoman.link` opens; fitting its weights again leaves all analyses as they are."""
LONGEST: Final = 86_400.0
"""Seconds that a folder of another digest is left unused before it is removed: another checkout may need it."""


def analysed(document: Document) -> Analysis:
    """What the package says of a document. One process at a time analyses it; others wait and read."""
    data = codec.dumps(document).encode("utf-8", "surrogatepass")
    kept = _folder() / f"{hashlib.sha256(data).hexdigest()[:24]}.json"
    if not kept.exists():
        with _alone(kept.with_suffix(".lock")):
            if not kept.exists():
                _write(kept, pipeline.analyze_document(document))
    return codec.loads(Analysis, kept.read_bytes().decode("utf-8", "surrogatepass"))


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock that a process loses when it ends, however it ends."""
    with lock.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
        lock.unlink(missing_ok=True)


def _write(path: Path, analysis: Analysis) -> None:
    """Write under another name first: whoever reads `path` finds it whole."""
    partial = path.with_suffix(f".{os.getpid()}")
    partial.write_bytes(codec.dumps(analysis).encode("utf-8", "surrogatepass"))
    partial.replace(path)


@cache
def _folder() -> Path:
    """The folder of this state of the package; where it is new, those long unused are removed."""
    folder = Path(gettempdir()) / f"{PREFIX}{digest(Path(dragoman.__file__).parent)}"
    if not folder.exists():
        remove_unused(folder.parent)
    folder.mkdir(exist_ok=True)
    os.utime(folder)
    return folder


def remove_unused(root: Path) -> None:
    """Remove the folders of analyses under `root` that nobody used for `LONGEST`."""
    for folder in root.glob(f"{PREFIX}*"):
        with suppress(FileNotFoundError):
            if time.time() - folder.stat().st_mtime > LONGEST:
                shutil.rmtree(folder, ignore_errors=True)


def digest(package: Path) -> str:
    """A short hash of the files of a package that an analysis may depend on: code, data and model."""
    made = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package)
        if path.is_file() and _matters(name):
            made.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return made.hexdigest()[:16]


def _matters(name: Path) -> bool:
    written = name.suffix not in (".md", ".pyc")
    return written and name.parts[0] not in APART and name.name not in LINKING
