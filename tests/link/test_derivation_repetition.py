"""Thirty reports, each repeated ten times, half of them with changes, have the origins of the thirty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.quality.derivation.reword import cut, light, strong
from dragoman import pipeline, second_pass
from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.origin import Origins
from dragoman.store import Entry, open_store
from dragoman.types import Derivation, Document, Origin
from tests.link.reports import entry, texts

FURNITURE = "Read more\n\nShare on Pagebook\n\nLeave a comment\n\n"


@pytest.fixture(autouse=True)
def linkers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LINKERS", (SameWords(), Derivations(), Origins()))


def repeated(text: str) -> list[str]:
    """Two exact copies, upper case, a page around it, other marks; lightly and strongly reworded with one
    in three of its runs of five words or more gone, cut, its end and its beginning cut."""
    parts = text.split("\n\n")
    return [
        *[text] * 2,
        text.upper(),
        f"{FURNITURE}{text}\n\n{FURNITURE}",
        text.replace("“", '"').replace("”", '"').replace("\n\n", "\n"),
        light(text),
        strong(text),
        cut(text),
        "\n\n".join(parts[:-2]),
        "\n\n".join(parts[1:]),
    ]


def groups(path: Path, entries: Sequence[Entry]) -> list[set[str]]:
    """The origins, as sets of the names that the articles' outlets begin with."""
    with open_store(path, write=True) as store:
        store.add(entries)
        second_pass.link(store)
        names = {a.id: (a.outlet or "").split("#")[0] for a in store.articles()}
        found = [{names[id_] for id_ in origin.articles} for origin in store.facts(Origin)]
    return sorted(found, key=sorted)


@pytest.mark.slow
def test_repeating_reports_changes_no_origin(tmp_path: Path) -> None:
    chosen = dict(list(texts().items())[:30])
    single = [_entry(text, f"{name}#0") for name, text in chosen.items()]
    ten = [
        _entry(changed, f"{name}#{n}")
        for name, text in chosen.items()
        for n, changed in enumerate(repeated(text))
    ]
    assert len(ten) == 10 * len(single)
    assert groups(tmp_path / "ten.db", ten) == groups(tmp_path / "single.db", single)


def _entry(text: str, outlet: str) -> Entry:
    document = Document(text=text, source_id=outlet, explicit_id=True, outlet=outlet)
    return entry(pipeline.analyze_document(document))


def _lineage(store_path: Path, documents: Sequence[Document]) -> tuple[set[str], list[set[str]]]:
    """Kinds of derivations as 'from > to: kind', and the origins as sets of source ids."""
    with open_store(store_path, write=True) as store:
        store.add([entry(pipeline.analyze_document(d)) for d in documents])
        second_pass.link(store)
        names = {a.id: a.source_id for a in store.articles()}
        kinds = {
            f"{names[d.from_]} > {names[d.to]}: {d.kind}"
            for d in store.facts(Derivation)
            if d.kind != "shared_quotation"
        }
        found = [{names[id_] for id_ in o.articles} for o in store.facts(Origin)]
        roots = {o.root for o in store.facts(Origin) if len(o.articles) > 1}
    return kinds | roots, found


def test_five_articles_of_the_first_user_have_four_origins(
    seeds: list[Path], tmp_path: Path
) -> None:
    documents = [
        Document(text=s.read_text("utf-8"), source_id=s.name[:3], path=s.name) for s in seeds
    ]
    kinds, origins = _lineage(tmp_path / "seeds.db", documents)
    assert kinds == {"001 > 000: rewrite", "AFP"}
    assert sorted(map(sorted, origins)) == [["000", "001"], ["002"], ["003"], ["004"]]
