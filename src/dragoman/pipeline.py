"""The two passes: each article alone (`analyze`, `analyze_many`), then the record together (`link`).

The first pass is a pure function of one article; the second groups articles by the keys that each
linker names. `run` does both over inputs, into a store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial
from importlib import metadata
from typing import TypeAlias, TypeVar

from dragoman import page, readers
from dragoman.config import Settings, load_settings
from dragoman.encoder import Encoder, shipped_info
from dragoman.extract import entity, quantity, quotation, timex, toponym, trace
from dragoman.extract.event import extract as extract_events
from dragoman.link import dating, discrepancy, event, series, utterance
from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.entity import join as join_entities
from dragoman.link.furniture import RecurringFurniture
from dragoman.link.origin import Origins
from dragoman.link.story import Nearby, Stories
from dragoman.linking import Affair, Joiner, Linker, with_dates, with_identities
from dragoman.pool import Failure, Pool
from dragoman.reading import Extractor, Reading, read_articles
from dragoman.types import (
    Analysis,
    Article,
    Dating,
    Document,
    Drop,
    Identity,
    Linked,
    Maker,
    Precision,
    Published,
    Rejected,
)

EXTRACTORS: tuple[Extractor, ...] = (
    timex.extract,
    toponym.extract,
    entity.extract,
    quotation.extract,
    quantity.extract,
    extract_events,
    trace.extract,
)
"""What reads an article, in order; a later one may use what an earlier one found."""

LINKERS: tuple[Linker, ...] = (
    RecurringFurniture(),
    SameWords(),
    Derivations(),
    Origins(),
    Nearby(),
    Stories(),
)
"""What joins articles, in order."""

JOINERS: tuple[Joiner, ...] = (event.join, series.join, utterance.join, discrepancy.join)
"""What joins the articles of one affair, in order, after its undated articles have got their dates and it is
known whom the names in it mean."""

LAYERS: frozenset[str] = frozenset(
    {
        "articles", "timexes", "quantities", "toponyms", "entities", "entity_mentions",
        "quotations", "event_mentions", "events", "derivations", "origins", "stories",
        "datings", "identities", "quantity_series", "quotation_groups", "discrepancies",
    }
)  # fmt: skip
"""The exported tables that something in this version fills; the others are empty, not 'none found'."""

NOTES = (
    "Rewrites are told from independent reports by what the two have in common: most are found, not "
    "all, and now and then two independent reports are joined. Each derivation shows its passages.",
)
"""What a reader of this version's dossier must know."""

T = TypeVar("T")
Task: TypeAlias = readers.Raw | Document
Job: TypeAlias = Callable[[Sequence[Task]], Sequence[tuple[T | Rejected, ...]]]
"""Answers each of some tasks with what became of its documents."""
Factory: TypeAlias = Callable[[Settings], Job[T]]


@dataclass(frozen=True, slots=True)
class Worked:
    """An analysed article with its keys for each linker, as (linker, key)."""

    analysis: Analysis
    keys: tuple[tuple[str, str], ...]


def analyze(
    text: str,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Analysis:
    """Everything that one article says, with spans into `text`.

    `published` is a date, a datetime, an ISO 8601 string or None. Raises `ValueError` for a string
    that is no ISO date.
    """
    document = Document(
        text=text,
        source_id="",
        url=url,
        outlet=outlet,
        title=title,
        language=language,
        published=_published(published),
    )
    return analyze_document(document)


def analyze_document(document: Document) -> Analysis:
    """Everything that one document says: its page first, then every extractor in `EXTRACTORS`."""
    return analyze_documents([document])[0]


def analyze_documents(documents: Sequence[Document]) -> list[Analysis]:
    """Each document analysed as it would be alone; their sentences are encoded together."""
    pages = [_page(document) for document in documents]
    read = [a.article for a in pages if _language(a.article) == "en"]
    readings = iter(read_articles(read, encoder()) if read else ())
    return [
        _extract(next(readings), a) if _language(a.article) == "en" else _unread(a) for a in pages
    ]


def _page(document: Document) -> Analysis:
    noted = tuple(Drop(layer="article", reason="not_taken_as_it_stood") for _ in document.notes)
    return Analysis(article=page.describe(document), drops=noted)


def _language(article: Article) -> str:
    """The first part of the article's tag, in lower case: 'en' for none, 'en-GB', 'en_US' and 'English'."""
    tag = (article.language or "en").strip().lower().replace("_", "-").split("-")[0]
    return "en" if tag in ("eng", "english") else tag


def _extract(reading: Reading, analysis: Analysis) -> Analysis:
    for extract in EXTRACTORS:
        analysis = extract(reading, analysis)
    return analysis


def _unread(analysis: Analysis) -> Analysis:
    reason = f"no_extractors_for_{_language(analysis.article)}"
    return replace(analysis, drops=(*analysis.drops, Drop(layer="article", reason=reason)))


def analyze_many(
    documents: Iterable[Document | str],
    *,
    workers: int | None = None,
    settings: Settings | None = None,
) -> Iterator[Analysis | Rejected]:
    """`analyze` over worker processes, in the order of the input, which is read as needed.

    A document that takes too long or too much memory comes back as `Rejected`, in its place.
    """
    chosen = settings or load_settings()
    tasks = (Document(text=d, source_id="") if isinstance(d, str) else d for d in documents)
    with open_pool(replace(chosen, workers=workers or chosen.workers), worker) as pool:
        for task, outcome in pool.map(tasks):
            yield from (w.analysis if isinstance(w, Worked) else w for w in results(task, outcome))


def join_affair(affair: Affair) -> Linked:
    """What the articles of an affair say together."""
    said = dating.join(affair, Linked())
    dated = with_dates(affair, [fact for fact in said.facts if isinstance(fact, Dating)])
    said = join_entities(dated, said)
    known = with_identities(dated, [f for f in said.facts if isinstance(f, Identity)])
    for join in JOINERS:
        said = join(known, said)
    return said


def link_keys(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """The article's keys for every linker, as (linker name, key)."""
    return tuple((linker.name, key) for linker in LINKERS for key in linker.keys(analysis))


def work(settings: Settings, tasks: Sequence[Task]) -> list[tuple[Worked | Rejected, ...]]:
    """Some items, whole: parsed where they are raw, analysed, keyed. What every worker runs."""
    parsed = [_documents(task, settings) for task in tasks]
    documents = [d for found in parsed for d in found if isinstance(d, Document)]
    analyses = iter(analyze_documents(documents))
    return [
        tuple(d if isinstance(d, Rejected) else _worked(next(analyses)) for d in found)
        for found in parsed
    ]


def open_pool(settings: Settings, factory: Factory[T]) -> Pool[Task, tuple[T | Rejected, ...]]:
    """Workers ready to do what `factory` gives for the settings (`worker`, or what builds on it)."""
    return Pool(
        partial(factory, settings),
        workers=settings.workers,
        memory_mb=settings.worker_mb,
        seconds=partial(_time_limit, settings),
        size=_size,
    )


def worker(settings: Settings) -> Job[Worked]:
    """Called once inside a worker; loads what every item needs, so that no item pays for it."""
    encoder()
    return partial(work, settings)


def _size(task: Task) -> int:
    """Bytes, about: most characters are one."""
    return len(task.data) if isinstance(task, readers.Raw) else len(task.text)


def _time_limit(settings: Settings, task: Task) -> float:
    is_page = isinstance(task, readers.Raw) and task.kind == "html"
    return settings.html_seconds if is_page else settings.article_seconds


def results(task: Task, outcome: tuple[T | Rejected, ...] | Failure) -> tuple[T | Rejected, ...]:
    """What became of a task, a failed worker included."""
    if not isinstance(outcome, Failure):
        return outcome
    return (reject(task, outcome.reason, outcome.detail),)


def reject(task: Task, reason: str, detail: str) -> Rejected:
    """A task that gave no article, named by where it stands."""
    path = task.path or task.source_id or "(text)"
    position = getattr(task, "position", None)
    where = f"{path}:{position}" if position else path
    return Rejected(path=where, reason=reason, detail=detail, source_id=task.source_id)


def _documents(task: Task, settings: Settings) -> tuple[Document | Rejected, ...]:
    """The documents of a task, none too long."""
    found = readers.parse(task, settings) if isinstance(task, readers.Raw) else (task,)
    return tuple(d if isinstance(d, Rejected) else _bounded(d, settings) for d in found)


def _bounded(document: Document, settings: Settings) -> Document | Rejected:
    if len(document.text) <= settings.max_text_chars:
        return document
    return Rejected(
        path=document.path or document.source_id,
        reason="too_large",
        detail=f"{len(document.text)} characters; an article may have {settings.max_text_chars} "
        "(setting max_text_chars)",
        source_id=document.source_id,
    )


def _worked(analysis: Analysis) -> Worked:
    return Worked(analysis, link_keys(analysis))


@cache
def encoder() -> Encoder:
    """The encoder that ships, loaded once in a process. Raises `ModelError`."""
    return Encoder.load()


@cache
def maker(settings: Settings) -> Maker:
    """What makes the analyses of this process: version, encoder, settings that change results."""
    model = shipped_info()
    return Maker(
        version=version(),
        model=f"{model.name} {model.version}",
        model_sha256=model.sha256,
        settings=settings.recorded(),
    )


@cache
def version() -> str:
    """The installed version of Dragoman."""
    return metadata.version("dragoman")


def _published(given: date | datetime | str | None) -> Published | None:
    if given is None or given == "":
        return None
    if isinstance(given, str):
        given = datetime.fromisoformat(given) if len(given) > 10 else date.fromisoformat(given)
    precision: Precision = "minute" if isinstance(given, datetime) else "day"
    value = (
        given.isoformat(timespec="minutes") if isinstance(given, datetime) else given.isoformat()
    )
    return Published(value=value, precision=precision, basis="metadata")


def as_document(article: Article) -> Document:
    """The document that an article was made from, so that it can be analysed again."""
    given = {f: getattr(article, f) for f in _GIVEN if f not in article.inferred}
    return Document(
        text=article.text,
        source_id=article.source_id,
        explicit_id=article.explicit_id,
        path=article.path,
        url=article.url,
        authors=article.authors,
        encoding=article.encoding,
        notes=article.notes,
        **given,
    )


_GIVEN = ("title", "outlet", "published", "modified", "language")
