"""Asked: the sentences that put a question of why, what or how, in so many words or with a question mark."""

from collections.abc import Iterator, Sequence

from hearsay.reader.weighing.row import Sentence

WORDS = ("why", "what", "how", "who", "where", "whence", "which")
MARKS = ("“", '"', "‘", "``")
AT = 8
"""Words of a question among which the one that asks stands."""


def asked(row: Sequence[Sentence]) -> Iterator[int]:
    """Which sentences ask, or say that something is open; those of the headline too.

    Takes: "Why did she step back?"; "One may ask why"; "What started it is not yet known". Leaves: "What will be done about it?",
    which asks for what comes; "Is it right?", which asks for a judgement; a question in somebody's quotation.

    Args:
        row: the sentences.
    """
    for at, one in enumerate(row):
        names = one.headline and one.lows[0] == "why"
        if names or one.has("asks") or (one.asks and wants(one)):
            yield at


def wants(one: Sentence) -> bool:
    """Whether a sentence with a question mark wants an answer of why, what or how."""
    first = one.lows[:AT]
    quoted = one.lows[0] in MARKS
    return not quoted and any(word in WORDS for word in first) and not one.has("open")
