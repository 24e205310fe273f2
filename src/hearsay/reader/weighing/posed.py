"""Posed: what is seen of a sentence by which it is told whether it puts the question that the answers answer.

There are ways without end to put one: "Why now?", "What pulled it down is disputed", "I have been asked why he let them go", "There is something odd about it". What
stays is that it has a word of asking or of wonder, tells of what is already so, and stands before paragraphs that put up answers.
"""

from collections.abc import Sequence

from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.weights import Weights

ASKING = frozenset(
    {"why", "what", "how", "who", "whom", "where", "which", "whose", "whence"}
)  # fmt: skip
BEFORE = frozenset(
    {"is", "was", "of", "know", "knows", "explain", "about", "and", "but", "so", "on", ",", "asked", "ask", "than"}
)  # fmt: skip
"""Words before one that asks, which tell what is done with the question."""

OF = ("asks", "poses", "open", "or", "puzzles")
MARKS = frozenset({"“", '"', "‘"})
EARLY = 4
"""Words of a sentence among which one that asks opens it."""

NEAR, AFTER, OVER = 2, 4, 3
LENGTH, LONGEST = 6, 4
FAR, FARTHER = 5, 6
"""Paragraphs, and sentences, from a question to the first answer beyond which it is only far."""


def of_question(one: Sentence) -> frozenset[str]:
    """What is seen of a sentence itself.

    Takes: "What turned him is anybody's guess", which has a word that asks, of what is over. Leaves: "What will come of it?", which has one of what comes: both are
    seen, and weighed.

    Args:
        one: the sentence.
    """
    lows = one.lows
    out = {f"has:{name}" for name in OF if one.has(name)}
    out.add(f"length:{min(len(lows) // LENGTH, LONGEST)}")
    at = next((n for n, low in enumerate(lows) if low in ASKING), None)
    out.add(f"first:{lows[0]}" if at == 0 else "first:other")
    if at is not None:
        out |= _asking(one, at)
    if one.asks:
        out |= {"asks", "asks:early" if at is not None and at < EARLY else "asks:other"}
    if one.has("puzzles"):
        out.add("puzzles:asks" if one.asks else "puzzles:states")
    if one.has("negated"):
        out.add("negated" if at is None else "negated:asking")
    if MARKS & {*lows}:
        out.add("quoted")
    if lows[0] in MARKS:
        out.add("opens_quoted")
    return frozenset(out)


def _asking(one: Sentence, at: int) -> set[str]:
    """What is seen of the word that asks, and of what follows it."""
    lows = one.lows
    out = {f"asking:{lows[at]}", "early" if 0 < at < EARLY else "late" if at else "opens"}
    if at:
        out.add(f"after:{lows[at - 1]}" if lows[at - 1] in BEFORE else "after:other")
    for name, near in (("comes_next", AFTER), ("ought_next", AFTER), ("so_already", NEAR)):
        clause = one.part(at + 1, at + 1 + near)
        if clause is not None and clause.has(name):
            out.add(name)
    rest = one.part(at + 1, len(lows))
    if rest is not None and rest.has("over_already"):
        out.add("over_already")
    out |= {f"{name}:asking" for name in ("puzzles", "known") if one.has(name)}
    return out


def posed(row: Sequence[Sentence], claims: Sequence[int], learned: Weights) -> int:
    """The number of the sentence that asks what some answers answer: the likeliest before the second of them.

    Takes: "What pulled the note down is a question for the bench"; "Was it fear or favour?" Leaves: "What will come of it?"

    Args:
        row: the sentences.
        claims: the numbers of those that put up the answers, in order.
        learned: the weights.
    """
    sure = [
        sum(learned.question.get(name, 0.0) for name in sorted(has))
        for has in of_questions(row, claims)
    ]
    return max(range(len(sure)), key=lambda n: sure[n])


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
    for n, one in enumerate(row[: max(claims[1], 1)]):
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
