"""The labelled clusters as affairs: their articles analysed, with the origins that derivations give."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import dragoman
from dragoman import pipeline
from dragoman.link.derivation import Derivations
from dragoman.linking import Affair, Told
from dragoman.types import Analysis, Derivation, Document, Published

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
ARTICLES = SHARED / "data" / "clusters" / "articles.jsonl.gz"
JOINING = frozenset({"copy", "rewrite", "shared_source"})


def affairs(clusters: Iterable[str]) -> dict[str, Affair]:
    """The clusters of these names, each as one affair. Kept in the folder for temporary files, by the
    code and the data that analyses depend on."""
    names = sorted(set(clusters))
    return kept(names, lambda: {name: _affair(name) for name in names})


def kept(what: Sequence[str], make: Callable[[], dict[str, Affair]]) -> dict[str, Affair]:
    """What `make` gives, from a file named after `what` and the code where it was made before."""
    path = Path(gettempdir()) / f"dragoman-affairs-{_digest(what)}.pickle"
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    found: dict[str, Affair] = pickle.loads(path.read_bytes())
    return found


def _digest(names: Sequence[str]) -> str:
    """Of everything in the package that reading and lineage depend on."""
    package = Path(dragoman.__file__).parent
    folders = ("data", "encoder", "extract", "link/derivation", "models", "page", "text")
    files = [p for folder in folders for p in (package / folder).rglob("*") if p.is_file()]
    files += [package / "types.py", package / "linking.py", package / "pipeline.py"]
    digest = hashlib.sha256(json.dumps(names).encode())
    for path in sorted(p for p in files if p.suffix != ".pyc"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _affair(cluster: str) -> Affair:
    documents = [_document(row) for row in _rows() if row["cluster"] == cluster]
    analyses = [pipeline.analyze_document(document) for document in documents]
    return affair(cluster, analyses)


def affair(name: str, analyses: Iterable[Analysis]) -> Affair:
    """Some analyses as one affair with one story; articles that derivations join share an origin."""
    ordered = sorted(analyses, key=lambda a: a.article.id)
    compare = Derivations().compare
    found = [f for one, other in combinations(ordered, 2) for f in compare(one, other).facts]
    derivations = sorted((f for f in found if isinstance(f, Derivation)), key=lambda d: d.id)
    origins = _origins([a.article.id for a in ordered], derivations)
    told = (Told(analysis=a, origin=origins[a.article.id], story=name) for a in ordered)
    return Affair(id=name, members=tuple(told), stories=(), derivations=tuple(derivations))


def _origins(ids: Sequence[str], derivations: Iterable[Derivation]) -> dict[str, str]:
    origins = {id_: id_ for id_ in ids}
    for derivation in derivations:
        if derivation.kind in JOINING:
            one, other = sorted((origins[derivation.from_], origins[derivation.to]))
            origins = {id_: one if o == other else o for id_, o in origins.items()}
    return origins


def _document(row: dict[str, Any]) -> Document:
    day = row.get("date")
    return Document(
        text=row["text"],
        source_id=row["id"],
        explicit_id=True,
        url=row.get("url"),
        outlet=row.get("outlet"),
        title=row.get("title"),
        published=Published(value=day[:10], precision="day", basis="metadata") if day else None,
    )


def _rows() -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in gzip.decompress(ARTICLES.read_bytes()).splitlines())
