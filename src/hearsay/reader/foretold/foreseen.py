"""Foreseen: what will come as the object of a verb of expecting, or as that of which a noun tells the chance.

Source: Quirk et al. (1985) 16.20-63 on what follows such verbs; own.
"""

from collections.abc import Iterator

from hearsay.language.marking import Marking
from hearsay.reader.foretold.future import Future, infinitive
from hearsay.reader.times.tense import is_past
from hearsay.reader.tree import Tree

HAS = frozenset({"have", "has", "stand", "stands", "'ve"})
COUNTED = ("NUM", "SYM")
PERSONS = ("person", "organization")
EVENTS = ("event", "abstract")
"""What comes over somebody, as the network calls it; not who or what is there already."""

NOW = frozenset({"is", "are", "'s", "'re", "do", "does"})
"""What may help a verb in the present."""


def foreseen(tree: Tree, at: int, marks: Marking) -> Iterator[Future]:
    """What may be foretold by a verb of expecting, or by a noun for a chance.

    Args:
        tree: of the article.
        at: the verb, or the noun.
        marks: the table of foretelling.
    """
    if tree.words[at].upos == "VERB" and marks.tells(tree.lows[at], "foresees"):
        found = _clause(tree, at, marks) or _noun(tree, at, marks)
        if found is not None:
            yield found
            if not found.noun:  # expects it to fall, | and to rise again
                joined = (n for n in tree.children(found.at, "conj") if infinitive(tree, n))
                yield from (Future(n, (at,), "foreseen", at) for n in joined)
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
        sure = tree.words[n].entity in PERSONS or not marks.tells(tree.lows[at], "foresees_of")
        to = [m for m in tree.children(n, "acl") if infinitive(tree, m) and sure and n > at]
        if to:  # "expects two drivers to leave", of which the tree has "drivers that leave"
            return Future(to[0], (at,), "foreseen", at)
    return None


def _hopes(tree: Tree, at: int) -> bool:
    """Takes: "Lund expects to win", who sets out to. Leaves: "the town expects to lose money", "I do not expect to see it"."""
    thing = tree.subject(at)
    return thing is None or (
        tree.words[thing].entity == "person" and tree.lows[thing] not in ("i", "we")
    )


def _noun(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "expects a strike", "warned of queues", "sees a cut in May", "rain is forecast". Leaves: "sees a doctor", "is expected to rain"."""
    thing = tree.child(at, "nsubj:pass")
    if thing is not None and not tree.children(at, "xcomp", "ccomp", "csubj"):
        now = any(tree.lows[n] in NOW for n in tree.children(at, "aux:pass", "aux"))
        event = tree.words[thing].upos == "NOUN" and tree.words[thing].entity in EVENTS
        return Future(thing, (at,), "foreseen_noun", at, noun=True) if now and event else None
    with_of = marks.tells(tree.lows[at], "foresees_of")
    for n in tree.children(at, "obl", "obj") if with_of else tree.children(at, "obj"):
        word = tree.words[n]
        opens = [tree.lows[m] for m in tree.children(n, "case")]
        moves = tree.relation(n) == "obj" and marks.tells(tree.lows[n], "moves_noun")
        if n < at or word.upos not in ("NOUN", "PROPN", "ADJ", *COUNTED):
            continue
        many = tree.relation(n) == "obj" and _counted(tree, n)
        if with_of and opens != ["of"] and not (moves or many):
            continue
        if marks.tells(tree.lows[n], "chance_noun") or word.entity == "person":
            continue
        return Future(n, (at,), "foreseen_noun", at, noun=True)
    return None


def _counted(tree: Tree, at: int) -> bool:
    """Whether a noun has a number in its words: "sales of 1.2 million"."""
    return any(tree.words[n].upos in COUNTED for n in tree.below(at))


def _chance(tree: Tree, at: int, marks: Marking) -> Iterator[Future]:
    """Takes: "a one in ten chance of a strike", "the risk of her being sacked", "a fair chance that she folds". Leaves: "the chance to win", "a chance of his own"."""
    if not marks.tells(tree.lows[at], "chance_noun", "outlook_noun"):
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
        told_of = opens[:1] and opens[0] in ("of", "for", "that")
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


def _before(tree: Tree, at: int) -> list[str]:
    """The word before a noun with what stands ahead of it: "of" of "of a further fall of 10 percent", which the tree may hang on "percent"."""
    ahead = [n for n in tree.children(at, "det", "amod", "nummod") if n < at]
    first = min(ahead, default=at)
    return [tree.lows[first - 1]] if first else []


def _given(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "gives it one chance in five of lasting", "a 64 percent chance of winning", "puts the chance of winning at 64 percent". Leaves: "the chance of winning"."""
    head = tree.words[at].head
    counted = any(tree.words[n].upos in COUNTED for n in tree.below(at) if n < at + 4)
    counted = counted or any(_counted(tree, n) for n in tree.children(head, "obl"))
    gives = tree.words[head].upos == "VERB" and tree.child(head, "iobj") is not None
    has = tree.relation(at) == "obj" and tree.lows[head] in HAS and tree.subject(head) is not None
    told = tree.children(at, "det", "amod")
    much = any(marks.tells(tree.lows[n], "how_much_chance") for n in told)
    return counted or gives or (has and much)


def in_present(tree: Tree, at: int) -> bool:
    """Whether a predicate stands in the present, with nothing that says when or whether."""
    things = [n for n in tree.held[at] if tree.words[n].relation in ("nsubj", "nsubj:pass", "expl")]
    helps = [n for n in tree.children(at, "aux", "cop", "aux:pass") if not things or n > things[0]]
    if helps:
        return all(tree.lows[n] in NOW for n in helps)
    return tree.words[at].upos == "VERB" and not is_past(tree.lows[at])
