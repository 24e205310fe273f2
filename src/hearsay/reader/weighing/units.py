"""Units: the sentences of an article cut where they turn, each a step of what is read as one chain."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

import msgspec

from hearsay.reader.weighing.row import Sentence


class Opens(IntEnum):
    """What a unit opens, by which the steps of a chain differ."""

    PART = 0
    SENTENCE = 1
    PARAGRAPH = 2


class Unit(msgspec.Struct, frozen=True):
    """A sentence, or a part of one.

    Attributes:
        number: of its sentence in the row.
        part: its words.
        opens: whether it opens a paragraph, a sentence or only a part of one.
    """

    number: int
    part: Sentence
    opens: Opens


def units(row: Sequence[Sentence]) -> list[Unit]:
    """The units of a row of sentences, in order.

    Takes: "He may think so, | but he keeps the option". Leaves: "He keeps the option", which is one.

    Args:
        row: the sentences.
    """
    out = []
    for number, one in enumerate(row):
        for part in _parts(one):
            begins = part.words[0] == one.words[0]
            within = Opens.PARAGRAPH if one.first else Opens.SENTENCE
            out.append(Unit(number, part, within if begins else Opens.PART))
    return out


def _parts(one: Sentence) -> Iterator[Sentence]:
    """A sentence cut where it turns: before "but" and "although", and after what is granted first."""
    for part in one.cut_at("cut"):
        comma = next((n for n, w in enumerate(part.words) if w.cut(part.text) == ","), 0)
        halves = (part.part(0, comma), part.part(comma, len(part.words)))
        if comma and part.first and part.has("granted") and None not in halves:
            yield from (half for half in halves if half)
        else:
            yield part
