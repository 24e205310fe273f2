"""Regression: how much each signal of marked examples speaks for the mark; shared by the scripts that learn weights."""

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]

ROUNDS = 40


def regression(rows: Rows, own: Rows, counts: Rows, price: float, bias: float = 1e-3) -> Rows:
    """Logistic regression by Newton's method; the last weight is the bias, and costs next to nothing."""
    full = np.hstack([rows, np.ones((len(rows), 1))])
    costs = np.full(full.shape[1], price)
    costs[-1] = bias
    found = np.zeros(full.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(full @ found)))
        slope = full.T @ (counts * (likely - own)) + costs * found
        bend = (full * (counts * likely * (1 - likely))[:, None]).T @ full + np.diag(costs)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-7:  # noqa: PLR2004 - it stands
            break
    return found


def of_signals(
    examples: Sequence[Collection[str]], own: Rows, counts: Rows, price: float, rare: int
) -> tuple[float, dict[str, float]]:
    """The bias, and the weight of each signal that enough examples have.

    Args:
        examples: the signals of each.
        own: whether each is what is learned, 1 or 0.
        counts: how much each counts.
        price: how much large weights cost.
        rare: a signal of fewer is not weighed.
    """
    seen = Counter(name for signals in examples for name in signals)
    names = sorted(name for name, many in seen.items() if many >= rare)
    at = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for n, signals in enumerate(examples):
        table[n, [at[name] for name in signals if name in at]] = 1
    found = regression(table, own, counts, price)
    signs = {name: round(float(w), 3) for name, w in zip(names, found, strict=False)}
    return round(float(found[-1]), 3), signs
