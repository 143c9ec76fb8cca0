"""What articles leave out: of the report that they were made from, and of what the others tell.

A fact is left out where neither its words nor its number stand anywhere in the article; so a fact that
is told in other words with the same names and numbers is not taken for left out. Only statements and
figures are looked at, and only the most notable are listed: a list of everything that a short article
lacks would say nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.ids import make_id
from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.sides import counts, listed, quoted
from dragoman.link.discrepancy.texts import TOLD, Texts, statement_words
from dragoman.types import (
    Derivation,
    Discrepancy,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Span,
    Story,
)

MADE = frozenset({"copy", "rewrite", "shared_source"})
"""Kinds of derivation by which an article could have told what the other tells."""

MADE_OF = 0.45
"""Share of an article that must be common passages for it to be made from the other: who takes a
paragraph from a report leaves nothing out of it."""

NEAR = 800
"""Code points within which common passages stand around what was cut out between them."""

MOST_NAMED = 4
"""Statements and figures named in one sentence."""

LEAST_LEFT_OUT = 2
"""Statements and figures of its source that an article must leave out to be listed; of what it
copies word for word, one."""

MOST_OF_ORIGIN = 2
"""Omissions listed of one origin."""

MOST_OF_STORY = 3
"""Facts that others tell and that some leave out, listed of one story."""

LEAST_ORIGINS = 3
"""Independent origins that must tell a fact before leaving it out is noted."""

SHORT = 150
"""Words below which an article leaves out nearly everything, which says nothing."""

MARKS = "“”\"«»„‘’' ,"


def omissions(context: Context) -> Iterator[Discrepancy]:
    """What articles leave out of the report that they share with others, then of their story."""
    texts = Texts(context)
    yield from _of_sources(context, texts)
    for story in context.affair.stories:
        yield from _of_story(context, texts, story)


# ---------------------------------------------------------------- of the report it was made from


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one article leaves out of another."""

    source: str
    article: str
    facts: tuple[Quotation | Quantity, ...]


def _of_sources(context: Context, texts: Texts) -> Iterator[Discrepancy]:
    by_origin: dict[str, list[LeftOut]] = defaultdict(list)
    for derivation in context.affair.derivations:
        for source, article in _ways(derivation):
            found = left_out(context, texts, article, derivation)
            if len(found) >= (1 if derivation.kind == "copy" else LEAST_LEFT_OUT):
                by_origin[context.told[article].origin].append(LeftOut(source, article, found))
    for _, cases in sorted(by_origin.items()):
        for same in _notable(cases)[:MOST_OF_ORIGIN]:
            yield _omission(context, texts, same)


def _ways(derivation: Derivation) -> Iterator[tuple[str, str]]:
    """(the article that has more to give, the one that could have taken it)."""
    if derivation.kind in MADE:
        yield derivation.from_, derivation.to
        if not derivation.directed:
            yield derivation.to, derivation.from_


def left_out(
    context: Context, texts: Texts, article: str, derivation: Derivation
) -> tuple[Quotation | Quantity, ...]:
    """The statements and figures that an article, made from the other of its derivation, does not tell.

    Where both were made from a third report, only what stands in the middle of common passages: what
    stands elsewhere may be the other's own.
    """
    forth = derivation.to == article
    source = derivation.from_ if forth else derivation.to
    common = sorted(p.from_span if forth else p.to_span for p in derivation.passages)
    taken = [p.to_span if forth else p.from_span for p in derivation.passages]
    early = context.before(article, source)
    if _covered(taken) < MADE_OF * texts.size(article) or early:
        return ()
    found = [f for f in texts.notable(source) if not texts.tells(article, f)]
    found = [f for f in found if not _inside(_where(f), common)]
    if not derivation.directed:
        found = [f for f in found if _amid(_where(f), common)]
    return tuple(found)


def _covered(spans: Iterable[Span]) -> int:
    """Code points under the spans, each once."""
    covered, at = 0, 0
    for span in sorted(spans):
        covered += max(0, span.end - max(at, span.start))
        at = max(at, span.end)
    return covered


def _amid(span: Span, common: Sequence[Span]) -> bool:
    """Whether common passages stand close before and close behind."""
    before = any(0 <= span.start - c.end <= NEAR for c in common)
    return before and any(0 <= c.start - span.end <= NEAR for c in common)


def _where(fact: Quotation | Quantity) -> Span:
    return fact.span if isinstance(fact, Quantity) else fact.content[0].span


def _inside(span: Span, common: Iterable[Span]) -> bool:
    return any(c.start <= span.start and span.end <= c.end for c in common)


def _notable(cases: Sequence[LeftOut]) -> list[list[LeftOut]]:
    """Articles that leave out the same, together; where most is left out, first.

    Of several sources of one article, the one of which it leaves out most.
    """
    best: dict[str, LeftOut] = {}
    for case in sorted(cases, key=lambda c: (-len(c.facts), c.source)):
        best.setdefault(case.article, case)
    groups: dict[frozenset[str], list[LeftOut]] = defaultdict(list)
    for _, case in sorted(best.items()):
        groups[frozenset(_words_of(case.facts))].append(case)
    return sorted(groups.values(), key=lambda g: (-len(g[0].facts), g[0].article))


def _words_of(facts: Iterable[Quotation | Quantity]) -> Iterator[str]:
    for fact in facts:
        yield " ".join(statement_words(fact)) if isinstance(fact, Quotation) else fact.text


def _omission(context: Context, texts: Texts, same: Sequence[LeftOut]) -> Discrepancy:
    first = same[0]
    statements = [f for f in first.facts if isinstance(f, Quotation)]
    figures = [f for f in first.facts if isinstance(f, Quantity)]
    parts = [*_of_figures(figures), *_of_speakers(texts, statements)]
    if len(parts) > MOST_NAMED + 1:
        parts = [*parts[:MOST_NAMED], f"{len(parts) - MOST_NAMED} more"]
    by = _by(context, [c.article for c in same])
    return Discrepancy(
        id=make_id("discrepancy", "omission", *sorted(_words_of(first.facts))),
        kind="omission",
        summary=f"Left out of a report that others carry: {listed(parts)}. Left out by {by}.",
        facts=tuple(sorted(f.id for f in first.facts)),
        articles=tuple(sorted({c.article for c in same})),
    )


def _by(context: Context, articles: Iterable[str]) -> str:
    """The outlets of the articles, where they are few, and how many they are."""
    found = sorted(articles)
    outlets = sorted({context.outlet(a) or "" for a in found})
    number = counts(found, context.origins(found))
    short = len(outlets) <= MOST_NAMED and all(outlets)
    return f"{listed(outlets)} ({number})" if short else number


def _of_speakers(texts: Texts, statements: Sequence[Quotation]) -> list[str]:
    named = Counter(texts.speaker(statement) or "" for statement in statements)
    return [
        f"{'a statement' if count == 1 else f'{count} statements'} of {quoted(speaker, 60)}"
        for speaker, count in named.most_common()
    ]


def _of_figures(figures: Sequence[Quantity]) -> list[str]:
    return [
        f"the figure {quoted(f.text)} ({(f.measure or 'figure').replace('_', ' ')})"
        for f in figures
    ]


# ---------------------------------------------------------------- of what the others tell


def _of_story(context: Context, texts: Texts, story: Story) -> Iterator[Discrepancy]:
    """Statements and figures that most origins of a story tell, and that some articles leave out."""
    long = frozenset(a for a in story.articles if a in texts and texts.length(a) >= SHORT)
    wholes = list(_wholes(context, texts, long))
    members = _on_the_story(wholes)
    origins = context.origins(members)
    found = []
    for whole, facts in wholes:
        telling = context.origins(f.article for f in facts)
        if len(telling) < LEAST_ORIGINS or 2 * len(telling) <= len(origins):
            continue
        without = _without(context, texts, members - {f.article for f in facts}, facts)
        if without:
            found.append((-len(telling), whole, facts, without))
    for _, whole, facts, without in sorted(found, key=lambda f: f[:2])[:MOST_OF_STORY]:
        yield _untold(context, f"{story.id} {whole}", facts, without)


def _on_the_story(wholes: Iterable[tuple[str, Sequence[Quotation | Quantity]]]) -> frozenset[str]:
    """The articles that tell anything at all that others tell: the rest is of something else."""
    told = ({f.article for f in facts} for _, facts in wholes)
    return frozenset(article for articles in told if len(articles) > 1 for article in articles)


def _without(
    context: Context,
    texts: Texts,
    members: frozenset[str],
    facts: Sequence[Quotation | Quantity],
) -> frozenset[str]:
    """The articles that leave it out, with all the others of their origin; not those that appeared before
    anybody told it."""
    telling = context.origins(f.article for f in facts)
    others = (a for a in members if context.told[a].origin not in telling)
    silent = (a for a in others if not all(context.before(a, f.article) for f in facts))
    different = {texts.said(f): f for f in facts}.values()
    return frozenset(a for a in silent if not any(texts.tells(a, f) for f in different))


def _wholes(
    context: Context, texts: Texts, members: frozenset[str]
) -> Iterator[tuple[str, list[Quotation | Quantity]]]:
    for group in context.joined(QuotationGroup):
        said = (context.quotations.get(q) for q in group.quotations)
        here = [q for q in said if q and q.article in members]
        yield group.id, [*_alike(here)]
    largest = {q.id for a in members for q in texts.notable(a) if isinstance(q, Quantity)}
    for series in context.joined(QuantitySeries):
        yield series.id, [q for q in context.figures_of(series) if q.id in largest]


def _alike(said: Sequence[Quotation]) -> Iterator[Quotation]:
    """Those that say what the longest of them says."""
    first = min(said, key=lambda q: (-len(statement_words(q)), q.id), default=None)
    words = set(statement_words(first)) if first else set()
    for quotation in said:
        own = set(statement_words(quotation))
        if len(own & words) >= TOLD * len(own):
            yield quotation


def _untold(
    context: Context, of: str, facts: Sequence[Quotation | Quantity], without: frozenset[str]
) -> Discrepancy:
    first = min(facts, key=lambda f: (-len(_shown(context, f)), f.id))
    telling = {f.article for f in facts}
    told = counts(telling, context.origins(telling))
    by = _by(context, without)
    return Discrepancy(
        id=make_id("discrepancy", "omission", of),
        kind="omission",
        summary=f"{_shown(context, first)}: told by {told}, left out by {by}.",
        facts=tuple(sorted(f.id for f in facts)),
        articles=tuple(sorted(without)),
    )


def _shown(context: Context, fact: Quotation | Quantity) -> str:
    if isinstance(fact, Quantity):
        return _of_figures([fact])[0][:1].upper() + _of_figures([fact])[0][1:]
    speaker = context.name(fact.speaker)
    who = f" of {quoted(speaker, 60)}" if speaker else ""
    return f"The statement{who} {quoted(' … '.join(p.text.strip(MARKS) for p in fact.content))}"
