"""Quotation and Variant: words within marks, and the same words given twice."""

from enum import StrEnum

import msgspec

from hearsay.fidelity.change import Difference
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans


class Use(StrEnum):
    """What the marks do."""

    QUOTE = "quote"
    SCARE = "scare"
    TITLE = "title"
    TERM = "term"


class Quotation(msgspec.Struct, frozen=True):
    """A stretch of words within quotation marks, or in a block quote without any.

    Attributes:
        span: the words with their marks.
        use: what the marks do: quote somebody, hold a word at arm's length, name a work or a term.
        ground: why it is taken so.
        attribution: id of the attribution in whose content it stands.
        elisions: the marks of words left out ("…", "...", "[...]").
        insertions: words put in by another hand, in brackets, brackets included.
    """

    span: Span
    use: Use
    ground: Ground
    attribution: str | None = None
    elisions: Spans = ()
    insertions: Spans = ()


class Variant(msgspec.Struct, frozen=True):
    """The same words given at two places.

    Attributes:
        a: the first or fuller version.
        b: the other.
        same: whether they are the same, white space and marks apart.
        how: what was done to them; () where they are the same.
        ground: why they are taken for versions of one another.
        differences: each place where they differ, in the order of the first version.
    """

    a: Span
    b: Span
    same: bool
    ground: Ground
    how: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
