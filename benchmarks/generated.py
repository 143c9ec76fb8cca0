"""Invented articles in any number, the same for the same seed: for speed, memory and fault tests.

Made-up words are drawn from long lists with a skewed distribution, so that sizes, line lengths and
the share of repeated words are near those of news text, and no two articles share passages by
chance; the sentences mean nothing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

OUTLETS = ("Northern Ledger", "Harbour Post", "Daily Meridian", "The Examiner", "Bulletin 9")
VERBS = ("met", "visited", "criticised", "praised", "called on", "signed with", "warned")
FILLERS = ("after", "before", "during", "over", "despite", "under", "with", "near")


def _made_up(count: int, syllables: int, seed: int) -> list[str]:
    """Different pronounceable words that no lexicon holds."""
    rng = random.Random(seed)
    words: dict[str, None] = {}
    while len(words) < count:
        parts = (rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(syllables))
        words["".join(parts) + rng.choice("lnrst")] = None
    return list(words)


NOUNS = _made_up(4_000, 2, 1)
FIRST_NAMES = [w.title() for w in _made_up(200, 2, 2)]
LAST_NAMES = [w.title() for w in _made_up(2_000, 3, 3)]
PLACES = [w.title() for w in _made_up(500, 3, 4)]
_SKEW = list(accumulate(1 / (rank + 10) for rank in range(len(NOUNS))))


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


def write_jsonl(
    path: Path, count: int, *, words: int = 800, first: int = 0, language: str | None = None
) -> Path:
    """Writes articles as JSON Lines; returns `path`.

    With a `language` other than English no extractor reads them: what is left is reading, the page,
    the store and the linkers.
    """
    given = {"language": language} if language else {}
    with path.open("w", encoding="utf-8") as out:
        for row in articles(count, words=words, first=first):
            out.write(json.dumps(row | given) + "\n")
    return path


def _sentence(rng: random.Random) -> str:
    clauses = [_clause(rng) for _ in range(rng.randint(1, 3))]
    sentence = ", ".join(clauses)
    if rng.random() < 0.2:
        sentence = f"“{sentence},” {_name(rng)} said in {rng.choice(PLACES)}"
    return sentence[0].upper() + sentence[1:] + "."


def _clause(rng: random.Random) -> str:
    who, what, whose = (_noun(rng) for _ in range(3))
    subject = _name(rng) if rng.random() < 0.5 else f"the {who}"
    number = f"{rng.randint(2, 9_000):,} " if rng.random() < 0.15 else "the "
    place = f"{rng.choice(FILLERS)} {rng.choice(PLACES)}"
    return f"{subject} {rng.choice(VERBS)} {number}{what} {place} {rng.choice(FILLERS)} a {whose}"


def _name(rng: random.Random) -> str:
    return f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"


def _noun(rng: random.Random) -> str:
    return rng.choices(NOUNS, cum_weights=_SKEW)[0]
