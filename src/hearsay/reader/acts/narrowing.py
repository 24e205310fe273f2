"""Narrowing: type and act where a word beside the cue says more than the cue's own sense does.

"Rejected the offer" refuses, "rejected the claim" denies; "expressed hope" wants. The rules are tried in order and the
first that speaks decides. Each names a sentence that it takes and one that it leaves.

Source: Karttunen (1971) for "not rule out"; Huddleston & Pullum (2002), ch. 11, for light verbs; own.
"""

import msgspec

from hearsay.language.lexicon import lexicon
from hearsay.reader.acts.answering import ANSWERS
from hearsay.reader.acts.beside import Beside, Done, Rule
from hearsay.reader.acts.clauses import NOBODY, NOT
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.valuing import valued
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Act, Kind, Mode, Polarity

BIDS = frozenset({"order", "command", "instruct", "direct", "tell"})
NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON"})
FINDING = ("find", "hold", "conclude", "determine", "rule")
IS_SO = frozenset({"is", "are", "was", "were", "has", "had"})
SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "so-", "so"})
QUOTES = frozenset({"“", '"', "‘", "”", "’"})
NAMES = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
MINE = frozenset({"his", "her", "its", "their", "my", "our", "any"})
WORRY = frozenset({"concern", "concerns", "alarm", "dismay", "outrage", "anger", "frustration", "disappointment"})  # fmt: skip


AHEAD = frozenset({"planned", "intended", "proposed", "forthcoming", "upcoming", "coming", "impending"})  # fmt: skip


class Narrowed(msgspec.Struct, frozen=True):
    """Type, act and polarity, as the words beside a cue make them."""

    type: Kind
    act: Act
    polarity: Polarity


def narrowed(beside: Beside) -> Narrowed:
    """Type, act and polarity of a cue with what stands beside it."""
    polarity = Polarity.NEG if beside.negated else Polarity.POS
    if will_not_tell(beside):
        return Narrowed(Kind.COMM, Act.REFUSE, Polarity.POS)
    for rule in RULES:
        if done := rule(beside):
            return Narrowed(*done, polarity)
    return Narrowed(beside.kind, beside.act, polarity)


BLAMES = (Act.CRITICISE, Act.ACCUSE, Act.ENDORSE)
"""Acts of saying that somebody will not do: "would not criticise her"."""


def will_not_tell(beside: Beside) -> bool:
    """Takes: "would not identify them", "would not criticise her". Leaves: "did not say", which leaves it unsaid."""
    if not beside.negated:
        return False
    lows = [beside.tree.lows[n] for n in beside.cue]
    says = any(beside.marks.tells(low, "telling") for low in lows) or beside.act in BLAMES
    if beside.kind is not Kind.COMM and "speculate" not in lows:
        return False
    return says and bool(WILL & {*lows}) and "have" not in lows


def _refuses_to_tell(beside: Beside) -> Done | None:
    """Takes: "declined to say | who paid", which is of words. Leaves: "declined | to comment", of an action."""
    if beside.act is not Act.REFUSE or beside.sense.pos == "noun":
        return None
    tree, verb = beside.tree, beside.top
    after = any(beside.is_a(n, "telling") for n in beside.cue if n > beside.at)
    told = (
        verb is not None and tree.child(verb, "ccomp") is not None and beside.is_a(verb, "telling")
    )
    return (Kind.COMM, Act.REFUSE) if after or told else None


def _bids_not(beside: Beside) -> Done | None:
    """Takes: "ordered them not to read", which forbids. Leaves: "ordered them to read"."""
    top = beside.top
    bids = beside.act is Act.URGE and beside.sense.lemma in BIDS and beside.sense.frame == "to"
    if top is None or not bids:
        return None
    no = any(beside.tree.lows[n] in ("not", "never") for n in beside.tree.children(top, "advmod"))
    return (beside.kind, Act.FORBID) if no else None


def _assures(beside: Beside) -> Done | None:
    """Takes: "assured them that it would open", which promises. Leaves: "assured them that it was open"."""
    if beside.sense.lemma not in ("assure", "reassure") or beside.top is None:
        return None
    return (beside.kind, Act.PROMISE) if beside.future else None


def _seeks(beside: Beside) -> Done | None:
    """Takes: "sought permission", which requests. Leaves: "sought a way out"."""
    asks = beside.sense.lemma == "seek" and beside.is_a(beside.top, "asked_for")
    return (Kind.CONTROL, Act.REQUEST) if asks else None


def _rules_out(beside: Beside) -> Done | None:
    """Takes: "has not ruled out closing it", which denies that it will not be. Leaves: "has ruled out closing it"."""
    out = beside.sense.lemma in ("rule out", "exclude") and beside.negated
    kind = Kind.COMM if beside.sense.lemma == "exclude" else beside.kind
    return (kind, Act.DENY) if out else None


def _expects_to(beside: Beside) -> Done | None:
    """Takes: "expected to send it", his own action. Leaves: "expected them to send it"; "is expected to send it"."""
    if beside.sense.lemma not in ("expect", "anticipate") or beside.sense.frame != "to":
        return None
    tree, at = beside.tree, beside.at
    other = tree.child(at, "obj", "nsubj:pass", "aux:pass")
    top = beside.top
    subject = tree.child(top, "nsubj") if top is not None else None
    named = any(tree.words[n].upos in NOMINAL for n in beside.wordy[:1])
    told = any(tree.lows[n] in IS_SO for n in tree.children(at, "aux"))
    hung = tree.relation(at) if tree.child(at, "nsubj") is None else ""
    told = (
        told
        or hung in ("acl", "amod")
        or (hung == "conj" and tree.relation(tree.words[at].head) in ("acl", "amod"))
    )
    passive = told and tree.lows[at].endswith("ed")
    befalls = beside.is_a(top, "happens_word")
    own = not befalls and other is None and subject is None and not named and not passive
    return (Kind.CONTROL, Act.INTEND) if own else (Kind.BELIEF, Act.PREDICT)


def _decides_that(beside: Beside) -> Done | None:
    """Takes: "decided that it would close", which intends. Leaves: "decided that it was hopeless", which thinks so."""
    decides = beside.sense.lemma == "decide" and beside.sense.frame == "that"
    return (Kind.CONTROL, Act.INTEND) if decides and beside.future else None


def _offers_words(beside: Beside) -> Done | None:
    """Takes: "offers rare insight", "offered a vague answer", which puts it forward. Leaves: "offered a reward"."""
    thing = beside.tree.child(beside.at, "obj")
    words = any(beside.is_a(at, "told_thing") for at in (beside.top, thing))
    offers = beside.sense.lemma == "offer" and beside.sense.frame != "to"
    return (Kind.COMM, Act.ASSERT) if words and offers else None


def _announces(beside: Beside) -> Done | None:
    """Takes: "announced that the count would be stopped", "announced plans", "announced the planned closure".

    Leaves: "announced that it had rained", "announced the result".
    """
    top = beside.top
    if beside.sense.lemma not in ("announce", "unveil", "declare") or top is None:
        return None
    tree = beside.tree
    passive = tree.child(top, "aux:pass", "nsubj:pass") is not None
    if passive and beside.future:
        return (beside.kind, Act.INTEND)
    ahead = any(tree.lows[n] in AHEAD for n in tree.children(top, "amod"))
    if ahead and not tree.is_clause(top):
        return (beside.kind, Act.INTEND)
    senses = [s for s in beside.known.get(tree.lows[top], ()) if s.pos == "noun"]
    plans = not tree.is_clause(top) and any(s.act == Act.INTEND.value for s in senses)
    return (beside.kind, Act.INTEND) if plans else None


def _agrees_in_words(beside: Beside) -> Done | None:
    """Takes: "“It is over,” she agreed". Leaves: "she agreed to go"."""
    quoted = beside.one.mode is Mode.DIRECT and beside.sense.lemma == "agree"
    return (Kind.COMM, Act.CONFIRM) if quoted and beside.sense.frame != "to" else None


def _insists_not(beside: Beside) -> Done | None:
    """Takes: "insisted that nobody was in danger", which denies. Leaves: "insisted that it was safe"."""
    top = beside.top
    if beside.sense.lemma not in ("insist", "maintain", "protest", "swear") or top is None:
        return None
    tree = beside.tree
    held = tree.children(top, "advmod", "det")
    subjects = tree.children(top, "nsubj")
    held += [n for who in subjects for n in (who, *tree.children(who, "det"))]
    no = any(tree.lows[n] in NOT | NOBODY for n in held) and not beside.future
    return (Kind.COMM, Act.DENY) if no else None


def _voices(beside: Beside) -> Done | None:
    """Takes: "expressed hope", "voiced support", "expressed concern", which criticises. Leaves: "expressed it well"."""
    if not beside.marks.tells(beside.sense.lemma, "voices") or beside.sense.pos != "verb":
        return None
    tree, top = beside.tree, beside.top
    nouns = [n for n in beside.cue if n > beside.at]
    nouns += [top] if top is not None and not tree.is_clause(top) else []
    for n in nouns:
        if tree.lows[n] in WORRY:
            return (Kind.COMM, Act.CRITICISE)
        for sense in beside.known.get(tree.lows[n], ()):
            bare = (
                sense.act in OF_OTHERS and tree.child(n, "nmod", "acl") is None
            )  # shown broad appeal
            if sense.pos == "noun" and sense.act != Act.ASSERT.value and not bare:
                return (Kind.COMM, Act(sense.act))
    return None


OF_OTHERS = (Act.REQUEST.value, Act.URGE.value)
"""What is asked of others: a noun for it says what, or means something else."""


def _calls(beside: Beside) -> Done | None:
    """Takes: "called it a disgrace", "described it as blackmail". Leaves: "called it the second"."""
    calls = beside.marks.tells(beside.sense.lemma, "names_so") and beside.kind is Kind.COMM
    if not calls or beside.act not in (Act.ASSERT, Act.OTHER) or beside.one.mode is Mode.DIRECT:
        return None
    told = valued(beside.tree, beside.one.content, beside.marks)
    return (Kind.COMM, told[0]) if told else None


def _lets_know(beside: Beside) -> Done | None:
    """Takes: "let colleagues know that it would leave", which tells them. Leaves: "knows that it would leave"."""
    above = beside.tree.words[beside.at].head
    lets = any(beside.tree.lows[n] in LETS for n in (*beside.cue, above))
    return (Kind.COMM, Act.ASSERT) if lets and beside.sense.lemma == "know" else None


LETS = frozenset({"let", "lets", "letting"})


def _hears(beside: Beside) -> Done | None:
    """Takes: "the court heard that he lied", where somebody said it. Leaves: "they heard that he lied"."""
    if beside.kind is not Kind.FACT or beside.sense.lemma != "hear" or beside.one.source is None:
        return None
    told = [*beside.tree.over(beside.one.source)][-3:]
    court = any(lexicon().tells(beside.tree.lows[n], "hears") for n in told)
    return (Kind.COMM, Act.ASSERT) if court else None


def _papers_find(beside: Beside) -> Done | None:
    """Takes: "a study found that it helps", which reports. Leaves: "he found that it helps"."""
    paper = beside.speaker is not None and beside.speaker.kind is ActorKind.DOCUMENT
    minds = beside.kind is Kind.FACT or (beside.kind is Kind.BELIEF and beside.act is Act.BELIEVE)
    return (Kind.COMM, Act.ASSERT) if paper and minds else None


def _courts_find(beside: Beside) -> Done | None:
    """Takes: "the judges found that it was late", which puts it forward. Leaves: "she found that it was late"."""
    if beside.sense.lemma not in FINDING or beside.one.source is None or beside.kind is Kind.COMM:
        return None
    told = [beside.tree.lows[n] for n in beside.tree.over(beside.one.source)]
    judges = any(beside.marks.tells(low, "finds_so") for low in told)
    return (Kind.COMM, Act.ASSERT) if judges else None


def _is_understood(beside: Beside) -> Done | None:
    """Takes: "is understood to have left", which is thought. Leaves: "understood that he had left"."""
    if beside.sense.lemma != "understand" or beside.kind is not Kind.FACT:
        return None
    passive = beside.tree.child(beside.at, "aux:pass", "nsubj:pass") is not None
    return (Kind.BELIEF, Act.BELIEVE) if passive else None


RULES: tuple[Rule, ...] = (
    _refuses_to_tell, _bids_not, _assures, _seeks, _rules_out, *ANSWERS, _expects_to, _decides_that, _announces,
    _courts_find, _agrees_in_words, _insists_not, _voices, _offers_words, _calls, _lets_know, _hears, _papers_find, _is_understood,
)  # fmt: skip
