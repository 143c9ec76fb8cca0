"""Checks of the installation and of a record, for `dragoman doctor`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman import pipeline
from dragoman.config import load_settings
from dragoman.encoder import EncodedSentence, Name, shipped_info
from dragoman.errors import DragomanError, ModelError
from dragoman.store import check_record, open_store, sqlite_checks
from dragoman.text import segment
from dragoman.types import Document, Maker

LEAST_DISK_MB = 200
"""A record takes about three times its text; below this a run of 10,000 articles may not end."""

LEAST_MEMORY_MB = 1_500
"""Two workers and the parent, measured at 400 to 500 MB each with the encoder loaded."""

SELF_TEST = "Ada Holm said on Monday that the harbour will open again."
"""A sentence whose reading is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding. `good` is false where something needs doing; the finding says what."""

    name: str
    good: bool
    finding: str


def examine(record: Path | None = None) -> list[Check]:
    """Every check of the installation, then those of the record."""
    return [*_installation(record), *(_record(record) if record else [])]


def _installation(record: Path | None) -> Iterator[Check]:
    yield Check(
        name="dragoman",
        good=True,
        finding=f"{pipeline.version()} on Python {sys.version.split()[0]}",
    )
    for name, good, finding in sqlite_checks():
        yield Check(name=name, good=good, finding=finding)
    yield _attempt("encoder", _encoder)
    yield _attempt("workers", _workers)
    yield _memory()
    yield _disk(record.parent if record else Path.cwd())


def _attempt(name: str, probe: Callable[[], str]) -> Check:
    try:
        return Check(name=name, good=True, finding=probe())
    except (DragomanError, OSError, RuntimeError) as error:
        return Check(name=name, good=False, finding=str(error))


def _encoder() -> str:
    """Name and hash of the model, after it read a sentence as it must."""
    encoder, info = pipeline.encoder(), shipped_info()
    (found,) = encoder.encode(SELF_TEST, segment(SELF_TEST))
    root = found.words[found.root]
    people = [SELF_TEST[slice(*_span(found, n))] for n in found.names if n.type == "PER"]
    if (root, people) != ("said", ["Ada Holm"]):
        raise ModelError(
            f"the self-test read {root!r} and {people!r} in {SELF_TEST!r}; install again"
        )
    return f"{info.name} {info.version}, sha256 {info.sha256[:16]}…, self-test passed"


def _span(found: EncodedSentence, name: Name) -> tuple[int, int]:
    tokens = found.sentence.tokens
    return tokens[name.start_token].start, tokens[name.end_token - 1].end


def _workers() -> str:
    settings = load_settings()
    with pipeline.open_pool(settings, pipeline.worker) as pool:
        answers = list(pool.map([Document(text="A test.", source_id="doctor")] * settings.workers))
    if any(not isinstance(answer, tuple) for _, answer in answers):
        raise RuntimeError(f"a worker failed: {answers[0][1]}")
    return f"{settings.workers} started and answered"


def _memory() -> Check:
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    enough = free >= LEAST_MEMORY_MB
    advice = "" if enough else f"; {LEAST_MEMORY_MB} are needed, use --workers 1"
    return Check(name="memory", good=enough, finding=f"{free} MiB free{advice}")


def _disk(folder: Path) -> Check:
    free = shutil.disk_usage(folder if folder.exists() else Path.cwd()).free // 2**20
    enough = free >= LEAST_DISK_MB
    return Check(name="disk", good=enough, finding=f"{free} MiB free in {folder.resolve()}")


def _record(path: Path) -> Iterator[Check]:
    try:
        with open_store(path, write=False, settings=load_settings()) as store:
            for name, good, finding in check_record(store):
                yield Check(name=name, good=good, finding=finding)
            yield _makers(list(store.makers()), pipeline.maker(load_settings()))
    except DragomanError as error:
        yield Check(name="record", good=False, finding=str(error))


def _makers(makers: list[tuple[Maker, int]], now: Maker) -> Check:
    older = sum(count for maker, count in makers if maker != now)
    if not older:
        return Check(name="made by", good=True, finding="this version, model and settings")
    finding = (
        f"{older} articles were read by another version, model or settings; dragoman refresh RECORD"
    )
    return Check(name="made by", good=True, finding=finding)
