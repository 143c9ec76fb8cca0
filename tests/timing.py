"""How long something takes, said so that a slow or busy machine does not fail a good program."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import cache

NOMINAL = 0.016  # CPU seconds of `_yardstick` on an idle core of the machine the limits were set on


def cpu_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The least CPU seconds of this process in `rounds` calls, garbage collection held off.

    A full collection walks everything that other tests left in memory; it is not the work's own.
    """
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        try:
            started = time.process_time()
            work()
            best = min(best, time.process_time() - started)
        finally:
            gc.enable()
    return best


def slowness() -> float:
    """How many times slower than nominal this machine is now; at least 1."""
    return max(1.0, cpu_seconds(_yardstick) / NOMINAL)


def grows_linearly(
    prepare: Callable[[int], Callable[[], object]], small: int, large: int, slack: float = 3.0
) -> bool:
    """Whether `prepare(large)()` takes at most `slack` times what the proportion allows.

    `prepare` makes the input of a size, outside the time. What looks too slow is measured again:
    a quadratic program fails every time, a disturbed machine does not.
    """
    few, many = prepare(small), prepare(large)
    few()  # what is loaded on first use
    return any(
        cpu_seconds(many) <= slack * large / small * max(cpu_seconds(few), 0.002) for _ in range(3)
    )


def within(limit: float, work: Callable[[], object]) -> bool:
    """Whether `work` takes at most `limit` CPU seconds of a nominal machine."""
    return any(cpu_seconds(work, rounds=1) <= limit * slowness() for _ in range(3))


@cache
def _words() -> list[str]:
    return [f"word{n % 977}" for n in range(50_000)]


def _yardstick() -> None:
    seen: dict[str, int] = {}
    for word in _words():
        key = word.upper()[1:]
        seen[key] = seen.get(key, 0) + len(word)
    sorted(_words())
