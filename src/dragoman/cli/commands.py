"""The commands. Each opens what it needs, calls one function of the package and says what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.record import Record

_RECORD = click.argument("record", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of text.")
_QUIET = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    default=Path("record.db"),
    show_default=True,
    help="The record to read into; made where absent.",
)
@click.option("--field", "fields", multiple=True, metavar="OURS=THEIRS", help="Where JSON Lines keep a field, such as text=body. May be repeated.")  # fmt: skip
@click.option("--follow", is_flag=True, help="Fetch the pages that a local feed or sitemap links to.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1), help="Worker processes. [default: 2]")
@_JSON
@_QUIET
def read(
    paths: tuple[str, ...],
    record: Path,
    fields: tuple[str, ...],
    follow: bool,
    workers: int | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Read articles into a record.

    PATH is a file, a folder, a glob, '-' for standard input, or an http(s) address of a page or
    feed. Files: .txt .html .jsonl(.gz) .warc(.gz) and .xml feeds. What the record knows is skipped.
    """
    from dragoman.cli import output
    from dragoman.config import load_settings
    from dragoman.ingest import Options
    from dragoman.record import open_record

    settings = load_settings(workers=workers) if workers else load_settings()
    options = Options(fields=_pairs(fields), follow=follow)
    with open_record(record, settings=settings) as opened, output.progress(quiet) as progress:
        summary = opened.read(paths, options=options, progress=progress)
    return output.read_summary(summary, record, as_json=as_json, quiet=quiet)


@click.command()
@_RECORD
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("dossier.html"), show_default=True, help="The HTML file to write.")  # fmt: skip
@click.option("--story", help="Only the articles of this story (its id).")
@click.option("--as-machine", is_flag=True, help="Leave corrections out.")
@_QUIET
def report(record: Path, output: Path, story: str | None, as_machine: bool, quiet: bool) -> None:
    """Write the dossier: the record as one self-contained HTML page.

    What users corrected is applied, and the page says how many corrections there are.
    """
    from dragoman.pipeline import LAYERS, NOTES
    from dragoman.web import write_dossier
    from dragoman.web.access import Access

    with _reading(record) as opened, opened.store.snapshot():
        seen = Access(opened.store, machine=as_machine)
        notes = (*NOTES, *seen.notes())
        write_dossier(seen, output, story=story, layers_present=LAYERS, notes=notes)
    if not quiet:
        click.echo(f"wrote {output}", err=True)


@click.command()
@_RECORD
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="The port to listen on; 0 takes a free one.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Only print the link.")
def serve(record: Path, port: int, no_browser: bool) -> None:
    """Open the record in the browser: search, read, compare, correct.

    The server answers on this machine only, and only to who has the link that it prints.
    """
    from dragoman.cli import serve as room

    room.run(_existing(record), port=port, browser=not no_browser)


@click.command()
@_RECORD
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@_JSON
def search(record: Path, query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search the text of articles, statements and events.

    All words must occur. "a phrase", OR, -without and begin* work.
    """
    from dragoman.cli import output

    with _reading(record) as opened:
        output.hits(opened.search(" ".join(query), limit=limit), as_json=as_json)


@click.command()
@_RECORD
@click.argument("fact_id")
@_JSON
def explain(record: Path, fact_id: str, as_json: bool) -> None:
    """Show a fact with its evidence, what made it, and where its article comes from.

    FACT_ID is an id as the export, the search and the dossier give it, of an article too.
    """
    from dragoman.cli import output
    from dragoman.explain import explain_fact

    with _reading(record) as opened:
        output.explanation(explain_fact(opened.store, fact_id), as_json=as_json)


@click.command()
@_RECORD
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "format_", type=click.Choice(["jsonl", "csv", "parquet", "polecat", "geojson", "annotations"]), default="jsonl", show_default=True)  # fmt: skip
@_JSON
@_QUIET
def export(record: Path, folder: Path, format_: str, as_json: bool, quiet: bool) -> None:
    """Write the record as files into FOLDER.

    jsonl, csv and parquet have every table; polecat the events in the columns of POLECAT; geojson
    events and places as points; annotations every fact as a W3C Web Annotation.
    """
    from dragoman.cli import output
    from dragoman.export import export_record

    with _reading(record) as opened:
        counts = export_record(opened.store, folder, format_=format_)
    output.counts(counts, folder, as_json=as_json, quiet=quiet)


@click.command()
@click.argument("record", type=click.Path(path_type=Path), required=False)
@_JSON
def doctor(record: Path | None, as_json: bool) -> int:
    """Check the installation and, where named, a record."""
    from dragoman import doctor as checks
    from dragoman.cli import output

    return output.checkup(checks.examine(record), as_json=as_json)


@click.command()
@_RECORD
@_QUIET
def refresh(record: Path, quiet: bool) -> None:
    """Read again, with this version, the articles that an older version or model read."""
    from dragoman.record import open_record

    with open_record(_existing(record)) as opened:
        count = opened.refresh()
    if not quiet:
        click.echo(f"{count} articles read again", err=True)


@click.command()
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=Path("dragoman-demo"), show_default=True, help="Where the record and the dossier go.")  # fmt: skip
@_QUIET
def demo(folder: Path, quiet: bool) -> int:
    """Read the bundled sample collection and write its dossier."""
    from dragoman import sample
    from dragoman.cli import output
    from dragoman.pipeline import LAYERS, NOTES
    from dragoman.record import open_record
    from dragoman.web import write_dossier

    folder.mkdir(parents=True, exist_ok=True)
    with open_record(folder / "record.db") as opened, output.progress(quiet) as progress:
        opened.read([sample.path()], progress=progress)
        output.overview(opened, quiet=quiet)
        write_dossier(
            opened.store,
            folder / "dossier.html",
            title="The sample collection (all of it invented)",
            layers_present=LAYERS,
            notes=NOTES,
        )
    click.echo(str(folder / "dossier.html"))
    if not quiet:
        click.echo(
            "Open it in a browser. The sample is invented: outlets, people and events.", err=True
        )
    return 0


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a script that completes commands and options in your shell.

    For bash: dragoman completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from dragoman.cli import main

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(main, {}, "dragoman", "_DRAGOMAN_COMPLETE").source())


def _reading(path: Path) -> Record:
    from dragoman.record import open_record

    return open_record(_existing(path), write=False)


def _existing(path: Path) -> Path:
    if not path.exists():
        raise UsageError(
            f"there is no record {str(path)!r}; make one with: dragoman read PATH --record {path}"
        )
    return path


def _pairs(fields: tuple[str, ...]) -> dict[str, str]:
    from dragoman.readers import FIELDS

    pairs = dict(f.partition("=")[::2] for f in fields)
    for ours, theirs in pairs.items():
        if ours not in FIELDS or not theirs:
            raise UsageError(
                f"--field {ours}={theirs}: expected OURS=THEIRS, with OURS one of {', '.join(FIELDS)}"
            )
    return pairs


ALL = {
    c.name or "": c
    for c in (demo, read, report, serve, search, explain, export, doctor, refresh, completion)
}
