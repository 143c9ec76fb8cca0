"""The pool keeps order, bounds time and memory, and outlives whatever an item does to its worker."""

from __future__ import annotations

import itertools
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from dragoman.pool import MOST_BYTES, Failure, Pool


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


def factory() -> Callable[[Sequence[tuple[str, float]]], list[str]]:
    return lambda items: [job(item) for item in items]


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
    assert taken < 300


def test_a_pass_that_was_left_gives_nothing_to_the_next(
    pool: Pool[tuple[str, float], str],
) -> None:
    left = pool.map(("old", float(n)) for n in range(50))
    next(left)
    assert outcomes(pool, ("new", 1), ("new", 2)) == ["new 1", "new 2"]


def test_a_group_that_fails_is_taken_apart(pool: Pool[tuple[str, float], str]) -> None:
    quick = [("a", float(n)) for n in range(200)]
    assert all(outcomes(pool, *quick)), "by now the groups are large"
    bad = [("kill", 0.0), ("sleep", 30.0), ("memory", 300e6), ("raise", 0.0)]
    items = [*quick[:50], bad[0], *quick[:50], *bad[1:], *quick[:50]]
    results = outcomes(pool, *items)
    named = [r.reason for r in results if isinstance(r, Failure)]
    assert named == ["crashed", "too_slow", "too_much_memory", "internal_error"]
    assert [r for r in results if isinstance(r, str)] == [f"a {n}" for _, n in quick[:50]] * 3


def test_large_items_and_answers_do_not_block_each_other() -> None:
    with Pool(echo, workers=1, memory_mb=256, seconds=lambda item: 20.0) as echoing:
        items = [bytes([n % 256]) * 500_000 for n in range(80)]
        assert [answer for _, answer in echoing.map(items)] == items


def echo() -> Callable[[Sequence[bytes]], Sequence[bytes]]:
    return lambda items: items


def test_no_more_is_read_than_may_be_in_flight() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"x"

    def size(item: bytes) -> int:
        return MOST_BYTES // 4

    with Pool(echo, workers=1, memory_mb=256, seconds=lambda item: 20.0, size=size) as echoing:
        answers = echoing.map(endless())
        most = max(taken - done for done, _ in enumerate(itertools.islice(answers, 50)))
    assert most <= 5


def test_a_slow_input_is_handed_out_as_it_comes(pool: Pool[tuple[str, float], str]) -> None:
    given = 0

    def slow() -> Iterator[tuple[str, float]]:
        nonlocal given
        for n in range(12):
            time.sleep(0.3)
            given += 1
            yield ("a", n)

    answers = pool.map(slow())
    next(answers)
    assert given < 12  # answered while the input still came
    assert len(list(answers)) == 11
