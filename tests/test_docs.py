"""The documentation says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.config import TABLE
from dragoman.export.rows import TABLES
from dragoman.export.schema import columns

DOCS = Path(__file__).parents[1] / "docs"


def test_every_setting_is_documented() -> None:
    text = (DOCS / "commands.md").read_text()
    for setting in TABLE:
        assert f"| `{setting.name}` | {setting.default} | {setting.help} |" in text


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_exported_field_is_documented(table: object) -> None:
    row = re.search(rf"^\| `{table.name}` \| (.*) \|$", (DOCS / "exports.md").read_text(), re.M)  # type: ignore[attr-defined]
    assert row, f"docs/exports.md has no row for {table.name}"  # type: ignore[attr-defined]
    documented = re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", row[1])
    assert re.findall(r"\w+", documented) == columns(table)  # type: ignore[arg-type]


def test_links_between_documents_lead_somewhere() -> None:
    for document in [DOCS.parent / "README.md", *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)", document.read_text()):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name} → {target}"
