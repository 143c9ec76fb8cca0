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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from dragoman.errors import DragomanError, UsageError
from dragoman.types import (
    Derivation,
    Discrepancy,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Maker,
    Origin,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Rejected,
    Role,
    Story,
    Timex,
    Toponym,
)
from dragoman.web import linked, views, wording
from dragoman.web.evidence import Source
from dragoman.web.head import Head, head
from dragoman.web.names import NameView, name_views, place_views
from dragoman.web.reader import ReaderView, reader_view
from dragoman.web.readside import LAYERS, F, ReadSide, Selection, select
from dragoman.web.segments import visible
from dragoman.web.views import Facts

LARGE = 1_000
"""Rows and articles above which a page is laid out piece by piece. Set by opening pages made of 216
articles with 11,700 facts: 6.8 s at once, 1.1 s in pieces; below 1,000 rows it makes no difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the articles say together."""

    discrepancies: tuple[linked.DiscrepancyView, ...]
    stories: tuple[linked.StoryView, ...]
    events: tuple[linked.LinkedEventView, ...]
    series: tuple[linked.SeriesView, ...]
    groups: tuple[linked.GroupView, ...]
    origins: tuple[linked.OriginView, ...]
    derivations: tuple[linked.DerivationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything a dossier shows, in the order of the page."""

    title: str
    head: Head
    together: Together
    articles: tuple[views.ArticleView, ...]
    quotations: tuple[views.QuotationView, ...]
    figures: tuple[views.FigureView, ...]
    events: tuple[views.EventView, ...]
    names: tuple[NameView, ...]
    places: tuple[NameView, ...]
    dates: tuple[views.DateExpressionView, ...]
    readers: tuple[ReaderView, ...]
    quarantine: tuple[Rejected, ...]
    dropped: tuple[tuple[str, str, int], ...]
    makers: tuple[tuple[Maker, int], ...]

    @property
    def large(self) -> bool:
        """Whether browsers should lay out only what is in sight."""
        lists = (self.quotations, self.figures, self.events, self.names, self.places, self.dates)
        return len(self.articles) + sum(map(len, lists)) > LARGE

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
    style, script = static("dossier.css"), static("dossier.js")
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
    together = _together(store, index)
    return Dossier(
        title=title or (selection.story and selection.story.title) or "Dossier",
        head=head(store, selection, layers_present, notes),
        together=together,
        articles=articles,
        quotations=tuple(views.quotation_view(f.source, q) for f in facts for q in f.quotations),
        figures=tuple(views.figure_view(f.source, q) for f in facts for q in f.quantities),
        events=tuple(_event_views(facts)),
        names=name_views(facts, entities),
        places=place_views(facts),
        dates=tuple(views.timex_view(f.source, t) for f in facts for t in f.timexes),
        readers=tuple(_readers(articles, facts, entities)),
        quarantine=tuple(store.quarantine()) if story is None else (),
        dropped=tuple(store.dropped()) if story is None else (),
        makers=tuple(store.makers()),
    )


def _facts(store: ReadSide, selection: Selection) -> Iterator[Facts]:
    for number, article in enumerate(selection.articles, 1):
        yield Facts(
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


def _event_views(facts: Iterable[Facts]) -> Iterator[views.EventView]:
    for one in facts:
        speakers = {q.id: q.speaker.text for q in one.quotations if q.speaker}
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


def _together(store: ReadSide, index: linked.Index) -> Together:
    return Together(
        discrepancies=tuple(linked.discrepancy_views(index, store.facts(Discrepancy))),
        stories=tuple(linked.story_views(index, store.facts(Story))),
        events=tuple(linked.event_views(index, store.facts(Event))),
        series=tuple(linked.series_views(index, store.facts(QuantitySeries))),
        groups=tuple(linked.group_views(index, store.facts(QuotationGroup))),
        origins=tuple(linked.origin_views(index, store.facts(Origin))),
        derivations=tuple(linked.derivation_views(index, store.facts(Derivation))),
    )


def _readers(
    articles: Iterable[views.ArticleView], facts: Iterable[Facts], entities: Iterable[Entity]
) -> Iterator[ReaderView]:
    roles: dict[str, list[Role]] = {}
    for role in (role for entity in entities for role in entity.roles):
        roles.setdefault(role.article, []).append(role)
    for view, one in zip(articles, facts, strict=True):
        yield reader_view(view, one, [r.span for r in roles.get(view.ref.id, [])])


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
    env.globals.update(words=wording, plural=wording.plural)
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


def policy(style: str, script: str) -> str:
    """The content security policy: these two inline parts, by hash, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
