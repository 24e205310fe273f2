"""Weights: how much each signal speaks for each role, learned from labelled pages.

Two rounds of multinomial logistic regression (scripts/train_roles.py, decision 0010). The first weighs a
block's own signals; the second adds what the first makes of its neighbours. What was learned is a
table, `tables/weights.json`; using it is an addition.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec

from hearsay.page.signals import Sight, signals
from hearsay.text.article import Role

Round = dict[str, dict[str, float]]  # signal -> role -> weight


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


def weigh(sights: Sequence[Sight], rounds: tuple[Round, Round]) -> tuple[Weighed, ...]:
    """The role of each block."""
    own = signals(sights)
    first = [weighed_by(names, rounds[0]) for names in own]
    return tuple(
        weighed_by(names, rounds[1])
        for names in with_neighbours(own, sights, [w.role for w in first])
    )


def with_neighbours(
    own: Sequence[tuple[str, ...]], sights: Sequence[Sight], roles: Sequence[Role]
) -> list[tuple[str, ...]]:
    """The signals of each block, with what the first round makes of it and of those around it."""
    shared: dict[int, Counter[Role]] = {}
    for one, role in zip(sights, roles, strict=True):
        if one.parent is not None:
            shared.setdefault(one.parent, Counter())[role] += 1
    out: list[tuple[str, ...]] = []
    for n, names in enumerate(own):
        more = [f"first {roles[n].value}"]
        for by in (-2, -1, 1, 2):
            at = n + by
            beside = roles[at].value if 0 <= at < len(roles) else "edge"
            more.append(f"first {by:+d} {beside}")
        parent = sights[n].parent
        if parent is not None and shared[parent].total() > 1:
            more.append(f"container {shared[parent].most_common(1)[0][0].value}")
        out.append((*names, *more))
    return out


def weighed_by(names: Sequence[str], learned: Round) -> Weighed:
    """The role that most of a block's signals speak for."""
    totals: dict[str, float] = dict(learned["bias"])
    for name in names:
        for role, weight in learned.get(name, _NOTHING).items():
            totals[role] += weight
    best = max(totals, key=lambda role: (totals[role], role))
    peak = totals[best]
    chance = 1 / sum(math.exp(total - peak) for total in totals.values())
    speaking = sorted(
        ((learned.get(name, _NOTHING).get(best, 0.0), name) for name in names), reverse=True
    )
    return Weighed(Role(best), chance, tuple(name for weight, name in speaking[:4] if weight > 0))


_NOTHING: Mapping[str, float] = {}
