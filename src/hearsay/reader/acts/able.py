"""Able: whether "may" and "could" say that somebody can or is let, and leave nothing open.

Source: Palmer (2001), Mood and Modality, on dynamic, deontic and epistemic modals; Coates (1983), The Semantics of the Modal
Auxiliaries, on what beside them tells which.
"""

from hearsay.language.marking import Marking
from hearsay.reader.tree import Tree

HARDLY = frozenset({"not", "n't", "never", "hardly", "barely", "scarcely"})
EVERY = frozenset(
    {
        "each",
        "either",
        "neither",
        "every",
        "any",
        "both",
        "nobody",
        "no",
        "anyone",
        "everyone",
        "you",
    }
)
ANYBODY = frozenset({"i", "we", "you", "he", "she", "they", "who", "one", "that", "which"})
PERSONS = ("person", "organization")
ASKS = frozenset({"what", "who", "whom", "how", "where", "which", "whether", "if", "that"})
SURELY = frozenset({"still", "yet", "well", "easily", "soon", "also", "even", "one"})


def of_leave(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether "may" lets somebody act.

    Takes: "either side may fish", "ticket holders may claim it", "what we may look at". Leaves: "he may buy it back", "it may
    rain", "they may be late".
    """
    if tree.words[at].upos != "AUX":
        return True  # the month, "come what may"
    verb = tree.words[at].head
    subject = tree.subject(verb)
    if (
        subject is None
        or tree.words[verb].upos != "VERB"
        or tree.child(verb, "aux:pass", "cop") is not None
    ):
        return False
    if marks.tells(tree.lows[verb], "happens_word") or "have" in _helps(tree, verb):
        return False
    low, held = tree.lows[subject], {tree.lows[n] for n in tree.children(subject, "det")}
    if low in EVERY or held & EVERY or _asked(tree, verb):
        return True
    many = tree.words[subject].upos == "NOUN" and low.endswith("s") and not held & {"some", "many"}
    return many and tree.words[subject].entity in PERSONS


def of_power(tree: Tree, at: int) -> bool:
    """Whether "could" says that somebody was or would be able to.

    Takes: "she could draw a man", "so that the buses could make two runs", "if they could show receipts", "could have lived
    with it", "could not come". Leaves: "it could rain", "the tax could cost jobs", "she could still win".
    """
    verb = tree.words[at].head
    held = {tree.lows[n] for n in tree.children(verb, "advmod")}
    if held & HARDLY or "have" in _helps(tree, verb):
        return True
    if (
        any(tree.lows[n] in ASKS for n in tree.children(verb, "mark"))
        and tree.relation(verb) != "ccomp"
    ):
        return True
    if tree.words[verb].relation.endswith("relcl") or tree.lows[verb] in (
        "hear",
        "see",
        "feel",
        "smell",
    ):
        return True
    subject = tree.subject(verb)
    if subject is None or held & SURELY:
        return False
    anybody = tree.lows[subject] in ANYBODY or tree.words[subject].entity in PERSONS
    return (
        anybody and tree.child(verb, "aux:pass", "cop") is None and tree.words[verb].upos == "VERB"
    )


def _helps(tree: Tree, verb: int) -> frozenset[str]:
    return frozenset(tree.lows[n] for n in tree.children(verb, "aux"))


def _asked(tree: Tree, verb: int) -> bool:
    """Whether it stands in a clause that asks: "decides what we may look at"."""
    first = min(n for n in tree.below(verb) if tree.words[n].upos != "PUNCT")
    return tree.lows[first] in ASKS - {"that", "if", "whether"}
