"""What the commands print: text for people, JSON Lines for programs, progress on a terminal."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.codec import plain

if TYPE_CHECKING:
    from dragoman.doctor import Check
    from dragoman.explain import Explanation
    from dragoman.ingest import Progress, Summary
    from dragoman.record import Record
    from dragoman.store import Hit


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """A line with counts, rate and time left while reading, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.status import Status

    started = time.monotonic()
    with Status("starting", console=Console(stderr=True)) as status:

        def tick(done: int, rejected: int, share: float | None) -> None:
            status.update(_progress_line(done, rejected, share, time.monotonic() - started))

        yield tick


def _progress_line(done: int, rejected: int, share: float | None, seconds: float) -> str:
    faults = f", {rejected} quarantined" if rejected else ""
    line = f"{done} read{faults}, {done / max(seconds, 1e-9):.0f} a second"
    if not share or seconds < 1:
        return line
    left = round(seconds * (1 - share) / share)
    return f"{line}, {left // 60}:{left % 60:02} left"


def read_summary(summary: Summary, record: Path, *, as_json: bool, quiet: bool) -> int:
    """Says what a run did; returns the exit code."""
    if as_json:
        click.echo(json.dumps({**plain(summary), "rejected": dict(summary.rejected)}))
    if not quiet:
        for line in _summary_lines(summary, record):
            click.echo(line, err=True)
        for fault in summary.faults:
            click.echo(f"  {fault.path}: {fault.reason}: {fault.detail}", err=True)
        if more := summary.quarantined - len(summary.faults):
            click.echo(f"  and {more} more (export: quarantine.jsonl)", err=True)
    return 3 if summary.quarantined else 0


def _summary_lines(summary: Summary, record: Path) -> Iterator[str]:
    rate = summary.added / summary.seconds if summary.seconds else 0.0
    yield (
        f"{summary.added} articles added to {record} in {summary.seconds:.1f} s ({rate:.0f} a second)"
    )
    if summary.known or summary.unchanged_inputs:
        yield f"{summary.known} known articles and {summary.unchanged_inputs} unchanged files skipped"
    if summary.same:
        yield f"{summary.same} with the same content as another, kept once"
    if summary.quarantined:
        reasons = ", ".join(f"{count} {reason}" for reason, count in summary.rejected)
        yield f"{summary.quarantined} inputs quarantined ({reasons}); the rest was read:"


def hits(found: list[Hit], *, as_json: bool) -> None:
    """Search results, best first."""
    for hit in found:
        if as_json:
            click.echo(json.dumps(plain(hit), ensure_ascii=False))
        else:
            click.echo(f"{hit.id}  {hit.title or '(no title)'}\n    {' '.join(hit.text.split())}")
    if not found and not as_json:
        click.echo("nothing found", err=True)


def explanation(found: Explanation, *, as_json: bool) -> None:
    """One fact with all that stands behind it."""
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False))
        return
    for line in found.lines():
        click.echo(line)


def counts(by_table: dict[str, int], folder: Path, *, as_json: bool, quiet: bool) -> None:
    """Rows written by table."""
    if as_json:
        click.echo(json.dumps(by_table))
    elif not quiet:
        filled = ", ".join(f"{n} {name}" for name, n in by_table.items() if n)
        click.echo(f"wrote {folder}: {filled or 'an empty record'}", err=True)


def checkup(checks: list[Check], *, as_json: bool) -> int:
    """The findings of `dragoman doctor`; exit code 1 where one is bad."""
    for check in checks:
        if as_json:
            click.echo(json.dumps(plain(check), ensure_ascii=False))
        else:
            click.echo(f"{'ok ' if check.good else 'BAD'}  {check.name}: {check.finding}")
    return 0 if all(c.good for c in checks) else 1


def overview(record: Record, *, quiet: bool) -> None:
    """What a record holds, in a few lines."""
    if quiet:
        return
    articles = list(record.articles())
    outlets = {a.outlet for a in articles if a.outlet}
    origins = sum(1 for _ in record.origins())
    click.echo(
        f"{len(articles)} articles of {len(outlets)} named outlets / {origins} independent origins"
    )
    for article in sorted(
        articles, key=lambda a: (a.published.value if a.published else "9999", a.id)
    ):
        when = (
            f"{article.published.value[:16]} ({article.published.basis})"
            if article.published
            else "undated"
        )
        credit = (
            f", credits {', '.join(c.agency for c in article.credits)}" if article.credits else ""
        )
        click.echo(
            f"  {when:<28} {article.outlet or article.source_id}: {article.title or '(no title)'}{credit}"
        )
