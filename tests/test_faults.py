"""A run killed at any moment loses nothing it acknowledged, and ends, when run again, as if undisturbed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.generated import write_jsonl
from tests.helpers import canonical_hash

KILLS = 50
ARTICLES = 2_000


def read_command(source: Path, record: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "dragoman",
        "read",
        str(source),
        "--record",
        str(record),
        "--quiet",
    ]


def read_until(source: Path, record: Path, seconds: float | None) -> bool:
    """Reads; kills the run after `seconds`. True where the run ended by itself."""
    process = subprocess.Popen(
        read_command(source, record), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return False
    assert process.returncode == 0, errors.decode()
    return True


@pytest.mark.slow
def test_killed_at_fifty_random_moments(tmp_path: Path) -> None:
    # No extractor reads this language: the test is of reading, writing and linking.
    source = write_jsonl(tmp_path / "in.jsonl", ARTICLES, words=60, language="zz")
    started = time.monotonic()
    assert read_until(source, tmp_path / "whole.db", None)
    whole_run = time.monotonic() - started
    rng = random.Random(7)
    kills = 0
    for number in range(KILLS):
        # A disturbed record that has finished begins anew, so that every kill hits a working run.
        record = tmp_path / f"disturbed-{number // 5}.db"
        kills += not read_until(source, record, rng.uniform(0.2, whole_run * 0.6))
    assert kills >= KILLS * 0.8
    expected = canonical_hash(tmp_path / "whole.db", tmp_path / "whole")
    for number in range(KILLS // 5):
        record = tmp_path / f"disturbed-{number}.db"
        assert read_until(source, record, None)
        assert canonical_hash(record, tmp_path / f"disturbed-{number}") == expected
