"""What two mentions of events are compared by, whatever found them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.types import PloverType, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part, as keys that the parties of other mentions may share.

    `ids` are entities and places; `stands_for` the states (ISO 3166 alpha-3) and bodies that the party is
    or acts for; `words` what it is called where it is no entity. `person`: people differ from all others.
    `called`: the words that an entity which is no person and no state is named with. `many`: several by their
    wording ('89 people').
    """

    ids: frozenset[str] = frozenset()
    stands_for: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    person: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of an event, ready to be compared.

    `origin` is the report that its article goes back to, `story` the happening that the article is on,
    `sentence` the number of its sentence in the article, `ordinal` how many mentions with its type and head
    stand before it there. `lemmas`: what names the event, the head first.
    `days`: first and last possible day as proleptic ordinals; `times`: what is known of a
    day without its year or week ('10-07', 'W6'). `since`, `until`: where no day is told, the first day on which
    what lies ahead of its report can have taken place, and the last one of what lies behind it; `distant`: its
    day is long before its report; `old`: its one day lies a week or more before its report. `definite`: 'the attack', which its article has told of. `frame`: the frame that found it; `which`: a word in front
    that tells it from others ('third', 'another'). `places`: GeoNames ids, countries and words,
    each place with all that contain it. `names`, `words`, `numbers` are those of the sentence; `bits` its
    signature (256 bits, `dragoman.extract.trace`), None where nothing encoded it.
    """

    id: str
    article: str
    origin: str
    story: str = ""
    sentence: int = -1
    ordinal: int = 0
    type: PloverType | None = None
    mode: str | None = None
    status: Status = "happened"
    lemmas: tuple[str, ...]
    definite: bool = False
    frame: str = ""
    which: str = ""
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    days: tuple[int, int] | None = None
    times: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None
    distant: bool = False
    old: bool = False
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    bits: bytes | None = field(default=None, repr=False)
