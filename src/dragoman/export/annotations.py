"""Facts as W3C Web Annotations (Recommendation of 2017): JSON-LD, one annotation a line.

The target of an annotation is the article's text. Its `TextPositionSelector` counts Unicode code
points of that text, as the Recommendation asks; its `TextQuoteSelector` has the words themselves, with
which they are found in another edition of the text too, such as the page at the article's address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from dragoman.codec import plain
from dragoman.export.rows import TABLES, LeftOut, ReadSide, Row, Table
from dragoman.export.tables import compact, write_lines
from dragoman.types import (
    Analysis,
    Article,
    EntityMention,
    EventMention,
    Passage,
    Quantity,
    Quotation,
    Span,
    Timex,
    Toponym,
)

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
URN: Final = "urn:dragoman:"
AROUND = 32
"""Code points of context before and after a quote, where they are enough to find it once."""

Said: TypeAlias = Timex | Quantity | Toponym | EntityMention | Quotation | EventMention


@dataclass(frozen=True, slots=True)
class Kind:
    """How facts of one type are told: the word for them, and the fields that class them."""

    word: str
    classes: tuple[str, ...] = ()


KINDS: Final[dict[type[Said], Kind]] = {
    Timex: Kind("timex", ("type",)),
    Quantity: Kind("quantity", ("measure",)),
    Toponym: Kind("toponym"),
    EntityMention: Kind("entity_mention"),
    Quotation: Kind("quotation", ("kind",)),
    EventMention: Kind("event_mention", ("type", "mode", "status")),
}
"""The facts that become annotations: those that stand at words of an article."""

_ELSEWHERE: Final = frozenset({"id", "article", "span", "text"})
_TABLES: Final = {table.cls: table for table in TABLES}


def write_annotations(record: ReadSide, path: Path, _left_out: LeftOut) -> int:
    """Writes every fact of every article, by article, place and id; returns how many."""
    return write_lines(_annotations(record), path)


def _annotations(record: ReadSide) -> Iterator[Row]:
    for analysis in record.analyses(layers=tuple(KINDS)):
        maker = record.maker_of(analysis.article.id)
        version = maker.version if maker else None
        for fact in sorted(_said(analysis), key=lambda f: (passages(f)[0].span, f.id)):
            yield _annotation(record, analysis.article, fact, version)


def _said(analysis: Analysis) -> tuple[Said, ...]:
    return (
        *analysis.timexes,
        *analysis.quantities,
        *analysis.toponyms,
        *analysis.entity_mentions,
        *(quotation for quotation in analysis.quotations if quotation.content),
        *analysis.events,
    )


def passages(fact: Said) -> tuple[Passage, ...]:
    """The words that a fact stands at: of a quotation its content, of an event mention its trigger."""
    match fact:
        case Quotation():
            return fact.content
        case EventMention():
            return (fact.trigger,)
        case _:
            return (Passage(text=fact.text, span=fact.span),)


def _annotation(record: ReadSide, article: Article, fact: Said, version: str | None) -> Row:
    targets = [_target(article, passage.span) for passage in passages(fact)]
    return {
        "@context": CONTEXT,
        "id": URN + fact.id,
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"dragoman {version}" if version else "dragoman"},
        "body": _bodies(record, fact),
        "target": targets[0] if len(targets) == 1 else targets,
    }


# ---------------------------------------------------------------- what is said


def _bodies(record: ReadSide, fact: Said) -> list[Row]:
    """The fact's classes as words, what it is about as an address, and all of its fields as JSON."""
    row = plain(fact) | _wholes(record, _TABLES[type(fact)], fact.id)
    kind = KINDS[type(fact)]
    classes = [kind.word, *(row[name] for name in kind.classes if row[name] is not None)]
    rest = {name: value for name, value in row.items() if name not in _ELSEWHERE}
    return [
        *({"type": "TextualBody", "purpose": "classifying", "value": one} for one in classes),
        *(
            {"type": "SpecificResource", "purpose": "identifying", "source": one}
            for one in _about(fact)
        ),
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": compact(rest),
        },
    ]


def _wholes(record: ReadSide, table: Table, part: str) -> Row:
    return {column: record.whole_of(cls, part) for column, cls in table.added}


def _about(fact: Said) -> tuple[str, ...]:
    match fact:
        case Toponym(geonames_id=int(number)):
            return (f"https://sws.geonames.org/{number}/",)
        case EntityMention():
            return (URN + fact.entity,)
        case _:
            return ()


# ---------------------------------------------------------------- where it is said


def _target(article: Article, span: Span) -> Row:
    text, (start, end) = article.text, span
    before, after = _context(text, span)
    return {
        "source": _source(article),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[before:start],
                "suffix": text[end:after],
            },
        ],
    }


def _context(text: str, span: Span) -> Span:
    """The span with as much around it as makes its words occur once: lines recur on many pages."""
    width = AROUND
    while True:
        start, end = max(0, span.start - width), span.end + width
        words = text[start:end]
        if text.find(words) == start and text.find(words, start + 1) < 0:
            return Span(start, min(end, len(text)))
        width *= 2


def _source(article: Article) -> Row:
    """The article by its address, or by its id where it has none; `articles.jsonl` has the text."""
    source: dict[str, Any] = {
        "id": article.url if _is_address(article.url) else URN + article.id,
        "type": "Text",
        "dcterms:identifier": article.id,
    }
    return source | ({"language": article.language} if article.language else {})


def _is_address(url: str | None) -> bool:
    """Whether a URL can stand as an IRI."""
    if not url or any(c.isspace() or c in '<>"{}|\\^`' for c in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
