"""Weights: how much each signal speaks for each role, learned from labelled pages.

Two rounds of multinomial logistic regression (scripts/train_roles.py, decision 0011). The first weighs a
block's own signals; the second adds what the first makes of its neighbours. What was learned is a
table, `tables/weights.json`; using it is an addition.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.page.page import Form
from hearsay.page.place import Sight
from hearsay.page.signals import signals
from hearsay.text.article import Role

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
        place: for each signal the number of its row; the last row of all is the bias.
        rows: (signals + 1, roles).
        columns: the same by role, as plain numbers.
    """

    def __init__(self, learned: Round) -> None:
        self.roles = learned.roles
        self.place = {name: n for n, name in enumerate(learned.rows)}
        self.rows = np.array([*learned.rows.values(), learned.bias])
        self.columns = self.rows.T.tolist()

    def known(self, names: Sequence[str]) -> list[str]:
        """The signals among some names that were learned from."""
        place = self.place
        return [name for name in names if name in place]

    def totals(self, blocks: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """(blocks, roles) how much the signals of each, all of them known, speak for each role in all."""
        place, bias = self.place, len(self.place)
        rows: list[int] = []
        starts: list[int] = []
        for names in blocks:
            starts.append(len(rows))
            rows.append(bias)
            rows += map(place.__getitem__, names)
        return np.add.reduceat(self.rows[rows], starts, axis=0)


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
    """

    role: Role
    chance: float
    because: tuple[str, ...]


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
    shared: dict[int, Counter[Role]] = {}
    for one, role in zip(sights, roles, strict=True):
        if one.parent is not None:
            shared.setdefault(one.parent, Counter())[role] += 1
    out: list[tuple[str, ...]] = []
    body = [n for n, role in enumerate(roles) if role is Role.PARAGRAPH]
    first, last = (body[0], body[-1]) if body else (len(roles), -1)
    for n, names in enumerate(own):
        where = "before" if n < first else "after" if n > last else "amid"
        more = [f"first {roles[n].value}", f"{where} paragraphs", f"{where} first {roles[n].value}"]
        beyond = Counter(role.value for role in (*roles[max(0, n - 4) : n], *roles[n + 1 : n + 5]))
        most, count = beyond.most_common(1)[0] if beyond else ("edge", 0)
        if count >= CROWD:
            more.append(f"among {most}")
        for by in (-2, -1, 1, 2):
            at = n + by
            beside = roles[at].value if 0 <= at < len(roles) else "edge"
            more.append(f"first {by:+d} {beside}")
        parent = sights[n].parent
        if parent is not None and shared[parent].total() > 1:
            more.append(f"container {shared[parent].most_common(1)[0][0].value}")
        out.append((*names, *more))
    return out


def weighed_by(blocks: Sequence[Sequence[str]], learned: Table) -> tuple[Weighed, ...]:
    """For each block the role that most of its signals speak for, with how likely and why."""
    if not blocks:
        return ()
    known = [learned.known(names) for names in blocks]
    totals = learned.totals(known)
    best = totals.argmax(1)
    odds = np.exp(totals - totals.max(1, keepdims=True))
    chances = (1 / odds.sum(1)).tolist()
    return tuple(
        Weighed(learned.roles[at], chance, _because(names, learned, at))
        for names, at, chance in zip(known, best.tolist(), chances, strict=True)
    )


def _because(known: Sequence[str], learned: Table, at: int) -> tuple[str, ...]:
    """The signals that speak most for a role, the strongest first."""
    column, place = learned.columns[at], learned.place
    speaking = sorted((weight, name) for name in known if (weight := column[place[name]]) > AUDIBLE)
    return tuple(name for _, name in reversed(speaking[-SHOWN:]))


def likeliest(blocks: Sequence[Sequence[str]], learned: Table) -> list[Role]:
    """For each block the role alone."""
    if not blocks:
        return []
    totals = learned.totals([learned.known(names) for names in blocks])
    return [learned.roles[at] for at in totals.argmax(1).tolist()]
