"""A record in which 200 script payloads stand in every field that an article and its facts have."""

from __future__ import annotations

from pathlib import Path

from dragoman.ids import make_id, text_sha256
from dragoman.store import Entry, SourceRef, open_store
from dragoman.types import (
    Aligned,
    Analysis,
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
    Linked,
    LinkedFact,
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

NUMBER = 200

_CALLS = (
    "window.pwned=1", "top.pwned=1", "pwned=1", "eval('pwned=1')", "self['pwned']=1",
)  # fmt: skip
_SHAPES = (
    "<script>{}</script>",
    "</title><script>{}</script>",
    "</style><script>{}</script>",
    "</script><script>{}</script>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    "<ScRiPt >{}</sCrIpT>",
    "<script src=data:text/javascript,{}></script>",
    '"><img src=x onerror={}>',
    "'><img src=x onerror={}>",
    "<img/src=x/onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<math><mtext></p><style><img src onerror={}></style>",
    '<a href="javascript:{}">x</a>',
    "javascript:{}",
    " javascript:{}",
    "data:text/html,<script>{}</script>",
    '" onmouseover="{}" autofocus onfocus="{}" x="',
    "' onfocus='{}' autofocus x='",
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<iframe src=javascript:{}></iframe>",
    "<object data=javascript:{}>",
    "<embed src=javascript:{}>",
    "<details open ontoggle={}>",
    "<video><source onerror={}></video>",
    "<body onload={}>",
    "<input autofocus onfocus={}>",
    "<form action=javascript:{}><button>x</button></form>",
    "<base href=javascript:{}//>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<link rel=stylesheet href='javascript:{}'>",
    "<template><script>{}</script></template>",
    "{{{{constructor.constructor('{}')()}}}}",
    "${{{}}}",
    "{{% for x in ().__class__ %}}{}{{% endfor %}}",
    "\u202e<script>{}</script>\u2066",
    "\x00<script>{}</script>",
    "&lt;script&gt;{}&lt;/script&gt;<script>{}</script>",
)
PAYLOADS = tuple(
    f"{number} {shape.replace('{}', call).replace('{{', '{').replace('}}', '}')}"
    for number, (shape, call) in enumerate((s, c) for s in _SHAPES for c in _CALLS)
)
assert len(PAYLOADS) == NUMBER


def write_hostile(path: Path) -> dict[str, str]:
    """Writes the record; answers with ids of things that have pages."""
    analyses = [_analysis(n, payload) for n, payload in enumerate(PAYLOADS)]
    linked = [_linked(a, payload) for a, payload in zip(analyses, PAYLOADS, strict=True)]
    with open_store(path, write=True) as store, store.transaction():
        for number, (analysis, payload) in enumerate(zip(analyses, PAYLOADS, strict=True)):
            store.add([_entry(analysis, payload)])
            store.put_linked("hostile", f"{number}", linked[number])
        rejected = [Rejected(path=p, reason=p, detail=p) for p in PAYLOADS]
        store.add([Entry(source=SourceRef(None, r.path, r.path), rejected=r) for r in rejected])
        store.put_linked("hostile", "all", _together(analyses))
    one, other = analyses[0], analyses[1]
    return {
        "article": one.article.id,
        "other": other.article.id,
        "quotation": one.quotations[0].id,
        "entity": one.entities[0].id,
        "event": linked[0].facts[0].id,
        "origin": linked[0].facts[1].id,
        "story": make_id("story", "hostile"),
    }


def _entry(analysis: Analysis, payload: str) -> Entry:
    source = SourceRef(analysis.article.id, payload, payload, payload)
    maker = Maker(version=payload, model=payload, model_sha256=payload, settings=((payload, payload),))  # fmt: skip
    return Entry(source=source, analysis=analysis, maker=maker)


def _analysis(number: int, payload: str) -> Analysis:
    text = f"{payload} said “{payload}” on the flood.\n\n{payload}\n\nMore of it: {payload}"
    whole, part = Span(0, len(payload)), Span(0, min(30, len(payload)))
    id_ = make_id("article", number)
    article = Article(
        id=id_,
        source_id=payload,
        explicit_id=True,
        path=payload,
        url=f"https://news.example/{payload}" if number % 2 else payload,
        outlet=payload,
        outlet_span=part,
        title=payload,
        title_span=whole,
        language="en" if number % 3 else payload,
        published=Published(value="2024-05-05", precision="day", basis="stated", evidence=(part,)),
        authors=(payload,),
        dateline=Dateline(place=payload, span=part),
        credits=(Credit(agency=payload, span=part),),
        furniture=(Furniture(span=Span(len(text) - 8, len(text)), kind=payload),),
        text=text,
        text_sha256=text_sha256(text),
        encoding=payload,
        notes=(payload,),
    )
    return _facts(article, payload, part)


def _facts(article: Article, payload: str, span: Span) -> Analysis:
    words, id_, of = article.text[span.start : span.end], article.id, make_id
    made = MadeBy(rule=payload, score=0.5, note=payload)
    passage = Passage(text=words, span=span)
    entity = of("entity", payload)
    party = EntityPassage(text=words, span=span, entity=entity)
    place = PlacePassage(text=words, span=span, toponym=payload)
    when = When(value=payload, from_=payload, to=payload, span=span)
    fact = {"article": id_, "made_by": made}
    span_ = {"span": span, "text": words}
    return Analysis(
        article=article,
        timexes=(Timex(id=of("timex", id_), type="DATE", value=payload, from_=payload, to=payload, anchor=payload, **fact, **span_),),
        quantities=(Quantity(id=of("quantity", id_), low=1.0, high=2.0, modifier=payload, unit=payload, measure=payload, of=passage, cause=passage, reported_by=party, as_of=when, place=place, **fact, **span_),),
        toponyms=(Toponym(id=of("toponym", id_), geonames_id=1, lat=1.0, lon=2.0, country=payload, **fact, **span_),),
        entities=(Entity(id=entity, name=payload, kind="person", country=payload, sector=payload, aliases=(payload, "x"), roles=(Role(role=payload, article=id_, span=span),)),),
        entity_mentions=(EntityMention(id=of("entity_mention", id_), entity=entity, **fact, **span_),),
        quotations=(Quotation(id=of("quotation", id_), speaker=party, cue=passage, content=(passage,), kind="direct", addressee=party, **fact),),
        events=(EventMention(id=of("event_mention", id_), type="ACCUSE", mode=payload, trigger=passage, actor=(party,), recipient=(party,), date=when, place=place, status="happened", attributed_to=of("quotation", id_), **fact),),
    )  # type: ignore[arg-type] # fmt: skip


def _linked(analysis: Analysis, payload: str) -> Linked:
    id_, entity = analysis.article.id, analysis.entities[0].id
    event = Event(id=make_id("event", id_), type="ACCUSE", mode=payload, actor=(entity,), recipient=(entity,), date=When(value=payload), place=payload, status="happened", summary=ArticleSpan(article=id_, span=Span(0, 20)), mentions=(analysis.events[0].id,), articles=1, outlets=1, origins=1)  # fmt: skip
    origin = Origin(id=make_id("origin", id_), root=payload, articles=(id_,))
    parts = ((analysis.events[0].id, event.id), (id_, origin.id))
    return Linked(facts=(event, origin), membership=parts)


def _together(analyses: list[Analysis]) -> Linked:
    ids = tuple(a.article.id for a in analyses[:40])
    story = Story(id=make_id("story", "hostile"), title=PAYLOADS[0], from_=PAYLOADS[1], to=PAYLOADS[2], articles=ids, origins=40, affair=make_id("affair", "x"))  # fmt: skip
    facts: list[LinkedFact] = [story]
    for number, (a, b) in enumerate(zip(analyses[:20], analyses[20:40], strict=True)):
        payload = PAYLOADS[number * 7]
        one, other = a.article, b.article
        facts += [
            Derivation(id=make_id("derivation", number), from_=one.id, to=other.id, kind="rewrite", directed=True, score=0.9, passages=(Aligned(from_span=Span(0, 20), to_span=Span(0, 20), similarity=0.5),), basis=payload),
            QuantitySeries(id=make_id("quantity_series", number), measure=payload, of=payload, cause=payload, place=payload, points=tuple(SeriesPoint(quantity=x.quantities[0].id, value=float(number), as_of="2024-05-05", reported_by=payload, origin=None) for x in (a, b))),
            QuotationGroup(id=make_id("quotation_group", number), speaker=a.entities[0].id, quotations=(a.quotations[0].id, b.quotations[0].id), wordings=(payload, payload)),
            Discrepancy(id=make_id("discrepancy", number), kind="figure", summary=payload, facts=(a.quantities[0].id,), articles=(one.id, other.id)),
        ]  # fmt: skip
    return Linked(facts=tuple(facts), membership=tuple((i, story.id) for i in ids))
