"""What every linker is: keys of one article, and what the articles under one key say together.

Any engine can run a linker as a map (`keys`) and a grouped reduce (`link`). Only articles that
share a key are ever compared, so cost grows with the sizes of the groups, not with their square
over the whole record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from dragoman.types import Analysis, Article, ArticleFact, Derivation, Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article of a group: its analysis, and the origin it goes back to where that is linked."""

    analysis: Analysis
    origin: str | None = None


class GroupLinker(Protocol):
    """A linker of groups. `needs` are the layers of the members that `link` looks at; `after` names the
    linkers whose output it looks at too (`Member.origin`): they stand before it in the tuple, and
    a group is linked again when they change one of its members."""

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> tuple[type[ArticleFact], ...]: ...

    @property
    def after(self) -> tuple[str, ...]: ...

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        """The groups that the article belongs to; a pure function of its analysis."""
        ...

    def link(self, key: str, members: Sequence[Member]) -> Linked:
        """What the group says; a pure function of its members, which come in order of article id."""
        ...


@runtime_checkable
class PairLinker(Protocol):
    """Compares articles two by two: those that share `least` keys, each pair once.

    A key that more than `most` different texts have says nothing and is passed over; articles with one
    key of the linker named `same` are one text, and only the first by id of those is compared.
    """

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> tuple[type[ArticleFact], ...]: ...

    @property
    def after(self) -> tuple[str, ...]: ...

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
    """Joins articles that derivations connect. Its one key for an article is the article's id."""

    @property
    def name(self) -> str: ...

    @property
    def after(self) -> tuple[str, ...]: ...

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        """The article's id."""
        ...

    def connects(self, derivation: Derivation) -> bool:
        """Whether the two articles of a derivation belong together."""
        ...

    def join(self, articles: Sequence[Article], derivations: Sequence[Derivation]) -> Linked:
        """What a component says: articles in order of id, the derivations among them in order of id."""
        ...


Linker: TypeAlias = GroupLinker | PairLinker | ComponentLinker
