"""From what the user named (files, folders, globs, '-', URLs) to the sources to read, in a fixed order."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import InputError
from dragoman.readers.files import CHUNK, Damage, expanded, open_regular, special
from dragoman.readers.items import Source, SourceKind, shown
from dragoman.readers.kinds import KNOWN, by_name, sniff
from dragoman.types import Rejected

STDIN = Source(path="-", kind="stdin")

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_GLOB = re.compile(r"[*?\[]")
_SIDECAR = re.compile(r"\.db([-.].*)?$")
_SQLITE = b"SQLite format 3\0"


def sources(inputs: Iterable[str | Path]) -> Iterator[Source | Rejected]:
    """Every source that `inputs` name, in their order; a folder's files sorted by name, recursively.

    In folders hidden files and records (SQLite files named .db and their side files) are passed
    over, links to folders are followed except back up into themselves, and what has no known
    extension is `Rejected`. A file named outright is read whatever its name: its first bytes tell.
    """
    for given in inputs:
        yield from _named(os.fspath(given))


def _named(given: str) -> Iterator[Source | Rejected]:
    if given == "-":
        yield STDIN
    elif _WEB.match(given):
        yield Source(path=shown(given), kind="url", file=None)
    elif _URL.match(given) and not _exists(given):
        scheme = given.partition(":")[0]
        yield _refused(given, "not_allowed", f"scheme {scheme!r}; only http and https are fetched")
    elif _exists(given) or not _GLOB.search(given):
        yield from _existing(given)
    else:
        yield from _globbed(given)


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def _globbed(pattern: str) -> Iterator[Source | Rejected]:
    found = sorted(glob.glob(pattern, recursive=True), key=os.fsencode)  # noqa: PTH207 - takes absolute patterns
    if not found:
        yield _refused(pattern, "not_found", "no file matches; check the pattern and its quotes")
    for path in found:
        yield from _existing(path)


def _existing(path: str) -> Iterator[Source | Rejected]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield _failed(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    elif not stat.S_ISREG(mode):
        yield _refused(path, "unreadable", special(mode))
    else:
        yield _file(path, by_name(path) or "text", known=by_name(path) is not None)


def _file(path: str, kind: SourceKind, *, known: bool) -> Source | Rejected:
    if known and not path.lower().endswith(".xml"):
        return Source(path=shown(path), kind=kind, file=path)
    try:
        head = _head(path)
    except InputError as error:
        return _refused(path, error.reason, error.detail)
    return Source(
        path=shown(path), kind=kind if known and sniff(head) != "html" else sniff(head), file=path
    )


def _head(path: str) -> bytes:
    with open_regular(path) as file:
        try:
            return expanded(file).read(CHUNK)
        except (Damage, OSError):
            return b""


def _folder(top: str) -> Iterator[Source | Rejected]:
    """Depth first without recursion; `above` holds the identities of the folders around each."""
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while waiting:
        path, above = waiting.pop()
        try:
            status = Path(path).stat()
            if not stat.S_ISDIR(status.st_mode):
                yield from _inside(path, status.st_mode)
                continue
            me = (status.st_dev, status.st_ino)
            names = () if me in above else _visible(path)
        except OSError as error:
            yield _failed(path, error)
            continue
        waiting.extend((f"{path.rstrip('/')}/{name}", above | {me}) for name in names)


def _visible(path: str) -> list[str]:
    """Names in a folder, hidden ones left out, last first: they are taken from the end."""
    names = (p.name for p in Path(path).iterdir() if not p.name.startswith("."))
    return sorted(names, key=os.fsencode, reverse=True)


def _inside(path: str, mode: int) -> Iterator[Source | Rejected]:
    kind = by_name(path)
    if not stat.S_ISREG(mode):
        yield _refused(path, "unreadable", special(mode))
    elif kind is not None:
        yield _file(path, kind, known=True)
    elif not _is_record(path):
        yield _refused(
            path, "unknown_type", f"extension not known; there are {KNOWN}; or name the file itself"
        )


def _is_record(path: str) -> bool:
    name = Path(path).name
    if not _SIDECAR.search(name):
        return False
    if not name.endswith(".db"):
        return True
    try:
        with open_regular(path) as file:
            return file.read(len(_SQLITE)) in (_SQLITE, b"")
    except (InputError, OSError):
        return False


def _failed(path: str, error: OSError | ValueError) -> Rejected:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _refused(path, "not_found", "no such file or folder; check the path")
    cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _refused(path, "unreadable", f"{cause}; check its permissions and links")


def _refused(path: str, reason: str, detail: str) -> Rejected:
    name = shown(path)
    return Rejected(
        path=name, reason=reason, detail=detail, source_id=name.rpartition("/")[2] or name
    )
