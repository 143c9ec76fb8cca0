"""What a user sets right: kept apart from what the program found, and laid over it when it is shown.

A correction names a fact or an article by its id, which is a hash of content: it still holds after the
article was read again. Nothing that the program wrote is changed, so every correction can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, Literal, TypeAlias, get_args

from dragoman.errors import UsageError
from dragoman.identities import Whole
from dragoman.ids import LENGTH, PREFIXES, make_id, text_sha256
from dragoman.types import (
    Article,
    Entity,
    EntityMention,
    EntityPassage,
    EventMention,
    Identity,
    Published,
    Quantity,
    Quotation,
    Span,
)

CorrectionKind: TypeAlias = Literal["wrong", "merge", "split", "date", "outlet"]

KINDS: Final[tuple[CorrectionKind, ...]] = get_args(CorrectionKind)
LONGEST = 500
"""Characters of a note or a name."""

_ID = re.compile(r"[a-z]{3}-[0-9a-f]{16}")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_LAYERS = {prefix: layer for layer, prefix in PREFIXES.items()}
_TARGETS: Final[dict[CorrectionKind, frozenset[str]]] = {
    "wrong": frozenset(
        {
            "timex", "quantity", "toponym", "entity_mention", "quotation", "event_mention", "event",
            "derivation", "quantity_series", "quotation_group", "discrepancy", "dating", "identity",
        }
    ),
    "merge": frozenset({"entity", "event"}),
    "split": frozenset({"entity_mention", "event_mention"}),
    "date": frozenset({"article"}),
    "outlet": frozenset({"article"}),
}  # fmt: skip
"""What each kind may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction. `value` is what it sets: the id merged into, an ISO date, a name, or None.

    `made` and `undone` are times (ISO 8601, UTC); an undone correction is kept and has no effect.
    Nobody's name is kept with it.
    """

    id: str
    kind: CorrectionKind
    target: str
    value: str | None
    note: str | None
    made: str
    undone: str | None = None


def correction(
    kind: str, target: str, value: str | None, note: str | None, *, made: str
) -> Correction:
    """A correction whose parts fit together. Raises `UsageError`."""
    known = next((k for k in KINDS if k == kind), None)
    if known is None:
        raise UsageError(f"no correction {kind!r}; there are: {', '.join(KINDS)}")
    if layer_of(target) not in _TARGETS[known]:
        expected = ", ".join(sorted(_TARGETS[known]))
        raise UsageError(f"{kind}: {target!r} is no id of one of these: {expected}")
    checked = _value(known, target, (value or "").strip())
    text = (note or "").strip()[:LONGEST] or None
    id_ = f"cor-{text_sha256(repr((known, target, checked, made)))[:LENGTH]}"
    return Correction(id=id_, kind=known, target=target, value=checked, note=text, made=made)


def kinds_for(layer: str) -> tuple[CorrectionKind, ...]:
    """The corrections that something of this layer can have."""
    return tuple(kind for kind in KINDS if layer in _TARGETS[kind])


def layer_of(id_: str) -> str | None:
    """The layer that an id belongs to, or None where it has not the form of one."""
    return _LAYERS.get(id_[:3]) if _ID.fullmatch(id_) else None


def _value(kind: CorrectionKind, target: str, value: str) -> str | None:
    match kind:
        case "wrong" | "split":
            return None
        case "merge":
            if layer_of(value) != layer_of(target) or value == target:
                raise UsageError(
                    f"merge {target} into {value!r}: expected the id of another {layer_of(target)}"
                )
            return value
        case "date":
            return _day(value)
        case "outlet":
            if not value or len(value) > LONGEST:
                raise UsageError(f"outlet: expected a name of 1 to {LONGEST} characters")
            return value


def _day(value: str) -> str:
    """An ISO 8601 day or month."""
    if _DATE.fullmatch(value):
        try:
            date.fromisoformat(f"{value}-01"[:10])
        except ValueError:
            pass
        else:
            return value
    raise UsageError(f"date {value!r}: expected a day or a month, such as 2024-05-17 or 2024-05")


# ---------------------------------------------------------------- laying them over the record


@dataclass(frozen=True)
class Overlay:
    """The corrections in force, and the record's types as they look with them."""

    corrections: tuple[Correction, ...] = ()
    set_apart: tuple[EntityMention, ...] = ()
    """The mentions that were set apart from their entity, as the program made them."""
    whole: Whole = lambda id_: id_
    """Whom the record says that an entity is (`Identity`), where no user took that back; itself else."""
    parts: Callable[[Iterable[str]], tuple[str, ...]] = lambda _ids: ()
    """The entities of single articles that are any of these by the record."""
    taken_back: tuple[Identity, ...] = ()
    """The identities that are in force no more, as users corrected them."""

    def of(self, target: str) -> tuple[Correction, ...]:
        """The corrections in force of one fact or article, in the order in which they were made."""
        return self._by_target.get(target, ())

    def is_wrong(self, id_: str) -> bool:
        """Whether a user marked the fact wrong."""
        return id_ in self.wrong

    def into(self, id_: str) -> str:
        """The entity or event that this one counts as: itself, whom the record says it is, or what a user
        merged it into, who comes first."""
        id_ = self.whole(id_)
        seen = {id_}
        while (following := self._merged.get(id_)) is not None:
            id_ = self.whole(following)
            if id_ in seen:
                break
            seen.add(id_)
        return id_

    def all_of(self, id_: str) -> tuple[str, ...]:
        """The ids that count as the same one as `id_`, itself first."""
        whole = self.into(id_)
        others = (part for part in self._merged if self.into(part) == whole and part != id_)
        every = tuple(dict.fromkeys((id_, whole, *sorted(others))))
        return tuple(dict.fromkeys((*every, *self.parts(every))))

    def article(self, article: Article) -> Article:
        """The article with the date and the outlet that a user gave it."""
        day, outlet = self._last("date", article.id), self._last("outlet", article.id)
        if day is not None:
            precision: Literal["day", "month"] = "day" if len(day) == 10 else "month"
            published = Published(value=day, precision=precision, basis="stated")
            article = replace(article, published=published)
        return replace(article, outlet=outlet) if outlet is not None else article

    def entity(self, entity: Entity) -> Entity:
        """The entity under the id that it counts as."""
        return replace(entity, id=self.into(entity.id))

    def mention(self, mention: EntityMention) -> EntityMention:
        """The mention with the entity that it counts for; one set apart stands for its own."""
        if mention.id in self.apart:
            return replace(mention, entity=apart_id(mention.id))
        return replace(mention, entity=self.into(mention.entity))

    def quotation(self, quotation: Quotation) -> Quotation:
        """The quotation with the entities that its parties count as."""
        return replace(
            quotation,
            speaker=self._passage(quotation.article, quotation.speaker),
            addressee=self._passage(quotation.article, quotation.addressee),
        )

    def quantity(self, quantity: Quantity) -> Quantity:
        """The figure with the entity that its source counts as."""
        return replace(quantity, reported_by=self._passage(quantity.article, quantity.reported_by))

    def event_mention(self, mention: EventMention) -> EventMention:
        """The mention with the entities that its parties count as."""
        return replace(
            mention,
            actor=self._parties(mention.article, mention.actor),
            recipient=self._parties(mention.article, mention.recipient),
        )

    def _parties(
        self, article: str, passages: tuple[EntityPassage, ...]
    ) -> tuple[EntityPassage, ...]:
        return tuple(found for p in passages if (found := self._passage(article, p)) is not None)

    def _passage(self, article: str, passage: EntityPassage | None) -> EntityPassage | None:
        """The passage with the entity that it counts for: its mention's, where that was set apart."""
        if passage is None or passage.entity is None:
            return passage
        for apart in self._apart_in.get(article, ()):
            if passage.entity == apart.entity and _overlap(passage.span, apart.span):
                return replace(passage, entity=apart_id(apart.id))
        return replace(passage, entity=self.into(passage.entity))

    def _last(self, kind: CorrectionKind, target: str) -> str | None:
        values = [c.value for c in self.of(target) if c.kind == kind]
        return values[-1] if values else None

    @cached_property
    def wrong(self) -> frozenset[str]:
        """Facts that a user marked wrong."""
        return frozenset(c.target for c in self.corrections if c.kind == "wrong")

    @cached_property
    def apart(self) -> frozenset[str]:
        """Mentions that a user set apart from their entity or event."""
        return frozenset(c.target for c in self.corrections if c.kind == "split")

    @cached_property
    def left(self) -> frozenset[str]:
        """Entities from whom users parted a name: a mention, or all of an article's."""
        return frozenset((*(m.entity for m in self.set_apart), *(i.whole for i in self.taken_back)))

    @cached_property
    def parted(self) -> frozenset[str]:
        """Entities that these names are since."""
        alone = (apart_id(m.id) for m in self.set_apart)
        return frozenset((*alone, *(self.into(i.entity) for i in self.taken_back)))

    @cached_property
    def _apart_in(self) -> dict[str, tuple[EntityMention, ...]]:
        """The mentions set apart, by article."""
        articles = dict.fromkeys(m.article for m in self.set_apart)
        return {a: tuple(m for m in self.set_apart if m.article == a) for a in articles}

    @cached_property
    def _merged(self) -> dict[str, str]:
        return {c.target: c.value for c in self.corrections if c.kind == "merge" and c.value}

    @cached_property
    def _by_target(self) -> dict[str, tuple[Correction, ...]]:
        found: dict[str, list[Correction]] = {}
        for one in self.corrections:
            found.setdefault(one.target, []).append(one)
        return {target: tuple(group) for target, group in found.items()}


def apart_id(mention: str) -> str:
    """The entity that a mention stands for once it is set apart: one of its own."""
    return make_id("entity", "set apart", mention)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def overlay(
    corrections: Iterable[Correction],
    mentions: Callable[[Iterable[str]], tuple[EntityMention, ...]] | None = None,
) -> Overlay:
    """The overlay of those of the corrections that are not undone, in the order they were made.

    `mentions` fetches mentions of entities by id; without it the parties of facts don't follow a
    mention that was set apart.
    """
    active = sorted((c for c in corrections if c.undone is None), key=lambda c: (c.made, c.id))
    apart = [c.target for c in active if c.kind == "split" and layer_of(c.target) == _MENTION]
    return Overlay(tuple(active), mentions(apart) if mentions and apart else ())


_MENTION: Final = "entity_mention"
