"""Invented reports that name people and bodies, built by hand: a name is where its words stand in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.folding import is_acronym, parts
from dragoman.ids import make_id, text_sha256
from dragoman.linking import Affair, Told
from dragoman.types import (
    Analysis,
    Article,
    Entity,
    EntityKind,
    EntityMention,
    EntityPassage,
    MadeBy,
    Passage,
    Published,
    Quotation,
    Span,
)

MADE = MadeBy(rule="entity.name.encoder")
KNOWN = MadeBy(rule="entity.name.encoder+lexicon")


@dataclass(frozen=True)
class Named:
    """Somebody whom a text names: in full first, then by `others`, then by pronouns."""

    name: str
    kind: EntityKind = "person"
    others: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    country: str | None = None
    known: bool = False


def person(name: str, *others: str, pronouns: str = "", country: str | None = None) -> Named:
    return Named(name, "person", others, tuple(pronouns.split()), country)


def body(name: str, *others: str, known: bool = False) -> Named:
    return Named(name, "organisation", others, known=known)


def report(text: str, *named: Named, day: str = "2024-05-06", outlet: str = "Post") -> Analysis:
    """What one article says; the id of a full name is one for all articles, as the extractor has it."""
    article = Article(
        id=make_id("article", text, outlet),
        source_id=outlet,
        outlet=outlet,
        language="en",
        published=Published(value=day, precision="day", basis="metadata"),
        text=text,
        text_sha256=text_sha256(text),
    )
    found = [_entity(article, one) for one in named]
    mentions = [m for one, e in zip(named, found, strict=True) for m in _mentions(article, one, e)]
    return Analysis(
        article=article,
        entities=tuple(found),
        entity_mentions=tuple(mentions),
        quotations=tuple(_quotation(article, m) for m in mentions if m.text == named[0].name),
    )


def _entity(article: Article, one: Named) -> Entity:
    words = parts(one.name)
    short = (
        is_acronym(one.name)
        if one.kind != "person"
        else min(map(len, (words[0], *words[1:2]))) == 1
    )
    is_local = short or (one.kind == "person" and len(words) == 1)
    local = () if not is_local or one.known else (article.id,)
    return Entity(
        id=make_id("entity", one.kind, " ".join(words), *local),
        name=one.name,
        kind=one.kind,
        country=one.country,
        sector=None,
        aliases=(one.name, *one.others),
        roles=(),
    )


def _mentions(article: Article, one: Named, entity: Entity) -> Iterable[EntityMention]:
    made = KNOWN if one.known else MADE
    for words in (one.name, *one.others):
        yield _mention(article, entity, words, made)
    for pronoun in one.pronouns:
        yield _mention(article, entity, pronoun, MadeBy(rule=f"entity.pronoun.{pronoun}"))


def _mention(article: Article, entity: Entity, words: str, made: MadeBy) -> EntityMention:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    return EntityMention(
        id=make_id("entity_mention", article.id, entity.id, span),
        article=article.id,
        span=span,
        text=words,
        entity=entity.id,
        made_by=made,
    )


def _quotation(article: Article, mention: EntityMention) -> Quotation:
    return Quotation(
        id=make_id("quotation", article.id),
        article=article.id,
        speaker=EntityPassage(text=mention.text, span=mention.span, entity=mention.entity),
        cue=None,
        content=(Passage(text=article.text, span=Span(0, len(article.text))),),
        kind="indirect",
        addressee=None,
        made_by=MADE,
    )


def affair(*stories: Iterable[Analysis]) -> Affair:
    """An affair of these stories, each article an origin of its own."""
    told = [
        Told(analysis=a, origin=f"ori-{a.article.id}", story=f"sto-{number}")
        for number, story in enumerate(stories)
        for a in story
    ]
    members = tuple(sorted(told, key=lambda t: t.analysis.article.id))
    return Affair(id="aff-0", members=members, stories=(), derivations=())
