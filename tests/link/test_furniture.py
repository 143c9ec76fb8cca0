"""Lines that recur over the articles of one outlet, and what that does to the facts inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.ids import make_id
from dragoman.link.furniture import MAX_CHARS, RecurringFurniture
from dragoman.linking import Member
from dragoman.second_pass import link
from dragoman.store import Store, open_store
from dragoman.types import (
    Analysis,
    Article,
    ArticleFact,
    Furniture,
    Linked,
    Quotation,
    QuotationGroup,
)
from tests.store.objects import article, entry, quotation, span_of

APPEAL = "“Readers keep us going,” our founder said."


def page(number: int, *, outlet: str = "Harbour Post") -> Article:
    """An article of its own with the outlet's appeal under it."""
    body = " ".join(
        f"The {word}{number}{word} left at dawn for {word}haven{number}." for word in "abcdefgh"
    )
    assert len(body) > MAX_CHARS
    return article(f"{body}\n\n{APPEAL}\nPage {number}", outlet=outlet)


def found(*pages: Article) -> dict[str, set[str]]:
    """The lines that recur, by article."""
    linker = RecurringFurniture()
    marked: dict[str, set[str]] = {}
    for key in sorted({k for p in pages for k in linker.keys(Analysis(article=p))}):
        own = [p for p in pages if key in linker.keys(Analysis(article=p))]
        if linker.holds(Analysis(article=p) for p in own):
            for p in own:
                for id_, piece in linker.of(key, Analysis(article=p)).furniture:
                    assert id_ == p.id
                    lines = marked.setdefault(id_, set())
                    lines.add(p.text[piece.span.start : piece.span.end])
    return marked


def test_a_line_of_three_different_articles_recurs() -> None:
    pages = [page(n) for n in range(3)]
    assert found(*pages) == {p.id: {APPEAL} for p in pages}
    assert found(*pages[:2]) == {}
    assert found(*pages[:2], page(2, outlet="Ledger")) == {}


def test_copies_of_one_article_make_no_line_recur() -> None:
    copies = [article(page(1).text + " " * n, outlet="Harbour Post") for n in range(4)]
    assert found(*copies) == {}


def test_rewordings_of_one_article_make_no_line_recur() -> None:
    text = page(1).text
    reworded = [text.replace("left", word).replace("dawn", word * 2) for word in ("sailed", "went")]
    assert found(page(1), *(article(t, outlet="Harbour Post") for t in reworded)) == {}


def test_titles_furniture_and_paragraphs_are_not_counted() -> None:
    text = page(1).text
    known = (Furniture(span=span_of(text, APPEAL), kind="related"),)
    whole = article(
        text, outlet="Harbour Post", furniture=known, title_span=span_of(text, "Page 1")
    )
    assert RecurringFurniture().keys(Analysis(article=whole)) == ()
    assert RecurringFurniture().keys(Analysis(article=article(text, outlet=None))) == ()


class Sayings:
    """Groups the quotations of all articles that it is given."""

    name = "sayings"
    needs: tuple[type[ArticleFact], ...] = (Quotation,)
    after: tuple[str, ...] = ()
    fewest = 1

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return ("all",)

    def link(self, key: str, members: Sequence[Member]) -> Linked:
        said = tuple(q.id for m in members for q in m.analysis.quotations)
        group = QuotationGroup(
            id=make_id("quotation_group", *said), speaker=None, quotations=said, wordings=()
        )
        return Linked(facts=(group,))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(pipeline, "LINKERS", (RecurringFurniture(), Sayings()))
    with open_store(tmp_path / "r.db", write=True) as opened:
        yield opened


def add(store: Store, number: int) -> str:
    of = page(number)
    said = Analysis(article=of, quotations=(quotation(of, "Readers keep us going,"),))
    keys = pipeline.link_keys(said)
    store.add([entry(said, name=str(number), keys=keys)])
    link(store)
    return of.id


def test_facts_in_a_line_go_when_it_recurs_and_come_back_when_it_does_not(store: Store) -> None:
    ids = [add(store, n) for n in range(2)]
    (group,) = store.facts(QuotationGroup)
    assert len(group.quotations) == 2
    ids.append(add(store, 2))
    (group,) = store.facts(QuotationGroup)
    assert (group.quotations, list(store.facts(Quotation))) == ((), [])
    assert list(store.dropped()) == [("quotation", "in_recurring_furniture", 3)]
    store.remove(ids[0])
    link(store)
    (group,) = store.facts(QuotationGroup)
    assert len(group.quotations) == len(list(store.facts(Quotation))) == 2
    assert list(store.dropped()) == []
