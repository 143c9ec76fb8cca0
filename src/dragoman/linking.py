"""What every linker is: keys of one article, and what the articles under one key say together.

Any engine can run a linker as a map (`keys`) and a grouped reduce (`link`). Only articles that
share a key are ever compared, so cost grows with the sizes of the groups, not with their square
over the whole record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.types import Analysis, ArticleFact, Linked


class Linker(Protocol):
    """One linker. `needs` are the layers of the members that `link` looks at."""

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> tuple[type[ArticleFact], ...]: ...

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        """The groups that the article belongs to; a pure function of its analysis."""
        ...

    def link(self, key: str, members: Sequence[Analysis]) -> Linked:
        """What the group says; a pure function of its members, which come in order of article id."""
        ...
