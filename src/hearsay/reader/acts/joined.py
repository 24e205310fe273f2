"""Joined: the actions that one word of promising or asking binds to, each by itself.

"Asked them to study the note and to answer it" asks two things. Source: own, after the guidelines of gold/acts: one for each
action.
"""

from collections.abc import Iterator

import msgspec

from hearsay.reader.acts.bond import DIRECTIVE, Bond
from hearsay.reader.acts.helping import TO_COME
from hearsay.reader.acts.slots import does
from hearsay.reader.tree import Tree


def each(tree: Tree, bond: Bond) -> Iterator[Bond]:
    """A bond for each of the actions that "and" joins.

    Takes: "to study the note | and answer it"; "that the toll be cut | and that the gates stay shut". Leaves: "to sail or
    to stay", of which one will do; "we will study it | and we will answer", whose second half binds by itself.

    Args:
        tree: of the article.
        bond: to the first of them.
    """
    yield bond
    for other in joined_to(tree, bond.action):
        if bond.within and other not in bond.within:
            continue
        own = tree.child(other, "nsubj", "expl")
        if own is None and tree.lows[other - 1] == "what":
            continue  # but what | seems plain is, where a tree gives the "what" to another
        if bond.rule == "force_of_words" and (own is not None or tree.child(other, "aux")):
            continue
        to = bond.to
        if own is not None and bond.force in DIRECTIVE:
            to = own if does(tree, other, own) else None
        yield msgspec.structs.replace(
            bond, action=other, to=to, over=(*bond.over, bond.action),
            whole=own is not None and own != to,
        )  # fmt: skip


def joined_to(tree: Tree, action: int) -> Iterator[int]:
    """The predicates that "and" joins to an action."""
    if not is_deed(tree, action) or sets_out(tree, action):
        return
    for other in tree.children(action, "conj"):
        word = tree.child(other, "cc")
        joins = word is None or tree.lows[word] in ("and", "&")
        if (
            joins
            and is_deed(tree, other)
            and not _told(tree, action, other)
            and not share(tree, action, other)
        ):
            yield other


SETS_OUT = frozenset({"go", "goes", "come", "try"})
"""Verbs that "and" joins to the one deed that they set out for: "go and look"."""

IDLE = frozenset({"back", "by", "idly", "still"})


def sets_out(tree: Tree, at: int) -> bool:
    """Whether a verb and what "and" joins to it are one deed: "go and look", "sit back and watch". Leaves: "sit and wait"."""
    idle = (
        tree.lows[at] in ("sit", "stand") and at + 1 < len(tree.lows) and tree.lows[at + 1] in IDLE
    )
    return tree.lows[at] in SETS_OUT or idle


def share(tree: Tree, at: int, other: int) -> bool:
    """Whether two verbs have one object behind both, which a tree hangs on the first: "find and punish | the thieves", "confirm or deny | that".

    Leaves: "study the note and answer it", "resign and leave the port".
    """
    between = all(
        tree.words[n].upos in ("CCONJ", "PUNCT", "ADV", "PART") for n in range(at + 1, other)
    )
    behind = [n for n in tree.children(at, "obj", "ccomp", "xcomp", "advcl") if n > other]
    return between and any(
        tree.relation(n) != "advcl" or any(tree.lows[m] == "that" for m in tree.children(n, "mark"))
        for n in behind
    )


def is_deed(tree: Tree, at: int) -> bool:
    """Whether a word is a predicate, and no noun for an action."""
    return tree.words[at].upos == "VERB" or tree.child(at, "cop", "nsubj") is not None


def _told(tree: Tree, action: int, other: int) -> bool:
    """Whether what a tree joins to an infinitive tells of what was done: "to withdraw its ships, and reserved …"."""
    bare = any(tree.lows[n] == "to" for n in tree.children(action, "mark"))
    helps = {tree.lows[n] for n in tree.children(other, "aux", "cop")}
    past = tree.lows[other].endswith("ed") and not helps
    return bare and (past or bool(helps & FINITE))


FINITE = TO_COME | {"is", "are", "was", "were", "has", "had", "did", "does"}
"""Helping verbs that no infinitive has: "agreed to play, but | will need an operation"."""
