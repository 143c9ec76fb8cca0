"""The pool keeps order, bounds time and memory, and outlives whatever an item does to its worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from dragoman.pool import Failure, Pool


def job(item: tuple[str, float]) -> str:
    what, value = item
    if what == "sleep":
        time.sleep(value)
    elif what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "memory":
        bytearray(int(value))
    elif what == "raise":
        raise ValueError("no good")
    return f"{what} {value}"


def factory() -> Callable[[tuple[str, float]], str]:
    return job


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool[tuple[str, float], str]]:
    with Pool(factory, workers=2, memory_mb=64, seconds=lambda item: 1.5) as pool:
        yield pool


def outcomes(pool: Pool[tuple[str, float], str], *items: tuple[str, float]) -> list[object]:
    return [outcome for _, outcome in pool.map(items)]


def test_order_is_that_of_the_input(pool: Pool[tuple[str, float], str]) -> None:
    items = [("sleep", 0.05 if n % 5 == 0 else 0.0) for n in range(40)]
    assert [item for item, _ in pool.map(items)] == items
    assert outcomes(pool, ("a", 1), ("b", 2)) == ["a 1", "b 2"]


def test_a_slow_item_is_ended_and_the_rest_answered(pool: Pool[tuple[str, float], str]) -> None:
    first, second, third = outcomes(pool, ("a", 1), ("sleep", 30), ("b", 2))
    assert (first, third) == ("a 1", "b 2")
    assert isinstance(second, Failure)
    assert second.reason == "too_slow"


def test_a_crash_costs_one_item(pool: Pool[tuple[str, float], str]) -> None:
    results = outcomes(pool, ("kill", 0), ("a", 1), ("kill", 0), ("b", 2))
    assert [getattr(r, "reason", r) for r in results] == ["crashed", "a 1", "crashed", "b 2"]
    assert "SIGKILL" in results[0].detail  # type: ignore[attr-defined]


def test_memory_is_bounded(pool: Pool[tuple[str, float], str]) -> None:
    results = outcomes(pool, ("memory", 300e6), ("memory", 1e6))
    assert getattr(results[0], "reason", results[0]) == "too_much_memory"
    assert results[1] == "memory 1000000.0"


def test_a_fault_in_the_job_is_named(pool: Pool[tuple[str, float], str]) -> None:
    (failure,) = outcomes(pool, ("raise", 0))
    assert failure == Failure("internal_error", "ValueError: no good")


def test_the_input_is_read_as_needed(pool: Pool[tuple[str, float], str]) -> None:
    taken = 0

    def endless() -> Iterator[tuple[str, float]]:
        nonlocal taken
        while True:
            taken += 1
            yield ("a", taken)

    results = pool.map(endless())
    for _ in range(10):
        next(results)
    assert taken < 100
