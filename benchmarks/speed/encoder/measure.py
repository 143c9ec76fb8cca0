"""Processes that read articles with the encoder, and what they measured."""

from __future__ import annotations

import multiprocessing
import resource
import time
from dataclasses import dataclass
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

GROUP = 10  # articles read at once, as the pipeline may


@dataclass(frozen=True, slots=True)
class Run:
    """What one process measured."""

    startup_s: float
    cpu_s: float
    begun: float
    ended: float
    pieces: int
    articles: int
    peak_mb: int


def work(texts: list[str], started: float, ready: Barrier, results: Queue[Run]) -> None:
    """One process: load, wait for the others, read everything."""
    from dragoman.encoder import Encoder
    from dragoman.text import segment

    encoder = Encoder.load(cache_words=0)
    startup = time.time() - started
    ready.wait(timeout=120)
    begun, cpu = time.time(), time.process_time()
    for start in range(0, len(texts), GROUP):
        encoder.encode_all([(text, segment(text)) for text in texts[start : start + GROUP]])
    ended, cpu = time.time(), time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    results.put(Run(startup, cpu, begun, ended, count(texts), len(texts), peak))


def count(texts: list[str]) -> int:
    """Word-pieces with the two marks of every sentence."""
    from dragoman.encoder.session import SHIPPED, read_model
    from dragoman.encoder.wordpiece import WordPiece
    from dragoman.text import segment

    model = read_model(SHIPPED)
    split = WordPiece(model.vocabulary, longest=model.max_pieces_per_word).split
    cut = ((text, one) for text in texts for one in segment(text))
    return sum(2 + sum(len(split(text[a:b])) for a, b in one.tokens) for text, one in cut)


def measure(texts: list[str], processes: int) -> dict[str, float]:
    """Rates of `processes` processes that share the articles."""
    context = multiprocessing.get_context("spawn")
    ready, results = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=work, args=(texts[n::processes], time.time(), ready, results))
        for n in range(processes)
    ]
    for worker in workers:
        worker.start()
    runs = [results.get(timeout=600) for _ in workers]
    for worker in workers:
        worker.join()
    return summary(runs)


def summary(runs: list[Run]) -> dict[str, float]:
    seconds = max(run.ended for run in runs) - min(run.begun for run in runs)
    pieces, articles = sum(run.pieces for run in runs), sum(run.articles for run in runs)
    return {
        "processes": len(runs),
        "pieces_per_s": round(pieces / seconds),
        "articles_per_s": round(articles / seconds, 1),
        "pieces_per_cpu_s": round(pieces / sum(run.cpu_s for run in runs)),
        "startup_s": round(max(run.startup_s for run in runs), 2),
        "peak_mb": max(run.peak_mb for run in runs),
    }
