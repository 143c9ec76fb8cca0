"""`python -m benchmarks.quality.dating [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from benchmarks.quality.dating.score import Judged, judge_all, table


def main(argv: list[str]) -> int:
    judged = judge_all()
    scores = table(judged)
    _print(scores)
    if "--errors" in argv:
        for j in judged:
            if not j.right or not j.holds:
                print(_line(j), file=sys.stderr)
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


def _print(scores: Mapping[str, float]) -> None:
    rows = sorted({name.rpartition(".")[0] for name in scores})
    columns = ("day", "within_one", "contains", "dated", "width")
    print(f"{'':24}" + "".join(f"{column:>11}" for column in columns), file=sys.stderr)
    for row in rows:
        values = "".join(f"{scores[f'{row}.{column}']:11.3f}" for column in columns)
        print(f"{row:24}{values}", file=sys.stderr)


def _line(j: Judged) -> str:
    found = f"{j.found.value} {j.found.from_}..{j.found.to}" if j.found else "nothing"
    setting = f"{j.setting}{'+address' if j.addresses else ''}"
    return f"{j.part} {setting} {j.cluster} {j.source[:16]} true {j.true} found {found}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
