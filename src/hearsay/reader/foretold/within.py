"""Within: what is foretold in a statement, without what the sentence says beside it."""

import msgspec

from hearsay.reader.foretold.terms import Terms
from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Mode
from hearsay.text.span import Spans, without


def within(told: Terms, said: Statement | None, text: str) -> Terms:
    """The terms without what stands beside the statement whose words they are.

    Takes: "a poll" after "the party will win, a poll suggests", "On Friday" before "she wrote that it will rain". Leaves: what somebody is quoted as
    saying, which may go on behind who says so; a condition, which may stand before.

    Args:
        told: the terms.
        said: the statement; None where the author says it.
        text: of the article.
    """
    if said is None or said.mode is not Mode.INDIRECT:
        return told
    content = tuple(part for one in told.content for at in said.content if (part := one.common(at)))
    horizon = (
        told.horizon if any(at.holds(one) for one in told.horizon for at in said.content) else ()
    )
    content = _not_at_its_end(content or told.content, horizon, text)
    return msgspec.structs.replace(told, content=content, horizon=horizon)


def _not_at_its_end(content: Spans, horizon: Spans, text: str) -> Spans:
    """Takes: "on 19 May" of "she will win on 19 May", which is by when. Leaves: "she will win on 19 May at last"."""
    ends = [at for at in horizon if content[-1].holds(at) and content[-1].end == at.end]
    if not ends:
        return content
    rest = (part.trimmed(text, " ,") for part in without(content[-1], ends))
    return (*content[:-1], *(part for part in rest if part is not None)) or content
