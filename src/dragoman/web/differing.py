"""Two texts side by side, as HTML, with the words marked that only one of them has."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from dragoman.web.segments import visible

COMPARED = 200
"""Words of a text compared for differing words: `difflib` takes time with the square."""

_BARE = re.compile(r"^\W+|\W+$")


def compared(left: str, right: str) -> tuple[Markup, Markup]:
    """Both texts with what differs in `mark` elements; marks of punctuation and case are passed over."""
    before, after = words(left), words(right)
    bare = [[_bare(word) for word in some[:COMPARED]] for some in (before, after)]
    changes = difflib.SequenceMatcher(a=bare[0], b=bare[1], autojunk=False).get_opcodes()
    differing = [c for c in changes if c[0] != "equal"]
    return (
        _marked(before, [(a, b) for _, a, b, _, _ in differing]),
        _marked(after, [(a, b) for _, _, _, a, b in differing]),
    )


def words(text: str) -> list[str]:
    """The words of a text with the space behind each."""
    return re.findall(r"\s*\S+\s*", text)


def _bare(word: str) -> str:
    plain = _BARE.sub("", word.strip().casefold().replace("’", "'"))
    return plain or word.strip()


def _marked(text: Sequence[str], ranges: Iterable[tuple[int, int]]) -> Markup:
    out, at = [], 0
    for start, end in (r for r in ranges if r[0] < r[1]):
        out.append(escape(visible("".join(text[at:start]))))
        out.append(Markup('<mark class="diff">%s</mark>') % visible("".join(text[start:end])))
        at = end
    return Markup("").join([*out, escape(visible("".join(text[at:])))])
