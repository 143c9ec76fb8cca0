"""Help: the keys, the words of a search, and what the words of the record mean."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.web import wording
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.pages.dyad import QUADS

KEYS = (
    ("/", "go to the search"),
    ("j", "next result, row or fact"),
    ("k", "the one before"),
    ("Enter", "open it"),
    ("e", "from a fact to its characters in the text, and back"),
    ("]", "next mention of the same name, or fact of the same kind"),
    ("[", "the mention before"),
    ("?", "this help"),
    ("Esc", "leave the search, close what is open"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """The page of help."""

    keys: tuple[tuple[str, str], ...]
    types: tuple[tuple[str, str, str], ...]


def page(call: Call) -> Page:
    """Keys, searches, words."""
    quads = {type_: name for _, name, types in QUADS for type_ in types}
    types = tuple((t, quads[t], wording.EVENT_TYPES[t][1]) for t in quads)
    view = HelpPage(keys=KEYS, types=types)
    keys = table("keys", "Keys", ("key", "what it does"), [(row, "") for row in KEYS])
    words = table("types", "Event types", ("type", "class", "meaning"), [(row, "") for row in types])  # fmt: skip
    return Page(
        title="Help", template="help.html.j2", view=view, tables=(keys, words), subject="help"
    )
