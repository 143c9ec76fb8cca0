"""Invented articles of one affair, with facts that are found by their words in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman.ids import make_id, text_sha256
from dragoman.linking import Affair, Told
from dragoman.types import (
    Aligned,
    Analysis,
    Article,
    Derivation,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    LinkedFact,
    MadeBy,
    Passage,
    Published,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Role,
    SeriesPoint,
    Span,
    Story,
    Trace,
    When,
)

HAND = MadeBy(rule="by hand")
DAY = "2024-03-04"


class Writer:
    """Makes one article and its facts, each named by the words it stands on."""

    def __init__(
        self, text: str, *, outlet: str, origin: str | None = None, day: str = DAY
    ) -> None:
        self.text = text
        self.id = make_id("article", text, outlet)
        self.origin = origin or f"ori-{outlet}"
        published = Published(value=day, precision="day", basis="metadata")
        self.article = Article(
            id=self.id, source_id=outlet, outlet=outlet, published=published, text=text,
            text_sha256=text_sha256(text),
        )  # fmt: skip
        self.facts: dict[str, list[Any]] = {
            "quantities": [], "entities": [], "entity_mentions": [], "quotations": [], "events": [],
        }  # fmt: skip
        self.quoted: list[Span] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def party(self, words: str | None, entity: str | None = None) -> EntityPassage | None:
        return EntityPassage(text=words, span=self.span(words), entity=entity) if words else None

    def figure(self, words: str, value: float, *, by: str | None = None, **given: Any) -> Quantity:
        known: dict[str, Any] = {"measure": "killed", "modifier": "exact", "unit": None, "of": None}
        of = given.pop("of", None)
        fact = Quantity(
            id=make_id("quantity", self.id, words), article=self.id, span=self.span(words), text=words,
            low=value, high=given.pop("high", value), cause=None, reported_by=self.party(by),
            as_of=given.pop("as_of", None), place=None, made_by=HAND,
            **{**known, **given, "of": Passage(text=of, span=self.span(of)) if of else None},
        )  # fmt: skip
        self.facts["quantities"].append(fact)
        return fact

    def statement(self, words: str, speaker: str | None, entity: str | None = None) -> Quotation:
        fact = Quotation(
            id=make_id("quotation", self.id, words), article=self.id,
            speaker=self.party(speaker, entity), cue=None,
            content=(Passage(text=words, span=self.span(words)),), kind="direct", addressee=None,
            made_by=HAND,
        )  # fmt: skip
        self.facts["quotations"].append(fact)
        self.quoted.append(self.span(words))
        return fact

    def mention(self, words: str, entity: str) -> EntityMention:
        fact = EntityMention(
            id=make_id("entity_mention", self.id, words), article=self.id, span=self.span(words),
            text=words, entity=entity, made_by=HAND,
        )  # fmt: skip
        self.facts["entity_mentions"].append(fact)
        return fact

    def happening(self, trigger: str, **given: Any) -> EventMention:
        known: dict[str, Any] = {"status": "happened", "type": "ASSAULT", "attributed_to": None}
        day = given.pop("day", None)
        actor = tuple(filter(None, [given.pop("actor", None)]))
        recipient = tuple(filter(None, [given.pop("recipient", None)]))
        when = When(value=day, from_=day, to=day, span=self.span(trigger)) if day else None
        fact = EventMention(
            id=make_id("event_mention", self.id, trigger), article=self.id, mode=None,
            trigger=Passage(text=trigger, span=self.span(trigger)), actor=actor, recipient=recipient,
            date=when, place=None, made_by=HAND, **{**known, **given},
        )  # fmt: skip
        self.facts["events"].append(fact)
        return fact

    def knows(self, entity: str, name: str, kind: Any = "person", **given: Any) -> None:
        known: dict[str, Any] = {"country": None, "sector": None, "aliases": (), "roles": ()}
        self.facts["entities"].append(Entity(id=entity, name=name, kind=kind, **{**known, **given}))

    def told(self) -> Told:
        """The article as a member of an affair."""
        layers = {name: tuple(found) for name, found in self.facts.items()}
        trace = Trace(
            id=make_id("trace", self.id), article=self.id, sentences=(),
            quoted=tuple(sorted(self.quoted)), signatures="",
        )  # fmt: skip
        analysis = Analysis(article=self.article, traces=(trace,), **layers)
        return Told(analysis=analysis, origin=self.origin, story="sto-1")


def affair(writers: Iterable[Writer], derivations: Sequence[Derivation] = ()) -> Affair:
    members = tuple(sorted((w.told() for w in writers), key=lambda m: m.analysis.article.id))
    ids = tuple(m.analysis.article.id for m in members)
    story = Story(
        id="sto-1", title=None, from_=DAY, to=DAY, articles=ids,
        origins=len({m.origin for m in members}), affair="aff-1",
    )  # fmt: skip
    return Affair(id="aff-1", members=members, stories=(story,), derivations=tuple(derivations))


def copied(writer: Writer, times: int) -> list[Writer]:
    """The article again, in as many other outlets, all of one origin."""
    made = []
    for number in range(times):
        copy = Writer(writer.text, outlet=f"Copy {number}", origin=writer.origin)
        for layer, facts in writer.facts.items():
            copy.facts[layer] = [_moved(fact, copy.id, number) for fact in facts]
        copy.quoted = list(writer.quoted)
        made.append(copy)
    return made


def _moved(fact: Any, article: str, number: int) -> Any:
    return (
        fact
        if isinstance(fact, Entity)
        else replace(fact, article=article, id=f"{fact.id}-{number}")
    )


def series(*facts: Quantity, **given: Any) -> QuantitySeries:
    points = tuple(
        SeriesPoint(quantity=f.id, value=f.low, as_of=None, reported_by=None, origin=None)
        for f in facts
    )
    known: dict[str, Any] = {"id": "ser-1", "measure": facts[0].measure}
    return QuantitySeries(of=None, cause=None, place=None, points=points, **{**known, **given})


def group(*facts: Quotation, id_: str = "grp-1") -> QuotationGroup:
    ids = tuple(f.id for f in facts)
    return QuotationGroup(id=id_, speaker=None, quotations=ids, wordings=())


def event(*facts: EventMention) -> Event:
    return Event(
        id="evt-1", type=facts[0].type, mode=None, actor=(), recipient=(), date=None, place=None,
        status="happened", summary=None, mentions=tuple(f.id for f in facts),
        articles=len({f.article for f in facts}), outlets=0, origins=0,
    )  # fmt: skip


def made_from(
    source: Writer, article: Writer, common: Sequence[str], *, directed: bool
) -> Derivation:
    passages = tuple(
        Aligned(from_span=source.span(c), to_span=article.span(c), similarity=1.0) for c in common
    )
    return Derivation(
        id=make_id("derivation", source.id, article.id), from_=source.id, to=article.id,
        kind="rewrite" if directed else "shared_source", directed=directed, score=0.9,
        passages=passages, basis="by hand",
    )  # fmt: skip


__all__ = [
    "DAY", "LinkedFact", "Role", "Writer", "affair", "copied", "event", "group", "made_from", "series",
]  # fmt: skip
