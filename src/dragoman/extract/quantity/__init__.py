"""Reported numbers: how many, of whom, through what, where, as of when, and on whose word.

Numbers with their hedges, ranges, currencies and units are read from the words (`numbers`,
`amounts`); what is no quantity is dropped with its reason (`reject`, `single`); the tree says what
is counted (`counted`), as what (`measure`), and what stands around it (`context`, `source`).
Lexicons are in `data/quantity.json`. Time is linear in the article.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from dragoman.extract.quantity.amounts import Amount, amounts, partitive
from dragoman.extract.quantity.atoms import atoms
from dragoman.extract.quantity.context import as_of, cause, place
from dragoman.extract.quantity.counted import Counted, counted, of_span
from dragoman.extract.quantity.frames import Measured
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.measure import (
    as_whole,
    inherited,
    measured,
    part_of,
)
from dragoman.extract.quantity.reject import Line, Times, is_table, reason
from dragoman.extract.quantity.setting import Setting, setting
from dragoman.extract.quantity.single import is_pronoun
from dragoman.extract.quantity.source import reported_by
from dragoman.extract.quantity.tree import Tree
from dragoman.ids import make_id
from dragoman.types import Analysis, Drop, MadeBy, Passage, Quantity, Span

if TYPE_CHECKING:
    from dragoman.encoder import EncodedSentence
    from dragoman.reading import Reading

__all__ = ["extract"]

_DIGITS: Final = frozenset("0123456789½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞")


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """The analysis with the article's quantities, in text order, and with what was not kept."""
    times = Times(tuple(sorted(t.span for t in so_far.timexes)))
    text = reading.article.text
    lines = [_line(text, s, times) for s in reading.sentences if _numbered(s)]
    found = [(line, amounts(line.atoms)) for line in lines]
    words = {word.lower() for sentence in reading.sentences for word in sentence.words}
    about = setting(words, [(line.atoms, of_line) for line, of_line in found])
    made: list[Quantity] = []
    drops: list[Drop] = []
    for line, of_line in found:
        _read(line, of_line, about, so_far, made, drops)
    return replace(so_far, quantities=tuple(made), drops=(*so_far.drops, *drops))


def _numbered(sentence: EncodedSentence) -> bool:
    """Whether a sentence may hold a number at all; most hold none."""
    signs = lexicon().signs
    for word in sentence.words:
        if word.isalpha():
            if word.lower() in signs:
                return True
        elif "-" in word or not _DIGITS.isdisjoint(word):
            return True
    return False


def _line(text: str, sentence: EncodedSentence, times: Times) -> Line:
    start, end = sentence.sentence.start, sentence.sentence.end
    return Line(text, atoms(text, start, end), Tree(sentence), times)


def _read(
    line: Line,
    found: list[Amount],
    about: Setting,
    so_far: Analysis,
    made: list[Quantity],
    drops: list[Drop],
) -> None:
    """Adds the quantities of one sentence to `made`, and what is none to `drops`."""
    table = is_table(found, line.atoms)
    before: Measured | None = None
    whole: Counted | None = None
    for amount, following in zip_longest(found, found[1:]):
        why = "table" if table else reason(line, amount)
        if why is None:
            what = counted(line.tree, line.atoms, amount)
            what, measure, whole = _measured(line, amount, what, following, whole, about)
            measure = inherited(line.tree, what, measure, before)
            if not is_pronoun(line.tree, amount, what, measure):
                before = measure
                made.append(_quantity(line, amount, what, measure, so_far))
                continue
        drops.append(Drop(layer="quantity", reason=why or "one", span=amount.span(line.atoms)))


def _measured(
    line: Line,
    amount: Amount,
    what: Counted,
    following: Amount | None,
    whole: Counted | None,
    about: Setting,
) -> tuple[Counted, Measured, Counted | None]:
    """What is counted and as what, with an eye on 'N of the M': (counted, measure, the M ahead)."""
    tree = line.tree
    if whole is not None and whole.tokens == what.tokens:
        return what, as_whole(tree, amount, what, about), None
    own = measured(tree, amount, what, about)
    if following is None or amount.unit is not None or not partitive(line.atoms, amount, following):
        return what, own, None
    ahead = counted(tree, line.atoms, following)
    noun = what.noun if ahead.noun is None else ahead.noun
    what = replace(what, noun=noun)
    own = measured(tree, amount, what, about)
    return what, part_of(own, measured(tree, following, ahead, about)), ahead


def _quantity(
    line: Line, amount: Amount, what: Counted, measure: Measured, so_far: Analysis
) -> Quantity:
    tree, text, article = line.tree, line.text, so_far.article.id
    span = amount.span(line.atoms)
    return Quantity(
        id=make_id("quantity", article, span.start, span.end),
        article=article,
        span=span,
        text=text[span.start : span.end],
        low=amount.low,
        high=amount.high,
        modifier=amount.modifier,
        unit=(amount.unit.name or None) if amount.unit else None,
        measure=measure.measure,
        of=None if _in_next_unit(amount) else _of(line, what),
        cause=_passage(text, cause(tree, what, measure)),
        reported_by=reported_by(
            tree, what, span, so_far.quotations, so_far.entity_mentions, text, measure.anchor
        ),
        as_of=as_of(tree, what, so_far.timexes),
        place=place(tree, what, so_far.toponyms, text),
        made_by=MadeBy(rule=f"quantity.{measure.rule}"),
    )


def _in_next_unit(amount: Amount) -> bool:
    """'From 0 to 60 miles': what stands behind the unit of the second is not counted by the first."""
    unit = amount.unit
    bare = amount.end == amount.last and amount.first == amount.start
    return unit is not None and bare and unit.dimension not in ("percent", "money", "times")


def _of(line: Line, what: Counted) -> Passage | None:
    """What is counted, unless it is a time ('13 percent next year'), a sign or a pronoun ('of whom')."""
    span = of_span(line.tree, what)
    if span is None or what.noun is None:
        return None
    noun = line.tree.span(what.noun, what.noun)
    pointing = line.tree.lower[what.noun] in ("whom", "which", "that", "who")
    if pointing or line.times.meets(noun) or line.tree.upos[what.noun] == "SYM":
        return None
    return _passage(line.text, span)


def _passage(text: str, span: Span | None) -> Passage | None:
    return None if span is None else Passage(text=text[span.start : span.end], span=span)
