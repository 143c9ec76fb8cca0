"""One browser for the tests that read, and one for those that correct or meet hostile pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.room import write_room
from tests.app_browser.hostile import write_hostile
from tests.app_browser.tab import Tab, opened
from tests.web.web_browser import chromium

Room = tuple[Tab, dict[str, str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser nothing here can be tried."""
    if chromium() is None:
        reason = "no Chromium here: install chromium to try the reading room in a browser"
        for item in items:
            if "app_browser" in item.path.parts:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The small record, served and opened."""
    path = tmp_path_factory.mktemp("served") / "flood.db"
    ids = write_room(path)
    with opened(path) as tab:
        yield tab, ids


@pytest.fixture(scope="session")
def hostile_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The record of payloads, served and opened."""
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    ids = write_hostile(path)
    with opened(path) as tab:
        yield tab, ids
