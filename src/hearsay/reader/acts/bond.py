"""Bond: somebody is bound to an action, as it stands in the tree, before its actors are known.

Source: Searle (1976) for commissives and directives.
"""

import msgspec

from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force
from hearsay.text.span import Spans

FORCES = {Act(force.value): force for force in Force}
DIRECTIVE = (Force.REQUEST, Force.URGE, Force.PERMIT, Force.FORBID)
"""Forces that are about what another does."""

BIDS = (Force.REQUEST, Force.URGE)
"""Forces that are of the one who speaks, whatever body he is of."""


class Bond(msgspec.Struct, frozen=True):
    """Somebody is bound, or binds.

    Attributes:
        force: what it does.
        action: the word for the action.
        within: the words among which the action stands; empty for all.
        by: the word for who does it; None where the one who speaks does.
        doer: the word for who does what a cue says, where its statement has no speaker: "owed them money and had threatened".
        to: the word for who is addressed.
        over: words on which the action hangs and whose conditions and times are its own.
        because: the words that bind.
        rule: the name of the rule.
        said: the statement; None where it is none's.
        whole: the action is told with its own subject.
        author: the author himself binds, by no word of saying.
        time: words that tell when, and stand beside the word that binds: "gave them | two weeks | to pay".
        unnamed: the words put it in the passive and name nobody who does it: "they were told to wait".
    """

    force: Force
    action: int
    because: Spans
    rule: str
    within: frozenset[int] = frozenset()
    by: int | None = None
    doer: int | None = None
    to: int | None = None
    over: tuple[int, ...] = ()
    said: Statement | None = None
    whole: bool = False
    unnamed: bool = False
    time: tuple[int, ...] = ()
    author: bool = False
