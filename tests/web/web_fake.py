"""A record in memory with the reading methods of a store, and short ways to make its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from dragoman.ids import make_id, text_sha256
from dragoman.types import (
    Aligned,
    Article,
    ArticleSpan,
    Credit,
    Dateline,
    Derivation,
    Discrepancy,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    Furniture,
    MadeBy,
    Maker,
    Origin,
    Passage,
    PlacePassage,
    Published,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Rejected,
    Role,
    SeriesPoint,
    Span,
    Story,
    Timex,
    Toponym,
    When,
)

MADE_BY = MadeBy(rule="by hand")


class FakeStore:
    """Holds what it is given; ordered by id like the real one."""

    def __init__(self, articles: Iterable[Article] = (), facts: Iterable[Any] = ()) -> None:
        self._articles = sorted(articles, key=lambda a: a.id)
        self._facts = sorted(facts, key=lambda f: f.id)
        self.rejected: list[Rejected] = []
        self.drops: list[tuple[str, str, int]] = []
        self.made_by: list[tuple[Maker, int]] = []

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        wanted = None if ids is None else set(ids)
        return (a for a in self._articles if wanted is None or a.id in wanted)

    def facts(self, cls: Any, article: str | None = None) -> Iterator[Any]:
        found = (f for f in self._facts if type(f) is cls)
        return (f for f in found if article is None or f.article == article)

    def wholes(self, cls: Any) -> Iterator[tuple[str, str]]:
        return iter(())

    def quarantine(self) -> Iterator[Rejected]:
        return iter(self.rejected)

    def makers(self) -> Iterator[tuple[Maker, int]]:
        return iter(self.made_by)

    def dropped(self) -> Iterator[tuple[str, str, int]]:
        return iter(self.drops)


def article(text: str, **given: Any) -> Article:
    """An article with this text, from 'a.txt' unless told otherwise."""
    sha = text_sha256(text)
    known = {"id": make_id("article", sha, given.get("source_id")), "source_id": "a.txt"}
    return Article(**{**known, **given}, text=text, text_sha256=sha)


def span(text: str, part: str) -> Span:
    """Where `part` first stands in `text`."""
    start = text.index(part)
    return Span(start, start + len(part))


def passage(text: str, part: str) -> Passage:
    return Passage(text=part, span=span(text, part))


def entity_passage(text: str, part: str) -> EntityPassage:
    return EntityPassage(text=part, span=span(text, part))


def quotation(source: Article, content: str, **given: Any) -> Quotation:
    known: dict[str, Any] = {"speaker": None, "cue": None, "kind": "direct", "addressee": None}
    return Quotation(
        id=make_id("quotation", source.id, content),
        article=source.id,
        content=(passage(source.text, content),),
        made_by=MADE_BY,
        **{**known, **given},
    )


def quantity(source: Article, words: str, value: float | None, **given: Any) -> Quantity:
    known: dict[str, Any] = {
        "modifier": "exact", "unit": None, "measure": None, "of": None, "cause": None,
        "reported_by": None, "as_of": None, "place": None,
    }  # fmt: skip
    return Quantity(
        id=make_id("quantity", source.id, words),
        article=source.id,
        span=span(source.text, words),
        text=words,
        low=value,
        high=value,
        made_by=MADE_BY,
        **{**known, **given},
    )


FIRST = """Council of Veldmark recalls envoy

HALSTAD (Northern Wire) - The council of Veldmark recalled its envoy on Monday.

"We will talk when the bridge is open," council leader Mara Ilves told reporters. Officials said
about 1,200 people had left the valley. Talks may follow.

Share this
Leave a comment
"""

SECOND = (
    "Envoy recalled\r\n\r\nThe council of Veldmark has recalled its envoy, Northern Wire reported. "
    "“We'll talk when the bridge is open,” its leader said. Some 1,500 people left.\r\n"
)


def sample() -> FakeStore:
    """Two invented articles with at least one fact of every layer."""
    one = article(
        FIRST,
        source_id="one.txt",
        path="in/one.txt",
        url="https://news.example/one?a=1&b=2",
        outlet="The Halstad Post",
        title="Council of Veldmark recalls envoy",
        title_span=span(FIRST, "Council of Veldmark recalls envoy"),
        language="en",
        published=Published(
            value="2031-03-03",
            precision="day",
            basis="stated",
            evidence=(span(FIRST, "on Monday"),),
        ),
        dateline=Dateline(place="HALSTAD", span=span(FIRST, "HALSTAD")),
        credits=(Credit(agency="Northern Wire", span=span(FIRST, "Northern Wire")),),
        furniture=(
            Furniture(span=span(FIRST, "Share this"), kind="share"),
            Furniture(span=span(FIRST, "Leave a comment"), kind="comment_form"),
        ),
    )
    two = article(
        SECOND,
        source_id="two.txt",
        language="en",
        title="Envoy recalled",
        published=Published(value="2031-03-04T09:30Z", precision="minute", basis="metadata"),
    )
    return FakeStore([one, two], [*_facts(one, two), *_linked(one, two)])


def _facts(one: Article, two: Article) -> list[Any]:
    council = make_id("entity", "council")
    said = quotation(
        one,
        '"We will talk when the bridge is open,"',
        speaker=entity_passage(FIRST, "council leader Mara Ilves"),
        cue=passage(FIRST, "told"),
        addressee=entity_passage(FIRST, "reporters"),
    )
    left = quantity(
        one,
        "about 1,200 people",
        1200.0,
        modifier="about",
        measure="displaced",
        of=passage(FIRST, "people"),
        reported_by=entity_passage(FIRST, "Officials"),
        place=PlacePassage(text="valley", span=span(FIRST, "valley")),
    )
    recalled = EventMention(
        id=make_id("event_mention", one.id, "recalled"),
        article=one.id,
        type="SANCTION",
        mode="withdraw",
        trigger=passage(FIRST, "recalled"),
        actor=(entity_passage(FIRST, "The council of Veldmark"),),
        recipient=(entity_passage(FIRST, "its envoy"),),
        date=When(
            value="2031-03-03", from_="2031-03-03", to="2031-03-03", span=span(FIRST, "Monday")
        ),
        place=None,
        status="happened",
        attributed_to=said.id,
        made_by=MADE_BY,
    )
    monday = Timex(
        id=make_id("timex", one.id, "Monday"), article=one.id, span=span(FIRST, "Monday"),
        text="Monday", type="DATE", value="2031-03-03", from_="2031-03-03", to="2031-03-03",
        anchor="published", made_by=MADE_BY,
    )  # fmt: skip
    halstad = Toponym(
        id=make_id("toponym", one.id, "H"), article=one.id, span=span(FIRST, "HALSTAD"),
        text="HALSTAD", geonames_id=12, lat=1.5, lon=2.25, country="VLD", made_by=MADE_BY,
    )  # fmt: skip
    names = Entity(
        id=council, name="Council of Veldmark", kind="organisation", country="VLD", sector="GOV",
        aliases=("the council",), roles=(Role(role="leader", article=one.id, span=span(FIRST, "leader")),),
    )  # fmt: skip
    mentions = [
        EntityMention(
            id=make_id("entity_mention", a.id), article=a.id, span=span(a.text, "council of Veldmark"),
            text="council of Veldmark", entity=council, made_by=MADE_BY,
        )
        for a in (one, two)
    ]  # fmt: skip
    again = quotation(two, "“We'll talk when the bridge is open,”")
    more = quantity(two, "Some 1,500 people", 1500.0, modifier="about", measure="displaced")
    return [said, left, recalled, monday, halstad, names, *mentions, again, more]


def _linked(one: Article, two: Article) -> list[Any]:
    council = make_id("entity", "council")
    event = make_id("event_mention", one.id, "recalled")
    said = make_id("quotation", one.id, '"We will talk when the bridge is open,"')
    again = make_id("quotation", two.id, "“We'll talk when the bridge is open,”")
    left = make_id("quantity", one.id, "about 1,200 people")
    more = make_id("quantity", two.id, "Some 1,500 people")
    point = SeriesPoint(
        quantity=left, value=1200.0, as_of="2031-03-03", reported_by="Officials", origin=None
    )
    return [
        Origin(id=make_id("origin", 1), root="Northern Wire", articles=(one.id, two.id)),
        Story(
            id=make_id("story", 1), title="An envoy recalled", from_="2031-03-03", to="2031-03-04",
            articles=(one.id, two.id), origins=1,
            affair=make_id("affair", 1),
        ),
        Event(
            id=make_id("event", 1), type="SANCTION", mode="withdraw", actor=(council,), recipient=(),
            date=When(from_="2031-03-03", to="2031-03-03"), place=None, status="happened",
            summary=ArticleSpan(article=one.id, span=span(FIRST, "recalled its envoy")),
            mentions=(event,), articles=2, outlets=1, origins=1,
        ),
        Derivation(
            id=make_id("derivation", 1), from_=one.id, to=two.id, kind="rewrite", directed=True, score=0.8,
            passages=(
                Aligned(
                    from_span=span(FIRST, "We will talk when the bridge is open"),
                    to_span=span(SECOND, "We'll talk when the bridge is open"),
                    similarity=0.9,
                ),
            ),
            basis="one passage in common",
        ),
        QuantitySeries(
            id=make_id("quantity_series", 1), measure="displaced", of="people", cause=None, place=None,
            points=(point, replace(point, quantity=more, value=1500.0, as_of="2031-03-04")),
        ),
        QuotationGroup(
            id=make_id("quotation_group", 1), speaker=council, quotations=(said, again),
            wordings=("We will talk when the bridge is open", "We'll talk when the bridge is open"),
        ),
        Discrepancy(
            id=make_id("discrepancy", 1), kind="figure", summary="People who left: 1,200 or 1,500",
            facts=(left, more), articles=(one.id, two.id),
        ),
    ]  # fmt: skip
