"""A large record: rate and memory of reading it, then what one more article and a search cost.

usage: python -m benchmarks.speed.record [ARTICLES] [--language en] [--no-links]

The articles are generated, of 800 words; without `--language` no extractor reads them. With
`--no-links` the second pass is left out: what is measured is reading, page and store.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from unittest import mock

import dragoman
from benchmarks import generated

SEARCHES = 400


def measure(folder: Path, count: int, language: str) -> dict[str, float]:
    """Rates in articles a second, times in seconds, memory in MiB.

    `cpu_ms_per_article` is processor time of parent and workers together, which other programs on the
    machine disturb less than the clock: two free cores read 2000 / cpu_ms_per_article a second.
    """
    source = generated.write_jsonl(folder / "in.jsonl", count, language=language)
    more = generated.write_jsonl(folder / "more.jsonl", 1, first=count, language=language)
    with dragoman.open(folder / "r.db") as record:
        before = _cpu()
        seconds = _timed(lambda: record.read(source))
    cpu = _cpu() - before
    with dragoman.open(folder / "r.db") as record:
        one_more = _timed(lambda: record.read(more))
        searches = sorted(_timed(partial(record.search, query)) for query in _queries(count))
    return {
        "articles": count,
        "articles_per_second": round(count / seconds, 1),
        "cpu_ms_per_article": round(cpu / count * 1000, 2),
        "parent_mb": _largest(resource.RUSAGE_SELF),
        "worker_mb": _largest(resource.RUSAGE_CHILDREN),
        "record_mb": (folder / "r.db").stat().st_size // 2**20,
        "one_more_seconds": round(one_more, 2),
        "search_median_ms": round(searches[len(searches) // 2] * 1000, 1),
        "search_p95_ms": round(searches[len(searches) * 95 // 100] * 1000, 1),
    }


def _timed(act: Callable[[], object]) -> float:
    started = time.monotonic()
    act()
    return time.monotonic() - started


def _cpu() -> float:
    used = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def _largest(who: int) -> int:
    """Largest resident size of this process or of one of its workers, in MiB."""
    return resource.getrusage(who).ru_maxrss // 1024


def _queries(count: int) -> list[str]:
    """Words, pairs of words and phrases of the articles, as frequent as they are there; no short words."""
    rng = random.Random(7)
    found = []
    for _ in range(SEARCHES):
        text = generated.article(rng.randrange(count))["text"]
        words = [w for w in re.findall(r"\w+", text) if len(w) > 3]
        at = rng.randrange(len(words) - 1)
        one, other = words[at], rng.choice(words)
        found.append(rng.choice((one, f"{one} {other}", f'"{one} {words[at + 1]}"')))
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    parser.add_argument("--language", default="zz")
    parser.add_argument("--no-links", action="store_true")
    given = parser.parse_args()
    unlinked = mock.patch("dragoman.ingest.link", lambda store: None)
    with tempfile.TemporaryDirectory() as name, unlinked if given.no_links else nullcontext():
        print(json.dumps(measure(Path(name), given.articles, given.language)))
