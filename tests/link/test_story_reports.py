"""Who speaks for a report that many print."""

from __future__ import annotations

from dragoman.link.story.cluster import log_odds
from dragoman.link.story.reports import Known, Report, Texts, lead_of, spoken_by
from dragoman.types import Article, Derivation, Nearness
from tests.link.reports import article

TEXT = "The ferry left the harbour before dawn with nineteen people on board."


def printed(times: int, text: str = TEXT) -> list[Article]:
    """The text at as many outlets."""
    return [article(text, outlet=f"{text[:9]} {n}") for n in range(times)]


def near(one: Article, other: Article, happening: float) -> Nearness:
    low, high = sorted((one.id, other.id))
    return Nearness(
        id=f"nea-{low}-{high}", one=low, other=high, happening=happening, affair=0.5, order=0.0
    )


def test_what_fewer_print_does_not_speak_for_a_report() -> None:
    copies, changed = printed(2), printed(1, TEXT.replace("left", "quit"))
    report = Report("ori-1", (*copies, *changed))
    texts = Texts(report.articles)
    assert spoken_by(report, texts) == {a.id for a in copies}
    other = Report("ori-2", tuple(printed(1, "A mayor opened the new bridge at noon.")))
    far = near(changed[0], other.articles[0], 0.9)
    assert Known([report, other], [far]).pairs() == []
    close = near(copies[1], other.articles[0], 0.8)
    (pair,) = Known([report, other], [far, close]).pairs()
    assert pair.near == log_odds(0.8)


def test_what_a_rewording_is_taken_for_makes_no_text_a_copy() -> None:
    copies, changed = printed(2), printed(1, TEXT.replace("left", "quit"))
    report = Report("ori-1", (*copies, *changed))
    texts = Texts(report.articles)
    made = Derivation(
        id="der-1", from_=changed[0].id, to=copies[0].id, kind="copy", directed=True, score=1.0,
        passages=(), basis="",
    )  # fmt: skip
    assert texts.made([made]) == frozenset()
    assert lead_of(report, texts, texts.made([made])) == {a.id for a in copies}
