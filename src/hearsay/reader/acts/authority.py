"""Authority: who decides over what, where the article says so.

Told by who decides or may ("the council decides on the toll", "only the board may close it"), by whose the decision is ("it
is up to the council", "the decision is the minister's", "their call"), and by whose consent it needs.

Source: own, after the deontic sources of Searle (1976): by whose power a thing is allowed or forbidden.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking, Phrase
from hearsay.reader.acts.clauses import NOT
from hearsay.reader.acts.conditions import conditions
from hearsay.reader.acts.consent import consents
from hearsay.reader.acts.parts import Parts
from hearsay.reader.acts.slots import possessor
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

MODALS = frozenset({"will", "must", "shall", "should", "can", "may", "to", "'ll", "would"})
NOW = frozenset({"is", "are", "be", "'s", "'re"})
PERSONS = ("person", "organization")
BACK = frozenset({"it", "that", "this", "which"})
THEIRS = frozenset({"his", "hers", "theirs", "ours", "mine", "yours"})
ALONE = frozenset({"only", "alone"})
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
    "it is a matter for the council", "only the board may close it", "the decision is the minister's", "needs the consent of
    the court". Leaves: "the council decided to wait", "cars are made by the firm", "blame lies with the minister".
    """
    for phrase in marks.found(
        tree.lows, 0, len(tree.words), "power_of", "power_with", "power_active", "power_passive"
    ):
        yield from _some(tree, _told(tree, marks, phrase))
    hung = conditions(tree, marks)
    for at in range(len(tree.words)):
        for who, over in (
            *_only(tree, at, marks),
            *_whose(tree, at, marks),
            *_left(tree, at, marks),
        ):
            if _somebody(tree, who):
                yield from _some(tree, [_power(tree, who, tree.words[at].span, over)])
        for who, over in consents(tree, at, hung, marks):
            yield from _some(tree, [_power(tree, who, tree.words[at].span, over)])


def bears_on(tree: Tree, power: Power, cut: Parts) -> bool:
    """Whether somebody decides over an action.

    Takes: "will sail, but not without the board's consent", told in its terms; "asked it to hold its rate … a council of seven
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


def _some(tree: Tree, found: Sequence[Power] | Iterator[Power]) -> Iterator[Power]:
    """The first of some findings, where it says over what is decided and who decides is told."""
    one = next(iter(found), None)
    if one is not None and one.over and tree.lows[one.who] not in ASKS_WHO:
        yield one


def _power(tree: Tree, who: int, at: Span, over: Sequence[int]) -> Power:
    back = len(over) == 1 and tree.lows[over[0]] in BACK
    span = tree.stretch(over)
    return Power(who, at, (span,) if span else (), back)


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
    """Takes: "the council decides on the toll", "the court must approve the deal". Leaves: "rules | out a strike"; "will determine | whether it is real"."""
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
    finds_out = tree.lows[verb].startswith("determine") and over in tree.children(verb, "ccomp")
    out = any(tree.lows[n] == "out" for n in tree.children(verb, "compound:prt", "advmod"))
    made = tree.lows[verb] in SETS and (
        over is None
        or not marks.tells(tree.lows[over], "decision_noun")
        or tree.child(verb, "mark", "aux") is not None
    )
    done = finds_out or out or made or _is_not(tree, verb)
    if who is not None and over is not None and _somebody(tree, who) and not asked and not done:
        yield Power(who, at, _whole(tree, over), tree.lows[over] in BACK)


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


def _only(tree: Tree, at: int, marks: Marking) -> Iterator[tuple[int, list[int]]]:
    """Takes: "only the board may | close it", "the minister alone can | revoke it". Leaves: "only Lund can win"; "may only be late"."""
    if tree.lows[at] not in ("may", "can") or tree.words[at].upos != "AUX":
        return
    verb = tree.words[at].head
    who = tree.child(verb, "nsubj")
    if who is None or tree.words[verb].upos != "VERB":
        return
    lone = any(
        n < at and tree.lows[n] in ALONE
        for n in (*tree.below(who), at - 1, min(tree.below(who)) - 1)
    )
    office = tree.lows[at] == "may" or marks.tells(tree.lows[verb], "deed_of_office")
    if lone and office:
        yield who, [n for n in tree.below(verb) if n >= verb]


def _whose(tree: Tree, at: int, marks: Marking) -> Iterator[tuple[int, list[int]]]:
    """Takes: "the decision | is the minister's", "it is | their call". Leaves: "his decision was late"; "the choice was hers in 1990"."""
    if tree.child(at, "cop") is None or not NOW | {"will"} & {
        tree.lows[n] for n in tree.children(at, "cop", "aux")
    }:
        return
    thing = tree.child(at, "nsubj")
    if thing is None:
        return
    decision = marks.tells(tree.lows[thing], "decision_noun")
    whose, own = possessor(tree, at), [n for n in tree.children(at, "nsubj") if n > thing]
    if (
        (decision or tree.lows[thing] in BACK)
        and own
        and marks.tells(tree.lows[at], "power_active")
    ):
        yield own[0], tree.below(thing)  # that is | for the council to decide
    elif whose is not None and whose > thing:
        # the decision is the minister's | alone
        called = marks.tells(tree.lows[at], "call_noun") and not _is_not(tree, at)
        if (decision and tree.words[at].upos != "NOUN") or (tree.lows[thing] in BACK and called):
            yield whose, tree.below(thing)
    elif decision and not _is_not(tree, at) and (tree.lows[at] in THEIRS or _has(tree, at)):
        yield at, tree.below(thing)


def _has(tree: Tree, at: int) -> bool:
    """Whether a word is told as whose something is: "the minister's"."""
    return any(tree.lows[n] in ("'s", "'") for n in tree.children(at, "case"))


def _left(tree: Tree, at: int, marks: Marking) -> Iterator[tuple[int, list[int]]]:
    """Takes: "leave the decision | to the board", "put the offer | to members". Leaves: "left the room to the left"; "put it to Lund that"."""
    leaves, puts = marks.tells(tree.lows[at], "leaves_word"), tree.lows[at] in PUTS
    if not (leaves or puts) or tree.words[at].upos != "VERB":
        return
    thing = tree.child(at, "obj", "nsubj:pass")
    if thing is None:
        return
    whom = next(
        (
            n
            for n in tree.children(at, "obl")
            if any(tree.lows[m] in ("to", "with") for m in tree.children(n, "case"))
        ),
        None,
    )
    name = "decision_noun" if leaves else "voting_people"
    if whom is not None and marks.tells(tree.lows[thing if leaves else whom], name):
        yield whom, tree.below(thing)


PUTS = frozenset({"put", "puts", "putting"})


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
