"""What speaks for two mentions being of one event, for all pairs of a block at once.

Every feature is a symmetric matrix, mentions by mentions, of float32: products of sparse indicator
matrices, so that a block of some hundred mentions takes milliseconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.link.event.mention import Mention, Party
from dragoman.link.event.words import LIGHT, family, senses, vectors

Matrix: TypeAlias = NDArray[np.float32]
NEAR: Final = 0.7
"""Cosine from which two lemmas may name one thing."""
_LITTLE: Final = 1e-6


def features(mentions: Sequence[Mention], weights: Mapping[str, float]) -> dict[str, Matrix]:
    """Name → matrix. `weights` says how much a word or name tells (idf); 1 for what it lacks."""
    found = {
        **_lexical(mentions),
        **_parties(mentions),
        **_sentences(mentions, weights),
        **_settings(mentions),
    }
    either = np.maximum(found["actor"], found["recipient"])
    for name, other in (
        ("words", found["words"]),
        ("sentence", found["sentence"]),
        ("party", either),
    ):
        found[f"meaning and {name}"] = found["meaning"] * other
    return found


def _lexical(mentions: Sequence[Mention]) -> dict[str, Matrix]:
    heads = [m.lemmas[0] for m in mentions]
    lemma = _any([(head,) for head in heads])
    related = _any([(family(head),) for head in heads])
    others = _any([m.lemmas for m in mentions])
    sense = _any([senses(head) for head in heads])
    first = _any([senses(head)[:1] for head in heads])
    light = np.array([head in LIGHT for head in heads], dtype=np.float32)
    rows = vectors(heads)
    meaning = np.maximum(np.maximum(rows @ rows.T, 0), related)
    return {
        "lemma": lemma,
        "light": related * np.outer(light, light),
        "family": related * (1 - lemma),
        "other words": others * (1 - related),
        "first sense": first * (1 - related),
        "sense": sense * (1 - first) * (1 - related),
        "meaning": meaning,
        "near meaning": np.maximum(meaning - NEAR, 0),
    }


def _parties(mentions: Sequence[Mention]) -> dict[str, Matrix]:
    actors, recipients = [m.actors for m in mentions], [m.recipients for m in mentions]
    both = [(*a, *r) for a, r in zip(actors, recipients, strict=True)]
    found = {**_side("actor", actors), **_side("recipient", recipients)}
    straight = np.maximum(found["actor"], found["recipient"])
    found["parties"] = _shared([_ids(p) for p in both])
    found["related"] = _any([_related(p) for p in both])
    found["crossed"] = _any([_ids(p) for p in both]) * (1 - straight)
    found["both parties"] = found["actor"] * found["recipient"]
    return found


def _side(name: str, sides: Sequence[Sequence[Party]]) -> dict[str, Matrix]:
    """How the parties of one side agree: one entity, one state or body, one word; or named and different."""
    same = _any([_ids(side) for side in sides])
    kin = _any([tuple(s for p in side for s in p.stands_for) for side in sides])
    words = _any([tuple(w for p in side for w in p.words) for side in sides])
    named = np.array([any(p.ids for p in side) for side in sides], dtype=np.float32)
    people = np.array([bool(side) and all(p.person for p in side) for side in sides])
    kin *= (1 - same) * (1 - np.outer(people, people))
    called = _called(sides) * (1 - np.outer(named, named))
    return {
        name: same,
        f"{name} kin": kin,
        f"{name} words": words * (1 - same) * (1 - kin),
        f"{name} called": called,
        f"{name} differs": np.outer(named, named) * (1 - np.maximum(same, kin)),
    }


def _called(sides: Sequence[Sequence[Party]]) -> Matrix:
    """Whether a word for one side is one that the other is named with: 'police', 'the German police'."""
    return _any([tuple(w for p in side for w in p.words | p.called) for side in sides])


def _ids(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(key for p in parties for key in p.ids)


def _related(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(key for p in parties for key in p.ids | p.stands_for)


def _sentences(mentions: Sequence[Mention], weights: Mapping[str, float]) -> dict[str, Matrix]:
    words = _cosine([m.words for m in mentions], weights)
    return {
        "sentence": _nearness([m.bits for m in mentions]),
        "words": words,
        "names": _cosine([m.names for m in mentions], weights),
        "numbers": _any([m.numbers for m in mentions]),
        "numbers differ": _differ([m.numbers for m in mentions]),
    }


def _settings(mentions: Sequence[Mention]) -> dict[str, Matrix]:
    overlap, disjoint = _days(mentions)
    places = [m.places for m in mentions]
    article = _shared([(m.article,) for m in mentions])
    at = np.array([m.sentence for m in mentions], dtype=np.float32)
    near = (np.abs(at[:, None] - at[None, :]) == 0).astype(np.float32)
    denied = np.array([m.status == "denied" for m in mentions])
    return {
        "day": np.maximum(overlap, _any([m.times for m in mentions]) * (1 - disjoint)),
        "other day": disjoint,
        "place": _any(places),
        "other place": _differ(places),
        "article": article,
        "one sentence": article * near,
        "one denied": (denied[:, None] != denied[None, :]).astype(np.float32),
    }


def _days(mentions: Sequence[Mention]) -> tuple[Matrix, Matrix]:
    """Whether the days of two dated mentions overlap, and whether they don't."""
    known = np.array([m.days is not None for m in mentions], dtype=np.float32)
    days = np.array([m.days or (0, 0) for m in mentions])
    latest = np.maximum(days[:, :1], days[:, 0])
    earliest = np.minimum(days[:, 1:], days[:, 1])
    both, meet = np.outer(known, known), (latest <= earliest).astype(np.float32)
    return both * meet, both * (1 - meet)


def _nearness(bits: Sequence[bytes | None]) -> Matrix:
    """Cosines of the angles between sentences that their signatures estimate; 0 where unknown."""
    known = np.array([b is not None for b in bits], dtype=np.float32)
    rows = np.frombuffer(b"".join(b or bytes(32) for b in bits), dtype=np.uint8).reshape(-1, 32)
    signs = np.unpackbits(rows, axis=1).astype(np.float32) * 2 - 1
    cosine: Matrix = np.cos(np.pi * (1 - (signs @ signs.T / 256 + 1) / 2)).astype(np.float32)
    return np.maximum(cosine, 0) * np.outer(known, known)


def _indicator(keys: Sequence[Collection[Hashable]], weights: Mapping[str, float]) -> Matrix:
    """Rows of mentions, one column for each key that several have, weighted."""
    counted = Counter(key for row in keys for key in set(row))
    columns = {key: i for i, key in enumerate(k for k, n in counted.items() if n > 1)}
    found = np.zeros((len(keys), len(columns)), dtype=np.float32)
    for number, row in enumerate(keys):
        for key in row:
            if key in columns:
                found[number, columns[key]] = weights.get(str(key), 1.0)
    return found


def _shared(keys: Sequence[Collection[Hashable]]) -> Matrix:
    """How many keys two rows share."""
    rows = _indicator(keys, {})
    return rows @ rows.T


def _any(keys: Sequence[Collection[Hashable]]) -> Matrix:
    """Whether two rows share a key."""
    return (_shared(keys) > 0).astype(np.float32)


def _differ(keys: Sequence[Collection[Hashable]]) -> Matrix:
    """Whether both rows have keys and share none."""
    known = np.array([bool(row) for row in keys], dtype=np.float32)
    return np.outer(known, known) * (1 - _any(keys))


def _cosine(keys: Sequence[Collection[str]], weights: Mapping[str, float]) -> Matrix:
    """Weighted cosine of the sets of keys."""
    rows = _indicator(keys, weights)
    norms = np.sqrt([sum(weights.get(key, 1.0) ** 2 for key in row) for row in keys])
    scale = np.maximum(np.array(norms, dtype=np.float32), _LITTLE)
    cosine: Matrix = (rows @ rows.T) / np.outer(scale, scale)
    return cosine
