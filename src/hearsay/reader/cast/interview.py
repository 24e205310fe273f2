"""Interviews: letters before the turns of a talk, and the names that they stand for."""

from collections.abc import Sequence

from hearsay.reader.cast.register import PERSON, Register
from hearsay.text.span import Span

ANSWER = "A"
LONGEST = 4  # characters before the colon


def label(text: str, block: Span) -> str:
    """What stands before the colon that opens a block; all of the block where there is none."""
    return block.cut(text).partition(":")[0]


def labels(text: str, blocks: Sequence[Span], register: Register) -> dict[str, str | None]:
    """The letters that name the speakers: "Q", "A", initials; with the key of the one they stand for.

    "A" is whoever is named most; who asks is the author, and has no key.
    """
    opens = [label(text, block) for block in blocks if ":" in block.cut(text)[: LONGEST + 1]]
    short = {one for one in opens if one.isupper() and opens.count(one) > 1}
    people = [one for one in register.bearers if one.entity == PERSON]
    if not short or not people:
        return {}
    first = min(people, key=lambda one: (-len(one.places), one.places[0].span))
    out: dict[str, str | None] = {}
    for letters in sorted(short):
        same = [b for b in people if "".join(w[0] for w in b.full.lows).upper() == letters]
        answers = f"={first.key}" if letters == ANSWER else None
        out[letters] = f"={same[0].key}" if same else answers
    return out
