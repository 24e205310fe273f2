"""Links: which source and which content belong to which cue, out of the windows' scores."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from hearsay.model.network import Scores


class Links:
    """The scores of pairs of words, from the window that sees both and is asked for the later one."""

    def __init__(self, windows: Sequence[Scores]) -> None:
        self._windows = windows
        self._asked = [one.window.asked for one in windows]

    def ranked(self, span: range, cues: Sequence[range]) -> list[tuple[float, range]]:
        """The cues that some window sees together with a span, the surest first.

        Args:
            span: words of a source or a content.
            cues: in order.

        Returns:
            with each cue how surely the span belongs to it: the mean over the span's words, as a logarithm
            of odds. Of two as sure, the one that comes first.
        """
        out: list[tuple[float, range]] = []
        own = self._number(span[-1])
        first = bisect_left(cues, self._windows[own].window.first, key=lambda cue: cue[0])
        for number, held in groupby(cues[first:], lambda cue: max(own, self._number(cue[0]))):
            one = self._windows[number]
            if span[-1] < one.window.first:
                break
            several = list(held)
            rows = slice(max(span[0] - one.window.first, 0), span[-1] + 1 - one.window.first)
            columns = [cue[0] - one.window.first for cue in several]
            means = np.ascontiguousarray(one.links[rows, columns].T).mean(1)
            out += zip(means.tolist(), several, strict=True)
        return sorted(out, key=lambda pair: -pair[0])

    def _number(self, word: int) -> int:
        """Which window is asked for a word."""
        return bisect_right(self._asked, word) - 1
