"""Universal Dependencies: reading CoNLL-U, and which GUM texts may be trained on."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from training.quotes import mark_document
from training.records import Sentence

#: GUM genres whose *texts* are for non-commercial use only, by the corpus's own LICENSE.md
#: (annotations are CC BY 4.0): essays, fiction, letters and podcasts and wikiHow are
#: CC BY-NC-SA; reddit allows non-commercial use only (and is absent from these files).
NON_COMMERCIAL_GENRES = frozenset({"essay", "fiction", "letter", "podcast", "reddit", "whow"})


def genre_of(doc: str) -> str:
    """Genre of a GUM document id: GUM_news_nasa -> news."""
    return doc.split("_")[1]


def may_train(doc: str) -> bool:
    """Whether the licence of a GUM text lets a commercial product learn from it."""
    return genre_of(doc) not in NON_COMMERCIAL_GENRES


def read_conllu(path: Path) -> list[Sentence]:
    """Read a gzip'd CoNLL-U file into sentences of syntactic words, quotations marked."""
    documents: list[list[Sentence]] = []
    for lines, is_new in _blocks(path):
        if is_new or not documents:
            documents.append([])
        documents[-1].append(_sentence(lines, documents[-1][0].doc if documents[-1] else ""))
    for document in documents:
        mark_document(document)
    return [sentence for document in documents for sentence in document]


def _blocks(path: Path) -> Iterator[tuple[list[str], bool]]:
    """Yield (lines of a sentence, whether it opens a document)."""
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as source:
        for raw in source:
            line = raw.rstrip("\n")
            if line:
                lines.append(line)
            elif lines:
                yield lines, any(item.startswith("# newdoc") for item in lines)
                lines = []
    if lines:
        yield lines, False


def _sentence(lines: list[str], doc: str) -> Sentence:
    comments = dict(
        line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line
    )
    rows = [line.split("\t") for line in lines if line[0].isdigit()]
    rows = [row for row in rows if row[0].isdigit()]
    return Sentence(
        id=comments["sent_id"],
        doc=comments.get("newdoc id", doc),
        words=[row[1] for row in rows],
        quoted=[False] * len(rows),
        upos=[row[3] for row in rows],
        heads=[int(row[6]) for row in rows],
        rels=[row[7] for row in rows],
        new_paragraph=any(line.startswith("# newpar") for line in lines),
        text=comments.get("text", ""),
        entity=[_entity(row[9]) for row in rows],
    )


def _entity(misc: str) -> str:
    """The value of Entity= in a MISC column, or ''."""
    for item in misc.split("|"):
        if item.startswith("Entity="):
            return item.removeprefix("Entity=")
    return ""
