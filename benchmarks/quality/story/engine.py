"""The linkers over a collection in memory, by the rules of the second pass: keys, `most`, `least`, components."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.origin import Origins
from dragoman.link.story import Nearby, Stories
from dragoman.linking import ComponentLinker, Edge, Member, PairLinker, ends
from dragoman.types import Analysis, Linked, Nearness, Story


@dataclass(frozen=True)
class Result:
    """What the linkers say of a collection; `compared` are the pairs that `Nearby` looked at."""

    stories: tuple[Story, ...]
    near: tuple[Nearness, ...]
    compared: tuple[tuple[str, str], ...]
    keys: int


def link(analyses: Sequence[Analysis]) -> Result:
    """Derivations, origins, nearness and stories of a collection."""
    first, copies = _texts(analyses)
    derived = [*copies, *_edges(Derivations(), first)]
    origins = dict(
        row for said in _joined(Origins(), analyses, derived, {}) for row in said.membership
    )
    linker = Nearby()
    compared, keys = pairs(linker, first)
    near = tuple(_compare(linker, first, compared))
    joined = _joined(Stories(), analyses, [*derived, *near], origins)
    stories = tuple(f for said in joined for f in said.facts if isinstance(f, Story))
    return Result(stories, tuple(n for n in near if isinstance(n, Nearness)), tuple(compared), keys)


def _texts(analyses: Iterable[Analysis]) -> tuple[list[Analysis], list[Edge]]:
    """The first of each text, and the copies word for word."""
    linker, groups = SameWords(), defaultdict(list)
    for analysis in sorted(analyses, key=lambda a: a.article.id):
        groups[linker.keys(analysis)[0]].append(analysis)
    linked = (
        linker.link(k, [Member(analysis=a) for a in v]) for k, v in groups.items() if len(v) > 1
    )
    return [group[0] for group in groups.values()], [f for said in linked for f in said.facts]  # type: ignore[misc]


def pairs(linker: PairLinker, analyses: Sequence[Analysis]) -> tuple[list[tuple[str, str]], int]:
    """The pairs that share `least` keys that no more than `most` articles have; and the number of keys."""
    keys = {a.article.id: frozenset(linker.keys(a)) for a in analyses}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in sorted(keys):
        for key in keys[id_]:
            groups[key].append(id_)
    wide = {key for key, ids in groups.items() if len(ids) > linker.most}
    narrow = {id_: own - wide for id_, own in keys.items()}
    found = {p for key, ids in groups.items() if key not in wide for p in combinations(ids, 2)}
    enough = (
        (one, other)
        for one, other in found
        if len(narrow[one] & narrow[other]) >= min(linker.least, len(keys[one]), len(keys[other]))
    )  # fmt: skip
    return sorted(enough), sum(map(len, keys.values()))


def _edges(linker: PairLinker, analyses: Sequence[Analysis]) -> list[Edge]:
    return _compare(linker, analyses, pairs(linker, analyses)[0])


def _compare(
    linker: PairLinker, analyses: Sequence[Analysis], compared: Iterable[tuple[str, str]]
) -> list[Edge]:
    of = {a.article.id: a for a in analyses}
    linked = (linker.compare(of[one], of[other]) for one, other in compared)
    return [fact for said in linked for fact in said.facts]  # type: ignore[misc]


def _joined(
    linker: ComponentLinker,
    analyses: Sequence[Analysis],
    edges: Sequence[Edge],
    origins: Mapping[str, str],
) -> list[Linked]:
    """What the linker says of every component."""
    root = {a.article.id: a.article.id for a in analyses}

    def find(id_: str) -> str:
        while root[id_] != id_:
            root[id_] = root[root[id_]]
            id_ = root[id_]
        return id_

    for edge in edges:
        if linker.connects(edge):
            one, other = ends(edge)
            root[find(one)] = find(other)
    members, inner = defaultdict(list), defaultdict(list)
    for analysis in sorted(analyses, key=lambda a: a.article.id):
        members[find(analysis.article.id)].append(analysis.article)
    for edge in sorted(edges, key=lambda e: e.id):
        one, other = map(find, ends(edge))
        if one == other:
            inner[one].append(edge)
    return [linker.join(articles, inner[name], origins) for name, articles in members.items()]
