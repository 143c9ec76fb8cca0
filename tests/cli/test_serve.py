"""`dragoman serve` says what is wrong before it listens, and listens on this machine only."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.errors import DragomanError, RecordError
from dragoman.web.app.server import Served, serve
from tests.app.room import write_room


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["serve", *arguments, "--no-browser"])
    return int(end.value.code or 0)


def test_a_record_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "none.db")) == 2
    assert "make one with: dragoman read" in capsys.readouterr().err


def test_a_file_that_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("not a record")
    assert run(str(tmp_path / "notes.txt")) == 1
    assert "not a Dragoman record" in capsys.readouterr().err


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    write_room(tmp_path / "r.db")
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(DragomanError, match=r"port \d+ can't be used .* --port"),
    ):
        serve(tmp_path / "r.db", port=taken.getsockname()[1])


def test_it_is_ready_with_a_link_on_the_loopback_interface(tmp_path: Path) -> None:
    class Enough(Exception):  # noqa: N818
        """Stops the server before it runs."""

    def ready(served: Served) -> None:
        assert served.link.startswith(f"http://127.0.0.1:{served.port}/?token=")
        socket.create_connection(("127.0.0.1", served.port), timeout=5).close()
        raise Enough

    write_room(tmp_path / "r.db")
    with pytest.raises(Enough):
        serve(tmp_path / "r.db", ready=ready)


def test_an_empty_record_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such file"):
        serve(tmp_path / "none.db")
