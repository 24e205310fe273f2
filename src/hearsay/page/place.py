"""Where a block stands: to the long prose of its page, and to the short lines around it."""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from hearsay.page.phrases import ended
from hearsay.page.shape import Shape
from hearsay.text.article import BODY, Role

LONG = 20  # words of the shortest long prose
_FAR = 5  # blocks from which on far is far
_ABOVE = [f"prose {far} above" for far in range(_FAR + 1)]
_BELOW = [f"prose {far} below" for far in range(_FAR + 1)]
_RUNS = ((1, "one"), (3, "few"), (7, "some"))
_SHORT = frozenset({"size one", "size two", "size few", "size line", "size long line"})


class Sight(msgspec.Struct, frozen=True):
    """What is seen of one block.

    Attributes:
        text: its words.
        opinion: the role that the rules give it.
        why: the reason of the rules.
        own: signals of its element and names; () for a line of plain text.
        heads: it stands as a heading or a short label.
        parent: the same for blocks of one container; None where there is none.
        prosy: it is prose that the rules take for the body.
    """

    text: str
    opinion: Role
    why: str = ""
    own: tuple[str, ...] = ()
    heads: bool = False
    parent: int | None = None
    prosy: bool = False


def amid(
    sights: Sequence[Sight], lines: Sequence[str], spoken: Sequence[str]
) -> list[tuple[str, ...]]:
    """For each block where it stands to the long prose: before, between or after it, and how far from it."""
    long = [
        n
        for n, one in enumerate(sights)
        if spoken[n] == "none" and lines[n].count(" ") >= LONG and ended(lines[n])
        if one.opinion in BODY
    ]
    if not long:
        return [("no long prose",)] * len(sights)
    before: list[int] = []
    since = _FAR
    these = set(long)
    for n in range(len(sights)):
        before.append(since)
        since = 1 if n in these else min(_FAR, since + 1)
    after = [_FAR] * len(sights)
    since = _FAR
    for n in reversed(range(len(sights))):
        after[n] = since
        since = 1 if n in these else min(_FAR, since + 1)
    out: list[tuple[str, ...]] = []
    for n in range(len(sights)):
        where = "before prose" if n < long[0] else "after prose" if n > long[-1] else "amid prose"
        between = ("between prose",) if before[n] == after[n] == 1 else ()
        out.append((where, _ABOVE[before[n]], _BELOW[after[n]], *between))
    return out


def runs_of(shapes: Sequence[Shape]) -> list[str]:
    """For each block how many short ones without a stop stand together there: menus and lists of headlines."""
    short = [one.end == "not ended" and one.size in _SHORT for one in shapes]
    out: list[str] = []
    for together, those in groupby(short):
        size = len(tuple(those))
        name = next((told for most, told in _RUNS if size <= most), "many")
        out += [name if together else "none"] * size
    return out
