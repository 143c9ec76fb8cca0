"""The schema.org article in a page's JSON-LD: what publishers state about it for machines.

Types and properties: https://schema.org/NewsArticle and its parents. Scripts in the wild are broken
in known ways (trailing commas, comment wrappers, several values); those are mended, others are left.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 32
MAX_NODES = 20_000
MAX_NAME = 500
MAX_VALUES = 100

_TYPES = frozenset(
    ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
     "ReviewNewsArticle", "AskPublicNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report",
     "SatiricalArticle", "AdvertiserContentArticle", "ScholarlyArticle", "TechArticle", "SocialMediaPosting")
)  # fmt: skip
_ELSEWHERE = frozenset(
    (
        "itemListElement",
        "relatedLink",
        "isBasedOn",
        "citation",
        "comment",
        "review",
        "mentions",
        "hasPart",
        "liveBlogUpdate",
    )
)
_COMMA = re.compile(r",(\s*[}\]])")
_BEFORE = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[")
_AFTER = ("-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//", ";")
_DATE = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,300})"')


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What a page's JSON-LD says of its article; dates as worded."""

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None


def linked_article(scripts: Iterable[str], addresses: frozenset[str]) -> LinkedArticle | None:
    """The article that the page is about: the one at one of `addresses`, else the first and fullest."""
    nodes = list(_nodes([value for script in scripts for value in _values(script)]))
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    articles = [n for n in nodes if _is_article(n)]
    if not articles:
        return None
    return _told(min(articles, key=lambda n: _rank(n, addresses)), by_id)


def _rank(node: dict[str, Any], addresses: frozenset[str]) -> tuple[bool, bool, bool]:
    at = {
        address
        for name in ("url", "@id", "mainEntityOfPage")
        if (address := _address(node.get(name)))
    }
    return not at & addresses, "datePublished" not in node, "headline" not in node


def _told(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> LinkedArticle:
    return LinkedArticle(
        headline=_first(_names(node.get("headline") or node.get("name"), by_id)),
        published=_date(node.get("datePublished")),
        modified=_date(node.get("dateModified")),
        publisher=_first(_names(node.get("publisher"), by_id)),
        source=_first(_names(node.get("sourceOrganization"), by_id)),
        authors=_names(node.get("author") or node.get("creator"), by_id),
        language=_first(_names(node.get("inLanguage"), by_id)),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
    )


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and re.split(r"[/:#]", k)[-1] in _TYPES for k in named)


def _values(script: str) -> list[Any]:
    """The JSON values in one script, mended where that is safe; what can't be read yields its dates."""
    text = _unwrapped(script)
    for attempt in (text, _COMMA.sub(r"\1", text)):
        try:
            return [json.loads(attempt, strict=False)]
        except (ValueError, RecursionError):
            continue
    return _leading(text) or _salvaged(text)


def _unwrapped(script: str) -> str:
    """A script without the comment and CDATA marks that pages put around it."""
    text = script.strip().removeprefix("\ufeff")
    for mark in _BEFORE:
        text = text.removeprefix(mark).lstrip()
    for mark in _AFTER:
        text = text.removesuffix(mark).rstrip()
    return text


def _leading(text: str) -> list[Any]:
    """Values one after another, up to the first that can't be read."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < MAX_VALUES:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at = end + len(text[end : end + 100]) - len(text[end : end + 100].lstrip(" \t\r\n;,"))
    return values


def _salvaged(text: str) -> list[Any]:
    found = dict(reversed(_DATE.findall(text[:1_000_000])))
    return [{"@type": "Article", **found}] if found and "Article" in text else []


def _nodes(values: list[Any]) -> Iterator[dict[str, Any]]:
    """Every object, the shallow ones first, but not what is about other pages; bounded."""
    queue = deque((value, 0) for value in values)
    for _ in range(MAX_NODES):
        if not queue:
            return
        value, depth = queue.popleft()
        if isinstance(value, dict):
            yield value
            inner = [v for k, v in value.items() if k not in _ELSEWHERE]
        else:
            inner = value if isinstance(value, list) else []
        if depth < MAX_DEPTH:
            queue.extend((v, depth + 1) for v in inner[:MAX_NODES] if isinstance(v, dict | list))


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Names in a property that may be text, an object, a reference or a list of those."""
    parts = value[:50] if isinstance(value, list) else [value]
    found = (_name(part, by_id) for part in parts)
    return tuple(dict.fromkeys(name for name in found if name))


def _name(value: Any, by_id: dict[str, dict[str, Any]]) -> str | None:
    if isinstance(value, dict):
        there = value if "name" in value else by_id.get(str(value.get("@id")), value)
        value = there.get("name") or there.get("legalName") or there.get("alternateName")
        value = value[0] if isinstance(value, list) and value else value
    if not isinstance(value, str) or value.startswith(("http://", "https://")):
        return None
    return tidy(value)


def tidy(text: str | None) -> str | None:
    """A name or title on one line, entities read, at most `MAX_NAME` characters; None for nothing."""
    line = " ".join(html.unescape(text or "").split())
    line = line.encode("utf-8", "replace").decode("utf-8")
    return line[:MAX_NAME] or None


def _first(names: tuple[str, ...]) -> str | None:
    return names[0] if names else None


def _date(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    value = value.get("@value") if isinstance(value, dict) else value
    return value.strip()[:100] or None if isinstance(value, str) else None


def _address(value: Any) -> str | None:
    value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return (
        value.strip()[:2000]
        if isinstance(value, str) and value.startswith(("http://", "https://"))
        else None
    )
