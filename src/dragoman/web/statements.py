"""Who said what, in which words: the wordings of one statement, with what differs marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.types import Quotation, QuotationGroup
from dragoman.web.differing import compared
from dragoman.web.evidence import ArticleRef, Evidence
from dragoman.web.index import Counts, Index

MARKS = "“”\"«»„‘’' ,"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingView:
    """One wording, words that the first one lacks marked, with who it is given to and where it stands."""

    html: Markup
    kind: str
    speakers: tuple[str, ...]
    refs: tuple[tuple[ArticleRef, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """One statement and the wordings it was reported in."""

    id: str
    speaker: str | None
    counts: Counts
    wordings: tuple[WordingView, ...]
    quotations: tuple[Evidence, ...]


def group_views(
    index: Index, facts: Iterable[QuotationGroup], origins: dict[str, str] | None = None
) -> Iterator[GroupView]:
    """Statements reported on the page: those in most articles first. `origins`: article to origin."""
    views = (view for fact in facts if (view := group_view(index, fact, origins)))
    yield from sorted(views, key=lambda g: (-(g.counts.origins or 0), -g.counts.articles, g.id))


def group_view(
    index: Index, fact: QuotationGroup, origins: dict[str, str] | None = None
) -> GroupView | None:
    """One statement, None where no article of the page reports it."""
    told = [q for i in fact.quotations if isinstance(q := index.fact(i), Quotation)]
    told = [q for q in told if q.article in index.sources]
    if not told:
        return None
    articles = {q.article for q in told}
    counted = len({origins.get(a, a) for a in articles}) if origins else None
    return GroupView(
        id=fact.id,
        speaker=index.name(fact.speaker) if fact.speaker else _fullest(told),
        counts=Counts(articles=len(articles), origins=counted),
        wordings=tuple(_wordings(index, told)),
        quotations=index.evidence(q.id for q in told),
    )


def _fullest(told: Iterable[Quotation]) -> str | None:
    """The longest words for the speaker: they name him best."""
    return max(sorted({q.speaker.text for q in told if q.speaker}), key=len, default=None)


def _wordings(index: Index, told: Sequence[Quotation]) -> Iterator[WordingView]:
    """Each wording once, the one in most articles first: the others are compared with it."""
    by_text: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in told:
        by_text[_text(quotation)].append(quotation)
    ordered = sorted(
        by_text.items(), key=lambda w: (-len({q.article for q in w[1]}), -len(w[0]), w[0])
    )
    for text, quotations in ordered:
        speakers = sorted({q.speaker.text for q in quotations if q.speaker})
        places = sorted(
            ((index.sources[q.article].ref, f"#{q.id}") for q in quotations),
            key=lambda place: place[0].number,
        )
        yield WordingView(
            html=compared(ordered[0][0], text)[1],
            kind=min(q.kind for q in quotations),
            speakers=tuple(speakers),
            refs=tuple(places),
        )


def _text(quotation: Quotation) -> str:
    return " … ".join(" ".join(p.text.split()).strip(MARKS) for p in quotation.content)
