"""Records to export: one built by hand, one read from texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.export import export_record
from dragoman.store import open_store
from tests.export.objects import build


@pytest.fixture(scope="package")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("by-hand") / "r.db")


@pytest.fixture
def exported_as(by_hand: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Exports the record that was built by hand in a format and gives the folder."""

    def export(format_: str) -> Path:
        with open_store(by_hand, write=False) as store:
            export_record(store, tmp_path / format_, format_=format_)
        return tmp_path / format_

    return export
