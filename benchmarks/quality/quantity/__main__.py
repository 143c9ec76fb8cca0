"""`python -m benchmarks.quality.quantity [--errors [dev|test]]`: scores on 60 hand-marked articles."""

from __future__ import annotations

import json
import sys
import time

from benchmarks.quality.quantity.score import (
    ARTICLES,
    Marked,
    Pair,
    Scores,
    found,
    load,
    pairs,
    same_source,
    same_value,
    scored,
)
from dragoman.encoder import Encoder


def _errors(marked: Marked, made: list[Pair]) -> None:
    print(f"## {marked.id} {marked.document.outlet}")
    for pair in made:
        if kinds := _kinds(pair):
            print(_shown(marked.document.text, pair, " ".join(kinds)))


def _kinds(pair: Pair) -> list[str]:
    if pair.found is None:
        return ["MISSED"]
    if pair.gold is None:
        return ["EXTRA"]
    if not same_value(pair):
        return ["VALUE"]
    kinds = ["MEASURE"] if pair.found.measure != pair.gold.measure else []
    kinds += ["UNIT"] if pair.found.unit != pair.gold.unit else []
    kinds += ["MODIFIER"] if pair.found.modifier != pair.gold.modifier else []
    return kinds + ([] if same_source(pair) else ["SOURCE"])


def _shown(text: str, pair: Pair, kind: str) -> str:
    q, gold = pair
    span = q.span if q else gold.span if gold else (0, 0)
    context = f"{text[max(0, span[0] - 70) : span[0]]}[[{text[span[0] : span[1]]}]]{text[span[1] : span[1] + 50]}"
    ours = q and (
        q.low,
        q.high,
        q.modifier,
        q.unit,
        q.measure,
        q.reported_by and q.reported_by.text,
    )
    want = gold and (
        gold.low, gold.high, gold.modifier, gold.unit, gold.measure,
        gold.reported_by and text[slice(*gold.reported_by)],
    )  # fmt: skip
    return " ".join(f"{kind} | {context} | {ours} | gold {want}".split())


def main() -> int:
    """Print a table and a line of JSON; 1 where the data is not there."""
    if not ARTICLES.exists():
        print(
            f"no data at {ARTICLES}; DRAGOMAN_SHARED names the folder with data/", file=sys.stderr
        )
        return 1
    encoder = Encoder.load()
    shown = (
        sys.argv[sys.argv.index("--errors") + 1 :][:1] or ["dev"] if "--errors" in sys.argv else []
    )
    table: dict[str, Scores] = {}
    marked = load()
    started = time.process_time()
    analyses = {m.id: found(m, encoder) for m in marked}
    print(f"{len(marked)} articles, {time.process_time() - started:.1f} s with the layers below")
    for part in ("dev", "test"):
        made = {m.id: pairs(m, analyses[m.id].quantities) for m in marked if m.part == part}
        table[part] = scored([pair for row in made.values() for pair in row])
        for m in marked:
            if part in shown and m.part == part:
                _errors(m, made[m.id])
    for name in Scores._fields:
        print(f"{name:18}" + "".join(f"{getattr(table[part], name):8}" for part in table))
    print(json.dumps({part: row._asdict() for part, row in table.items()}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
