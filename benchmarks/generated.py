"""Invented articles in any number, the same for the same seed: for speed, memory and fault tests.

The words are drawn from a fixed list with a skewed distribution, so that sizes, line lengths and
the share of repeated words are those of news text; the sentences mean nothing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

OUTLETS = ("Northern Ledger", "Harbour Post", "Daily Meridian", "The Examiner", "Bulletin 9")
NAMES = ("Ada Holm", "Ben Okoro", "Carla Ruiz", "Dev Anand", "Eva Lind", "Farid Nasser")
PLACES = ("Oslo", "Lagos", "Lima", "Delhi", "Bergen", "Amman", "Quito", "Turin")
VERBS = ("met", "visited", "criticised", "praised", "called on", "signed with", "warned")
NOUNS = [
    "ministry",
    "council",
    "harbour",
    "agreement",
    "ceasefire",
    "delegation",
    "strike",
    "convoy",
    "border",
    "report",
    "budget",
    "school",
    "hospital",
    "election",
    "protest",
    "pipeline",
    "treaty",
    "vessel",
    "court",
    "union",
    "village",
    "governor",
]
FILLERS = [
    "after",
    "before",
    "during",
    "over",
    "despite",
    "under",
    "with",
    "without",
    "against",
    "near",
]


def article(seed: int, *, words: int = 800) -> dict[str, str]:
    """One article as a JSON Lines row: id, outlet, title, published, text."""
    rng = random.Random(seed)
    day = date(2024, 1, 1) + timedelta(days=rng.randrange(300))
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = [_sentence(rng) for _ in range(rng.randint(1, 4))]
        paragraphs.append(" ".join(sentences))
        count += sum(len(s.split()) for s in sentences)
    title = _sentence(rng).rstrip(".").title()
    return {
        "id": f"g{seed}",
        "outlet": rng.choice(OUTLETS),
        "title": title,
        "published": day.isoformat(),
        "text": "\n\n".join([title, *paragraphs]),
    }


def articles(count: int, *, words: int = 800, first: int = 0) -> Iterator[dict[str, str]]:
    """`count` different articles."""
    return (article(seed, words=words) for seed in range(first, first + count))


def write_jsonl(path: Path, count: int, *, words: int = 800, first: int = 0) -> Path:
    """Writes articles as JSON Lines; returns `path`."""
    with path.open("w", encoding="utf-8") as out:
        for row in articles(count, words=words, first=first):
            out.write(json.dumps(row) + "\n")
    return path


def _sentence(rng: random.Random) -> str:
    clauses = [_clause(rng) for _ in range(rng.randint(1, 3))]
    sentence = ", ".join(clauses)
    if rng.random() < 0.2:
        sentence = f"“{sentence},” {rng.choice(NAMES)} said in {rng.choice(PLACES)}"
    return sentence[0].upper() + sentence[1:] + "."


def _clause(rng: random.Random) -> str:
    who, what = rng.choice((*NAMES, f"the {rng.choice(NOUNS)}")), rng.choice(NOUNS)
    number = f"{rng.randint(2, 9_000):,} " if rng.random() < 0.15 else "the "
    place = f"{rng.choice(FILLERS)} {rng.choice(PLACES)}"
    return f"{who} {rng.choice(VERBS)} {number}{what} {place} {rng.choice(FILLERS)} a {rng.choice(NOUNS)}"
