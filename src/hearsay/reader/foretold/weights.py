"""Weights: how much each signal speaks for words' foretelling something, learned from marked articles.

Logistic regression (scripts/train_foretelling.py, decision 0032). What was learned is a table, `weights.json`; using it is an addition.
"""

from collections.abc import Collection
from functools import cache
from importlib import resources

import msgspec

from hearsay.reader.odds import chance


class Round(msgspec.Struct, frozen=True):
    """What was learned for one round.

    Attributes:
        bias: how much nothing at all speaks for it.
        signals: how much each signal does.
    """

    bias: float
    signals: dict[str, float]

    def chance(self, signals: Collection[str]) -> float:
        """How likely words foretell, by their signals."""
        known = self.signals
        return chance(self.bias + sum(known.get(name, 0.0) for name in sorted(signals)))


class Weights(msgspec.Struct, frozen=True):
    """What was learned: a first round, and a second that knows what the first makes of the words nearby.

    Attributes:
        digest: of the marks that it was learned from.
        left_out: F1 on the columns, those of each writer read by weights that were learned without them.
        floor: the chance from which words are taken to foretell.
        first, second: the rounds.
    """

    digest: str
    left_out: float
    floor: float
    first: Round
    second: Round


@cache
def weights() -> Weights:
    """What was learned, read once."""
    file = resources.files("hearsay.reader.foretold") / "weights.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)
