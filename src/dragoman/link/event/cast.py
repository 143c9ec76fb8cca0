"""Who is who in an affair: names, surnames and descriptions of its entities, and whom they act for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from dragoman.link.event.mention import Party
from dragoman.link.event.words import content
from dragoman.merging import merge_by_id
from dragoman.types import Entity, Toponym

ACTING: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})
"""PLOVER sectors whose members act for their state."""
BODIES: Final = frozenset({"organisation", "armed_group"})
_OFFICES: Final = (
    "president prime minister foreign defence defense interior finance secretary state chancellor "
    "king queen governor mayor premier speaker ambassador spokesman spokeswoman leader chief"
)
OFFICES: Final = frozenset(_OFFICES.split())
"""Words of a role that stand with a capital."""
_LINKS: Final = frozenset({"of", "the", "and", "for", "to", "a"})
_WORD: Final = re.compile(r"\w+")
_SEVERAL: Final = re.compile(
    r"(?:(?:at least|more than|about|around|nearly|some|the|another|other)\s+)*"
    r"(?:[2-9]|1\d|[2-9]\d+|\d{3,}|\d+,\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|"
    r"many|dozens|scores|hundreds|thousands|both)\b(?!-)",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Cast:
    """The entities of an affair by id, and one id for all that are the same person or body.

    `main` are those by which names, surnames and descriptions are settled.
    """

    entities: dict[str, Entity] = field(repr=False)
    main: dict[str, Entity] = field(repr=False)

    @classmethod
    def of(cls, main: Iterable[Entity], others: Iterable[Entity] = ()) -> Cast:
        """`main`: the entities of the articles that say who is who, in any order; `others`: of copies."""
        known = _by_id(main)
        return cls({**_by_id(others), **known}, known)

    def one(self, entity: str) -> str:
        """The id that stands for an entity in the affair."""
        return self.same.get(entity, entity)

    def party(
        self,
        text: str,
        entity: str | None,
        *,
        within: Iterable[str] = (),
        places: Iterable[Toponym] = (),
    ) -> Party:
        """The party that a passage names: `entity` is its entity.

        `within` are the other entities inside the passage, `places` its toponyms: what has no entity of
        its own stands for these ('the company's board').
        """
        known = self.entities.get(entity or self._named(text))
        if known is None:
            return replace(self._unnamed(text, within, places), many=is_many(text))
        one = self.one(known.id)
        return Party(
            ids=frozenset({one}),
            stands_for=self.stands_for(known.id) | self.stands_for(one),
            words=frozenset(content(text)) if known.kind == "other" else frozenset(),
            called=frozenset(content(text)) if known.kind in BODIES else frozenset(),
            person=known.kind == "person",
        )

    def stands_for(self, entity: str) -> frozenset[str]:
        """The states and bodies that an entity is or acts for."""
        known = self.entities[entity]
        if known.kind != "person":
            return _states(known) | {self.one(entity)}
        return _states(known) | self._employers.get(entity, frozenset())

    def is_state(self, entity: str) -> bool:
        """Whether the entity is a state."""
        return self.entities[entity].kind == "state"

    def kin(self, one: str, other: str) -> bool:
        """Whether one is or acts for what the other is or acts for; two people are not kin."""
        first, second = self.entities[one], self.entities[other]
        people = first.kind == second.kind == "person"
        return not people and bool(self.stands_for(one) & self.stands_for(other))

    @cached_property
    def same(self) -> dict[str, str]:
        """Entity id → the id that stands for it in the affair."""
        full, first = self._surnames(), self._namesakes()
        found = {}
        for id_, entity in self.main.items():
            bearers = full.get(plain(entity.name), set()) - {id_}
            if entity.kind == "person" and not entity.aliases:
                bearers = self._holders(entity)
            found[id_] = min(bearers) if len(bearers) == 1 else first.get(plain(entity.name), id_)
        return {id_: found[found[other]] for id_, other in found.items()}

    def _namesakes(self) -> dict[str, str]:
        """Name → the first of those who bear it, whatever kind each article took them for; but no states."""
        named = [(plain(e.name), e.id) for e in self.main.values() if e.kind != "state"]
        return dict(sorted(named, reverse=True))

    def _surnames(self) -> dict[str, set[str]]:
        """Surname → the people of several names who bear it."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, id_ in self._people():
            if " " in name:
                found[name.split()[-1]].add(id_)
        return found

    def _people(self) -> Iterator[tuple[str, str]]:
        """(name, id) of the people who are named."""
        for id_, entity in self.main.items():
            if entity.kind == "person" and entity.aliases:
                yield from ((plain(name), id_) for name in {entity.name, *entity.aliases})

    def _holders(self, described: Entity) -> set[str]:
        """The named people of the same country in whose roles all words of the description stand."""
        wanted = _title(described.name)
        titled = self._titles.get(described.country or "", ())
        return {id_ for id_, title in titled if wanted and wanted <= title}

    @cached_property
    def _titles(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """Country → its named people with the words of each role."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for id_, e in self.main.items():
            if e.kind == "person" and e.aliases and e.country:
                found[e.country] += [(id_, _title(role.role)) for role in e.roles]
        return found

    def _named(self, text: str) -> str:
        """The person whose full name ends the passage: 'foreign minister Ada Byron'; '' where none."""
        words = plain(text).split()
        endings = (" ".join(words[-n:]) for n in (2, 3, 4) if len(words) >= n)
        return next((self._by_name[n] for n in endings if n in self._by_name), "")

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Full name → the one person who bears it."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for name, id_ in self._people():
            bearers[name].add(id_)
        return {name: min(ids) for name, ids in bearers.items() if len(ids) == 1 and " " in name}

    def _unnamed(self, text: str, within: Iterable[str], places: Iterable[Toponym]) -> Party:
        """A place stands for its country as well; what is no place is known by its words."""
        found = list(places)
        owners = (e for e in within if self.entities[e].kind != "person")
        states = frozenset(t.country for t in found if t.country)
        return Party(
            ids=frozenset(f"geo {t.geonames_id}" for t in found if t.geonames_id),
            stands_for=states.union(*map(self.stands_for, owners)),
            words=frozenset(content(text)),
        )

    @cached_property
    def _employers(self) -> dict[str, frozenset[str]]:
        """Person → the bodies that stand in a role of theirs ('chief executive of ...')."""
        bodies = {
            plain(name): self.one(id_)
            for id_, e in self.main.items()
            if e.kind in ("organisation", "armed_group")
            for name in {e.name, *e.aliases}
        }
        return {
            id_: frozenset(bodies[n] for r in e.roles for n in _runs(plain(r.role)) if n in bodies)
            for id_, e in self.main.items()
            if e.kind == "person"
        }


def is_many(text: str) -> bool:
    """Whether a passage counts several: '89 people', 'dozens of women'; no age, 'a 67-year-old'."""
    return bool(_SEVERAL.match(text))


def _by_id(entities: Iterable[Entity]) -> dict[str, Entity]:
    return {e.id: e for e in merge_by_id(sorted(entities, key=lambda e: e.id))}


def plain(name: str) -> str:
    """A name in lower case without accents; the dotless i is an i."""
    apart = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _runs(text: str) -> set[str]:
    """All runs of one to three words."""
    words = _WORD.findall(text)
    return {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}


def _title(text: str) -> frozenset[str]:
    """The words of a role in lower case: 'Norlandic Foreign Minister' is {'foreign', 'minister'}."""
    words = _WORD.findall(text)
    return frozenset(w.lower() for w in words if w.islower() or w.lower() in OFFICES) - _LINKS


def _states(entity: Entity) -> frozenset[str]:
    acts = entity.kind == "state" or entity.sector in ACTING
    return frozenset({entity.country} if entity.country and acts else ())
