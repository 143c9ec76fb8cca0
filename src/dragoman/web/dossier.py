"""The dossier: a record as one HTML file that needs no network and runs no foreign code.

The page works without scripts: links between facts and texts are fragments, the kinds of highlights
are switched by check boxes in the style sheet. Its own script adds a filter, keys and the marking
of a fact's parts. A content security policy allows exactly that style sheet and that script, by
their hashes, and nothing else. All text goes through one place (`_finalize`, `segments.to_html`).
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup

from dragoman.dates import dated_event_mention, dated_quantity, dated_timex
from dragoman.errors import DragomanError, UsageError
from dragoman.types import (
    Article,
    Dating,
    Entity,
    EntityMention,
    EventMention,
    Maker,
    Origin,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Rejected,
    Role,
    Span,
    Timex,
    Toponym,
)
from dragoman.web import linked, views, wording
from dragoman.web.events import called
from dragoman.web.evidence import Source, in_short
from dragoman.web.head import Head, head
from dragoman.web.names import NameView, name_views, place_views
from dragoman.web.reader import ReaderView, reader_view
from dragoman.web.readside import LAYERS, F, ReadSide, Selection, select
from dragoman.web.segments import visible
from dragoman.web.together import Limits, Shown, Together, limits_for, together
from dragoman.web.views import Facts

R = TypeVar("R", views.QuotationView, views.FigureView, views.EventView)

LARGE = 1_000
"""Rows and articles above which a page is laid out piece by piece. Set by opening pages made of 216
articles with 11,700 facts: 6.8 s at once, 1.1 s in pieces; below 1,000 rows it makes no difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything a dossier shows, in the order of the page."""

    title: str
    head: Head
    together: Together
    articles: tuple[views.ArticleView, ...]
    quotations: Shown[views.QuotationView]
    figures: Shown[views.FigureView]
    events: tuple[views.EventView, ...]
    names: Shown[NameView]
    places: Shown[NameView]
    dates: Shown[views.DateExpressionView]
    readers: tuple[ReaderView, ...]
    quarantine: tuple[Rejected, ...]
    dropped: tuple[tuple[str, str, int], ...]
    makers: tuple[tuple[Maker, int], ...]

    @property
    def large(self) -> bool:
        """Whether browsers should lay out only what is in sight."""
        rows = len(self.quotations) + len(self.figures) + len(self.events)
        flat = len(self.names) + len(self.places) + len(self.dates)
        return len(self.articles) + rows + flat > LARGE

    @property
    def event_types(self) -> tuple[str, ...]:
        """Types of the events on the page, for their glossary."""
        return tuple(sorted({e.type for e in self.events}))

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of marks in the texts."""
        return frozenset[str]().union(*(r.kinds for r in self.readers))


def write_dossier(
    store: ReadSide,
    out: Path,
    *,
    story: str | None = None,
    title: str | None = None,
    layers_present: frozenset[str] | None = None,
    notes: tuple[str, ...] = (),
) -> None:
    """Writes the dossier of a record (or of one story) to `out`, whole or not at all.

    `layers_present` names the layers (`readside.LAYERS`) that this version reads: an empty one says
    'none found', any other one that nothing reads it yet. None: those that hold anything. `notes`
    are sentences that a reader of this version should know. Raises `UsageError` for an unknown
    story or layer, `DragomanError` where the file can't be written.
    """
    page = _page(store, story, title, layers_present, notes)
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(page)
        unfinished.replace(out)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise DragomanError(
            f"{out}: can't write the dossier ({error.strerror}); name another file with -o"
        ) from error


def render(
    store: ReadSide,
    *,
    story: str | None = None,
    title: str | None = None,
    layers_present: frozenset[str] | None = None,
    notes: tuple[str, ...] = (),
) -> str:
    """The dossier as one string; see `write_dossier`."""
    return "".join(_page(store, story, title, layers_present, notes))


def _page(
    store: ReadSide,
    story: str | None,
    title: str | None,
    layers: frozenset[str] | None,
    notes: tuple[str, ...],
) -> Iterator[str]:
    if layers is not None and (unknown := sorted(layers - {*LAYERS, "articles"})):
        raise UsageError(f"no layer {unknown[0]!r}; there are: {', '.join(LAYERS)}")
    dossier = build(store, story=story, title=title, layers_present=layers, notes=notes)
    style, script = static("dossier.css"), _script()
    template = environment().get_template("dossier.html.j2")
    return template.generate(d=dossier, style=style, script=script, policy=policy(style, script))


# ---------------------------------------------------------------- from record to views


def build(
    store: ReadSide,
    *,
    story: str | None = None,
    title: str | None = None,
    layers_present: frozenset[str] | None = None,
    notes: tuple[str, ...] = (),
) -> Dossier:
    """The views of a record, or of one story of it."""
    selection = select(store, story)
    facts = tuple(_facts(store, selection))
    entities = tuple(store.facts(Entity))
    index = linked.Index(facts, entities)
    origins = _origins(store, index)
    articles = tuple(views.article_view(f.source, origins.get(f.source.article.id)) for f in facts)
    limits = limits_for(len(selection.articles))
    quotations, figures = _quotations(store, facts, limits), _figures(store, facts, limits)
    events, dates = _rows(_event_views(index, facts), limits), _dates(facts, limits)
    rows = frozenset(row.id for shown in (quotations, figures, dates) for row in shown.items)
    names = _shared(name_views(facts, entities), limits.names)
    places = _shared(place_views(facts), limits.names)
    said = together(store, index, selection, limits)
    targets = frozenset(_targets(said, (*names.items, *places.items))) if limits.brief else None
    return Dossier(
        title=title or (selection.story and selection.story.title) or "Dossier",
        head=head(store, selection, layers_present, notes),
        together=said,
        articles=articles,
        quotations=quotations,
        figures=figures,
        events=events,
        names=names,
        places=places,
        dates=dates,
        readers=tuple(_readers(articles, facts, entities, rows | {e.id for e in events}, targets)),
        quarantine=tuple(store.quarantine()) if story is None else (),
        dropped=tuple(store.dropped()) if story is None else (),
        makers=tuple(store.makers()),
    )


def _facts(store: ReadSide, selection: Selection) -> Iterator[Facts]:
    """All facts by article, with the days that the record found for undated articles."""
    datings = {d.article: d for d in store.facts(Dating)}
    for number, article in enumerate(selection.articles, 1):
        found = _facts_of(store, article, number)
        dating = datings.get(article.id)
        yield _dated(found, dating) if dating else found


def _dated(facts: Facts, dating: Dating) -> Facts:
    return replace(
        facts,
        timexes=tuple(dated_timex(t, dating) for t in facts.timexes),
        quantities=tuple(dated_quantity(q, dating) for q in facts.quantities),
        events=tuple(dated_event_mention(e, dating) for e in facts.events),
    )


def _facts_of(store: ReadSide, article: Article, number: int) -> Facts:
    return Facts(
        source=Source(article, number),
        timexes=_sorted(store.facts(Timex, article.id), lambda t: t.span),
        quantities=_sorted(store.facts(Quantity, article.id), lambda q: q.span),
        toponyms=_sorted(store.facts(Toponym, article.id), lambda t: t.span),
        mentions=_sorted(store.facts(EntityMention, article.id), lambda m: m.span),
        quotations=_sorted(
            store.facts(Quotation, article.id), lambda q: [p.span for p in q.content]
        ),
        events=_sorted(store.facts(EventMention, article.id), lambda e: e.trigger.span),
    )


def _sorted(facts: Iterable[F], key: Callable[[F], Any]) -> tuple[F, ...]:
    return tuple(sorted(facts, key=key))


def _rows(rows: Iterable[R], limits: Limits) -> tuple[R, ...]:
    """The rows; in a brief page a sentence that the row above shows is not shown again."""
    out: list[R] = []
    shown: tuple[Span, ...] = ()
    for row in rows:
        again = limits.brief and out and row.evidence.shown == shown
        same = again and out[-1].evidence.source is row.evidence.source
        shown = row.evidence.shown
        out.append(replace(row, evidence=in_short(row.evidence)) if same else row)
    return tuple(out)


def _targets(said: Together, names: Iterable[NameView]) -> Iterator[str]:
    """The ids of mentions and places that the page links to."""
    for name in names:
        yield from (href[1:] for m in name.seen.mentions for href in m.hrefs)
        yield from (e.href[1:] for e in (name.seen.evidence,) if e)
    for difference in said.discrepancies.items:
        yield from (e.href[1:] for e in difference.evidence)


def _quotations(
    store: ReadSide, facts: Iterable[Facts], limits: Limits
) -> Shown[views.QuotationView]:
    """All; in a brief page what stands in quotation marks, and what several quotations carry."""
    every = [(f.source, q) for f in facts for q in f.quotations]
    if limits.brief:
        shared = {
            q for g in store.facts(QuotationGroup) if len(g.quotations) > 1 for q in g.quotations
        }
        kept = [(s, q) for s, q in every if q.kind != "indirect" or q.id in shared]
    else:
        kept = every
    return Shown(
        _rows((views.quotation_view(s, q) for s, q in kept), limits), len(every) - len(kept)
    )


def _figures(store: ReadSide, facts: Iterable[Facts], limits: Limits) -> Shown[views.FigureView]:
    """All; in a brief page those that name who reports them, and those of a series."""
    every = [(f.source, q) for f in facts for q in f.quantities]
    if limits.brief:
        shared = {
            p.quantity for s in store.facts(QuantitySeries) if len(s.points) > 1 for p in s.points
        }
        kept = [(s, q) for s, q in every if q.reported_by or q.id in shared]
    else:
        kept = every
    return Shown(_rows((views.figure_view(s, q) for s, q in kept), limits), len(every) - len(kept))


def _shared(names: Sequence[NameView], least: int) -> Shown[NameView]:
    """Those that so many articles mention."""
    shown = tuple(n for n in names if len(n.seen.mentions) >= least or not n.seen.mentions)
    return Shown(shown, len(names) - len(shown))


def _dates(facts: Iterable[Facts], limits: Limits) -> Shown[views.DateExpressionView]:
    if not limits.dates:
        return Shown((), sum(len(f.timexes) for f in facts))
    return Shown(tuple(views.timex_view(f.source, t) for f in facts for t in f.timexes))


def _event_views(index: linked.Index, facts: Iterable[Facts]) -> Iterator[views.EventView]:
    for one in facts:
        speakers = {q.id: called(index, q.speaker) for q in one.quotations if q.speaker}
        for event in one.events:
            yield views.event_view(one.source, event, speakers.get(event.attributed_to or ""))


def _origins(store: ReadSide, index: linked.Index) -> dict[str, views.OriginRef]:
    found = {}
    for origin in store.facts(Origin):
        href = f"#{origin.id}" if len(origin.articles) > 1 else None
        label = linked.origin_label(index.sources, origin)
        ref = views.OriginRef(label=label, href=href, articles=len(origin.articles))
        found.update(dict.fromkeys(origin.articles, ref))
    return found


def _readers(
    articles: Iterable[views.ArticleView],
    facts: Iterable[Facts],
    entities: Iterable[Entity],
    rows: frozenset[str],
    targets: frozenset[str] | None,
) -> Iterator[ReaderView]:
    roles: dict[str, list[Role]] = {}
    for role in (role for entity in entities for role in entity.roles):
        roles.setdefault(role.article, []).append(role)
    for view, one in zip(articles, facts, strict=True):
        spans = [r.span for r in roles.get(view.ref.id, [])]
        yield reader_view(view, one, spans, rows=rows, targets=targets)


# ---------------------------------------------------------------- from views to HTML


@cache
def environment() -> jinja2.Environment:
    """The templates with escaping on and the words of `wording` at hand."""
    env = jinja2.Environment(
        loader=jinja2.PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    env.globals.update(words=wording, plural=wording.plural, card_heading="h4")
    return env


def _finalize(value: Any) -> Any:
    """Control and direction characters of a field become readable before it is escaped."""
    if type(value) is str:
        return visible(value)
    return "" if value is None else value


def static(name: str) -> Markup:
    """A file of `static/`, to be put into the page as it is."""
    text = files("dragoman.web").joinpath("static", name).read_text(encoding="utf-8")
    return Markup(text)


def _script() -> Markup:
    """The page's script: modules can't be imported by a file that is opened from disk, so the shared one
    stands before the page's own."""
    shared = static("ranges.js").replace("export const ", "const ", 1)
    return Markup(shared) + static("dossier.js")


def policy(style: str, script: str) -> str:
    """The content security policy: these two inline parts, by hash, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
