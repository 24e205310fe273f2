"""Syntax and mentions, out of one window's scores: parts of speech, a tree for each sentence, entities."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hearsay.model.labels import ENTITIES, RELATIONS, UPOS
from hearsay.model.network import Scores
from hearsay.model.tree import tree

Array = NDArray[np.float32]

_ROOT = RELATIONS.index("root")


class Parsed(NamedTuple):
    """A word: part of speech, index of its head in the text (its own for a root), relation, entity, fact."""

    upos: str
    head: int
    relation: str
    entity: str
    fact: float


class Relations(NamedTuple):
    """What scores the relation of a word to its head: weight (R, width) and bias (R)."""

    weight: Array
    bias: Array


def parse(scores: Scores, sentence: Sequence[int], relations: Relations) -> Iterator[Parsed]:
    """The words that a window is asked for, in order.

    A sentence that is longer than a window is as many trees as it has windows.

    Args:
        scores: of the window.
        sentence: number of each word's sentence, for all words of the text.
        relations: what scores relations.
    """
    window = scores.window
    own = window.asked - window.first
    heads = np.empty(window.stop - window.first, dtype=np.intp)
    named = np.empty((len(heads), len(RELATIONS)), dtype=np.float32)
    weight = relations.weight.T
    for _, held in groupby(range(window.asked, window.stop), key=sentence.__getitem__):
        words = list(held)
        first, stop = words[0] - window.first, words[-1] + 1 - window.first
        found = tree(_arcs(scores, first, stop))
        heads[first:stop] = np.where(found < 0, -1, found + first)
        pairs = scores.below[first:stop] + scores.above[heads[first:stop] + 1]
        np.matmul(np.maximum(pairs, 0, out=pairs), weight, out=named[first:stop])
    named = named[own:]
    named += relations.bias
    named[:, _ROOT] = -np.inf  # the root alone is one, and it is always one
    each = (
        scores.upos[own:].argmax(1),
        heads[own:],
        named.argmax(1),
        scores.entity[own:].argmax(1),
        scores.fact[own:],
    )
    rows = zip(*(values.tolist() for values in each), strict=True)
    for word, (upos, head, relation, entity, fact) in enumerate(rows, window.asked):
        yield Parsed(
            UPOS[upos],
            word if head < 0 else head + window.first,
            "root" if head < 0 else RELATIONS[relation],
            ENTITIES[entity],
            round(fact, 3),
        )


def _arcs(scores: Scores, first: int, stop: int) -> Array:
    """The arcs of a sentence: from the root, then from each of its words."""
    arcs = np.empty((stop - first, 1 + stop - first), dtype=scores.arcs.dtype)
    arcs[:, 0] = scores.arcs[first:stop, 0]
    arcs[:, 1:] = scores.arcs[first:stop, first + 1 : stop + 1]
    return arcs
