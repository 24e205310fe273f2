"""Score: how good the forecasts of a ledger were, all together and by who made them, and which could not be scored."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

import msgspec

from hearsay.ledger.entry import LedgerEntry, Status
from hearsay.ledger.scores import Bin, Call, Murphy, bins, brier, log_score, murphy, wilson

SETTLED = {Status.TRUE: True, Status.FALSE: False}
NO_NUMBER = "no number for how likely"


class By(StrEnum):
    """By what forecasts are put together."""

    ACTOR = "actor"
    OUTLET = "outlet"
    SCALE = "scale"


class Group(msgspec.Struct, frozen=True):
    """Scored forecasts that have something in common.

    Attributes:
        name: what they have in common; "" for all.
        many: how many they are.
        came: how many came true.
        chance: the mean of their chances.
        share: how many came true of all.
        least, most: the interval of that share.
        brier, log: their scores.
        parts: of the Brier score.
    """

    name: str
    many: int
    came: int
    chance: float
    share: float
    least: float
    most: float
    brier: float
    log: float
    parts: Murphy


class Score(msgspec.Struct, frozen=True):
    """How good forecasts were.

    Attributes:
        all: together; None where none could be scored.
        groups: by what was asked for, the largest first.
        bins: calibration.
        unscored: why others were not scored -> how many.
    """

    all: Group | None
    groups: tuple[Group, ...]
    bins: tuple[Bin, ...]
    unscored: dict[str, int]


def score(entries: Iterable[LedgerEntry], by: By = By.ACTOR) -> Score:
    """The scores of forecasts: of those that came true or not, and that have a number for how likely.

    Args:
        entries: of a ledger.
        by: what they are put together by.
    """
    unscored: dict[str, int] = {}
    calls: list[Call] = []
    apart: dict[str, list[Call]] = {}
    for entry in entries:
        call = called(entry)
        if call is None:
            why = entry.status.value if entry.status not in SETTLED else NO_NUMBER
            unscored[why] = unscored.get(why, 0) + 1
            continue
        calls.append(call)
        apart.setdefault(_NAMES[by](entry), []).append(call)
    groups = [_group(name, held) for name, held in apart.items()]
    return Score(
        _group("", calls) if calls else None,
        tuple(sorted(groups, key=lambda group: (-group.many, group.name))),
        bins(calls),
        dict(sorted(unscored.items())),
    )


def called(entry: LedgerEntry) -> Call | None:
    """A forecast as it is scored; None where it is not settled, or has no number."""
    if entry.status not in SETTLED or entry.chance is None:
        return None
    return Call(entry.chance.mid, SETTLED[entry.status])


_NAMES: dict[By, Callable[[LedgerEntry], str]] = {
    By.ACTOR: lambda entry: entry.kept.by,
    By.OUTLET: lambda entry: entry.kept.outlet or "no outlet",
    By.SCALE: lambda entry: entry.chance.scale if entry.chance else "",
}


def _group(name: str, calls: Sequence[Call]) -> Group:
    came = sum(call.came for call in calls)
    least, most = wilson(came, len(calls))
    return Group(
        name=name,
        many=len(calls),
        came=came,
        chance=sum(call.chance for call in calls) / len(calls),
        share=came / len(calls),
        least=least,
        most=most,
        brier=brier(calls),
        log=log_score(calls),
        parts=murphy(calls),
    )
