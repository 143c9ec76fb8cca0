"""What single parts of a finished run are worth, without training again.

Each variant switches one part off when reading: the averaging of the weights, the learned tag
transitions, the case feature, the quotation feature. The last two show how much the network leans
on a feature, which is more than the feature would be missed by one trained without it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from training.crf import FORBIDDEN
from training.decode import Chains, Runner, chains_of, runner
from training.evaluate import Parts, Scores, evaluate
from training.labels import ATT, NER, QUOTED, may_follow
from training.train import Model

Inputs = dict[str, NDArray[np.generic]]
SHOWN = ("ewt_upos", "ewt_las", "uner_f1", "news_names_f1", "polnear_SRC", "polnear_CUE", "polnear_CON", "similarity")  # fmt: skip


def ablations(average: Model, last: Model, parts: Parts, every: int = 8) -> dict[str, Scores]:
    """Scores of each variant on every eighth sentence of the development data (re3d whole)."""
    chains = chains_of(average)
    part = {k: v if k == "re3d_dev" else v[::every] for k, v in parts.items() if k.endswith("_dev")}
    plain = Chains(_constraints(NER), _constraints(ATT))
    run = runner(average)
    variants: dict[str, tuple[Runner, Chains]] = {
        "as shipped (fp32)": (run, chains),
        "last weights, not their average": (runner(last), chains_of(last)),
        "BIO constraints only, no learned transitions": (run, plain),
        "case feature off": (_with_case(run, lambda case: case & QUOTED), chains),
        "quotation feature off": (_with_case(run, lambda case: case & ~QUOTED), chains),
    }
    return {name: evaluate(*variant, part) for name, variant in variants.items()}


def _constraints(tags: list[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    step = [[0.0 if may_follow(a, b) else FORBIDDEN for b in tags] for a in tags]
    first = [0.0 if may_follow("O", tag) else FORBIDDEN for tag in tags]
    return np.array(step, np.float32), np.array(first, np.float32)


def _with_case(run: Runner, change: Callable[[NDArray[np.generic]], NDArray[np.generic]]) -> Runner:
    return lambda inputs: run(inputs | {"case": change(inputs["case"])})


def as_table(found: dict[str, Scores]) -> str:
    """The variants as a Markdown table of the rows of SHOWN."""
    lines = [f"| | {' | '.join(SHOWN)} |", "|---" * (len(SHOWN) + 1) + "|"]
    for name, scores in found.items():
        cells = (f"{scores[k]:.3f}" if k == "similarity" else f"{scores[k]:.1f}" for k in SHOWN)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
