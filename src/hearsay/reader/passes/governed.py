"""Governed: whose a cue is that has no subject of its own, or another's.

A participle or an infinitive beside a clause shares the subject of that clause: "Conceding that it was late, he warned
…". A passive tells of its subject, who does not speak: "Lund was pressed on why …", "The laws were thought to be safe";
who does stands after "by". And the subject of one verb is not the source of another that has its own.

Source: Huddleston and Pullum (2002), ch. 14 §8 on missing subjects, ch. 16 §10 on the passive; Postal (1974) on raising.
"""

from collections.abc import Sequence

import msgspec

from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree, may_speak
from hearsay.text.span import Span

SAYS = ("comm", "belief")
RAISES = ("comm", "belief", "fact")
BESIDE = ("advcl", "acl")
ASKS = "ask"
ACCUSED = ("accuse", "charge", "suspect")
LONGEST = 16
"""Words of a source."""


def governed(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, each with the source that the verb of its cue leaves it."""
    return changed(told, lambda one: _governed(one, tree))


def _governed(one: Statement, tree: Tree) -> Statement:
    verb = tree.top(list(tree.over(one.cue))) if one.cue and one.explicit else None
    if verb is None or tree.words[verb].upos != "VERB" or one.through is not None:
        return one
    if one.source is None:
        return (
            _by_agent(one, verb, tree)
            or _shared(one, verb, tree)
            or _raised(one, verb, tree)
            or one
        )
    return (
        _by_other(one, one.source, verb, tree)
        or _undergone(one, one.source, verb, tree)
        or _asked(one, one.source, verb, tree)
        or _own(one, one.source, verb, tree)
        or _elsewhere(one, one.source, verb, tree)
        or one
    )


def _shared(one: Statement, verb: int, tree: Tree) -> Statement | None:
    """A statement of a participle or an infinitive, with the subject of the clause beside which it stands.

    Takes: "| Conceding | that it was late, | he | warned …"; "| Lund | chimed in to | argue | that …". Leaves: "It is
    defended by | arguing | that …"; "Lund told him to | say | that …".
    """
    above = tree.words[verb].head
    free = tree.lows[verb].endswith("ing") or "to" in _marks(tree, verb)
    if (
        tree.relation(verb) != "advcl"
        or not free
        or tree.child(verb, "nsubj", "aux:pass") is not None
    ):
        return None
    subject = tree.child(above, "nsubj")
    if (
        subject is None
        or tree.words[subject].relation == "nsubj:pass"
        or not may_speak(tree, subject)
    ):
        return None
    return _with(one, tree.span(subject), tree)


def _raised(one: Statement, verb: int, tree: Tree) -> Statement | None:
    """A statement of an infinitive under a passive, with the subject of that: "| Lund | is reported | to have called | it a trap"."""
    above = tree.words[verb].head
    subject = tree.child(above, "nsubj:pass") if tree.relation(verb) in ("xcomp", "advcl") else None
    if subject is None or "to" not in _marks(tree, verb) or not may_speak(tree, subject):
        return None
    return (
        _with(one, tree.span(subject), tree)
        if tree.child(verb, "nsubj", "aux:pass") is None
        else None
    )


def _by_agent(one: Statement, verb: int, tree: Tree) -> Statement | None:
    """A statement of a passive, with the one after "by": "the plan | announced | by | the ministry |"."""
    by = (
        n
        for n in tree.children(verb, "obl")
        if [tree.lows[c] for c in tree.children(n, "case")] == ["by"]
    )
    agent = next(by, None)
    active = tree.lows[verb].endswith("ing") or tree.child(verb, "nsubj", "obj") is not None
    if (
        agent is None
        or (active and tree.child(verb, "nsubj:pass") is None)
        or not may_speak(tree, agent)
    ):
        return None
    return _with(one, tree.span(agent, leave=tree.children(agent, "case")), tree)


def _by_other(one: Statement, source: Span, verb: int, tree: Tree) -> Statement | None:
    """A statement of a passive with the one after "by", or without whoever does something else meanwhile.

    Takes: "| police | came to a check requested by | a cousin |"; "He was reported dead, with | fans | mourning him". Leaves: "He was praised by
    | fans |", "| Lund | is opposed to it".
    """
    own = [tree.words[n].relation for n in tree.children(verb, "nsubj", "obj")]
    given = tree.child(verb, "nsubj:pass")
    quoted = given is not None and source.holds(tree.words[given].span)  # Lund was quoted by …
    if "nsubj" in own or "obj" in own or quoted:
        return None
    agent = _by_agent(one, verb, tree)
    if agent is not None and agent.source is not None and not agent.source.meets(source):
        return agent
    over = tree.over(source)
    beside = over and tree.lows[over[0] - 1] == "with" and verb < over[0]
    meanwhile = beside and any(low.endswith("ing") for low in tree.lows[over.stop : over.stop + 1])
    passive = tree.child(verb, "aux:pass") is not None
    return msgspec.structs.replace(one, source=None) if meanwhile and passive else None


def _with(one: Statement, source: Span | None, tree: Tree) -> Statement | None:
    """A statement with a source; None where that stands in its content or cue, or is no short phrase."""
    if source is None or one.cue is None or len(tree.over(source)) > LONGEST:
        return None
    if any(source.meets(part) for part in (one.cue, *one.content)):
        return None
    return msgspec.structs.replace(one, source=source)


def _undergone(one: Statement, source: Span, verb: int, tree: Tree) -> Statement | None:
    """A statement without the subject of its passive for a source; of one that raises, it is part of what is said.

    Takes: "| Lund | was pressed on | why …"; "| The laws | were thought | to be safe |". Leaves: "| Lund | was alarmed by
    | the images |", "| Lund | is opposed to | the toll |".
    """
    subject = (
        tree.child(verb, "nsubj")
        if tree.child(verb, "nsubj:pass", "aux:pass") is not None
        else None
    )
    if subject is None or one.entry is None or not source.holds(tree.words[subject].span):
        return None
    what = tree.child(verb, "xcomp")
    if one.entry.type not in (RAISES if what is not None else SAYS):
        return None
    if what is None or "to" not in _marks(tree, what):
        return msgspec.structs.replace(one, source=None) if one.entry.act == ASKS else None
    whole, said = tree.span(subject), tree.span(what)
    if whole is None or said is None or not whole.before(said):
        return None
    return msgspec.structs.replace(one, source=None, content=(whole, said))


def _asked(one: Statement, source: Span, verb: int, tree: Tree) -> Statement | None:
    """A statement without whoever is asked: "| Lund |, | asked | about the deaths, said no". Leaves: "| Lund | asked | about them"."""
    low = tree.lows[verb]
    opens = verb == 0 or tree.words[verb - 1].sentence != tree.words[verb].sentence
    beside = (opens or tree.relation(verb) in BESIDE) and not low.endswith("ing")
    if (
        one.entry is None
        or one.entry.act != ASKS
        or not beside
        or tree.child(verb, "nsubj", "obj") is not None
    ):
        return None
    parted = opens or tree.lows[verb - 1] in (",", "when")
    return (
        msgspec.structs.replace(one, source=None)
        if parted and source.before(tree.words[verb].span)
        else None
    )


def _elsewhere(one: Statement, source: Span, verb: int, tree: Tree) -> Statement | None:
    """A statement of a passive without a source in another sentence, or of a participle without the noun that it tells of.

    Takes: "| The mayor | left. A valuer | was seen |"; "| Jonas Weil |, | named | man of the match"; "| Lund | said two had been held, | accused of |
    theft". Leaves: "| Lund |, | worried | that it was late".
    """
    over = tree.over(source)
    if not over or one.entry is None or tree.child(verb, "nsubj") is not None:
        passive = bool(over) and tree.child(verb, "nsubj:pass", "aux:pass") is not None
        earlier = passive and source.before(tree.words[verb].span)
        apart = earlier and tree.words[over[-1]].sentence != tree.words[verb].sentence
        return msgspec.structs.replace(one, source=None) if apart else None
    low, above = tree.lows[verb], tree.words[verb].head
    accused = one.entry.lemma in ACCUSED and tree.relation(verb) in ("advcl", "conj")
    told_of = (tree.relation(verb) == "acl" and above in over) or accused
    told_of = told_of and not low.endswith("ing") and tree.child(verb, "aux") is None
    participle = told_of and one.entry.type == "comm" and tree.child(verb, "mark", "obj") is None
    return (
        msgspec.structs.replace(one, source=None)
        if participle and tree.lows[verb - 1] == ","
        else None
    )


def _own(one: Statement, source: Span, verb: int, tree: Tree) -> Statement | None:
    """A statement with the subject of its verb in place of that of another, or of a phrase beside the verb.

    Takes: "| The party | blasts Lund after | Moss | claims victory"; "| By some standards |, | one | could say …". Leaves:
    "| Lund | said | he had gone |", "According to | Lund |, he had gone".
    """
    top = tree.top(list(tree.over(source)))
    own = tree.child(verb, "nsubj")
    if (
        top is None
        or own is None
        or tree.words[own].relation != "nsubj"
        or not may_speak(tree, own)
    ):
        return None
    if source.meets(tree.words[own].span) or tree.words[top].upos == "PRON":
        return None
    above = tree.words[top].head
    of_another = tree.words[top].relation == "nsubj" and above != verb and own < verb
    beside = above == verb and tree.relation(top) == "obl" and tree.child(top, "case") is not None
    if not (of_another or beside):
        return None
    return _with(one, tree.span(own), tree)


def _marks(tree: Tree, at: int) -> list[str]:
    return [tree.lows[n] for n in tree.children(at, "mark")]
