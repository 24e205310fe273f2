"""Likest: what an annotation wants, brought to what a reader found, each once, the likest first."""

from collections.abc import Iterable, Iterator


def likest(scored: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs, each index of a side in one alone; of pairs as like, the first.

    Args:
        scored: how like two are, the index of the one, the index of the other.
    """
    left: set[int] = set()
    right: set[int] = set()
    for _, one, other in sorted((-like, one, other) for like, one, other in scored):
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            yield one, other
