"""Laid down: what a paper is told to let, forbid or bid, and what the author tells of a rule that he named before.

"The rules let a member walk." "The deal has four parts. Neither side may fish there. A third of the catch must be landed at Sund."

Source: Searle (1976) for directives; Palmer (2001), ch. 3, on deontic modality.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.clauses import NOBODY, NOT
from hearsay.reader.acts.left_free import by_document
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

MODALS = {"may": Force.PERMIT, "must": Force.URGE, "shall": Force.URGE}
NEAR = 3
"""Sentences from where a rule is named to what it lays down."""


def told_rule(tree: Tree, at: int, said: frozenset[int], marks: Marking) -> Bond | None:
    """What somebody may, must or may not do under what was named before.

    Takes: "The truce begins at dawn. Men of fighting age may leave", "Neither side may fish there". Leaves: "It may rain";
    "he must be late"; what somebody says; the same where no rule is named before it.

    Args:
        tree: of the article.
        at: the verb.
        said: the words of all that is attributed.
        marks: the table of what lays down, and of what befalls somebody.
    """
    if (
        at in said
        or by_document(tree, at, marks) is not None
        or tree.relation(at) not in ("root", "conj", "parataxis")
        or tree.words[at].upos != "VERB"
    ):
        return None
    if any(
        tree.lows[m] == "but" for n in tree.children(at, "conj") for m in tree.children(n, "cc")
    ):
        return None  # they may blame it, but it is not so
    modal = next((n for n in tree.children(at, "aux") if tree.lows[n] in MODALS), None)
    who = tree.child(at, "nsubj", "nsubj:pass")
    if modal is None or who is None or who > at or _asks(tree, at):
        return None
    helps = {tree.lows[n] for n in tree.children(at, "aux", "aux:pass")}
    if (
        "have" in helps
        or marks.tells(tree.lows[at], "befalls")
        or marks.tells(tree.lows[at], "happens_word")
        or ("be" in helps and tree.lows[at].endswith("ing"))  # he may be reckoning
    ):
        return None
    passive = tree.child(at, "aux:pass") is not None
    alive = tree.words[who].entity in ("person", "organization") or tree.lows[who] in EACH | NOBODY
    rule = _rule_before(tree, at, marks)
    if rule is None or rule in tree.below(who) or not (alive or passive):
        return None
    near = (*tree.held[at], *tree.held[who], who)
    denied = any(tree.lows[n] in NOT | NOBODY | {"neither"} for n in near)
    force = Force.FORBID if denied else MODALS[tree.lows[modal]]
    off = {modal, *(n for n in tree.held[at] if tree.lows[n] in NOT)}
    within = (
        frozenset(tree.below(at)) - off - (frozenset() if passive else frozenset(tree.below(who)))
    )
    return Bond(
        force, at, (tree.words[modal].span,), "force_of_document", within, by=rule,
        to=who if alive and not denied else None, whole=passive,
    )  # fmt: skip


EACH = frozenset({"either", "both", "each", "all", "they", "you", "neither"})


def _asks(tree: Tree, at: int) -> bool:
    return tree.words[max(tree.below(at))].span.cut(tree.text) == "?"


def _rule_before(tree: Tree, at: int, marks: Marking) -> int | None:
    """The noun for a rule, nearest before: in the sentence, or in the few before it."""
    here = tree.words[at].sentence
    for n in range(at - 1, -1, -1):
        if here - tree.words[n].sentence > NEAR:
            return None
        noun = tree.words[n].upos == "NOUN" and tree.relation(n) != "compound"
        noun = noun and tree.lows[n - 1 : n + 2] != ["in", "order", "to"]
        if noun and marks.tells(tree.lows[n], "lays_down"):
            return n
    return None
