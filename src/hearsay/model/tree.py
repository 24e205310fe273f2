"""Trees: for each word of a sentence its head, such that they make one tree with one root.

The best tree by the sum of its arcs: Chu and Liu (1965) and Edmonds (1967), as McDonald et al. (2005)
use it for parsing, with one word under the root, as Universal Dependencies asks.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Heads = NDArray[np.intp]


def tree(scores: Array) -> Heads:
    """The heads of the best tree.

    Args:
        scores: (W, 1 + W) of each word to each head, 0 the root.

    Returns:
        (W) for each word the index of its head, -1 for the one under the root.
    """
    n = len(scores)
    own = scores.copy()
    own.reshape(-1)[1 :: n + 2] = -np.inf  # no word hangs on itself
    plain = own.argmax(1)
    above = plain.tolist()
    if above.count(0) == 1 and not _circle([0, *above]):
        return np.asarray(plain - 1)
    full = np.full((n + 1, n + 1), -np.inf, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    # One word may hang on the root: each is tried by its worth, and the best of the trees is taken.
    first, *others = (np.argsort(-full[1:, 0], kind="stable")[:_TRIED] + 1).tolist()
    words = np.arange(1, n + 1)
    best = _edmonds(_rooted(full, first))
    most = full[words, best[1:]].sum()
    for root in others:
        only = _rooted(full, root)
        if only[1:].max(1).sum() + full[root, 0] < most:
            continue  # not even the best heads of all, a tree or none, are worth as much
        found = _edmonds(only)
        worth = full[words, found[1:]].sum()
        if worth > most:
            most, best = worth, found
    return np.asarray(best[1:] - 1)


_TRIED = 3
"""How many words are tried under the root: the best of three is the best of all but for curiosities."""


def _rooted(full: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    """The scores where one word alone may hang on the root."""
    only = full.copy()
    only[1:, 0] = -np.inf
    only[root] = -np.inf
    only[root, 0] = 0
    return only


def _edmonds(scores: NDArray[np.float64]) -> Heads:
    """The best tree under node 0; scores[child, head]."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    circle = _circle(heads.tolist())
    if not circle:
        return heads
    return _around(scores, heads, circle)


def _around(scores: NDArray[np.float64], heads: Heads, circle: list[int]) -> Heads:
    """The best tree where the best heads make a circle: the circle taken for one node, then broken."""
    inside = np.zeros(len(scores), dtype=bool)
    inside[circle] = True
    outer = np.flatnonzero(~inside)
    ring = np.flatnonzero(inside)
    small = np.full((len(outer) + 1, len(outer) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    into = scores[np.ix_(ring, outer)] - scores[ring, heads[ring]][:, None]
    small[-1, :-1] = into.max(0)
    out_of = scores[np.ix_(outer, ring)]
    small[:-1, -1] = out_of.max(1)
    small[0] = -np.inf
    joined = _edmonds(small)
    result = heads.copy()
    head = joined[:-1]
    inner = head == len(outer)
    result[outer] = np.where(inner, ring[out_of.argmax(1)], outer[np.where(inner, 0, head)])
    above = joined[-1]
    entered = ring[into[:, above].argmax()]
    result[entered] = outer[above]
    result[0] = 0
    return result


def _circle(above: list[int]) -> list[int]:
    """The nodes of a circle among heads, or [] where there is none; the first is 0, the root."""
    state = [0] * len(above)
    for start in range(1, len(above)):
        if state[start]:
            continue
        way, at = [], start
        while at and not state[at]:
            state[at] = start
            way.append(at)
            at = above[at]
        if at and state[at] == start:
            return way[way.index(at) :]
    return []
