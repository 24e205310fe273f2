"""Evidence: what the sentences about an answer give for it, and what against."""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.reader.weighing.answers import Answer, Way
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.signals import Standing, of_part
from hearsay.reader.weighing.weights import Weights
from hearsay.text.span import Span, Spans, joined, without

LEAST = 3
"""Words of the shortest stretch beside a claim that is evidence."""

EVEN = 0.5
"""The chance from which a part is evidence, and from which evidence stands against."""

SURER = 0.7
"""The same for what turns within the sentence of the claim, of which there is next to nothing to learn from."""


class Given(msgspec.Struct, frozen=True):
    """What is given.

    Attributes:
        supports: for an answer.
        against: against it.
    """

    supports: Spans
    against: Spans


class Part(msgspec.Struct, frozen=True):
    """A part of a sentence that may be evidence.

    Attributes:
        part: of the sentence.
        whole: the sentence.
        own: whether the sentence has the claim.
        ahead: whether it stands before the claim.
        order: the side on which it stands by the order of the text: 1 for, -1 against.
        called_back: whether it stands right before the claim, which calls back to it.
    """

    part: Sentence
    whole: Sentence
    own: bool
    ahead: bool
    order: int
    called_back: bool = False


def given(about: Sequence[Part], one: Answer, learned: Weights) -> Given:
    """What is given for and against an answer, part by part; the side of each is weighed with that of the one before.

    Takes: "She may be right about the calendar. What her theory leaves out is Sollum." Leaves: "Money, then.", which only puts it up.

    Args:
        about: the parts of the sentences about it.
        one: the answer.
        learned: the weights.
    """
    sides: dict[bool, list[Span]] = {True: [], False: []}
    standing = Standing(0, len(about))
    for part in about:
        signals = signals_of(part, standing)
        side = standing.side
        doubted = part.own and one.way is Way.DOUBTED
        if _bears_out(part, one):
            side = 1
            leads = [*_leads(part.part, one), *_stretches(part.part, one)]
            sides[True] += leads if part.own else [part.whole.span]
        elif doubted or learned.evidence.chance(signals) >= (
            SURER if _turns_within(part) else EVEN
        ):
            side = -1 if learned.against.chance(signals) >= EVEN else 1
            sides[side > 0] += _stretches(part.part, one)
        standing = follow(standing, part.part, side)
    return Given(joined(sides[True]), joined(sides[False]))


def _turns_within(part: Part) -> bool:
    """Takes: "though he keeps the option", after "He may think that it is not needed". Leaves: a sentence of its own."""
    return part.own and part.part.words[0] != part.whole.words[0]


def _bears_out(part: Part, one: Answer) -> bool:
    """Whether a part is for an answer by its form alone, of which too few columns have any to learn from.

    Takes: "They have turned back. | If so, he may be waiting for it."; "Her comments suggest | he still hopes". Leaves: "He may be waiting."
    """
    return part.called_back or (part.own and bool(_leads(part.part, one)))


def _leads(part: Sentence, one: Answer) -> list[Span]:
    """The words right before a claim that say what bears it out: "Her comments suggest"."""
    before = (span for span in without(part.span, one.claim) if span.before(one.claim[0]))
    first = next(before, None)
    if first is None or not part.has("pro") or one.way is not Way.MODAL:
        return []
    words = [w for w in part.words if first.holds(w) and w.cut(part.text)[0].isalnum()]
    return [words[0].hull(words[-1])] if words else []


def signals_of(one: Part, standing: Standing) -> frozenset[str]:
    """What is seen of a part, by which it is weighed.

    Args:
        one: the part.
        standing: what was told before it.
    """
    seen = of_part(one.part, one.whole, standing, own=one.own, ahead=one.ahead)
    return seen | {f"order:{one.order}", f"order:{one.order}:side:{standing.side}"}


def follow(standing: Standing, part: Sentence, side: int) -> Standing:
    """What is told after a part.

    Args:
        standing: what was told before it.
        part: of a sentence.
        side: on which the last evidence stood.
    """
    turned = standing.turned or part.has("turn") or part.has("but")
    return Standing(standing.at + 1, standing.many, side, turned)


def parts_about(
    row: Sequence[Sentence], every: Sequence[Answer], at: int, questions: Sequence[int]
) -> list[Part]:
    """The parts of the sentences about an answer: from where its paragraph or the answer before it ends, up to the next answer.

    Args:
        row: the sentences.
        every: the answers to a question, in order.
        at: the number of the one in question.
        questions: the numbers of the sentences that ask why.
    """
    one = every[at]
    begun = one.first
    while begun and row[begun - 1].paragraph == row[one.first].paragraph:
        begun -= 1
    if at:
        begun = max(begun, min(one.first, every[at - 1].at + 1))
        begun = one.first if row[every[at - 1].at].paragraph == row[one.first].paragraph else begun
    stop = every[at + 1].first if at + 1 < len(every) else len(row)
    stop = max(one.at + 1, min(stop, _over(row, one)))
    out = []
    order = _Order(doubted=one.way is Way.DOUBTED)
    for n in range(begun, stop):
        own = one.first <= n <= one.at
        for part in _parts(row[n]) if n not in questions else ():
            side = 1 if order.side(part, own=own) else -1
            back = n == one.first - 1 and row[one.first].has("back")
            out.append(Part(part, row[n], own, n < one.first, side, back))
    return out


class _Order:
    """On which side what is told stands by the order of the text: the one that stands until a turn; some words decide for their own part."""

    def __init__(self, *, doubted: bool) -> None:
        self.doubted = doubted
        self.standing = self.last = not doubted

    def side(self, part: Sentence, *, own: bool) -> bool:
        """The side of a part of a sentence; True is for.

        Takes: "But the allies paid.", which turns. Leaves: "Besides, the votes were sold.", which goes on.

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


def _over(row: Sequence[Sentence], one: Answer) -> int:
    """The number of the first sentence that is no longer about an answer: its paragraph is over, and the next does not go on with it."""
    paragraph = row[one.at].paragraph
    for n in range(one.at + 1, len(row)):
        sentence = row[n]
        if sentence.paragraph != paragraph:
            if not sentence.has("linked") or sentence.has("ends") or sentence.has("comes"):
                return n
            paragraph = sentence.paragraph
    return len(row)


def _parts(one: Sentence) -> Iterator[Sentence]:
    """A sentence cut where it turns: before "but" and "although", and after what is granted first."""
    for part in one.cut_at("cut"):
        comma = next((n for n, w in enumerate(part.words) if w.cut(part.text) == ","), 0)
        halves = (part.part(0, comma), part.part(comma, len(part.words)))
        if comma and part.first and part.has("granted") and None not in halves:
            yield from (half for half in halves if half)
        else:
            yield part


def _stretches(part: Sentence, one: Answer) -> Iterator[Span]:
    """What a part has beside the claim, where it is long enough."""
    doubted = one.way is Way.DOUBTED and part.words[0].start != one.sign.start
    for span in without(part.span, one.claim if doubted else (*one.claim, one.sign)):
        words = [w for w in part.words if span.holds(w) and w.cut(part.text)[0].isalnum()]
        if len(words) >= LEAST or (words and span == part.span):
            yield words[0].hull(words[-1])
