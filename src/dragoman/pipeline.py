"""The two passes: each article alone (`analyze`, `analyze_many`), then the record together (`link`).

The first pass is a pure function of one article; the second groups articles by the keys that each
linker names. `run` does both over inputs, into a store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial
from importlib import metadata
from typing import TypeAlias

from dragoman import page, readers
from dragoman.config import Settings, load_settings
from dragoman.encoder import Encoder, shipped_info
from dragoman.extract import entity, event, quantity, quotation, timex, toponym, trace
from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.event import SameEvent
from dragoman.link.furniture import RecurringFurniture
from dragoman.link.origin import Origins
from dragoman.linking import Affair, Joiner, Linker
from dragoman.pool import Failure, Pool
from dragoman.reading import Extractor, read_article
from dragoman.types import (
    Analysis,
    Article,
    Document,
    Drop,
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
    event.extract,
    trace.extract,
)
"""What reads an article, in order; a later one may use what an earlier one found."""

LINKERS: tuple[Linker, ...] = (
    RecurringFurniture(),
    SameWords(),
    Derivations(),
    Origins(),
    SameEvent(),
)
"""What joins articles, in order."""

JOINERS: tuple[Joiner, ...] = ()
"""What joins the articles of one affair, in order; they see the dates that the record gave."""

LAYERS: frozenset[str] = frozenset(
    {
        "articles", "timexes", "quantities", "toponyms", "entities", "entity_mentions",
        "quotations", "event_mentions", "events", "derivations", "origins",
    }
)  # fmt: skip
"""The exported tables that something in this version fills; the others are empty, not 'none found'."""

NOTES = (
    "Rewrites are told from independent reports by what the two have in common: most are found, not "
    "all, and now and then two independent reports are joined. Each derivation shows its passages.",
)
"""What a reader of this version's dossier must know."""

Task: TypeAlias = readers.Raw | Document


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
    noted = tuple(Drop(layer="article", reason="not_taken_as_it_stood") for _ in document.notes)
    return _extract(Analysis(article=page.describe(document), drops=noted))


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
    with open_pool(replace(chosen, workers=workers or chosen.workers)) as pool:
        for task, outcome in pool.map(tasks):
            yield from (w.analysis if isinstance(w, Worked) else w for w in results(task, outcome))


def join_affair(affair: Affair) -> Linked:
    """What the articles of an affair say together."""
    said = Linked()
    for join in JOINERS:
        said = join(affair, said)
    return said


def link_keys(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """The article's keys for every linker, as (linker name, key)."""
    return tuple((linker.name, key) for linker in LINKERS for key in linker.keys(analysis))


def work(settings: Settings, task: Task) -> tuple[Worked | Rejected, ...]:
    """One item, whole: parsed if it is raw, analysed, keyed. What every worker runs."""
    documents = readers.parse(task, settings) if isinstance(task, readers.Raw) else (task,)
    return tuple(_work_document(d, settings) for d in documents)


def open_pool(settings: Settings) -> Pool[Task, tuple[Worked | Rejected, ...]]:
    """Workers ready to `work`."""
    return Pool(
        partial(worker, settings),
        workers=settings.workers,
        memory_mb=settings.worker_mb,
        seconds=partial(_time_limit, settings),
    )


def worker(settings: Settings) -> Callable[[Task], tuple[Worked | Rejected, ...]]:
    """Called once inside a worker; loads what every item needs, so that no item pays for it."""
    encoder()
    return partial(work, settings)


def _time_limit(settings: Settings, task: Task) -> float:
    is_page = isinstance(task, readers.Raw) and task.kind == "html"
    return settings.html_seconds if is_page else settings.article_seconds


def results(
    task: Task, outcome: tuple[Worked | Rejected, ...] | Failure
) -> tuple[Worked | Rejected, ...]:
    """What became of a task, a failed worker included."""
    if not isinstance(outcome, Failure):
        return outcome
    path = task.path or task.source_id or "(text)"
    position = getattr(task, "position", None)
    where = f"{path}:{position}" if position else path
    return (
        Rejected(
            path=where, reason=outcome.reason, detail=outcome.detail, source_id=task.source_id
        ),
    )


def _work_document(document: Document | Rejected, settings: Settings) -> Worked | Rejected:
    if isinstance(document, Rejected):
        return document
    if len(document.text) > settings.max_text_chars:
        return Rejected(
            path=document.path or document.source_id,
            reason="too_large",
            detail=f"{len(document.text)} characters; an article may have {settings.max_text_chars} "
            "(setting max_text_chars)",
            source_id=document.source_id,
        )
    analysis = analyze_document(document)
    return Worked(analysis, link_keys(analysis))


def _extract(analysis: Analysis) -> Analysis:
    language = (analysis.article.language or "en").lower().split("-")[0]
    if language != "en":
        drop = Drop(layer="article", reason=f"no_extractors_for_{language}")
        return replace(analysis, drops=(*analysis.drops, drop))
    reading = read_article(analysis.article, encoder())
    for extract in EXTRACTORS:
        analysis = extract(reading, analysis)
    return analysis


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
