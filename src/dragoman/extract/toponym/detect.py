"""Which words name places: the encoder's names, corrected and completed with the gazetteer.

Candidates are the encoder's places and every capitalised stretch that the gazetteer knows. A
logistic model weighs what the encoder says of the stretch here and elsewhere in the article, how
well known the name is, and the words around it; of candidates that overlap the best is kept. Its
weights (data/gazetteer_weights.json) were set on the halves of LGL and GeoWebNews for tuning.

Demonyms ('Turkish'), persons ('Jordan' who is a man) and names of organisations ('Washington Post')
are left out; the place in the name of a local body ('Athens Police Department') is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np

from dragoman.encoder import EncodedSentence, Name
from dragoman.extract.toponym.context import demonyms, unplaced
from dragoman.extract.toponym.cues import COLUMNS, SURE, cues
from dragoman.extract.toponym.gazetteer import Gazetteer
from dragoman.extract.toponym.lexicon import words
from dragoman.extract.toponym.names import key
from dragoman.resources import load_json
from dragoman.types import Span

LONGEST: Final = 6
"""Words of the longest name looked up: 'Democratic Republic of the Congo'."""
UNKNOWN_LIFT: Final = 3.0
"""What the score of a place is worth that the encoder is sure of and no gazetteer knows: LGL marks
few such names, where world news has many (villages), so the weights set on it are too low."""
_JOINERS: Final = words("joiners")
_OTHER_NAMES: Final = words("no_places_as_written")
_OTHER_WORDS: Final = words("no_places")


@dataclass(slots=True)
class Candidate:
    """A stretch that may name a place: words ``[start, end)`` of one sentence."""

    sentence: int
    start: int
    end: int
    span: Span
    text: str
    known: bool
    encoder: Name | None


@dataclass(frozen=True, slots=True)
class Detected:
    """A place name found: where, the model's probability, and the encoder's own word for it."""

    span: Span
    score: float
    sentence: int
    start: int
    end: int
    encoder: str | None


def place_names(
    text: str, sentences: Sequence[EncodedSentence], places: Gazetteer
) -> tuple[Detected, ...]:
    """The place names of an article, in text order, none overlapping."""
    found = candidates(text, sentences, places)
    if not found:
        return ()
    table = cues(found, sentences, places)
    weights, threshold = _weights()
    scores = 1.0 / (1.0 + np.exp(-(table @ weights)))
    scores = np.where(_of_others(found, table), 0.0, scores)
    lifted = np.array([not c.known and _surely(c) for c in found])
    scores = np.where(
        lifted, np.maximum(scores, np.minimum(threshold, scores * UNKNOWN_LIFT)), scores
    )
    kept = _best(found, scores, threshold)
    return tuple(
        Detected(
            c.span, float(s), c.sentence, c.start, c.end, c.encoder.type if c.encoder else None
        )
        for c, s in kept
    )


def _of_others(found: list[Candidate], table: Any) -> Any:
    """Which candidates only open the name of a party, treaty, paper or the like."""
    places = np.array([c.encoder is not None and c.encoder.type == "LOC" for c in found])
    other: Any = (table[:, COLUMNS.index("other")] > 0) & ~places
    return other


def _surely(one: Candidate) -> bool:
    name = one.encoder
    return name is not None and name.type == "LOC" and name.score >= SURE


def _best(found: list[Candidate], scores: Any, threshold: float) -> list[tuple[Candidate, float]]:
    """Of candidates that overlap the best; in text order."""
    kept: list[tuple[Candidate, float]] = []
    taken: set[tuple[int, int]] = set()
    order = sorted(range(len(found)), key=lambda i: (-scores[i], found[i].span))
    for i in order:
        if scores[i] < threshold:
            break
        words = {(found[i].sentence, word) for word in range(found[i].start, found[i].end)}
        if not words & taken:
            taken |= words
            kept.append((found[i], float(scores[i])))
    return sorted(kept, key=lambda pair: pair[0].span)


@cache
def _weights() -> tuple[Any, float]:
    table = load_json("gazetteer_weights.json")
    return np.array(list(table["detect"].values())), float(table["threshold"])


# ---------------------------------------------------------------- candidates


def candidates(
    text: str, sentences: Sequence[EncodedSentence], places: Gazetteer
) -> list[Candidate]:
    """Every stretch that the gazetteer knows or the encoder takes for a place."""
    found = []
    for number, sentence in enumerate(sentences):
        spans = dict(_known(text, sentence, places))
        dotted = {(start, end - 1) for start, end in spans if sentence.words[end - 1] == "."}
        for name in sentence.names:
            if name.type == "LOC" and (words := _trimmed(sentence, name)):
                found_name = " ".join(sentence.words[words[0] : words[1]])
                if not _no_name(found_name) and words not in dotted:
                    spans[words] = True
        spans = _without_parts(_without_beginnings(spans, sentence), text, sentence, places)
        by_words = {(name.start_token, name.end_token): name for name in sentence.names}
        for (start, end), _ in sorted(spans.items()):
            span = sentence.span_of(range(start, end))
            name_text = text[span.start : span.end]
            found.append(
                Candidate(
                    number,
                    start,
                    end,
                    span,
                    name_text,
                    places.knows(name_text),
                    by_words.get((start, end)),
                )
            )
    return found


def _without_beginnings(
    spans: dict[tuple[int, int], bool], sentence: EncodedSentence
) -> dict[tuple[int, int], bool]:
    """Without 'St. John' where the gazetteer knows 'St. John’s'."""
    ends = {(start, end - 1) for start, end in spans if sentence.words[end - 1][0] in "'’"}
    return {words: known for words, known in spans.items() if words not in ends}


def _without_parts(
    spans: dict[tuple[int, int], bool], text: str, sentence: EncodedSentence, places: Gazetteer
) -> dict[tuple[int, int], bool]:
    """Without 'Republic of Korea' inside 'Democratic People’s Republic of Korea'."""
    tokens = sentence.sentence.tokens
    state = places.codes.index("PCLI")
    whole = [
        (start, end)
        for start, end in spans
        if end - start > 1
        and sentence.words[start].lower() != "the"
        and (found := places.candidates(text[tokens[start].start : tokens[end - 1].end]))
        and found.code[0] == state
    ]
    return {
        (start, end): known
        for (start, end), known in spans.items()
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in whole)
    }


def _known(
    text: str, sentence: EncodedSentence, places: Gazetteer
) -> list[tuple[tuple[int, int], bool]]:
    tokens, words = sentence.sentence.tokens, sentence.words
    found = []
    for start, word in enumerate(words):
        if not word[0].isupper() or tuple(words[start + 1 : start + 2]) in _demonyms().get(
            word, ()
        ):
            continue
        if words[start + 1 : start + 2] == (".",) and word + "." in places.abbreviations:
            found.append(((start, start + 2), True))
            continue
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            last = words[end - 1]
            if not (last[0].isupper() or last in _JOINERS):
                break
            if last in _JOINERS and not _closes(words, start, end):
                continue
            name = text[tokens[start].start : tokens[end - 1].end]
            if places.knows(name) and not _no_name(name):
                found.append(((start, end), True))
    return found


@cache
def _demonyms() -> dict[str, frozenset[tuple[str, ...]]]:
    """Demonyms of two words, by the first: 'Costa Rican'; 'Costa' is no place in it."""
    pairs = [word.split(" ") for word in (*demonyms(), *unplaced()) if word.count(" ") == 1]
    return {first: frozenset((b,) for a, b in pairs if a == first) for first, _ in pairs}


def _no_name(name: str) -> bool:
    """Words that some village bears and news means otherwise: directions, 'US$', the EU."""
    return name.casefold() in _OTHER_WORDS or "$" in name or name in _OTHER_NAMES


def _closes(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a joining word may end a name: only the 's' of 'St. John’s'."""
    return words[end - 1][0] in "'’" and words[start].casefold() in ("st.", "st", "saint", "king")


def _trimmed(sentence: EncodedSentence, name: Name) -> tuple[int, int] | None:
    """The words of a name without articles and marks at its ends."""
    start, end = name.start_token, name.end_token
    words = sentence.words
    while start < end and not words[start][0].isupper():
        start += 1
    while (
        end > start
        and (words[end - 1].casefold() in _JOINERS or not words[end - 1][-1].isalnum())
        and not words[end - 1].endswith(".")
    ):
        end -= 1
    if end - start > 1 and words[start].casefold() == "the":
        start += 1
    return (start, end) if start < end else None


__all__ = ["Candidate", "Detected", "candidates", "key", "place_names"]
