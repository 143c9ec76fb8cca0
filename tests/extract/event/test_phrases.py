"""The phrase of a party, whole: hedges and ages belong to it, a share of those named before does not."""

from __future__ import annotations

import pytest

from dragoman.extract.event.tree import Tree
from tests.extract.event.reading import reading

AT_LEAST = (
    "At/ADP/case/2 least/ADJ/nmod/3 seven/NUM/nummod/4 people/NOUN/nsubj:pass/6 were(be)/AUX/aux:pass/6 "
    "killed(kill)/VERB/root/0 ./PUNCT/punct/6"
)
AGED = (
    "Police/NOUN/nsubj/2 arrested(arrest)/VERB/root/0 a/DET/det/9 67/NUM/nummod/6 -/PUNCT/punct/4 "
    "year/NOUN/obl/8 -/PUNCT/punct/4 old/ADJ/amod/9 man/NOUN/obj/2 ./PUNCT/punct/2"
)
MOSTLY = (
    "Raids(raid)/NOUN/nsubj/2 killed(kill)/VERB/root/0 nine/NUM/nummod/4 people/NOUN/obj/2 ,/PUNCT/punct/7 "
    "mostly/ADV/advmod/7 women(woman)/NOUN/conj/4 and/CCONJ/cc/9 children(child)/NOUN/conj/7 ./PUNCT/punct/2"
)


def tree(line: str) -> Tree:
    return Tree(reading(line).sentences[0])


@pytest.mark.parametrize(
    ("line", "head", "words"),
    [(AT_LEAST, 3, "At least seven people"), (AGED, 8, "67 - year - old man")],
)
def test_a_phrase_is_whole(line: str, head: int, words: str) -> None:
    found = tree(line)
    assert " ".join(found.words[slice(*found.phrase(head))]) == words


def test_a_share_of_those_named_before_is_not_coordinated_with_them() -> None:
    assert tree(MOSTLY).conjuncts(3) == [3]
