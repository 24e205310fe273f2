"""The chain of tags: which tag may follow which, the best chain, and how likely a span is.

Arrays: W words, T tags (`labels.TAGS`). Scores are logarithms, not normalised.

Sources: Lafferty, McCallum and Pereira (2001), Conditional Random Fields; Viterbi (1967).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hearsay.model.labels import TAGS

Array = NDArray[np.float32]
NEVER = np.float32(-1e4)
_TAG = {tag: n for n, tag in enumerate(TAGS)}


def _follows(one: str, other: str) -> bool:
    """Whether a word tagged so may stand before one tagged so: spans open, go on and close whole."""
    place, _, role = one.partition("-")
    after, _, next_role = other.partition("-")
    if place in "BI" and one != "O":
        return after in "IE" and other != "O" and role == next_role
    return after in "OBS"


ALLOWED = np.array([[_follows(one, other) for other in TAGS] for one in TAGS])
"""(T, T) whether a tag may be followed by another."""

STARTS = np.ones(len(TAGS), dtype=bool)
"""(T) whether a window may begin with it: all, since a span may have begun before the window."""

ENDS = np.ones(len(TAGS), dtype=bool)
"""(T) whether a window may end with it."""


GOES_ON = np.array([tag[0] in "BI" for tag in TAGS])
"""(T) whether the span is not over with a word so tagged."""

WENT_ON = np.array([tag[0] in "IE" for tag in TAGS])
"""(T) whether it has begun before."""


def broken(scores: Array, broke: Sequence[int]) -> Array:
    """Scores (W, T) under which no span goes over a line break.

    What is said in several paragraphs is several pieces, joined by their cue.
    """
    out = scores.copy()
    starts = np.flatnonzero(broke)
    out[np.ix_(starts, np.flatnonzero(WENT_ON))] += NEVER
    out[np.ix_(starts[starts > 0] - 1, np.flatnonzero(GOES_ON))] += NEVER
    return out


class Chain(NamedTuple):
    """What a network has learned of the order of tags; what BIES forbids is `NEVER` in it.

    Attributes:
        steps: (T, T) from a tag to the next.
        first: (T) at the first word.
        last: (T) at the last.
    """

    steps: Array
    first: Array
    last: Array


def chain(steps: Array, first: Array, last: Array) -> Chain:
    """The learned scores, with what is forbidden put out of reach."""
    return Chain(
        np.where(ALLOWED, steps, NEVER).astype(np.float32),
        np.where(STARTS, first, NEVER).astype(np.float32),
        np.where(ENDS, last, NEVER).astype(np.float32),
    )


def best(scores: Array, given: Chain) -> list[int]:
    """The best tags of some words (Viterbi); scores are (W, T), W not 0."""
    totals = np.empty_like(scores)
    np.add(given.first, scores[0], out=totals[0])
    every = np.empty_like(given.steps)  # (from, to)
    for last, own, total in zip(totals[:-1, :, None], scores[1:], totals[1:], strict=True):
        np.add(given.steps, last, every)
        np.maximum.reduce(every, 0, None, total)
        np.add(total, own, total)
    tag = int((totals[-1] + given.last).argmax())
    out = [tag]
    before = np.ascontiguousarray(given.steps.T)
    for stop in range(len(scores) - 1, 0, -STEPS):
        come = (before + totals[max(0, stop - STEPS) : stop, None]).argmax(2)
        for back in come[::-1].tolist():
            tag = back[tag]
            out.append(tag)
    return out[::-1]


STEPS = 1000
"""Words whose ways back are told at once."""


SCALED = 8
"""Words after which sums are scaled: few enough for the least likely chain not to vanish."""

STRETCH = 16
"""Words of the stretches whose sums are made side by side."""

ABREAST = 100
"""Stretches that are side by side at most: products of more wake threads, which cost more than they save."""


class Likely:
    """How likely stretches of words are spans of a role, over all chains of tags.

    Forward and backward sums, scaled every few words so that they stay near one (Rabiner 1989). The words are cut into
    stretches of one length, and those that are left over. What each stretch makes of a tag before it is summed for all
    of them at once, then what leads to each and away from it one after the other, then their words again at once.
    """

    def __init__(self, scores: Array, given: Chain) -> None:
        """Sums over all chains, from the front and from the back; scores are (W, T), W not 0."""
        self._own = np.exp((scores - scores.max(1, keepdims=True)).astype(np.float64))
        self._steps = np.exp(given.steps.astype(np.float64))
        self._front = np.empty_like(self._own)
        self._back = np.empty_like(self._own)
        front = np.exp(given.first.astype(np.float64)) * self._own[0]
        self._front[0] = front / front.sum()
        words, tags = self._own.shape
        length = max(STRETCH, -(-words // ABREAST))
        many = (words - 1) // length
        rest = many * length  # the last word of the last stretch
        cut = (many, length, tags)
        own, fronts, backs = (
            sums[one : rest + one].reshape(cut)
            for sums, one in ((self._own, 1), (self._front, 1), (self._back, 0))
        )
        made = self._made(own)
        self._forward(made, own, fronts)
        front = self._front[rest]
        for here, kept in zip(self._own[rest + 1 :], self._front[rest + 1 :], strict=True):
            front = front @ self._steps
            front *= here
            scale = np.add.reduce(front)
            front /= scale
            np.divide(here, scale, out=here)
            kept[:] = front
        back = np.exp(given.last.astype(np.float64))
        back /= front @ back
        self._back[-1] = back
        for here, kept in zip(
            self._own[:rest:-1], self._back[-2 : -1 - words + rest : -1], strict=True
        ):
            back = self._steps @ (here * back)
            kept[:] = back
        self._backward(made, own, backs)

    def _made(self, own: NDArray[np.float64]) -> NDArray[np.float64]:
        """(K, T, T) what each stretch makes of a tag before it: sums up to each tag of its last word, scaled."""
        many, length, tags = own.shape
        made = self._steps * own[:, :1].reshape(many, 1, tags)
        for at in range(1, length):
            made = (made.reshape(many * tags, tags) @ self._steps).reshape(many, tags, tags)
            made *= own[:, at, None]
            if at % SCALED == 0:
                made /= made.max((1, 2), keepdims=True)
        return made

    def _forward(
        self, made: NDArray[np.float64], own: NDArray[np.float64], kept: NDArray[np.float64]
    ) -> None:
        """Sums from the front for the words of all stretches; scales their own scores with them."""
        front = self._front[0]
        fronts = np.empty(own[:, 0].shape)
        for one, start in zip(made, fronts, strict=True):
            start[:] = front
            front = front @ one
            front /= np.add.reduce(front)
        last = own.shape[1] - 1
        for at in range(own.shape[1]):
            fronts = fronts @ self._steps
            fronts *= own[:, at]
            if at % SCALED == 0 or at == last:
                scale = fronts.sum(1, keepdims=True)
                fronts /= scale
                own[:, at] /= scale
            kept[:, at] = fronts

    def _backward(
        self, made: NDArray[np.float64], own: NDArray[np.float64], kept: NDArray[np.float64]
    ) -> None:
        """Sums from the back for the words before those of all stretches."""
        many, length, _ = own.shape
        if not many:
            return
        ends = self._front[length::length][:many]
        back = self._back[many * length]
        backs = np.empty(ends.shape)
        for one, end, here in zip(made[::-1], ends[::-1], backs[::-1], strict=True):
            here[:] = back / (end @ back)
            back = one @ here
        across = np.ascontiguousarray(self._steps.T)
        for at in range(length - 1, -1, -1):
            backs = (own[:, at] * backs) @ across
            kept[:, at] = backs

    def words(self) -> NDArray[np.float64]:
        """(W, T) how likely each word has each tag."""
        return np.asarray(self._front * self._back)

    def span(self, role: str, first: int, stop: int) -> float:
        """How likely exactly the words from first to the one before stop are a span of the role."""
        if stop - first == 1:
            tag = _TAG[f"S-{role}"]
            return float(self._front[first, tag] * self._back[first, tag])
        opening, inside, closing = (_TAG[f"{place}-{role}"] for place in "BIE")
        likely = self._front[first, opening] * self._back[stop - 1, closing]
        path = [opening, *[inside] * (stop - first - 2), closing]
        words = range(first + 1, stop)
        likely *= np.prod(self._own[words, path[1:]]) * np.prod(self._steps[path[:-1], path[1:]])
        return float(likely)


def spans(tags: Sequence[int]) -> list[tuple[str, range]]:
    """The spans that tags make: role and words, in order; one cut off by a window's edge is whole."""
    out: list[tuple[str, range]] = []
    first: int | None = None
    for at, tag in enumerate(tags):
        if not tag:
            first = None
            continue
        place, _, role = TAGS[tag].partition("-")
        if place in "BS" or (place in "IE" and first is None):
            first = at
        after = TAGS[tags[at + 1]] if at + 1 < len(tags) else "O"
        if place in "ES" or after not in (f"I-{role}", f"E-{role}"):
            out.append((role, range(at if first is None else first, at + 1)))
            first = None
    return out
