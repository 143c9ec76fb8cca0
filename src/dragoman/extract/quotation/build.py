"""Attributions to `Quotation` facts: spans, kind, entities, and what made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.quotation.addressee import addressee
from dragoman.extract.quotation.flow import Attribution, Content
from dragoman.extract.quotation.marks import kind, tidy
from dragoman.extract.quotation.pieces import HEAD, Piece
from dragoman.extract.quotation.sources import (
    Mentions,
    entity_of,
    is_unnamed,
    speaker_of,
    tidy_source,
)
from dragoman.extract.quotation.tree import Tree
from dragoman.ids import make_id
from dragoman.types import Article, EntityPassage, MadeBy, Passage, Quotation, Span

UNNAMED = "unnamed"

Part = tuple[Tree, int, int]


def quotation(article: Article, attribution: Attribution, mentions: Mentions) -> Quotation:
    """The fact of one attribution with contents."""
    parts = [_part(content) for content in attribution.contents]
    content = tuple(_passage(article, span) for span in merged(article.text, parts))
    speaker, cue = _speaker(article, attribution, mentions), _cue(article, attribution)
    who, by = speaker.span if speaker else None, cue.span if cue else None
    return Quotation(
        id=make_id("quotation", article.id, who, by, [passage.span for passage in content]),
        article=article.id,
        speaker=speaker,
        cue=cue,
        content=content,
        kind=kind(parts),
        addressee=_addressee(article, attribution, mentions),
        made_by=_made_by(attribution),
    )


def _passage(article: Article, span: Span) -> Passage:
    return Passage(text=article.text[span.start : span.end], span=span)


def _entity_passage(article: Article, span: Span, entity: str | None) -> EntityPassage:
    return EntityPassage(text=article.text[span.start : span.end], span=span, entity=entity)


def _speaker(
    article: Article, attribution: Attribution, mentions: Mentions
) -> EntityPassage | None:
    source, tree = attribution.group.source, attribution.line.tree
    if source is None:
        return None
    span = tree.span(*tidy_source(tree, source))
    return _entity_passage(article, span, speaker_of(tree, source, mentions))


def _cue(article: Article, attribution: Attribution) -> Passage | None:
    cue = attribution.group.cue
    if cue is None:
        return None
    return _passage(article, attribution.line.tree.span(cue.start, cue.end))


def _addressee(
    article: Article, attribution: Attribution, mentions: Mentions
) -> EntityPassage | None:
    tree = attribution.line.tree
    found = addressee(tree, attribution.group)
    if found is None:
        return None
    head = tree.head_of(*found)
    return _entity_passage(article, tree.span(*found), entity_of(tree, head, mentions))


def _part(content: Content) -> Part:
    tree = content.line.tree
    return tree, *tidy(tree, content.piece.start, content.piece.end)


def merged(text: str, parts: Sequence[Part]) -> list[Span]:
    """Spans of the parts in text order; neighbours with only white space between are one."""
    spans: list[Span] = []
    for span in sorted(tree.span(start, end) for tree, start, end in parts):
        if spans and (span.start <= spans[-1].end or _runs_on(text[spans[-1].end : span.start])):
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        else:
            spans.append(span)
    return spans


def _runs_on(gap: str) -> bool:
    return not gap.strip() and gap.count("\n") < 2


def _made_by(attribution: Attribution) -> MadeBy:
    """The first rule that added something to the head's spans, the least score, and the remark."""
    group = attribution.group
    used = [
        p for p in (group.cue, group.source, group.contents[0] if group.contents else None) if p
    ]
    rule = next((piece.rule for piece in used if piece.rule != HEAD), HEAD)
    unnamed = group.source is not None and is_unnamed(
        attribution.line.tree, group.source, group.cue
    )
    return MadeBy(rule=rule, score=_score(attribution), note=UNNAMED if unnamed else None)


def _score(attribution: Attribution) -> float:
    """The least certain of its parts: the mean over contents, the cue and the source."""
    group = attribution.group
    contents = [content.piece.score for content in attribution.contents]
    parts: Iterator[Piece] = (p for p in (group.cue, group.source) if p is not None)
    return round(min(sum(contents) / len(contents), *(p.score for p in parts), 1.0), 3)
