"""Windows: a long text in stretches that the network takes in one at a time.

A window ends at the last paragraph's end that fits, or else at a sentence's, so that what belongs
together stands together. One that begins inside a paragraph begins with the sentences before, as context,
which were asked of the window before it. Context from other paragraphs was tried and does not help
(docs/decisions/0013).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from hearsay.model.tokens import Tokens

ROOM = 190
"""Pieces of a window, without the two that the network puts around them."""


class Window(msgspec.Struct, frozen=True):
    """Words from first to the one before stop, and those of them that it is asked for.

    Attributes:
        first: index of the first word that the network sees.
        stop: index of the word after the last that it sees.
        asked: index of the first word whose answer is taken from here; the words before it are context.
    """

    first: int
    stop: int
    asked: int


def windows(tokens: Tokens, room: int = ROOM, shared: int = 0, first: int = 0) -> Iterator[Window]:
    """The windows of a text, in order; every word from the first on is asked of exactly one.

    Args:
        tokens: the text.
        room: the most pieces a window may have.
        shared: the most of them that are seen again, as context, by the window after.
        first: the word to begin with.
    """
    counts = [0, *accumulate(len(pieces) for pieces in tokens.pieces)]
    asked = first
    while asked < len(tokens):
        begin = _context(tokens, first, asked, counts[asked] - shared, counts)
        stop = bisect_right(counts, counts[begin] + room) - 1
        stop = _cut(tokens, asked, max(stop, asked + 1))
        yield Window(begin, stop, asked)
        asked = stop


def _context(tokens: Tokens, first: int, asked: int, least: int, counts: Sequence[int]) -> int:
    """Where the context begins: with a sentence of the paragraph that is not over yet."""
    begin = asked
    while begin > first and not tokens.broke[begin]:
        at = begin - 1
        while at > first and tokens.sentence[at] == tokens.sentence[at - 1]:
            at -= 1
        if counts[at] < least:
            break
        begin = at
    return begin


def _cut(tokens: Tokens, first: int, stop: int) -> int:
    """The best place to end: at a line break in the last two thirds, at a sentence's end, or right here."""
    if stop >= len(tokens):
        return stop
    least = first + (stop - first) // 3
    for at in range(stop, least, -1):
        if tokens.broke[at]:
            return at
    for at in range(stop, least, -1):
        if tokens.sentence[at] != tokens.sentence[at - 1]:
            return at
    return stop
