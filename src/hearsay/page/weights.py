"""Weights: how much each signal speaks for each role, learned from labelled pages.

Two rounds of multinomial logistic regression (scripts/train_roles.py, decisions 0011 and 0029). The first weighs a
block's own signals; the second weighs them anew, with how likely the first finds each role for the block and for those
around it. A small network looks at the block and its surroundings at once (`hearsay.page.layers`, decision 0035); the mean
of what speaks for each role in the two counts. What was learned is a table, `tables/weights.json`; using it is additions.
"""

import sys
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.page.layers import Boxes, Layers, Net
from hearsay.page.page import Form
from hearsay.page.place import Sight
from hearsay.page.signals import signals
from hearsay.products import product
from hearsay.text.article import BODY, Role

Chances = NDArray[np.float64]
"""(blocks, roles) how likely each block has each role."""

AUDIBLE = 0.3  # weight under which a signal is no reason to name
BESIDE = (-2, -1, 1, 2)  # the blocks around one that are looked at one by one
CROWD = 4  # blocks on either side of one that are looked at together
EDGE = 0.05  # share of a page's paragraphs that a block over or under all of them has on its other side
SHOWN = 4  # signals that an explanation names
STAYED, ENTERED, LEFT = (
    1.28,
    0.66,
    0.66,
)  # how much likelier than else running text, or none, follows what it does
SLIGHT = 1e-4  # chance of running text under which it is not counted


class Learned(msgspec.Struct, frozen=True):
    """What was learned for pages, or for plain text.

    Attributes:
        roles: in the order of the numbers below.
        bias: how much nothing at all speaks for each role in the first round, then in the second.
        rows: for each signal how much it speaks for each role in the first round, then in the second; ()
            where it speaks in the layers alone.
        around: for each thing that is seen of the first round's chances how much it speaks for each role in the second.
        words: those that are looked for in a block.
        layers: of the network beside the two rounds, its signals in the order of the rows.
    """

    roles: tuple[Role, ...]
    bias: tuple[float, ...]
    rows: dict[str, tuple[float, ...]]
    around: dict[str, tuple[float, ...]]
    words: frozenset[str]
    layers: Layers


class Table:
    """What was learned as arrays, for adding rows quickly.

    Attributes:
        learned: as it was read.
        place: for each signal the number of its row, from 1; the row before all is the bias.
        rows: (signals + 1, 2 * roles and a few dozen), both rounds and the first of the layers side by side.
        net: the layers.
        around: (what is seen of the first round, roles).
        paragraph: the number of the role of paragraphs.
        body: the numbers of the roles of running text.
        names: of the rows, then of what is seen of the first round.
    """

    def __init__(self, learned: Learned) -> None:
        self.learned = learned
        self.place = {sys.intern(name): n for n, name in enumerate(learned.rows, 1)}
        self.net = Net(learned.layers)
        unheard = (0.0,) * len(learned.bias)
        heard = (row or unheard for row in learned.rows.values())
        rounds = np.array([learned.bias, *heard], np.float32)
        self.rows = np.hstack((rounds, np.vstack((self.net.bias, self.net.signals))))
        nothing = (0.0,) * len(learned.roles)
        self.around = np.array(
            [learned.around.get(name, nothing) for name in seen_around(learned.roles)]
        )
        self.paragraph = learned.roles.index(Role.PARAGRAPH)
        self.body = [n for n, role in enumerate(learned.roles) if role in BODY]
        self.names = ("", *learned.rows, *seen_around(learned.roles))

    def found(self, blocks: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The rows of the signals of all blocks that were learned from, after the bias of each, and where those of each begin."""
        place = self.place.get
        rows: list[int] = []
        starts: list[int] = []
        for names in blocks:
            starts.append(len(rows))
            rows.append(0)
            rows += filter(None, map(place, names))
        return np.array(rows), np.array(starts)


class Weights(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        digest: of the labelled set that it was learned from.
        page: for pages.
        text: for plain text.
    """

    digest: str
    page: Learned
    text: Learned


class Weighed(msgspec.Struct, frozen=True):
    """The role of a block, and how it came about.

    Attributes:
        role: the one that most speaks for.
        chance: how likely it is among all, 0 to 1.
        because: the signals that spoke most for it, the strongest first.
        body: how likely it is running text, of whichever role.
        inside: the likeliest role, if it is running text.
    """

    role: Role
    chance: float
    because: tuple[str, ...]
    body: float = 0.0
    inside: Role = Role.PARAGRAPH


@cache
def weights() -> Weights | None:
    """What was learned, read once; None in a tree where nothing was, so that the rules decide."""
    file = resources.files("hearsay.page") / "tables" / "weights.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights) if file.is_file() else None


@cache
def table_of(form: Form) -> Table | None:
    """The table for pages, or for plain text, made once; None in a tree where nothing was learned."""
    learned = weights()
    if learned is None:
        return None
    return Table(learned.page if form is Form.HTML else learned.text)


def weigh(sights: Sequence[Sight], table: Table) -> tuple[Weighed, ...]:
    """The role of each block."""
    if not sights:
        return ()
    roles = table.learned.roles
    rows, starts = table.found(signals(sights, table.learned.words))
    added = np.add.reduceat(table.rows.take(rows, axis=0), starts, axis=0)
    first, second = added[:, : len(roles)], added[:, len(roles) : 2 * len(roles)]
    own = added[:, 2 * len(roles) :]
    boxes = Boxes([one.parent for one in sights])
    seen = around(chances(first), boxes, table.paragraph)
    spoken = table.net.speak(own, boxes)
    found = together(chances((second + product(seen, table.around) + spoken) / 2), table.body)
    best = found.argmax(1)
    within = found[:, table.body]
    inside = within.argmax(1).tolist()
    told = _because(table, rows, starts, seen, best)
    of_each = zip(
        best.tolist(), found.max(1).tolist(), told, within.sum(1).tolist(), inside, strict=True
    )
    return tuple(
        Weighed(roles[at], chance, why, body, roles[table.body[like]])
        for at, chance, why, body, like in of_each
    )


def chances(totals: NDArray[np.floating]) -> Chances:
    """How likely each role is, by how much speaks for it."""
    odds = np.exp((totals - totals.max(1, keepdims=True)).astype(np.float64))
    return np.asarray(odds / odds.sum(1, keepdims=True))


def together(found: Chances, body: Sequence[int]) -> Chances:
    """The chances, with running text likelier beside running text, and what is none beside what is none.

    All in one order of the page, forward and back, as in a hidden Markov model whose states are the two; how likely each role
    is among those of its kind stays as it was.

    Args:
        found: how likely each block has each role.
        body: the numbers of the roles of running text.
    """
    inside = found[:, body].sum(1)
    own = np.clip(inside, SLIGHT, 1 - SLIGHT).tolist()
    odds = [share / (1 - share) for share in own]
    before = _carried(odds)
    after = _carried(odds[::-1])[::-1]
    whole = np.array(odds) * before * after
    share = whole / (1 + whole)
    out = found * ((1 - share) / np.maximum(1 - inside, SLIGHT))[:, None]
    out[:, body] = found[:, body] * (share / np.maximum(inside, SLIGHT))[:, None]
    return np.asarray(out / out.sum(1, keepdims=True))


def _carried(odds: Sequence[float]) -> list[float]:
    """For each block, the odds that all those before it give it of being running text."""
    out, carried = [], 1.0
    for one in odds:
        out.append(carried)
        told = one * carried
        carried = (ENTERED + STAYED * told) / (1 + LEFT * told)
    return out


def seen_around(roles: Sequence[Role]) -> tuple[str, ...]:
    """The names of what `around` sees, in its order."""
    names = [f"first {by:+} {told}" for by in BESIDE for told in (*roles, "edge")]
    names += [f"{what} {role}" for what in ("first", "among", "container") for role in roles]
    return (*names, "before paragraphs", "after paragraphs", "amid paragraphs")


def around(first: Chances, boxes: Boxes, paragraph: int) -> NDArray[np.float64]:
    """(blocks, names) what the first round makes of each block, of those around it, and of those in its box.

    Args:
        first: the chances that the first round gives.
        boxes: in which they stand.
        paragraph: the number of the role of paragraphs.
    """
    count, roles = first.shape
    widest = max(*BESIDE, CROWD)
    padded = np.zeros((count + 2 * widest, roles + 1))
    padded[:, roles] = 1.0
    padded[widest : widest + count, :roles] = first
    padded[widest : widest + count, roles] = 0.0
    parts = [padded[widest + by : widest + by + count] for by in BESIDE]
    sums = np.zeros((count + 1, roles))
    first.cumsum(0, out=sums[1:])
    numbers = np.arange(count)
    over, under = np.maximum(0, numbers - CROWD), np.minimum(count, numbers + CROWD + 1)
    among = (sums[under] - sums[over] - first) / np.maximum(1, under - over - 1)[:, None]
    prose = first[:, paragraph]
    share = prose / max(float(prose.sum()), EDGE)
    above = share.cumsum() - share
    low, high = above < EDGE, 1 - above - share < EDGE
    place = np.stack((low, high, ~(low | high)), axis=1)
    others = (boxes.sums(first) - first) / np.maximum(1, boxes.many - 1)
    return np.concatenate((*parts, first, among, others, place), axis=1)


def _because(
    table: Table,
    rows: NDArray[np.int64],
    starts: NDArray[np.int64],
    seen: NDArray[np.float64],
    best: NDArray[np.int64],
) -> list[tuple[str, ...]]:
    """For each block the signals that speak most for its role, the strongest first."""
    count, roles = len(starts), len(table.learned.roles)
    owners = np.zeros(len(rows), np.intp)
    owners[starts[1:]] = 1
    owners = owners.cumsum()
    own = table.rows[rows, roles + best[owners]]
    own[starts] = 0.0  # the bias is no reason
    more = seen * table.around.T[best]  # how much each thing around a block speaks for its role
    loud, (blocks, things) = (own > AUDIBLE).nonzero()[0], (more > AUDIBLE).nonzero()
    weight = np.concatenate((own[loud], more[blocks, things]))
    block = np.concatenate((owners[loud], blocks))
    name = np.concatenate((rows[loud], len(table.learned.rows) + 1 + things))
    order = np.lexsort((name, -weight, block))
    block, name = block[order], name[order]
    rank = np.arange(len(block)) - block.searchsorted(block)
    shown = rank < SHOWN
    told: list[list[str]] = [[] for _ in range(count)]
    for owner, which in zip(block[shown].tolist(), name[shown].tolist(), strict=True):
        told[owner].append(table.names[which])
    return [tuple(names) for names in told]
