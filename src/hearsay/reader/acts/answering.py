"""Answering: what is answered to what was put to somebody: an offer, a claim, a plan, a charge, a question.

"Rejected the offer" refuses, "rejected the claim" denies. Each rule names a sentence that it takes and one that it leaves.

Source: Levin (1993); Huddleston & Pullum (2002), ch. 11; own.
"""

from hearsay.reader.acts.beside import Beside, Done, Rule
from hearsay.reading.attribution import Act, Kind

YES, NO = frozenset({"yes", "aye"}), frozenset({"no", "never", "nay", "against"})


def _rejects(beside: Beside) -> Done | None:
    """Takes: "rejected the claim", which denies; "rejected what he called blackmail", which refuses it.

    Also takes: "rejected the idea of a committee", "dismissed a suggestion that it should move first", which refuse.
    "brushed aside the appeal", which refuses too. Leaves: "rejected it"; "rejected it as false"; "rejected the idea that it was
    late".
    """
    if not beside.has_lemma("turns_down") or beside.sense.frame == "as":
        return None
    if beside.is_a(beside.what, "plan_noun") and _to_be_done(beside):
        return (Kind.CONTROL, Act.REFUSE)
    if beside.is_a(beside.what, "claim_noun"):
        return (Kind.COMM, Act.DENY)
    if beside.is_a(beside.what, "offered_noun"):
        return (Kind.CONTROL, Act.REFUSE)
    wordy = beside.wordy
    what = bool(wordy) and beside.tree.lows[wordy[0]] == "what"
    return (Kind.CONTROL, Act.REFUSE) if what and beside.sense.lemma == "reject" else None


def _denies_him(beside: Beside) -> Done | None:
    """Takes: "denied her a hearing", "was denied bail", "denied the request", which refuse. Leaves: "denied the claim"."""
    if beside.sense.lemma != "deny":
        return None
    tree, at = beside.tree, beside.at
    told = tree.child(at, "obj") is not None
    him = told and tree.child(at, "iobj", "nsubj:pass") is not None
    asked = not tree.is_clause(beside.what or at) and any(
        sense.pos == "noun" and sense.act == Act.REQUEST.value
        for sense in beside.known.get(tree.lows[beside.what or at], ())
    )
    return (Kind.CONTROL, Act.REFUSE) if him or asked else None


def _calls_it(beside: Beside) -> Done | None:
    """Takes: "dismissed the rebels as grudging", which criticises. Leaves: "dismissed the claim as false", which denies."""
    if not beside.has_lemma("turns_down") or beside.sense.frame != "as":
        return None
    thing = beside.tree.child(beside.at, "obj", "nsubj:pass")
    claim = thing is None or beside.is_a(thing, "claim_noun") or beside.is_a(thing, "own_words")
    pronoun = thing is not None and beside.tree.words[thing].upos == "PRON"
    return None if claim or pronoun else (Kind.COMM, Act.CRITICISE)


def _to_be_done(beside: Beside) -> bool:
    """Whether an idea is of something to be done: "of a committee", "that the bank should move"; not "that it was late"."""
    tree, top = beside.tree, beside.top
    if top is None:
        return False
    told = tree.children(top, "acl", "ccomp")
    if told:
        helps = {tree.lows[n] for n in tree.children(told[0], "aux", "mark")}
        return bool(helps & {"should", "to", "ought"})
    of = [n for n in tree.children(top, "nmod") if n in beside.inside]
    return any(any(tree.lows[m] in ("of", "for") for m in tree.children(n, "case")) for n in of)


def _approves(beside: Beside) -> Done | None:
    """Takes: "the board approved the purchase", which agrees. Leaves: "the agency approved the drug", which permits."""
    if beside.sense.lemma != "approve":
        return None
    source = beside.one.source
    told = [*beside.tree.over(source)] if source is not None else []
    lows = {beside.tree.lows[n] for n in told}
    named = beside.speaker.name.lower().split() if beside.speaker is not None else []
    rules = any(beside.marks.tells(low, "regulator") for low in (*lows, *named))
    return (Kind.CONTROL, Act.PERMIT if rules else Act.AGREE)


def _votes(beside: Beside) -> Done | None:
    """Takes: "voted no", "voted against it", which refuse. Leaves: "voted the other way"."""
    if beside.sense.lemma != "vote" or beside.act is not Act.ENDORSE:
        return None
    held = {beside.tree.lows[n] for n in (*beside.cue, *beside.wordy[:1])}
    return (Kind.CONTROL, Act.REFUSE) if held & NO else None


def _says_no(beside: Beside) -> Done | None:
    """Takes: "says no", which refuses; "says yes", which agrees; "says | no to the plan". Leaves: "says that no train came"."""
    wordy = beside.wordy
    opens = [beside.tree.lows[n] for n in wordy[:2]]
    if (
        opens in (["no", "to"], ["yes", "to"])
        and len(wordy) > len(opens)
        and beside.act is Act.ASSERT
    ):
        return (Kind.CONTROL, Act.REFUSE if opens[0] in NO else Act.AGREE)
    at_once = all(beside.tree.words[n].upos in ("ADV", "ADP") for n in wordy[1:]) and opens[:1] == [
        "yes"
    ]
    if (
        not (len(wordy) == 1 or at_once)
        or not wordy
        or beside.kind is not Kind.COMM
        or beside.act is not Act.ASSERT
    ):
        return None
    low = beside.tree.lows[wordy[0]]
    act = Act.REFUSE if low in NO else Act.AGREE if low in YES else None
    return (Kind.COMM, act) if act else None


def _stands_by(beside: Beside) -> Done | None:
    """Takes: "stood by its report", which confirms. Leaves: "stood by the minister", "stood by its decision", which endorse."""
    stands = beside.sense.lemma in ("stand by", "stand over")
    return (Kind.COMM, Act.CONFIRM) if stands and beside.is_a(beside.what, "own_words") else None


def _pleads(beside: Beside) -> Done | None:
    """Takes: "pleaded | not guilty to it", which denies; "pleaded | guilty", which confirms. Leaves: "pleaded | for time"."""
    lows = [beside.tree.lows[n] for n in beside.wordy[:2]]
    if not beside.sense.lemma.startswith("plead") or "guilty" not in lows:
        return None
    return (Kind.COMM, Act.DENY if lows[0] == "not" else Act.CONFIRM)


def _refused_by_another(beside: Beside) -> Done | None:
    """Takes: "declined | to confirm | the order", where the word that refuses stands before the cue.

    Leaves: "agreed to confirm the order"; "refused the order to confirm it".
    """
    tree, at = beside.tree, beside.at
    over = tree.words[at].head
    to = any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
    if over == at or over in beside.cue or not to or tree.relation(at) not in ("xcomp", "advcl"):
        return None
    refuses = any(
        sense.act == Act.REFUSE.value and sense.frame == "to" and sense.pos == "verb"
        for sense in beside.known.get(tree.lows[over], ())
    )
    said = beside.kind in (Kind.COMM, Kind.BELIEF)
    return (Kind.COMM if said else Kind.CONTROL, Act.REFUSE) if refuses else None


def _thinks_so(beside: Beside) -> Done | None:
    """Takes: "considered | the date unrealistic", which thinks so. Leaves: "considered | a later date", "considers | selling it"."""
    if (
        beside.sense.lemma not in ("consider", "find", "rate", "rank")
        or beside.kind is not Kind.CONTROL
    ):
        return None
    tree, at, inside = beside.tree, beside.at, {*beside.inside}
    held = [n for n in tree.children(at, "xcomp", "ccomp") if n in inside]
    held += [n for n in beside.wordy[-1:] if tree.words[n].upos == "ADJ"]
    ing = beside.sense.frame == "ing" or any(tree.lows[n].endswith("ing") for n in held)
    subject = beside.top is not None and tree.child(beside.top, "nsubj") is not None
    return (Kind.BELIEF, Act.BELIEVE) if (held or subject) and not ing else None


ANSWERS: tuple[Rule, ...] = (
    _refused_by_another, _rejects, _denies_him, _calls_it, _approves, _votes, _says_no, _stands_by, _pleads, _thinks_so,
)  # fmt: skip
