"""Names for a treebank that has none: its gold PROPN give the words, the network the types.

A kind of self-training (Yarowsky 1995) in which the boundaries are nearly gold: a run of PROPN is
a name, whatever the network thinks; of several types the one that fits all places of the same
words in the treebank best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from training.decode import Reading
from training.labels import NAME_TYPES, spans_from_tags, tags_from_spans
from training.names import CALENDAR, TITLES, normalise, with_nationalities
from training.records import Sentence

NAME_RELATIONS = frozenset({"flat", "compound", "goeswith"})
#: Shares are multiplied by this: works and products are rarer in EWT than the network thinks.
PRIOR = np.array([0.5 if kind == "OTH" else 1.0 for kind in NAME_TYPES], np.float32)
JOINTS = frozenset({"-", "&", "/", "."})
Floats = NDArray[np.float32]
Run = tuple[int, int]


def propn_names(
    sentences: Sequence[Sentence], readings: Sequence[Reading | None]
) -> list[list[str] | None]:
    """BIO tags for each sentence; None where there is no reading."""
    found = [
        (sentence, reading, name_runs(sentence, reading)) if reading else None
        for sentence, reading in zip(sentences, readings, strict=True)
    ]
    votes: dict[str, Floats] = defaultdict(lambda: np.zeros(len(NAME_TYPES), np.float32))
    for item in found:
        for run in item[2] if item else ():
            votes[_key(item[0], run)] += _shares(item[1], run)
    return [_tags(*item, votes) if item else None for item in found]


def _tags(
    sentence: Sentence, reading: Reading, runs: list[Run], votes: dict[str, Floats]
) -> list[str]:
    """The runs typed by their own shares and those of the same words elsewhere."""
    spans = []
    for run in runs:
        vote = votes[_key(sentence, run)]
        shares = _shares(reading, run) + vote / max(float(vote.sum()), 1e-6)
        spans.append((*run, NAME_TYPES[int(shares.argmax())]))
    kept = with_nationalities(normalise(spans, sentence.words), sentence.words)
    return tags_from_spans(len(sentence.words), kept)


def _key(sentence: Sentence, run: Run) -> str:
    return " ".join(sentence.words[slice(*run)]).lower()


def _shares(reading: Reading, run: Run) -> Floats:
    """Mean share of each type over the words, as parts of one (a run is a name for certain)."""
    shares = (reading.name_types[slice(*run)].mean(0) + 1e-4) * PRIOR
    return shares / shares.sum()


def name_runs(sentence: Sentence, reading: Reading) -> list[Run]:
    """Runs of PROPN; where the network's own name holds whole runs joined by words, that name."""
    runs = propn_runs(sentence)
    wider = [(a, b) for a, b, _ in spans_from_tags(reading.ner) if _holds(a, b, runs)]
    rest = [(a, b) for a, b in runs if not any(start <= a and b <= end for start, end in wider)]
    return sorted(wider + rest)


def _holds(start: int, end: int, runs: list[Run]) -> bool:
    """Whether [start, end) holds whole runs only, with a word between each two of them."""
    touched = [(a, b) for a, b in runs if a < end and b > start]
    whole = all(start <= a and b <= end for a, b in touched)
    return bool(touched) and whole and all(b < c for (_, b), (c, _) in pairwise(touched))


def propn_runs(sentence: Sentence) -> list[Run]:
    """Runs of PROPN that are one phrase of the tree, joined over hyphens and the like.

    'Vangie McGilloway Constellation Power' is two names: no name relation links the second to the
    first. Titles before a name, the calendar and addresses are in no run.
    """
    parts = name_parts(sentence)
    for index, word in enumerate(sentence.words[1:-1], 1):
        if word in JOINTS and parts[index] < 0 and parts[index - 1] == parts[index + 1]:
            parts[index] = parts[index - 1]
    edges = [i for i in range(1, len(parts)) if parts[i] != parts[i - 1]]
    runs = [run for run in pairwise([0, *edges, len(parts)]) if parts[run[0]] >= 0]
    return [run for run in runs if not _only_titles(sentence.words[slice(*run)])]


def name_parts(sentence: Sentence) -> list[int]:
    """For each word the index of the top PROPN of its name; -1 for words of no name."""
    assert sentence.heads is not None and sentence.rels is not None
    proper = [_is_name_word(sentence, index) for index in range(len(sentence.words))]
    parts = []
    for index, is_proper in enumerate(proper):
        top = index
        while (
            is_proper
            and (head := sentence.heads[top] - 1) >= 0
            and proper[head]
            and sentence.rels[top].split(":")[0] in NAME_RELATIONS
        ):
            top = head
        parts.append(top if is_proper else -1)
    return parts


def _is_name_word(sentence: Sentence, index: int) -> bool:
    assert sentence.upos is not None and sentence.rels is not None
    word = sentence.words[index].lower()
    return (
        sentence.upos[index] == "PROPN"
        and sentence.rels[index] != "nmod:desc"
        and word not in CALENDAR
        and not any(mark in word for mark in ("@", "www.", "http", ".com"))
    )


def _only_titles(words: Sequence[str]) -> bool:
    return all(word.lower() in TITLES for word in words)
