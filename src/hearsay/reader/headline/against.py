"""Against: a claim and the whole of its body."""

from collections.abc import Sequence

import msgspec

from hearsay.reader.headline.carried import Carrier, same_root
from hearsay.reader.headline.claim import Claim, root
from hearsay.reader.headline.family import stem
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution

TOUCHES = 0.2
"""The share of a claim that a sentence must have to speak of the same."""


class Against(msgspec.Struct, frozen=True):
    """A claim and the whole of its body.

    Attributes:
        tree: of the article.
        claim: of the headline.
        every: the sentences of the body, those that have most of the claim first.
        attributions, actors: of the article.
    """

    tree: Tree
    claim: Claim
    every: Sequence[Carrier]
    attributions: Sequence[Attribution]
    actors: Sequence[Actor]

    @property
    def own(self) -> range:
        """The words of the headline."""
        return self.tree.over(self.claim.span)

    def has(self, carrier: Carrier, at: int) -> bool:
        """Whether a sentence has a word of the headline, in some form."""
        here = stem(self.tree.lows[at])
        return any(same_root(here, root(word)) for word in carrier.words)
