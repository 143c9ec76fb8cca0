"""Invented reports for the tests of linking: as analyses without an encoder, and as store entries."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from dragoman import pipeline
from dragoman.ids import make_id, text_sha256
from dragoman.linking import Linker
from dragoman.store import Entry, SourceRef
from dragoman.types import Analysis, Article, Credit, Published
from tests.store.objects import MAKER

FILE = Path(__file__).parents[2] / "benchmarks" / "quality" / "derivation" / "rewrites.jsonl"


@cache
def texts() -> dict[str, str]:
    """All texts of the rewrites, as 'event/name'."""
    rows = map(json.loads, FILE.read_text("utf-8").splitlines())
    return {f"{r['event']}/{name}": text for r in rows for name, text in r["texts"].items()}


def article(text: str, *, outlet: str = "Harbour Post", **given: Any) -> Article:
    """An article of an outlet; `day` is when it appeared, `credits` names its agencies."""
    day, agencies = given.get("day"), given.get("credits", ())
    return Article(
        id=make_id("article", text_sha256(text), outlet),
        source_id=outlet,
        outlet=outlet,
        published=Published(value=day, precision="day", basis="metadata") if day else None,
        credits=tuple(Credit(agency=name, span=None, kind="agency") for name in agencies),
        text=text,
        text_sha256=text_sha256(text),
    )


def analysis(text: str, **given: Any) -> Analysis:
    """An article that no encoder read."""
    return Analysis(article=article(text, **given))


def entry(of: Analysis, linkers: tuple[Linker, ...] | None = None) -> Entry:
    """An entry with the keys of `linkers` (of the pipeline where None)."""
    keys = tuple((k.name, key) for k in linkers or pipeline.LINKERS for key in k.keys(of))
    source = SourceRef(text_sha256(of.article.id), of.article.source_id)
    return Entry(source=source, analysis=of, maker=MAKER, keys=keys)
