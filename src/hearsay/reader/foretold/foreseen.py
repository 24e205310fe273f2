"""Foreseen: what will come as the object of a verb of expecting, or as that of which a noun tells the chance.

Source: Quirk et al. (1985) 16.20-63 on what follows such verbs; own.
"""

from collections.abc import Iterator

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.foretold.future import Future, infinitive
from hearsay.reader.foretold.guessed import in_present
from hearsay.reader.tree import Tree

HAS = frozenset({"have", "has", "stand", "stands", "'ve"})
COUNTED = ("NUM", "SYM")
PERSONS = ("person", "organization")
FOR = {"foresees_for": "for", "foresees_with": "with"}
"""What opens that which verbs of a class foresee."""


def foreseen(tree: Tree, at: int, marks: Marking) -> Iterator[Future]:
    """What may be foretold by a verb of expecting, or by a noun for a chance.

    Args:
        tree: of the article.
        at: the verb, or the noun.
        marks: the table of foretelling.
    """
    if tree.words[at].upos == "VERB":
        if marks.tells(tree.lows[at], "foresees"):
            found = _clause(tree, at, marks) or _noun(tree, at, marks) or _about(tree, at)
        else:
            found = _for(tree, at, marks)
        if found is not None:
            yield found
            yield from (msgspec.structs.replace(found, at=n) for n in listed(tree, found))
            yield from (msgspec.structs.replace(found, at=n) for n in _joined(tree, found))
    yield from _chance(tree, at, marks)


def _clause(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "expects the board to fail", "sees volumes growing", "expects to lose money". Leaves: "expects to open", "warned them to go"."""
    if tree.lows[at].startswith("warn"):  # "warned officials to boost it" urges them
        return None
    for n in tree.children(at, "xcomp", "ccomp", "advcl"):
        ahead = [
            *(m for m in tree.children(at, "obj", "iobj") if at < m < n),
            *(m for m in tree.children(n, "nsubj", "obj") if at < m < n),
        ]
        going = tree.lows[n].endswith("ing") and not tree.children(n, "aux", "mark")
        if ahead and (infinitive(tree, n) or going):
            return Future(n, (at,), "foreseen", at)
        own = tree.relation(n) == "xcomp" and not ahead and infinitive(tree, n)
        if own and n > at and marks.tells(tree.lows[n], "befalls") and not _hopes(tree, at):
            return Future(n, (at,), "foreseen", at)
    for n in tree.children(at, "obj"):
        person = tree.words[n].entity in PERSONS
        to = [m for m in tree.children(n, "acl") if infinitive(tree, m) and person and n > at]
        if to:  # "expects two drivers to leave", of which the tree has "drivers that leave"
            return Future(to[0], (at,), "foreseen", at)
    return None


def _joined(tree: Tree, one: Future) -> list[int]:
    """Takes: "to climb" in "expects it to drop below 20 percent and to climb again". Leaves: "to rise and fall"."""
    if one.rule != "foreseen":
        return []
    return [n for n in tree.children(one.at, "conj") if infinitive(tree, n)]


def _about(tree: Tree, at: int) -> Future | None:
    """Takes: "foresees between 400 and 700 cases", which the tree hangs on as a place. Leaves: "warns of rain", "expects between May and June"."""
    for n in tree.children(at, "obl"):
        opens = [tree.lows[m] for m in tree.children(n, "case", "advmod") if m < n]
        counted = bool(tree.children(n, "nummod")) and tree.words[n].entity != "time"
        if n > at and counted and opens[:1] and opens[0] in ("between", "around", "about", "over"):
            return Future(n, (at,), "foreseen_noun", at, noun=True)
    return None


def _hopes(tree: Tree, at: int) -> bool:
    """Takes: "Lund expects to win", who sets out to. Leaves: "the town expects to lose money", "I do not expect to see it"."""
    thing = tree.subject(at)
    return thing is None or (
        tree.words[thing].entity == "person" and tree.lows[thing] not in ("i", "we")
    )


def _noun(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "expects a strike", "warned of queues", "sees a cut in May". Leaves: "sees a doctor"."""
    with_of = marks.tells(tree.lows[at], "foresees_of")
    for n in tree.children(at, "obl", "obj") if with_of else tree.children(at, "obj"):
        word = tree.words[n]
        opens = [tree.lows[m] for m in tree.children(n, "case")]
        moves = tree.relation(n) == "obj" and marks.tells(tree.lows[n], "moves_noun")
        if n < at or word.upos not in ("NOUN", "PROPN", "ADJ", *COUNTED):
            continue
        if with_of and opens != ["of"] and not moves:
            continue
        if marks.tells(tree.lows[n], "chance_noun") or word.entity == "person":
            continue
        return Future(n, (at,), "foreseen_noun", at, noun=True)
    return None


def listed(tree: Tree, one: Future) -> list[int]:
    """The nouns that a noun foreseen is listed with, each with an article of its own.

    Takes: "expects a strike, a committee and a report", of which each may come without the others. Leaves: "expects wind and rain".
    """
    if one.rule != "foreseen_noun":
        return []
    conj = (n for n in tree.children(one.at, "conj") if tree.words[n].upos == "NOUN")
    return [n for n in conj if {tree.lows[m] for m in tree.children(n, "det")} & {"a", "an"}]


def _for(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "guided for growth of 12 percent", "reckons with a fall". Leaves: "looks for a job"."""
    openers = [opener for name, opener in FOR.items() if marks.tells(tree.lows[at], name)]
    if not openers:
        return None
    for n in tree.children(at, "obl"):
        opens = [tree.lows[m] for m in tree.children(n, "case")]
        moves = tree.words[n].upos in COUNTED or marks.tells(tree.lows[n], "moves_noun")
        if n > at and opens == openers and moves:
            return Future(n, (at,), "foreseen_noun", at, noun=True)
    return None


def _chance(tree: Tree, at: int, marks: Marking) -> Iterator[Future]:
    """Takes: "a one in ten chance of a strike", "the risk of her being sacked", "a fair chance that she folds". Leaves: "the chance to win", "a chance of his own"."""
    if not (
        marks.tells(tree.lows[at], "chance_noun") or marks.tells(tree.lows[at], "outlook_noun")
    ):
        return
    held = tree.children(at, "nmod", "nummod", "acl", "ccomp")
    held += [n for n in tree.children(tree.words[at].head, "obl") if tree.lows[at] == "odds"]
    deep = (
        k for k in held if tree.words[k].upos in COUNTED or _before(tree, k) in (["of"], ["for"])
    )
    for n in sorted({*held, *(m for k in deep for m in tree.children(k, "nmod", "acl"))}):
        opens = [tree.lows[m] for m in tree.children(n, "case", "mark")] or _before(tree, n)
        bare = not opens and tree.relation(n) == "acl" and tree.child(n, "nsubj") is not None
        if bare and n > at and in_present(tree, n):  # a chance it breaks up
            yield Future(n, (at,), "chance_clause", at)
            return
        told_of = opens[:1] and (opens[0] in ("of", "for", "that") or _bet(tree, at, n, opens[0]))
        if opens[:1] == ["for"] and marks.tells(tree.lows[at], "peril_noun"):
            continue  # a danger for the shops, whom it may befall
        if not told_of or n < at or tree.lows[n] == "percent" or tree.words[n].upos == "NUM":
            continue
        clause = tree.relation(n) == "acl" or tree.words[n].upos == "VERB"
        told = opens[0] == "that" and not (clause and in_present(tree, n))
        if told or (clause and tree.subject(n) is None and not _given(tree, at, marks)):
            continue
        yield Future(n, (at,), "chance_clause" if clause else "chance_noun", at, noun=not clause)
        return


def _bet(tree: Tree, at: int, other: int, opens: str) -> bool:
    """Takes: "a strike" of "odds of three to one against a strike". Leaves: "long odds on the table"."""
    between = any(tree.words[n].upos == "NUM" for n in range(at, other))
    return tree.lows[at] == "odds" and opens in ("against", "on") and between


def _before(tree: Tree, at: int) -> list[str]:
    """The word before a noun with what stands ahead of it: "of" of "of a further fall of 10 percent", which the tree may hang on "percent"."""
    ahead = [n for n in tree.children(at, "det", "amod", "nummod") if n < at]
    first = min(ahead, default=at)
    return [tree.lows[first - 1]] if first else []


def _given(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "gives it one chance in five of lasting", "a 64 percent chance of winning". Leaves: "the chance of winning"."""
    head = tree.words[at].head
    counted = any(tree.words[n].upos in COUNTED for n in tree.below(at) if n < at + 4)
    gives = tree.words[head].upos == "VERB" and tree.child(head, "iobj") is not None
    has = tree.relation(at) == "obj" and tree.lows[head] in HAS and tree.subject(head) is not None
    told = tree.children(at, "det", "amod")
    much = any(marks.tells(tree.lows[n], "how_much_chance") for n in told)
    return counted or gives or (has and much)
