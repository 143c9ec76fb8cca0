"""A record with its client, made once for each test that changes it or once for all that read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.room import Client, write_room


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory) -> tuple[Client, dict[str, str]]:
    """A client of the small record, and its articles; for tests that change nothing."""
    path = tmp_path_factory.mktemp("room") / "flood.db"
    return Client(path), write_room(path)


@pytest.fixture
def writing(tmp_path: Path) -> tuple[Client, dict[str, str]]:
    """The same for a test that changes it."""
    path = tmp_path / "flood.db"
    return Client(path), write_room(path)
