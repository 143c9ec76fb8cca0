"""An HTML page to a document: its article by trafilatura, its own statements by `metadata`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.readers.dates import published
from dragoman.readers.encoding import Decoded, decode
from dragoman.readers.items import Raw
from dragoman.readers.metadata import PageFacts, page_facts
from dragoman.readers.plain import block_text, stripped
from dragoman.types import Credit, Document, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WHOLE_PAGE = "no article was told from the page; all of its text was taken"
TOO_DEEP = "elements are nested too deeply to be parsed; the text was taken without its structure"

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


def document_of(raw: Raw) -> Document:
    """The document on an HTML page, or in a fragment of one.

    `text` is what was extracted, a line for each paragraph. What the container said (a feed's date
    and title) stands where the page is silent. Raises `InputError`: empty, binary, encoding, no_text.
    """
    decoded = _decoded(raw)
    markup = _DECLARATION.sub("", decoded.text, count=1).replace("\0", "\ufffd")
    tree, deep = parsed(markup)
    text, note = _text(tree, markup, deep, raw)
    if not text:
        raise InputError("no_text", "no text on the page outside of scripts and styles")
    facts = page_facts(tree, raw.url) if tree is not None and not raw.fragment else PageFacts()
    notes = [*raw.notes, decoded.note, note, *facts.notes]
    return _described(raw, facts, text, decoded.label, notes)


def _decoded(raw: Raw) -> Decoded:
    if not raw.data.strip():
        raise InputError("empty", "no content in it, not a byte of text")
    if raw.encoding is not None:
        return Decoded(raw.data.decode("utf-8", "replace"), raw.encoding)
    return decode(raw.data, transport=raw.charset, markup=True)


def parsed(markup: str) -> tuple[HtmlElement | None, bool]:
    """The element tree (None where there is none), and whether libxml2's depth limit cut it short."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False,
    )  # fmt: skip
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        tree = None
    return tree, any(e.type_name == "ERR_RESOURCE_LIMIT" for e in parser.error_log)


def _text(tree: HtmlElement | None, markup: str, deep: bool, raw: Raw) -> tuple[str, str | None]:
    """The text and, where it is not simply the article, a note that says what it is."""
    if deep or tree is None:
        return stripped(markup), TOO_DEEP if deep else WHOLE_PAGE
    if raw.fragment:
        return block_text(tree), None
    if article := _article(tree, raw.url):
        return article, None
    return block_text(tree), WHOLE_PAGE


def _article(tree: HtmlElement, url: str | None) -> str | None:
    """The main text as trafilatura finds it, comments left out; None where it finds none."""
    from copy import deepcopy

    from trafilatura import extract

    try:
        found = extract(
            deepcopy(tree),
            url=url,
            include_comments=False,
            include_tables=True,
            output_format="txt",
        )
    except MemoryError:
        raise
    except Exception:  # heuristics of a library on hostile markup: any failure means 'none found'
        return None
    return found.strip() if found and found.strip() else None


def _described(
    raw: Raw, facts: PageFacts, text: str, label: str, notes: list[str | None]
) -> Document:
    outlet = raw.outlet or facts.outlet
    credited = facts.source if facts.source and facts.source != outlet else None
    return Document(
        text=text,
        source_id=raw.source_id,
        explicit_id=raw.explicit_id,
        path=raw.path,
        url=raw.url or facts.url,
        outlet=outlet,
        title=facts.title or raw.title,
        language=facts.language or raw.language,
        published=facts.published or hinted("published", raw.published, notes),
        modified=facts.modified or hinted("modified", raw.modified, notes),
        authors=facts.authors or raw.authors,
        credits=(Credit(agency=credited, span=None),) if credited else (),
        encoding=label,
        notes=tuple(dict.fromkeys(note for note in notes if note)),
    )


def hinted(name: str, value: str | None, notes: list[str | None]) -> Published | None:
    """A date that the container gave, in its words; a note where it can't be read."""
    found = published(value)
    if found is None and value and value.strip():
        notes.append(f"{name} {value[:80]!a} is not a date that can be read")
    return found
