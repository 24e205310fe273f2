"""Dispatches: whose an article is, by its outlet or by the agency in its dateline."""

from collections.abc import Sequence

from hearsay.reader.cast.register import Register
from hearsay.text.span import Span, between

FIRST_BLOCKS = 3
DATELINE = 60  # characters of a line that says where and when, before the agency
UNDERSTANDS = " understands "
GOT = ("obtained by", "seen by", "reviewed by", "viewed by", "shared with", "leaked to")
"""Words before the outlet whose own article says how it came by a document."""

EXCLUSIVE = (" exclusively", " in an exclusive")
BEFORE = 24  # characters before a name
DASHES = (") -", ") –", ") —", ")--")


def outlet_of(
    text: str, blocks: Sequence[Span], register: Register, outlet: str | None
) -> str | None:
    """The key of the outlet whose dispatch an article is, where the article names it."""
    if not outlet:
        return _dateline(text, blocks, register) or _speaking(text, register)
    lows = tuple(outlet.lower().split())
    for one in register.bearers:
        if one.full.lows == lows or " ".join(one.full.lows) in outlet.lower():
            return f"={one.key}"
    return _dateline(text, blocks, register)


def _speaking(text: str, register: Register) -> str | None:
    """The key of the outlet that speaks of itself as outlets do.

    Takes: "The Beacon understands that …", "documents obtained by the Beacon", "told the Beacon exclusively".
    """
    for place, bearer in register.at.items():
        outlet = any(bearer.full.clause.lexicon.tells(low, "outlet") for low in bearer.full.lows)
        before = place.left(text, BEFORE).lower().removesuffix("the ").rstrip()
        speaks = place.right(text, len(UNDERSTANDS)) == UNDERSTANDS
        alone = any(place.right(text, len(one)) == one for one in EXCLUSIVE)
        if outlet and (speaks or alone or before.endswith(GOT)):
            return f"={bearer.key}"
    return None


def _dateline(text: str, blocks: Sequence[Span], register: Register) -> str | None:
    """The key of the agency in the line that opens a dispatch: "MOSS, March 9 (NNS) - The army"."""
    for block in blocks[:FIRST_BLOCKS]:
        for place, bearer in register.at.items():
            near = between(block.start, place.start)
            opens = block.holds(place) and near is not None and near.length < DATELINE
            if opens and place.left(text) == "(" and place.right(text, 3) in DASHES:
                return f"={bearer.key}"
    return None
