"""What a page says about itself: JSON-LD first, then meta elements and <time>, then trafilatura and htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.readers.dates import published
from dragoman.readers.jsonld import LinkedArticle, linked_article, tidy
from dragoman.types import Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EARLIEST, LATEST = "1990-01-01", "2199-12-31"
"""Bounds for htmldate; its own upper bound is today, and a record must not depend on when it was made."""

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "pub_date",
    "article_date_original", "originalpublicationdate", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised",
)  # fmt: skip
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
)
_OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
)
_AUTHORS = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
)
_LANGUAGE = re.compile(r"([a-z]{2,3})([_-][a-z0-9-]+)?", re.IGNORECASE)
_FRESH = re.compile(
    r"\b(publish|posted|entry-date|pubdate|post-date|date-published|article-date)", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(updated?|modified)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page states of itself; None and () where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    modified: Published | None = None
    notes: tuple[str, ...] = ()


def page_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """The facts on a page at `url` (None where unknown). `tree` is left as it was."""
    meta = _meta(tree)
    canonical = _canonical(tree) or _web(meta.get("og:url"))
    linked = (
        linked_article(_scripts(tree), frozenset(a for a in (url, canonical) if a))
        or LinkedArticle()
    )
    notes: list[str] = []
    appeared = _dated(
        "published",
        [linked.published, *_all(meta, _PUBLISHED), *_times(tree, _FRESH, "pub")],
        notes,
    )
    changed = _dated(
        "modified", [linked.modified, *_all(meta, _MODIFIED), *_times(tree, _CHANGED, "mod")], notes
    )
    facts = PageFacts(
        title=linked.headline or tidy(_one(meta, _TITLES)) or _heading(tree),
        outlet=linked.publisher or tidy(_one(meta, _OUTLETS)),
        source=linked.source,
        url=canonical or linked.url,
        language=_language(
            linked.language
            or tree.get("lang")
            or tree.get("xml:lang")
            or _one(meta, ("og:locale", "content-language", "dc.language", "language"))
        ),
        authors=linked.authors or _people(_all(meta, _AUTHORS)),
        published=appeared,
        modified=changed,
        notes=tuple(notes),
    )
    return _completed(facts, tree, url)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Name, property, itemprop or http-equiv (lower case) to content; the first of each counts."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (
            node.get("property")
            or node.get("name")
            or node.get("itemprop")
            or node.get("http-equiv")
        )
        content = node.get("content") or node.get("datetime")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip()[:2000])
    return found


def _scripts(tree: HtmlElement) -> Iterable[str]:
    kinds = ("application/ld+json", "application/json+ld")
    for node in tree.iter("script"):
        if (node.get("type") or "").partition(";")[0].strip().lower() in kinds and node.text:
            yield node.text


def _canonical(tree: HtmlElement) -> str | None:
    for node in tree.iter("link"):
        if "canonical" in (node.get("rel") or "").lower().split():
            return _web(node.get("href"))
    return None


def _web(address: str | None) -> str | None:
    text = (address or "").strip()[:2000]
    return text if text.startswith(("http://", "https://")) and text.isprintable() else None


def _all(meta: dict[str, str], names: Iterable[str]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _one(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next(iter(_all(meta, names)), None)


def _times(tree: HtmlElement, hint: re.Pattern[str], prefix: str) -> list[str]:
    """Dates of <time> elements marked for the purpose; for publication also the only one there is."""
    hinted, plain = [], []
    for node in tree.iter("time"):
        value = (node.get("datetime") or node.get("content") or node.text or "").strip()[:100]
        marks = f"{node.get('itemprop') or ''} {node.get('class') or ''} {node.get('pubdate') and 'publish'}"
        if not value:
            continue
        named = "datepublished" if prefix == "pub" else "datemodified"
        if named in marks.lower() or hint.search(marks):
            hinted.append(value)
        elif not _CHANGED.search(marks) and "datemodified" not in marks.lower():
            plain.append(value)
    if not hinted and prefix == "pub" and len(set(plain)) == 1:
        return plain[:1]
    return hinted[:3]


def _dated(name: str, values: Iterable[str | None], notes: list[str]) -> Published | None:
    """The first value that is a date; a note on the first where none is."""
    given = [value for value in values if value]
    for value in given:
        if found := published(value):
            return found
    if given:
        notes.append(f"{name} {given[0]!a} on the page is not a date that can be read")
    return None


def _heading(tree: HtmlElement) -> str | None:
    headings = [tidy("".join(map(str, node.itertext()))) for node in tree.iter("h1")]
    told = [heading for heading in headings if heading]
    if len(told) == 1:
        return told[0]
    title = next(tree.iter("title"), None)
    return tidy(title.text if title is not None else None)


def _language(text: str | None) -> str | None:
    """The primary language of a BCP 47 tag ('en-GB' is 'en')."""
    match = _LANGUAGE.fullmatch((text or "").strip())
    return match.group(1).lower() if match else None


def _people(texts: Iterable[str]) -> tuple[str, ...]:
    names = (tidy(text) for text in texts if not text.startswith(("http://", "https://")))
    return tuple(dict.fromkeys(name for name in names if name))[:1]


def _completed(facts: PageFacts, tree: HtmlElement, url: str | None) -> PageFacts:
    """Gaps filled by trafilatura (title, site, author) and htmldate (dates, by markup and URL only)."""
    if facts.title and facts.outlet and facts.authors and facts.published:
        return facts
    seen = _seen_by_trafilatura(tree, url)
    if seen is None:
        return facts
    authors = tuple(name.strip() for name in (seen.author or "").split(";") if name.strip())
    day = published(seen.date)
    return PageFacts(
        title=facts.title or tidy(seen.title),
        outlet=facts.outlet or tidy(seen.sitename),
        source=facts.source,
        url=facts.url,
        language=facts.language,
        authors=facts.authors or authors,
        published=facts.published or day,
        modified=facts.modified
        or (_latest(tree, url, day) if day and not facts.published else None),
        notes=facts.notes,
    )


def _seen_by_trafilatura(tree: HtmlElement, url: str | None) -> Any:
    """trafilatura's metadata; None where its heuristics fail on the page."""
    from trafilatura.metadata import extract_metadata

    try:
        return extract_metadata(deepcopy(tree), url, date_config=_date_config(original=True))
    except MemoryError:
        raise
    except (
        Exception
    ):  # heuristics of a library on hostile markup: any failure means 'nothing found'
        return None


def _latest(tree: HtmlElement, url: str | None, day: Published) -> Published | None:
    """htmldate's newest date, where it is later than the day of publication."""
    from htmldate import find_date

    try:
        found = published(find_date(deepcopy(tree), url=url, **_date_config(original=False)))
    except MemoryError:
        raise
    except Exception:  # as above
        return None
    return found if found and found.value > day.value else None


def _date_config(*, original: bool) -> dict[str, Any]:
    return {
        "extensive_search": False,
        "original_date": original,
        "min_date": EARLIEST,
        "max_date": LATEST,
    }
