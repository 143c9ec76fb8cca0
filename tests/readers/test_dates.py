"""Dates keep the precision they were given in; what is ambiguous stays unread."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.dates import published

READ = [
    ("2023-11-04", "2023-11-04", "day"),
    ("2023/11/04", "2023-11-04", "day"),
    ("20231104", "2023-11-04", "day"),
    ("2023-11", "2023-11", "month"),
    ("2023-11-04T10", "2023-11-04T10", "hour"),
    ("2023-11-04T10:15", "2023-11-04T10:15", "minute"),
    ("2023-11-04 10:15:59", "2023-11-04T10:15", "minute"),
    ("2023-11-04T10:15:59.123456Z", "2023-11-04T10:15Z", "minute"),
    ("2023-11-04T10:15:00+03:00", "2023-11-04T10:15+03:00", "minute"),
    ("2023-11-04T10:15:00-0500", "2023-11-04T10:15-05:00", "minute"),
    ("2023-11-04T10:15:00+00:00", "2023-11-04T10:15Z", "minute"),
    ("2023-11-04 10:15 UTC", "2023-11-04T10:15Z", "minute"),
    ("20231104T101500Z", "2023-11-04T10:15Z", "minute"),
    ("20231104101500", "2023-11-04T10:15", "minute"),
    ("2018-01-01T00:00:00", "2018-01-01", "day"),
    ("2018-01-01T00:00:00Z", "2018-01-01T00:00Z", "minute"),
    ("Sat, 04 Nov 2023 10:15:00 +0300", "2023-11-04T10:15+03:00", "minute"),
    ("Sat, 04 Nov 2023 10:15:00 GMT", "2023-11-04T10:15Z", "minute"),
    ("04 Nov 2023", "2023-11-04", "day"),
    ("November 4, 2023", "2023-11-04", "day"),
    ("Saturday, 4th November 2023", "2023-11-04", "day"),
    ("Nov. 4, 2023 at 3:05 p.m.", "2023-11-04T15:05", "minute"),
    ("Nov 4, 2023 12:05 AM", "2023-11-04T00:05", "minute"),
    ("1699092900", "2023-11-04T10:15Z", "minute"),
    (1699092900, "2023-11-04T10:15Z", "minute"),
    (1699092900.5, "2023-11-04T10:15Z", "minute"),
    (1699092900000, "2023-11-04T10:15Z", "minute"),
    (20231104, "2023-11-04", "day"),
    (date(2023, 11, 4), "2023-11-04", "day"),
    (datetime(2023, 11, 4, 10, 15, tzinfo=UTC), "2023-11-04T10:15Z", "minute"),
    (datetime(2023, 11, 4, 10, 15, tzinfo=timezone(timedelta(hours=-3, minutes=-30))), "2023-11-04T10:15-03:30", "minute"),
    (datetime(2023, 11, 4), "2023-11-04", "day"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected", "precision"), READ)
def test_a_date_keeps_its_precision(value: str | int, expected: str, precision: str) -> None:
    found = published(value)
    assert found is not None
    assert (found.value, found.precision, found.basis, found.evidence) == (
        expected,
        precision,
        "metadata",
        (),
    )


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "04/11/2023", "2023", "2023-13-01", "2023-02-30", "2023-11-04T25:00", "0001-01-01", "9999-12-31",
     "202311", "13:45", "x" * 10_000, None, True, 0, -1, float("nan"), float("inf"), 1e300, "Nov 31, 2023"],
)  # fmt: skip
def test_what_is_no_date_or_an_ambiguous_one_stays_unread(value: str | float | None) -> None:
    assert published(value) is None


@given(st.text() | st.integers() | st.floats() | st.datetimes() | st.dates())
def test_nothing_makes_it_fail_and_what_it_reads_is_iso(value: str | float) -> None:
    found = published(value)
    if found and found.precision != "month":
        datetime.fromisoformat(found.value)
