"""How long pages of the reading room take to make on a record, and searches in its store.

usage: python -m benchmarks.speed.serve RECORD [TIMES]

A record of 100,000 invented articles: `python -m benchmarks.speed.synthetic RECORD 100000`. Times are
milliseconds at the 50th and the 95th of a hundred, by the clock and (`cpu_`) of the processor, each with
a connection of its own, as a request has it. What a browser adds on the same machine is some 30 ms. `assets_kb` are all style sheets and
scripts, compressed.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from benchmarks.generated import LAST_NAMES, NOUNS, PLACES
from dragoman.config import load_settings
from dragoman.store import browse, open_store
from dragoman.store.browse import Filters
from dragoman.web.access import Access
from dragoman.web.app import kept, page
from dragoman.web.app.address import address
from dragoman.web.app.page import Call, Page
from dragoman.web.app.pages import article, dyad, entity, home, search, story


def measure(record: Path, times: int) -> dict[str, object]:
    """Times by what is asked for."""
    rng = random.Random(7)
    words = [*(rng.choice(NOUNS[:400]) for _ in range(times)), *rng.sample(PLACES, times)]
    found: dict[str, object] = {"articles": _articles(record), "assets_kb": _assets()}
    found["search_store"] = _timed(_searches(record, words))
    found["search_page"] = _timed(_page(record, search.page, "/search", q=w) for w in words)
    found["browse_page"] = _timed(
        _page(record, search.page, "/search", what=what, page=f"{number}")
        for what in browse_whats()
        for number in range(1, max(2, times // 3))
    )
    found["filtered_page"] = _timed(
        _page(record, search.page, "/search", q=w, country="FRA", since="2024-03") for w in words
    )
    found["names_page"] = _timed(
        _page(record, search.page, "/search", q=w) for w in rng.sample(LAST_NAMES, times)
    )
    found["first_page"] = _timed(_first_pages(record, times))
    ids = _some(record, "article", times)
    found["article_page"] = _timed(_page(record, article.page, f"/article/{i}", i) for i in ids)
    parties = _parties(record, times)
    found["entity_page"] = _timed(_page(record, entity.page, f"/entity/{i}", i) for i in parties)
    found["entity_search"] = _timed(
        _page(record, search.page, "/search", entity=i, what=what)
        for i in parties
        for what in browse_whats()
    )
    pairs = [(one, other) for one in parties[:6] for other in parties[:6] if one != other]
    found["dyad_page"] = _timed(
        _page(record, dyad.page, f"/dyad/{one}/{other}", one, other) for one, other in pairs[:times]
    )
    largest = _some(record, "story", 1)
    found["largest_story"] = _timed(
        _page(record, story.page, f"/story/{i}", i) for i in largest * 5
    )
    return found


def browse_whats() -> tuple[str, ...]:
    """The kinds of lists."""
    return ("articles", "quotations", "events")


def _articles(record: Path) -> int:
    with open_store(record, write=False) as store:
        return store.ask(lambda c: browse.find(c, "articles", Filters(), limit=1)).total


def _some(record: Path, layer: str, number: int) -> list[str]:
    sql = {
        "article": "SELECT id FROM article_face ORDER BY random() LIMIT ?",
        "story": "SELECT id FROM story ORDER BY json_array_length(data, '$.articles') DESC LIMIT ?",
    }[layer]
    with open_store(record, write=False) as store:
        return [row[0] for row in store.ask(lambda c: list(c.execute(sql, (number,))))]


def _parties(record: Path, times: int) -> list[str]:
    """Half of them the entities with most events, where a page costs most; the others any."""
    sql = (
        "SELECT entity FROM event_party GROUP BY 1 ORDER BY count(*) DESC LIMIT ?",
        "SELECT DISTINCT entity FROM event_party ORDER BY random() LIMIT ?",
    )
    with open_store(record, write=False) as store:
        return store.ask(lambda c: [row[0] for q in sql for row in c.execute(q, (times // 2,))])


def _searches(record: Path, words: list[str]) -> Iterator[Taken]:
    with open_store(record, write=False) as store:
        for word in words:
            yield _taken(lambda word=word: store.search(word))  # type: ignore[misc]


def _first_pages(record: Path, times: int) -> Iterator[Taken]:
    for _ in range(times):
        kept.forget()
        yield _page(record, home.page, "/")


def _page(
    record: Path, make: Callable[[Call], Page], path: str, *parts: str, **asked: str
) -> Taken:
    """Milliseconds for one request, its connection included."""

    def ask() -> None:
        settings = load_settings()
        with open_store(record, write=False, settings=settings) as store:
            store.limit_statements(settings.query_seconds)
            with store.snapshot():
                at = address(path, asked.items())
                call = Call(access=Access(store), at=at, parts=parts, token="", record="record")
                page.answer(call, make(call))

    return _taken(ask)


Taken: TypeAlias = tuple[float, float]
"""Milliseconds by the clock and of the processor: on a busy machine only the second says anything."""


def _taken(do: Callable[[], object]) -> Taken:
    started, worked = time.perf_counter(), time.process_time()
    do()
    return (time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000


def _timed(taken: Iterator[Taken]) -> dict[str, float]:
    every = list(taken)
    if len(every) < 2:
        return {}
    found: dict[str, float] = {"times": len(every)}
    for name, column in (("", 0), ("cpu_", 1)):
        cuts = statistics.quantiles([t[column] for t in every], n=100, method="inclusive")
        found |= {f"{name}p50": round(cuts[49], 1), f"{name}p95": round(cuts[94], 1)}
    return found


def _assets() -> float:
    packages = ("dragoman.web.app", "dragoman.web")
    names = [p.name for package in packages for p in files(package).joinpath("static").iterdir()]
    return round(sum(len(gzip.compress(page.content(n) or b"")) for n in names) / 1000, 1)


if __name__ == "__main__":
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    print(json.dumps(measure(Path(sys.argv[1]), times), indent=1))
