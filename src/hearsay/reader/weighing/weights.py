"""Weights: how much each signal speaks for what a paragraph, a sentence or a part of one does in a weighing.

Learned by logistic regression from marked columns (scripts/train_weighing.py, decision 0022). What was learned is a table,
`weights.json`; using it is an addition.
"""

from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources

import msgspec

from hearsay.reader.odds import chance, odds


class Weighted(msgspec.Struct, frozen=True):
    """Weights of signals.

    Attributes:
        bias: how much nothing at all speaks for it.
        signals: how much each signal does.
    """

    bias: float
    signals: dict[str, float]

    def chance(self, signals: Collection[str]) -> float:
        """How likely it is, by its signals."""
        known = self.signals
        return chance(self.bias + sum(known.get(name, 0.0) for name in sorted(signals)))


class Beside(msgspec.Struct, frozen=True):
    """Of a paragraph, what is made of it and of those around it; or the weights of these.

    Attributes:
        own: log odds of the paragraph itself.
        before, after: the chance of the one beside it; 0 for none.
        best: the mean chance of the two most likely others.
    """

    own: float
    before: float
    after: float
    best: float


class Weights(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        digest: of the marked columns that it was learned from.
        left_out: figures on columns that were each read by weights learned without it.
        question: whether a sentence puts the question.
        paragraph: whether a paragraph puts up an answer.
        second, second_bias: the same, with what is made of the paragraphs around it.
        claim: which sentence of such a paragraph has the answer.
        evidence: whether a part of a sentence is evidence.
        against: whether evidence stands against the answer.
    """

    digest: str
    left_out: dict[str, float]
    question: Weighted
    paragraph: Weighted
    second: Beside
    second_bias: float
    claim: Weighted
    evidence: Weighted
    against: Weighted


@cache
def weights() -> Weights:
    """What was learned, read once."""
    file = resources.files("hearsay.reader.weighing") / "weights.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)


def beside(likely: Sequence[float]) -> list[Beside]:
    """For each paragraph, what is made of it and of those around it."""
    out = []
    for at, own in enumerate(likely):
        before = likely[at - 1] if at else 0.0
        after = likely[at + 1] if at + 1 < len(likely) else 0.0
        best = sorted(p for k, p in enumerate(likely) if k != at)[-2:]
        out.append(Beside(odds(own), before, after, sum(best) / 2))
    return out


def likely(paragraphs: Sequence[Collection[str]], learned: Weights) -> list[float]:
    """For each paragraph of an article, how likely it puts up an answer.

    Args:
        paragraphs: their signals, in order.
        learned: the weights.
    """
    by = learned.second
    return [
        chance(
            learned.second_bias
            + by.own * one.own
            + by.before * one.before
            + by.after * one.after
            + by.best * one.best
        )
        for one in beside([learned.paragraph.chance(signals) for signals in paragraphs])
    ]
