"""Edges: a content that is cut out of the clause which its cue governs is that clause.

The learned reader tags word by word, and now and then keeps of "The council will not sell the field, he said" the field
alone: what was said is lost, its "not" too. The tree knows which clause the verb of saying governs.
"""

from collections.abc import Sequence

import msgspec

from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Spans

LONGEST = 60
"""Words of a clause: a longer one is more often a tree gone wrong."""


def whole(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, each with the whole of the clause of which its content is a part.

    Takes: "The council will not sell | the field |, Lund said"; "Lund claimed | that a log |, which he has, shows a fault".
    Leaves: "Lund said | the field was dry |"; "Lund denied | the claim | that the field was dry".
    """
    out: list[Statement] = []
    for one in told:
        content = _whole(one, tree)
        out.append(msgspec.structs.replace(one, content=content) if content else one)
    return [one for one in out if not _swallowed(one, out, told)]


def _whole(one: Statement, tree: Tree) -> Spans | None:
    """The clause of which a content has not the predicate; None where it has it, or there is none."""
    if one.cue is None or not one.explicit or one.mode is Mode.DIRECT:
        return None
    cue = list(tree.over(one.cue))
    verb = tree.top(cue)
    if verb is None or tree.words[verb].upos != "VERB":
        return None
    clause = _governed(tree, verb)
    if clause is None:
        return None
    away = {*cue, *(tree.over(one.source) if one.source else ())}
    told = {*tree.below(clause)} - away
    if tree.words[verb].head == clause:
        told -= {*tree.below(verb)}
    kept = {n for n in tree.inside(one.content) if tree.words[n].upos != "PUNCT"}
    beside = {
        *tree.below(verb)
    } - away  # "…, a step without example", which the tree hangs on the verb
    alone = len(kept) == 1  # "why he should say so"
    if not kept or alone or clause in kept or len(told) > LONGEST or not kept <= told | beside:
        return None
    return tree.spans(sorted(told | kept)) or None


def _governed(tree: Tree, verb: int) -> int | None:
    """The predicate of the clause that a verb tells of: its complement, or what it is put into as an aside."""
    own = tree.child(verb, "ccomp")
    if own is not None:
        return own if tree.is_clause(own) else None
    above = tree.words[verb].head
    told = tree.is_clause(above) and tree.child(above, "nsubj", "csubj", "expl") is not None
    if tree.relation(verb) == "parataxis" and above < verb and told:
        return above
    return None


def _swallowed(one: Statement, out: Sequence[Statement], told: Sequence[Statement]) -> bool:
    """Whether a statement's cue stands in a content only now: "he claimed that a log | shows" is not his."""
    return one.cue is not None and any(
        other is not before
        and other is not one
        and any(part.holds(one.cue) for part in other.content)
        for other, before in zip(out, told, strict=True)
    )
