"""What linking costs an article, in records of several sizes, and what one article more costs.

usage: python -m benchmarks.speed.link [ARTICLES ...] [--folder FOLDER]

The articles are those of `benchmarks.speed.news`: invented, analysed by no encoder, written straight into
the store. `link_ms` is processor time an article over the whole record. `usual` and `large`: seconds and
processor seconds to add and link one more article, in a happening of 8 and in an affair of 500 articles,
the record being opened anew each time, in a process that runs already. `peak_mb` is the largest resident
size of the process until then. With a FOLDER the records are kept there.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from benchmarks.speed import news
from dragoman.pipeline import link_keys
from dragoman.second_pass import link
from dragoman.store import Entry, SourceRef, Store, open_store
from dragoman.types import Analysis, Maker

BATCH = 1_000
_MAKER = Maker(version="0", model=None, model_sha256=None, settings=())


def measure(path: Path, count: int) -> dict[str, float]:
    """The costs of a record of `count` articles, made at `path`."""
    started = time.process_time()
    with open_store(path, write=True) as store:
        _add(store, news.analyses(count))
        stored = time.process_time()
        parts = _linked(store)
    linked = time.process_time()
    found = {
        "articles": count,
        "store_ms": _ms(stored - started, count),
        "link_ms": _ms(linked - stored, count),
        **{f"{name}_ms": _ms(seconds, count) for name, seconds in parts},
    }
    plan = news.plan(count)
    for name, happening in (("usual", plan.single), ("large", plan.large[0])):
        seconds, used = _one_more(path, news.analysis(happening, 1_000))
        found |= {f"{name}_seconds": seconds, f"{name}_cpu_seconds": used}
    return found | {"peak_mb": _peak(), "record_mb": path.stat().st_size // 2**20}


def _add(store: Store, analyses: Iterable[Analysis]) -> None:
    every, stored = iter(analyses), 0
    while batch := [_entry(analysis) for analysis in islice(every, BATCH)]:
        store.add(batch)
        stored += len(batch)
        print(f"\r{stored} stored", end="", file=sys.stderr, flush=True)


def _entry(analysis: Analysis) -> Entry:
    id_ = analysis.article.id
    return Entry(
        source=SourceRef(id_, id_), analysis=analysis, maker=_MAKER, keys=link_keys(analysis)
    )


def _linked(store: Store) -> Iterator[tuple[str, float]]:
    """Links the record; names of the steps with the processor seconds of each."""
    steps: list[tuple[str, float]] = []

    def told(step: str) -> None:
        steps.append((step, time.process_time()))
        print(f"\n{step} after {time.process_time():.0f} s, {_peak():.0f} MiB", file=sys.stderr)

    link(store, told)
    steps.append(("", time.process_time()))
    return ((name, after - at) for (name, at), (_, after) in pairwise(steps))


def _one_more(path: Path, analysis: Analysis) -> tuple[float, float]:
    """Seconds and processor seconds to open the record, add an article, link and close."""
    entry = _entry(analysis)
    started, used = time.monotonic(), time.process_time()
    with open_store(path, write=True) as store:
        store.add([entry])
        link(store)
    return round(time.monotonic() - started, 3), round(time.process_time() - used, 3)


def _ms(seconds: float, count: int) -> float:
    return round(seconds * 1000 / count, 2)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=[5_000, 20_000, 100_000])
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if len(given.articles) > 1:  # each size in a process of its own, for the memory's sake
        kept = ["--folder", str(given.folder)] if given.folder else []
        for count in given.articles:
            command = [sys.executable, "-m", "benchmarks.speed.link", str(count), *kept]
            subprocess.run(command, check=True)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        path = folder / f"{given.articles[0]}.db"
        print(json.dumps(measure(path, given.articles[0])), flush=True)


if __name__ == "__main__":
    main()
