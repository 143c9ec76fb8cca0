"""Who said what: attribution in the sense of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018).

The encoder marks sources, cues and contents word by word. This package links them inside a sentence
(`link`), completing what is missing from the tree (`cues`, `complete`, `reported`), finds attributions
inside attributions (`nested`), follows quotations over sentences and paragraphs (`flow`), and makes
`Quotation` facts (`build`). A speaker in doubt is left out (`silent`). Time is linear in the article,
and in the square of the marks in one sentence.

`made_by.rule` is 'attribution head' where all parts are the encoder's, else the first that is not:
of the cue 'governor', 'participle', 'parenthesis', 'colon', 'dash', 'label', 'unclosed', 'inside a
report' or 'quoted as saying'; of the source 'subject', 'shared subject', 'described noun', 'agent',
'possessor' or 'credit'; of the content 'aside' or 'rejoined'. `made_by.score` is the least of the
parts' scores, and `made_by.note` is 'unnamed' where the text leaves the source without a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dragoman.extract.quotation.build import quotation
from dragoman.extract.quotation.cues import GOVERNOR, participles
from dragoman.extract.quotation.flow import Attribution, Content, Line, flow
from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.link import link
from dragoman.extract.quotation.marks import kind
from dragoman.extract.quotation.mend import mended
from dragoman.extract.quotation.nested import nested
from dragoman.extract.quotation.pieces import Piece, pieces
from dragoman.extract.quotation.reported import credited
from dragoman.extract.quotation.seeming import rejoined
from dragoman.extract.quotation.sources import Mentions
from dragoman.extract.quotation.transcript import labelled
from dragoman.extract.quotation.tree import Tree
from dragoman.resources import load_json
from dragoman.types import Analysis, Drop, Quotation

if TYPE_CHECKING:
    from dragoman.encoder import EncodedSentence
    from dragoman.reading import Reading

__all__ = ["extract"]

WEIGHTS: Final = "quotation_weights.json"
LEAST_QUOTED: Final = 6  # words and marks of a quotation that stands alone; shorter ones are titles
_DEED_OF: Final = {"recall": "recalled", "hold": "settings"}  # verb: word list of its objects
_SURE: Final = 0.6  # score of a cue
_RELATIVE: Final = frozenset({"which", "whom", "that"})
_EMPTY: Final = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """The analysis with the article's quotations, in text order, and with what was not kept."""
    lines = [_line(i, s) for i, s in enumerate(reading.sentences) if s.attribution]
    found = flow(lines, load_json(WEIGHTS)["flow"])
    mentions = Mentions(so_far.entity_mentions)
    kept = [attribution for attribution in found if _says_something(attribution)]
    made = {q.id: q for q in (quotation(reading.article, a, mentions) for a in kept)}
    quotations = tuple(sorted(made.values(), key=_place))
    return replace(so_far, quotations=quotations, drops=so_far.drops + _drops(found))


def _line(index: int, sentence: EncodedSentence) -> Line:
    tree = Tree(sentence)
    marked = labelled(tree, mended(tree, pieces(tree)))
    found = sorted([*marked, *participles(tree, marked)], key=lambda piece: piece.start)
    groups = link(tree, found, load_json(WEIGHTS))
    credited(tree, groups)
    return Line(index, tree, nested(tree, rejoined(tree, groups)))


def _place(found: Quotation) -> tuple[int, int, int]:
    start, end = found.content[0].span
    return start, -end, found.cue.span.start if found.cue else -1


def _says_something(attribution: Attribution) -> bool:
    return _why_not(attribution) is None


def _why_not(attribution: Attribution) -> str | None:
    """The reason for leaving an attribution out, or None."""
    group, contents = attribution.group, attribution.contents
    if not contents:
        return "cue_without_content"
    if not any(_has_word(content) for content in contents):
        return "content_without_word"
    if group.cue is not None and group.source is None and _views(attribution.line.tree, group.cue):
        return "nobody_says_it" if not _is_quoted(contents) else None
    guessed = group.cue is None or group.cue.rule == GOVERNOR or group.doubtful
    least = min(content.piece.score for content in contents)
    if group.cue is not None and _does(attribution.line.tree, group.cue, least):
        return "not_an_utterance"
    if guessed and group.source is None and not _is_quoted(contents):
        return "nobody_says_it"
    return None


def _does(tree: Tree, cue: Piece, score: float) -> bool:
    """A deed and no word: 'recalled its ambassador', not 'recalled the day'; 'held talks', 'blocked the road'.

    A verb that may be either ('blocked') is a deed where the encoder is in doubt: `score` is its contents'.
    """
    verb = tree.sentence.lemmas[cue.head]
    if _tries(tree, cue.head, verb):
        return True
    objects = [tree.sentence.lemmas[word] for word in tree.below(cue.head, "obj")]
    if verb in _DEED_OF:
        return any(word in words(_DEED_OF[verb]) for word in objects)
    return bool(objects) and verb in words("deeds") and min(score, cue.score) < _SURE


def _tries(tree: Tree, head: int, verb: str) -> bool:
    """'Aimed to win', 'agreed to meet', 'declined to attend'; not 'agreed that', 'declined to comment'."""
    if verb in words("undertaking"):
        return not tree.below(head, "ccomp")
    acts = [tree.sentence.lemmas[word] for word in tree.below(head, "xcomp")]
    answers = words("speech", "answers")
    return verb in words("declining") and bool(acts) and answers.isdisjoint(acts)


def _views(tree: Tree, cue: Piece) -> bool:
    """'Was seen as a snub', 'is expected to', 'appears to': how a thing looks, said by nobody."""
    return tree.sentence.lemmas[cue.head] in words("viewing")


def _is_quoted(contents: Sequence[Content]) -> bool:
    """Words in quotation marks, and more than a title or a word held at arm's length."""
    parts = [(c.line.tree, c.piece.start, c.piece.end) for c in contents]
    return kind(parts) == "direct" and sum(end - start for _, start, end in parts) > LEAST_QUOTED


def _has_word(content: Content) -> bool:
    """Whether a content has more than marks, articles and prepositions, or a lone 'which'."""
    sentence = content.line.tree.sentence
    if content.piece.end - content.piece.start == 1 and sentence.rels[content.piece.head] == "obj":
        return sentence.words[content.piece.head].lower() not in _RELATIVE
    return any(
        sentence.upos[word] not in _EMPTY and any(char.isalnum() for char in sentence.words[word])
        for word in range(content.piece.start, content.piece.end)
    )


def _drops(found: Sequence[Attribution]) -> tuple[Drop, ...]:
    reasons = ((attribution, _why_not(attribution)) for attribution in found)
    return tuple(_drop(attribution, why) for attribution, why in reasons if why is not None)


def _drop(attribution: Attribution, reason: str) -> Drop:
    cue, tree = attribution.group.cue, attribution.line.tree
    piece = cue if cue is not None else attribution.contents[0].piece
    return Drop(layer="quotation", reason=reason, span=tree.span(piece.start, piece.end))
