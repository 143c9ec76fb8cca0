"""The reader: an article's whole text with what was read from it, and the evidence of each fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException

from dragoman.corrections import Correction
from dragoman.types import (
    Article,
    Dating,
    Derivation,
    Entity,
    Event,
    QuantitySeries,
    QuotationGroup,
    Story,
)
from dragoman.web import linked, views, wording
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.mapview import Map, points_of, world
from dragoman.web.app.page import Call, Cell, Page, Table, table
from dragoman.web.app.sources import PageIndex, PageSource, entities_of, facts_of
from dragoman.web.events import called
from dragoman.web.evidence import Evidence
from dragoman.web.names import NameView, name_views
from dragoman.web.reader import ReaderView, reader_view
from dragoman.web.views import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that this one was made from, or that was made from it, and the two side by side."""

    outlet: str
    title: str
    date: str
    how: str
    href: str
    compare: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a fact of the article is part of: an event, a statement, a figure over time."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """The reader of one article."""

    reader: ReaderView
    quotations: tuple[views.QuotationView, ...]
    figures: tuple[views.FigureView, ...]
    events: tuple[views.EventView, ...]
    names: tuple[NameView, ...]
    dates: tuple[views.DateExpressionView, ...]
    wholes: dict[str, Whole]
    related: tuple[Related, ...]
    story: Whole | None
    dating: linked.DatingView | None
    map: Map | None
    corrections: tuple[Correction, ...]


def page(call: Call) -> Page:
    """The article that the address names."""
    access = call.access
    article = access.article(call.parts[0])
    if article is None:
        raise HTTPException(404, f"No article {call.parts[0]!r} is in this record.")
    source = PageSource(article, 1)
    facts = facts_of(access, source)
    view = _view(call, source, facts)
    shown = view.reader.article
    return Page(
        title=article.title or shown.opening or article.source_id,
        template="article.html.j2",
        view=view,
        tables=tuple(_tables(view, source)),
        subject="articles",
    )


def _view(call: Call, source: PageSource, facts: Facts) -> ArticleView:
    access, article = call.access, source.article
    entities = entities_of(access, facts)
    shown = views.article_view(source, results.origin_ref(access, article.id))
    roles = [r.span for e in entities for r in e.roles if r.article == article.id]
    index = PageIndex(access, [article])
    speakers = {q.id: called(index, q.speaker) for q in facts.quotations if q.speaker}
    return ArticleView(
        reader=reader_view(shown, facts, roles),
        quotations=tuple(views.quotation_view(source, q) for q in facts.quotations),
        figures=tuple(views.figure_view(source, q) for q in facts.quantities),
        events=tuple(
            views.event_view(source, e, speakers.get(e.attributed_to or "")) for e in facts.events
        ),
        names=_names(facts, entities, article),
        dates=tuple(views.timex_view(source, t) for t in facts.timexes),
        wholes=dict(_wholes(access, facts)),
        related=tuple(_related(access, article)),
        story=_story(access, article),
        dating=_dating(access, article),
        map=world(points_of(facts.toponyms, lambda t: f"#{t.id}")),
        corrections=access.overlay.of(article.id),
    )


def _names(facts: Facts, entities: Iterable[Entity], article: Article) -> tuple[NameView, ...]:
    """Names with the roles of this article only: those of others are on the name's own page."""
    here = [
        replace(e, roles=tuple(r for r in e.roles if r.article == article.id)) for e in entities
    ]
    return name_views([facts], here)


def _wholes(access: Access, facts: Facts) -> Iterator[tuple[str, Whole]]:
    for mention in facts.events:
        whole = access.whole_of(Event, mention.id)
        event = None if whole is None else access.fact(Event, access.overlay.into(whole))
        if event is not None and event.articles > 1:
            yield mention.id, _whole(f"/event/{event.id}", event.articles, event.origins)
    for quotation in facts.quotations:
        group = access.whole_of(QuotationGroup, quotation.id)
        found = None if group is None else access.fact(QuotationGroup, group)
        if found is not None and len(found.quotations) > 1:
            label = (
                f"{len(found.quotations)} reports, {wording.plural(len(found.wordings), 'wording')}"
            )
            yield quotation.id, Whole(label=label, href=f"/explain/{found.id}")
    for quantity in facts.quantities:
        series = access.whole_of(QuantitySeries, quantity.id)
        line = None if series is None else access.fact(QuantitySeries, series)
        if line is not None and len(line.points) > 1:
            label = f"one of {len(line.points)} reports of this figure"
            yield quantity.id, Whole(label=label, href=f"/explain/{line.id}")


def _whole(href: str, articles: int, origins: int) -> Whole:
    return Whole(
        label=f"{wording.plural(articles, 'article')} / {wording.plural(origins, 'origin')}",
        href=href,
    )


def _related(access: Access, article: Article) -> Iterator[Related]:
    """The closest first."""
    found = sorted(access.facts(Derivation, article.id), key=lambda d: (-d.score, d.id))
    for fact in found:
        made_here = fact.to == article.id
        other = access.article(fact.from_ if made_here else fact.to)
        if other is not None:
            yield Related(
                outlet=other.outlet or other.source_id,
                title=other.title or "no title",
                date=wording.published(other.published),
                how=_how(fact, made_here),
                href=f"/article/{other.id}",
                compare=f"/compare/{fact.from_}/{fact.to}",
            )


def _how(fact: Derivation, made_here: bool) -> str:
    kind = wording.DERIVATIONS[fact.kind]
    if not fact.directed:
        return (
            f"{kind}; which came first can’t be told" if fact.kind in ("copy", "rewrite") else kind
        )
    return f"{kind}: this article was made from it" if made_here else f"{kind} of this article"


def _story(access: Access, article: Article) -> Whole | None:
    id_ = access.whole_of(Story, article.id)
    story = None if id_ is None else access.fact(Story, id_)
    if story is None or len(story.articles) < 2:
        return None
    number = wording.plural(len(story.articles), "article")
    return Whole(label=f"{story.title or 'Untitled story'} ({number})", href=f"/story/{story.id}")


def _dating(access: Access, article: Article) -> linked.DatingView | None:
    """How the record dates an article that states no date."""
    index = PageIndex(access, [article], open_=True)
    return next(linked.dating_views(index, access.facts(Dating, article.id)), None)


# ---------------------------------------------------------------- tables


def _tables(view: ArticleView, source: PageSource) -> Iterator[Table]:
    row = results.ArticleRow(view=view.reader.article, snippet=view.reader.text)
    yield results.article_table([row])
    text = source.article.text
    yield table("quotations", "Quotations", ("id", "speaker", "cue", "addressee", "kind", "text"), [
        ((q.id, _text(q.speaker), q.cue, _text(q.addressee), q.kind, _words(q.evidence)), q.evidence.href)
        for q in view.quotations])  # fmt: skip
    yield table("figures", "Figures", ("id", "text", "value", "measure", "unit", "of", "cause", "reported_by", "as_of", "place"), [
        ((f.id, f.text, f.value, f.measure, f.unit, f.of, f.cause, _text(f.reported_by), f.as_of, f.place), f.evidence.href)
        for f in view.figures])  # fmt: skip
    yield table("events", "Events", ("id", "worded", "type", "mode", "actors", "recipients", "status", "date", "place", "on_word_of"), [
        ((e.id, e.trigger, e.type, e.mode, _list(e.actors), _list(e.recipients), e.status, e.date, e.place, _text(e.on_word_of)), e.evidence.href)
        for e in view.events])  # fmt: skip
    yield table("names", "Names", ("id", "name", "kind", "country", "also", "roles", "mentions"), [
        ((n.id[2:], n.name, n.kind, n.country, "; ".join(n.aliases), "; ".join(r.text for r in n.roles), n.seen.total), f"/entity/{n.id[2:]}")
        for n in view.names])  # fmt: skip
    yield table("dates", "Dates", ("id", "text", "type", "value", "days"), [
        ((d.id, d.text, d.type, d.value, d.days), d.evidence.href) for d in view.dates])  # fmt: skip
    yield table("text", "Text", ("text",), [((text,), "")])


def _text(party: views.Party | None) -> str | None:
    return party.text if party else None


def _list(parties: Iterable[views.Party]) -> Cell:
    return "; ".join(p.text for p in parties)


def _words(evidence: Evidence) -> Cell:
    return evidence.words
