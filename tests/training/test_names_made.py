"""Names given to sentences: by hand from a file of numbers, and by replacing mentions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("safetensors")

from training import ewt_names, replace_names
from training.features import CHANGED, to_row
from training.labels import NAME_TYPES, NER, QUOTED
from training.records import Sentence


def sentence(words: str) -> Sentence:
    split = words.split()
    return Sentence("s", "d", split, [False] * len(split))


def names_file(folder: Path, body: str) -> Path:
    path = folder / "names.txt"
    path.write_text(f"# two of them: 2 sentences, 5 words, 3 names\n{body}\n", encoding="utf-8")
    return path


def test_names_by_hand_reach_their_words(tmp_path: Path) -> None:
    gold = [sentence("Ann 's Pizza closed"), sentence("No")]
    named = ewt_names.with_names(gold, names_file(tmp_path, "0 0-3ORG 3-4OTH"))
    assert [s.ner for s in named] == [["B-ORG", "I-ORG", "I-ORG", "B-OTH"], ["O"]]
    assert all(s.ner is None for s in gold)


def test_another_release_of_the_treebank_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="this release has"):
        ewt_names.with_names([sentence("One word more here")], names_file(tmp_path, ""))


def test_a_file_without_sizes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("0 0-1PER\n", encoding="utf-8")
    with pytest.raises(ValueError, match="header"):
        ewt_names.read_spans(path)


def test_the_names_by_hand_are_well_formed() -> None:
    (sentences, words), spans = ewt_names.read_spans(ewt_names.FILE)
    assert (sentences, words) == (12544, 204577) and max(spans) < sentences
    for own in spans.values():
        ends = [0, *(end for _, end, _ in own)]
        assert all(
            before <= start < end for before, (start, end, _) in zip(ends, own, strict=False)
        )
        assert {kind for _, _, kind in own} <= set(NAME_TYPES)


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


def test_made_up_shops_are_names_of_organisations() -> None:
    found = replace_names._listed_pools()
    assert any(name[-1] == "'s" for name in found["ORG", 2])
    assert any(name[1:2] == ("'s",) and name[2] in replace_names.TRADES for name in found["ORG", 3])
