"""Change: what is done to words that are given again; a closed set."""

from enum import StrEnum

import msgspec

from hearsay.text.span import Span


class Change(StrEnum):
    """What was done. The last seven change what is said, whatever else they do."""

    ELIDED = "elided"
    INSERTED = "inserted"
    SUBSTITUTED = "substituted"
    REORDERED = "reordered"
    NEGATION = "negation changed"
    CONDITION = "condition changed"
    NUMBER = "number changed"
    NAME = "name changed"
    MODAL = "modal changed"
    HEDGE = "hedge changed"
    SCOPE = "scope changed"


MEANING = frozenset(
    {
        Change.NEGATION,
        Change.CONDITION,
        Change.NUMBER,
        Change.NAME,
        Change.MODAL,
        Change.HEDGE,
        Change.SCOPE,
    }
)


class Difference(msgspec.Struct, frozen=True):
    """One place where two versions differ.

    Attributes:
        change: what was done.
        a: the words of the one version; None where it has none there.
        b: the words of the other.
        marked: whether the other says so itself: by an ellipsis, or by brackets.
    """

    change: Change
    a: Span | None
    b: Span | None
    marked: bool = False
