"""Doubt: how likely what is put up is weighed at all, and answers the sentence that is held to ask it.

Plain news has sentences side by side that could be answers, and some sentence before them is always the likeliest to ask. The chain tells little of that: what it
learned are columns, nearly all of which weigh something. What does tell is whether the sentence asks, by its words and by what a network takes it for, how much is
weighed, and how much of that is against: news turns from one account to the next. Learned from columns and from real news by scripts/train_weighing.py
(decision 0022).
"""

from typing import NamedTuple

import msgspec

from hearsay.reader.odds import chance


class Signs(NamedTuple):
    """What is seen of what is put up.

    Attributes:
        told: how much the words and the place of the sentence that asks speak for it.
        taken: log odds that a network takes it for a question.
        weighs: how much there is that is weighed, of which ten is usual.
        against: the share of what is against an answer in all that is for or against one.
        claims: the log odds of the mean chance that what puts an answer up does so.
    """

    told: float
    taken: float
    weighs: float
    against: float
    claims: float


class Doubt(msgspec.Struct, frozen=True):
    """How much each sign speaks for it.

    Attributes:
        bias: how much nothing at all does.
        signs: of `Signs`, in order.
    """

    bias: float
    signs: tuple[float, ...]

    def likely(self, seen: Signs) -> float:
        """How likely an article weighs what is put up, and the sentence asks it.

        Args:
            seen: of both.
        """
        parts = zip(self.signs, seen, strict=True)
        return chance(self.bias + sum(weight * sign for weight, sign in parts))
