"""Copies and rewordings of the first cluster articles change no count of events, series, stories or origins."""

from __future__ import annotations

import pytest

from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from benchmarks.quality.repetition.repeat import compared

FIRST = 24


@pytest.mark.slow
@pytest.mark.skipif(
    not ARTICLES.exists(),
    reason="the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_ten_copies_of_every_article_change_no_count() -> None:
    documents = [cluster_document(row) for row in rows(ARTICLES)][:FIRST]
    once, often = compared(documents, mirrors=False)
    assert once.events > FIRST
    assert once.changes(often) == {}
