"""The encoder that ships keeps its scores on the fixed subset of the development data."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.encoder import Encoder
from dragoman.encoder.session import SHIPPED
from tests.helpers import floors_of


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, float]:
    if not (shared / "data" / "ud").is_dir():
        pytest.skip(f"no treebanks in {shared / 'data'}")
    if not (SHIPPED / "encoder.onnx").exists():
        pytest.skip("the trained model is not in the tree (python -m training makes it)")
    from benchmarks.quality.encoder.score import scores

    return scores(Encoder.load(), subset=True)


@pytest.mark.slow
@pytest.mark.parametrize(("row", "floor"), floors_of("encoder"))
def test_floor(found: dict[str, float], row: str, floor: float) -> None:
    assert found[row] >= floor, f"{row} fell to {found[row]:.2f}, its floor is {floor}"
