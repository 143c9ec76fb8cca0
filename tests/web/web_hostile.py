"""A record in which every field tries to become part of the page."""

from __future__ import annotations

from typing import Any

from web_fake import MADE_BY, FakeStore, article, quantity, quotation

from dragoman.types import (
    Aligned,
    ArticleSpan,
    Credit,
    Dateline,
    Dating,
    Derivation,
    Discrepancy,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    Furniture,
    Maker,
    Origin,
    Passage,
    PlacePassage,
    Published,
    QuantitySeries,
    QuotationGroup,
    Reason,
    Rejected,
    Role,
    SeriesPoint,
    Span,
    Story,
    Timex,
    Toponym,
    When,
)

EVIL = "\"'><script>window.pwned=1</script><img src=x onerror=window.pwned=1></style>{{7*7}}\u202e"
TEXT = f"""{EVIL}
</div></article></main><svg onload=window.pwned=1><a href="javascript:window.pwned=1">x</a>
<!-- --><![CDATA[ ]]>&lt;b&gt; &amp;amp; &#60; </textarea></title><plaintext>\r
second\rthird\x00\x01\x1b[31m\u2066\u2069\u061c\u200f שלום عالم 👩‍👩‍👧 e\u0301\u0301\u0301 "quoted {EVIL}"
<template><math><mtext></p><style>*{{display:none}}</style>
"""


def hostile() -> FakeStore:
    """One article whose text, fields, facts and ids are all hostile."""
    whole, part = Span(0, len(TEXT)), Span(3, 60)
    words: dict[str, Any] = {"text": EVIL, "span": part}
    party, place = EntityPassage(**words, entity=EVIL), PlacePassage(**words, toponym=EVIL)
    when = When(value=EVIL, from_=EVIL, to=EVIL, span=part)
    one = article(
        TEXT,
        id='art"><script>window.pwned=1</script>',
        source_id=EVIL,
        path=EVIL,
        url=f"https://news.example/{EVIL}",
        outlet=EVIL,
        outlet_span=part,
        title=EVIL,
        title_span=Span(0, 20),
        language=EVIL,
        published=Published(
            value=EVIL, precision="day", basis="stated", evidence=(part, Span(20, 90))
        ),
        modified=Published(value=EVIL, precision="day", basis="metadata"),
        authors=(EVIL,),
        dateline=Dateline(place=EVIL, span=Span(1, 50)),
        credits=(
            Credit(agency=EVIL, span=Span(2, 40)),
            Credit(agency=EVIL, span=None, kind="report"),
        ),
        furniture=(
            Furniture(span=Span(30, 200), kind=EVIL),
            Furniture(span=Span(100, 220), kind="x"),
        ),
        encoding=EVIL,
    )
    two = article(TEXT, source_id="two")
    again = quotation(two, TEXT[10:310], speaker=party)
    said = quotation(one, TEXT[10:300], speaker=party, cue=Passage(**words), addressee=party)
    many = quantity(
        one, TEXT[5:25], 7.0, modifier=EVIL, unit=EVIL, measure=EVIL, of=Passage(**words),
        cause=Passage(**words), reported_by=party, as_of=when, place=place,
    )  # fmt: skip
    event = EventMention(
        id="evm" + EVIL, article=one.id, type="ACCUSE", mode=EVIL, trigger=Passage(**words),
        actor=(party, party), recipient=(party,), date=when, place=place, status="denied",
        attributed_to=said.id, made_by=MADE_BY,
    )  # fmt: skip
    names = Entity(
        id=EVIL, name=EVIL, kind="person", country=EVIL, sector=EVIL, aliases=(EVIL, "x"),
        roles=(Role(role=EVIL, article=one.id, span=part),),
    )  # fmt: skip
    made: dict[str, Any] = {"article": one.id, "text": EVIL, "made_by": MADE_BY}
    facts = [
        said, many, event, names,
        EntityMention(id="men" + EVIL, span=whole, entity=EVIL, **made),
        Toponym(id="top" + EVIL, span=part, geonames_id=1, lat=0.0, lon=0.0, country=EVIL, **made),
        Timex(
            id="tim" + EVIL, span=part, type="SET", value=EVIL, from_=EVIL, to=None, anchor=None, **made
        ),
        again,
        Origin(id="ori" + EVIL, root=EVIL, articles=(one.id,)),
        Story(id="sto" + EVIL, title=EVIL, from_=EVIL, to=EVIL, articles=(one.id, two.id), origins=1, affair="aff" + EVIL),
        Event(
            id="evt" + EVIL, type="ACCUSE", mode=EVIL, actor=(EVIL,), recipient=(EVIL,), date=when,
            place=EVIL, status="denied", summary=ArticleSpan(article=one.id, span=part),
            mentions=("evm" + EVIL,), articles=2, outlets=1, origins=1,
        ),
        Derivation(
            id="der" + EVIL, from_=one.id, to=two.id, kind="copy", directed=False, score=1.0,
            passages=(Aligned(from_span=whole, to_span=Span(5, 500), similarity=1.0),), basis=EVIL,
        ),
        QuantitySeries(
            id="ser" + EVIL, measure=EVIL, of=EVIL, cause=EVIL, place=EVIL,
            points=tuple(
                SeriesPoint(quantity=many.id, value=v, as_of=d, reported_by=EVIL, origin=EVIL)
                for v, d in ((1.0, "2031-01-01"), (2.0, "2031-01-02"), (3.0, EVIL))
            ),
        ),
        QuotationGroup(id="grp" + EVIL, speaker=EVIL, quotations=(said.id, again.id), wordings=(EVIL, TEXT)),
        Dating(
            id="dat" + EVIL, article=two.id, value=EVIL, precision="day", from_=EVIL, to=EVIL,
            reasons=(Reason(text=EVIL, evidence=ArticleSpan(article=one.id, span=part)),),
            contradictions=(Reason(text=EVIL),),
        ),
        Discrepancy(id="dis" + EVIL, kind=EVIL, summary=EVIL, facts=(many.id,), articles=(one.id,)),
    ]  # fmt: skip
    store = FakeStore([one, two], facts)
    store.rejected = [Rejected(path=EVIL, reason=EVIL, detail=EVIL)]
    store.drops = [(EVIL, EVIL, 1)]
    store.made_by = [(Maker(version=EVIL, model=EVIL, model_sha256=EVIL, settings=()), 1)]
    return store
