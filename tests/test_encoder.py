"""The encoder: decoding, batching, cache, integrity. Most tests use a tiny random model."""

from __future__ import annotations

import gzip
import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.encoder import (
    EVENT_TYPES,
    STATUSES,
    EncodedSentence,
    Encoder,
    EventWord,
    Labelled,
    Name,
    Reading,
)
from dragoman.encoder.cache import SentenceCache
from dragoman.encoder.decode import best_paths, plain_chain, spans, without_addresses
from dragoman.encoder.events import event_words, shifted
from dragoman.encoder.lemma import lemma
from dragoman.encoder.rows import case_of, rows_of
from dragoman.encoder.session import SHIPPED
from dragoman.encoder.trees import are_trees, best_tree, heads_of
from dragoman.encoder.wordpiece import WordPiece
from dragoman.errors import ModelError
from dragoman.text import Sentence, segment
from dragoman.types import Span

TINY = Path(__file__).parent / "data" / "tiny_encoder"
TEXT = (
    "ANKARA (Reuters) - Turkey recalled its ambassador on Monday. “We go,” the minister said. "
    "“We will not come back. Never.”\n\nThe U.S. State Department didn't comment. "
    "We go. The minister said so in Istanbul, and 12 people were hurt near Raqqa. We go."
)


@pytest.fixture(scope="module")
def tiny() -> Encoder:
    return Encoder.load(TINY)


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    if not (SHIPPED / "encoder.onnx").exists():
        pytest.skip("the trained model is not in the tree (python -m training makes it)")
    return Encoder.load()


def read(encoder: Encoder, text: str) -> tuple[EncodedSentence, ...]:
    return encoder.encode(text, segment(text))


def same(left: Reading, right: Reading) -> bool:
    """Equal in every label; scores and vectors equal to rounding."""
    fields = ("words", "lemmas", "upos", "heads", "rels")
    equal = all(getattr(left, name) == getattr(right, name) for name in fields)
    equal = equal and same_parts(left.names, right.names)
    equal = equal and same_parts(left.attribution, right.attribution)
    equal = equal and same_events(left.events, right.events)
    return equal and np.allclose(left.vector, right.vector, atol=1e-5)


def same_parts(left: Sequence[Name | Labelled], right: Sequence[Name | Labelled]) -> bool:
    plain = [[replace(part, score=0) for part in parts] for parts in (left, right)]
    scores = [[part.score for part in parts] for parts in (left, right)]
    return plain[0] == plain[1] and scores[0] == pytest.approx(scores[1], abs=1.1e-4)


def same_events(left: Sequence[EventWord], right: Sequence[EventWord]) -> bool:
    """The same words with the same probabilities, to a thousandth and rounding."""
    values = [
        [value for word in words for value in (word.token, *word.types, *word.statuses)]
        for words in (left, right)
    ]
    return values[0] == pytest.approx(values[1], abs=1.1e-3)


def check(text: str, found: tuple[EncodedSentence, ...]) -> None:
    """What holds for any result of any text."""
    for one in found:
        size = len(one.sentence.tokens)
        assert one.words == tuple(text[a:b] for a, b in one.sentence.tokens)
        assert {len(one.lemmas), len(one.upos), len(one.heads), len(one.rels)} == {size}
        assert sum(head == -1 for head in one.heads) == 1
        assert [rel == "root" for rel in one.rels] == [head == -1 for head in one.heads]
        assert one.subtree(one.root) == tuple(range(size))
        assert one.vector.shape == (384,)
        assert float(np.linalg.norm(one.vector)) == pytest.approx(1, abs=1e-4)
        for parts in (one.names, one.attribution):
            edges = [edge for part in parts for edge in (part.start_token, part.end_token)]
            assert edges == sorted(edges)
            assert all(0 <= part.start_token < part.end_token <= size for part in parts)
            assert all(0 <= part.score <= 1 for part in parts)
        tokens = [word.token for word in one.events]
        assert tokens == sorted(set(tokens)) and all(0 <= token < size for token in tokens)
        for word in one.events:
            assert (len(word.types), len(word.statuses)) == (len(EVENT_TYPES), len(STATUSES))
            assert 0.04 < word.score <= 1
            assert sum(word.statuses) == pytest.approx(1, abs=0.004)


def test_results_are_aligned_with_the_text(tiny: Encoder) -> None:
    found = read(tiny, TEXT)
    assert [one.sentence for one in found] == list(segment(TEXT))
    check(TEXT, found)


def test_no_sentences(tiny: Encoder) -> None:
    assert tiny.encode("", ()) == ()
    assert tiny.encode_all([]) == []


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_a_result_does_not_depend_on_its_batch(which: str, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue(which)
    folder = TINY if which == "tiny" else SHIPPED
    texts = [TEXT, TEXT.upper(), TEXT.replace("Monday", "Tuesday"), " ".join(TEXT.split()[::-1])]
    pairs = [(text, segment(text)) for text in texts]
    alone = Encoder.load(folder, cache_words=0)
    single = [[alone.encode(text, [one])[0].reading for one in parts] for text, parts in pairs]
    together = Encoder.load(folder).encode_all(pairs)
    backwards = Encoder.load(folder).encode_all(pairs[::-1])[::-1]
    for one, two, three in zip(single, together, backwards, strict=True):
        assert all(same(a, b.reading) for a, b in zip(one, two, strict=True))
        assert all(same(a, b.reading) for a, b in zip(one, three, strict=True))


def test_quoted_words_are_read_as_quoted(tiny: Encoder) -> None:
    words = tuple(Span(start, start + 1) for start in (0, 2))
    plain = tiny.encode("a b", [Sentence(0, 3, words, 0, (False, False))])[0]
    quoted = tiny.encode("a b", [Sentence(0, 3, words, 0, (True, True))])[0]
    assert not np.array_equal(plain.vector, quoted.vector)


def test_a_long_sentence_is_read_in_parts(tiny: Encoder) -> None:
    text = "The minister didn't comment on unpronounceableness " * 30
    found = read(tiny, text)
    assert len(found) == 2
    check(text, found)
    rows = rows_of(found[0].words, found[0].sentence.quoted, tiny._reader._split, 64)
    assert len(rows) > 3
    assert max(len(row.ids) for row in rows) <= 64
    assert sum(row.words for row in rows) == len(found[0].words)


def test_the_cache_counts_and_keeps_its_bound() -> None:
    encoder = Encoder.load(TINY, cache_words=50)
    read(encoder, "We go. They stay. We go.")
    assert (encoder.cache_info().hits, encoder.cache_info().misses) == (0, 2)
    first = read(encoder, "We go.")[0]
    assert encoder.cache_info().hits == 1
    assert same(first.reading, read(Encoder.load(TINY), "We go.")[0].reading)
    read(encoder, "\n".join(f"Sentence number {n} is new." for n in range(100)))
    assert encoder.cache_info().words <= 50


def test_the_least_recently_used_goes_first(tiny: Encoder) -> None:
    readings = [one.reading for one in read(tiny, "We go. They stay. You left.")]
    keys = [(reading.words, (False,) * 3) for reading in readings]
    cache = SentenceCache(6)
    cache.put(keys[0], readings[0])
    cache.put(keys[1], readings[1])
    cache.get(keys[0])
    cache.put(keys[2], readings[2])
    assert [cache.get(key) is not None for key in keys] == [True, False, True]


HOSTILE = st.text(
    st.one_of(st.sampled_from(list(" \n\"“”.!?aAé1-'\u0301\u200b\u202e東👍🏽")), st.characters()), max_size=120
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_any_text_is_read(text: str) -> None:
    encoder = _TINY_SHARED
    check(text, read(encoder, text))


_TINY_SHARED = Encoder.load(TINY)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "東" * 3000, "\x00\x01 \ufffd", "😀" * 500, "عربي " * 400]
)
def test_odd_input_has_bounded_cost(tiny: Encoder, text: str) -> None:
    check(text, read(tiny, text))


# -- trees and tags ------------------------------------------------------------------------------


def naive_is_tree(heads: tuple[int, ...]) -> bool:
    def reaches_root(node: int) -> bool:
        for _ in range(len(heads) + 1):
            if node == 0:
                return True
            node = heads[node - 1]
        return False

    return heads.count(0) == 1 and all(reaches_root(i) for i in range(1, len(heads) + 1))


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_the_best_tree_is_the_best(words: int) -> None:
    random = np.random.default_rng(words)
    trees = [
        heads for heads in itertools.product(range(words + 1), repeat=words) if naive_is_tree(heads)
    ]
    for _ in range(60):
        scores = random.normal(size=(words, words + 1)).astype(np.float32)
        found = best_tree(scores)
        each = np.arange(words)
        best = max(float(scores[each, list(heads)].sum()) for heads in trees)
        assert naive_is_tree(tuple(found.tolist()))
        assert float(scores[each, found].sum()) == pytest.approx(best, abs=1e-5)


def test_trees_are_told_from_graphs_with_cycles() -> None:
    cases = list(itertools.product(range(5), repeat=4))
    found = are_trees(np.array(cases), np.ones((len(cases), 4), bool))
    assert found.tolist() == [naive_is_tree(heads) for heads in cases]


@pytest.mark.parametrize("words", [1, 5, 40, 200])
def test_heads_of_any_scores_are_trees(words: int) -> None:
    scores = np.random.default_rng(0).normal(size=(3, words, words + 1)).astype(np.float32)
    heads = heads_of(scores, np.array([words, 1, max(1, words // 2)]))
    for row, size in zip(heads, (words, 1, max(1, words // 2)), strict=True):
        assert naive_is_tree(tuple(row[:size].tolist()))


TAGS = ["O", "B-A", "I-A", "B-B", "I-B"]


def test_best_paths_are_the_best_allowed() -> None:
    chain = plain_chain(TAGS)
    scores = np.random.default_rng(3).normal(size=(20, 4, 5)).astype(np.float32)
    sizes = np.array([4, 3, 2, 1] * 5)
    found = best_paths(scores, sizes, chain)
    for row, size, path in zip(scores, sizes, found, strict=True):

        def total(tags: tuple[int, ...], row: np.ndarray = row) -> float:
            steps = sum(chain.step[a, b] for a, b in itertools.pairwise(tags))
            return float(chain.start[tags[0]] + steps + sum(row[i, t] for i, t in enumerate(tags)))

        best = max(itertools.product(range(5), repeat=int(size)), key=total)
        assert tuple(path[:size].tolist()) == best


def test_spans_of_tags() -> None:
    assert spans(["B-A", "I-A", "O", "B-B", "B-B", "I-B"]) == [
        (0, 2, "A"),
        (3, 4, "B"),
        (4, 6, "B"),
    ]
    assert spans(["I-A", "I-B"]) == [(0, 1, "A"), (1, 2, "B")]
    assert spans([]) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ann Lee a.lee@example.org", [1, 2, 0]),
        ("www.example.org https://a.b/c Ann", [0, 0, 2]),
        ("Ann @ Lee@ECT", [1, 2, 2]),
    ],
)
def test_an_address_is_in_no_name(words: str, expected: list[int]) -> None:
    assert without_addresses([1, 2, 2], words.split()) == expected


# -- event words ---------------------------------------------------------------------------------


def logits(*shares: float) -> np.ndarray:
    return np.log(np.array(shares, np.float32) + 1e-9)


def test_words_are_kept_from_a_twentieth_on() -> None:
    rest = [0.0] * 14
    types = np.stack([logits(0.96, 0.04, 0.0, *rest), logits(0.94, 0.04, 0.02, *rest)])
    statuses = np.stack([logits(*[1 / 6] * 6), logits(0.1, 0.2, 0.7, 0, 0, 0)])
    (found,) = event_words(types[None], statuses[None], [2])
    assert [word.token for word in found] == [1]
    word = found[0]
    assert word.types[:3] == (0.04, 0.02, 0.0)
    assert (word.type, word.status) == (EVENT_TYPES[0], STATUSES[2])
    assert word.score == pytest.approx(0.06)
    assert word.of_type(EVENT_TYPES[1]) == 0.02
    assert word.of_status(STATUSES[1]) == 0.2


def test_padding_is_no_event_word() -> None:
    types, statuses = np.zeros((2, 3, 17), np.float32), np.zeros((2, 3, 6), np.float32)
    found = event_words(types, statuses, [3, 1])
    assert [[word.token for word in row] for row in found] == [[0, 1, 2], [0]]
    assert [word.token for word in shifted(found[0], 4)] == [4, 5, 6]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(-30, 30, width=32), min_size=23, max_size=23))
def test_probabilities_are_those_of_the_scores(scores: list[float]) -> None:
    types, statuses = (np.array(part, np.float32) for part in (scores[:17], scores[17:]))
    shares = np.exp(types.astype(float) - types.max())
    shares /= shares.sum()
    (found,) = event_words(types[None, None], statuses[None, None], [1])
    if abs(shares[0] - 0.95) > 1e-4:
        assert bool(found) == bool(shares[0] < 0.95)
    for word in found:
        assert word.types == pytest.approx(shares[1:].tolist(), abs=6e-4)


# -- tree helpers --------------------------------------------------------------------------------


def hand_made() -> EncodedSentence:
    text = "The minister was recalled by Turkey"
    tokens = tuple(
        Span(*edges) for edges in ((0, 3), (4, 12), (13, 16), (17, 25), (26, 28), (29, 35))
    )
    reading = Reading(
        words=tuple(text.split()),
        lemmas=("the", "minister", "be", "recall", "by", "Turkey"),
        upos=("DET", "NOUN", "AUX", "VERB", "ADP", "PROPN"),
        heads=(1, 3, 3, -1, 5, 3),
        rels=("det", "nsubj:pass", "aux:pass", "root", "case", "obl:agent"),
        names=(), attribution=(), vector=np.zeros(384, np.float32),
    )  # fmt: skip
    return EncodedSentence(Sentence(0, 35, tokens, 0, (False,) * 6), reading)


def test_tree_helpers() -> None:
    one = hand_made()
    assert one.root == 3
    assert one.children(3) == (1, 2, 5)
    assert one.children(3, "nsubj") == (1,)
    assert one.children(3, "obl:agent", "nsubj:pass") == (1, 5)
    assert one.subtree(5) == (4, 5)
    assert one.span_of(one.subtree(1)) == (0, 12)


# -- lemmas --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("was", "AUX", "be"), ("n’t", "PART", "not"), ("said", "VERB", "say"), ("fled", "VERB", "flee"),
        ("hoping", "VERB", "hope"), ("hopping", "VERB", "hop"), ("besieging", "VERB", "besiege"),
        ("shelled", "VERB", "shell"), ("expelled", "VERB", "expel"), ("tries", "VERB", "try"),
        ("freed", "VERB", "free"), ("vetoed", "VERB", "veto"), ("dying", "VERB", "die"),
        ("crises", "NOUN", "crisis"), ("casualties", "NOUN", "casualty"), ("women", "NOUN", "woman"),
        ("bus", "NOUN", "bus"), ("attaches", "NOUN", "attach"), ("worst", "ADJ", "bad"),
        ("Turkish", "ADJ", "Turkish"), ("their", "PRON", "their"), ("Erdogan", "PROPN", "Erdogan"),
        ("Americans", "PROPN", "American"), ("14,327", "NUM", "14,327"), ("...", "PUNCT", "..."),
    ],
)  # fmt: skip
def test_lemmas(word: str, upos: str, expected: str) -> None:
    assert lemma(word, upos) == expected


def test_lemmas_of_the_treebank(shared: Path) -> None:
    right = total = 0
    with gzip.open(shared / "data/ud/en_ewt-ud-dev.conllu.gz", "rt", encoding="utf-8") as lines_:
        for columns in (line.split("\t") for line in lines_):
            if columns[0].isdigit():
                total += 1
                right += lemma(columns[1], columns[3]) == columns[2]
    assert right / total > 0.98


# -- word-pieces and case ------------------------------------------------------------------------


def test_word_pieces_equal_the_reference(request: pytest.FixtureRequest) -> None:
    tokenizers = pytest.importorskip("tokenizers")
    lines_ = (TINY / "vocab.txt").read_text(encoding="utf-8").split("\n")
    if (SHIPPED / "vocab.txt").exists():
        lines_ = (SHIPPED / "vocab.txt").read_text(encoding="utf-8").split("\n")
    vocabulary = {piece: number for number, piece in enumerate(lines_) if piece}
    reference = tokenizers.BertWordPieceTokenizer(vocabulary, lowercase=True)
    ours = WordPiece(vocabulary, longest=20)
    for word in [*ODD_WORDS, *dev_words(request)]:
        expected = reference.encode(word, add_special_tokens=False).ids[:20]
        assert list(ours.split(word)) == (expected or [vocabulary["[UNK]"]]), word


ODD_WORDS = [
    "naïve", "cafe\u0301", "ÅNGSTRÖM", "İstanbul", "ß", "Ǆ", "ΣΟΦΟΣ", "東京tower", "한국어", "don't", "U.S.-led", "a_b",
    "$5", "50%", "…", "“", "’s", "—", "\u200b", "\u00ad", "a\u00adb", "\x00a", "\ufffd", "👍🏽", "x" * 101, "x" * 100,
    "¿qué", "´", "`", "^", "~", "+", "€", "№", "½", "²", "ﬁ", "Ⅷ", "עברית", "عربي", "हिन्दी", "ไทย", "\u2028", "a\tb",
]  # fmt: skip


def dev_words(request: pytest.FixtureRequest, count: int = 5000) -> list[str]:
    """Different words of the development data, or none where it is absent."""
    try:
        shared: Path = request.getfixturevalue("shared")
    except pytest.skip.Exception:
        return []
    words: dict[str, None] = {}
    for name in ("re3d/re3d", "polnear/dev", "ecbplus/ecbplus"):
        with gzip.open(shared / f"data/{name}.jsonl.gz", "rt", encoding="utf-8") as lines_:
            for line in lines_:
                words.update(dict.fromkeys(json.loads(line)["text"].split()))
                if len(words) > count:
                    break
    return list(words)


def test_case() -> None:
    words = ["the", "Paris", "UN", "McCain", "G7", "A", "-", "U.S.", "東", "e-mail", "İ", "ÉU"]
    assert [case_of(word) for word in words] == [0, 1, 2, 3, 4, 1, 0, 2, 3, 0, 1, 2]


def test_case_is_that_of_training() -> None:
    labels = pytest.importorskip("training.labels")
    words = [*ODD_WORDS, *TEXT.split(), "iPhone", "A1", "ÀB", "ǅ", "a.B", "1", "aB"]
    assert [case_of(word) for word in words] == [labels.case_of(word) for word in words]


# -- integrity -----------------------------------------------------------------------------------


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "model"))


@pytest.mark.parametrize("name", ["encoder.onnx", "vocab.txt"])
def test_an_altered_file_is_refused(copied: Path, name: str) -> None:
    path = copied / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"sha256 .* expected .* install"):
        Encoder.load(copied)


@pytest.mark.parametrize("name", ["encoder.onnx", "vocab.txt", "config.json"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=name):
        Encoder.load(copied)


@pytest.mark.parametrize("layer", ["event", "status"])
def test_labels_of_events_in_another_order_are_refused(copied: Path, layer: str) -> None:
    labels = json.loads((copied / "config.json").read_text("utf-8"))["labels"]
    edit_config(copied, labels=labels | {layer: labels[layer][::-1]})
    with pytest.raises(ModelError, match=layer):
        Encoder.load(copied)


def edit_config(folder: Path, **changes: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), encoding="utf-8")


def test_another_format_is_refused(copied: Path) -> None:
    edit_config(copied, format=99)
    with pytest.raises(ModelError, match="format 99"):
        Encoder.load(copied)


def test_a_broken_config_is_refused(copied: Path) -> None:
    (copied / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"config\.json"):
        Encoder.load(copied)
    (copied / "config.json").write_text('{"format": 2}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"config\.json"):
        Encoder.load(copied)


def test_a_digest_beside_the_graph_counts_too(copied: Path) -> None:
    (copied / "encoder.onnx.sha256").write_text("0" * 64 + "  encoder.onnx\n", encoding="ascii")
    with pytest.raises(ModelError, match="expected 0000"):
        Encoder.load(copied)


def test_a_file_that_is_no_graph_is_refused(copied: Path) -> None:
    import hashlib

    (copied / "encoder.onnx").write_bytes(b"no graph")
    digest = hashlib.sha256(b"no graph").hexdigest()
    edit_config(copied, graph={"file": "encoder.onnx", "sha256": digest})
    with pytest.raises(ModelError, match="can't load"):
        Encoder.load(copied)


def test_a_model_without_free_batching_reads_one_by_one(copied: Path, tiny: Encoder) -> None:
    edit_config(copied, batching="single")
    found = read(Encoder.load(copied), TEXT)
    assert all(same(a.reading, b.reading) for a, b in zip(found, read(tiny, TEXT), strict=True))


def test_info(tiny: Encoder) -> None:
    info = tiny.info()
    assert (info.name, info.version, len(info.sha256)) == ("tiny", "0", 64)


def test_results_load_no_runtime() -> None:
    code = (
        "import sys, dragoman.text\n"
        "assert not {'numpy', 'onnxruntime'} & set(sys.modules)\n"
        "import dragoman.encoder\n"
        "assert 'onnxruntime' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# -- the model that ships ------------------------------------------------------------------------


def test_the_shipped_model_reads_news(shipped: Encoder) -> None:
    text = TEXT.removeprefix("ANKARA (Reuters) - ")  # `reading` cuts datelines off
    found = read(shipped, text)
    check(text, found)
    recalled = found[0]
    assert recalled.lemmas[recalled.root] == "recall"
    assert "Turkey" in [
        recalled.words[child] for child in recalled.children(recalled.root, "nsubj")
    ]
    assert any(
        "State" in found[4].words[name.start_token : name.end_token] for name in found[4].names
    )
    assert {part.label for part in found[1].attribution} == {"SRC", "CUE", "CON"}


def test_the_shipped_model_marks_event_words(shipped: Encoder) -> None:
    text = "Police arrested 30 people on Monday. Talks between both sides will resume next week."
    first, second = read(shipped, text)
    (arrested,) = (word for word in first.events if word.token == 1)
    (talks,) = (word for word in second.events if word.token == 0)
    assert (arrested.type, arrested.status) == ("COERCE", "happened")
    assert (talks.type, talks.status) == ("CONSULT", "planned")
    assert min(arrested.score, talks.score) > 0.5
    assert 3 not in {word.token for word in first.events}


def test_another_model_in_the_package_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.encoder import session

    shutil.copytree(TINY, tmp_path / "models")
    monkeypatch.setattr(session, "SHIPPED", tmp_path / "models")
    with pytest.raises(ModelError, match="not the one that this version was released with"):
        session.read_model(tmp_path / "models")
