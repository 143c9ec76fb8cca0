"""Whether two speakers can be one: by entity, surname, role or the state that they speak for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.resources import load_json
from dragoman.types import Entity, EntityPassage
from dragoman.wording import FUNCTION_WORDS, WORD, stem

FILE: Final = "utterance.json"


@cache
def _words(kind: str) -> frozenset[str]:
    """Words in the naming of speakers: titles, pronouns (whom these stand for is a guess, and no ground
    for calling two speakers two), and words for those who speak in another's name."""
    return frozenset(load_json(FILE)[kind])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said something. `entity` is None for pronouns and the unnamed.

    surname: of a person, folded. words: stems of the words that name him. country: ISO 3166 alpha-3.
    state: whether a state or its government. named: whether by more than a pronoun.
    """

    entity: str | None
    surname: str | None
    words: frozenset[str]
    country: str | None
    state: bool
    named: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """What speakers who can be one have in common, for the comparing of statements."""
        found = (self.entity, self.surname and f"name {self.surname}", self.country)
        return tuple(key for key in found if key)


UNKNOWN: Final = Speaker(None, None, frozenset(), None, False, False)


def speaker_of(passage: EntityPassage | None, entities: Mapping[str, Entity]) -> Speaker:
    """The speaker of a quotation, by the entities of its article."""
    if passage is None:
        return UNKNOWN
    entity = entities.get(passage.entity or "")
    said = _folded(passage.text)
    words = frozenset(stem(word) for word in said if word not in FUNCTION_WORDS)
    named = not _words("pronouns").issuperset(said)
    if entity is None:
        return Speaker(passage.entity, None, words, None, False, named)
    person = entity.kind == "person"
    return Speaker(
        entity=entity.id,
        surname=_surname(entity.name) if person else None,
        words=words | frozenset(map(stem, _folded(entity.name))),
        country=entity.country,
        state=entity.kind == "state" or (entity.sector == "GOV" and not person),
        named=named,
    )


def _surname(name: str) -> str | None:
    words = [word for word in _folded(name) if word not in _words("titles")]
    return words[-1] if words else None


def _folded(text: str) -> list[str]:
    """Words in lower case, without marks on letters: 'Erdoğan' as 'erdogan', 'Þór' as 'thor'."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_letters()))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return [match.group().casefold() for match in WORD.finditer(letters)]


@cache
def _letters() -> dict[int, str]:
    """Letters that no accent can be taken from → as English reports write them."""
    table: dict[str, str] = load_json(FILE)["letters"]
    return str.maketrans(table)


def same(one: Speaker, other: Speaker) -> bool:
    """Whether both are known and can be one: no mere lack of knowledge."""
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.surname and other.surname:
        return one.surname == other.surname
    return _for_one_state(one, other) or _named_alike(one, other)


def conflict(one: Speaker, other: Speaker) -> bool:
    """Whether both are known by name and can't be one."""
    known = one.named and other.named and one.entity is not None and other.entity is not None
    return known and not same(one, other)


def _for_one_state(one: Speaker, other: Speaker) -> bool:
    """Whether one is a state or its government, and the other of that state."""
    return one.country is not None and one.country == other.country and (one.state or other.state)


def _named_alike(one: Speaker, other: Speaker) -> bool:
    """Whether one is named by words that name the other: 'the ministry', 'the ministry's spokesman'."""
    for_others = frozenset(map(stem, _words("spoken_for")))
    first, second = one.words - for_others, other.words - for_others
    return bool(first and second) and (first <= second or second <= first)
