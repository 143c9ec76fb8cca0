"""What workers do with items: the same for a group as for one, and nothing that is lost uncounted."""

from __future__ import annotations

from typing import Any

from benchmarks.generated import article
from dragoman import ingest, pipeline
from dragoman.config import Settings
from dragoman.readers import Raw
from dragoman.store import Packed
from dragoman.types import Document, Rejected


def document(number: int, **given: Any) -> Document:
    row = article(number, words=60)
    return Document(text=row["text"], source_id=row["id"], title=row["title"], **given)


def test_a_group_is_worked_as_its_items_are() -> None:
    bad = Raw(kind="json", path="b.jsonl", source_id="b.jsonl", data=b'{"no": "text"}')
    tasks: list[pipeline.Task] = [
        document(1),
        document(2, language="de"),
        bad,
        document(3),
        document(1),
    ]
    together = pipeline.work(Settings(), tasks)
    assert together == [pipeline.work(Settings(), [task])[0] for task in tasks]
    assert isinstance(together[2][0], Rejected)
    assert len(pipeline.analyze_documents([])) == 0


def test_workers_pack_what_they_made() -> None:
    job = ingest.worker(Settings())
    ((ready,), (rejected,)) = job([document(1), document(2, url="half \ud800")])
    assert isinstance(ready, ingest.Ready)
    assert isinstance(ready.packed, Packed)
    assert ready.packed.article.startswith("art-")
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, rejected.path) == ("encoding", "g2")
