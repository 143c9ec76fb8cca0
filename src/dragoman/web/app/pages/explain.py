"""A fact with all that stands behind it, what it is made of, and the ways to set it right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from dragoman.codec import plain
from dragoman.corrections import Correction, kinds_for, layer_of
from dragoman.explain import Evidence, Explanation, explain_fact
from dragoman.store.layers import LINKED_LAYERS
from dragoman.types import Article, LinkedFact
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app.page import Call, Page, table

MOST_PARTS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A fact or article that this one is made of, or that is made of it."""

    id: str
    layer: str
    words: str
    where: str | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the fact as it is exported: in one line, or the things that its ids name."""

    name: str
    value: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Evidence with the article that it stands in."""

    evidence: Evidence
    href: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainPage:
    """A fact's page. `kinds` are the corrections that it can have."""

    id: str
    layer: str
    name: str
    made_by: str
    fields: tuple[Field, ...]
    evidence: tuple[Shown, ...]
    lineage: tuple[str, ...]
    parts: tuple[Piece, ...]
    more_parts: int
    wholes: tuple[Piece, ...]
    there: str | None
    kinds: tuple[str, ...]
    corrections: tuple[Correction, ...]


def page(call: Call) -> Page:
    """The fact that the address names, as the program made it."""
    access, id_ = call.access, call.parts[0]
    fact = access.get(id_)
    if fact is None:
        raise HTTPException(404, f"No fact {id_!r} is in this record.")
    found = explain_fact(access.store, id_)
    view = _view(access, fact, found)
    fields = table("fields", "Fields", ("field", "value"), [((f.name, f.value), "") for f in view.fields])  # fmt: skip
    evidence = table("evidence", "Evidence", ("field", "article", "start", "end", "text"), [
        ((s.evidence.field, s.evidence.article, s.evidence.span.start, s.evidence.span.end, s.evidence.text), s.href)
        for s in view.evidence])  # fmt: skip
    parts = table("parts", "Made of", ("id", "layer", "words"), [((p.id, p.layer, p.words), p.href) for p in view.parts])  # fmt: skip
    return Page(
        title=f"{view.name.capitalize()} {id_}",
        template="explain.html.j2",
        view=view,
        tables=(fields, evidence, parts),
    )


def _view(access: Access, fact: Any, found: Explanation) -> ExplainPage:
    parts = tuple(_parts(access, fact))
    article = getattr(fact, "article", None)
    return ExplainPage(
        id=found.id,
        layer=found.layer,
        name=wording.words(found.layer),
        made_by=found.made_by,
        fields=tuple(_fields(access, found)),
        evidence=tuple(_shown(access, found)),
        lineage=found.lineage,
        parts=parts[:MOST_PARTS],
        more_parts=max(0, len(parts) - MOST_PARTS),
        wholes=tuple(_wholes(access, found.id)),
        there=_page_of(found.id) or (f"/article/{article}#{found.id}" if article else None),
        kinds=kinds_for(found.layer),
        corrections=access.overlay.of(found.id),
    )


_ELSEWHERE = frozenset({
    "id", "made_by", "passages", "mentions", "articles", "points", "signatures", "quotations", "facts",
})  # fmt: skip
"""Fields that other parts of the page show."""


def _fields(access: Access, found: Explanation) -> Iterator[Field]:
    for name, value in found.fact.items():
        if name not in _ELSEWHERE:
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            ids = _ids(value)
            yield Field(
                name=wording.words(name),
                value="—" if value in (None, []) else words,
                pieces=tuple(_piece(access, id_) for id_ in ids),
            )


def _ids(value: Any) -> list[str]:
    """The ids that a field holds, where it holds nothing else."""
    values = value if isinstance(value, list) else [value]
    known = [v for v in values if isinstance(v, str) and layer_of(v) not in (None, "affair")]
    return known if len(known) == len(values) else []


def _shown(access: Access, found: Explanation) -> Iterator[Shown]:
    names: dict[str, str] = {}
    for one in found.evidence[:MOST_PARTS]:
        if one.article not in names:
            article = access.article(one.article)
            names[one.article] = (article.outlet or article.source_id) if article else one.article
        fragment = f"#{found.id}" if not found.id.startswith("art-") else ""
        yield Shown(
            evidence=one, href=f"/article/{one.article}{fragment}", source=names[one.article]
        )


def _page_of(id_: str) -> str | None:
    """The page that something has beside its explanation."""
    pages = {"article", "event", "origin", "entity", "story"}
    layer = layer_of(id_)
    return f"/{layer}/{id_}" if layer in pages else None


def _parts(access: Access, fact: Any) -> Iterator[Piece]:
    """What a linked fact is made of."""
    for layer in LINKED_LAYERS:
        if isinstance(fact, layer.cls):
            for part in dict.fromkeys(layer.parts(fact)):
                yield _piece(access, part)


def _wholes(access: Access, id_: str) -> Iterator[Piece]:
    """What is made of this fact."""
    for layer in LINKED_LAYERS:
        cls: type[LinkedFact] = layer.cls
        whole = access.whole_of(cls, id_)
        if whole is not None:
            yield _piece(access, whole)


def _piece(access: Access, id_: str) -> Piece:
    layer = layer_of(id_) or ""
    fact = access.get(id_)
    return Piece(
        id=id_,
        layer=wording.words(layer),
        words=_words(fact),
        where=_where(access, fact),
        href=_page_of(id_) or f"/explain/{id_}",
    )


def _where(access: Access, fact: Any) -> str | None:
    """The outlet and day of the article that a fact stands in."""
    article = (
        access.article(fact.article) if isinstance(getattr(fact, "article", None), str) else None
    )
    if article is None:
        return None
    return f"{article.outlet or article.source_id}, {wording.published(article.published)}"


def _words(fact: Any) -> str:
    """A fact in its own words, else in its fields'."""
    if fact is None:
        return "not in this record any more"
    if isinstance(fact, Article):
        return f"{fact.outlet or fact.source_id}: {fact.title or 'no title'}"
    for name in ("text", "title", "summary", "name", "root", "basis"):
        value = getattr(fact, name, None)
        if isinstance(value, str):
            return value
    if getattr(fact, "trigger", None) is not None:
        return str(fact.trigger.text)
    if getattr(fact, "content", None):
        return " … ".join(p.text for p in fact.content)
    row = plain(fact)
    return ", ".join(f"{row[k]}" for k in ("type", "measure", "of", "status") if row.get(k))
