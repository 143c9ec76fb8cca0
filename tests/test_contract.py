"""The contract as it is tested from outside, on the seeds and on bad input."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_contract_holds(shared: Path) -> None:
    exe = Path(sys.executable).with_name("dragoman")
    if not exe.exists():
        pytest.skip(f"no installed command at {exe}: pip install -e .")
    check = subprocess.run(
        [sys.executable, str(shared / "check_contract.py"), str(exe)],
        capture_output=True,
        text=True,
        timeout=500,
    )
    assert check.returncode == 0, check.stdout + check.stderr
