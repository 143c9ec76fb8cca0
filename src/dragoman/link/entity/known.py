"""Whom the articles of an affair know: each entity with all that they say of it, by story and word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman import person_words
from dragoman.folding import near
from dragoman.link.entity import lexicon
from dragoman.link.entity.names import Name

LEAST_BEGINNING = 3
"""Letters of a given name that may be the short form of another."""


@dataclass(eq=False, slots=True)
class Known:
    """An entity as some articles name it together; `words` is the fullest name."""

    id: str
    body: bool
    label: str = ""
    words: tuple[str, ...] = ()
    shorts: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)

    def add(self, name: Name) -> None:
        """Adds what one article says of it."""
        if (len(name.words), name.words, name.entity.name) > (
            len(self.words),
            self.words,
            self.label,
        ):
            self.words, self.label = name.words, name.entity.name
        self.shorts |= name.shorts
        self.genders |= {name.gender} if name.gender else set()
        self.countries |= {name.entity.country} if name.entity.country else set()
        self.articles.add(name.article)
        self.origins.add(name.origin)


def merged(names: Iterable[Name]) -> Known:
    """All that the articles say of one entity, or of names that are one."""
    every = tuple(names)
    found = Known(every[0].entity.id, every[0].body)
    for name in every:
        found.add(name)
    return found


def known_by(names: Iterable[Name]) -> dict[tuple[str, bool, str], tuple[Known, ...]]:
    """(story, whether bodies, word) → those who may be called so there; story '' is the affair."""
    found: dict[tuple[str, bool, str], dict[str, Known]] = defaultdict(dict)
    for name in names:
        for story in (name.story, ""):
            for key in name.keys:
                by_id = found[story, name.body, key]
                by_id.setdefault(name.entity.id, Known(name.entity.id, name.body)).add(name)
    return {key: tuple(by_id[id_] for id_ in sorted(by_id)) for key, by_id in found.items()}


def fits(name: Name, one: Known) -> bool:
    """Whether an open name is a short form of a full one: the acronym, or the surname.

    The surname is the last word of a name ('Dana Roe'), or its first where the person goes by that alone ('Ruo
    Dan', 'Ruo'). A surname that is a given name too goes with a given name before it ('Dana Mitchell', no 'Kill
    Mitchell') unless it is titled ('Mr Mitchell').
    """
    if name.body:
        return len(one.words) > 1
    if one.words[-1] in lexicon.nouns() or not name.before.issubset(one.words):
        return False
    if len(name.words) > 1:
        return one.words[-1] == name.key and one.words[0][0] == name.words[0]
    is_given = person_words.gender_of_given(name.key) is not None and not name.is_titled
    if one.words[-1] == name.key:
        return not is_given or person_words.gender_of_given(one.words[0]) is not None
    called = name.key in one.shorts and one.words[-1] not in one.shorts
    return one.words[0] == name.key and called and not is_given


def bears(name: Name, one: Known) -> bool:
    """Whether an open name may stand for somebody, be it as a short form that he isn't called by."""
    return name.body or len(name.words) == 1 or fits(name, one)


def conflict(one: Known, other: Known) -> bool:
    """Whether gender or country say that two are not one."""
    pairs = ((one.genders, other.genders), (one.countries, other.countries))
    return any(a and b and a.isdisjoint(b) for a, b in pairs)


def are_one(every: Sequence[Known]) -> bool:
    """Whether full names are all spellings of one: 'Dana Roe', 'Dana M. Roe'; 'Harbour Corps', 'Harbour Corps NV'."""
    first = max(every, key=lambda one: (len(one.words), one.words))
    return all(_alike(first, one) for one in every)


def _alike(one: Known, other: Known) -> bool:
    if one.body:
        pairs = zip(one.words, other.words, strict=False)
        return all(a == b or near(a, b) or f"{b}s" == a or f"{a}s" == b for a, b in pairs)
    short, long = sorted((one.words, other.words), key=len)
    ends = (
        long[-len(short) :] == short
    )  # 'pilot Dana Roe', where words before a name were read as its own
    return ends or (near(short[-1], long[-1]) and _same_given(short[0], long[0]))


def _same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: alike, an initial, a short form."""
    if one == other or near(one, other) or 1 in (len(one), len(other)):
        return one[0] == other[0]
    short, long = sorted((one, other), key=len)
    return other in person_words.variants().get(one, ()) or (
        len(short) >= LEAST_BEGINNING and long.startswith(short)
    )


def best(every: Iterable[Known]) -> Known:
    """The one that most origins name; of equals the fullest, then the first by id."""
    return min(every, key=lambda one: (-len(one.origins), -len(one.words), one.id))


Index = Mapping[tuple[str, bool, str], tuple[Known, ...]]
"""What `known_by` makes."""
