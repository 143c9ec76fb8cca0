"""`python -m benchmarks.quality.quotation [--errors] [--subset]`: scores on PolNeAR dev, as a table and JSON.

`--errors` lists what is wrong on every fourth article of the *training* part, so that rules are
never written on dev.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable

from benchmarks.quality.quotation.corpus import (
    FOLDER,
    SUBSET,
    Attribution,
    Read,
    found,
    load,
    read,
    with_gold_spans,
)
from benchmarks.quality.quotation.scoring import Scores, matching, scored, verdict
from dragoman.encoder import Encoder
from dragoman.types import Quotation, Span

_ERROR_ARTICLES = 8  # every n-th training article


def scores(encoder: Encoder, *, subset: bool) -> dict[str, Scores]:
    """Row names to scores: as it runs, and with the gold spans (the linking alone)."""
    reads = read(load("dev", every=SUBSET if subset else 1), encoder)
    linked = [with_gold_spans(one) for one in reads]
    return {"whole": _scored(reads), "linking": _scored(linked)}


def floor_rows(encoder: Encoder) -> dict[str, float]:
    """The rows that floors.json bounds, on the subset."""
    table = scores(encoder, subset=True)
    whole, linking = table["whole"], table["linking"]
    return {
        "content_precision": whole.precision,
        "content_recall": whole.recall,
        "content_f1": whole.content_f1,
        "speaker": whole.speaker,
        "linking_content_f1": linking.content_f1,
        "linking_speaker": linking.speaker,
    }


def _scored(reads: Iterable[Read]) -> Scores:
    return scored((one.gold, found(one)) for one in reads)


def show_errors(encoder: Encoder) -> None:
    """One line an error: its class, what was found, what gold says."""
    for one in read(load("train", every=_ERROR_ARTICLES), encoder):
        text, result = one.gold.article.text, matching(one.gold, found(one))
        for match in result.matches:
            if (kind := verdict(match)) in ("wrong", "none", "invented"):
                print(f"SPEAKER {kind} | {_ours(match.found)} | gold {_gold(text, match.gold)}")
        for quotation in result.extra:
            print(f"EXTRA {quotation.made_by.score} | {_ours(quotation)}")
        for attribution in result.missed:
            print(f"MISSED | {_gold(text, attribution)}")


def _ours(q: Quotation) -> str:
    speaker, cue = q.speaker and q.speaker.text, q.cue and q.cue.text
    return _line(f"{speaker} <{cue}> {[p.text for p in q.content]} ({q.made_by.rule})")


def _gold(text: str, a: Attribution) -> str:
    source, cue, content = ([_cut(text, span) for span in part] for part in a)
    return _line(f"{source} <{cue}> {content}")


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _line(words: str) -> str:
    return " ".join(words.split())


def main() -> int:
    """Print the scores; 1 where the data is not there."""
    if not FOLDER.is_dir():
        print(
            f"no data at {FOLDER}; set DRAGOMAN_SHARED to the folder that holds data/",
            file=sys.stderr,
        )
        return 1
    encoder = Encoder.load()
    if "--errors" in sys.argv:
        show_errors(encoder)
        return 0
    table = scores(encoder, subset="--subset" in sys.argv)
    for name, row in table.items():
        print(name, " ".join(f"{field} {value}" for field, value in row._asdict().items()))
    print(_speed(encoder))
    model = encoder.info()
    print(
        json.dumps({"model": model.sha256, **{name: row._asdict() for name, row in table.items()}})
    )
    return 0


def _speed(encoder: Encoder) -> str:
    reads = read(load("dev", every=SUBSET), encoder)
    started = time.process_time()
    for one in reads:
        found(one)
    words = sum(len(one.gold.article.text.split()) for one in reads)
    return f"{(time.process_time() - started) / words * 800_000:.2f} ms for 800 words, after the encoder"


if __name__ == "__main__":
    raise SystemExit(main())
