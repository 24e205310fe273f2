"""Text: an article as what weighs it sees it: its sentences, their units, and how much each speaks for what it may be."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.reader.weighing.along import TAKEN, Figures, rows_of
from hearsay.reader.weighing.chain import LABELS, Chain
from hearsay.reader.weighing.made import made_of, signals
from hearsay.reader.weighing.order import ordered
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.signals import of_units
from hearsay.reader.weighing.units import Unit, units
from hearsay.reader.weighing.weights import Weights
from hearsay.text.span import Span

ALL = frozenset(LABELS)
INSIDE, EVIDENCE = frozenset("QCFAN"), frozenset("FAN")

FOR = 4.0
"""How much a unit that is for an answer speaks for an article's weighing something, beside the odds that it does."""

LEAST, LARGE = 1e-9, 30.0


class Text(msgspec.Struct, frozen=True, dict=True):
    """An article to be weighed.

    Attributes:
        row: its sentences.
        questions: the numbers of those that ask in so many words.
        learned: the weights.
        words, upper: its words as a network read them, and what that made of each; none where none did.
    """

    row: Sequence[Sentence]
    questions: Sequence[int]
    learned: Weights
    words: Sequence[Span] = ()
    upper: NDArray[np.float32] | None = None

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
    def seen(self) -> list[frozenset[str]]:
        """What is seen of every unit."""
        return of_units(self.row, self.units, self.questions)

    @cached_property
    def scores(self) -> Figures:
        """For every unit, how much what is seen of it speaks for each label."""
        seen = self.seen
        if self.taken is not None:
            seen = [one | other for one, other in zip(seen, signals(self.taken), strict=True)]
        return self._chain.scores(seen)

    @cached_property
    def taken(self) -> Figures | None:
        """What each unit is taken for by what the encoder made of all; None where no network read the article."""
        if self.upper is None or not self.units:
            return None
        made = made_of(self.units, self.words, self.upper)
        return self.learned.along.chances(rows_of(made, self.units), self.seen)

    @property
    def _chain(self) -> Chain:
        return self.learned.chain if self.taken is None else self.learned.sensed

    def weighs(self) -> float:
        """How much there is in it that is weighed: by the odds that anything is, and by how many units would then be for an answer.

        The odds alone are too sure of themselves: what is seen of one unit is seen of others too, and a short article has few.
        """
        if not self.units:
            return -LARGE
        chance = min(max(self._chain.weighs(self.scores, self.opens), LEAST), 1 - LEAST)
        return log(chance / (1 - chance)) + FOR * sum(one["F"] for one in self.free)

    @cached_property
    def free(self) -> list[dict[str, float]]:
        """For every unit, how likely each label is, where something is weighed and no claim is known."""
        return self.chances()

    def chances(self, claims: Collection[int] = ()) -> list[dict[str, float]]:
        """For every unit, how likely each label is, where something is weighed.

        Args:
            claims: the units of which it is known that they have a claim, and that no other has; none where nothing is known.
        """
        may = [ALL] * len(self.units)
        if claims:
            first = min(claims)
            may = [_may(at, first, claims) for at in range(len(self.units))]
        out = self._chain.chances(self.scores, self.opens, may)
        if self.taken is None:
            return out
        told = zip(out, self.taken, may, strict=True)
        return [_with(chances, row, labels) for chances, row, labels in told]


def _with(chances: Mapping[str, float], taken: Figures, may: Collection[str]) -> dict[str, float]:
    """How likely each label of a unit is, half by the chain and half by what it is taken for alone, which errs elsewhere.

    Takes: a unit behind a claim, taken for "for" as often as for nothing: of what it may be there. Leaves: a unit of which it is known what it is.

    Args:
        chances: by the chain.
        taken: how likely it is each of `TAKEN`.
        may: the labels that it may have.
    """
    if not EVIDENCE.issubset(may):
        return dict(chances)
    own = dict(zip(TAKEN, map(float, taken), strict=True))
    mine, share = INSIDE, 1.0
    if "C" not in may:  # behind a claim: whether it is still about that is the chain's to say
        mine = EVIDENCE
        share = sum(chances[label] for label in EVIDENCE)
        share /= sum(own[label] for label in EVIDENCE) + LEAST
    return {
        label: (chance + share * own[label]) / 2 if label in mine else chance
        for label, chance in chances.items()
    }


def _may(at: int, first: int, claims: Collection[int]) -> frozenset[str]:
    if at in claims:
        return frozenset("C")
    return frozenset("BQM") if at < first else frozenset("FANE")
