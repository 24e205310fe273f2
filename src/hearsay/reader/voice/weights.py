"""Weights: how much each signal of a sentence speaks for the author's own voice, learned from marked columns.

Two rounds of logistic regression (scripts/train_voice.py, decision 0018). The first weighs what is seen of a sentence itself; the
second adds what the first makes of the rest of the article, and of the sentences beside it: an author who judges in one
sentence judges in others, and a report does it nowhere. What was learned is a table, `weights.json`; using it is an addition.
"""

from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources

import msgspec

from hearsay.reader.odds import chance, odds

PRIOR, COUNTS = (
    0.2,
    3,
)  # what is held of the rest of an article before it is read: a share, and as how many sentences


class Beside(msgspec.Struct, frozen=True):
    """Of a sentence, what the first round makes of it and of those around it; or the weights of these.

    Attributes:
        own: log odds of the sentence itself.
        rest: log odds of the share of the other sentences of the article.
        before, after: the chance of the sentence beside it, of the article where there is none.
    """

    own: float
    rest: float
    before: float
    after: float


class Weights(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        digest: of the marked articles that it was learned from.
        left_out: F1 on the articles of gold/columns/dev, each read by weights that were learned without it.
        bias: how much nothing at all speaks for the author's own voice.
        signals: how much each signal speaks for it.
        second_bias, second: the same of the second round.
        floor: the chance from which a sentence is taken.
    """

    digest: str
    left_out: float
    bias: float
    signals: dict[str, float]
    second_bias: float
    second: Beside
    floor: float


@cache
def weights() -> Weights:
    """What was learned, read once."""
    file = resources.files("hearsay.reader.voice") / "weights.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)


def chances(rows: Sequence[Collection[str]], learned: Weights) -> list[float]:
    """For each sentence of an article, how likely it is the author's own voice.

    Args:
        rows: the signals of its sentences, in order.
        learned: the weights.
    """
    by = learned.second
    return [
        chance(
            learned.second_bias
            + by.own * one.own
            + by.rest * one.rest
            + by.before * one.before
            + by.after * one.after
        )
        for one in beside([first(signals, learned) for signals in rows])
    ]


def first(signals: Collection[str], learned: Weights) -> float:
    """What the first round makes of a sentence."""
    known = learned.signals
    return chance(learned.bias + sum(known.get(name, 0.0) for name in sorted(signals)))


def beside(likely: Sequence[float]) -> list[Beside]:
    """For each sentence, what the first round makes of it and of those around it."""
    total, many = sum(likely), len(likely)
    out: list[Beside] = []
    for at, own in enumerate(likely):
        rest = (total - own + PRIOR * COUNTS) / (many - 1 + COUNTS)
        before = likely[at - 1] if at else rest
        after = likely[at + 1] if at + 1 < many else rest
        out.append(Beside(odds(own), odds(rest), before, after))
    return out
