"""Sanctions: what somebody will do if another does not do as he is bidden: "we will search it ourselves if there is no arrest".

Source: Searle (1976), A Classification of Illocutionary Acts, on commissives; Schelling (1960), The Strategy of Conflict, ch. 5,
on threats and promises.
"""

from hearsay.reader.acts.clauses import NOBODY, NOT, Clause
from hearsay.reader.acts.helping import WILL
from hearsay.text.span import Spans

NONE = NOT | NOBODY
IF = frozenset({"if", "should", "were", "had"})


def _acts(clause: Clause, at: int) -> bool:
    """Whether a condition is what somebody would do: "unless the council pays"; not "unless it rains"."""
    who = clause.tree.child(at, "nsubj")
    alive = who is not None and clause.tree.words[who].entity in ("person", "organization")
    return alive and clause.tree.words[at].upos == "VERB"


def sanctions(clause: Clause) -> Spans:
    """Takes: "we will search it ourselves if there is no arrest", "he would move the court if the date was missed".

    Leaves: "we will help if it rains"; "we will pay them if they lose", a favour; "they will sue if it fails".
    """
    tree, will = clause.tree, clause.aux(WILL)
    other = (
        clause.phrase("refuse_phrase")
        or clause.negation is not None
        or clause.question
        or clause.tells("favours", "done_with", "weigh_word")
    )
    if will is None or not clause.own or other or not clause.acts:
        return ()
    for at in tree.children(clause.at, "advcl"):
        run = sorted(tree.below(at))
        opens = tree.lows[run[0]]
        who = tree.child(at, "nsubj:pass")
        if opens == "unless" and (who is not None or _acts(clause, at)):
            return clause.words(will, run[0])
        if opens not in IF:
            continue
        held = (n for kind in ("advmod", "det", "nsubj") for n in tree.children(at, kind))
        near = {
            at,
            *held,
            *(n for who in tree.children(at, "nsubj") for n in tree.children(who, "det")),
        }
        failing = [
            n
            for n in run
            if (tree.lows[n] in NONE and n in near) or clause.marks.tells(tree.lows[n], "provokes")
        ]
        if failing:
            return clause.words(will, run[0], failing[0])
    return ()
