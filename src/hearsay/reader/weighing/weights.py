"""Weights: how much each signal speaks for what a unit does in a weighing, and for a sentence that asks what is answered.

Learned from marked columns (scripts/train_weighing.py, decision 0022). What was learned is a table, `weights.json`.
"""

from functools import cache
from importlib import resources

import msgspec

from hearsay.reader.weighing.along import Along
from hearsay.reader.weighing.chain import Chain
from hearsay.reader.weighing.doubt import Doubt


class Weights(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        digest: of the marked columns that it was learned from.
        left_out: figures on columns of which each hand was read by weights learned without it.
        chain: what every unit of an article does, where no network read it.
        along: what each unit is taken for by all that stands before and after it, where a network read the article.
        sensed: the chain where a network did, which sees that too.
        question: how much each signal speaks for a sentence that asks what is answered.
        doubt: how much speaks for an article's weighing what is put up, where a network read it.
    """

    digest: str
    left_out: dict[str, float]
    chain: Chain
    along: Along
    sensed: Chain
    question: dict[str, float]
    doubt: Doubt


@cache
def weights() -> Weights:
    """What was learned, read once."""
    file = resources.files("hearsay.reader.weighing") / "weights.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)
