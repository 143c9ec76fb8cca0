"""Whatever bytes come in: an article with valid spans or a reason, never an exception."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.pipeline import Worked, analyze, work
from dragoman.readers import Raw
from dragoman.readers.items import RawKind
from dragoman.types import Analysis, Rejected, Span

MARKUP = st.text(alphabet="<>/=\"&;!-[]{}:,0123abcdé \n\t“”'\\\u202e\x00", max_size=300)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def spans(node: object) -> list[Span]:
    if isinstance(node, Span):
        return [node]
    if isinstance(node, tuple):
        return [s for item in node for s in spans(item)]
    if hasattr(node, "__dataclass_fields__"):
        return [s for name in node.__dataclass_fields__ for s in spans(getattr(node, name))]
    return []


def check(analysis: Analysis) -> None:
    size = len(analysis.article.text)
    assert all(0 <= s.start < s.end <= size for s in spans(analysis))


@pytest.mark.parametrize("kind", get_args(RawKind))
@QUICK
@given(data=st.binary(max_size=400) | MARKUP.map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes(kind: RawKind, data: bytes) -> None:
    item = Raw(kind=kind, path="x", source_id="x", data=data)
    for result in work(Settings(), [item])[0]:
        assert isinstance(result, Worked | Rejected)
        if isinstance(result, Worked):
            check(result.analysis)


@QUICK
@given(text=st.text(max_size=500) | MARKUP)
def test_any_text(text: str) -> None:
    analysis = analyze(text)
    assert analysis.article.text == text
    check(analysis)
