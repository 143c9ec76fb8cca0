"""The sample collection that `dragoman demo` reads: invented articles about invented events.

Nothing in it happened, and no person, ship, firm, agency or outlet named in it exists;
`README.txt` beside this module says so for every file and tells what each one shows.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from dragoman.errors import UsageError

__all__ = ["path"]


def path() -> Path:
    """The folder with the articles of the sample collection, ready for `dragoman read`.

    Returns:
        An existing folder inside the installed package. It holds plain text, HTML, JSON Lines
        and an RSS feed, all UTF-8, and nothing else.

    Raises:
        UsageError: the package is not unpacked on disk (run from a zip file) or lacks the folder.
    """
    folder = files(__name__).joinpath("articles")
    if not isinstance(folder, Path) or not folder.is_dir():
        raise UsageError(
            f"the sample collection was expected in the folder {folder}, which is not on disk; "
            "install dragoman with pip, which unpacks the package"
        )
    return folder
