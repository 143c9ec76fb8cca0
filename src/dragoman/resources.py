"""The data files of the package, each opened once, at first use, and kept for the process.

    words = load_json("states.json")
    view = open_data("gazetteer.bin")

JSON files are read whole. Binary ones are mapped, so that processes share their pages and only
the parts that are looked at are ever read.
"""

from __future__ import annotations

import json
import mmap
from functools import cache
from pathlib import Path
from typing import Any, Final

from dragoman.errors import DragomanError

FOLDER: Final = Path(__file__).parent / "data"


class ResourceError(DragomanError):
    """A data file of the package is missing or is not what it should be."""


@cache
def load_json(name: str) -> dict[str, Any]:
    """The object in data file `name`. Shared by all callers: read it, never change it.

    Raises:
        ResourceError: no such file, or no JSON object in it.
    """
    try:
        loaded = json.loads(_path(name).read_bytes())
    except ValueError as error:
        raise _damaged(name, str(error)) from error
    if not isinstance(loaded, dict):
        raise _damaged(name, f"a JSON {type(loaded).__name__} where an object was expected")
    return loaded


@cache
def open_data(name: str) -> memoryview:
    """The bytes of data file `name`, read-only and mapped, not read.

    Raises:
        ResourceError: no such file, or an empty one.
    """
    with _path(name).open("rb") as file:
        try:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except ValueError as error:
            raise _damaged(name, str(error)) from error


def _path(name: str) -> Path:
    path = FOLDER / name
    if not path.is_file():
        raise ResourceError(f"data file {name!r} is not in {FOLDER}: install the package again")
    return path


def _damaged(name: str, what: str) -> ResourceError:
    return ResourceError(f"data file {name!r} can't be used ({what}): install the package again")
