"""Dating: the days on which the undated articles of an affair were written, as the record betrays them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.link.dating.case import case_of
from dragoman.link.dating.frame import frame, written
from dragoman.link.dating.solve import solve
from dragoman.link.dating.tell import dating
from dragoman.linking import Affair
from dragoman.types import Linked

__all__ = ["join"]


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, and a `Dating` for each article without a date that the others or its words bind."""
    undated = [n for n, m in enumerate(affair.members) if written(m.analysis.article) is None]
    days = frame(affair.members) if undated else None
    if days is None:
        return said
    case = case_of(affair, days, undated)
    found = solve(case)
    facts = [dating(case, n, found[n]) for n in sorted(found)]
    return replace(said, facts=(*said.facts, *(fact for fact in facts if fact)))
