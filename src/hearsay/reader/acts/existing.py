"""Existing: what there will be, or not be, said by who decides it: "there will be no new taxes", "there would be an inquiry".

Each rule is given a clause and returns the words that show the act, () where the clause does not do it.

Source: Huddleston & Pullum (2002), ch. 16, §6, on existential clauses; Searle (1976) for commissives; own, after the guidelines
of gold/acts.
"""

from hearsay.reader.acts.clauses import Clause
from hearsay.reader.acts.helping import CANNOT, WILL
from hearsay.reader.tree import Tree
from hearsay.text.span import Spans

HAVING = frozenset({"having", "being"})


def existing(tree: Tree, at: int) -> int | None:
    """The noun for what there is: "there will be | rationing"; None of a predicate that tells of nothing so."""
    there = tree.child(at, "expl")
    if there is None or tree.lows[there] != "there":
        return None
    thing = tree.child(at, "nsubj", "csubj", "obj", "xcomp")
    return at if thing is None else thing


def none_of(tree: Tree, thing: int) -> int | None:
    """The "no" of a noun, which is no part of what is refused: "| no | retreat"."""
    return next((n for n in tree.children(thing, "det") if tree.lows[n] == "no"), None)


def there_will_be_none(clause: Clause) -> Spans:
    """Takes: "there would be no retreat", "there is no question of starting again".

    Leaves: "there was no retreat"; "there will be no rain", which nobody decides; "there is no question of his having lied";
    "there will be no taxes", which is promised.
    """
    tree, will = clause.tree, clause.aux(WILL)
    thing = existing(tree, clause.at)
    if not clause.body or thing is None:
        return ()
    no = none_of(tree, thing)
    if no is not None and clause.marks.tells(tree.lows[thing], "prospect_noun"):
        deed = next(
            (n for n in tree.children(thing, "acl", "nmod") if tree.lows[n].endswith("ing")), None
        )
        return clause.words(no, thing) if deed is not None and tree.lows[deed] not in HAVING else ()
    will = will if will is not None else clause.aux(CANNOT)
    if will is None or no is None:
        return ()
    nature = tree.words[thing].entity in ("substance", "time")
    other = clause.marks.tells(tree.lows[thing], "comes_by_itself", "burden_noun")
    return () if nature or other else clause.words(will, no)
