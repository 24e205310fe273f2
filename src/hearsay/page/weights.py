"""Weights: how much each signal speaks for each role, learned from labelled pages.

Two rounds of multinomial logistic regression (scripts/train_roles.py, decision 0011). The first weighs a
block's own signals; the second adds what the first makes of its neighbours. What was learned is a
table, `tables/weights.json`; using it is an addition.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from operator import itemgetter

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.page.page import Form
from hearsay.page.place import Sight
from hearsay.page.signals import signals
from hearsay.text.article import BODY, Role

AUDIBLE = 0.3  # weight under which a signal is no reason to name
CROWD = 4  # of the eight blocks around one, from which on those of one role are a crowd
SHOWN = 4  # signals that an explanation names


class Round(msgspec.Struct, frozen=True):
    """One round of what was learned.

    Attributes:
        roles: in the order of the numbers below.
        bias: how much nothing at all speaks for each role.
        rows: for each signal how much it speaks for each role.
    """

    roles: tuple[Role, ...]
    bias: tuple[float, ...]
    rows: dict[str, tuple[float, ...]]


class Table:
    """A round as one array, for adding rows quickly.

    Attributes:
        roles: those of the round.
        place: for each signal the number of its row, from 1; the row before all is the bias.
        rows: (signals + 1, roles).
        body: the numbers of the roles of running text.
        audible: by role, the signals that are a reason to name, each after how much it speaks for it.
    """

    def __init__(self, learned: Round) -> None:
        self.roles = learned.roles
        self.place = {name: n for n, name in enumerate(learned.rows, 1)}
        self.rows = np.array([learned.bias, *learned.rows.values()])
        self.body = [n for n, role in enumerate(learned.roles) if role in BODY]
        self.audible = [
            {
                name: (weight, name)
                for name, weight in zip(self.place, column[1:], strict=True)
                if weight > AUDIBLE
            }
            for column in self.rows.T.tolist()
        ]

    def totals(self, blocks: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """(blocks, roles) how much the signals of each that were learned from speak for each role in all."""
        place = self.place.get
        rows: list[int] = []
        starts: list[int] = []
        for names in blocks:
            starts.append(len(rows))
            rows.append(0)
            rows += filter(None, map(place, names))
        return np.add.reduceat(self.rows.take(rows, axis=0), starts, axis=0)


class Weights(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        digest: of the labelled set that it was learned from.
        page: the two rounds for pages.
        text: the two rounds for plain text.
    """

    digest: str
    page: tuple[Round, Round]
    text: tuple[Round, Round]


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
def rounds_of(form: Form) -> tuple[Table, Table] | None:
    """The two rounds for pages, or for plain text, made once; None in a tree where nothing was learned."""
    learned = weights()
    if learned is None:
        return None
    first, second = learned.page if form is Form.HTML else learned.text
    return Table(first), Table(second)


def weigh(sights: Sequence[Sight], rounds: tuple[Table, Table]) -> tuple[Weighed, ...]:
    """The role of each block."""
    own = signals(sights)
    first = likeliest(own, rounds[0])
    return weighed_by(with_neighbours(own, sights, first), rounds[1])


def with_neighbours(
    own: Sequence[tuple[str, ...]], sights: Sequence[Sight], roles: Sequence[Role]
) -> list[tuple[str, ...]]:
    """The signals of each block, with what the first round makes of it and of those around it."""
    told = [role.value for role in roles]
    shared: dict[int, list[str]] = {}
    for one, role in zip(sights, told, strict=True):
        if one.parent is not None:
            shared.setdefault(one.parent, []).append(role)
    boxes = {box: f"container {_most(those)[0]}" for box, those in shared.items() if len(those) > 1}
    out: list[tuple[str, ...]] = []
    body = [n for n, role in enumerate(roles) if role is Role.PARAGRAPH]
    first, last = (body[0], body[-1]) if body else (len(roles), -1)
    padded = ["edge", "edge", *told, "edge", "edge"]
    for n, names in enumerate(own):
        where = "before" if n < first else "after" if n > last else "amid"
        role = told[n]
        more = [f"first {role}", f"{where} paragraphs", f"{where} first {role}"]
        most, count = _most([*told[max(0, n - 4) : n], *told[n + 1 : n + 5]])
        if count >= CROWD:
            more.append(f"among {most}")
        more.append(f"first -2 {padded[n]}")
        more.append(f"first -1 {padded[n + 1]}")
        more.append(f"first +1 {padded[n + 3]}")
        more.append(f"first +2 {padded[n + 4]}")
        parent = sights[n].parent
        if parent in boxes:
            more.append(boxes[parent])
        out.append((*names, *more))
    return out


def _most(roles: Sequence[str]) -> tuple[str, int]:
    """The commonest of some roles, and how often it stands there; the first of several."""
    return max(
        ((role, roles.count(role)) for role in dict.fromkeys(roles)),
        key=itemgetter(1),
        default=("", 0),
    )


def weighed_by(blocks: Sequence[Sequence[str]], learned: Table) -> tuple[Weighed, ...]:
    """For each block the role that most of its signals speak for, with how likely and why."""
    if not blocks:
        return ()
    totals = learned.totals(blocks)
    best = totals.argmax(1)
    odds = np.exp(totals - totals.max(1, keepdims=True))
    sums = odds.sum(1)
    running = odds[:, learned.body]
    inside = [learned.body[at] for at in running.argmax(1).tolist()]
    body = (running.sum(1) / sums).tolist()
    found = zip(blocks, best.tolist(), (1 / sums).tolist(), body, inside, strict=True)
    return tuple(
        Weighed(learned.roles[at], chance, _because(names, learned, at), share, learned.roles[like])
        for names, at, chance, share, like in found
    )


def _because(names: Sequence[str], learned: Table, at: int) -> tuple[str, ...]:
    """The signals that speak most for a role, the strongest first."""
    speaking = sorted(filter(None, map(learned.audible[at].get, names)))
    return tuple(name for _, name in reversed(speaking[-SHOWN:]))


def likeliest(blocks: Sequence[Sequence[str]], learned: Table) -> list[Role]:
    """For each block the role alone."""
    if not blocks:
        return []
    totals = learned.totals(blocks)
    return [learned.roles[at] for at in totals.argmax(1).tolist()]
