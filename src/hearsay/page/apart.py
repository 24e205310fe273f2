"""Apart: whether a block that is weighed as a quotation set apart is one, or running text or a heading as the rules have it.

A quotation by itself begins with a mark, is signed, stands in an element for quotes, is pulled out of the text, or the line above brings it in.
"""

import re
from collections.abc import Sequence

from hearsay.page.phrases import ended, flat, quoted
from hearsay.page.place import Sight
from hearsay.page.shape import OPENERS, SPEAKER, TAIL
from hearsay.page.weights import Weighed
from hearsay.text.article import Role

SURE = 0.9  # chance from which a weighed role may take prose out of the body
QUOTATION = re.compile(r"[“\"][^“”\"]{12,}[”\"]|(?<!\w)‘[^‘]{12,}’(?!\w)")
AGAIN = frozenset(
    {"its words above too", "its words below too", "speaks under a colon", "speaks on"}
)
"""Signals of a line of plain text that is pulled out of it, or brought in by the one above (`hearsay.page.kin`)."""
TWICE = "a line twice"
"""Signal of a line that stands there more than once, as captions and summaries do; what is pulled out of the text stands in a longer line of it."""
_LED = AGAIN | {"under a colon"}
_CLOSERS = ("”", '"', "’", "'")
_SIGNS = re.compile(r"\s*[—–-]|.*@\w")


def as_ruled(role: Role, sight: Sight, weight: Weighed) -> bool:
    """Whether running text is of the kind that the rules say, and not of the one that is weighed.

    Kept: a paragraph that quotes and goes on; prose in a `p` after a list; a block in an element for quotes. Left: a line of plain
    text that is pulled out of it, whose words stand elsewhere too, or that is surely a quotation by itself.
    """
    if sight.opinion is Role.QUOTE:
        return role is Role.PARAGRAPH and weight.chance < SURE
    if sight.opinion is not Role.PARAGRAPH:
        return False
    listed = role is Role.LIST and sight.prosy and "tag p" in sight.own
    pulled = not AGAIN.isdisjoint(sight.own) and TWICE not in sight.own
    apart = _set_apart(sight) or (sight.parent is None and pulled)
    return listed or (
        role is Role.QUOTE and not apart and (sight.parent is not None or weight.chance < SURE)
    )


def no_signature(role: Role, sights: Sequence[Sight], above: Sequence[tuple[Role, str]]) -> bool:
    """Whether a short line of plain text, without marks and not brought in, is no quotation, since none is above it which it may sign.

    Taken: "Homemade Eggnog Can Kill" between paragraphs. Left: "Ida Lund" under “We shall sail”; "– Ida Lund".
    """
    n = len(above)
    sight = sights[n]
    if role is not Role.QUOTE or sight.opinion is not Role.HEADING or sight.parent is not None:
        return False
    over = sights[n - 1].text.strip() if n else ""
    whole = over[:1] in OPENERS and over[-1:] in _CLOSERS
    signs = (n > 0 and above[-1][0] is Role.QUOTE) or whole or _SIGNS.match(sight.text) is not None
    return not signs and _LED.isdisjoint(sight.own) and not quoted(sight.text)


def _set_apart(sight: Sight) -> bool:
    """Whether a block that the rules take for a paragraph may be a quotation by itself.

    Taken: “The wall will fall.” — Ida Lund. Left: I said that the wall would fall, and it fell; “It will fall,” added Lund.
    """
    line = flat(sight.text)
    return (
        (line[:1] in OPENERS and not ended(QUOTATION.sub(" ", line)))
        or SPEAKER.search(line[-TAIL:]) is not None
        or any("quote" in name for name in sight.own)
    )
