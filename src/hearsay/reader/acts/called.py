"""Called: to whom words are spoken: who is called on by name or by "let", and who is told them.

Source: Huddleston & Pullum (2002), ch. 5, §19 on vocatives, ch. 10, §9 on imperatives with "let".
"""

from hearsay.language.marking import Marking, marking
from hearsay.reader.acts.slots import somebody, told_to, written_to
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.text.span import Spans


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
    return _hearer(tree, cue, {*tree.inside(one.content)}, marks) if cue is not None else None


def _hearer(tree: Tree, verb: int, inside: set[int], marks: Marking) -> int | None:
    if not marks.tells(tree.lows[verb], "tells_somebody"):
        return None
    told = told_to(tree, verb, inside)
    told = tree.child(verb, "nsubj:pass") if told is None else told  # they were told that …
    if told is None or not somebody(tree, told):
        return None
    around = (told, *tree.children(told, "compound", "flat", "nmod"))
    return None if any(marks.tells(tree.lows[n], "audience") for n in around) else told


def reader_of(tree: Tree, because: Spans, said: Statement | None, marks: Marking) -> int | None:
    """The word for whom the words in which somebody binds are written or spoken to, or those before to which they are joined.

    Takes: "wrote to him | asking for it", "told the ministry that it is late, and | offered to pay". Leaves: "told reporters that".

    Args:
        tree: of the article.
        because: the words that bind.
        said: the statement whose words they are.
        marks: the table of verbs of telling.
    """
    for span in (because[0], said.cue if said is not None else None):
        verb, first = tree.over(span)[0] if span is not None else None, True
        while verb is not None:
            found = written_to(tree, verb)
            found = _hearer(tree, verb, set(), marks) if found is None and not first else found
            if found is not None:
                return found
            beside = tree.relation(verb) == "advcl" and tree.lows[verb].endswith("ing")
            joined_on = tree.relation(verb) == "conj" or beside
            first = (
                tree.child(verb, "nsubj", "nsubj:pass") is not None
            )  # told them it was late, and the firm said
            verb = tree.words[verb].head if joined_on else None
    return None
