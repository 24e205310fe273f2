"""Time: one time of an article, with its days and with that from which they were counted."""

import msgspec

from hearsay.language.times.bounds import Bounded
from hearsay.language.times.grammar import Timex
from hearsay.language.times.timex import Meaning
from hearsay.reader.times.anchoring import Anchored
from hearsay.reader.times.beside import Beside
from hearsay.reader.times.rows import Row
from hearsay.text.span import Span


class Told(msgspec.Struct, frozen=True):
    """A time.

    Attributes:
        span: its words, without the word that opens it.
        whole: with that word, where it bounds it.
        opener: the class of the word before it; "" for none.
        found: by the grammar.
        means: what it tells.
        bounds: its days.
        anchor: the day from which it could be counted.
        row: its sentence.
        at: the word of the tree on which its others hang; None without a tree.
        alone: it is all that somebody says.
        event: that from which it is told: "two days after the vote"; None for most.
    """

    span: Span
    whole: Span
    opener: str
    found: Timex
    means: Meaning
    bounds: Bounded
    anchor: Anchored
    row: Row
    at: int | None
    alone: bool = False
    event: Beside | None = None
