"""Asked: the sentences that put a question of why, what or how, in so many words or with a question mark."""

from collections.abc import Iterator, Sequence

from hearsay.reader.weighing.row import Sentence

WORDS = ("why", "what", "how", "who", "where", "whence", "which")
MARKS = ("“", '"', "‘", "``")
NEAR = 1
"""Paragraphs after a question in which another between two answers is put for an answer to it."""

AT = 8
"""Words of a question among which the one that asks stands."""


def asked(row: Sequence[Sentence]) -> Iterator[int]:
    """Which sentences ask, or say that something is open; those of the headline too.

    Takes: "Why did she step back?"; "Was it fear or favour?"; "One may ask why"; "What started it is not yet known". Leaves: "What will be done about it?",
    which asks for what comes; "Is it right?", which asks for a judgement; a question in somebody's quotation.

    Args:
        row: the sentences.
    """
    last = -NEAR
    for at, one in enumerate(row):
        names = one.headline and one.lows[0] == "why"
        alone = one.paragraph > last + NEAR  # else it is an answer to the one before
        between = one.asks and alone and one.has("either_or")
        if one.lows[0] in MARKS:
            continue
        if names or between or one.has("asks") or (one.asks and wants(one)):
            last = last if one.headline else one.paragraph
            yield at


def wants(one: Sentence) -> bool:
    """Whether a sentence with a question mark wants an answer of why, what or how."""
    first = one.lows[:AT]
    return any(word in WORDS for word in first) and not one.has("open")
