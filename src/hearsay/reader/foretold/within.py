"""Within: what is foretold in a statement, without what the sentence says beside it."""

import msgspec

from hearsay.reader.foretold.terms import Terms
from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Mode


def within(told: Terms, said: Statement | None) -> Terms:
    """The terms without what stands beside the statement whose words they are.

    Takes: "a poll" after "the party will win, a poll suggests", "On Friday" before "she wrote that it will rain". Leaves: what somebody is quoted as
    saying, which may go on behind who says so; a condition, which may stand before.

    Args:
        told: the terms.
        said: the statement; None where the author says it.
    """
    if said is None or said.mode is not Mode.INDIRECT:
        return told
    content = tuple(part for one in told.content for at in said.content if (part := one.common(at)))
    horizon = (
        told.horizon if any(at.holds(one) for one in told.horizon for at in said.content) else ()
    )
    return msgspec.structs.replace(told, content=content or told.content, horizon=horizon)
