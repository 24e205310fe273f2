"""Change: what is done to words that are given again; a closed set."""

from enum import StrEnum

import msgspec

from hearsay.text.span import Span


class Change(StrEnum):
    """What was done. All after the fourth change what is said, or may."""

    ELIDED = "elided"
    INSERTED = "inserted"
    SUBSTITUTED = "substituted"
    REORDERED = "reordered"
    SPLICED = "spliced"
    NEGATION = "negation changed"
    OPPOSITE = "opposite said"
    CONDITION_LOST = "condition lost"
    CONDITION_ADDED = "condition added"
    CONDITION = "condition changed"
    NUMBER = "number changed"
    NAME = "name changed"
    MODAL = "modal changed"
    HEDGE = "hedge changed"
    SCOPE = "scope changed"


FORMAL = frozenset({Change.ELIDED, Change.INSERTED, Change.SUBSTITUTED, Change.REORDERED})
"""Changes of the words alone, as far as a table can tell."""

MEANING = frozenset(Change) - FORMAL
"""Changes of what is said, which are flagged."""


class Difference(msgspec.Struct, frozen=True):
    """One place where two versions differ.

    Attributes:
        change: what was done.
        a: the words of the one version; None where it has none there.
        b: the words of the other.
        marked: whether the other says so itself: by an ellipsis, by brackets, by asterisks for letters.
    """

    change: Change
    a: Span | None
    b: Span | None
    marked: bool = False
