"""Reports are not events: the sample ten times, half of it reworded, is told as the sample is."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.repetition.repeat import linked, repeated
from dragoman import pipeline
from tests.helpers import sample_documents


@pytest.mark.slow
def test_repeating_and_rewording_reports_changes_no_count(tmp_path: Path) -> None:
    once = sample_documents()
    ten = [copy for document in once for copy in repeated(document, mirrors=False)]
    analyses = [pipeline.analyze_document(copy) for copy in ten]
    first = [a for a in analyses if a.article.source_id.endswith("#0")]
    single = linked(first, tmp_path / "1")
    assert single.events > 0 and single.points > 0 and single.groups > 0
    assert single.changes(linked(analyses, tmp_path / "10")) == {}
