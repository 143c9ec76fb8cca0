"""Who and where: people, organisations, states and places over all articles of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.merging import merge_by_id
from dragoman.types import Entity, EntityMention, Role, Toponym
from dragoman.web import wording
from dragoman.web.evidence import ArticleRef, Evidence, Source, anchor
from dragoman.web.views import Facts

MENTIONS = 6
"""Mentions in one article that are linked; the article shows the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Where one article mentions something."""

    source: ArticleRef
    hrefs: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Where the articles of a page mention something: the first sentence, then all by article."""

    evidence: Evidence | None
    mentions: tuple[Mentions, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """A role as articles word it, and where: (number of the article, link) each."""

    text: str
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A person, organisation, state, armed group or place, or a place on the map."""

    id: str
    name: str
    kind: str
    country: str | None
    detail: str | None
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    seen: Seen


def place_views(facts: Sequence[Facts]) -> tuple[NameView, ...]:
    """Places of the map: mentions that resolve to one place are one row, the rest go by wording."""
    groups: dict[str, list[tuple[Source, Toponym]]] = {}
    for one in facts:
        for fact in one.toponyms:
            key = f"{fact.geonames_id}" if fact.geonames_id else f"{fact.text} {fact.country}"
            groups.setdefault(key, []).append((one.source, fact))
    rows = [_place(found) for found in groups.values()]
    return tuple(sorted(rows, key=lambda r: (-r.seen.total, r.name)))


def _place(found: Sequence[tuple[Source, Toponym]]) -> NameView:
    first = found[0][1]
    name, *others = (text for text, _ in Counter(f.text for _, f in found).most_common())
    where = (
        f"{first.lat:.2f}, {first.lon:.2f}"
        if first.lat is not None and first.lon is not None
        else "not on the map"
    )
    return NameView(
        id=f"r-{first.id}",
        name=name,
        kind="",
        country=first.country,
        detail=where,
        aliases=tuple(others),
        roles=(),
        seen=_seen(found),
    )


def name_views(facts: Sequence[Facts], entities: Iterable[Entity]) -> tuple[NameView, ...]:
    """People, organisations and states that the articles on the page mention or give a role."""
    rows_by_id = sorted(entities, key=lambda e: e.id)
    known = {entity.id: entity for entity in merge_by_id(rows_by_id)}
    groups: dict[str, list[tuple[Source, EntityMention]]] = {}
    for one in facts:
        for fact in one.mentions:
            groups.setdefault(fact.entity, []).append((one.source, fact))
    sources = {one.source.article.id: one.source for one in facts}
    with_role = [e.id for e in known.values() if any(r.article in sources for r in e.roles)]
    ids = dict.fromkeys([*groups, *with_role])
    rows = [_name(i, known.get(i), groups.get(i, []), sources) for i in ids]
    return tuple(sorted(rows, key=lambda r: (-r.seen.total, r.name)))


def _name(
    id_: str,
    entity: Entity | None,
    found: list[tuple[Source, EntityMention]],
    sources: dict[str, Source],
) -> NameView:
    return NameView(
        id=f"r-{id_}",
        name=entity.name if entity else found[0][1].text,
        kind=wording.ENTITY_KINDS[entity.kind] if entity else "",
        country=entity.country if entity else None,
        detail=entity.sector if entity else None,
        aliases=tuple(a for a in entity.aliases if a != entity.name) if entity else (),
        roles=tuple(_roles(entity.roles if entity else (), sources)),
        seen=_seen(found),
    )


def _roles(roles: Iterable[Role], sources: dict[str, Source]) -> Iterator[RoleView]:
    by_text: dict[str, list[Role]] = {}
    for role in (r for r in roles if r.article in sources):
        by_text.setdefault(role.role, []).append(role)
    for text, group in by_text.items():
        places = [(sources[r.article].ref.number, f"#{anchor(r.article, r.span)}") for r in group]
        yield RoleView(text=text, places=tuple(sorted(places)))


def _seen(found: Sequence[tuple[Source, Toponym | EntityMention]]) -> Seen:
    by_article: dict[str, list[tuple[Source, Toponym | EntityMention]]] = {}
    for source, fact in found:
        by_article.setdefault(source.article.id, []).append((source, fact))
    mentions = tuple(
        Mentions(
            source=group[0][0].ref,
            hrefs=tuple(f"#{fact.id}" for _, fact in group[:MENTIONS]),
            left_out=max(0, len(group) - MENTIONS),
        )
        for group in by_article.values()
    )
    first = found[0][0].evidence(f"#{found[0][1].id}", [found[0][1].span]) if found else None
    return Seen(evidence=first, mentions=mentions, total=len(found))
