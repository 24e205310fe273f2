"""Headlined: who binds himself in a headline, which calls him by fewer words than the text does.

"Islands threaten to walk out … The small island states threatened on Friday to leave": they are one, and so is whom it is to.

Source: own, after Mårdh (1980), Headlinese, on what a headline leaves out.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from hearsay.language.stems import stem
from hearsay.reader.acts.addressee import WORDY, Bound
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

AnyHeld = TypeVar("AnyHeld", bound=Bound)
HALF = 0.5


def as_in_text(
    tree: Tree,
    every: Sequence[AnyHeld],
    headline: Span | None,
    only_there: Callable[[str], bool],
) -> list[AnyHeld]:
    """The commitments, those of the headline with the actors that the text has for the same force and the same action.

    Takes: "Star refuses to sing … Delphine Ashgrove has refused to sing on Friday". Leaves: "Lund refuses to sing … Ashgrove has
    refused to sing", where the text knows Lund too; an action of which the text says nothing.

    Args:
        tree: of the article.
        every: the commitments.
        headline: where the headline stands; None where there is none.
        only_there: whether an actor is told of in the headline alone.
    """
    if headline is None:
        return [*every]
    below = [one for one in every if not headline.holds(one.matter[0])]
    return [_known(tree, one, below, only_there) if one not in below else one for one in every]


def _known(
    tree: Tree, one: AnyHeld, below: Sequence[AnyHeld], only_there: Callable[[str], bool]
) -> AnyHeld:
    mine = _stems(tree, one.matter)
    likest, best = None, HALF
    for other in below:
        shared = len(mine & _stems(tree, other.matter)) / max(1, len(mine))
        if (
            other.force is one.force
            and other.by is not None
            and shared >= best
            and (likest is None or shared > best)
        ):
            likest, best = other, shared
    if likest is None:
        return one
    by = likest.by if one.by is None or only_there(one.by) else one.by
    if by != likest.by:
        return one
    to = likest.to if one.to is None or only_there(one.to) else one.to
    return msgspec.structs.replace(one, by=by, to=to)  # type: ignore[type-var]


def _stems(tree: Tree, spans: Spans) -> frozenset[str]:
    return frozenset(stem(tree.lows[n]) for n in tree.inside(spans) if tree.words[n].upos in WORDY)
