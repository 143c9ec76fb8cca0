"""Where the titles before a person's name end."""

from __future__ import annotations

from typing import Final

from dragoman import person_words
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.page import View
from dragoman.folding import listed

REGAL: Final = listed(
    "king queen prince princess pope emir sultan emperor saint st st. sir dame lord lady duke duchess"
)
_TITLE_PARTS: Final = listed(
    "foreign prime deputy vice former state defence defense interior interim acting assistant attorney general chief senior special "
    "finance health justice education trade national first top us u.s. uk eu un security ex high commissioner opposition leader "
    "affairs minister-designate president-elect home treasury police army navy air force"
)
_COMPLEMENTS: Final = listed(
    "state defense defence affairs foreign war staff treasury justice health energy commerce labor education interior homeland security the"
)
_INNER: Final = listed("head minister leader spokes lawmaker business press envoy")


def title_end(view: View, start: int, end: int) -> int:
    """Where the titles at the beginning of ``[start, end)`` end."""
    index = start
    while index < end:
        if (jump := _state_phrase(view, index, end)) is not None and jump < end:
            index = jump
        elif _is_title(view, index, start, end):
            index += 1
        else:
            break
    return index


def _is_title(view: View, index: int, start: int, end: int) -> bool:
    """Whether a word goes on with the titles that began at `start`."""
    word = view.lower[index]
    bare, more, begun = word.rstrip("."), index < end - 1, index > start
    if bare in person_words.ranks() or word in person_words.honorifics():
        return True
    if more and bare in lexicon.people():
        return True
    if more and word in _TITLE_PARTS and _title_ahead(view, index + 1, end):
        return True
    if begun and more and word in ("of", "for", "'s", "-"):
        return True
    return begun and word in _COMPLEMENTS and view.lower[index - 1] in ("of", "for", "the", "and")


def last_title(view: View, start: int, end: int) -> int:
    """Behind the last office inside a name, where words before it hide it ('Acme President Jane Roe')."""
    for index in range(end - 2, start, -1):
        family = lexicon.people().get(view.lower[index], ("", ""))[0]
        if family in _INNER and view.words[index][0].isupper() and view.lower[index] not in REGAL:
            return index + 1
    return start


def _state_phrase(view: View, index: int, end: int) -> int | None:
    """The end of a state's name or demonym at `index` that a title follows."""
    for first, last, entry in view.phrases:
        if first == index and entry.kind in ("state", "demonym", "organisation", "regional"):
            return last if last < end and _title_ahead(view, last, end) else None
    return None


def _title_ahead(view: View, index: int, end: int) -> bool:
    for word in view.lower[index : min(end, index + 3)]:
        bare = word.rstrip(".")
        if bare in person_words.ranks() or bare in lexicon.people():
            return True
    return False
