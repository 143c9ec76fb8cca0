"""Hand-made sentences have no encoder behind them: there the lexicon and the gate decide alone."""

from __future__ import annotations

import pytest

from dragoman.extract.event import weigh

_VALUES = {"one": 5.0, "refused": -10.0}


@pytest.fixture
def lexicon_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every match is an event unless the gate refuses it."""
    values = tuple(_VALUES.get(name, 0.0) for name in weigh.FEATURES)
    monkeypatch.setattr(weigh, "shipped", lambda: weigh.Weights(values, 0.5, 0.5, 0.5, 0.5))
