"""Links: which source and which content belong to which cue, out of the windows' scores."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

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
        out = []
        own = self._window(span[-1])
        first = bisect_left(cues, own.window.first, key=lambda cue: cue[0])
        for cue in cues[first:]:
            one = own if cue[0] < own.window.stop else self._window(cue[0])
            if span[-1] < one.window.first:
                break
            seen = range(one.window.first, one.window.stop)
            rows = [seen.index(word) for word in span if word in seen]
            out.append((float(one.links[rows, seen.index(cue[0])].mean()), cue))
        return sorted(out, key=lambda pair: -pair[0])

    def _window(self, word: int) -> Scores:
        """The window that is asked for a word."""
        return self._windows[bisect_right(self._asked, word) - 1]
