"""`dragoman serve`: the reading room in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.web.app import Served


def run(record: Path, *, port: int, browser: bool) -> None:
    """Serves the record until Ctrl+C; prints the link on standard output."""
    from dragoman.web.app import serve

    def ready(served: Served) -> None:
        click.echo(served.link)
        click.echo("The link works once, in one browser. Ctrl+C ends the server.", err=True)
        if browser:
            click.launch(served.link)

    serve(record, port=port, ready=ready)
