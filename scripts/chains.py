"""Chains: the weights of a chain of labels, from marked articles: a linear-chain conditional random field, by its likelihood.

What is learned is a `hearsay.reader.weighing.chain.Chain`; how it is used stands there.
"""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from hearsay.reader.weighing.chain import (
    COUNTS,
    LABELS,
    LEAST,
    MOST,
    STATES,
    STEPS,
    Chain,
    may_end,
    may_open,
)  # fmt: skip

Rows = NDArray[np.float64]

OPENS = 3
ROUNDS = 80
COLUMNS, UNITS = 3, 4  # a signal of fewer columns, or of fewer units, is not weighed
PRICE, STEP, COUNT = (
    8.0,
    1.0,
    0.3,
)  # how much large weights cost: of signals, of steps, of how many answers there are
LARGE = 30.0
DIGITS = 2

OF = np.array([LABELS.index(label) for label, _ in STATES])
MAY_OPEN = np.array([float(may_open(one)) for one in STATES])
MAY_END = np.array([float(may_end(one)) for one in STATES])
ENDS = np.array([MOST + of - 1 if of >= LEAST else -1 for _, of in STATES])
MAY = np.zeros((len(STATES), len(STATES)))
COUNTED = np.full((len(STATES), len(STATES)), -1)
for _a, _b, _, _, _n in STEPS:
    MAY[_a, _b], COUNTED[_a, _b] = 1, _n
SHARED = np.eye(len(LABELS))[OF]


class Marked(msgspec.Struct):
    """An article: what is seen of its units, what each opens, and what it is."""

    seen: list[frozenset[str]]
    opens: list[int]
    states: list[int]


class _Batch:
    """All articles, step by step: the longest first, so that those that go on stand together."""

    def __init__(self, those: Sequence[Marked], names: dict[str, int]) -> None:
        many = np.array([len(one.seen) for one in those])
        self.begun = np.concatenate([[0], np.cumsum(many)])
        order = np.argsort(-many, kind="stable")
        going = [int((many > step).sum()) for step in range(int(many.max()))]
        self.at = [self.begun[:-1][order[:n]] + step for step, n in enumerate(going)]
        self.opens = np.array([mark for one in those for mark in one.opens])
        self.states = np.array([mark for one in those for mark in one.states])
        self.labels = np.eye(len(LABELS))[OF[self.states]]
        held = [
            (row, names[name])
            for row, has in enumerate(has for one in those for has in one.seen)
            for name in sorted(has)
            if name in names
        ]
        rows, columns = zip(*held, strict=True)
        shape = (int(self.begun[-1]), len(names))
        self.table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        self.steps = np.zeros((OPENS, len(LABELS), len(LABELS)))
        self.counts = np.zeros(COUNTS)
        self._count(those)

    def _count(self, those: Sequence[Marked]) -> None:
        """How often every step is taken."""
        for one in those:
            for at in range(1, len(one.states)):
                a, b = one.states[at - 1], one.states[at]
                self.steps[one.opens[at], OF[a], OF[b]] += 1
                if COUNTED[a, b] >= 0:
                    self.counts[COUNTED[a, b]] += 1
            if ENDS[one.states[-1]] >= 0:
                self.counts[ENDS[one.states[-1]]] += 1


class _Fit:
    """The likelihood of marked articles, and its slope, by the weights in a row."""

    def __init__(self, batch: _Batch) -> None:
        self.batch = batch
        self.signals = batch.table.shape[1] * len(LABELS)
        self.size = self.signals + len(LABELS) + batch.steps.size + COUNTS

    def parts(self, row: Rows) -> tuple[Rows, Rows, Rows, Rows]:
        """The weights of signals, of labels, of steps, and of how many answers there are."""
        bias = self.signals + len(LABELS)
        steps = bias + self.batch.steps.size
        return (
            row[: self.signals].reshape(-1, len(LABELS)),
            row[self.signals : bias],
            row[bias:steps].reshape(self.batch.steps.shape),
            row[steps:],
        )

    def __call__(self, row: Rows) -> tuple[float, Rows]:
        """What is to be made small: the cost of the weights less the log likelihood."""
        batch = self.batch
        signals, bias, steps, counts = self.parts(row)
        scores = batch.table @ signals + bias
        most = scores.max(1, keepdims=True)
        own = np.exp(scores - most)[:, OF]
        own[batch.begun[:-1]] *= MAY_OPEN
        own[batch.begun[1:] - 1] *= MAY_END * np.exp(np.where(ENDS >= 0, counts[ENDS], 0))
        total, told, taken = _run(batch, own, odds_of(steps, counts))
        ended = told[batch.begun[1:] - 1].sum(0)
        labels = told @ SHARED - batch.labels
        by_label = np.einsum("qij,ia,jb->qab", taken, SHARED, SHARED)
        by_count = np.array(
            [(taken.sum(0) * (n == COUNTED)).sum() + ended[n == ENDS].sum() for n in range(COUNTS)]
        )
        right = (scores * batch.labels).sum() + (steps * batch.steps).sum() + counts @ batch.counts
        cost = PRICE * (signals**2).sum() + STEP * (steps**2).sum() + COUNT * (counts**2).sum()
        slope = [
            (batch.table.T @ labels + PRICE * signals).ravel(),
            labels.sum(0) + 0.01 * bias,
            (by_label - batch.steps + STEP * steps).ravel(),
            by_count - batch.counts + COUNT * counts,
        ]
        lost = total + most.sum() - right + cost / 2 + 0.005 * (bias**2).sum()
        return float(lost), np.concatenate(slope)


def odds_of(steps: Rows, counts: Rows) -> Rows:
    """For what a unit opens, how likely every step is."""
    told = steps[:, OF[:, None], OF[None, :]] + np.where(COUNTED >= 0, counts[COUNTED], 0)
    return np.asarray(np.exp(np.clip(told, -LARGE, LARGE)) * MAY)


def _run(batch: _Batch, own: Rows, odds: Rows) -> tuple[float, Rows, Rows]:
    """Forwards and backwards: the log of the sum over all chains, how likely every state is, how often every step is taken."""
    ahead, scale = np.zeros_like(own), np.ones(len(own))
    for step, at in enumerate(batch.at):
        come = own[at]
        if step:
            before = ahead[batch.at[step - 1][: len(at)]]
            come = come * _stepped(before, odds, batch.opens[at])
        scale[at] = np.maximum(come.sum(1), 1e-300)
        ahead[at] = come / scale[at][:, None]
    behind, taken = np.ones_like(own), np.zeros_like(odds)
    for step in range(len(batch.at) - 1, 0, -1):
        at = batch.at[step]
        back = batch.at[step - 1][: len(at)]
        reach = behind[at] * own[at] / scale[at][:, None]
        for kind in range(OPENS):
            mine = batch.opens[at] == kind
            taken[kind] += (ahead[back][mine].T @ reach[mine]) * odds[kind]
        behind[back] = _stepped(reach, odds.transpose(0, 2, 1), batch.opens[at])
    return float(np.log(scale).sum()), ahead * behind, taken


def _stepped(those: Rows, odds: Rows, opens: NDArray[np.int64]) -> Rows:
    out = np.zeros_like(those)
    for kind in range(OPENS):
        mine = opens == kind
        out[mine] = those[mine] @ odds[kind]
    return out


def states_of(labels: str, opens: Sequence[int]) -> list[int]:
    """The states of labels: a claim is another answer's where no claim stands before it, or a paragraph opens."""
    out, number = [], 0
    for at, label in enumerate(labels):
        if label == "C" and (not at or labels[at - 1] != "C" or opens[at] == OPENS - 1):
            number = min(number + 1, MOST)
        out.append(STATES.index((label, number if label in "CFAN" else 0)))
    return out


def learned(those: Sequence[Marked]) -> Chain:
    """The chain that is likeliest by marked articles."""
    names = {name: n for n, name in enumerate(weighable([one.seen for one in those]))}
    fit = _Fit(_Batch(those, names))
    found = minimize(
        fit, np.zeros(fit.size), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}
    )
    signals, bias, steps, counts = fit.parts(np.round(found.x, DIGITS))
    kept = {name: tuple(map(float, signals[n])) for name, n in names.items() if signals[n].any()}
    return Chain(
        tuple(map(float, bias)),
        kept,
        tuple(tuple(tuple(map(float, row)) for row in table) for table in steps),
        tuple(map(float, counts)),
    )


def weighable(those: Sequence[Sequence[Collection[str]]]) -> list[str]:
    """The signals that enough articles have, and enough of their units."""
    units = Counter(name for one in those for has in one for name in has)
    articles = Counter(name for one in those for name in {name for has in one for name in has})
    return sorted(n for n, many in units.items() if many >= UNITS and articles[n] >= COLUMNS)
