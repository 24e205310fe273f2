"""Called: to whom words are spoken: who is called on by name or by "let", and who is told them.

Source: Huddleston & Pullum (2002), ch. 5, §19 on vocatives, ch. 10, §9 on imperatives with "let".
"""

from hearsay.language.marking import Marking, marking
from hearsay.reader.acts.slots import somebody, told_to
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree


def called_on(tree: Tree, verb: int, action: int) -> int | None:
    """Who is called on by name, or by "let": "stay, | Juli", "let | the firm show us the survey". Leaves: "let | him go", of others' doing."""
    by_name = next((n for at in (verb, action) if (n := vocative(tree, at)) is not None), None)
    if by_name is not None:
        return by_name
    let = next((n for n in (verb, tree.words[action].head) if tree.lows[n] == "let"), None)
    if let is None or tree.child(let, "advmod", "aux", "nsubj") is not None:
        return None
    who = next((n for n in (tree.child(let, "obj"), tree.child(action, "nsubj")) if n), None)
    own = action in (let, tree.child(let, "xcomp", "ccomp"))
    deed = tree.child(let, "xcomp", "ccomp") if action == let else action
    if who is None or not own or deed is None or marking().tells(tree.lows[deed], "leave_verb"):
        return None
    return who if somebody(tree, who) and tree.lows[who] not in ("us", "me", "'s") else None


def vocative(tree: Tree, verb: int) -> int | None:
    """Who is called by name before or after an imperative, wherever a tree hangs the name: "| Anna |, open it", "stay, | Anna |, and"."""
    for n in tree.children(verb, "vocative", "nsubj", "conj", "appos"):
        if tree.words[n].upos != "PROPN" or tree.words[n].entity != "person":
            continue
        run = sorted(tree.below(n))
        around = (
            run[0] - 1,
            next((m for m in range(run[-1], run[-1] + 2) if _is_comma(tree, m)), -1),
        )
        before, after = (at >= 0 and tree.lows[at] in COMMAS for at in around)
        if before and (after or n > verb):
            return n
        if after and n < verb:
            return n
    return None


def _is_comma(tree: Tree, at: int) -> bool:
    return at < len(tree.words) and tree.lows[at] in COMMAS


COMMAS = frozenset({",", "!"})


def hearer(tree: Tree, cue: int | None, one: Statement, marks: Marking) -> int | None:
    """Whom a statement is told to, where that is who is bound or promised by it and not who only hears it.

    Takes: "told the guards that they would be paid". Leaves: "told reporters that the guards would be paid".
    """
    if cue is None or not marks.tells(tree.lows[cue], "tells_somebody"):
        return None
    told = told_to(tree, cue, {*tree.inside(one.content)})
    told = tree.child(cue, "nsubj:pass") if told is None else told  # they were told that …
    if told is None or not somebody(tree, told) or tree.words[told].entity == "place":
        return None
    around = (told, *tree.children(told, "compound", "flat", "nmod"))
    return None if any(marks.tells(tree.lows[n], "audience") for n in around) else told
