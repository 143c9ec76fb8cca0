"""`python -m benchmarks.quality.event [--errors [TYPE]]`: scores on PLV-train, PLOVER records, clusters.

`--errors` lists what is wrong in the halves that rules are written on, never in the held ones.
"""

from __future__ import annotations

import json
import sys

from benchmarks.quality.event import clusters, corpus, pairs
from dragoman.encoder import Encoder

FRESH = ("second", "second-long", "re3d")
"""The batches marked by somebody who knew neither program nor lexicon; read and tuned on since."""
CLEAN = "gwn"
"""The batch that nothing is tuned on."""


def _errors(found: list[pairs.Result], wanted: str | None) -> None:
    for r in found:
        if r.typed or (wanted and r.pair.type != wanted):
            continue
        p = r.pair
        source, target = (p.text[slice(*s)] if s else None for s in (p.source, p.target))
        kind = "TYPE" if r.matching else "MISSED"
        print(f"{kind} {p.type}: {p.text[:400]} | {source} -> {target}")
        for e in r.events:
            ends = [a.text for a in e.actor], [a.text for a in e.recipient]
            print(
                f"      {e.type} {e.status} {e.trigger.text!r} {ends[0]} -> {ends[1]} {e.made_by.rule}"
            )


def _cluster_errors(marked: list[clusters.Read]) -> None:
    for sheet, events in [(r.sheet, r.events) for r in marked]:
        for e in events:
            gold = clusters.matching(e, sheet)
            context = sheet.text[max(0, e.trigger.span.start - 90) : e.trigger.span.end + 60]
            shown = f"{e.type} {e.status} {e.trigger.text!r} ({e.made_by.note}): {' '.join(context.split())}"
            if gold is None:
                print(f"EXTRA {shown}")
            elif e.status not in gold.statuses:
                print(f"STATUS {shown} | {sorted(gold.statuses)}")
        hit = {m.span for e in events if (m := clusters.matching(e, sheet))}
        for m in sheet.marked:
            if m.span not in hit:
                print(
                    f"UNSEEN {sorted(m.types)} {' '.join(sheet.text[m.span[0] - 60 : m.span[1] + 40].split())}"
                )


def table(encoder: Encoder, *, errors: str | None = None) -> dict[str, dict[str, float]]:
    """All rows. With `errors`, what is wrong in the tuning halves is printed: of one type, or ('') all."""
    plv, gsr = pairs.plv(), pairs.gsr()
    encoded = corpus.encoded(sorted({p.text for p in plv + gsr}), encoder)
    found = pairs.results(plv, encoded)
    halves = {
        "plv.tune": [r for r in found if not corpus.held(r.pair.text)],
        "plv.held": [r for r in found if corpus.held(r.pair.text)],
        "plv.unread": [r for r in found if corpus.unread(r.pair.text)],
        "plv.all": found,
        "gsr": pairs.results(gsr, encoded),
    }
    rows = {name: pairs.scores(results, encoded) for name, results in halves.items()}
    marked = _marked(encoder)
    rows |= _cluster_rows(marked)
    if errors is not None:
        _errors(halves["plv.tune"], errors or None)
        _cluster_errors([m for m in marked if not (m.sheet.blind or corpus.held(m.sheet.cluster))])
    return rows


def _cluster_rows(marked: list[clusters.Read]) -> dict[str, dict[str, float]]:
    """The articles that rules were made with or judged by, and those marked blind, by batch."""
    seen = [m for m in marked if not m.sheet.blind]
    blind = {"blind.first": [m for m in marked if m.sheet.blind and m.sheet.batch == "first"]}
    fresh = [m for m in marked if m.sheet.blind and m.sheet.batch in FRESH]
    blind |= {f"blind.{b}": [m for m in fresh if m.sheet.batch == b] for b in FRESH}
    blind["blind.fresh"] = fresh
    blind["clean"] = [m for m in marked if m.sheet.batch == CLEAN]
    return {"clusters.seen": clusters.scores(seen)} | {
        name: clusters.scores(batch) | clusters.party_scores(batch) for name, batch in blind.items()
    }


def _marked(encoder: Encoder) -> list[clusters.Read]:
    sheets = [*clusters.sheets(), *clusters.clean_sheets()]
    articles = corpus.encoded(sorted(sheet.text for sheet in sheets), encoder)
    return [clusters.read(sheet, articles[sheet.text]) for sheet in sheets]


def main() -> int:
    """Print a table and a line of JSON; 1 where the data is not there."""
    if not corpus.PLV.exists():
        print(
            f"no data at {corpus.PLV}; DRAGOMAN_SHARED names the folder with data/", file=sys.stderr
        )
        return 1
    errors = None
    if "--errors" in sys.argv:
        after = sys.argv[sys.argv.index("--errors") + 1 :]
        errors = after[0] if after else ""
    rows = table(Encoder.load(threads=1), errors=errors)
    for name, row in rows.items():
        print(f"{name:15}" + " ".join(f"{key} {value:.3f}" for key, value in row.items()))
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
