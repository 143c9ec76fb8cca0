"""What every linker is: keys of one article, and what the articles under one key say together.

Any engine can run a linker as a map (`keys`) and a grouped reduce (`link`). Only articles that
share a key are ever compared, so cost grows with the sizes of the groups, not with their square
over the whole record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias, runtime_checkable

from dragoman.dates import with_date
from dragoman.identities import with_wholes
from dragoman.ids import PREFIXES
from dragoman.types import (
    Analysis,
    Article,
    ArticleFact,
    Dating,
    Derivation,
    Identity,
    Linked,
    Nearness,
    Origin,
    Story,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article of a group: its analysis, and the origin it goes back to where that is linked."""

    analysis: Analysis
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One article of an affair, with all that it says, its origin and its story.

    Where the record gave the article a date, `analysis` has it already: the article's `published`
    (basis 'inferred'), its time expressions, and the days of its mentions and figures.
    """

    analysis: Analysis
    origin: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Affair:
    """The articles of one affair in order of id, its stories in order of time, the derivations among
    the articles in order of id. Only itself is equal to it, so that what is made of it can be kept."""

    id: str
    members: tuple[Told, ...]
    stories: tuple[Story, ...]
    derivations: tuple[Derivation, ...]


class Joiner(Protocol):
    """Joins what the articles of one affair say: `said`, by the joiners before it, and what it adds.

    A pure function of the affair: neither the order in which articles came nor copies of them change
    what it finds, apart from the ids of the copies' own facts.
    """

    def __call__(self, affair: Affair, said: Linked) -> Linked: ...


class OfGroups(Protocol):
    """What linkers of groups have in common. `needs` are the layers of the members that they look at; `after`
    names the linkers whose output they look at too (`Member.origin`): they stand before it in the tuple, and
    a group is linked again when they change one of its members. Of fewer articles than `fewest` they say
    nothing."""

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> tuple[type[ArticleFact], ...]: ...

    @property
    def after(self) -> tuple[str, ...]: ...

    @property
    def fewest(self) -> int: ...

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        """The groups that the article belongs to; a pure function of its analysis."""
        ...


class GroupLinker(OfGroups, Protocol):
    """Says something of a group as a whole."""

    def link(self, key: str, members: Sequence[Member]) -> Linked:
        """What the group says; a pure function of its members, which come in order of article id."""
        ...


@runtime_checkable
class MemberLinker(OfGroups, Protocol):
    """Says the same of every article of a group, where the group as a whole has something. More members never
    undo that, so a group that has it and gains an article costs that article and no other."""

    def holds(self, members: Iterable[Analysis]) -> bool:
        """Whether the group has it; the members come in order of id and are read as needed."""
        ...

    def of(self, key: str, member: Analysis) -> Linked:
        """What is then said of one member."""
        ...


@runtime_checkable
class PairLinker(Protocol):
    """Compares articles two by two: those that share `least` keys, each pair once.

    A key that more than `most` different texts have says nothing and is passed over; articles with one key of
    the linker named `same` are one text, and at each key the first by id stands for those that have it.
    Two articles of which one has fewer than `least` keys in all must share as many as that.
    """

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> tuple[type[ArticleFact], ...]: ...

    @property
    def after(self) -> tuple[str, ...]: ...

    @property
    def gives(self) -> type[Edge]: ...

    @property
    def same(self) -> str: ...

    @property
    def most(self) -> int: ...

    @property
    def least(self) -> int: ...

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        """Keys that related articles are likely to share; a pure function of the analysis."""
        ...

    def compare(self, one: Analysis, other: Analysis) -> Linked:
        """What two articles say together; a pure function of both, which come in order of id."""
        ...


@runtime_checkable
class ComponentLinker(Protocol):
    """Joins articles that edges connect. Its one key for an article is the article's id.

    `edges` are the types of fact that may connect two articles, `whole` is what it gives: every
    article belongs to one, and one whose whole is a `Story` to that story's affair too. What connects
    more than `most` reports, articles of one origin being one report, is parted where they belong together
    least: reports are joined by falling strength, unless they would be too many (None: no limit).
    No nearness connects of which both likelihoods are below `faint`: `connects` is not asked of it.
    """

    @property
    def name(self) -> str: ...

    @property
    def after(self) -> tuple[str, ...]: ...

    @property
    def edges(self) -> tuple[type[Edge], ...]: ...

    @property
    def whole(self) -> type[Origin] | type[Story]: ...

    @property
    def most(self) -> int | None: ...

    @property
    def faint(self) -> float: ...

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        """The article's id."""
        ...

    def connects(self, edge: Edge) -> bool:
        """Whether the two articles of an edge belong together; derivations come without passages."""
        ...

    def strength(self, edge: Edge) -> float:
        """How strongly an edge that connects does so; looked at where `most` is a number."""
        ...

    def join(
        self, articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
    ) -> Linked:
        """What a component says: articles in order of id, all edges among them in order of id, and
        each article's origin where origins are linked before."""
        ...


Edge: TypeAlias = Derivation | Nearness
"""A fact that connects two articles."""

Linker: TypeAlias = GroupLinker | MemberLinker | PairLinker | ComponentLinker


def ends(edge: Edge) -> tuple[str, str]:
    """The two articles of an edge."""
    return (edge.from_, edge.to) if isinstance(edge, Derivation) else (edge.one, edge.other)


def nearness(one: str, other: str, happening: float, affair: float, order: float) -> Nearness:
    """How near the reports of two articles are, `one` being first by id."""
    id_ = f"{PREFIXES['nearness']}-{one.partition('-')[2]}{other.partition('-')[2]}"
    return Nearness(id=id_, one=one, other=other, happening=happening, affair=affair, order=order)


def in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """The stories of one affair, each behind the one that it names as the one before."""
    follows = {story.previous: story for story in sorted(stories, key=lambda s: s.id, reverse=True)}
    chain: list[Story] = []
    story = follows.pop(None, None)
    while story is not None:
        chain.append(story)
        story = follows.pop(story.id, None)
    return (*chain, *sorted(follows.values(), key=lambda s: s.id))


def with_dates(affair: Affair, datings: Iterable[Dating]) -> Affair:
    """The affair with the days that `datings` give its articles."""
    of = {dating.article: dating for dating in datings}
    members = (
        replace(m, analysis=with_date(m.analysis, of[m.analysis.article.id]))
        if m.analysis.article.id in of
        else m
        for m in affair.members
    )
    return replace(affair, members=tuple(members))


def with_identities(affair: Affair, identities: Iterable[Identity]) -> Affair:
    """The affair with whom its names mean: what comes after needs no other article to know who is who."""
    whole = {identity.entity: identity.whole for identity in identities}
    members = (
        replace(m, analysis=with_wholes(m.analysis, lambda id_: whole.get(id_, id_)))
        for m in affair.members
    )
    return replace(affair, members=tuple(members)) if whole else affair
