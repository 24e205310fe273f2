"""Posed: what is seen of a sentence by which it is told whether it puts the question that the answers answer.

There are ways without end to put one: "Why now?", "What pulled it down is disputed", "I have been asked why he let them go", "There is something odd about it". What
stays is that it has a word of asking or of wonder, tells of what is already so, and stands before paragraphs that put up answers.
"""

from collections.abc import Sequence

from hearsay.reader.weighing.row import Sentence

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
FAR = 5
STEPS = 4
NEXT = 3
"""Paragraphs after a sentence in which the answers to it are looked for."""


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


def of_questions(
    row: Sequence[Sentence], groups: Sequence[Sequence[int]], sure: Sequence[float]
) -> list[frozenset[str]]:
    """What is seen of every sentence of a row: of itself, and of what the paragraphs around it put up.

    Args:
        row: the sentences.
        groups: for each paragraph of the body the numbers of its sentences.
        sure: how likely each paragraph puts up an answer, by itself.
    """
    place = {n: at for at, group in enumerate(groups) for n in group}
    out = []
    for n, one in enumerate(row):
        has = of_question(one)
        if n not in place:
            out.append(has | {"headline"} | ({"headline:asks"} if one.asks else frozenset()))
            continue
        at = place[n]
        near = [*sure[at + 1 : at + 1 + NEXT], 0.0, 0.0]
        best = sorted(near)[-2:]
        around = {
            f"paragraph:{min(at, FAR)}",
            f"own:{_step(sure[at])}",
            f"next:{_step(near[0])}",
            f"best:{_step(sum(best) / 2)}",
            f"above:{_step(max(sure[:at], default=0.0))}",
        }
        ends = {"first": n == groups[at][0], "last": n == groups[at][-1]}
        out.append(has | around | {name for name, holds in ends.items() if holds})
    return out


def _step(chance: float) -> int:
    return int(chance * STEPS)
