"""The command line. Data goes to standard output, everything else to standard error.

Exit codes: 0 done, 1 error, 2 usage, 3 partly (some inputs quarantined), 4 temporary (record
locked, disk full), 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from dragoman.errors import DragomanError

DONE, ERROR, USAGE, PARTLY, TEMPORARY, INTERRUPTED = 0, 1, 2, 3, 4, 130


class Commands(click.Group):
    """Loads the commands when one is asked for, and turns errors into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_loaded())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return _loaded().get(name)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.Exit as end:
            sys.exit(end.exit_code)
        except click.Abort:
            _say("interrupted; what was read so far is in the record")
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            error.show()
            sys.exit(USAGE)
        except DragomanError as error:
            _say(f"{error}")
            sys.exit(error.exit_code)
        except BrokenPipeError:
            _hush()
            sys.exit(ERROR)
        sys.exit(code if isinstance(code, int) else DONE)


def _loaded() -> dict[str, click.Command]:
    from dragoman.cli import commands

    return commands.ALL


def _say(message: str) -> None:
    click.echo(f"dragoman: {message}", err=True)


def _hush() -> None:
    """The reader of our output is gone: keep Python from complaining when it closes the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman", prog_name="dragoman")
def main() -> None:
    """Read the news as evidence: who did what, who said what, how many, on whose word.

    Start with `dragoman demo`, then `dragoman read FOLDER` and `dragoman report record.db`.
    """


if __name__ == "__main__":
    main()
