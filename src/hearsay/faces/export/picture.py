"""The picture of who speaks through whom: a tree for each root, reporters to the left, speakers to the right.

Each box is an actor in one place of a chain; the number in it counts the statements that end there. Drawn for statements
that come through somebody; where none does, there is no picture.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import east_asian_width

import msgspec

from hearsay.faces.export import facts
from hearsay.reading.reading import Reading

WIDE, HIGH, ACROSS, DOWN = 220, 30, 40, 10  # of a box, and between two
ROOM = 168  # for a name in a box, beside the number
EM = 13  # the size of its letters
NARROW, BROAD = frozenset("iljtfrI.,:;'’‘|()[]- "), frozenset("mwMW@%—…&")


class Box(msgspec.Struct, frozen=True):
    """A box: where it stands, the name in it, and how many statements end there."""

    x: int
    y: int
    name: str
    full: str
    count: int
    first: str


class Line(msgspec.Struct, frozen=True):
    """A line from one box to the next, as the path of an SVG."""

    path: str


class Picture(msgspec.Struct, frozen=True):
    """The picture: its size, boxes and lines, and what it shows in words."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    words: str


class _Node:
    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.said: list[str] = []


def picture(reading: Reading) -> Picture | None:
    """The picture of a reading; None where everybody speaks for himself."""
    root = _Node()
    for one in reading.attributions:
        for who in one.speakers:
            node = root
            for actor in (*one.chain[:-1], who):
                node = node.below.setdefault(actor, _Node())
            node.said.append(one.id)
    root.below = {actor: node for actor, node in root.below.items() if node.below}
    if not root.below:
        return None
    names = {actor.id: actor.name for actor in reading.actors}
    boxes: list[Box] = []
    lines: list[Line] = []
    rows = _laid(root, 0, 0, names, boxes, lines)
    depth = max(box.x for box in boxes) + WIDE
    told = "; ".join(_told(root, names))
    return Picture(depth + 2, rows * (HIGH + DOWN), tuple(boxes), tuple(lines), told)


def _laid(
    node: _Node, depth: int, row: int, names: dict[str, str], boxes: list[Box], lines: list[Line]
) -> int:
    """Lays out what hangs on a node from a row on; the row after."""
    for actor, child in node.below.items():
        x, y = 1 + depth * (WIDE + ACROSS), 1 + row * (HIGH + DOWN)
        name = facts.one_line(names[actor])
        boxes.append(
            Box(x, y, _fitted(name), name, len(child.said), child.said[0] if child.said else "")
        )
        at = row
        for one in child.below.values():
            lines.append(_line(x, y, 1 + at * (HIGH + DOWN)))
            at += _rows(one)
        row = max(_laid(child, depth + 1, row, names, boxes, lines), row + 1)
    return row


def _fitted(name: str) -> str:
    """A name, or as much of it as there is room for.

    Takes: "Mara Lund". Leaves: the end of "the International Association of Harbour Masters".
    """
    ends = list(accumulate(_broad(letter) for letter in name))
    if not name or ends[-1] <= ROOM:  # a name may be of signs alone that are not shown
        return name
    kept = bisect_right(ends, ROOM - _broad("…"))
    return f"{name[:kept].rstrip()}…"


def _broad(letter: str) -> float:
    """How broad a letter is at most in the faces that browsers have."""
    if letter in NARROW:
        return 0.4 * EM
    if letter in BROAD or east_asian_width(letter) in "WF":
        return 1.05 * EM
    return (0.78 if letter.isupper() else 0.62) * EM


def _rows(node: _Node) -> int:
    return max(1, sum(map(_rows, node.below.values())))


def _line(x: int, y: int, to: int) -> Line:
    begin, middle, end = x + WIDE, x + WIDE + ACROSS // 2, x + WIDE + ACROSS
    return Line(f"M{begin} {y + HIGH // 2} H{middle} V{to + HIGH // 2} H{end}")


def _told(node: _Node, names: dict[str, str]) -> Iterator[str]:
    for actor, child in node.below.items():
        for other in child.below:
            yield f"{names[other]} speaks through {names[actor]}"
        yield from _told(child, names)
