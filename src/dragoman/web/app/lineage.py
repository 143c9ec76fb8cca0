"""Who copied whom, as a drawing: a row for each article, grouped by origin, arrows between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from dragoman.types import Article, Derivation, Origin
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app.page import Table, table

AXIS, TOP, ROW, HEAD, WIDTH = 360, 6, 24, 28, 820
WIDEST: Final = 420
"""How far the longest line bows out, in units of the drawing."""

MOST_ROWS: Final = 60
"""Articles drawn: those of the origins with most; the list of articles holds all."""

NAME: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article in its row."""

    id: str
    x: float
    y: float
    name: str
    date: str
    label: str
    href: str
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A derivation between two articles that are drawn."""

    path: str
    kind: str
    directed: bool
    label: str
    href: str
    cells: tuple[str, str, str, str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The articles of one origin."""

    y: float
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The drawing; `left_out` counts the origins of one article each that have no lane."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int

    def table(self) -> Table:
        """The derivations as rows."""
        columns = ("from", "to", "kind", "directed", "score")
        return table("lineage", "Who copied whom", columns, [(l.cells, l.href) for l in self.links])  # noqa: E741


def lineage(
    access: Access, articles: Sequence[Article], derivations: Iterable[Derivation]
) -> Lineage | None:
    """The drawing of these articles; None where none was made from another."""
    known = {a.id: a for a in articles}
    among = [d for d in derivations if d.from_ in known and d.to in known]
    joining = [d for d in among if d.kind != "shared_quotation"]
    if not joining:
        return None
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(access.whole_of(Origin, article.id) or article.id, []).append(article)
    lanes = sorted(groups.items(), key=lambda g: (-len(g[1]), _time(g[1][0]), g[0]))
    made = frozenset(d.to for d in joining if d.directed)
    shown = _shown([g for g in lanes if len(g[1]) > 1], made)
    nodes, drawn = _nodes(shown)
    at = {n.id: n for n in nodes}
    return Lineage(
        width=WIDTH,
        height=TOP + HEAD * len(shown) + ROW * len(nodes) + 8,
        lanes=tuple(drawn),
        nodes=tuple(nodes),
        links=tuple(_links(known, at, joining)),
        left_out=len(lanes) - len(shown),
    )


Groups: TypeAlias = Sequence[tuple[str, list[Article]]]
"""Articles by origin."""


def _shown(groups: Groups, made: frozenset[str]) -> list[tuple[str, list[Article]]]:
    """So many groups as fit, the first one in any case; of a group at most `MOST_ROWS`, the earliest. Of
    one day what was `made` from another article comes after what was not."""
    found, room = [], MOST_ROWS
    for origin, group in groups:
        ordered = sorted(group, key=lambda a: (_time(a)[:10], a.id in made, _time(a), a.id))[
            :MOST_ROWS
        ]
        if len(ordered) > room:
            break
        room -= len(ordered)
        found.append((origin, ordered))
    return found


def _time(article: Article) -> str:
    return article.published.value if article.published else "9999"


def _nodes(groups: Groups) -> tuple[list[Node], list[Lane]]:
    """Articles one below the other in order of time, the groups apart."""
    nodes, drawn, y = [], [], float(TOP)
    for origin, group in groups:
        label = f"{wording.plural(len(group), 'article')}, one origin"
        drawn.append(Lane(y=y + HEAD - 9, label=label, count=len(group), href=f"/origin/{origin}"))
        y += HEAD
        for article in group:
            nodes.append(_node(article, y + ROW / 2, article is group[0]))
            y += ROW
    return nodes, drawn


def _node(article: Article, y: float, first: bool) -> Node:
    outlet = article.outlet or article.source_id
    return Node(
        id=article.id,
        x=AXIS,
        y=round(y, 1),
        name=_name(article),
        date=wording.published(article.published).partition(" UTC")[0],
        label=f"{outlet}, {wording.published(article.published)}: {article.title or 'no title'}",
        href=f"/article/{article.id}",
        first=first,
    )


def _name(article: Article) -> str:
    name = article.outlet or article.source_id
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"


def _links(
    known: dict[str, Article], at: dict[str, Node], derivations: Iterable[Derivation]
) -> Iterator[Link]:
    for fact in derivations:
        if fact.from_ in at and fact.to in at:
            one, other = at[fact.from_], at[fact.to]
            names = [known[i].outlet or known[i].source_id for i in (fact.from_, fact.to)]
            kind = wording.DERIVATIONS[fact.kind]
            yield Link(
                path=_curve(one, other),
                kind=fact.kind,
                directed=fact.directed,
                label=f"{names[0]} {'→' if fact.directed else '↔'} {names[1]}: {kind}",
                href=f"/compare/{fact.from_}/{fact.to}",
                cells=(names[0], names[1], kind, "yes" if fact.directed else "no", fact.score),
            )


def _curve(one: Node, other: Node) -> str:
    """An arc to the right of the articles, the wider the farther they are apart."""
    bow = AXIS + min(WIDEST, 24 + abs(other.y - one.y) * 0.9)
    return f"M{one.x} {one.y}C{bow:.0f} {one.y} {bow:.0f} {other.y} {other.x} {other.y}"
