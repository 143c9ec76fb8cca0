"""Linkers of components that have a limit: what edges connect, in parts.

Reports are joined by falling strength, unless more than the limit would be together (Kruskal's algorithm with
a bound on the size of trees). A record may be one large component, so a change must not cost all of it.
Who joined whom in a part does not depend on other parts, as long as every edge that leaves the part finds,
when its turn comes, that both sides together are too many. So the parts of the articles that changed are
made anew, with the joins of the parts around them as they are known; where an edge to such a part would
join now, that part is made anew as well, and so on. The result is that of joining the whole record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.linking import ComponentLinker, Edge, ends
from dragoman.second_pass.components import join
from dragoman.second_pass.steps import in_batches
from dragoman.store import Store
from dragoman.store import parts as tables
from dragoman.store.parts import Bond
from dragoman.types import Linked, Origin


def link_parts(store: Store, linker: ComponentLinker, most: int) -> None:
    """Finds the parts of all articles that changed, and joins anew those that are not as they were."""
    todo = f"{linker.name} part"
    store.take_up(linker.name, 1)
    with store.transaction():
        _part_anew(store, linker, most, todo)
    in_batches(store, store.dirty(todo), lambda part: _join_part(store, linker, todo, part))


def _part_anew(store: Store, linker: ComponentLinker, most: int, todo: str) -> None:
    """Makes the parts of dirty articles anew and notes which are to be joined."""
    dirty = frozenset(store.dirty(linker.name))
    if (grown := _grown(store, linker, most, dirty)) is not None:
        store.mark(todo, grown)
        return
    region = _Region(store, linker)
    region.include(dirty)
    made = _made(region, most)
    while made.crossed:
        region.include(made.crossed)
        made = _made(region, most)
    store.mark(todo, region.replace(made, dirty))
    for gone in sorted(dirty - region.articles):
        join(store, linker, set(), {gone})


def _grown(
    store: Store, linker: ComponentLinker, most: int, dirty: frozenset[str]
) -> list[str] | None:
    """The parts that new articles make or join; None where that is not all that changed, or one is too large.

    What was joined still is, as long as nothing is too large, and what was not, because it would have been, is
    not now either. So nothing is looked at but what the new articles are bound to.
    """
    bound = _Bound(store, linker)
    if any(bound.part_of(id_) or not store.has_article(id_) for id_ in dirty):
        return None
    for id_ in sorted(dirty):
        bound.bind(id_)
    old = {part: report for report, id_ in bound.beside.items() if (part := bound.part_of(id_))}
    trees = _Trees()
    accepted = [
        bond
        for bond in sorted({*bound.bonds(), *bound.trees(old)}, key=_by_strength)
        if trees.join(bond)
    ]
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for id_ in dirty:
        articles[trees.find(bound.report_of(id_))].add(id_)
    for part, report in old.items():
        articles[trees.find(report)] |= bound.articles_of(part)
    if any(trees.size(root) > most for root in articles):
        return None
    bonds: defaultdict[str, list[Bond]] = defaultdict(list)
    for bond in accepted:
        bonds[trees.find(bond.one)].append(bond)
    bound.clear(old)
    return sorted(bound.put(articles[root], bonds[root]) for root in articles)


def _join_part(store: Store, linker: ComponentLinker, todo: str, part: str) -> None:
    articles = set(store.ask(lambda c: tables.articles_of(c, linker.name, part)))
    if articles:
        join(store, linker, articles, articles)
    store.put_linked(todo, part, Linked())


@dataclass(frozen=True, slots=True)
class _Made:
    """Reports by part, what holds each together, and articles outside the region whose parts are not as
    they were."""

    parts: tuple[tuple[frozenset[str], tuple[Bond, ...]], ...]
    crossed: frozenset[str]


class _Bound:
    """What some articles are bound to, as far as it was looked at.

    `beside` names an article of each report that is bound to one of them, of their own reports too where
    others have such.
    """

    def __init__(self, store: Store, linker: ComponentLinker) -> None:
        self._store, self._linker = store, linker
        self._report: dict[str, str] = {}
        self._strength: dict[tuple[str, str], float] = {}
        self.beside: dict[str, str] = {}

    def report_of(self, article: str) -> str:
        """The origin of an article, or itself."""
        found = self._report.get(article)
        if found is None:
            found = self._report[article] = self._store.whole_of(Origin, article) or article
        return found

    def part_of(self, article: str) -> str | None:
        """The part that an article was in."""
        return self._store.ask(lambda c: tables.part_of(c, self._linker.name, article))

    def articles_of(self, part: str) -> frozenset[str]:
        """The articles that were in a part."""
        return self._store.ask(lambda c: tables.articles_of(c, self._linker.name, part))

    def trees(self, parts: Iterable[str]) -> Iterator[Bond]:
        """What holds parts together."""
        for part in parts:
            yield from self._store.ask(lambda c, p=part: tables.tree(c, self._linker.name, p))  # type: ignore[misc]

    def bind(self, article: str) -> None:
        """Notes with which other reports that of an article belongs together, and how strongly."""
        own = self.report_of(article)
        for mate in self._store.parts_of(own):
            if mate != article and self.part_of(mate):
                self.beside[own] = mate
        for cls in self._linker.edges:
            for edge in self._store.edges(cls, article, faint=self._linker.faint):
                if self._linker.connects(edge):
                    self._note(own, edge, article)

    def _note(self, own: str, edge: Edge, article: str) -> None:
        other = next((id_ for id_ in ends(edge) if id_ != article), article)
        report = self.report_of(other)
        if report != own:
            pair = (min(own, report), max(own, report))
            strength = self._linker.strength(edge)
            self._strength[pair] = max(strength, self._strength.get(pair, strength))
            self.beside[report] = other

    def bonds(self) -> Iterator[Bond]:
        """What belongs together with a report of these articles."""
        return (Bond(strength, *pair) for pair, strength in self._strength.items())

    def clear(self, parts: Iterable[str]) -> None:
        """These parts are no more."""
        for part in parts:
            self._store.change(lambda c, p=part: tables.clear(c, self._linker.name, p))  # type: ignore[misc]

    def put(self, articles: Iterable[str], bonds: Iterable[Bond]) -> str:
        """These articles are a part now; answers with its name."""
        part = min(articles)
        self._store.change(lambda c: tables.put(c, self._linker.name, part, articles, bonds))
        return part


class _Region(_Bound):
    """Whole parts that are made anew: their articles that are in the record, by report."""

    def __init__(self, store: Store, linker: ComponentLinker) -> None:
        super().__init__(store, linker)
        self._seen: set[str] = set()
        self._old: dict[str, frozenset[str]] = {}
        self.articles: set[str] = set()
        self.reports: defaultdict[str, set[str]] = defaultdict(set)

    def include(self, articles: Iterable[str]) -> None:
        """Takes in these articles, all of their reports and all that was in a part with them."""
        waiting, new = set(articles), []
        while waiting:
            id_ = waiting.pop()
            if id_ not in self._seen:
                self._seen.add(id_)
                waiting |= self._parted_with(id_)
                if self._store.has_article(id_):
                    new.append(id_)
                    self.reports[self.report_of(id_)].add(id_)
                    waiting |= set(self._store.parts_of(self.report_of(id_)))
        self.articles |= set(new)
        for id_ in new:
            self.bind(id_)

    def _parted_with(self, article: str) -> frozenset[str]:
        """The articles with which it was in a part, which is to be replaced."""
        part = self.part_of(article)
        if part is None or part in self._old:
            return frozenset()
        self._old[part] = self.articles_of(part)
        return self._old[part]

    def around(self) -> Iterator[Bond]:
        """What holds the parts around the region together."""
        outside = {id_ for report, id_ in self.beside.items() if report not in self.reports}
        return self.trees({part for id_ in outside if (part := self.part_of(id_))})

    def replace(self, made: _Made, dirty: frozenset[str]) -> list[str]:
        """Stores the parts in place of the old ones; answers with those that have a dirty article or are
        not as they were."""
        self.clear(self._old)
        old, unlike = set(self._old.values()), []
        for reports, bonds in made.parts:
            articles = frozenset(id_ for report in reports for id_ in self.reports[report])
            part = self.put(articles, bonds)
            if articles not in old or not dirty.isdisjoint(articles):
                unlike.append(part)
        return sorted(unlike)


def _by_strength(bond: Bond) -> tuple[float, str, str]:
    return (-bond.strength, bond.one, bond.other)


def _made(region: _Region, most: int) -> _Made:
    """The parts of a region, of reports that no more than `most` are joined of."""
    inner = region.reports.keys()
    fixed = set(region.around())
    trees = _Trees()
    accepted: list[Bond] = []
    crossed: set[str] = set()
    for bond in sorted({*region.bonds(), *fixed}, key=_by_strength):
        outside = {report for report in (bond.one, bond.other) if report not in inner}
        fits = trees.size(bond.one) + trees.size(bond.other) <= most
        if bond in fixed:
            trees.join(bond)
        elif outside and fits and trees.find(bond.one) != trees.find(bond.other):
            crossed |= {region.beside[report] for report in outside}
        elif not outside and fits and trees.join(bond):
            accepted.append(bond)
    return _Made(trees.parts(inner, accepted), frozenset(crossed))


class _Trees:
    """Reports under way, joined to trees."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}
        self._size: dict[str, int] = {}

    def find(self, report: str) -> str:
        """The report that stands for the tree of this one."""
        up = self._up
        at = up.setdefault(report, report)
        while up[at] != at:
            up[at] = up[up[at]]
            at = up[at]
        return at

    def size(self, report: str) -> int:
        """Reports in its tree."""
        return self._size.get(self.find(report), 1)

    def join(self, bond: Bond) -> bool:
        """Makes one tree of two; false where they are one."""
        one, other = self.find(bond.one), self.find(bond.other)
        if one != other:
            self._size[one] = self.size(one) + self.size(other)
            self._up[other] = one
        return one != other

    def parts(
        self, reports: Iterable[str], accepted: Iterable[Bond]
    ) -> tuple[tuple[frozenset[str], tuple[Bond, ...]], ...]:
        """The trees of some reports, each with its bonds."""
        members: defaultdict[str, set[str]] = defaultdict(set)
        bonds: defaultdict[str, list[Bond]] = defaultdict(list)
        for report in reports:
            members[self.find(report)].add(report)
        for bond in accepted:
            bonds[self.find(bond.one)].append(bond)
        return tuple((frozenset(m), tuple(bonds[root])) for root, m in members.items())
