"""Whatever the encoder says: spans hold, nothing breaks, and time stays linear in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.quotation import extract
from dragoman.reading import Reading
from dragoman.types import Analysis, EntityPassage, Passage, Quotation
from tests.extract.quotation.reading import reading
from tests.timing import grows_linearly, within

WORDS = [
    "Mara",
    "said(say)",
    "told(tell)",
    "“",
    "”",
    "‘",
    "’",
    ",",
    ".",
    ":",
    "―",
    "(",
    ")",
    "it",
    "that",
    "who",
    "according",
    "to",
    "by",
    "as",
    "saying(say)",
    "quoted(quote)",
    "statement",
    "officials(official)",
    "rained(rain)",
    "seemed(seem)",
    "asked(ask)",
    "urged(urge)",
    "THE",
    "MAYOR",
    "İ",
    "é",
    "🙂",
]
UPOS = ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "PUNCT", "ADP", "DET", "CCONJ")
RELS = (
    "nsubj", "nsubj:pass", "aux:pass", "ccomp", "xcomp", "obj", "iobj", "obl", "obl:agent", "obl:unmarked",
    "parataxis", "advcl", "acl", "acl:relcl", "conj", "punct", "case", "mark", "nmod:poss", "appos", "det",
)  # fmt: skip
MARKS = ("", "", ":S", ":C", ":Q", ":Q", ":S+", ":C+", ":Q+")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence with any tree and any marks."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, place - 1))] + 1
    line = " ".join(
        f"{draw(st.sampled_from(WORDS))}:{draw(st.sampled_from(UPOS))}:"
        f"{'root' if not head else draw(st.sampled_from(RELS))}:{head}{draw(st.sampled_from(MARKS))}"
        for head in heads
    )
    return draw(st.sampled_from(("", "¶"))) + line


def found(read: Reading) -> Analysis:
    return extract(read, Analysis(article=read.article))


def passages(quotation: Quotation) -> Sequence[Passage | EntityPassage]:
    """All passages of a quotation."""
    given_ = (quotation.speaker, quotation.cue, quotation.addressee)
    return [*quotation.content, *(p for p in given_ if p is not None)]


@given(st.lists(sentences(), min_size=1, max_size=6))
@settings(max_examples=120, deadline=None)
def test_spans_hold(lines: list[str]) -> None:
    read = reading(*lines)
    result = found(read)
    for quotation in result.quotations:
        for passage in passages(quotation):
            start, end = passage.span
            assert 0 <= start < end <= len(read.article.text)
            assert read.article.text[start:end] == passage.text
        spans = [p.span for p in quotation.content]
        assert spans and all(a.end <= b.start for a, b in pairwise(spans))
    ids = [q.id for q in result.quotations]
    assert len(set(ids)) == len(ids)


@given(st.lists(sentences(), min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_same_again(lines: list[str]) -> None:
    assert found(reading(*lines)) == found(reading(*lines))


def test_other_layers_stay() -> None:
    read = reading("Mara:PROPN:nsubj:2:S said(say):VERB:root:0:C so:ADV:advmod:2:Q")
    before = Analysis(article=read.article)
    after = extract(read, before)
    assert (after.timexes, after.entities, after.events) == ((), (), ())


def test_time_is_linear_in_the_article() -> None:
    line = "“:PUNCT:punct:3:Q It:PRON:nsubj:3:Q rained(rain):VERB:root:0:Q .:PUNCT:punct:3:Q"

    def prepared(count: int) -> Callable[[], object]:
        read = reading(*[line] * count)
        return lambda: found(read)

    assert grows_linearly(prepared, 300, 3000)


def test_sentence_full_of_marks() -> None:
    head = "said(say):VERB:root:0:C"
    tail = " ".join(
        "Mara:PROPN:nsubj:1:S it:PRON:obj:1:Q+ said(say):VERB:conj:1:C" for _ in range(80)
    )
    read = reading(f"{head} {tail}")
    assert within(5, lambda: found(read))
