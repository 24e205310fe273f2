"""Check: whether a text has some words, and if it has them otherwise, how. Three answers, never two."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from hearsay.fidelity.change import Change, Difference
from hearsay.fidelity.found import TOGETHER, Place, Places
from hearsay.fidelity.tokens import Token
from hearsay.fidelity.version import version
from hearsay.text.span import Span


class Answer(StrEnum):
    """What a source has of some words. What it has not is not thereby wrong."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_FOUND = "not found"


class Checked(msgspec.Struct, frozen=True):
    """Some words held against a source.

    Attributes:
        answer: whether it has them.
        at: where it has them; None where it has not.
        differences: first the words of the source, then those that are checked.
    """

    answer: Answer
    at: Span | None = None
    differences: tuple[Difference, ...] = ()


NOT_FOUND = Checked(Answer.NOT_FOUND)


def check(some: Sequence[Token], places: Places) -> Checked:
    """What a source has of some words.

    Takes: “it will open” in "it will not open", which differs; two sentences run into one, told as spliced.
    Leaves: three words that stand there in another order, which are too few to be the same words.

    Args:
        some: the words.
        places: those of the source.
    """
    own = [word for word in some if not word.put_in]
    if len(own) <= TOGETHER:
        return _short(own, places)
    whole = _best(some, places)
    if whole is not None and whole.answer is Answer.SAME:
        return whole
    return _in_parts(some, places) or whole or NOT_FOUND


def _short(own: Sequence[Token], places: Places) -> Checked:
    keys = [word.key for word in own]
    for first in range(len(places.keys) - len(keys) + 1) if keys else ():
        if places.keys[first : first + len(keys)] == keys:
            last = places.tokens[first + len(keys) - 1]
            return Checked(Answer.SAME, places.tokens[first].span.hull(last.span))
    return NOT_FOUND


def _best(some: Sequence[Token], places: Places) -> Checked | None:
    """The place that differs least."""
    every = [
        _at(some, places, place) for place, _ in zip(places.of(some), range(MOST), strict=False)
    ]
    return min(every, key=lambda one: len(one.differences), default=None)


MOST = 5
"""Places that are looked at."""


def _at(some: Sequence[Token], places: Places, place: Place) -> Checked:
    found = version(places.tokens, place.first, place.stop, some)
    answer = Answer.DIFFERS if found.differences else Answer.SAME
    return Checked(answer, found.at, found.differences)


def _in_parts(some: Sequence[Token], places: Places) -> Checked | None:
    """Words that stand in the source with more between them than there is room for, and have a mark for it, or none."""
    parts = list(_parts(some))
    if len(parts) == 1:
        return None
    found = [_best(part, places) if len(part) > TOGETHER else None for part in parts]
    held = [
        (one, part) for one, part in zip(found, parts, strict=True) if one is not None and one.at
    ]
    if len(held) < len(parts):
        return None
    differences: list[Difference] = []
    for (one, part), following in pairwise([*held, (None, ())]):
        if one is None or one.at is None:
            continue
        differences += one.differences
        after = following[0]
        if after is not None and after.at is not None:
            differences += _between(part, following[1], one.at, after.at)
    ends = [one.at for one, _ in held if one.at]
    at = min(ends).hull(max(ends, key=lambda span: span.end))
    return Checked(Answer.DIFFERS if differences else Answer.SAME, at, tuple(differences))


def _parts(some: Sequence[Token]) -> Iterator[Sequence[Token]]:
    first = 0
    for n in range(1, len(some)):
        if some[n].after_gap or some[n - 1].ends:
            yield some[first:n]
            first = n
    yield some[first:]


def _between(
    part: Sequence[Token], after: Sequence[Token], here: Span, there: Span
) -> Iterator[Difference]:
    joint = part[-1].span.hull(after[0].span)
    marked = after[0].after_gap
    if there.before(here):
        yield Difference(Change.REORDERED, there.hull(here), joint)
    elif (gap := here.gap(there)) is not None and gap.length > CLOSE:
        yield Difference(Change.ELIDED if marked else Change.SPLICED, gap, joint, marked)


CLOSE = 6
"""Characters between two stretches that follow one another: a stop, marks, white space."""
