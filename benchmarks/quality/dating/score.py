"""How often the day is right and the interval holds it, with one, half or all of an event's dates hidden."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from benchmarks.quality.dating.corpus import Cluster, affair, clusters, doubted
from dragoman.link.dating import join
from dragoman.types import Dating, Linked

Setting = Literal["one", "half", "all"]
SETTINGS: tuple[Setting, ...] = ("one", "half", "all")


@dataclass(frozen=True)
class Judged:
    """One hidden date: the setting, its true day, and the dating that was found."""

    setting: Setting
    addresses: bool
    cluster: str
    part: str
    article: str
    source: str
    true: str
    found: Dating | None

    @property
    def right(self) -> bool:
        return self.found is not None and self.found.value == self.true

    @property
    def near(self) -> bool:
        """Within a day: the true days are of different time zones."""
        if self.found is None or self.found.precision != "day" or not self.found.value:
            return False
        return abs(date.fromisoformat(self.found.value) - date.fromisoformat(self.true)).days <= 1

    @property
    def holds(self) -> bool:
        return self.found is not None and self.found.from_ <= self.true <= self.found.to

    @property
    def width(self) -> int:
        """Days of the interval."""
        assert self.found is not None
        return (date.fromisoformat(self.found.to) - date.fromisoformat(self.found.from_)).days + 1


def judge_all() -> list[Judged]:
    """Every event in every setting, with and without the addresses of the pages."""
    return [
        judged
        for cluster in clusters()
        for addresses in (False, True)
        for setting in SETTINGS
        for judged in judge(cluster, setting, addresses)
    ]


def judge(cluster: Cluster, setting: Setting, addresses: bool) -> Iterator[Judged]:
    for hidden in hidden_in(cluster, setting):
        found = join(affair(cluster, hidden, addresses=addresses), Linked()).facts
        datings = {fact.article: fact for fact in found if isinstance(fact, Dating)}
        for analysis in cluster.articles:
            if (id_ := analysis.article.id) in hidden:
                yield Judged(
                    setting, addresses, cluster.name, cluster.part, id_, analysis.article.source_id,
                    cluster.days[id_], datings.get(id_),
                )  # fmt: skip


def hidden_in(cluster: Cluster, setting: Setting) -> list[frozenset[str]]:
    """The sets of ids whose dates are hidden together."""
    ids = sorted(cluster.days)
    if setting == "one":
        return [frozenset([id_]) for id_ in ids]
    if setting == "all":
        return [frozenset(ids)]
    half = sorted(ids, key=lambda id_: hashlib.sha256(id_.encode()).hexdigest())[: len(ids) // 2]
    return [frozenset(half)]


def table(judged: Sequence[Judged]) -> dict[str, float]:
    """By part, setting and whether addresses are seen: shares of the hidden dates, widths in days.

    The part `sound` is all but the articles whose date in the data is wrong (`doubted.tsv`).
    `day`: the likeliest day is right; `within_one`: at most a day off; `contains`: of those dated, the
    interval holds the true day; `dated`: those that got a dating; `width`: of the interval, the median.
    """
    found: dict[str, float] = {}
    unsound = doubted()
    for part in ("dev", "test", "all", "sound"):
        of_part = [j for j in judged if part in (j.part, "all", "sound")]
        if part == "sound":
            of_part = [j for j in of_part if j.source not in unsound]
        for addresses in (False, True):
            for setting in SETTINGS:
                own = [j for j in of_part if (j.setting, j.addresses) == (setting, addresses)]
                name = f"{part}.{setting}{'.addresses' if addresses else ''}"
                found |= {f"{name}.{key}": value for key, value in _scores(own).items()}
    return found


def _scores(judged: Sequence[Judged]) -> dict[str, float]:
    dated = [j for j in judged if j.found]
    return {
        "day": _share([j.right for j in judged]),
        "within_one": _share([j.near for j in judged]),
        "contains": _share([j.holds for j in dated]),
        "dated": _share([j.found is not None for j in judged]),
        "width": float(median(j.width for j in dated)) if dated else 0.0,
    }


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 1.0
