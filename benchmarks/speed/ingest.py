"""Articles a second from JSON Lines into the record, and reading the same file again.

usage: python -m benchmarks.speed.ingest [ARTICLES] [LANGUAGE]

LANGUAGE other than en: no extractor reads the articles, which measures readers, page and store.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import dragoman
from benchmarks.generated import write_jsonl


def measure(count: int, language: str | None) -> dict[str, float]:
    """Rates in articles a second, into the store and to the linked record; `rss_mb` is the parent's
    largest resident size, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        source = write_jsonl(Path(folder) / "in.jsonl", count, language=language)
        with dragoman.open(Path(folder) / "r.db") as record:
            read = record.read(source)
            first = read.seconds
            started = time.monotonic()
            record.read(source)
            again = time.monotonic() - started
        size = (Path(folder) / "r.db").stat().st_size
    return {
        "articles": count,
        "into_store_per_second": round(count / (first - read.linking), 1),
        "articles_per_second": round(count / first, 1),
        "again_times_faster": round(first / again, 1),
        "record_bytes_per_article": round(size / count),
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    print(json.dumps(measure(count, sys.argv[2] if len(sys.argv) > 2 else None)))
