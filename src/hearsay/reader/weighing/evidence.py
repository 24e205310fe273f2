"""Evidence: what the sentences about an answer give for it, and what against."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hearsay.reader.weighing.answers import Answer, Way
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.text import Text
from hearsay.reader.weighing.units import Unit
from hearsay.text.span import Span, Spans, joined, without

LEAST = 3
"""Words of the shortest stretch beside a claim that is evidence."""

EVIDENCE, SIDE, UNTURNED = 0.6, 0.55, 0.65
"""The chance from which a unit is evidence; the share of it that a side must have, and the same against the order of the text: a wrong side is worse than
none."""

SURER = 0.8
"""The chance from which a part of the claim's own sentence is evidence, of which there is next to nothing to learn from."""


class Given(msgspec.Struct, frozen=True):
    """What is given.

    Attributes:
        supports: for an answer.
        against: against it.
    """

    supports: Spans
    against: Spans


def given(text: Text, every: Sequence[Answer]) -> list[Given]:
    """What is given for and against each of some answers: what the units after each are, now that it is known where the claims stand.

    Takes: "She may be right about the calendar. What her theory leaves out is Sollum." Leaves: "Money, then.", which only puts it up; what
    may be for an answer as well as against it.

    Args:
        text: the article.
        every: the answers to a question, in order.
    """
    claims = [_units_of(text, one) for one in every]
    chances = text.chances(frozenset(at for claim in claims for at in claim))
    sides: list[dict[bool, list[Span]]] = [{True: [], False: []} for _ in every]
    for at, unit in enumerate(text.units):
        owner = _owner(text, unit, every, [claim[0] <= at for claim in claims])
        if owner is None:
            continue
        one = every[owner]
        side, spans = _by_form(text, unit, one)
        if side is None and at not in claims[owner] and not unit.part.has("maybe"):
            own = one.first <= unit.number <= one.at
            side = _likelier(chances[at], own=own, order=text.order[at])
            spans = [*_stretches(unit.part, one)]
        if side is not None:
            sides[owner][side] += spans
    return [Given(joined(held[True]), joined(held[False])) for held in sides]


def _units_of(text: Text, one: Answer) -> list[int]:
    """The units that have an answer's claim."""
    held = [
        at
        for at, unit in enumerate(text.units)
        if any(unit.part.span.meets(span) for span in one.claim)
    ]
    return held or [at for at, unit in enumerate(text.units) if unit.number == one.at]


def _owner(text: Text, unit: Unit, every: Sequence[Answer], begun: Sequence[bool]) -> int | None:
    """Which answer a unit is about: that in whose sentence it stands, that which calls back to it, else the last before it."""
    for at, one in enumerate(every):
        if one.first <= unit.number <= one.at or _called_back(text, unit, one):
            return at
    return max((at for at, has in enumerate(begun) if has), default=None)


def _called_back(text: Text, unit: Unit, one: Answer) -> bool:
    """Takes: "They have turned back.", before "If so, he may be waiting for it." Leaves: the same before "He may be waiting."."""
    return unit.number + 1 == one.first and text.row[one.first].has("back")


def _by_form(text: Text, unit: Unit, one: Answer) -> tuple[bool | None, list[Span]]:
    """The side of a unit by its form alone, of which too few columns have any to learn from, and the words of it that stand there.

    Takes: "Her comments suggest", before what an answer may be; what stands beside "it is difficult to believe that he fell"; "Whilst that makes
    a kind of sense". Leaves: the rest.
    """
    if _called_back(text, unit, one):
        return True, [unit.part.span]
    if not one.first <= unit.number <= one.at:
        return _called_so(unit.part), [*_stretches(unit.part, one)]
    if one.way is Way.DOUBTED:
        return False, [*_stretches(unit.part, one)]
    leads = _leads(unit.part, one)
    return (True, [*leads, *_stretches(unit.part, one)]) if leads else (None, [])


def _called_so(part: Sentence) -> bool | None:
    """On which side a unit says in so many words that it stands, where it takes up the answer; True for for.

    Takes: "Though that is plausible"; "If he really believes this, he must be alone in it". Leaves: "That would explain the wording", which the chain may
    tell; "The trouble began in May".
    """
    if not part.has("linked"):
        return None
    if part.has("contra"):
        return False
    return True if part.has("granted") and part.has("pro") else None


def _likelier(chances: Mapping[str, float], *, own: bool, order: bool) -> bool | None:
    """On which side a unit stands, True for for; None where it is no evidence, or may be on either.

    Args:
        chances: of its labels.
        own: whether it stands in the sentence of the claim.
        order: the side that the order of the text alone gives it.
    """
    total = chances["F"] + chances["A"]
    most = max(chances["F"], chances["A"])
    side = chances["F"] > chances["A"]
    least = SURER if own else total * (SIDE if side == order else UNTURNED)
    return None if total < EVIDENCE or most < least else side


def _leads(part: Sentence, one: Answer) -> list[Span]:
    """The words right before a claim that say what bears it out: "Her comments suggest"."""
    before = (span for span in without(part.span, one.claim) if span.before(one.claim[0]))
    first = next(before, None)
    met = any(part.span.meets(span) for span in one.claim)
    if first is None or not met or not part.has("pro") or one.way is not Way.MODAL:
        return []
    words = [w for w in part.words if first.holds(w) and w.cut(part.text)[0].isalnum()]
    return [words[0].hull(words[-1])] if words else []


def _stretches(part: Sentence, one: Answer) -> Iterator[Span]:
    """What a part has beside the claim, where it is long enough."""
    doubted = one.way is Way.DOUBTED and part.words[0].start != one.sign.start
    for span in without(part.span, one.claim if doubted else (*one.claim, one.sign)):
        words = [w for w in part.words if span.holds(w) and w.cut(part.text)[0].isalnum()]
        if len(words) >= LEAST or (words and span == part.span):
            yield words[0].hull(words[-1])
