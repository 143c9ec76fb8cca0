"""A fact with all that stands behind it: its characters in context, what made it, its article's lineage."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from dragoman.codec import plain
from dragoman.corrections import CorrectionKind, overlay
from dragoman.errors import UsageError
from dragoman.ids import PREFIXES
from dragoman.store import FACT_TYPES, Store, identities
from dragoman.types import Article, Derivation, Entity, Fact, Identity, Origin, Span

CONTEXT = 120
"""Characters shown on either side of the evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Quoted characters with what stands around them; `field` says what of the fact they bear."""

    field: str
    article: str
    span: Span
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What `explain` shows. `fact` is the exported row; `lineage` are sentences about its article,
    `corrections` what users set right about the fact or its article: the row is as the program made it."""

    id: str
    layer: str
    fact: Any
    made_by: str
    evidence: tuple[Evidence, ...]
    lineage: tuple[str, ...]
    corrections: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """The explanation as text."""
        yield f"{self.id}: {self.layer}, made by {self.made_by}"
        for sentence in self.corrections:
            yield f"  {sentence}"
        for e in self.evidence:
            yield f"  {e.field} [{e.span.start}, {e.span.end}) of {e.article}:"
            yield f"    …{_flat(e.before)}»{_flat(e.text)}«{_flat(e.after)}…"
        for sentence in self.lineage:
            yield f"  {sentence}"
        for name, value in self.fact.items():
            if name not in ("id", "text", "made_by"):
                yield f"  {name}: {json.dumps(value, ensure_ascii=False)}"


def explain_fact(store: Store, fact_id: str) -> Explanation:
    """Explains the article or fact with this id. Raises `UsageError` where the record has none."""
    layer = {prefix: layer for layer, prefix in PREFIXES.items()}.get(fact_id.partition("-")[0])
    fact = _find(store, layer, fact_id)
    if layer is None or fact is None:
        raise UsageError(
            f"no fact {fact_id!r} in this record; ids look like 'quo-0123456789abcdef' and stand in "
            "every export, search result and dossier"
        )
    row = plain(fact)
    if isinstance(fact, Article):
        row.pop("text")
    return Explanation(
        id=fact_id,
        layer=layer,
        fact=row,
        made_by=_made_by(fact),
        evidence=tuple(_evidence(store, fact)),
        lineage=tuple(_lineage(store, fact)),
        corrections=tuple(_corrected(store, fact)),
    )


_CORRECTED: Final[dict[CorrectionKind, str]] = {
    "wrong": "marked wrong by a user: pages and searches leave it out",
    "merge": "set by a user to be one with",
    "split": "set apart by a user",
    "date": "date set by a user:",
    "outlet": "outlet set by a user:",
}


def _corrected(store: Store, fact: Article | Fact) -> Iterator[str]:
    """What users set right about a fact and its article, in the order in which they did."""
    laid = overlay(store.corrections())
    for target in dict.fromkeys((fact.id, getattr(fact, "article", fact.id))):
        for found in laid.of(target):
            about = "" if target == fact.id else f"{target}: "
            note = f" (note: {found.note})" if found.note else ""
            yield f"{about}{_CORRECTED[found.kind]} {found.value or ''}".rstrip() + note


def _find(store: Store, layer: str | None, fact_id: str) -> Article | Fact | None:
    if layer == "article":
        return next(store.articles([fact_id]), None)
    return store.fact(FACT_TYPES[layer], fact_id) if layer in FACT_TYPES else None


def _made_by(fact: Article | Fact) -> str:
    made_by = getattr(fact, "made_by", None)
    if made_by is None:
        return (
            "the readers"
            if isinstance(fact, Article)
            else "linking the facts and articles it names"
        )
    score = f", score {made_by.score:.2f}" if made_by.score is not None else ""
    note = f" ({made_by.note})" if made_by.note else ""
    return f"{made_by.rule}{score}{note}"


def _evidence(store: Store, fact: Article | Fact) -> Iterator[Evidence]:
    own = fact.id if isinstance(fact, Article) else getattr(fact, "article", None)
    texts: dict[str, str] = {}
    for field, article, span in _spans(fact, own):
        if article not in texts:
            found = next(store.articles([article]), None)
            texts[article] = found.text if found else ""
        yield _in_context(field, article, span, texts[article])


def _in_context(field: str, article: str, span: Span, text: str) -> Evidence:
    return Evidence(
        field=field,
        article=article,
        span=span,
        before=text[max(0, span.start - CONTEXT) : span.start],
        text=text[span.start : span.end],
        after=text[span.end : span.end + CONTEXT],
    )


def _spans(node: Any, article: str | None, field: str = "") -> Iterator[tuple[str, str, Span]]:
    """Every span of a fact with the field that holds it and the article it lies in."""
    if isinstance(node, Span):
        if article is not None:
            yield field.removesuffix(".span") or "evidence", article, node
    elif isinstance(node, tuple):
        for item in node:
            yield from _spans(item, article, field)
    elif hasattr(node, "__dataclass_fields__"):
        inner = getattr(node, "article", None) or article
        for name in node.__dataclass_fields__:
            path = f"{field}.{name}" if field else name
            yield from _spans(getattr(node, name), inner, path)


def _lineage(store: Store, fact: Article | Fact) -> Iterator[str]:
    article_id = fact.id if isinstance(fact, Article) else getattr(fact, "article", None)
    if isinstance(fact, Entity):
        found = store.ask(partial(identities.about, entity=fact.id))
        yield from _meant(store, (i for id_ in found if (i := store.fact(Identity, id_))))
    if article_id is None:
        return
    article = next(store.articles([article_id]))
    yield f"article {article.id}: {article.outlet or article.source_id}, {article.title or '(no title)'}"
    if article.published is not None:
        yield f"published {article.published.value} ({article.published.basis})"
    for credit in article.credits:
        yield f"credits {credit.agency} ({credit.kind})"
    whole = store.whole_of(Origin, article_id)
    origin = store.fact(Origin, whole) if whole is not None else None
    if origin is not None:
        yield f"origin {origin.id}: {len(origin.articles)} articles go back to it"
    yield from _meant(store, store.facts(Identity, article_id), frozenset(_entities(fact)))
    for derivation in store.facts(Derivation, article_id):
        yield f"{derivation.kind} {derivation.from_} → {derivation.to}: {derivation.basis}"


def _meant(
    store: Store, found: Iterable[Identity], wholes: frozenset[str] | None = None
) -> Iterator[str]:
    """What is said of whom names mean; of these alone where given."""
    back = store.ask(lambda c: frozenset(identities.taken_back(c)))
    for one in found:
        name = store.fact(Entity, one.entity)
        if name is not None and (wholes is None or one.whole in wholes):
            said = "taken back by a user" if one.id in back else f"score {one.score:.2f}"
            yield f"{one.id}: {name.name!r} in {one.article} ({one.entity}) is {one.whole}, {said}: {one.basis}"


def _entities(fact: Any) -> Iterator[str]:
    """The ids of the entities that a fact names."""
    row = json.dumps(plain(fact), ensure_ascii=False)
    yield from _ENTITY.findall(row)


_ENTITY: Final = re.compile(rf"\b{PREFIXES['entity']}-[0-9a-f]+")


def _flat(text: str) -> str:
    return " ".join(text.split())
