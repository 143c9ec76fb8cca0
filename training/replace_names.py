"""Mention replacement (Dai and Adel 2020): another name of the same type and number of words.

The words change, the labels do not; so every layer of the row stays right. The news to train on
is one country's in one year: without this the network learns its names by heart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from dragoman.text import tokenize
from training.features import CHANGED, Row, Split, fits
from training.labels import NER, QUOTED, case_of, listed, spans_from_tags

#: Share of the rows with names that are changed, and of the names in them.
ROWS, NAMES = 0.35, 0.6
#: Made-up shops of both kinds, 'Ann 's' and 'Ann 's Pizza', and what the latter sell.
SHOPS = 30
TRADES = listed("Pizza Cafe Grill Diner Bar Bakery Garage Salon Deli Market Restaurant Auto")
Words = tuple[str, ...]


@cache
def lists() -> dict[str, list[Words]]:
    """The sections of replacements.txt, each name as its words by the package's tokens."""
    found: dict[str, list[Words]] = defaultdict(list)
    section = ""
    path = Path(__file__).parent / "replacements.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found[section] += [_tokens(name.replace("_", " ")) for name in line.split()]
    return dict(found)


def _tokens(name: str) -> Words:
    return tuple(name[span.start : span.end] for span in tokenize(name))


@dataclass
class Replacer:
    """Draws names by type and number of words, from the lists and from the training rows."""

    pools: dict[tuple[str, int], list[Words]]
    split: Split

    def apply(self, row: Row, rng: np.random.Generator) -> Row:
        """The row, or with the share above a copy with other names (its number is CHANGED)."""
        if row.ner is None or not any(row.ner) or rng.random() > ROWS:
            return row
        words = list(row.words)
        tags = [NER[tag] for tag in row.ner]
        for start, end, kind in spans_from_tags(tags):
            pool = self.pools.get((kind, end - start))
            if pool and rng.random() < NAMES:
                words[start:end] = pool[rng.integers(len(pool))]
        return self._with_words(row, words) if words != row.words else row

    def _with_words(self, row: Row, words: list[str]) -> Row:
        case = [
            old if new_word == old_word else case_of(new_word) + (old & QUOTED)
            for new_word, old_word, old in zip(words, row.words, row.case, strict=True)
        ]
        pieces = [self.split(word) for word in words]
        changed = replace(row, words=words, pieces=pieces, case=case, number=CHANGED)
        return changed if fits(changed) else row


def replacer(rows: Iterable[Row], split: Split) -> Replacer:
    """A replacer whose pools are half lists, half names of gold rows."""
    gold: dict[tuple[str, int], set[Words]] = defaultdict(set)
    for row in rows:
        if row.ner is not None and row.name_weight == 1:
            for start, end, kind in spans_from_tags([NER[tag] for tag in row.ner]):
                gold[kind, end - start].add(tuple(row.words[start:end]))
    pools = {key: sorted(names) for key, names in gold.items() if key[0] in {"PER", "ORG", "LOC"}}
    for key, names in _listed_pools().items():
        copies = max(1, len(pools.get(key, [])) // len(names))
        pools[key] = pools.get(key, []) + names * copies
    return Replacer(pools, split)


def _listed_pools() -> dict[tuple[str, int], list[Words]]:
    found: dict[tuple[str, int], list[Words]] = defaultdict(list)
    sections = lists()
    for kind, section in (("LOC", "place"), ("ORG", "organisation"), ("PER", "family")):
        for name in sections[section]:
            found[kind, len(name)].append(name)
    rng = np.random.default_rng(11)
    for _ in range(4000):
        given = sections["given"][rng.integers(len(sections["given"]))]
        family = sections["family"][rng.integers(len(sections["family"]))]
        found["PER", len(given + family)].append(given + family)
    for _ in range(SHOPS):
        owner = sections[("given", "family")[rng.integers(2)]]
        shop = (*owner[rng.integers(len(owner))], "'s", str(rng.choice(TRADES)))
        found["ORG", len(shop)].append(shop)
        found["ORG", len(shop) - 1].append(shop[:-1])
    return dict(found)
