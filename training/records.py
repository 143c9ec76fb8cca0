"""The one record that training passes around: a sentence with whatever gold it has."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Sentence:
    """One sentence, its words, and the layers annotated on it (None: not annotated).

    ``heads`` are 1-based with 0 for the root; ``ner`` and ``att`` are BIO tags; ``quoted`` says
    for each word whether it stands inside an open double quotation; ``name_weight`` scales the
    loss of names (below 1 for machine-made ones). ``events`` are PLOVER types or 'none',
    ``statuses`` '' but for event words.
    """

    id: str
    doc: str
    words: list[str]
    quoted: list[bool]
    upos: list[str] | None = None
    heads: list[int] | None = None
    rels: list[str] | None = None
    ner: list[str] | None = None
    att: list[str] | None = None
    events: list[str] | None = None
    statuses: list[str] | None = None
    name_weight: float = 1.0
    new_paragraph: bool = False
    text: str = ""
    entity: list[str] = field(default_factory=list)


def write_sentences(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences as gzip'd JSON Lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as out:
        for sentence in sentences:
            out.write(json.dumps(asdict(sentence), ensure_ascii=False) + "\n")


def read_sentences(path: Path) -> list[Sentence]:
    """Read what `write_sentences` wrote."""
    return [Sentence(**record) for record in read_jsonl(path)]


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzip'd JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
