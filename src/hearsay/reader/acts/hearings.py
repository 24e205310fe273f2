"""Hearings: before whom somebody pleads, and whose the paper is in which something is said.

What counsel says is said to the court, what an applicant’s agent says to the committee; a letter binds whoever sent it.

Source: own, after the guidelines of gold/acts: a promise is to whom it is told, and in a court room that is the court.
"""

from collections.abc import Callable, Sequence

from hearsay.language.marking import Marking
from hearsay.reader.acts.slots import possessor
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

PLEADS = (Force.PROMISE, Force.REQUEST)
ROLES = ("court", "committee")


def bench(
    tree: Tree,
    force: Force,
    said: Statement | None,
    told: Sequence[Statement],
    speaker: Callable[[Statement], str | None],
    marks: Marking,
) -> str | None:
    """The key of the court or committee before which somebody pleads; None where nobody hears him so.

    Takes: "Counsel for the firm, Ann Lee, said it would pay", where "the bench asked …" too. Leaves: the same "told reporters";
    a lawyer in an article in which no court speaks.
    """
    if said is None or force not in PLEADS or said.source is None:
        return None
    kind = next((k for k in ROLES if _is(tree, said, f"pleads_{k}", marks)), None)
    if kind is None or _to_press(tree, said, marks):
        return None
    heard = [one for one in told if one is not said and _is(tree, one, f"hears_{kind}", marks)]
    before = [one for one in heard if one.content < said.content]
    return speaker((before or heard)[-1 if before else 0]) if heard else None


def _is(tree: Tree, one: Statement, name: str, marks: Marking) -> bool:
    """Whether a word for the source of a statement is of a class of the table."""
    run = tree.over(one.source) if one.source is not None else range(0)
    return any(marks.tells(tree.lows[n], name) for n in run)


def _to_press(tree: Tree, one: Statement, marks: Marking) -> bool:
    """Whether somebody says it to the press, or outside: "told reporters", "said outside court"."""
    at = tree.over(one.cue)[0] if one.cue is not None else None
    beside = tree.children(at, "obj", "iobj", "obl", "nmod") if at is not None else []
    outside = any(tree.lows[m] == "outside" for n in beside for m in tree.children(n, "case"))
    return outside or any(marks.tells(tree.lows[n], "press") for n in beside)


def sender(tree: Tree, said: Statement, marks: Marking) -> int | None:
    """Whose a paper is that only carries words: "the council’s letter | said it would", "a reply from the bank | promised".

    Leaves: "the council’s contract | says", which binds itself; "a letter said", of nobody.
    """
    paper = tree.top(list(tree.over(said.source))) if said.source is not None else None
    if paper is None or not marks.tells(tree.lows[paper], "goes_to_somebody"):
        return None
    return possessor(tree, paper)
