"""Chain: what every unit of an article does in a weighing, read as one chain from the first to the last.

A weighing has an order: what comes before, a question, what stands between, then an answer with what is for it and against it, another, a
third, and what comes after. Each unit is one step of that, and what it is weighs together with what those beside it are: a sentence
that could be a claim or evidence is a claim where another would be missing. The chain is a linear-chain conditional random field with as many rows of states as
there are answers, so that it knows that one answer alone is no weighing. Its weights are learned (scripts/train_weighing.py, decision 0022).
"""

from collections.abc import Collection, Sequence
from functools import cached_property
from math import exp
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.products import product

Figures = NDArray[np.float64]

LABELS: Final = "BQMCFANE"
"""Before; question; between; claim; for; against; neither of both, within an answer; after."""

MOST = 5
"""Answers that are counted; one more than that is another of the last."""

STATES: Final = (
    ("B", 0), ("Q", 0), ("M", 0),
    *((label, number) for number in range(1, MOST + 1) for label in "CFAN"),
    ("E", 0),
)  # fmt: skip
"""What a unit may be: a label, and of which answer."""

_LABELED: Final = [LABELS.index(label) for label, _ in STATES]
_SHARED: Final = np.eye(len(LABELS))[_LABELED]

COUNTS: Final = 2 * MOST
"""Weights of how many answers there are: of one more after each, and of an end after each."""

LEAST = 2
"""Answers without which nothing is weighed."""

LARGE = 30.0


def counted(one: tuple[str, int], other: tuple[str, int]) -> int:
    """Which weight of how many answers there are a step has; -1 for none."""
    (_, number), (after, of) = one, other
    if not number:
        return -1
    if after == "C" and of == min(number + 1, MOST) and one != other:
        return number - 1
    return MOST + number - 1 if after == "E" and number >= LEAST else -1


def may_follow(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether a unit of one state may stand right before one of another.

    Takes: an answer after the one before it; the end after two. Leaves: the end after one answer.
    """
    (label, number), (after, of) = one, other
    if not number:
        begins = after == "C" and of == 1
        return {"B": after in "BQ" or begins, "Q": after in "QM" or begins}.get(
            label, after == label or (begins and label == "M")
        )
    if after in "FAN":
        return of == number
    if after == "C":
        return of == min(number + 1, MOST) or (label == "C" and of == number)
    return after == "E" and number >= LEAST


def may_open(one: tuple[str, int]) -> bool:
    """Whether the first unit may be in a state."""
    return one[0] in "BQ" or one == ("C", 1)


def may_end(one: tuple[str, int]) -> bool:
    """Whether the last unit may be in a state."""
    return one[0] in "BE" or one[1] >= LEAST


STEPS: Final = tuple(
    (a, b, LABELS.index(one[0]), LABELS.index(other[0]), counted(one, other))
    for a, one in enumerate(STATES)
    for b, other in enumerate(STATES)
    if may_follow(one, other)
)
"""All steps from state to state: both, the labels of both, and which weight of how many answers there are it has."""


class Chain(msgspec.Struct, frozen=True, dict=True):
    """What was learned of the chain.

    Attributes:
        bias: of each label.
        signals: for each signal, how much it speaks for each label.
        steps: for what a unit opens, from each label to each.
        counts: how likely one more answer is, and an end, after so many.
    """

    bias: tuple[float, ...]
    signals: dict[str, tuple[float, ...]]
    steps: tuple[tuple[tuple[float, ...], ...], ...]
    counts: tuple[float, ...]

    @cached_property
    def _odds(self) -> Figures:
        """(opens, S, S) how likely every step is, by what a unit opens."""
        out = np.zeros((len(self.steps), len(STATES), len(STATES)))
        for table, odds in zip(self.steps, out, strict=True):
            for a, b, x, y, n in STEPS:
                odds[a, b] = exp(_bound(table[x][y] + (self.counts[n] if n >= 0 else 0.0)))
        return out

    @cached_property
    def _ends(self) -> Figures:
        """(S,) how likely the last unit is in each state."""
        return np.array(
            [
                (exp(_bound(self.counts[MOST + one[1] - 1])) if one[1] else 1.0) * may_end(one)
                for one in STATES
            ]
        )

    @cached_property
    def _worth(self) -> tuple[dict[str, int], Figures]:
        """Which row each signal has, and how much it speaks for each label."""
        return {name: at for at, name in enumerate(self.signals)}, np.array(
            [*self.signals.values()]
        )

    def scores(self, seen: Sequence[Collection[str]]) -> Figures:
        """For every unit, how much what is seen of it speaks for each label.

        Args:
            seen: the signals of each.
        """
        rows, worth = self._worth
        known = (sorted([rows[name] for name in signals if name in rows]) for signals in seen)
        return np.array([worth[held].sum(0) for held in known]) + self.bias

    def weighs(self, scores: Figures, opens: Sequence[int]) -> float:
        """How likely an article weighs anything at all.

        Args:
            scores: of its units.
            opens: what each opens.
        """
        likely = self._likely(scores, [frozenset(LABELS)] * len(scores))
        return 1 - float(self._ahead(likely, opens)[-1, 0])

    def chances(
        self, scores: Figures, opens: Sequence[int], may: Sequence[Collection[str]]
    ) -> list[dict[str, float]]:
        """For every unit, how likely each label is, of an article that weighs something: forwards, then backwards.

        Args:
            scores: of its units.
            opens: what each opens.
            may: the labels that each may have; of the last one, before the question is none.
        """
        likely = self._likely(scores, [*may[:-1], frozenset(may[-1]) - {"B"}])
        states = self._ahead(likely, opens)
        behind = np.ones(len(STATES))
        for at in range(len(likely) - 1, 0, -1):
            behind = _shares(self._odds[opens[at]] @ (behind * likely[at]))
            states[at - 1] = _shares(states[at - 1] * behind)
        told = product(states, _SHARED).tolist()
        return [dict(zip(LABELS, row, strict=True)) for row in told]

    def _ahead(self, likely: Figures, opens: Sequence[int]) -> Figures:
        """For every unit, how likely each state is by all units up to it."""
        ahead = np.empty_like(likely)
        ahead[0] = _shares(likely[0])
        for at in range(1, len(likely)):
            ahead[at] = _shares(ahead[at - 1] @ self._odds[opens[at]] * likely[at])
        return ahead

    def _likely(self, scores: Figures, may: Sequence[Collection[str]]) -> Figures:
        """For every unit, how likely each state is by what is seen of it alone."""
        held = np.array([[label in labels for label in LABELS] for labels in may])
        own = np.exp(scores - scores.max(1, keepdims=True)) * held
        states: Figures = own[:, _LABELED]
        states[0] *= [may_open(one) for one in STATES]
        states[-1] *= self._ends
        return states


def _bound(total: float) -> float:
    return max(-LARGE, min(LARGE, total))


def _shares(those: Figures) -> Figures:
    """The same as shares of one; nothing where all are nothing."""
    total = those.sum()
    return those / total if total else those
