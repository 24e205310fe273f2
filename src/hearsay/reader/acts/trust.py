"""Trust: how likely a commitment is right, by what the network made of the words that bind and of the word for the action.

Logistic regression (`scripts/train_bound.py`, decision 0046). What was learned is a table, `trust.json`; using it is an addition.
"""

from collections.abc import Sequence
from functools import cache, cached_property
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.reader.acts.bond import Bond
from hearsay.reader.odds import chance
from hearsay.reader.tree import Tree

BY_RULE = {
    "force_of_cue": 0.75,
    "force_of_words": 0.6,
    "force_of_verb": 0.6,
    "force_of_noun": 0.5,
    "force_of_document": 0.6,
}
"""How often each rule is right where no network reads, on our own development articles (`hearsay measure acts gold/acts/dev`)."""

LEAST, MOST = 0.05, 0.95  # of no part of those that were read were more right, or fewer

Vector = NDArray[np.floating]


class Trust(msgspec.Struct, frozen=True, dict=True):
    """What was learned.

    Attributes:
        digest: of the marks that it was learned from.
        told_apart: of a right and a wrong one of real news, how often in 100 the right one is trusted more, articles left out.
        bias: how much nothing at all speaks for it.
        kinds: how much each rule, and each force, does.
        cue: how much each figure of the upper layer does, as a mean over the words that bind.
        action: the same of the word for the action.
    """

    digest: str
    told_apart: float
    bias: float
    kinds: dict[str, float]
    cue: tuple[float, ...]
    action: tuple[float, ...]

    @cached_property
    def _figures(self) -> Vector:
        return np.array(self.cue + self.action)

    def of(self, bond: Bond, tree: Tree, upper: Vector | None) -> float:
        """How likely a commitment is right; two decimals.

        Args:
            bond: as it stands in the tree.
            tree: of the article.
            upper: what the network made of each word, in its upper layer; None where none reads.
        """
        if upper is None:
            return BY_RULE[bond.rule]
        likely = self.likely(kinds(bond), figures(bond, tree, upper))
        return round(min(MOST, max(LEAST, likely)), 2)

    def likely(self, of: Sequence[str], made: Vector) -> float:
        """How likely a commitment of these kinds is right, of whose words this is made."""
        told = self.bias + sum(self.kinds.get(name, 0.0) for name in of)
        return chance(told + float(made @ self._figures))


def kinds(bond: Bond) -> tuple[str, str]:
    """Of which kind a commitment is: its rule, and its force."""
    return bond.rule, bond.force.value


def figures(bond: Bond, tree: Tree, upper: Vector) -> NDArray[np.float64]:
    """The mean of the layer over the words that bind, and the layer at the word for the action."""
    words = [n for span in bond.because for n in tree.over(span)] or [bond.action]
    made = np.concatenate([upper[words].mean(axis=0), upper[bond.action]])
    return np.asarray(made, dtype=np.float64)


@cache
def trust() -> Trust:
    """What was learned, read once."""
    file = resources.files("hearsay.reader.acts") / "trust.json"
    return msgspec.json.decode(file.read_bytes(), type=Trust)
