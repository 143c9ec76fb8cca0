"""From clusters to the record's entities and mentions, with ids that hold across articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extract.entity import lexicon
from dragoman.extract.entity.bodies import organisation_key
from dragoman.extract.entity.page import Cluster, Mention, View
from dragoman.extract.entity.persons import fullest, person_key
from dragoman.ids import make_id
from dragoman.types import Article, Entity, EntityMention, MadeBy, Role, Span

_NAMING = ("name", "metonym")


def build(
    article: Article, views: Sequence[View], clusters: Iterable[Cluster]
) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
    """Entities by first mention, and their mentions in text order."""
    entities: list[Entity] = []
    mentions: list[EntityMention] = []
    kept = sorted((c for c in clusters if c.mentions), key=lambda cluster: cluster.first())
    for id_, same in _by_id(article, kept, views).items():
        entities.append(_entity(article, views, id_, same))
        mentions += [_mention(article, views, id_, mention) for c in same for mention in c.mentions]
    unique = {mention.id: mention for mention in sorted(mentions, key=lambda m: m.span)}
    return tuple(entities), tuple(unique.values())


def _by_id(
    article: Article, clusters: Sequence[Cluster], views: Sequence[View]
) -> dict[str, list[Cluster]]:
    """Clusters by id; two that come to one id are one entity."""
    found: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        found.setdefault(entity_id(article, cluster, views), []).append(cluster)
    return found


def entity_id(article: Article, cluster: Cluster, views: Sequence[View]) -> str:
    """The id of a cluster: the same in every article where that is safe, else of this article.

    States go by ISO code, their bodies by code and kind, known organisations by the lexicon's key,
    other organisations by a full name that isn't generic, persons by a full name of two parts or
    more, places by GeoNames id; a place without one, a single name, an unknown acronym and an office without a name stay local.
    """
    if cluster.kind == "person":
        key = person_key(cluster) if cluster.names else None
    elif cluster.key is None:
        key = organisation_key(cluster) if cluster.names else None
    else:
        key = cluster.key if cluster.key[0] not in ("place", "other") else None
    if key is not None:
        return make_id("entity", *key)
    first = cluster.first()
    return make_id(
        "entity",
        cluster.kind,
        article.id,
        _text(article, views[first[0]], first[1], first[1] + 1),
        *first,
    )


def _entity(article: Article, views: Sequence[View], id_: str, same: Sequence[Cluster]) -> Entity:
    cluster = same[0]
    aliases = _aliases(article, views, same)
    return Entity(
        id=id_,
        name=_name(article, views, cluster, aliases),
        kind=cluster.kind,
        country=next((c.country for c in same if c.country), None),
        sector=next((c.sector for c in same if c.sector), None),
        aliases=aliases,
        roles=_roles(article, views, same),
    )


def _roles(article: Article, views: Sequence[View], same: Sequence[Cluster]) -> tuple[Role, ...]:
    """Each wording of a role where it stands, without 'man' and 'woman'."""
    found = {
        views[r.sentence].span(r.start, r.end): _text(article, views[r.sentence], r.start, r.end)
        for c in same
        for r in c.roles
        if lexicon.people().get(r.noun, ("",))[0] != "plain"
    }
    return tuple(Role(role=text, article=article.id, span=span) for span, text in found.items())


def _aliases(article: Article, views: Sequence[View], same: Sequence[Cluster]) -> tuple[str, ...]:
    """Every wording by which the article names the entity, in order of first use."""
    named = sorted(
        (m for c in same for m in c.mentions if m.way in _NAMING),
        key=lambda m: (m.sentence, m.start),
    )
    return tuple(dict.fromkeys(_text(article, views[m.sentence], m.start, m.end) for m in named))


def _name(article: Article, views: Sequence[View], cluster: Cluster, aliases: Sequence[str]) -> str:
    """The state's short name, the fullest name of a person, the longest of anything else."""
    if cluster.label is not None:
        return cluster.label
    if cluster.kind == "person" and cluster.names:
        return " ".join(fullest(cluster).words).replace(" - ", "-").replace(" – ", "–")
    if aliases:
        return max(aliases, key=lambda alias: (len(alias.split()), len(alias)))
    mention = min(cluster.mentions, key=lambda m: (m.sentence, m.start))
    text = _text(article, views[mention.sentence], mention.start, mention.end)
    return text.partition(" ")[2] if text.lower().startswith(("the ", "this ", "that ")) else text


def _text(article: Article, view: View, start: int, end: int) -> str:
    span = view.span(start, end)
    return article.text[span.start : span.end]


def _mention(article: Article, views: Sequence[View], id_: str, mention: Mention) -> EntityMention:
    span: Span = views[mention.sentence].span(mention.start, mention.end)
    return EntityMention(
        id=make_id("entity_mention", article.id, id_, span, mention.way),
        article=article.id,
        span=span,
        text=article.text[span.start : span.end],
        entity=id_,
        made_by=MadeBy(rule=f"entity.{mention.rule}", score=mention.score),
    )
