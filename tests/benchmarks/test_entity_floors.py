"""The entity benchmark stays above its floors (benchmarks/quality/floors.json, keys 'entity.*')."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.encoder.session import SHIPPED
from tests.helpers import floors_of


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, float]:
    if not (shared / "data" / "ud").is_dir():
        pytest.skip(f"no treebanks in {shared / 'data'}")
    if not (SHIPPED / "encoder.onnx").exists():
        pytest.skip("the trained model is not in the tree (python -m training makes it)")
    from benchmarks.quality.entity.score import scores
    from benchmarks.quality.entity.speakers import speaker_rows, speakers

    return scores()[0] | speaker_rows(speakers("test"))


@pytest.mark.slow
@pytest.mark.parametrize(("row", "floor"), floors_of("entity"))
def test_floor(found: dict[str, float], row: str, floor: float) -> None:
    assert found[row] >= floor, f"{row} fell to {found[row]:.1f}, its floor is {floor}"
