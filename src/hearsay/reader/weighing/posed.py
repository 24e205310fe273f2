"""Posed: what is seen of a sentence by which it is told whether it puts the question that the answers answer.

There are ways without end to put one: "Why now?", "What pulled it down is disputed", "I have been asked why he let them go", "There is something odd about it". What
stays is that it has a word of asking or of wonder, tells of what is already so, and stands before paragraphs that put up answers.
"""

from collections.abc import Sequence
from math import log

import msgspec

from hearsay.reader.weighing.asking import of_question
from hearsay.reader.weighing.made import asking
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.text import Text

FAR, FARTHER = 5, 6
"""Paragraphs, and sentences, from a question to the first answer beyond which it is only far."""

LEAST = 0.003
"""The chance of asking that is left to a sentence which no network takes for a question."""


SHARE = 0.5
"""How much what the network takes a sentence for counts beside its words, place and distance, which are surer."""


class Posed(msgspec.Struct, frozen=True):
    """The sentence that asks.

    Attributes:
        number: of it.
        told: how much its words, its place and how far the answers are speak for it.
        taken: how likely a network takes it for a question; 0 where none read the article.
    """

    number: int
    told: float
    taken: float


def posed(text: Text, claims: Sequence[int]) -> Posed:
    """The sentence that asks what some answers answer: the likeliest before the second of them.

    Its words, its place and how far the answers are tell that, and, where a network read the article, what that takes it for: they err elsewhere.

    Takes: "What pulled the note down is a question for the bench"; "Was it fear or favour?" Leaves: "What will come of it?"

    Args:
        text: the article.
        claims: the numbers of the sentences that put up the answers, in order.
    """
    seen, known = of_questions(text.row, claims), text.learned.question
    told = [sum(known.get(name, 0.0) for name in sorted(has)) for has in seen]
    if text.taken is None:
        best = max(range(len(told)), key=lambda n: told[n])
        return Posed(best, told[best], 0.0)
    asks = asking(text.taken, [unit.number for unit in text.units])
    taken = [asks.get(n, 0.0) for n in range(len(told))]
    best = max(range(len(told)), key=lambda n: told[n] + SHARE * log(taken[n] + LEAST))
    return Posed(best, told[best], taken[best])


def _stop(claims: Sequence[int]) -> int:
    """The first sentence that does not ask what some answers answer: that which puts up the second of them."""
    return max(claims[1], 1)


def of_questions(row: Sequence[Sentence], claims: Sequence[int]) -> list[frozenset[str]]:
    """What is seen of every sentence that may ask what some answers answer: of itself, and of how far the first of them is.

    Args:
        row: the sentences.
        claims: the numbers of those that put up the answers, in order.
    """
    first = claims[0]
    places = {number: at for at, number in enumerate(sorted({one.paragraph for one in row}))}
    asks = any(one.asks for one in row[: first + 1])
    out = []
    for n, one in enumerate(row[: _stop(claims)]):
        has = of_question(one) | {f"word:{low}" for low in one.lows}
        if one.headline:
            has |= {"headline"} | {f"headline:{name}" for name in has if name.startswith("first:")}
            has |= {"headline:asks"} if one.asks else set()
        else:
            far = max(-1, min(places[row[first].paragraph] - places[one.paragraph], FAR))
            has |= {f"far:{far}", f"sentences:{max(-1, min(first - n, FARTHER))}"}
            has |= {"first"} if one.first else set()
            after = row[n + 1] if n + 1 < len(row) else None
            has |= {"last", f"last:{far}"} if after is None or after.first else set()
            has |= {"claim"} if n == first else set()
            has |= {"next asks" if after is not None and after.asks else "next states"}
        has |= {"question"} if one.asks else {"states", f"states:{asks}"}
        out.append(frozenset(has))
    return out
