"""Text: an article as what weighs it sees it: its sentences, their units, and how much each speaks for what it may be."""

from collections.abc import Collection, Sequence
from functools import cached_property

import msgspec

from hearsay.reader.weighing.chain import LABELS
from hearsay.reader.weighing.order import ordered
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.signals import of_units
from hearsay.reader.weighing.units import Unit, units
from hearsay.reader.weighing.weights import Weights

ALL = frozenset(LABELS)


class Text(msgspec.Struct, frozen=True, dict=True):
    """An article to be weighed.

    Attributes:
        row: its sentences.
        questions: the numbers of those that ask in so many words.
        learned: the weights.
    """

    row: Sequence[Sentence]
    questions: Sequence[int]
    learned: Weights

    @cached_property
    def units(self) -> list[Unit]:
        """The units of its sentences."""
        return units(self.row)

    @cached_property
    def opens(self) -> list[int]:
        """What each unit opens."""
        return [int(one.opens) for one in self.units]

    @cached_property
    def order(self) -> list[bool]:
        """The side of each unit by the order of the text alone; True is for."""
        return list(ordered(self.units))

    @cached_property
    def scores(self) -> list[list[float]]:
        """For every unit, how much what is seen of it speaks for each label."""
        return self.learned.chain.scores(of_units(self.row, self.units, self.questions))

    def weighs(self) -> float:
        """How likely anything is weighed in it."""
        return self.learned.chain.weighs(self.scores, self.opens) if self.units else 0.0

    def chances(self, claims: Collection[int] = ()) -> list[dict[str, float]]:
        """For every unit, how likely each label is, where something is weighed.

        Args:
            claims: the units of which it is known that they have a claim, and that no other has; none where nothing is known.
        """
        may = [ALL] * len(self.units)
        if claims:
            first = min(claims)
            may = [_may(at, first, claims) for at in range(len(self.units))]
        return self.learned.chain.chances(self.scores, self.opens, may)


def _may(at: int, first: int, claims: Collection[int]) -> frozenset[str]:
    if at in claims:
        return frozenset("C")
    return frozenset("BQM") if at < first else frozenset("FANE")
