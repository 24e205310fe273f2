"""Passing on: what is passed on with its frame.

"He is said to favor a softer line": that he favors it hangs on the same hearsay.

Source: Saurí and Pustejovsky (2009), FactBank, on nested holders.
"""

from collections.abc import Sequence

import msgspec

from hearsay.reader.acts.judge import Judged
from hearsay.reader.acts.surety import both
from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Mode, PassedOn
from hearsay.reading.ground import Ground
from hearsay.text.span import Spans

HEARSAY = (PassedOn.HEDGED, PassedOn.REJECTED)


def passed_along(told: Sequence[Statement], done: Sequence[Judged]) -> list[Judged]:
    """What each statement does, with how it is passed on by what stands around it.

    Args:
        told: the statements.
        done: what each does, by itself.
    """
    out = list(done)
    place = {id(one): n for n, one in enumerate(told)}
    for n, one in enumerate(told):
        outer = place.get(id(one.within)) if one.within is not None else None
        if outer is not None and out[n].passed_on is PassedOn.PLAIN:
            out[n] = _with_its_frame(one, out[n], told[outer], out[outer])
    return out


def _with_its_frame(one: Statement, held: Judged, outer: Statement, over: Judged) -> Judged:
    """Takes: "is said to favor", of what he favors. Leaves: "she reportedly said that he favors it", which is hers to say."""
    nobody = outer.source is None or over.passed_on is PassedOn.REJECTED
    starts = bool(one.cue) and outer.mode is Mode.INDIRECT
    if not nobody or not starts or over.passed_on not in HEARSAY or over.ground is None:
        return held
    return _passed(held, over.passed_on, over.ground.because)


def _passed(held: Judged, how: PassedOn, because: Spans) -> Judged:
    ground = held.ground or Ground(
        "rule:passed_on", because, "what stands around it passes it on so"
    )
    ground = msgspec.structs.replace(ground, because=both(ground.because, because))
    return msgspec.structs.replace(held, passed_on=how, ground=ground)
