"""Laid down: what a paper is told to let, forbid or bid, and what the author tells of a rule that he named before.

"The rules let a member walk." "The deal has four parts. Neither side may fish there. A third of the catch must be landed at Sund."

Source: Searle (1976) for directives; Palmer (2001), ch. 3, on deontic modality.
"""

from collections.abc import Mapping

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.bond import DIRECTIVE, FORCES, Bond
from hearsay.reader.acts.clauses import NOBODY, NOT
from hearsay.reader.acts.helping import MAYBE, WOULD
from hearsay.reader.acts.left_free import by_document
from hearsay.reader.acts.slots import imagined
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force

MODALS = {"may": Force.PERMIT, "must": Force.URGE, "shall": Force.URGE}
NEAR = 3
"""Sentences from where a rule is named to what it lays down."""


def paper_says(
    tree: Tree, at: int, known: Mapping[str, tuple[Sense, ...]], marks: Marking
) -> Bond | None:
    """What a paper that holds lets, forbids or bids somebody do.

    Takes: "the terms allow the line to change the route", "the law lets no motion be brought back", "the contract obliges the
    firm to pay". Leaves: "the storm let them sail"; "the law could let them sail"; "the law does not oblige them to".
    """
    rule = tree.child(at, "nsubj")
    if rule is None or tree.words[at].upos != "VERB" or not marks.tells(tree.lows[rule], "paper"):
        return None
    acts = [FORCES.get(Act(s.act)) for s in known.get(tree.lows[at], ()) if s.pos == "verb"]
    force = next((one for one in acts if one in DIRECTIVE), None)
    deed, whom = _laid_on(tree, at)
    helps = {tree.lows[n] for n in tree.children(at, "aux")}
    if force is None or deed is None or helps & (MAYBE - WOULD) or imagined(tree, at):
        return None
    if any(tree.lows[n] in NOT for n in tree.children(at, "advmod")):
        return None
    none = whom is not None and any(tree.lows[n] in NOT for n in (*tree.held[whom], whom))
    if none and force is not Force.PERMIT:
        return None
    force = Force.FORBID if none else force
    passive = tree.child(deed, "aux:pass") is not None
    off = frozenset() if whom is None or passive else frozenset(tree.below(whom))
    within = frozenset(tree.below(deed)) - off
    return Bond(
        force, deed, (tree.words[at].span,), "force_of_document", within, by=rule,
        to=None if none or passive else whom, over=(at,), whole=passive,
    )  # fmt: skip


def _laid_on(tree: Tree, at: int) -> tuple[int | None, int | None]:
    """The deed that a verb lays on somebody, and on whom: "let | a member | walk", "bars | the zoo | from moving them"."""
    thing = tree.child(at, "obj", "iobj")
    below = [*tree.children(at, "xcomp", "ccomp", "advcl")]
    below += tree.children(thing, "acl") if thing is not None else []
    for deed in below:
        opens = {tree.lows[n] for n in tree.children(deed, "mark")}
        bare = tree.lows[at] in LETS and not opens and tree.relation(deed) != "acl"
        if deed > at and tree.words[deed].upos == "VERB" and (bare or opens & {"to", "from"}):
            whom = thing if thing is not None else tree.child(deed, "nsubj", "nsubj:pass")
            return deed, whom
    return None, None


LETS = frozenset({"let", "lets"})


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
