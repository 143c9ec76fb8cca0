"""`python -m benchmarks.quality.entity [--errors] [--train]`: names, pronouns and descriptions.

`--errors` lists the errors; `--train` also scores GUM train (news), on which the pronouns' weights
were set, so that only its row for descriptions means much, and the speakers on which rules were made.
"""

from __future__ import annotations

import json
import sys
import time

from benchmarks.quality.entity.corpus import DATA, gum
from benchmarks.quality.entity.reading import readings
from benchmarks.quality.entity.score import Tally, coreference, scores
from benchmarks.quality.entity.speakers import speaker_rows, speakers
from dragoman.extract.entity import extract
from dragoman.types import Analysis


def _print(name: str, tally: Tally) -> None:
    print(f"{name:12}{tally.precision:8}{tally.recall:8}{tally.f1:8}{tally.said:7}{tally.gold:7}")
    if "--errors" in sys.argv:
        print("\n".join(tally.errors))


def _milliseconds() -> float:
    """Processor time of the extractor for 800 words, the best of three."""
    documents = gum("dev")
    read = readings("gum-dev", [(d.id, d.text) for d in documents])
    words = sum(len(d.text.split()) for d in documents)
    times = []
    for _ in range(3):
        started = time.process_time()
        for reading in read.values():
            extract(reading, Analysis(article=reading.article))
        times.append(time.process_time() - started)
    return round(min(times) / words * 800_000, 2)


def main() -> int:
    """Print a table and a line of JSON; 1 where the data is not there."""
    if not DATA.is_dir():
        print(f"no data at {DATA}; DRAGOMAN_SHARED names the folder with data/", file=sys.stderr)
        return 1
    rows, tallies = scores()
    tallies |= (spoken := speakers("test"))
    rows |= speaker_rows(spoken)
    print(f"{'':12}{'P':>8}{'R':>8}{'F1':>8}{'found':>7}{'gold':>7}")
    for name, tally in tallies.items():
        _print(name, tally)
    if "--train" in sys.argv:
        for name, tally in (*coreference("train", ("news",)).items(), *speakers("tune").items()):
            _print(f"train {name}", tally)
    rows["ms_800_words"] = _milliseconds()
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
