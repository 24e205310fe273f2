"""Moved: words that only changed their place; loudly where two numbers or two names did, or a "not" or an "only"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hearsay.fidelity.bearing import signs
from hearsay.fidelity.change import Change, Difference
from hearsay.fidelity.edits import Edit
from hearsay.fidelity.tokens import Token

FAR = 12
"""Words within which two names or numbers change places."""

LONE = 2
"""Words of the longest stretch of which the place bears on what is said."""

PLACED = frozenset({"only", "not only", "alone"})
LISTING = frozenset({"and", "or"})


def moved(
    a: Sequence[Token], b: Sequence[Token], edits: Sequence[Edit]
) -> tuple[list[Difference], list[Edit]]:
    """What changed its place, and the edits that are left.

    Takes: "If it rains, we go" for "We go if it rains", reordered; "only she said" for "she only said", a limit.
    Leaves: "12 of 5" for "5 of 12", which is no move.

    Args:
        a: the words of the one version.
        b: of the other.
        edits: between them.
    """
    out: list[Difference] = []
    gone: set[int] = set()
    for n, one in enumerate(edits):
        for m, other in enumerate(edits):
            if n == m or one.i == one.j or {n, m} & gone:
                continue
            words, back = a[one.i : one.j], a[other.i : other.j]
            same = _alike(words, b[other.k : other.m])
            if same and _keys(b[one.k : one.m]) == _keys(back) and not _exchanged(words, back):
                gone |= {n, m}
                out.append(_difference(_kind(words), words, b[other.k : other.m]))
    return out, [one for n, one in enumerate(edits) if n not in gone]


def crossed(
    a: Sequence[Token], b: Sequence[Token], edits: Sequence[Edit]
) -> tuple[list[Difference], list[Edit]]:
    """The stretches in which two names, or two numbers, stand in the place of one another, and the edits that are left.

    Takes: "12 of 5" for "5 of 12", a number; "Norway owes Sweden" for "Sweden owes Norway", a name.
    Leaves: two names in a list that change places, which say the same: reordered.

    Args:
        a: the words of the one version.
        b: of the other.
        edits: between them.
    """
    out: list[Difference] = []
    rest = [*edits]
    for found in _crossed(a, b, rest):
        inside = [one for one in rest if found.i <= one.i and one.j <= found.j]
        rest = [one for one in rest if one not in inside]
        words = a[found.i : found.j]
        listed = all(word.name or word.key in LISTING for word in words)
        kind = Change.NAME if any(word.name for word in words) else Change.NUMBER
        kind = Change.NUMBER if any(_flagged(words, "number")) else kind
        out.append(_difference(Change.REORDERED if listed else kind, words, b[found.k : found.m]))
    return out, rest


def _keys(words: Sequence[Token]) -> list[str]:
    return [word.key for word in words]


def _alike(words: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether words are the same, or the same list: “frank and” before a word that they share is “and frank” after it."""
    mine, theirs = _keys(words), _keys(others)
    return mine == theirs or (bool(LISTING & {*mine}) and sorted(mine) == sorted(theirs))


def _exchanged(words: Sequence[Token], back: Sequence[Token]) -> bool:
    """Whether names or numbers stand each in the place of the other."""
    return bool(back) and any(word.name or word.number for word in (*words, *back))


def _kind(words: Sequence[Token]) -> Change:
    if len(words) <= LONE:
        for sign in signs(words):
            if sign.change is Change.NEGATION or sign.like in PLACED:
                return sign.change
    return Change.REORDERED


def _flagged(words: Sequence[Token], flag: str) -> Iterator[str]:
    return (word.key for word in words if getattr(word, flag))


def _crossed(a: Sequence[Token], b: Sequence[Token], edits: Sequence[Edit]) -> Iterator[Edit]:
    """The stretches in which two names, or two numbers, stand in the place of one another."""
    for flag in ("number", "name"):
        known = {*_flagged((*a, *b), flag)}
        left = [known & {*_keys(a[one.i : one.j])} for one in edits]
        right = [known & {*_keys(b[one.k : one.m])} for one in edits]
        both = set().union(*left) & set().union(*right)
        some = [
            one
            for one, mine, theirs in zip(edits, left, right, strict=True)
            if (mine | theirs) & both
        ]
        if not both or len(some) < 2:  # noqa: PLR2004 - one place is none to move to
            continue
        found = Edit(some[0].i, some[-1].j, some[0].k, some[-1].m)
        mine = [key for key in _keys(a[found.i : found.j]) if key in known]
        theirs = [key for key in _keys(b[found.k : found.m]) if key in known]
        if mine != theirs and Counter(mine) == Counter(theirs) and found.j - found.i <= FAR:
            yield found
            return


def _difference(change: Change, left: Sequence[Token], right: Sequence[Token]) -> Difference:
    return Difference(change, left[0].span.hull(left[-1].span), right[0].span.hull(right[-1].span))
