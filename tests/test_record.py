"""The record as a whole: idempotent, the same for any order and number of workers, true to the texts."""

from __future__ import annotations

import gzip
import json
import random
import time
from pathlib import Path

import pytest

import dragoman
from benchmarks.generated import articles, write_jsonl
from dragoman.config import load_settings
from tests.helpers import canonical_hash, exported, quoted_spans
from tests.timing import slowness


def read(record: Path, *inputs: Path, workers: int = 2) -> dragoman.ingest.Summary:  # type: ignore[name-defined]
    with dragoman.open(record, settings=load_settings(workers=workers)) as opened:
        return opened.read(inputs)


def test_reading_twice_adds_nothing(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", 30, words=80)
    assert read(tmp_path / "r.db", source).added == 30
    before = canonical_hash(tmp_path / "r.db", tmp_path / "a")
    summary = read(tmp_path / "r.db", source)
    assert (summary.added, summary.unchanged_inputs) == (0, 1)
    assert canonical_hash(tmp_path / "r.db", tmp_path / "b") == before


def test_a_grown_file_adds_what_is_new(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", 10, words=80)
    read(tmp_path / "r.db", source)
    write_jsonl(source, 14, words=80)
    summary = read(tmp_path / "r.db", source)
    assert (summary.added, summary.known) == (4, 10)


def test_order_and_workers_do_not_matter(tmp_path: Path) -> None:
    rows = list(articles(24, words=60))
    expected = None
    for workers in (1, 2, 3):
        random.Random(workers).shuffle(rows)
        source = tmp_path / f"in{workers}.jsonl"
        source.write_text("".join(json.dumps(r) + "\n" for r in rows))
        read(tmp_path / f"{workers}.db", source, workers=workers)
        found = canonical_hash(tmp_path / f"{workers}.db", tmp_path / str(workers))
        assert expected in (None, found)
        expected = found


def test_two_files_with_the_same_content_are_one_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(
            "Harbour reopens\n\nThe harbour reopened on Monday, the mayor said.\n"
        )
    for order in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        record = tmp_path / f"{order[0]}.db"
        summary = read(record, *(tmp_path / n for n in order))
        assert (summary.added, summary.same) == (1, 1)
        (row,) = exported(record, tmp_path / f"out-{order[0]}")["articles"]
        assert row["source_id"] == "a.txt"


def test_copies_under_other_outlets_share_an_origin(tmp_path: Path) -> None:
    text = "The harbour reopened on Monday, the mayor said. Ships had waited for three days."
    rows = [{"id": str(n), "outlet": f"Outlet {n}", "text": text} for n in range(3)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    read(tmp_path / "r.db", tmp_path / "in.jsonl")
    tables = exported(tmp_path / "r.db", tmp_path / "out")
    assert len(tables["articles"]) == 3
    assert len({a["origin"] for a in tables["articles"]}) == len(tables["origins"]) == 1
    assert {d["kind"] for d in tables["derivations"]} == {"copy"}


def test_lines_that_recur_in_an_outlet_are_furniture(tmp_path: Path) -> None:
    def row(n: int) -> dict[str, str]:
        body = " ".join(s["text"] for s in articles(1, words=80, first=n))
        return {
            "id": str(n),
            "outlet": "O",
            "text": f"Title {n}\n{body}\nPrices as of close in Valmera\n",
        }

    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row(n)) + "\n" for n in range(4)))
    read(tmp_path / "r.db", tmp_path / "in.jsonl")
    for a in exported(tmp_path / "r.db", tmp_path / "out")["articles"]:
        kinds = [
            kind
            for kind, (start, end) in zip(a["furniture_kinds"], a["furniture"], strict=True)
            if a["text"][start:end] == "Prices as of close in Valmera"
        ]
        assert kinds, a["furniture"]


def test_analyze_many_keeps_order() -> None:
    texts = [
        f"Report {n}\n\nThe council met on Monday for the {n}th time, it said." for n in range(20)
    ]
    found = list(dragoman.analyze_many(texts, workers=2))
    assert [f.article.text for f in found] == texts
    assert found[0] == dragoman.analyze(texts[0])


def test_a_huge_text_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_text("Word and word. " * 200_000)
    (tmp_path / "good.txt").write_text("The harbour reopened on Monday, the mayor said.")
    summary = read(tmp_path / "r.db", tmp_path / "huge.txt", tmp_path / "good.txt")
    assert summary.added == 1
    assert dict(summary.rejected) == {"too_large": 1}


@pytest.mark.slow
def test_rereading_is_ten_times_faster(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", 80)
    first = read(tmp_path / "r.db", source).seconds
    (tmp_path / "copy.jsonl.gz").write_bytes(gzip.compress(source.read_bytes()))
    started = time.monotonic()
    with dragoman.open(tmp_path / "r.db") as opened:
        opened.read(source)
    assert time.monotonic() - started < first / 10 * slowness()


def test_every_span_of_seeds_and_clusters_is_its_text(
    shared: Path, seeds: list[Path], tmp_path: Path
) -> None:
    lines = gzip.decompress((shared / "data/clusters/articles.jsonl.gz").read_bytes()).splitlines()
    (tmp_path / "clusters.jsonl").write_bytes(b"\n".join(lines[:100]) + b"\n")
    read(tmp_path / "r.db", *seeds, tmp_path / "clusters.jsonl")
    tables = exported(tmp_path / "r.db", tmp_path / "out")
    texts = {a["id"]: a["text"] for a in tables["articles"]}
    assert len(texts) == 105
    assert {s.read_bytes().decode("utf-8") for s in seeds} <= set(texts.values())
    for table in tables.values():
        for row in table:
            text = texts.get(row.get("article"), "")
            for quoted, (start, end) in quoted_spans(row):
                assert text[start:end] == quoted
    for article in tables["articles"]:
        spans = [c["span"] for c in article["credits"] if c["span"]] + article["furniture"]
        assert all(0 <= a < b <= len(article["text"]) for a, b in spans)
