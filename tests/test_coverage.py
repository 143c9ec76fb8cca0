"""Who carries which fact: same, different, copied or silent, by article and by origin."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coverage import Coverage, Part, Voice, Whole, coverage, differs
from tests.link.discrepancy_reports import Writer, copied, event, group, series


def voices(*writers: Writer) -> list[Voice]:
    published = (w.article.published for w in writers)
    return [
        Voice(article=w.id, origin=w.origin, published=p.value if p else None)
        for w, p in zip(writers, published, strict=True)
    ]


def parts(*writers: Writer) -> dict[str, Part]:
    return {f.id: f for w in writers for name in LAYERS for f in w.facts[name]}


LAYERS = ("quantities", "quotations", "events")


def states(matrix: Coverage, row: int = 0) -> list[str]:
    return [cell.state for cell in matrix.rows[row].cells]


def post(outlet: str, day: str, *, origin: str | None = None) -> Writer:
    return Writer("It killed 12, 19 or 25 people.", outlet=outlet, day=day, origin=origin)


def test_same_different_and_silent_in_order_of_time() -> None:
    late, early, third = post("A", "2024-03-05"), post("B", "2024-03-04"), post("C", "2024-03-06")
    silent = Writer("Nothing is said.", outlet="D", day="2024-03-07")
    told = series(late.figure("12", 12), early.figure("12", 12), third.figure("19", 19))
    every = (late, early, third, silent)
    matrix = coverage(voices(*every), [told], parts(*every))
    assert [c.articles for c in matrix.columns] == [
        (early.id,),
        (late.id,),
        (third.id,),
        (silent.id,),
    ]
    assert states(matrix) == ["same", "same", "different", "silent"]
    assert (matrix.rows[0].articles, matrix.rows[0].origins) == (3, 3)
    assert matrix.rows[0].cells[3].parts == ()


def test_a_copy_is_told_apart_from_a_report() -> None:
    first = post("A", "2024-03-04")
    first.figure("12", 12)
    (copy,) = copied(first, 1)
    other = post("B", "2024-03-06")
    facts = [*first.facts["quantities"], *copy.facts["quantities"], other.figure("12", 12)]
    every = (first, copy, other)
    matrix = coverage(voices(*every), [series(*facts)], parts(*every), by="articles")
    found = {c.id: cell.state for c, cell in zip(matrix.columns, matrix.rows[0].cells, strict=True)}
    assert sorted(found.values()) == ["copied", "same", "same"]
    assert found[other.id] == "same"


def test_a_copy_that_is_no_point_of_the_series_tells_it_too() -> None:
    first = post("A", "2024-03-04")
    told = series(first.figure("12", 12))
    (copy,) = copied(first, 1)
    every, more = (first, copy), {told.id: [q.id for q in copy.facts["quantities"]]}
    alone = coverage(voices(*every), [told], parts(*every), by="articles")
    matrix = coverage(voices(*every), [told], parts(*every), by="articles", members=more)
    assert sorted(states(alone)) == ["same", "silent"]
    assert sorted(states(matrix)) == ["copied", "same"]
    assert matrix.rows[0].articles == 2


def test_a_copy_that_changes_the_figure_is_different() -> None:
    first = post("A", "2024-03-04", origin="ori-1")
    changed = post("B", "2024-03-05", origin="ori-1")
    third = post("C", "2024-03-06")
    told = series(first.figure("12", 12), changed.figure("19", 19), third.figure("12", 12))
    every = (first, changed, third)
    matrix = coverage(voices(*every), [told], parts(*every), by="articles")
    assert states(matrix) == ["same", "different", "same"]


def test_articles_of_one_origin_share_a_column() -> None:
    one, other = post("A", "2024-03-04", origin="ori-1"), post("B", "2024-03-05", origin="ori-1")
    matrix = coverage(voices(one, other), [series(one.figure("12", 12))], parts(one, other))
    assert [c.articles for c in matrix.columns] == [(one.id, other.id)]
    assert states(matrix) == ["same"]


def test_denied_is_different_from_happened() -> None:
    writers = [Writer("They raided it.", outlet=o) for o in "ABC"]
    mentions = [
        w.happening("raided", status=s)
        for w, s in zip(writers, ("happened", "ongoing", "denied"), strict=True)
    ]
    assert not differs(mentions[0], mentions[1])
    assert differs(mentions[0], mentions[2])
    matrix = coverage(voices(*writers), [event(*mentions)], parts(*writers))
    assert sorted(states(matrix)) == ["different", "same", "same"]


def test_wordings_that_matter_are_different() -> None:
    texts = (
        "we will open the bridge soon",
        "we will open the bridge, soon",
        "we will never open the bridge soon",
    )
    writers = [Writer(f"“{t}”, he said.", outlet=str(i)) for i, t in enumerate(texts)]
    facts = [w.statement(t, None) for w, t in zip(writers, texts, strict=True)]
    matrix = coverage(voices(*writers), [group(*facts)], parts(*writers))
    assert sorted(states(matrix)) == ["different", "same", "same"]


def test_the_most_told_comes_first_and_the_rest_is_counted() -> None:
    writers = [post(o, "2024-03-04") for o in "ABC"]
    much = series(*(w.figure("12", 12) for w in writers), id="ser-much")
    some = series(*(w.figure("19", 19) for w in writers[:2]), id="ser-some")
    once = series(writers[0].figure("25", 25), id="ser-once")
    wholes: Sequence[Whole] = [once, some, much]
    matrix = coverage(voices(*writers), wholes, parts(*writers), most=2)
    assert [r.whole for r in matrix.rows] == ["ser-much", "ser-some"]
    assert matrix.left_out == 1


def test_what_nobody_here_tells_has_no_row() -> None:
    here, elsewhere = post("A", "2024-03-04"), post("B", "2024-03-04")
    told = series(elsewhere.figure("12", 12))
    assert coverage(voices(here), [told], parts(here, elsewhere)).rows == ()


@given(
    st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from(["12", "19", "25"])), max_size=8)
)
def test_every_column_has_one_cell_in_every_row(told: list[tuple[str, str]]) -> None:
    writers = {o: post(o, "2024-03-04") for o in "ABCDE"}
    facts = {f.id: f for o, w in told for f in [writers[o].figure(w, float(w))]}
    wholes = [series(*facts.values())] if facts else []
    for by in ("articles", "origins"):
        matrix = coverage(voices(*writers.values()), wholes, facts, by=by)
        assert all(len(row.cells) == len(matrix.columns) for row in matrix.rows)
        for row in matrix.rows:
            assert sum(c.state != "silent" for c in row.cells) == row.articles


def test_a_fact_of_many_wordings_is_compared_in_linear_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def counting(one: Part, other: Part) -> bool:
        asked.append(one.id)
        return differs(one, other)

    monkeypatch.setattr("dragoman.coverage.differs", counting)
    writers = [Writer(f"It killed {n} people.", outlet=f"O{n}", day="2024-03-04") for n in range(300)]  # fmt: skip
    told = series(*(w.figure(f"{n}", n) for n, w in enumerate(writers)))
    matrix = coverage(voices(*writers), [told], parts(*writers))
    assert {"same", "different"} == set(states(matrix)) and matrix.rows[0].origins == 300
    assert len(asked) < 2 * 300
