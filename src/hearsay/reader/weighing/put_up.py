"""Put up: the answers that an article puts up one after the other, as the chain of its units tells them."""

from collections.abc import Sequence

import msgspec

from hearsay.reader.odds import odds
from hearsay.reader.weighing.answers import Answer, Way, answers
from hearsay.reader.weighing.asked import MARKS
from hearsay.reader.weighing.doubt import Signs
from hearsay.reader.weighing.posed import Posed, posed
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.text import Text
from hearsay.reader.weighing.units import Unit
from hearsay.text.span import Span, joined

WEIGHS, ALONE = 10.0, 5.0
"""How much there must be that is weighed for an article to be asked at all; and to weigh anything where no network read it, and no doubt is reckoned."""

SURE = 0.4
"""The chance from which an article is held to weigh what some sentence asks, where a network read it."""

USUAL = 10.0
"""How much is weighed that counts as one beside the other signs."""

CLAIM, SECOND = 0.2, 0.4
"""The chance from which a unit has a claim, of an article that weighs; and from which a second of its paragraph has another."""

WITH = 0.15
"""The chance from which the unit beside a claim has a part of it."""

MOST = 8
"""Answers to one question, at most."""

LEAST = 3
"""Words of a claim that stands for the rest of its sentence."""

LABELS = (("q", ":"), ("a", ":"), ("q", "."), ("a", "."))
"""What opens the paragraphs of a talk, in which nobody weighs."""

NAMING = (Way.NAMED, Way.GUESS, Way.DOUBTED, Way.MAYBE, Way.VIEW)
"""Ways after which the rest of the sentence is the claim."""


class Weighed(msgspec.Struct, frozen=True):
    """A question with the answers to it.

    Attributes:
        question: the number of its sentence; None where answers are weighed and nobody asks.
        answers: in order.
    """

    question: int | None
    answers: tuple[Answer, ...]


def put_up(text: Text) -> Weighed | None:
    """The question of which an article puts up at least two answers one after the other; None where it does not.

    Takes: "So what happened? … One school says: at the money. … Or it is the election." Leaves: paragraphs that go on telling; a talk.

    Args:
        text: the article.
    """
    found = proposed(text)
    if found is None:
        return None
    claims, asked = found
    if text.taken is not None and text.learned.doubt.likely(signs(text, claims, asked)) < SURE:
        return None
    held = [
        [at for at in claim if text.units[at].number != asked.number] or claim for claim in claims
    ]
    return Weighed(asked.number, tuple(_answer(text, claim) for claim in held))


def proposed(text: Text) -> tuple[list[list[int]], Posed] | None:
    """The units of each answer that an article would put up, and the sentence that would ask; None where it has less than two, or too little is weighed.

    Args:
        text: the article.
    """
    talk = sum(one.first and one.lows[:2] in LABELS for one in text.row)
    bar = ALONE if text.taken is None else WEIGHS
    if talk > 1 or text.weighs() < bar:
        return None
    claims = _claims(text)
    if len(claims) < 2:  # noqa: PLR2004 - one answer is no weighing
        return None
    return claims, posed(text, [text.units[claim[0]].number for claim in claims])


def signs(text: Text, claims: Sequence[Sequence[int]], asked: Posed) -> Signs:
    """What is seen of an article's answers and of the sentence that is held to ask.

    Args:
        text: the article.
        claims: the units of each answer.
        asked: the sentence.
    """
    pro, contra = (sum(one[label] for one in text.free) for label in "FA")
    sure = [max(text.free[at]["C"] for at in claim) for claim in claims]
    return Signs(
        asked.told,
        odds(asked.taken),
        text.weighs() / USUAL,
        contra / (pro + contra or 1.0),
        odds(sum(sure) / len(sure)),
    )


def _claims(text: Text) -> list[list[int]]:
    """The units of each claim, in order: the likeliest, each with the likeliest beside it."""
    sure = [chances["C"] for chances in text.free]
    used: set[int] = set()
    within: set[int] = set()
    out: list[list[int]] = []
    for at in sorted(range(len(sure)), key=lambda n: -sure[n]):
        paragraph = text.units[at].part.paragraph
        if sure[at] < CLAIM or len(out) == MOST:
            break
        if at in used or (paragraph in within and sure[at] < SECOND):
            continue
        near = (n for n in (at - 1, at + 1) if 0 <= n < len(sure) and n not in used)
        beside = [n for n in near if sure[n] >= WITH and _beside(text.units[at], text.units[n])]
        held = sorted([at, *beside[:1]])
        used |= {*held}
        within.add(paragraph)
        out.append(held)
    return sorted(out)


def _beside(one: Unit, other: Unit) -> bool:
    """Whether a unit may be a part of the claim of one beside it: in its paragraph, and no quotation by which somebody speaks for it.

    Takes: "It was the money. She had none." Leaves: "Another is a quarrel. “They have quarrelled since May,” Lund said."
    """
    apart = other.number != one.number and other.part.lows[0] in MARKS
    return other.part.paragraph == one.part.paragraph and not (
        apart and one.part.lows[0] not in MARKS
    )


def _answer(text: Text, claim: Sequence[int]) -> Answer:
    """The answer in some units: of a whole sentence the words after those that only put it up, else all of them."""
    spans: list[Span] = []
    way, sign = Way.PARAGRAPH, text.units[claim[0]].part.span
    numbers = sorted({text.units[at].number for at in claim})
    for n in numbers:
        one = text.row[n]
        mine = [text.units[at].part for at in claim if text.units[at].number == n]
        named = next(iter(answers([one], 0, loose=True)), None)
        if len(mine) == sum(unit.number == n for unit in text.units):
            mine = [one]
            if named is not None and named.way in NAMING and _stands(one, named):
                spans, way, sign = [*spans, named.claim[0]], named.way, named.sign
                continue
        spans += [part.stretch(0, len(part.words)) or part.span for part in mine]
    return Answer(numbers[-1], joined(spans), sign, way, numbers[0])


def _stands(one: Sentence, named: Answer) -> bool:
    """Whether the claim that a sentence names is long enough to stand for all of it."""
    words = sum(named.claim[0].holds(word) for word in one.words)
    return words >= LEAST or words >= len(one.words) - 2 * LEAST
