"""Does repeating reports change the number of origins? `python -m benchmarks.quality.derivation.repetition`.

The cluster articles are linked once, and once with every article ten times: five exact copies, then,
at other outlets, two lightly reworded, two strongly, and one cut (see `reword`). Prints the number of
origins of either; articles whose whole text is captions or furniture are left out, as nothing can be known of
their rewordings. `--changes` lists the origins that are not the same sets of reports. The first run analyses
the reworded texts: some minutes (`benchmarks.quality.analyses` keeps them).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from benchmarks.quality.derivation.corpus import traced
from benchmarks.quality.derivation.reword import cut, light, strong
from dragoman import pipeline, second_pass
from dragoman.ids import text_sha256
from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.derivation.words import prepare
from dragoman.link.origin import Origins
from dragoman.linking import Linker
from dragoman.store import Entry, SourceRef, open_store
from dragoman.types import Analysis, Document, Maker, Origin

LINKERS: tuple[Linker, ...] = (SameWords(), Derivations(), Origins())
COPIES = 5
REWORDINGS = (light, light, strong, strong, cut)
MAKER = Maker(version="benchmark", model=None, model_sha256=None, settings=())
Group = frozenset[str]


def repeated(document: Document) -> list[Document]:
    """The document, its exact copies, and its rewordings; all keep the first part of its id."""
    texts = [document.text] * COPIES + [reword(document.text) for reword in REWORDINGS]
    name, outlet = document.source_id, document.outlet
    return [
        replace(
            document,
            text=text,
            source_id=f"{name}#{n}",
            outlet=outlet if n < COPIES else f"mirror{n}.example",
        )
        for n, text in enumerate(texts)
    ]


def origins(analyses: Iterable[Analysis], path: Path) -> list[tuple[Group, str]]:
    """Origins as the names of their reports, with their roots (an agency's name, or a report's)."""
    with patch.object(pipeline, "LINKERS", LINKERS), open_store(path, write=True) as store:
        store.add([_entry(analysis) for analysis in analyses])
        second_pass.link(store)
        names = {a.id: a.source_id.split("#")[0] for a in store.articles()}
        return [
            (frozenset(names[id_] for id_ in origin.articles), names.get(origin.root, origin.root))
            for origin in store.facts(Origin)
        ]


def _entry(analysis: Analysis) -> Entry:
    keys = tuple((linker.name, key) for linker in LINKERS for key in linker.keys(analysis))
    source = SourceRef(text_sha256(analysis.article.id), analysis.article.source_id)
    return Entry(source=source, analysis=analysis, maker=MAKER, keys=keys)


def both(documents: Sequence[Document], folder: Path) -> list[list[tuple[Group, str]]]:
    """Origins of the documents once, and of each ten times."""
    once = [replace(d, source_id=f"{d.source_id}#0") for d in documents]
    ten = [changed for document in documents for changed in repeated(document)]
    return [
        origins(traced(some).values(), folder / f"{name}.db")
        for name, some in (("once", once), ("ten", ten))
    ]


def main(argv: Sequence[str]) -> int:
    documents = [cluster_document(row) for row in rows(ARTICLES)]
    read = traced(documents)
    documents = [d for d in documents if prepare(read[d.source_id]).told]
    with TemporaryDirectory() as folder:
        once, ten = both(documents, Path(folder))
    if "--changes" in argv:
        for sign, some, others in (("-", once, ten), ("+", ten, once)):
            known = {group for group, _ in others}
            for group, root in some:
                if group not in known:
                    print(sign, root[:24], *sorted(name[:8] for name in group), file=sys.stderr)
    changed = len({group for group, _ in once} ^ {group for group, _ in ten})
    found = {"origins": len(once), "of ten": len(ten), "origins that changed": changed}
    print(json.dumps({"articles": len(documents), **found}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
