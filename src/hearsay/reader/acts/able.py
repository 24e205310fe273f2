"""Able: whether "may" and "could" say that somebody can or is let, and leave nothing open.

Source: Palmer (2001), Mood and Modality, on dynamic, deontic and epistemic modals; Coates (1983), The Semantics of the Modal
Auxiliaries, on what beside them tells which.
"""

from hearsay.language.marking import Marking, marking
from hearsay.reader.tree import Tree

HARDLY = frozenset({"not", "n't", "never", "hardly", "barely", "scarcely"})
EVERY = frozenset(
    {
        *("each", "either", "neither", "every", "any", "both", "nobody", "no", "anyone"),
        *("everyone", "you"),
    }
)
ANYBODY = frozenset({"i", "we", "you", "he", "she", "one", "nobody", "anyone"})
WHICH = frozenset({"that", "which", "who"})
NOW = frozenset({"is", "are", "has", "have", "will", "may", "'s", "'re", "'ve", "'ll", "does", "do", "says"})  # fmt: skip
"""Helping verbs of a sentence that is not all told of the past."""

PERSONS = ("person", "organization")
ASKS = frozenset({"what", "who", "whom", "how", "where", "which", "whether", "if", "that"})
SURELY = frozenset({"still", "yet", "well", "easily", "soon", "also", "even", "one"})


def of_leave(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether "may" lets somebody act.

    Takes: "either side may fish", "ticket holders may claim it", "what we may look at", "no flat may be let". Leaves: "he may buy it back", "it may
    rain", "they may be late".
    """
    if tree.words[at].upos != "AUX":
        return True  # the month, "come what may"
    verb = tree.words[at].head
    subject = tree.subject(verb)
    if _laid_down(tree, at, verb, marks):
        return True
    if subject is None or tree.words[verb].upos != "VERB" or tree.child(verb, "cop") is not None:
        return False
    if tree.child(verb, "aux:pass") is not None:
        return _none(tree, subject) and "have" not in _helps(tree, verb)
    if marks.tells(tree.lows[verb], "happens_word") or "have" in _helps(tree, verb):
        return False
    low, held = tree.lows[subject], {tree.lows[n] for n in tree.children(subject, "det")}
    if low in EVERY or held & EVERY or _asked(tree, verb):
        return True
    many = tree.words[subject].upos == "NOUN" and low.endswith("s") and not held & {"some", "many"}
    return many and tree.words[subject].entity in PERSONS


def is_let(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether "may" says that somebody is let, or not: "customers may stay, provided that they pay", "drivers may not stop". Leaves: "what we may look at", "fans may not have to wait"."""
    verb = tree.words[at].head
    subject = tree.subject(verb)
    state = marks.tells(tree.lows[verb], "attitude_word") or tree.words[verb].upos != "VERB"
    if subject is None or subject > at or state or _asked(tree, verb):
        return False
    return tree.relation(verb) in ("root", "conj", "parataxis") and of_leave(tree, at, marks)


def _laid_down(tree: Tree, at: int, verb: int, marks: Marking) -> bool:
    """Whether it is told by what, of whom or on what else alone somebody is let.

    Takes: "under the act the board may close it", "only the board may", "may leave only if they pay", "asked whether she may go".
    Leaves: "under the hill it may rain"; "may only be late"; "may think | that he is safe so long as the ships stay |".
    """
    here = tree.words[at].sentence
    first = at
    while first and tree.words[first - 1].sentence == here:
        first -= 1
    under = any(
        tree.lows[tree.words[n].head] in PAPERS
        or marks.tells(tree.lows[tree.words[n].head], "lays_down")
        for n in range(first, at)
        if tree.lows[n] == "under" and tree.relation(n) == "case"
    )
    subject = tree.subject(verb)
    alone = subject is not None and tree.lows[min(tree.below(subject))] == "only"
    last = verb
    while last + 2 < len(tree.words) and tree.words[last + 2].sentence == here:
        last += 1
    only = any(
        tree.lows[n] == "only" and tree.lows[n + 1] in ("if", "with", "after", "once", "when")
        for n in range(at, last + 1)
    )
    told = {m for n in tree.children(verb, "ccomp") for m in tree.below(n)}
    only = only or any(
        phrase.first not in told for phrase in marks.found(tree.lows, verb, last + 1, "sets_terms")
    )
    above = tree.words[verb].head
    whether = any(tree.lows[n] == "whether" for n in tree.children(verb, "mark"))
    asked = whether and above != verb and tree.lows[above] in ("ask", "asks", "asked", "asking")
    return under or alone or only or asked


PAPERS = frozenset({"article", "section", "clause", "licence", "license", "lease", "order", "deal"})
"""Beside laws and rules, papers under which somebody may do something."""


def _none(tree: Tree, subject: int) -> bool:
    """Whether nobody and nothing may: "no flat may be let", "nothing may be shown"."""
    held = {tree.lows[n] for n in tree.children(subject, "det")}
    return "no" in held or tree.lows[subject] in ("nothing", "nobody", "none", "neither")


def of_power(tree: Tree, at: int) -> bool:
    """Whether "could" says that somebody was or would be able to.

    Takes: "she could draw a man", "so that the buses could make two runs", "everything we could borrow", "men who could read came", "could not
    come". Leaves: "it could rain", "a storm that could sink it is near", "the mayor could still lose", "she could be wrong".
    """
    verb = tree.words[at].head
    held = {tree.lows[n] for n in tree.children(verb, "advmod")}
    senses = marking().tells(tree.lows[verb], "senses")
    if held & HARDLY or "have" in _helps(tree, verb):
        return True
    if any(tree.lows[n : n + 2] == ["so", "that"] for n in tree.children(verb, "mark")):
        return True  # it was shut so that pipes could be laid
    done = tree.child(verb, "aux:pass", "cop") is not None or tree.words[verb].upos != "VERB"
    if held & SURELY or (done and not senses):
        return False
    subject = tree.subject(verb)
    relative = tree.words[verb].relation.endswith("relcl")
    low = tree.lows[subject] if subject is not None else ""
    if relative and low not in WHICH:
        return True  # everything | we could borrow
    if not relative and (tree.relation(verb) == "advcl" or _asked(tree, verb)):
        return True
    if low in ANYBODY or senses:
        return True
    alive = subject is not None and tree.words[subject].entity in PERSONS
    now = any(tree.lows[n] in NOW for n in tree.sentence(at))
    return (alive or low in ("that", "who", "they")) and not now


def _helps(tree: Tree, verb: int) -> frozenset[str]:
    return frozenset(tree.lows[n] for n in tree.children(verb, "aux"))


def _asked(tree: Tree, verb: int) -> bool:
    """Whether it stands in a clause that asks: "decides what we may look at"."""
    first = min(n for n in tree.below(verb) if tree.words[n].upos != "PUNCT")
    return tree.lows[first] in ASKS - {"that", "if", "whether"}
