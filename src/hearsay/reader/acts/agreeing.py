"""Agreeing: whether a clause agrees to something: that it would be accepted, that somebody is willing, that nobody objects.

Each rule is given a clause and returns the words that show the act, () where the clause does not do it. Each names a sentence
that it takes and one that it leaves.

Source: Searle (1976), A Classification of Illocutionary Acts, on commissives; Palmer (2001) for the modals.
"""

from hearsay.reader.acts.binding import in_course
from hearsay.reader.acts.clauses import Clause
from hearsay.reader.acts.helping import COULD
from hearsay.reader.acts.own_clause import linked
from hearsay.text.span import Spans

TO = frozenset({"to"})


def agrees(clause: Clause) -> Spans:
    """Takes: "we could accept it", "the council might support it, provided …". Leaves: "we accept it is late"; "they could"."""
    tree = clause.tree
    if clause.negation is not None or clause.question:
        return ()
    if is_willing(clause):
        return clause.words(linked(clause))
    if not (clause.own or clause.body):
        return ()
    if clause.own and (none := clause.phrase("agree_phrase")):
        return none[:1]
    can = clause.aux(COULD) if clause.own else None
    thing = tree.child(clause.at, "obj", "obl") is not None
    if can is None or not (clause.tells("agree_word") and thing) or in_course(clause):
        return ()  # it could take two weeks
    return clause.words(can, clause.at)


def is_willing(clause: Clause) -> bool:
    """Whether the predicate is to be willing, or to remain so.

    Takes: "it would be prepared to open its books", "it remained open to any offer". Leaves: "the lunch is ready"; "the road
    remained open to lorries", of a thing; "“they are willing to go”", of others.
    """
    tree, at = clause.tree, linked(clause)
    if at is None or not clause.marks.tells(tree.lows[at], "willing_word"):
        return False
    who = clause.subject
    who = tree.child(clause.at, "expl") if who is None else who  # a tree may take its "it" for none
    if who is None or not (clause.own or clause.body or tree.lows[who] == "it"):
        return False
    ours = clause.own or (tree.words[who].upos == "PRON" and not clause.quoted)
    return ours and (_deed(clause, at) or _to_terms(clause, at))


def _to_terms(clause: Clause, at: int) -> bool:
    """Takes: "open | to talks", "open | to any offer". Leaves: "open | to the public", "open to traffic", where no body decides."""
    tree = clause.tree
    if tree.lows[at] != "open":
        return False
    held = (*tree.children(at, "obl", "nmod"), *tree.children(clause.at, "obl"))
    return any(
        clause.marks.tells(tree.lows[n], "terms_noun")
        for n in held
        if any(tree.lows[m] in TO for m in tree.children(n, "case"))
    )


def _deed(clause: Clause, at: int) -> bool:
    """Takes: "ready | to settle". Leaves: "ready"."""
    tree = clause.tree
    deed = tree.child(at, "xcomp", "advcl", "ccomp", "csubj")
    if deed is None and at != clause.at:
        deed = tree.child(clause.at, "advcl", "ccomp")
    state = deed is not None and tree.child(deed, "cop") is not None  # ready to be president
    return (
        deed is not None
        and not state
        and any(tree.lows[n] in TO for n in tree.children(deed, "mark"))
    )
