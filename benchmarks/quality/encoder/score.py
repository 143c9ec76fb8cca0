"""Scores of the encoder, one function a measure, in points of a hundred (similarity: Spearman)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from benchmarks.quality.encoder import treebank
from benchmarks.quality.encoder.data import Pair, marked, news_pairs, parts, read
from dragoman.encoder import Encoder
from dragoman.encoder.session import NO_EVENT
from training.labels import ATTRIBUTION_ROLES, spans_from_tags

Scores = dict[str, float]
WORLD = ("PER", "ORG", "LOC")
NEWS = ("PER", "ORG", "LOC", "NAT")
SURE = 0.5  # probability from which on a word counts as marked
Edges = set[tuple[int, int, int, str]]


def scores(encoder: Encoder, *, subset: bool = False) -> Scores:
    """Every row."""
    gold = parts(subset=subset)
    ewt, gum = read(encoder, gold.ewt), read(encoder, gold.gum)
    found = syntax("ewt", ewt) | syntax("gum", gum)
    found["uner_names"] = names(ewt, WORLD)
    found["news_names"] = names(read(encoder, gold.news), NEWS)
    found |= attribution(read(encoder, gold.polnear))
    found |= events(read(encoder, marked(subset=subset)))
    found["similarity"] = similarity(encoder, 5 if subset else 1)
    return found | treebank.scores(subset=subset)


def syntax(prefix: str, pairs: Sequence[Pair]) -> Scores:
    """UPOS, UAS, LAS without subtypes; punctuation counts, gold tokens and sentences."""
    words = upos = arcs = labels = 0
    for gold, said in pairs:
        assert gold.upos and gold.heads is not None and gold.rels
        for i in range(len(gold.words)):
            arc = gold.heads[i] == said.heads[i] + 1
            words += 1
            upos += gold.upos[i] == said.upos[i]
            arcs += arc
            labels += arc and gold.rels[i].split(":")[0] == said.rels[i].split(":")[0]
    counts = {"upos": upos, "uas": arcs, "las": labels}
    return {f"{prefix}_{name}": 100 * count / max(words, 1) for name, count in counts.items()}


def names(pairs: Sequence[Pair], types: Sequence[str]) -> float:
    """F1 of exact spans with their type."""
    gold: Edges = set()
    said: Edges = set()
    for number, (sentence, found) in enumerate(pairs):
        gold |= {
            (number, *span) for span in spans_from_tags(sentence.ner or []) if span[2] in types
        }
        said |= {
            (number, name.start_token, name.end_token, name.type)
            for name in found.names
            if name.type in types
        }
    return f1(len(gold & said), len(said), len(gold))


def attribution(pairs: Sequence[Pair]) -> Scores:
    """F1 of the words in sources, cues and contents."""
    found: Scores = {}
    for role, name in zip(ATTRIBUTION_ROLES, ("source", "cue", "content"), strict=True):
        gold, said = set(), set()
        for number, (sentence, result) in enumerate(pairs):
            gold |= {(number, i) for i, tag in enumerate(sentence.att or []) if tag[2:] == role}
            said |= {
                (number, i)
                for part in result.attribution
                if part.label == role
                for i in range(part.start_token, part.end_token)
            }
        found[f"polnear_{name}"] = f1(len(gold & said), len(said), len(gold))
    return found


def events(pairs: Sequence[Pair]) -> Scores:
    """F1 of event words with their type and without, and how many have the right status."""
    gold: dict[tuple[int, int], tuple[str, str]] = {}
    said: dict[tuple[int, int], str] = {}
    statuses = 0
    for number, (sentence, found) in enumerate(pairs):
        layers = zip(sentence.events or [], sentence.statuses or [], strict=True)
        gold |= {(number, i): both for i, both in enumerate(layers) if both[0] != NO_EVENT}
        said |= {(number, word.token): word.type for word in found.events if word.score >= SURE}
        statuses += sum(
            gold.get((number, word.token), ("", ""))[1] == word.status for word in found.events
        )
    typed = sum(gold[place][0] == kind for place, kind in said.items() if place in gold)
    return {
        "event_typed": f1(typed, len(said), len(gold)),
        "event_untyped": f1(len(gold.keys() & said), len(said), len(gold)),
        "event_status": 100 * statuses / max(len(gold), 1),
    }


def f1(right: int, said: int, gold: int) -> float:
    """In points of a hundred."""
    return 200 * right / max(said + gold, 1)


def similarity(encoder: Encoder, step: int) -> float:
    """Spearman correlation with the original encoder's cosines, times a hundred."""
    left, right, wanted = (side[::step] for side in news_pairs())
    ours = [
        float(a.vector @ b.vector)
        for (a,), (b,) in zip(
            encoder.encode_all([(text, [one]) for text, one in left]),
            encoder.encode_all([(text, [one]) for text, one in right]),
            strict=True,
        )
    ]
    return 100 * float(np.corrcoef(_ranks(ours), _ranks(wanted))[0, 1])


def _ranks(values: Iterable[float]) -> np.ndarray:
    return np.argsort(np.argsort(np.array(list(values)), kind="stable"), kind="stable")
