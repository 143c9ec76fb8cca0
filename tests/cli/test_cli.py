"""Every command as a user types it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.store import open_store  # noqa: F401 - the lock test below needs the package importable
from tests.timing import slowness

GOOD = "Harbour reopens after three days of storms\n\nVALMERA (Norvik Press) - The harbour reopened on Monday, the mayor said.\n"


def dragoman(
    *args: object, ok: int = 0, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, args)],
        capture_output=True,
        text=True,
        input=stdin if stdin is not None else "",
        timeout=120,
    )
    assert result.returncode == ok, result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    return result


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "a.txt").write_text(GOOD)
    dragoman("read", folder / "a.txt", "--record", folder / "r.db")
    return folder / "r.db"


def test_help_is_quick() -> None:
    dragoman("--help")
    times = []
    for _ in range(3):
        started = time.perf_counter()
        dragoman("--help")
        times.append(time.perf_counter() - started)
    assert min(times) < 0.3 * slowness()


def test_every_command_is_documented() -> None:
    from dragoman.cli import main
    from dragoman.cli.commands import ALL

    text = (Path(__file__).parents[2] / "docs" / "commands.md").read_text()
    for name, command in ALL.items():
        assert command.help
        assert f"## `dragoman {name}" in text, f"docs/commands.md says nothing of {name}"
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in text, f"{name} {option}"
    assert main.help


def test_read_says_what_it_did_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    result = dragoman("read", tmp_path, "--record", tmp_path / "r.db")
    assert result.stdout == ""
    assert "1 articles added" in result.stderr
    again = dragoman("read", tmp_path / "a.txt", "--record", tmp_path / "r.db", "--json")
    assert json.loads(again.stdout)["added"] == 0


def test_quiet_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    result = dragoman("read", tmp_path / "a.txt", "--record", tmp_path / "r.db", "--quiet")
    assert result.stdout + result.stderr == ""


def test_partly_read_is_code_3_and_names_each_fault(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "good.txt").write_text(GOOD)
    for _ in range(2):  # told again when read again
        result = dragoman("read", tmp_path / "in", "--record", tmp_path / "r.db", ok=3)
        assert "empty.txt: empty:" in result.stderr
    assert "good.txt" not in result.stderr


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    result = dragoman("read", tmp_path / "nowhere", "--record", tmp_path / "r.db", ok=3)
    assert "not_found" in result.stderr


def test_standard_input(tmp_path: Path) -> None:
    line = json.dumps({"id": "1", "body": GOOD})
    dragoman("read", "-", "--field", "text=body", "--record", tmp_path / "r.db", stdin=line)
    result = dragoman("search", tmp_path / "r.db", "harbour", "--json")
    assert (
        json.loads(result.stdout.splitlines()[0])["title"]
        == "Harbour reopens after three days of storms"
    )


def test_a_wrong_field_mapping_is_usage(tmp_path: Path) -> None:
    result = dragoman("read", "-", "--field", "txet=body", "--record", tmp_path / "r.db", ok=2)
    assert "expected OURS=THEIRS" in result.stderr


def test_search_finds_and_says_when_nothing(record: Path) -> None:
    assert "Harbour reopens" in dragoman("search", record, "mayor").stdout
    assert "nothing found" in dragoman("search", record, "submarine").stderr
    dragoman("search", record, '"unbalanced (AND', "*")


def test_explain_shows_what_made_a_fact(record: Path) -> None:
    hits = dragoman("search", record, "harbour", "--json").stdout.splitlines()
    (fact,) = [h["id"] for h in map(json.loads, hits) if h["kind"] == "quotation"]
    text = dragoman("explain", record, fact).stdout
    assert "quotation, made by " in text
    assert "»" in text


def test_explain_shows_an_article(record: Path) -> None:
    found = json.loads(dragoman("search", record, "mayor", "--json").stdout.splitlines()[0])
    text = dragoman("explain", record, found["article"]).stdout
    assert "made by the readers" in text
    assert "origin" in text
    unknown = dragoman("explain", record, "quo-0123456789abcdef", ok=2)
    assert "no fact" in unknown.stderr


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_export(record: Path, tmp_path: Path, format_: str) -> None:
    result = dragoman("export", record, tmp_path / "out", "--format", format_, "--json")
    assert json.loads(result.stdout)["articles"] == 1
    assert (tmp_path / "out" / "manifest.json").exists()


def test_report_writes_one_page(record: Path, tmp_path: Path) -> None:
    dragoman("report", record, "-o", tmp_path / "d.html")
    page = (tmp_path / "d.html").read_text("utf-8")
    assert "Harbour reopens" in page
    assert 'src="http' not in page


def test_no_record_is_said(tmp_path: Path) -> None:
    result = dragoman("report", tmp_path / "none.db", ok=2)
    assert "dragoman read PATH --record" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("not a database at all, but long enough to look like one" * 10)
    result = dragoman("search", tmp_path / "x.db", "word", ok=1)
    assert "x.db" in result.stderr


def test_doctor(record: Path) -> None:
    result = dragoman("doctor", record)
    assert "SQLite" in result.stdout
    assert "BAD" not in result.stdout


def test_demo_reads_the_sample(tmp_path: Path) -> None:
    result = dragoman("demo", "--folder", tmp_path / "demo")
    assert result.stdout.splitlines()[-1] == str(tmp_path / "demo" / "dossier.html")
    assert "independent origins" in result.stdout
    assert "invented" in result.stderr
    assert (tmp_path / "demo" / "dossier.html").stat().st_size > 5_000


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_DRAGOMAN_COMPLETE" in dragoman("completion", shell).stdout


def test_a_second_writer_is_told_who_holds_the_record(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dragoman as package

    monkeypatch.setenv("DRAGOMAN_LOCK_SECONDS", "0.2")
    with package.open(record):
        result = dragoman("read", record.parent / "a.txt", "--record", record, ok=4)
    assert "process" in result.stderr


def test_a_closed_pipe_is_no_fault(record: Path) -> None:
    command = f"{sys.executable} -m dragoman doctor {record} | head -1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("share", "seconds", "line"),
    [
        (None, 10.0, "50 read, 5 a second"),
        (0.5, 0.5, "50 read, 100 a second"),
        (0.25, 30.0, "50 read, 2 a second, 1:30 left"),
    ],
)
def test_progress_tells_rate_and_time_left(share: float | None, seconds: float, line: str) -> None:
    from dragoman.cli.output import _progress_line

    assert _progress_line(50, 0, share, seconds) == line


def test_a_full_disk_is_temporary_and_the_run_resumes(tmp_path: Path) -> None:
    from benchmarks.generated import write_jsonl
    from tests.helpers import exported

    source = write_jsonl(tmp_path / "in.jsonl", 600, words=200, language="zz")
    command = [
        sys.executable,
        "-m",
        "dragoman",
        "read",
        str(source),
        "--record",
        str(tmp_path / "r.db"),
    ]
    shell = ["bash", "-c", 'ulimit -f 1200; exec "$@"', "bash", *command]  # 1.2 MB a file at most
    full = subprocess.run(shell, capture_output=True, text=True, timeout=120)
    assert full.returncode == 4, full.stderr
    assert "no space" in full.stderr
    dragoman("doctor", tmp_path / "r.db")
    dragoman("read", source, "--record", tmp_path / "r.db")
    assert len(exported(tmp_path / "r.db", tmp_path / "out")["articles"]) == 600
