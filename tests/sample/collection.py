"""Reads the sample collection with the standard library alone, to compare it with `expected.json`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from dragoman import sample

EXPECTED: dict[str, Any] = json.loads(
    Path(__file__).with_name("expected.json").read_text(encoding="utf-8")
)
ARTICLES: list[dict[str, Any]] = EXPECTED["articles"]
KEYS = [article["article"] for article in ARTICLES]
FILES = sorted({article["file"] for article in ARTICLES})
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@dataclass(frozen=True)
class Page:
    """What a browser would show of a page: its body text, and the paragraphs of the article."""

    shown: str
    article: str
    metadata: dict[str, Any]


class PageParser(HTMLParser):
    """Keeps text outside script and style, and apart from it the article's headings and paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.shown: list[str] = []
        self.article: list[str] = []
        self.json_ld: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "img", "input"}:
            self.open.append(tag)
            if tag in {"p", "h1", "h2"}:
                self.article.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if "script" in self.open:
            self.json_ld.append(data)
        elif "style" not in self.open:
            self.shown.append(data)
            if "article" in self.open and not {"aside", "figure"} & set(self.open):
                self.article.append(data)


def parse_page(markup: str) -> Page:
    parser = PageParser()
    parser.feed(markup)
    parser.close()
    assert not parser.open, f"left open: {parser.open}"
    data = json.loads("".join(parser.json_ld))
    news = next(n for n in data.get("@graph", [data]) if n["@type"] == "NewsArticle")
    return Page("".join(parser.shown), "".join(parser.article).strip(), news)


def raw(file: str) -> str:
    return (sample.path() / file).read_bytes().decode("utf-8")


def records(file: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, raw(file).splitlines())}


def entry(file: str) -> ElementTree.Element:
    (item,) = ElementTree.fromstring(raw(file)).iter("item")
    return item


@cache
def text_of(key: str) -> str:
    """The article's text, without markup: what a reader reads."""
    article = ARTICLES[KEYS.index(key)]
    file = article["file"]
    if file.endswith(".html"):
        return parse_page(raw(file)).article
    if file.endswith(".jsonl"):
        return str(records(file)[article["record"]]["text"])
    if file.endswith(".xml"):
        body = entry(file).findtext(CONTENT) or ""
        return html.unescape(re.sub(r"</?p>", "", body)).strip()
    return raw(file)


@cache
def everything(key: str) -> str:
    """The article's text with what stands around it on its page, and its title."""
    article = ARTICLES[KEYS.index(key)]
    file = article["file"]
    page = parse_page(raw(file)).shown if file.endswith(".html") else ""
    return "\n".join([article["title"] or "", page, text_of(key)])


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shingles(text: str, size: int = 5) -> set[tuple[str, ...]]:
    tokens = words(text)
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def overlap(one: str, other: str) -> float:
    """Share of the shorter article's word 5-grams that stand in the other one too."""
    a, b = shingles(text_of(one)), shingles(text_of(other))
    return len(a & b) / min(len(a), len(b))


def claims() -> Iterator[tuple[str, str, str]]:
    """Every (what, article, exact string) of `expected.json`."""
    for article in ARTICLES:
        for string in article["published"]["evidence"] + article["outlet_evidence"]:
            yield "page", article["article"], string
    for figure in EXPECTED["figures"]:
        yield "figures", figure["article"], figure["evidence"]
    for event in EXPECTED["events"]:
        for mention in event["mentions"]:
            yield event["event"], mention["article"], mention["evidence"]
    for group in EXPECTED["quotations"]:
        for wording in group["wordings"]:
            for string in wording["content"]:
                yield group["group"], wording["article"], string
    for kind in ("discrepancies", "agreements"):
        for case in EXPECTED[kind]:
            for report in case["reports"]:
                yield case["about"], report["article"], report["text"]
    for name in EXPECTED["names"]:
        for variant in name["variants"]:
            for key in variant["articles"]:
                yield name["name"], key, variant["text"]
