"""All the text of marked-up pages, block by block, for where no article can be told from its page."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "textarea",
        "button",
    )
)
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
     "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
     "time", "tt", "u", "var", "wbr")
)  # fmt: skip
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>|<[!?/][^<>]*+>")


def block_text(tree: HtmlElement) -> str:
    """The visible text under `tree`, one line for each block, white space collapsed."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walker = iterwalk(tree, events=("start", "end"))
    for event, node in walker:
        tag = node.tag if isinstance(node.tag, str) else ""
        pieces.append("" if tag in _INLINE else "\n")
        if event == "end":
            if node is not tree:
                pieces.append(_flat(node.tail))
        elif tag in _UNSEEN or not tag:
            walker.skip_subtree()
        else:
            pieces.append(_flat(node.text))
    return _lines("".join(pieces))


def stripped(markup: str) -> str:
    """The same from markup that can't be parsed as a tree (nested too deeply), by its tags alone."""
    for name in ("script", "style"):
        markup = _without(markup, name)
    text = _TAG.sub(lambda tag: "" if (tag[1] or "").lower() in _INLINE else "\n", markup)
    return _lines(html.unescape(text))


def _without(markup: str, name: str) -> str:
    """`markup` without the elements of a name and what is in them; time linear in its length."""
    kept = []
    at = 0
    opening, closing = (
        re.compile(rf"<{name}\b", re.IGNORECASE),
        re.compile(rf"</{name}\b", re.IGNORECASE),
    )
    while start := opening.search(markup, at):
        kept.append(markup[at : start.start()])
        end = closing.search(markup, start.end())
        if end is None:
            return "".join(kept)
        at = end.start()
    return "".join([*kept, markup[at:]])


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
