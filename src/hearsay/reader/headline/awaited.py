"""Awaited: whether a headline itself says that what it tells is still to come, or asked for."""

from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held
from hearsay.reader.headline.mood import stems
from hearsay.reader.tree import Tree

HELPS = frozenset(
    {"will", "would", "to", "may", "might", "could", "should", "shall", "must", "can"}
)


def helped(tree: Tree, top: int | None) -> bool:
    """Whether the headline itself speaks of what is still to come."""
    if top is None:
        return False
    near = {tree.lows[n] for n in tree.children(top, "aux", "mark")}
    return (
        bool(near & HELPS) or tree.words[top].relation == "acl"
    )  # "Glaciers gone by 2070" tells no time


def awaited(held: Held, top: int) -> bool:
    """Whether the headline itself says that it is still to come, or asked for: "to sue", "wants to sue"; not "allows farmers to shoot"."""
    tree = held.tree
    above = next(tree.up(top), top)
    if top in (held.claim.top, above) or not tree.is_clause(above):
        return helped(tree, top) or under_way(tree, top) or _faced(tree, top)
    coming = stems("asked_for") | stems("meant") | stems("undoes") | stems("awaits")
    return stem(tree.lows[above]) in coming


def under_way(tree: Tree, top: int) -> bool:
    """Takes: "is opening a shop", which is said of what is planned. Leaves: "opens a shop"."""
    now = any(tree.lows[n] in ("is", "are", "'s", "'re") for n in tree.children(top, "aux"))
    return now and tree.lows[top].endswith("ing")


def _faced(tree: Tree, top: int) -> bool:
    """Whether a noun of the headline is what somebody faces: "faces £12m fine", "fine looms"."""
    return any(
        stem(tree.lows[n]) in stems("awaits") for n in (tree.words[top].head, *tree.held[top])
    )
