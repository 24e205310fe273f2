"""Stretches: the blocks of an article that are read together, and the quotations that stand in them."""

from collections.abc import Sequence

import msgspec

from hearsay.language.marks import Family
from hearsay.language.quotation import Piece, quotations
from hearsay.text.article import READ, Article, Role
from hearsay.text.span import Span

RUNNING = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.LIST})
"""The roles over which a quotation can go on from one block to the next."""


def stretches(article: Article, signs: Sequence[Span]) -> list[list[Span]]:
    """The blocks to be read together: the running text, and each headline, caption … by itself.

    Lines that sign a block quote are none of them.
    """
    running = [
        block.span
        for block in article.blocks
        if block.role in RUNNING and not any(block.span.holds(sign) for sign in signs)
    ]
    apart = [[b.span] for b in article.blocks if b.role in READ and b.role not in RUNNING]
    return ([running] if running else []) + apart


def pieces_of(article: Article, stretch: Sequence[Span]) -> list[Piece]:
    """The quotations of a stretch; a block quote without marks is one as a whole."""
    found = list(quotations(article.text, stretch))
    marked = {piece.span.start for piece in found}
    for block in article.blocks:
        if block.role is Role.QUOTE and block.span in stretch and block.span.start not in marked:
            found = [piece for piece in found if not block.span.meets(piece.span)]
            whole = Piece(block.span, block.span, Family.DOUBLE, opened=False, closed=False)
            found.append(msgspec.structs.replace(whole, guessed=block.origin is None))
    return sorted(found, key=lambda piece: (piece.span.start, -piece.span.length))
