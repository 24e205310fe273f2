"""Scores as CSV: a row for all, then one for each group, then one for each bin of calibration.

what                             all, group or bin
name                             of the group; of a bin its ends, in per cent
forecasts, came_true             how many
given, share, least, most        mean chance, share that came true, and its 95 % interval (Wilson), 0 to 1
brier, log                       scores; "inf" for a logarithmic one that was sure and wrong
reliability, resolution, uncertainty   Murphy's parts of the Brier score
"""

from collections.abc import Iterator

from hearsay.faces.export.table import written
from hearsay.ledger.score import Group, Score
from hearsay.ledger.scores import Bin

COLUMNS = (
    "what", "name", "forecasts", "came_true", "given", "share", "least", "most", "brier", "log",
    "reliability", "resolution", "uncertainty",
)  # fmt: skip


def table(score: Score) -> str:
    """The rows, with the names of the columns."""
    return written([COLUMNS, *_rows(score)])


def _rows(score: Score) -> Iterator[tuple[object, ...]]:
    if score.all is not None:
        yield ("all", *_group(score.all))
    for group in score.groups:
        yield ("group", *_group(group))
    for one in score.bins:
        yield ("bin", *_bin(one))


def _group(one: Group) -> tuple[object, ...]:
    parts = one.parts
    return (
        one.name, one.many, one.came, one.chance, one.share, one.least, one.most, one.brier, one.log,
        parts.reliability, parts.resolution, parts.uncertainty,
    )  # fmt: skip


def _bin(one: Bin) -> tuple[object, ...]:
    name = f"{one.low * 100:.0f} to {one.high * 100:.0f}"
    rest = ("",) * 5
    return (name, one.many, one.came, one.chance, one.share, one.least, one.most, *rest)
