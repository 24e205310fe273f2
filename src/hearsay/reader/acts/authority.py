"""Authority: who decides over what, where the article says so.

Source: own, after the deontic sources of Searle (1976): by whose power a thing is allowed or forbidden.
"""

from collections.abc import Iterator

import msgspec

from hearsay.language.marking import Marking, Phrase
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

MODALS = frozenset({"will", "must", "shall", "should", "can", "may", "to", "'ll"})
NOW = frozenset({"is", "are", "be", "'s", "'re"})
PERSONS = ("person", "organization")


class Power(msgspec.Struct, frozen=True):
    """Somebody decides over something.

    Attributes:
        who: the word for who decides, in the tree.
        at: the words that say so.
        over: the words for what is decided over.
        key: of the actor; None before it is looked for.
    """

    who: int
    at: Span
    over: Spans
    key: str | None = None


def powers(tree: Tree, marks: Marking) -> Iterator[Power]:
    """Who decides over what, in the order of the text.

    Takes: "The council decides on the toll", "the toll is set by the council", "the general is in charge of operations",
    "it is a matter for the council". Leaves: "the council decided to wait", "cars are made by the firm".
    """
    for phrase in marks.found(
        tree.lows, 0, len(tree.words), "power_of", "power_with", "power_active", "power_passive"
    ):
        found = next(iter(_told(tree, marks, phrase)), None)
        if found is not None and found.over:
            yield found


def _told(tree: Tree, marks: Marking, phrase: Phrase) -> Iterator[Power]:
    at = tree.words[phrase.first].span.hull(tree.words[phrase.stop - 1].span)
    last = phrase.stop - 1
    after = tree.words[last].head
    if "power_of" in phrase.classes:
        who = _who(tree, phrase.first)
        if who is not None and after > last:
            yield Power(who, at, _whole(tree, after))
    elif "power_with" in phrase.classes:
        thing = _who(tree, phrase.first)
        decided = _open_infinitive(tree, after)
        over = decided if decided is not None else thing
        if after > last and over is not None and _somebody(tree, after):
            yield Power(after, at, _whole(tree, over))
    elif tree.words[last].upos != "VERB":
        return
    elif "power_active" in phrase.classes:
        yield from _active(tree, phrase.first, at)
    else:
        yield from _passive(tree, marks, phrase.first, at)


ASKS_WHO = frozenset({"who", "what", "which", "whoever"})
"""Words for somebody that is only asked after: "on who decides what"."""


def _active(tree: Tree, verb: int, at: Span) -> Iterator[Power]:
    who = tree.subject(verb)
    over = next(
        (
            n
            for n in tree.children(verb, "obj", "obl", "ccomp")
            if tree.relation(n) != "obl"
            or any(tree.lows[m] in ("on", "over") for m in tree.children(n, "case"))
        ),
        None,
    )
    asked = (
        who is not None
        and tree.lows[who] in ASKS_WHO
        and not tree.words[verb].relation.endswith("relcl")
    )
    asked = asked or (over is not None and tree.lows[over] in ASKS_WHO)
    if who is not None and over is not None and _somebody(tree, who) and not asked:
        yield Power(who, at, _whole(tree, over))


def _passive(tree: Tree, marks: Marking, verb: int, at: Span) -> Iterator[Power]:
    helps = {tree.lows[n] for n in tree.children(verb, "aux")}
    agents = [
        n
        for n in tree.children(verb, "obl")
        if any(tree.lows[m] == "by" for m in tree.children(n, "case"))
    ]
    tops = [verb, *([tree.words[verb].head] if tree.relation(verb) == "conj" else [])]
    tops += tree.children(verb, "conj")
    agents += [n for top in tops for n in tree.children(top, "obl:agent")]
    helps |= {tree.lows[n] for top in tops for n in tree.children(top, "aux")}
    thing = next((n for top in tops if (n := tree.subject(top)) is not None), None)
    if not agents or thing is None or not helps & (MODALS | NOW) or not _somebody(tree, agents[0]):
        return
    over = tree.span(thing)
    spans: Spans = (over,) if over else ()
    named = [thing]
    if tree.words[thing].upos == "PRON":  # as for the strategy, it will be set by the council
        named = [n for n in _as_for(tree, verb) if n != thing]
        spans = tree.spans(
            [
                m
                for n in named
                for m in tree.below(n)
                if tree.relation(m) not in ("mark", "case", "cc", "fixed") or m > n
            ]
        )
    if any(marks.tells(tree.lows[m], "decision_noun") for n in named for m in tree.below(n)):
        yield Power(agents[0], at, spans)


def _as_for(tree: Tree, verb: int) -> list[int]:
    """The nouns of an "as for …" in the sentence of a verb, those joined to them with them."""
    number = tree.words[verb].sentence
    for at in range(verb - 1, 0, -1):
        if tree.words[at].sentence != number:
            return []
        if tree.lows[at - 1] == "as" and tree.lows[at] == "for":
            head = tree.words[at].head
            return [tree.words[head].head if head == at - 1 else head]  # "for" is fixed to "as"
    return []


def _who(tree: Tree, at: int) -> int | None:
    """The subject of the clause in which a phrase is the predicate."""
    for above in (at, *tree.up(at)):
        who = tree.subject(above)
        if who is not None:
            return who
    return None


def _open_infinitive(tree: Tree, at: int) -> int | None:
    """What is decided of: "up to the council to close it"; also where it hangs on the word before."""
    for above in (at, tree.words[at].head):
        for n in tree.children(above, "acl", "xcomp", "csubj", "advcl"):
            if n > at and any(tree.lows[m] == "to" for m in tree.children(n, "mark")):
                return n
    return None


def _somebody(tree: Tree, at: int) -> bool:
    return tree.words[at].upos in ("PROPN", "PRON") or tree.words[at].entity in PERSONS


def _whole(tree: Tree, at: int) -> Spans:
    """A word with all that hangs on it, without the preposition that opens it and without clauses beside it."""
    leave = [
        n
        for n in tree.held[at]
        if tree.relation(n) in ("case", "cc", "conj", "parataxis", "punct", "nsubj") and n < at
    ]
    leave += [
        n
        for n in tree.held[at]
        if tree.relation(n) in ("parataxis", "advcl")
        or (tree.relation(n) == "conj" and tree.is_clause(n))
    ]
    span = tree.span(at, leave)
    return (span,) if span else ()
