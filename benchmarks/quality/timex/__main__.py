"""`python -m benchmarks.quality.timex [--errors] [--encoder]`: scores on TimeBank.

`--errors` lists the errors of the tuning part; `--encoder` lets the encoder's trees decide between
past and future (slower), where the default reads the words alone.
"""

from __future__ import annotations

import json
import sys
import time

from benchmarks.quality.timex.corpus import FILE, Gold, documents, found
from benchmarks.quality.timex.scoring import Expression, Scores, best, scored
from dragoman.encoder import Encoder
from dragoman.extract.timex import read
from dragoman.text import segment


def _scores(golds: list[Gold], encoder: Encoder | None) -> Scores:
    return scored((gold.expressions, found(gold.article, encoder)) for gold in golds)


def _errors(gold: Gold, encoder: Encoder | None) -> None:
    text, ours = gold.article.text, found(gold.article, encoder)
    print(f"## {gold.article.id} {gold.article.published.value if gold.article.published else ''}")
    for e in ours:
        if (other := best(e, gold.expressions)) is None:
            _show("EXTRA", text, e, "")
        elif (e.start, e.end) != (other.start, other.end):
            _show("SPAN", text, e, f"gold {text[other.start : other.end]!r} {other.value}")
        elif e.value != other.value:
            _show("VALUE", text, e, f"gold {other.type} {other.value}")
        elif e.type != other.type:
            _show("TYPE", text, e, f"gold {other.type}")
    for e in gold.expressions:
        if best(e, ours) is None:
            _show("MISSED", text, e, "")


def _show(kind: str, text: str, e: Expression, rest: str) -> None:
    before, after = text[max(0, e.start - 60) : e.start], text[e.end : e.end + 40]
    line = f"{kind} {e.type} {e.value} | {before}[[{text[e.start : e.end]}]]{after} | {rest}"
    print(" ".join(line.split()))


def _milliseconds(golds: list[Gold]) -> float:
    """Processor time of the extractor alone for 800 words, the best of three."""
    articles = [(gold.article, segment(gold.article.text)) for gold in golds]
    words = sum(len(article.text.split()) for article, _ in articles)
    times = []
    for _ in range(3):
        started = time.process_time()
        for article, sentences in articles:
            read(article, sentences)
        times.append(time.process_time() - started)
    return min(times) / words * 800_000


def main() -> int:
    """Print a table and a line of JSON; 1 where the data is not there."""
    if not FILE.exists():
        print(f"no data at {FILE}; DRAGOMAN_SHARED names the folder with data/", file=sys.stderr)
        return 1
    tune, test = documents()
    encoder = Encoder.load() if "--encoder" in sys.argv else None
    table = {"tune": _scores(tune, encoder), "test": _scores(test, encoder)}
    if "--errors" in sys.argv:
        for gold in tune:
            _errors(gold, encoder)
    print(f"{'':6}{'strict':>8}{'relaxed':>8}{'value':>8}{'type':>8}{'gold':>6}{'found':>6}")
    for name, row in table.items():
        print(
            f"{name:6}{row.strict:8}{row.relaxed:8}{row.value:8}{row.type:8}{row.gold:6}{row.found:6}"
        )
    speed = round(_milliseconds(tune + test), 2)
    print(f"{speed} ms for 800 words, after sentences and tokens")
    print(
        json.dumps({name: row._asdict() for name, row in table.items()} | {"ms_800_words": speed})
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
