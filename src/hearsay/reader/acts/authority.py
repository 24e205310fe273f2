"""Authority: who decides over what, where the article says so.

Told by who decides ("the council decides on the toll"), and by whose a thing is to decide ("it is up to the council").

Source: own, after the deontic sources of Searle (1976): by whose power a thing is allowed or forbidden.
"""

from collections.abc import Iterator

import msgspec

from hearsay.language.marking import Marking, Phrase
from hearsay.reader.acts.clauses import NOT
from hearsay.reader.acts.parts import Parts
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

MODALS = frozenset({"will", "must", "shall", "should", "can", "may", "to", "'ll", "would"})
NOW = frozenset({"is", "are", "be", "'s", "'re"})
PERSONS = ("person", "organization")
BACK = frozenset({"it", "that", "this", "which"})
ASKS_WHO = frozenset({"who", "what", "which", "whoever"})
"""Words for somebody that is only asked after: "on who decides what"."""


class Power(msgspec.Struct, frozen=True):
    """Somebody decides over something.

    Attributes:
        who: the word for who decides, in the tree.
        at: the words that say so.
        over: the words for what is decided over.
        back: whether these only go back to what was told before: "that is for the council".
        key: of the actor; None before it is looked for.
    """

    who: int
    at: Span
    over: Spans
    back: bool = False
    key: str | None = None


def powers(tree: Tree, marks: Marking) -> Iterator[Power]:
    """Who decides over what, in the order of the text.

    Takes: "The council decides on the toll", "the toll is set by the council", "the general is in charge of operations",
    "it is a matter for the council". Leaves: "the council decided to wait", "cars are made by the firm", "blame lies with the minister".
    """
    for phrase in marks.found(tree.lows, 0, len(tree.words), *KINDS):
        one = next(_told(tree, marks, phrase), None)
        if one is not None and one.over and tree.lows[one.who] not in ASKS_WHO:
            yield one


KINDS = ("power_of", "power_with", "power_active", "power_passive")
"""Classes of the table: "is in charge of", "is up to", "decides", "is set by"."""


def bears_on(tree: Tree, power: Power, cut: Parts) -> bool:
    """Whether somebody decides over an action.

    Takes: "will pay if the board decides so", told in its terms; "asked it to hold its rate … a council of seven
    sets the rate", of the same thing; "might sue. That is for the cabinet to decide". Leaves: another thing in the same words.

    Args:
        tree: of the article.
        power: who decides over what.
        cut: the parts of the action.
    """
    at, over = {*tree.over(power.at)}, {*tree.inside(power.over)}
    matter = tree.inside(cut.matter)
    if not matter or at & {*matter, *tree.inside(cut.condition)} or over & {*matter}:
        return bool(matter)
    top = tree.top(sorted(over))
    the = top is not None and {tree.lows[n] for n in tree.children(top, "det")} & {"the", "that"}
    if power.back or (the and tree.lows[top or 0] in ("decision", "choice")):
        return tree.words[min(at)].sentence - tree.words[matter[-1]].sentence in (0, 1)
    same = top is not None and tree.words[top].upos == "NOUN"
    return same and tree.lows[top or 0] in {tree.lows[n] for n in matter}


def _told(tree: Tree, marks: Marking, phrase: Phrase) -> Iterator[Power]:
    at = tree.words[phrase.first].span.hull(tree.words[phrase.stop - 1].span)
    last = phrase.stop - 1
    after = tree.words[last].head
    if "power_of" in phrase.classes:
        who = _who(tree, phrase.first)
        deed = tree.lows[last] != "to" or tree.words[after].upos == "VERB"
        if who is not None and after > last and deed and not _is_not(tree, phrase.first):
            yield Power(who, at, _whole(tree, after))
    elif "power_with" in phrase.classes:
        thing = _who(tree, phrase.first)
        decided = _open_infinitive(tree, after)
        over = decided if decided is not None else thing
        blames = thing is not None and marks.tells(tree.lows[thing], "blame_noun")
        if after > last and over is not None and _somebody(tree, after) and not blames:
            yield Power(after, at, _whole(tree, over), tree.lows[over] in BACK)
    elif tree.words[last].upos != "VERB":
        return
    elif "power_passive" in phrase.classes and _done_to(tree, phrase.first):
        yield from _passive(tree, marks, phrase.first, at)
    elif "power_active" in phrase.classes:
        yield from _active(tree, phrase.first, at, marks)


def _done_to(tree: Tree, verb: int) -> bool:
    """Whether a verb is told of what is done to something: "is set", "be decided and | approved"."""
    own = tree.child(verb, "aux:pass", "nsubj:pass") is not None
    return own or tree.relation(verb) == "conj" or tree.lows[verb].endswith("ed")


def _is_not(tree: Tree, at: int) -> bool:
    """Whether it is denied that somebody has a power: "has no power to", "do not have the right to decide"."""
    near = (at, *tree.up(at))
    return any(
        tree.lows[n] in NOT or tree.lows[n] == "no"
        for above in near
        for n in tree.children(above, "advmod", "det")
    )


SETS = frozenset({"set", "sets", "settle", "settles", "fix", "fixes"})
"""Verbs that decide over a rate, a price, a rule, and over nothing else."""


def _active(tree: Tree, verb: int, at: Span, marks: Marking) -> Iterator[Power]:
    """Takes: "the council decides on the toll", "the court must approve the deal". Leaves: "rules | out a strike"; "decides | profits cannot hold up"."""
    who, relative = tree.subject(verb), tree.words[verb].relation.endswith("relcl")
    if who is not None and relative and tree.lows[who] in ASKS_WHO:
        who = tree.words[verb].head  # the chamber, | which must approve it
    over = next(
        (
            n
            for n in tree.children(verb, "obj", "obl", "ccomp")
            if tree.relation(n) != "obl"
            or any(tree.lows[m] in ("on", "over") for m in tree.children(n, "case"))
        ),
        None,
    )
    asked = any(n is not None and tree.lows[n] in ASKS_WHO for n in (who, over))
    clause = over is not None and over in tree.children(verb, "ccomp")
    own = clause and not _open_question(tree, over or 0)
    out = any(tree.lows[n] == "out" for n in tree.children(verb, "compound:prt", "advmod"))
    made = tree.lows[verb] in SETS and (
        over is None
        or not marks.tells(tree.lows[over], "decision_noun")
        or tree.child(verb, "mark", "aux") is not None
    )
    done = own or out or made or _is_not(tree, verb)
    if who is not None and over is not None and _somebody(tree, who) and not asked and not done:
        whole = tree.spans(tree.below(over)) if clause else _whole(tree, over)
        yield Power(who, at, whole, tree.lows[over] in BACK)


def _open_question(tree: Tree, at: int) -> bool:
    """Takes: "decides | whether it is fit". Leaves: "decides | profits cannot hold up"; "decide | if they would like it", of himself."""
    who = tree.child(at, "nsubj", "nsubj:pass")
    words = [n for n in tree.below(at) if tree.words[n].upos != "PUNCT"]
    himself = who is not None and tree.lows[who] in ("he", "she", "they")
    return tree.lows[words[0]] in ASKED and not himself


ASKED = frozenset({"whether", "if", "who", "what", "how", "when", "which", "where"})


def _who(tree: Tree, at: int) -> int | None:
    """The subject of the clause in which a phrase is the predicate."""
    for above in (at, *tree.up(at)):
        who = tree.subject(above)
        if who is not None:
            return who
    return None


def _somebody(tree: Tree, at: int) -> bool:
    return tree.words[at].upos in ("PROPN", "PRON") or tree.words[at].entity in PERSONS


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
    rules = marks.tells(
        tree.lows[verb], "rules_on"
    )  # must be approved by the board: whatever it is
    if rules or any(
        marks.tells(tree.lows[m], "decision_noun") for n in named for m in tree.below(n)
    ):
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


def _open_infinitive(tree: Tree, at: int) -> int | None:
    """What is decided of: "up to the council to close it"; also where it hangs on the word before."""
    for above in (at, tree.words[at].head):
        for n in tree.children(above, "acl", "xcomp", "csubj", "advcl"):
            if n > at and any(tree.lows[m] == "to" for m in tree.children(n, "mark")):
                return n
    return None


def _whole(tree: Tree, at: int) -> Spans:
    """A word with all that hangs on it, without the preposition that opens it and without clauses beside it."""
    leave = [
        n
        for n in tree.held[at]
        if tree.relation(n) in ("case", "mark", "cc", "conj", "parataxis", "punct", "nsubj")
        and n < at
    ]
    leave += [
        n
        for n in tree.held[at]
        if tree.relation(n) in ("parataxis", "advcl")
        or (tree.relation(n) == "conj" and tree.is_clause(n))
    ]
    span = tree.span(at, leave)
    return (span,) if span else ()
