"""Tense: in which direction a time lies, as the verb has it on which it hangs."""

from collections.abc import Sequence

from hearsay.language.senses import senses
from hearsay.language.times.reckoning import Direction
from hearsay.language.times.vocabulary import vocabulary
from hearsay.reader.tree import SUBJECTS, Tree

IS = frozenset({"is", "are", "am", "'s", "'re", "'m", "be"})
PERFECT = frozenset({"have", "has", "had", "'ve", "having"})
OVER = frozenset({"since"})
"""Classes of words before a time that is over where they stand before one that began: "since May"."""

WAS = frozenset({"had", "was", "were", "did"})
SUPPOSED = frozenset({"if", "unless"})
AHEAD = frozenset({"by", "until", "into", "before", "within"})
STATES = frozenset(
    {"have", "has", "say", "says", "show", "shows", "suggest", "suggests", "find", "finds"}
)
"""Verbs of which the present tells nothing of what is to come: "Lund has a lead, a poll on Monday says"."""

PAUSES = frozenset({",", "–", "—", "-", "--", "(", ";", ":"})

NOMINAL = ("nmod", "compound", "amod", "appos")


def side(
    tree: Tree, at: int | None, opener: str, forms: Sequence[str], near: int, *, far: bool = False
) -> Direction:
    """In which direction a time lies.

    Takes: "It will open on Monday": to come. "It opened on Monday": over. "the vote due in May": to come.
    Leaves: "May is a fine month": either; the nearest is taken.

    Args:
        tree: of the article.
        at: the word of the time on which its others hang; None where there is no tree.
        opener: the class of the word before it.
        forms: the words of the sentence, to be asked where there is no tree.
        near: the first word of the time among them.
        far: the time comes back once a year, so that "would" may be said of one that is over.
    """
    if opener in OVER:
        return Direction.PAST
    if at is None:
        return _by_words(forms, near)
    if (
        far
        and tree.relation(at) == "compound"
        and tree.words[tree.words[at].head].entity == "event"
    ):
        return Direction.EITHER  # hopes of it faded before the July budget
    own = ends(tree, at)
    first = at if own is None else own
    for here in (first, *tree.up(first)):
        told = _of(tree, here, far=far, owns=_owns(tree, at, far=far))
        if told is not None:
            return _ahead(tree, at, told, opener)
    return Direction.EITHER


def _owns(tree: Tree, at: int, *, far: bool) -> bool:
    """Takes: "Tuesday's vote", "a report on Tuesday". Leaves: "a review on 31 March", which comes back only in a year."""
    return tree.words[at].relation == "nmod:poss" or (not far and tree.relation(at) == "nmod")


def ends(tree: Tree, at: int) -> int | None:
    """The predicate that a time ends, where the tree hangs it on one after a comma: "it was shut last May, Lund said on Monday".

    Leaves: "On Monday, Lund said".
    """
    head, last = tree.words[at].head, tree.below(at)[-1]
    first = tree.below(at)[0]
    follows = last + 1 < len(tree.words) and tree.lows[last + 1] == ","
    if not follows or head <= last or not tree.is_clause(head) or not first:
        return None
    subject = tree.subject(head)
    if subject is None or subject < last or tree.lows[first - 1] in PAUSES:
        return None
    low = first - 1
    while low >= 0 and not tree.is_clause(low):
        if tree.lows[low] in PAUSES or tree.words[low].head == low:
            return None
        low -= 1
    return low if low > 0 and tree.words[low].sentence == tree.words[head].sentence else None


def _ahead(tree: Tree, at: int, told: Direction, opener: str) -> Direction:
    """A bound may be of what was still to be done: "asked for an answer by May", "if it had not come by May".

    Of what already was so it is over: "by Friday four papers had it".
    """
    if tree.words[at].relation == "nmod:poss":
        at = tree.words[at].head  # until Monday's vote
    if opener in AHEAD and told is Direction.PAST:
        puts = vocabulary().sense(tree.lows[tree.words[at].head], "lets_until")
        if puts is not None and puts.code and opener in ("until", "into"):
            return Direction.FUTURE
        if tree.relation(at) == "obl" and _was_so(tree, tree.words[at].head, opener):
            return told
        return Direction.FUTURE if tree.relation(at) in NOMINAL else Direction.EITHER
    return told


def _of(tree: Tree, at: int, *, far: bool, owns: bool) -> Direction | None:
    """What the words around a predicate say; None where the one above it must be asked."""
    if _planned(tree.lows[at]):
        return Direction.FUTURE
    if not tree.is_clause(at):
        return None
    helpers = [
        tree.lows[n] for n in tree.held[at] if tree.relation(n) in ("aux", "cop", "mark") and n < at
    ]
    words = vocabulary()
    if any(words.sense(form, "will") for form in helpers):
        return Direction.FUTURE
    if any(form in PERFECT for form in helpers):
        return Direction.PAST
    if {"would", "'d"} & {*helpers} and far:
        return Direction.EITHER
    if "to" in helpers or any(words.sense(form, "would") for form in helpers):
        return None if _done_then(tree, at) else Direction.FUTURE
    if any(words.sense(form, "was") for form in helpers):
        return Direction.PAST
    return _bare(tree, at, helpers, owns=owns)


def _done_then(tree: Tree, at: int) -> bool:
    """Whether an infinitive is done, or left undone, when the verb above it is: "failed to agree on Friday"."""
    above = tree.lows[tree.words[at].head]
    return tree.relation(at) == "xcomp" and vocabulary().sense(above, "done_then") is not None


def _was_so(tree: Tree, at: int, opener: str) -> bool:
    """Takes: "four papers had it" before "by", "it was gone within a month", "they waited until the 9th".

    Leaves: "she had until Friday to reply"; "if it had not come"; "asked for it by Friday", which says what is to be done.
    """
    if any(tree.lows[n] in SUPPOSED for n in tree.children(at, "mark")):
        return False
    helpers = {tree.lows[n] for n in tree.children(at, "aux", "cop")}
    low = tree.lows[at]
    if WAS & helpers or (opener == "by" and low in WAS):
        return True
    gives = vocabulary().sense(low, "lets_until") is not None
    plain = is_past(low) and low not in WAS and not gives and not senses().get(low)
    return plain and not helpers and tree.words[at].upos == "VERB"


def _planned(low: str) -> bool:
    return vocabulary().sense(low, "planned") is not None


def _bare(tree: Tree, at: int, helpers: Sequence[str], *, owns: bool) -> Direction | None:
    """A predicate with no helper that tells: its own form does; of "Tuesday's vote" and of "a report on Tuesday" the present tells nothing."""
    low = tree.lows[at]
    if any(form in IS for form in helpers):
        return Direction.FUTURE if tree.words[at].upos == "VERB" else Direction.EITHER
    if tree.words[at].upos != "VERB":
        return None if not helpers else Direction.EITHER
    if is_past(low) or low in WAS:
        return Direction.PAST
    if low in STATES or owns:
        return Direction.EITHER
    if vocabulary().sense(low, "same_form") is not None:
        return Direction.PAST if _of_one(tree, at) else Direction.EITHER
    own = tree.child(at, "nsubj") is not None
    if low.endswith("ing") or (tree.relation(at) in ("conj", "xcomp") and not own):
        return None
    return (
        Direction.FUTURE if any(tree.words[n].relation in SUBJECTS for n in tree.held[at]) else None
    )


def _of_one(tree: Tree, at: int) -> bool:
    """Whether the subject is one that would have -s in the present: "the club let", not "they let"."""
    subject = tree.subject(at)
    if subject is None:
        return False
    low = tree.lows[subject]
    singular = tree.words[subject].upos in ("NOUN", "PROPN") and not low.endswith("s")
    return low in ("he", "she", "it") or (singular and not tree.children(subject, "conj"))


def is_past(low: str) -> bool:
    """Whether a form, in small letters, is a past form or a participle: "closed", "fell"."""
    return low.endswith("ed") or vocabulary().sense(low, "past_form") is not None


def _by_words(forms: Sequence[str], near: int) -> Direction:
    """The nearest word that tells, before the time or after it."""
    words = vocabulary()
    for at in sorted(range(len(forms)), key=lambda n: abs(n - near)):
        low = forms[at].lower()
        if words.sense(low, "will", "would", "planned"):
            return Direction.FUTURE
        if words.sense(low, "was") or is_past(low):
            return Direction.PAST
    return Direction.EITHER
