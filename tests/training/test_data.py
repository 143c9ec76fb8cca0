"""Data preparation on hand-made input; needs no model and no data."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("safetensors")

from training import names, prepare, treebank
from training.labels import case_of, relation, spans_from_tags, tags_from_spans
from training.quotes import align, mark_document
from training.records import Sentence, read_sentences, write_sentences


def sentence(words: str, **layers: object) -> Sentence:
    split = words.split()
    return Sentence("s", "d", split, [False] * len(split), text=words, **layers)  # type: ignore[arg-type]


def test_tags_and_spans_are_inverse() -> None:
    spans = [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")]
    assert spans_from_tags(tags_from_spans(6, spans)) == spans


def test_first_span_wins_over_an_overlapping_one() -> None:
    assert tags_from_spans(3, [(0, 2, "ORG"), (1, 3, "LOC")]) == ["B-ORG", "I-ORG", "O"]


@pytest.mark.parametrize(
    ("label", "kept"), [("nsubj:pass", "nsubj:pass"), ("flat:foreign", "flat"), ("nope", None)]
)
def test_relations_lose_only_rare_subtypes(label: str, kept: str | None) -> None:
    assert relation(label) == kept


@pytest.mark.parametrize(
    ("word", "case"), [("talks", 0), ("Paris", 1), ("UN", 2), ("McCain", 3), ("G7", 4), (",", 0)]
)
def test_case_feature(word: str, case: int) -> None:
    assert case_of(word) == case


def test_case_feature_is_that_of_the_runtime() -> None:
    rows = pytest.importorskip("dragoman.encoder.rows")
    for word in [
        "the",
        "Paris",
        "UN",
        "U.S.",
        "McCain",
        "iPhone",
        "G7",
        "A",
        "I",
        "’s",
        "5",
        "ÉTÉ",
    ]:
        assert case_of(word) == rows.case_of(word), word


@pytest.mark.parametrize(
    ("words", "span", "expected"),
    [
        ("Foreign Minister Sergei Lavrov", (0, 4, "PER"), (2, 4, "PER")),
        ("the Secretary of State", (0, 4, "PER"), None),
        ("the United Nations 's", (0, 4, "ORG"), (1, 3, "ORG")),
        ("US - led", (0, 3, "LOC"), (0, 1, "LOC")),
        ("Turkish", (0, 1, "OTH"), (0, 1, "NAT")),
        ("the", (0, 1, "ORG"), None),
    ],
)
def test_names_are_brought_to_one_convention(
    words: str, span: names.Span, expected: names.Span | None
) -> None:
    assert names.normalise([span], words.split()) == ([expected] if expected else [])


def test_nationality_words_are_added_outside_names_only() -> None:
    words = ["Turkish", "jets", "struck", "the", "Syrian", "Observatory"]
    assert names.with_nationalities([(4, 6, "ORG")], words) == [(4, 6, "ORG"), (0, 1, "NAT")]


def test_gum_mentions_nest_and_close() -> None:
    cells = ["(1-person-new-x(2-place-new-y)", "1)", "(3-event-new-z"]
    assert names.gum_mentions(cells) == [(0, 1, "place"), (0, 2, "person")]


def test_gum_city_and_state_are_two_names() -> None:
    gold = sentence(
        "in Clearwater , Florida",
        upos=["ADP", "PROPN", "PUNCT", "PROPN"],
        heads=[4, 4, 2, 0],
        rels=["case", "compound", "punct", "root"],
        entity=["", "(26-place-new", "", "(27-place-new)26)"],
    )
    assert names.gum_names(gold) == ["O", "B-LOC", "O", "B-LOC"]


@pytest.mark.parametrize("genre", ["essay", "fiction", "letter", "podcast", "reddit", "whow"])
def test_non_commercial_genres_are_not_trained_on(genre: str) -> None:
    assert not treebank.may_train(f"GUM_{genre}_x")


def test_news_is_trained_on() -> None:
    assert treebank.may_train("GUM_news_nasa")


def test_re3d_keeps_names_and_drops_descriptions() -> None:
    text = "We saw Iraqi forces of the Islamic State"
    found = names.re3d_names(
        text,
        [(0, 2, "Organisation"), (7, 19, "Organisation"), (7, 12, "Nationality"),
         (23, 40, "Organisation"), (0, 2, "Weapon")],
    )  # fmt: skip
    assert sorted(found) == [(7, 12, "NAT"), (23, 40, "ORG")]


def test_states_stay_places_in_re3d() -> None:
    documents = [("Russia", [(0, 6, "ORG")]), ("in Russia", [(3, 9, "LOC")])]
    assert names.places_stay_places(documents)[0] == [(0, 6, "LOC")]


def test_silver_names_take_their_majority_type() -> None:
    documents = [("Daesh", [(0, 5, "ORG")])] * 4 + [("Daesh", [(0, 5, "PER")])]
    assert names.clean_silver(documents)[-1] == [(0, 5, "ORG")]


def test_attribution_inner_span_counts_and_sentence_start_begins_anew() -> None:
    text = "He said it ended. It did."
    owner = prepare.attribution_map(
        [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 25]]},
         {"source": [[8, 10]], "cue": [], "content": []}]
    )  # fmt: skip
    first, second = (
        prepare.attribution_tags(s.offsets, owner) for s in prepare.raw_sentences("d", text)
    )
    assert first == ["B-SRC", "B-CUE", "B-SRC", "B-CON", "I-CON"]
    assert second == ["B-CON", "I-CON", "I-CON"]


def test_alignment_of_clitics() -> None:
    assert align(["do", "n't", "go"], "don't go") == [(0, 2), (2, 5), (6, 8)]


def test_quotation_runs_over_sentences() -> None:
    first, second = sentence("He said : “ It is so ."), sentence("Yes . ” He left .")
    mark_document([first, second])
    assert first.quoted == [False] * 4 + [True] * 4
    assert second.quoted == [True, True, False, False, False, False]


def test_conllu_is_read_by_syntactic_words(tmp_path: Path) -> None:
    row = "{}\t{}\t_\t{}\t_\t_\t{}\t{}\t_\t{}"
    lines = [
        "# newdoc id = GUM_news_x", "# sent_id = GUM_news_x-1", "# newpar", "# text = Don't go",
        "1-2\tDon't" + "\t_" * 8,
        row.format(1, "Do", "AUX", 3, "aux", "_"), row.format(2, "n't", "PART", 3, "advmod", "_"),
        row.format(3, "go", "VERB", 0, "root", "Entity=(1-event-new)|X=y"), "",
    ]  # fmt: skip
    path = tmp_path / "x.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    (found,) = treebank.read_conllu(path)
    assert (found.doc, found.words, found.heads) == ("GUM_news_x", ["Do", "n't", "go"], [3, 3, 0])
    assert found.entity == ["", "", "(1-event-new)"]


def test_sentences_survive_the_file(tmp_path: Path) -> None:
    written = [sentence("a b", ner=["O", "B-PER"]), sentence("c")]
    write_sentences(tmp_path / "s.jsonl.gz", written)
    assert read_sentences(tmp_path / "s.jsonl.gz") == written
