"""Scores on the development sets: the encoder rows of GOALS, one function a measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.decode import Chains, Reading, Runner, predict
from training.event_words import is_held
from training.features import Row, Split, to_rows, word_splitter
from training.labels import ATTRIBUTION_ROLES, EVENTS, spans_from_tags
from training.network import Network, base_folder, load_base
from training.prepare import is_news
from training.records import Sentence
from training.train import sentence_vectors

Scores = dict[str, float]
Parts = dict[str, list[Sentence]]
Pair = tuple[Sentence, Reading]
SIMILARITY_PAIRS = 500
NEWS_NAMES = ("PER", "ORG", "LOC", "NAT")


def evaluate(run: Runner, chains: Chains, parts: Parts) -> Scores:
    """All rows, in points of a hundred (similarity: Spearman)."""
    split = word_splitter()

    def read(part: str) -> list[Pair]:
        return readings(run, chains, parts[part], split)

    ewt, gum, polnear, re3d = (read(f"{p}_dev") for p in ("ewt", "gum", "polnear", "re3d"))
    news = [pair for pair in gum if is_news(pair[0])]
    scores = prefixed("ewt", syntax(ewt)) | prefixed("gum", syntax(gum))
    scores |= prefixed("gum_news", syntax(news))
    scores |= prefixed("uner", names(ewt, ("PER", "ORG", "LOC")))
    scores |= prefixed("news_names", names(re3d + news, NEWS_NAMES))
    scores |= prefixed("re3d", names(re3d, NEWS_NAMES)) | prefixed("gum_names", names(gum))
    scores |= prefixed("polnear", attribution(polnear))
    scores["similarity"] = similarity(polnear)
    marked = [one for part in parts.values() for one in part if one.events is not None]
    held = [one for one in marked if is_held(one)]
    scores |= prefixed("event", events(readings(run, chains, held, split)))
    return {name: round(value, 3 if name == "similarity" else 2) for name, value in scores.items()}


def prefixed(prefix: str, scores: Scores) -> Scores:
    """The scores with a name before theirs."""
    return {f"{prefix}_{name}": value for name, value in scores.items()}


def readings(
    run: Runner, chains: Chains, sentences: Sequence[Sentence], split: Split
) -> list[Pair]:
    """Each sentence with what the model says; a sentence too long to read gets empty labels."""
    rows = to_rows(sentences, split)
    found = predict(run, rows, chains)
    return [(s, reading or blank(s)) for s, reading in zip(sentences, found, strict=True)]


def blank(sentence: Sentence) -> Reading:
    """The reading of a sentence that was not read: everything wrong."""
    size = len(sentence.words)
    outside = ["O"] * size
    vector = np.zeros(384, np.float32)
    blanks = ["_"] * size
    return Reading(
        blanks, [-1] * size, blanks, outside, outside, [EVENTS[0]] * size, blanks, vector
    )


def syntax(pairs: Sequence[Pair]) -> Scores:
    """UPOS accuracy, UAS, LAS without subtypes, LAS with; punctuation counted."""
    hits: Counter[str] = Counter()
    for sentence, reading in pairs:
        assert sentence.upos and sentence.heads is not None and sentence.rels
        gold = zip(sentence.upos, sentence.heads, sentence.rels, strict=True)
        said = zip(reading.upos, reading.heads, reading.rels, strict=True)
        for (upos, head, rel), (said_upos, said_head, said_rel) in zip(gold, said, strict=True):
            arc = head == said_head
            hits["words"] += 1
            hits["upos"] += upos == said_upos
            hits["uas"] += arc
            hits["las"] += arc and rel.split(":")[0] == said_rel.split(":")[0]
            hits["las_full"] += arc and rel == said_rel
    total = max(hits.pop("words"), 1)
    return {name: 100 * hits[name] / total for name in ("upos", "uas", "las", "las_full")}


def names(pairs: Sequence[Pair], types: Sequence[str] | None = None) -> Scores:
    """Exact typed span F1, over all types and each."""
    gold, said = Counter[str](), Counter[str]()
    right = Counter[str]()
    for sentence, reading in pairs:
        wanted = _spans(sentence.ner or [], types)
        found = _spans(reading.ner, types)
        for tally, spans in ((gold, wanted), (said, found), (right, wanted & found)):
            tally["f1"] += len(spans)
            tally.update(kind for _, _, kind in spans)
    return {kind: f1(right[kind], said[kind], gold[kind]) for kind in sorted(gold)}


def _spans(tags: Sequence[str], types: Sequence[str] | None) -> set[tuple[int, int, str]]:
    return {span for span in spans_from_tags(tags) if types is None or span[2] in types}


def attribution(pairs: Sequence[Pair]) -> Scores:
    """Token F1 and exact span F1 of source, cue and content."""
    scores: Scores = {}
    for role in ATTRIBUTION_ROLES:
        tokens = [
            (gold[2:] == role, said[2:] == role)
            for sentence, reading in pairs
            for gold, said in zip(sentence.att or [], reading.att, strict=True)
        ]
        right = sum(a and b for a, b in tokens)
        scores[role] = f1(right, sum(b for _, b in tokens), sum(a for a, _ in tokens))
        scores[role + "_span"] = _span_f1(pairs, lambda s: s.att or [], lambda r: r.att, role)
    return scores


def _span_f1(
    pairs: Iterable[Pair],
    gold: Callable[[Sentence], list[str]],
    said: Callable[[Reading], list[str]],
    kind: str,
) -> float:
    sets = [(_spans(gold(s), (kind,)), _spans(said(r), (kind,))) for s, r in pairs]
    right = sum(len(a & b) for a, b in sets)
    return f1(right, sum(len(b) for _, b in sets), sum(len(a) for a, _ in sets))


def events(pairs: Sequence[Pair]) -> Scores:
    """F1 of event words with their type and without, and how often their status is right."""
    tally: Counter[str] = Counter()
    for sentence, reading in pairs:
        assert sentence.events is not None and sentence.statuses is not None
        gold = zip(sentence.events, sentence.statuses, strict=True)
        said = zip(reading.events, reading.statuses, strict=True)
        for (kind, status), (said_kind, said_status) in zip(gold, said, strict=True):
            is_event, found = kind != EVENTS[0], said_kind != EVENTS[0]
            tally["gold"] += is_event
            tally["said"] += found
            tally["both"] += is_event and found
            tally["typed"] += is_event and kind == said_kind
            tally["status"] += is_event and status == said_status
    gold_words, said_words = max(tally["gold"], 1), tally["said"]
    return {
        "typed": f1(tally["typed"], said_words, gold_words),
        "untyped": f1(tally["both"], said_words, gold_words),
        "precision": 100 * tally["both"] / max(said_words, 1),
        "recall": 100 * tally["both"] / gold_words,
        "status": 100 * tally["status"] / gold_words,
    }


def f1(right: int, said: int, gold: int) -> float:
    """F1 in points of a hundred."""
    return 200 * right / max(said + gold, 1)


def similarity(pairs: Sequence[Pair]) -> float:
    """Spearman correlation with the original encoder over random pairs of news sentences.

    The original reads the sentence as raw text with its own tokeniser, without the case feature.
    """
    rng = np.random.default_rng(500)
    whole = [pair for pair in pairs if 5 <= len(pair[0].words) <= 60 and pair[0].text]
    drawn = [whole[i] for i in rng.choice(len(whole), 2 * SIMILARITY_PAIRS)]
    original = original_vectors([sentence.text for sentence, _ in drawn])
    ours = np.stack([reading.emb for _, reading in drawn])
    ours /= np.linalg.norm(ours, axis=1, keepdims=True)
    ranks = [_ranks((v[::2] * v[1::2]).sum(1)) for v in (original, ours)]
    return float(np.corrcoef(*ranks)[0, 1])


def original_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors of all-MiniLM-L6-v2 for raw texts."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows = [
        Row(i, [text], [tokenizer.encode(text, add_special_tokens=False).ids], [0], None, None, None,
            None, None)
        for i, text in enumerate(texts)
    ]  # fmt: skip
    return sentence_vectors(load_base(Network()).eval(), rows, cased=False)


def _ranks(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Ranks of values (ties do not matter among real numbers)."""
    return values.argsort().argsort().astype(np.float64)
