"""Heads: what the network's upper layer says of a unit of a weighing, learned from marked articles.

What is learned is a `hearsay.reader.weighing.made.Head`: a multinomial logistic regression on the main components of the means, the numbers of which are
multiplied out, so that a head is three small tables.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from hearsay.reader.weighing.chain import STATES
from hearsay.reader.weighing.made import TAKEN, Head, Vectors, shares

OWN, NEAR = 64, 24  # main components of a unit, and of those before and after it, that are weighed
PRICE = 30.0  # how much large weights cost
ROUNDS = 60
DIGITS = 4
OUTSIDE = "BME"  # labels that are one for a head

Labels = NDArray[np.int64]


def labels_of(states: Sequence[int]) -> Labels:
    """For each state of the chain, the number of what a head takes it for."""
    names = ("B" if STATES[state][0] in OUTSIDE else STATES[state][0] for state in states)
    return np.array([TAKEN.index(name) for name in names])


def head_of(made: Sequence[Vectors], labels: Sequence[Labels]) -> Head:
    """The head that some articles give.

    Args:
        made: of each what the network made of its units.
        labels: of each what its units are.
    """
    every = np.concatenate(list(made))
    mean = every.mean(0)
    _, sizes, axes = np.linalg.svd(every - mean, full_matrices=False)
    main = axes[:OWN].T / (sizes[:OWN] / len(every) ** 0.5)
    rows = np.concatenate([_beside((one - mean) @ main) for one in made])
    table = _fitted(rows, np.concatenate(list(labels)))
    own, before, after = (
        main @ table[:OWN], main[:, :NEAR] @ table[OWN : OWN + NEAR], main[:, :NEAR] @ table[OWN + NEAR : -1],
    )  # fmt: skip

    def kept(those: Vectors) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(round(float(one), DIGITS) for one in row) for row in those)

    (center,), (bias,) = kept(np.stack([mean])), kept(table[-1:])
    return Head(center, bias, kept(own), kept(before), kept(after))


def _beside(those: Vectors) -> Vectors:
    nothing = np.zeros((1, NEAR))
    near = those[:, :NEAR]
    return np.hstack([those, np.vstack([nothing, near[:-1]]), np.vstack([near[1:], nothing])])


def _fitted(rows: Vectors, labels: Labels) -> Vectors:
    table = np.hstack([rows, np.ones((len(rows), 1))])
    right = np.eye(len(TAKEN))[labels]

    def lost(weights: Vectors) -> tuple[float, Vectors]:
        held = weights.reshape(-1, len(TAKEN))
        told = shares(table @ held)
        slope = table.T @ (told - right)
        slope[:-1] += PRICE * held[:-1]
        total = -np.log((told * right).sum(1) + 1e-12).sum() + PRICE * (held[:-1] ** 2).sum() / 2
        return float(total), slope.ravel()

    start = np.zeros(table.shape[1] * len(TAKEN))
    found = minimize(lost, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return np.asarray(found.x.reshape(-1, len(TAKEN)))
