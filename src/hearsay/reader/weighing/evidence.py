"""Evidence: what the sentences about an answer give for it, and what against."""

from collections.abc import Sequence

import msgspec

from hearsay.reader.weighing.answers import Answer, Way
from hearsay.reader.weighing.row import Sentence
from hearsay.text.span import Span, Spans, joined, without

LEAST = 3
"""Words of the shortest stretch that is evidence."""


class Given(msgspec.Struct, frozen=True):
    """What is given.

    Attributes:
        supports: for an answer.
        against: against it.
    """

    supports: Spans
    against: Spans


def given(row: Sequence[Sentence], one: Answer, until: int) -> Given:
    """What is given for and against an answer from its sentence up to another.

    What follows an answer is for it until a sentence turns ("but", "however", "what does not fit"); a turn after a turn turns
    back. Words that reject ("I cannot prove it", "denied") or bear out ("that would explain") decide for their own part of a sentence.

    Args:
        row: the sentences.
        one: the answer.
        until: the number of the first sentence that is no longer about it.
    """
    sides: dict[bool, list[Span]] = {True: [], False: []}
    if one.way is Way.GUESS:
        return Given((), ())
    if row[one.at].has("back") and one.at and row[one.at - 1].paragraph == row[one.at].paragraph:
        sides[True].append(row[one.at - 1].span)
    standing = one.way is not Way.DOUBTED
    for sentence in row[one.at : until]:
        for number, part in enumerate(_parts(sentence)):
            turns = part.has("turn") or number > 0
            if turns and sentence is not row[one.at]:
                standing = not standing if number == 0 or not sentence.has("granted") else standing
            side = standing if not (number and sentence is row[one.at]) else not standing
            if part.has("contra"):
                side = False
            elif part.has("pro"):
                side = True
            for span in without(part.span, (one.claim,)):
                trimmed = _evidence(part, span, one)
                if trimmed is not None:
                    sides[side].append(trimmed)
    return Given(joined(sides[True]), joined(sides[False]))


def _parts(one: Sentence) -> list[Sentence]:
    return list(one.cut_at("cut"))


def _evidence(part: Sentence, span: Span, one: Answer) -> Span | None:
    """A stretch that is long enough, and more than the words that put the answer up."""
    words = [w for w in part.words if span.holds(w) and w.cut(part.text)[0].isalnum() and not one.sign.holds(w)]
    if not words or (len(words) < LEAST and len(part.words) > LEAST + 1):
        return None
    return words[0].hull(words[-1])
