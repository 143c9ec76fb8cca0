"""Whatever the encoder says: spans hold, nothing breaks, the answer is the same, time stays linear."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.event import extract
from dragoman.reading import Reading
from dragoman.types import Analysis, EntityPassage, Passage
from tests.extract.event.reading import reading
from tests.extract.event.test_extract import CASES
from tests.timing import grows_linearly

WORDS = [
    "Norway",
    "attack(attack)",
    "recalled(recall)",
    "talks(talk)",
    "not",
    "if",
    "will",
    "to",
    "by",
    "of",
    "with",
    "on",
    "and",
    "ambassador",
    "police",
    "said(say)",
    "urged(urge)",
    "they",
    "protest",
    "strikes(strike)",
    ",",
    ".",
    "before",
]
UPOS = ["VERB", "NOUN", "PROPN", "ADJ", "AUX", "PRON", "ADP", "PUNCT", "SCONJ", "NUM"]
RELS = [
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "acl:relcl",
    "conj",
    "case",
    "mark",
    "aux",
    "aux:pass",
    "nsubj:pass",
    "amod",
    "compound",
    "det",
    "punct",
    "appos",
]


@st.composite
def lines(draw: st.DrawFn) -> str:
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: 0}
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, place - 1))] + 1
    words = []
    for word in range(size):
        rel = "root" if heads[word] == 0 else draw(st.sampled_from(RELS))
        name = draw(st.sampled_from(["", "", "/PER", "/LOC", "/ORG", "/NAT"]))
        words.append(
            f"{draw(st.sampled_from(WORDS))}/{draw(st.sampled_from(UPOS))}/{rel}/{heads[word]}{name}"
        )
    return " ".join(words)


def _read(read: Reading) -> Analysis:
    return extract(read, Analysis(article=read.article))


@settings(max_examples=300, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=3))
def test_any_tree_gives_sound_events(sentences: list[str]) -> None:
    read = reading(*sentences)
    found = _read(read)
    text = read.article.text
    for event in found.events:
        passages: list[Passage | EntityPassage] = [event.trigger, *event.actor, *event.recipient]
        for passage in passages:
            assert text[passage.span.start : passage.span.end] == passage.text != ""
    assert found == _read(reading(*sentences))
    ids = [event.id for event in found.events]
    assert len(set(ids)) == len(ids)


def test_time_is_linear_in_the_number_of_sentences() -> None:
    def prepared(times: int) -> Callable[[], object]:
        read = reading(*[line for line, _ in CASES] * times)
        return lambda: _read(read)

    assert grows_linearly(prepared, 1, 10)
