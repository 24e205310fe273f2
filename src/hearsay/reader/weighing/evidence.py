"""Evidence: what the sentences about an answer give for it, and what against."""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.reader.weighing.answers import Answer, Way
from hearsay.reader.weighing.row import Sentence
from hearsay.text.span import Span, Spans, joined, without

LEAST = 4
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
    scales = _Scales(one)
    for sentence in row[one.at : until]:
        for part in _parts(sentence):
            side = scales.side(part, own=sentence is row[one.at])
            for span in without(part.span, (one.claim,)):
                kept = _evidence(part, span, one)
                if kept is not None:
                    sides[side].append(kept)
    return Given(joined(sides[True]), joined(sides[False]))


class _Scales:
    """On which side what is told stands: that which stands until a turn; some words decide for their own part alone."""

    def __init__(self, one: Answer) -> None:
        self.doubted = one.way is Way.DOUBTED
        self.standing = not self.doubted
        self.last = self.standing

    def side(self, part: Sentence, *, own: bool) -> bool:
        """The side of a part of a sentence; True is for.

        Args:
            part: of a sentence.
            own: whether the sentence is the one that puts the answer up.
        """
        if own and self.doubted:
            return False
        turned = part.has("turn") and not own
        if part.has("rejects"):
            self.standing = self.last = False
        elif turned and self.last != self.standing:
            # a turn after words that decided for themselves goes back, or rejects again
            self.last = False if part.has("contra") else self.standing
        elif turned:
            self.last = self.standing = not self.standing
        elif part.has("granted"):
            self.last = part.has("pro") if part.has("linked") else not self.standing
        elif part.has("contra"):
            self.last = False
        elif part.has("also"):
            pass  # on the side of what was told just before
        elif part.has("pro") and not self.doubted:
            self.last = True
        else:
            self.last = self.standing
        return self.last


def _parts(one: Sentence) -> Iterator[Sentence]:
    """A sentence cut where it turns: before "but" and "although", and after what is granted first."""
    for part in one.cut_at("cut"):
        comma = next((n for n, w in enumerate(part.words) if w.cut(part.text) == ","), 0)
        halves = (part.part(0, comma), part.part(comma, len(part.words)))
        if comma and part.first and part.has("granted") and None not in halves:
            yield from (half for half in halves if half)
        else:
            yield part


def _evidence(part: Sentence, span: Span, one: Answer) -> Span | None:
    """A stretch that is long enough, and more than the words that put the answer up."""
    opens = part.words[0].start == one.sign.start
    if one.way is Way.MODAL and span.before(one.claim) and not part.has("pro"):
        return None
    taken = () if one.way is Way.DOUBTED and not opens else (one.sign,)
    words = [
        w
        for w in part.words
        if span.holds(w) and w.cut(part.text)[0].isalnum() and not any(s.holds(w) for s in taken)
    ]
    leads = span.before(one.claim) and part.has("pro")  # “Her comments suggest” that it is so
    if not words or (len(words) < LEAST and not (leads or part.has("rejects"))):
        return None
    return words[0].hull(words[-1])
