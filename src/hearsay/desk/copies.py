"""Copies: which of some articles have one text: what an agency wrote and several printed."""

from collections.abc import Iterable, Iterator, Sequence

from hearsay.reading.reading import Reading
from hearsay.record.added import copied, read_words
from hearsay.record.articles import together
from hearsay.record.prints import COARSE, every

LONG_ENOUGH = 40
"""Words of an article of which it can be said that another is its copy: two may well have one sentence."""


def copies(readings: Sequence[tuple[str, Reading]]) -> Iterator[list[tuple[str, Reading]]]:
    """Articles, those of one text together, in the order of the first of each.

    Args:
        readings: the name of each input with its reading.
    """
    runs = [_runs(reading) for _, reading in readings]
    holding: dict[int, list[int]] = {}
    rows = []
    for n, mine in enumerate(runs):
        others = _sharing(holding, mine)
        rows.append((n, *(other for other in others if copied(mine, runs[other]))))
        for run in mine:
            holding.setdefault(run, []).append(n)
    held: dict[int, list[tuple[str, Reading]]] = {}
    for one, which in zip(readings, together(rows), strict=True):
        held.setdefault(which, []).append(one)
    yield from held.values()


def _runs(reading: Reading) -> frozenset[int]:
    words = read_words(reading)
    return frozenset(every(words, COARSE).tolist()) if len(words) >= LONG_ENOUGH else frozenset()


def _sharing(holding: dict[int, list[int]], mine: Iterable[int]) -> list[int]:
    return sorted({other for run in mine for other in holding.get(run, ())})
