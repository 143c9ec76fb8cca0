"""Whatever the text: spans hold, ids are stable, the time is linear."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.types import Passage
from tests.extract.quantity.reading import analysis, flat
from tests.timing import grows_linearly

PIECES = st.lists(
    st.sampled_from(
        [
            "killed",
            "12",
            "people",
            ",",
            "including",
            "four",
            "children",
            ".",
            "$20",
            "billion",
            "said",
            "according",
            "to",
            "the",
            "ministry",
            "one",
            "of",
            "two-thirds",
            "-",
            "(",
            ")",
            "£1.3million",
            "10-15",
            "percent",
            "hundreds",
            "thousands",
            "in",
            "at",
            "least",
            "wounded",
            "3,000",
            "2017",
            "half",
            "a",
            "third",
            "40m",
            "PS4",
            "were",
            "dead",
            "missing",
            "more",
            "than",
            "up",
            "and",
            "or",
            "between",
        ]
    )
)


@settings(max_examples=150, deadline=None)
@given(PIECES.map(" ".join) | st.text())
def test_spans_are_the_words(text: str) -> None:
    found = analysis(flat(text))
    for q in found.quantities:
        assert text[slice(*q.span)] == q.text
        assert q.low is not None or q.high is not None
        for part in (q.of, q.cause, q.reported_by, q.place):
            assert part is None or text[slice(*part.span)] == part.text
            assert not isinstance(part, Passage) or part.text
    spans = [q.span for q in found.quantities]
    assert spans == sorted(spans)
    assert len({q.id for q in found.quantities}) == len(spans)


def test_time_is_linear_in_the_article() -> None:
    def prepared(count: int) -> Callable[[], object]:
        read = flat("The blast killed 12 people and wounded 30 others, police said.\n\n" * count)
        return lambda: analysis(read)

    assert grows_linearly(prepared, 40, 320)
