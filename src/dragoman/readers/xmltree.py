"""XML without its dangers: no document types, no network, bounded depth, and a word on what is broken."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.readers.encoding import Decoded, decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_HALF = re.compile(
    r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
"""References to half a surrogate pair, which libxml2 lets through as bytes that are no UTF-8."""
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,40});")
_OPEN = re.compile(r"<(item|entry|url|sitemap)[\s>]")
_CLOSE = re.compile(r"</(item|entry|url|sitemap)\s*>")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file: its root (None where nothing is left), the first fault, and whether the last item is cut."""

    root: _Element | None
    decoded: Decoded
    fault: str | None = None
    cut: bool = False

    @property
    def name(self) -> str:
        """The root's local name in lower case."""
        return local(self.root).lower() if self.root is not None else ""


def tree_of(data: bytes, charset: str | None) -> Tree:
    """Parse XML, keeping what can be kept of broken files. Raises `InputError` (binary, encoding)."""
    from lxml import etree

    decoded = decode(data, transport=charset, markup=True)
    text = _undoctyped(_DECLARATION.sub(lambda m: _blank(m[0]), decoded.text, count=1))
    text = _spelled(_HALF.sub("\ufffd", text))
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        return Tree(None, decoded, _fault(parser.error_log) or "no XML element in it")
    fault = _fault(parser.error_log)
    return Tree(root, decoded, fault, fault is not None and _last_is_open(text))


def local(node: _Element) -> str:
    """An element's name without its namespace."""
    return str(node.tag).rpartition("}")[2]


def _fault(log: object) -> str | None:
    """The first error, with its place."""
    for entry in log:  # type: ignore[attr-defined]
        if entry.level_name != "WARNING":
            return f"line {entry.line}, column {entry.column}: {entry.message}"
    return None


def _last_is_open(text: str) -> bool:
    opened = max((m.start() for m in _OPEN.finditer(text)), default=-1)
    closed = max((m.start() for m in _CLOSE.finditer(text)), default=-1)
    return opened > closed


def _undoctyped(text: str) -> str:
    """`text` without its document type: what that declares (entities) is not used."""
    start = text[:4096].upper().find("<!DOCTYPE")
    if start < 0:
        return text
    end = text.find(">", start)
    subset = text.find("[", start, end)
    if subset >= 0:
        end = text.find(">", text.find("]", subset))
    rest = end + 1 if end >= 0 else len(text)
    return text[:start] + _blank(text[start:rest]) + text[rest:]


def _blank(text: str) -> str:
    """The line feeds in `text`: what is taken out moves no line number."""
    return "\n" * text.count("\n")


def _spelled(text: str) -> str:
    """HTML's named characters put in their place; other references become their own letters."""
    pieces = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        pieces.append(_NAMED.sub(_character, text[at:start]))
        end = text.find("]]>", start)
        at = end if end >= 0 else len(text)
        pieces.append(text[start:at])
    return "".join([*pieces, _NAMED.sub(_character, text[at:])])


def _character(match: re.Match[str]) -> str:
    if match[1] in ("amp", "lt", "gt", "quot", "apos"):
        return match[0]
    found = html.unescape(match[0])
    return found.replace("&", "&amp;").replace("<", "&lt;")
