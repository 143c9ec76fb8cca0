"""Scores of `dragoman.page` on 60 hand-marked pages of the cluster articles (README.md)."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.page import describe
from dragoman.types import Article, Document, Span

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", HERE.parents[3] / "shared"))
ARTICLES = SHARED / "data" / "clusters" / "articles.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Page:
    """A marked page: its text and what a reader marked in it."""

    part: str
    text: str
    furniture: tuple[Span, ...]
    title: Span | None
    dateline: Span | None
    credits: frozenset[str]
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, found and wanted, for precision and recall."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


def load() -> list[Page]:
    """The marked pages with their texts. Raises `FileNotFoundError` without the shared data."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as file:
        texts = {row["id"]: row["text"] for row in map(json.loads, file)}
    rows = (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [_page(row, texts[row["id"]]) for row in map(json.loads, rows)]


def _page(row: dict[str, Any], text: str) -> Page:
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['id']}: the text is not the one that was marked; mark it anew")
    return Page(
        part=row["part"],
        text=text,
        furniture=tuple(Span(a, b) for a, b, _ in row["furniture"]),
        title=Span(*row["title"]) if row["title"] else None,
        dateline=Span(*row["dateline"]) if row["dateline"] else None,
        credits=frozenset(_name(agency) for _, _, agency, _ in row["credits"]),
        published=row["published"],
        language=row["language"],
    )


def _name(agency: str) -> str:
    return agency.casefold().removeprefix("the ")


def characters(text: str, spans: Iterable[Span]) -> set[int]:
    """Offsets of the characters in spans; blanks count for nothing."""
    return {i for a, b in spans for i in range(a, b) if not text[i].isspace()}


def furniture_counts(page: Page, article: Article) -> Counts:
    wanted = characters(page.text, page.furniture)
    found = characters(page.text, (f.span for f in article.furniture))
    return Counts(len(wanted & found), len(found), len(wanted))


def _single(wanted: object, found: object) -> Counts:
    return Counts(
        int(wanted is not None and wanted == found), found is not None, wanted is not None
    )


def scores(
    pages: list[Page], describe_: Callable[[Document], Article] = describe
) -> dict[str, float]:
    """All figures of a set of pages, between 0 and 1."""
    done = [(p, describe_(Document(text=p.text, source_id="page"))) for p in pages]
    marked = [(p, a) for p, a in done if p.furniture]
    per_page = [furniture_counts(p, a) for p, a in marked]
    pooled = sum(per_page, Counts())
    clean = [len(furniture_counts_clean(p, a)) for p, a in done if not p.furniture]
    title = sum((_single(p.title, a.title_span) for p, a in done), Counts())
    dateline = sum((_single(p.dateline, a.dateline and a.dateline.span) for p, a in done), Counts())
    named = [(p.credits, frozenset(_name(c.agency) for c in a.credits)) for p, a in done]
    credit = sum((Counts(len(w & f), len(f), len(w)) for w, f in named), Counts())
    dates = [p.published == (a.published.value if a.published else None) for p, a in done]
    return {
        "furniture.f1": pooled.f1,
        "furniture.precision": pooled.precision,
        "furniture.recall": pooled.recall,
        "furniture.page_f1": sum(c.f1 for c in per_page) / len(per_page),
        "furniture.clean_pages": sum(n == 0 for n in clean) / len(clean) if clean else 1.0,
        "title.f1": title.f1,
        "title.accuracy": sum(p.title == a.title_span for p, a in done) / len(done),
        "dateline.f1": dateline.f1,
        "credits.f1": credit.f1,
        "credits.precision": credit.precision,
        "credits.recall": credit.recall,
        "published.accuracy": sum(dates) / len(dates),
        "language.accuracy": sum(p.language == a.language for p, a in done) / len(done),
    }


def furniture_counts_clean(page: Page, article: Article) -> set[int]:
    """What was marked on a page that has no furniture."""
    return characters(page.text, (f.span for f in article.furniture))


def parts() -> dict[str, dict[str, float]]:
    """The scores of the development half, the test half and all 60 pages."""
    pages = load()
    return {
        "dev": scores([p for p in pages if p.part == "dev"]),
        "test": scores([p for p in pages if p.part == "test"]),
        "all": scores(pages),
    }
