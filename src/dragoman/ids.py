"""Ids that are hashes of content: the same fact has the same id on every machine and in any order."""

from __future__ import annotations

import hashlib
import json
from typing import Any

LENGTH = 16
"""Hex digits of an id: 64 bits, a collision in 100 million facts has odds of about 1 in 3,700."""

PREFIXES = {
    "article": "art",
    "timex": "tim",
    "quantity": "qty",
    "toponym": "top",
    "entity": "ent",
    "entity_mention": "men",
    "quotation": "quo",
    "event_mention": "evm",
    "trace": "trc",
    "event": "evt",
    "derivation": "der",
    "origin": "ori",
    "nearness": "nea",
    "story": "sto",
    "affair": "aff",
    "dating": "dat",
    "identity": "idn",
    "quantity_series": "ser",
    "quotation_group": "grp",
    "discrepancy": "dis",
}


def make_id(layer: str, *parts: Any) -> str:
    """An id of `layer` (a key of `PREFIXES`) from JSON-able `parts`, such as 'tim-0f3c...'."""
    content = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{PREFIXES[layer]}-{digest[:LENGTH]}"


def text_sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
