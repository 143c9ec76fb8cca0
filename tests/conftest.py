"""What several tests need: the shared data where it is present, and the seeds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the project; skips where there is none."""
    folder = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no development data at {folder} (DRAGOMAN_SHARED names another place)")
    return folder


@pytest.fixture(scope="session")
def seeds(shared: Path) -> list[Path]:
    """The articles of the first user."""
    return sorted((shared / "seeds").glob("*.txt"))
