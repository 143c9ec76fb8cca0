"""Whatever the encoder says: spans hold, nothing breaks, and the same input gives the same ids."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.entity import extract
from dragoman.reading import Reading
from dragoman.types import Analysis
from tests.extract.entity.reading import reading
from tests.timing import within

WORDS = [
    "Kari", "Holm", "France", "French", "Paris", "NATO", "US", "the", "The", "of", "’s", "-", ",", "(", ")", "“", "”", "and", "he", "she",
    "it", "its", "they", "himself", "president", "Minister", "ministry", "foreign", "officials", "army", "group", "said(say)", "who",
    "heads(head)", "is(be)", "Mr.", "Taliban", "Times", "45", "İ", "é", "🙂", "al-Sabah", "THE",
]  # fmt: skip
UPOS = ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "PUNCT", "ADP", "DET", "AUX")
RELS = (
    "nsubj", "obj", "obl", "nmod", "nmod:poss", "nmod:desc", "compound", "flat", "appos", "amod", "conj", "acl:relcl", "cop", "case", "det",
    "punct", "expl", "ccomp",
)  # fmt: skip
TYPES = ("", "", "", ":PER", ":ORG", ":LOC", ":NAT", ":OTH", ":PER+")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    count = draw(st.integers(1, 14))
    root = draw(st.integers(0, count - 1))
    words = []
    for index in range(count):
        others = [head for head in range(1, count + 1) if head != index + 1]
        head = 0 if index == root else draw(st.sampled_from(others))
        rel = "root" if index == root else draw(st.sampled_from(RELS))
        word, tag = draw(st.sampled_from(WORDS)), draw(st.sampled_from(UPOS))
        words.append(f"{word}:{tag}:{rel}:{head}{draw(st.sampled_from(TYPES))}")
    return draw(st.sampled_from(("", "¶"))) + " ".join(words)


def _check(read: Reading) -> Analysis:
    found = extract(read, Analysis(article=read.article))
    text = read.article.text
    known = {entity.id for entity in found.entities}
    for mention in found.entity_mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.text
        assert mention.entity in known
    for entity in found.entities:
        assert entity.name
        for role in entity.roles:
            assert text[role.span.start : role.span.end] == role.role
    assert len(known) == len(found.entities)
    assert known == {mention.entity for mention in found.entity_mentions}
    assert len({mention.id for mention in found.entity_mentions}) == len(found.entity_mentions)
    return found


@given(st.lists(sentences(), min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_reading_gives_facts_that_hold(lines: list[str]) -> None:
    assert _check(reading(*lines)) == _check(reading(*lines))


def test_an_article_without_sentences() -> None:
    assert _check(Reading(article=reading("A:DET:root:0").article, sentences=())).entities == ()


def test_time_is_nearly_linear() -> None:
    line = "Kari:PROPN:nsubj:3:PER Holm:PROPN:flat:1:PER said(say):VERB:root:0 he:PRON:nsubj:5 left(leave):VERB:ccomp:3 .:PUNCT:punct:3"
    read = reading(*[line] * 400)
    assert within(5, lambda: _check(read))
