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

_LABELED: Final = tuple(LABELS.index(label) for label, _ in STATES)

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
    def _odds(self) -> tuple[tuple[tuple[int, int, float], ...], ...]:
        """For what a unit opens, every step with how likely it is."""
        return tuple(
            tuple(
                (a, b, exp(_bound(table[x][y] + (self.counts[n] if n >= 0 else 0.0))))
                for a, b, x, y, n in STEPS
            )
            for table in self.steps
        )

    def scores(self, seen: Sequence[Collection[str]]) -> list[list[float]]:
        """For every unit, how much what is seen of it speaks for each label.

        Args:
            seen: the signals of each.
        """
        out = []
        for signals in seen:
            known = [self.signals[name] for name in sorted(self.signals.keys() & signals)]
            out.append([sum(those) for those in zip(self.bias, *known, strict=True)])
        return out

    def weighs(self, scores: Sequence[Sequence[float]], opens: Sequence[int]) -> float:
        """How likely an article weighs anything at all.

        Args:
            scores: of its units.
            opens: what each opens.
        """
        likely = self._likely(scores, [frozenset(LABELS)] * len(scores))
        return 1 - _shares(self._ahead(likely, opens)[-1])[0]

    def chances(
        self,
        scores: Sequence[Sequence[float]],
        opens: Sequence[int],
        may: Sequence[Collection[str]],
    ) -> list[dict[str, float]]:
        """For every unit, how likely each label is, of an article that weighs something.

        Args:
            scores: of its units.
            opens: what each opens.
            may: the labels that each may have; of the last one, before the question is none.
        """
        runs = self._run(scores, opens, [*may[:-1], frozenset(may[-1]) - {"B"}])
        out = []
        for states in runs:
            told = dict.fromkeys(LABELS, 0.0)
            for (label, _), chance in zip(STATES, states, strict=True):
                told[label] += chance
            out.append(told)
        return out

    def _run(
        self,
        scores: Sequence[Sequence[float]],
        opens: Sequence[int],
        may: Sequence[Collection[str]],
    ) -> list[list[float]]:
        """For every unit, how likely each state is: forwards, then backwards."""
        likely = self._likely(scores, may)
        ahead = self._ahead(likely, opens)
        behind = [1.0] * len(STATES)
        out = [_shares(ahead[-1])]
        for at in range(len(likely) - 1, 0, -1):
            reach = [x * y for x, y in zip(behind, likely[at], strict=True)]
            come = [0.0] * len(STATES)
            for a, b, odds in self._odds[opens[at]]:
                come[a] += reach[b] * odds
            behind = _shares(come)
            out.append(_shares([x * y for x, y in zip(ahead[at - 1], behind, strict=True)]))
        return out[::-1]

    def _ahead(self, likely: Sequence[Sequence[float]], opens: Sequence[int]) -> list[list[float]]:
        """For every unit, how likely each state is by all units up to it."""
        ahead: list[list[float]] = []
        for at, here in enumerate(likely):
            told = here
            if at:
                come = [0.0] * len(STATES)
                before = ahead[-1]
                for a, b, odds in self._odds[opens[at]]:
                    come[b] += before[a] * odds
                told = [x * y for x, y in zip(come, here, strict=True)]
            ahead.append(_shares(told))
        return ahead

    def _likely(
        self, scores: Sequence[Sequence[float]], may: Sequence[Collection[str]]
    ) -> list[list[float]]:
        """For every unit, how likely each state is by what is seen of it alone."""
        out = []
        for at, (mine, labels) in enumerate(zip(scores, may, strict=True)):
            most = max(mine)
            own = [exp(one - most) if LABELS[n] in labels else 0.0 for n, one in enumerate(mine)]
            states = [own[label] for label in _LABELED]
            if not at:
                states = [x if may_open(s) else 0.0 for x, s in zip(states, STATES, strict=True)]
            if at + 1 == len(scores):
                states = [x * self._end(s) for x, s in zip(states, STATES, strict=True)]
            out.append(states)
        return out

    def _end(self, one: tuple[str, int]) -> float:
        """How likely the last unit is in a state."""
        if not may_end(one):
            return 0.0
        return exp(_bound(self.counts[MOST + one[1] - 1])) if one[1] else 1.0


def _bound(total: float) -> float:
    return max(-LARGE, min(LARGE, total))


def _shares(those: Sequence[float]) -> list[float]:
    """The same as shares of one; nothing where all are nothing."""
    total = sum(those)
    return [one / total for one in those] if total else list(those)
