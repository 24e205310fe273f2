"""Content: the words of what will come, without what governs them, what is joined to them, and their terms."""

from collections.abc import Sequence

from hearsay.reader.foretold.future import Future, infinitive
from hearsay.reader.tree import Tree

FORETELLS = frozenset({"will", "'ll", "would", "may", "might", "could", "wo", "shall"})
AHEAD = frozenset(
    {"then", "so", "thus", "instead", "perhaps", "maybe", "probably", "possibly", "surely", "certainly"}
)  # fmt: skip
WHATEVER = frozenset({"whatever", "whoever", "whichever", "wherever", "however"})
"""What opens that which makes no difference: "it will rise, whatever she says"."""

CAUSES = frozenset(
    {"because", "since", "as", "so", "though", "although", "while", "whereas", "whatever"}
)


def content_of(tree: Tree, one: Future, away: Sequence[Sequence[int]]) -> list[int]:
    """The words of what will come.

    Args:
        tree: of the article.
        one: what foretells.
        away: the words of its terms, which are no part of it at its ends.
    """
    gone = [n for words in away for n in words]
    if one.rule == "foreseen":
        return _ends(tree, _object_and_infinitive(tree, one), gone, one.at)
    if one.noun:
        held = tree.below(one.at)
        ahead = {n for n in held if tree.relation(n) in ("case", "cc", "punct") and n < one.at}
        after = {
            m
            for n in tree.held[one.at]
            if n > one.at
            and tree.relation(n) in ("parataxis", "conj", "acl")
            and tree.child(n, "nsubj")
            for m in tree.below(n)
        }
        return _ends(tree, [n for n in held if n not in ahead | after], gone, one.at)
    top = one.at if one.rule == "chance_clause" else one.over
    beside = _beside(tree, top, but=one.at)
    if one.at != top:
        beside |= {n for n in _beside(tree, one.at) if tree.relation(n) not in ("mark", "punct")}
    beside |= _said_beside(tree, one)
    if one.rule == "guessed":  # he folds, | and calls it a win: each a guess
        joined = (n for n in tree.children(top, "conj") if tree.is_clause(n))
        beside |= {m for n in joined for m in tree.below(n)}
    held = [n for n in tree.below(_whole(tree, top)) if n not in beside]
    if one.rule == "chance_clause":
        return _ends(
            tree,
            [n for n in held if tree.relation(n) not in ("mark", "case") or n > top],
            gone,
            top,
        )
    held = _with_subject(tree, one, held)
    return _ends(tree, _from_subject(tree, one, held), gone, top)


def _whole(tree: Tree, top: int) -> int:
    """What a predicate is part of: of "will be back on the bank" the tree may have "back" under "bank"."""
    head = tree.words[top].head
    return head if tree.relation(top) == "advmod" and tree.child(head, "cop") is not None else top


def _object_and_infinitive(tree: Tree, one: Future) -> list[int]:
    own = tree.child(one.at, "nsubj") is not None
    things = [] if own else tree.children(one.over, "obj", "iobj")
    thing = next((m for m in things if one.over < m < one.at), None)
    apart = {
        m
        for n in tree.children(one.at, "advcl", "conj")
        if n > one.at and (infinitive(tree, n) if tree.relation(n) == "conj" else _trails(tree, n))
        for m in tree.below(n)
    }
    held = [n for n in tree.below(one.at) if n not in apart]
    return sorted({*held, *tree.below(thing)}) if thing is not None else held


def _beside(tree: Tree, top: int, but: int | None = None) -> set[int]:
    """What hangs on a predicate and is no part of what it says: other clauses, and what joins it to them.

    Clauses that are joined, told beside it, or follow it after a comma or a "because"; those that are foretold themselves.

    Args:
        tree: of the article.
        top: the predicate.
        but: what hangs on it and is what will come itself: "rise" in "is likely to rise".
    """
    out: set[int] = set()
    for n in tree.held[top]:
        if n == but:
            continue
        relation = tree.relation(n)
        thing = tree.child(n, "nsubj", "expl")
        helped = {tree.lows[m] for m in tree.children(n, "aux")}
        own = thing is not None or bool(helped)
        joined = relation == "conj" and (own or tree.child(n, "cop") is not None)
        joins = relation in ("cc", "mark", "punct", "discourse", "vocative") and n < top
        foretold = (
            relation in ("advcl", "ccomp", "acl") and thing is not None and bool(helped & FORETELLS)
        )
        foretold = foretold and not {tree.lows[m] for m in tree.children(n, "mark")} & {"that"}
        trails = relation == "advcl" and n > top and _trails(tree, n)
        trails = trails or (n > top and _opening(tree, n) in WHATEVER)
        if joined or joins or foretold or trails or relation == "parataxis":
            out |= {*tree.below(n)}
    return out


def _said_beside(tree: Tree, one: Future) -> set[int]:
    """Takes: ", which he would regard as a victory", "according to a report", before or after what will come. Leaves: "the road which it joins"."""
    out: set[int] = set()
    every = tree.below(one.over)
    sourced = any(tree.lows[n] == "according" for n in every)
    for n in every:
        if not sourced and tree.words[n].relation != "acl:relcl":
            continue
        below = tree.below(n)
        comma = "," in (tree.lows[below[0]], tree.lows[below[0] - 1])
        aside = tree.words[n].relation == "acl:relcl" and n > one.at and comma
        source = n not in (one.at, one.over) and _opening(tree, n) == "according"
        if source or (aside and _opening(tree, n) in ("which", "who")):
            out |= {*below}
    return out


def _opening(tree: Tree, at: int) -> str:
    """The first word of a branch that is no mark."""
    return next((tree.lows[n] for n in tree.below(at) if tree.words[n].upos != "PUNCT"), "")


def _trails(tree: Tree, at: int) -> bool:
    """Whether a clause after a predicate only goes on from it: after a comma, or with "because"."""
    below = tree.below(at)
    comma = tree.lows[below[0]] == "," or (below[0] > 0 and tree.lows[below[0] - 1] == ",")
    return comma or bool(CAUSES & {tree.lows[n] for n in tree.children(at, "mark")})


def _with_subject(tree: Tree, one: Future, held: Sequence[int]) -> list[int]:
    """With the subject that it shares with the clause that it is joined to; all of that where it says no more itself."""
    top = one.over
    if tree.relation(top) != "conj":
        return list(held)
    so = any(tree.lows[n] == "so" for n in tree.held[top])
    if one.at in one.because and so:  # she can't, so she won't
        before = tree.words[top].head
        marks = tree.children(before, "mark")
        return sorted({*held, *(n for n in tree.below(before) if n < top and n not in marks)})
    if tree.child(top, "nsubj", "expl", "csubj") is not None:
        return list(held)
    thing = tree.subject(top)
    if thing is None or tree.words[thing].sentence != tree.words[top].sentence:
        return list(held)
    if (
        tree.words[thing].relation == "nsubj:outer"
    ):  # my hunch is that | he folds and calls it a win
        inner = [n for n in tree.held[tree.words[thing].head] if tree.words[n].relation == "nsubj"]
        thing = inner[0] if inner else thing
    return sorted({*held, *tree.below(thing)})


def _from_subject(tree: Tree, one: Future, held: Sequence[int]) -> list[int]:
    """Without what stands before its subject and a comma, a mark or a quotation mark; without an "as" clause in front.

    Of two subjects the one that is nearer: "what that means is that | bombing will resume".
    """
    top = one.over
    things = [n for n in tree.children(top, "nsubj", "expl", "csubj") if n < top]
    if not things or one.at in one.because:
        return list(held)
    thing = things[-1] if len({tree.relation(n) for n in things}) < len(things) else things[0]
    odd = {m for n in tree.children(thing, "acl") if n < thing for m in tree.below(n)}
    start = min(
        (n for n in tree.below(thing) if n not in odd and tree.words[n].upos != "PUNCT"),
        default=thing,
    )
    ahead = [n for n in held if n < start]
    marked = {m for n in tree.children(top, "mark") for m in (n,)}
    parted = [
        n
        for n in range(ahead[0] if ahead else start, start)
        if tree.words[n].upos == "PUNCT" or n in marked
    ]
    loose = [n for n in ahead if tree.lows[n] in AHEAD]
    return [n for n in held if n >= start or (not parted and n not in loose and n not in odd)]


def _ends(tree: Tree, held: Sequence[int], away: Sequence[int], top: int) -> list[int]:
    """Without terms, marks and joining words at either end."""
    gone = {*away}
    out = list(held)
    loose = ("PUNCT", "CCONJ")

    def goes(n: int) -> bool:
        return n in gone or (tree.words[n].upos in loose and n != top)

    while out and goes(out[0]):
        out.pop(0)
    while out and (goes(out[-1]) or tree.words[out[-1]].upos == "SCONJ"):  # what it joined is away
        out.pop()
    return out
