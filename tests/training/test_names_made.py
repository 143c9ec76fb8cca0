"""Names made by machine: runs of proper nouns, and replaced mentions."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("safetensors")

from training import replace_names, self_names
from training.decode import Reading
from training.features import CHANGED, to_row
from training.labels import NAME_TYPES, NER, QUOTED
from training.records import Sentence


def tree(words: str, upos: str, heads: list[int], rels: str) -> Sentence:
    split = words.split()
    return Sentence(
        "s", "d", split, [False] * len(split), upos=upos.split(), heads=heads, rels=rels.split()
    )


def reading(tags: list[str], kind: str) -> Reading:
    types = np.zeros((len(tags), len(NAME_TYPES)), np.float32)
    types[:, NAME_TYPES.index(kind)] = 0.9
    return Reading([], [], [], tags, [], np.zeros(384, np.float32), types)


def test_two_names_side_by_side_are_two_runs() -> None:
    signature = tree(
        "Vangie McGilloway Constellation Power",
        "PROPN PROPN PROPN PROPN",
        [0, 1, 4, 1],
        "root flat compound list",
    )
    assert self_names.propn_runs(signature) == [(0, 2), (2, 4)]


def test_hyphens_join_and_titles_and_months_stay_out() -> None:
    sentence = tree(
        "Foreign Minister al - Jubeir left in May",
        "ADJ PROPN PROPN PUNCT PROPN VERB ADP PROPN",
        [2, 3, 6, 5, 3, 0, 8, 6],
        "amod nmod:desc nsubj punct flat root case obl",
    )
    assert self_names.propn_runs(sentence) == [(2, 5)]


def test_the_networks_name_counts_where_it_holds_whole_runs() -> None:
    sentence = tree("University of Michigan", "PROPN ADP PROPN", [0, 3, 1], "root case nmod")
    tags = self_names.propn_names([sentence], [reading(["B-ORG", "I-ORG", "I-ORG"], "ORG")])
    assert tags == [["B-ORG", "I-ORG", "I-ORG"]]
    apart = self_names.propn_names([sentence], [reading(["O", "O", "O"], "ORG")])
    assert apart == [["B-ORG", "O", "B-ORG"]]


def test_a_type_is_that_of_the_same_words_elsewhere() -> None:
    sentence = tree("Azurix grew", "PROPN VERB", [2, 0], "nsubj root")
    found = [reading(["O", "O"], kind) for kind in ("ORG", "ORG", "ORG", "LOC")]
    tags = self_names.propn_names([sentence] * 4, found)
    assert tags[0] == ["B-ORG", "O"]


def test_replacement_keeps_labels_quotation_and_number_of_words() -> None:
    sentence = Sentence(
        "s", "d", ["Obama", "met", "Trump"], [True] * 3, ner=["B-PER", "O", "B-PER"]
    )
    split = {"Obama": [1], "met": [2], "Trump": [3], "al-Sisi": [4, 5]}.__getitem__
    row = to_row(sentence, 0, split)
    changer = replace_names.Replacer({("PER", 1): [("al-Sisi",)]}, split)
    changed = [changer.apply(row, np.random.default_rng(seed)) for seed in range(40)]
    other = [new for new in changed if new.words != row.words]
    assert other and len(other) < 40
    for new in other:
        assert len(new.words) == 3 and new.ner == row.ner and new.number == CHANGED
        assert all(case & QUOTED for case in new.case)
        assert new.pieces == [split(word) for word in new.words]


def test_lists_hold_names_of_several_words() -> None:
    found = replace_names.lists()
    assert ("Sierra", "Leone") in found["place"]
    assert ("IS",) in found["organisation"]
    assert len(NER) == 1 + 2 * len(NAME_TYPES)
