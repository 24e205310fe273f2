"""Check: whether a text has some words, and if it has them otherwise, how. Three answers, never two."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from hearsay.fidelity.bearing import signs, thinks
from hearsay.fidelity.change import MEANING, Change, Difference
from hearsay.fidelity.compare import compare
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


def check(some: Sequence[Token], places: Places, around: Sequence[Token] = ()) -> Checked:
    """What a source has of some words.

    Takes: “it will open” in "it will not open", which differs; two sentences run into one, told as spliced; “safe” of "not safe".
    Leaves: three words that stand there in another order, which are too few to be the same words; “safe” of "not safe" after a "not" that
    stands outside the marks.

    Args:
        some: the words.
        places: those of the source.
        around: the rest of the sentence in which they are given.
    """
    said = _said(around)
    own = [word for word in some if not word.put_in]
    if len(own) <= TOGETHER:
        return _short(own, places, said)
    whole = _best(some, places.of(some), places, said)
    if whole is not None and whole.answer is Answer.SAME:
        return whole
    found = _in_parts(some, places, said) or whole
    return found or _best(own, places.but_one(own), places, said) or NOT_FOUND


def _said(around: Sequence[Token]) -> frozenset[Change]:
    """What the words around a quotation say by themselves, so that it is not lost with its first words or its last."""
    kinds = {sign.change for sign in signs(around)}
    if Change.CONDITION in kinds:
        kinds.add(Change.CONDITION_LOST)
    if any(thinks(word.key) for word in around):
        kinds.add(Change.HEDGE)
    return frozenset(kinds)


def _short(own: Sequence[Token], places: Places, said: frozenset[Change]) -> Checked:
    """A few words: as they are; else with one of them changed, or with a word or three between them."""
    for at in (places.exact(own), places.nearly(own), places.but_one(own)):
        found = _best(own, at, places, said, within=ADJOINING)
        if found is not None:
            return found
    return NOT_FOUND


ADJOINING = 2
"""Words before a few in which a "not" bears on them."""


def _best(
    some: Sequence[Token],
    at: Iterable[Place],
    places: Places,
    said: frozenset[Change],
    within: int | None = None,
) -> Checked | None:
    """The place that differs least."""
    every: list[Checked] = []
    for place, _ in zip(at, range(MOST), strict=False):
        found = version(places.tokens, place.first, place.stop, some)
        near = places.near(place, within)
        kept = tuple(d for d in found.differences if _counts(d, places.span(place), near, said))
        every.append(Checked(Answer.DIFFERS if kept else Answer.SAME, found.at, kept))
        if not kept:
            break
    return min(every, key=lambda one: len(one.differences), default=None)


def _counts(one: Difference, at: Span, near: Span | None, said: frozenset[Change]) -> bool:
    """Whether a difference counts: all do within the words; of what is lost around them, what is not said around them, and stands near."""
    if one.b is not None or one.a is None or at.holds(one.a):
        return True
    return one.change not in said and (near is None or one.a.meets(near))


MOST = 5
"""Places that are looked at."""


def _in_parts(some: Sequence[Token], places: Places, said: frozenset[Change]) -> Checked | None:
    """Words that stand in the source with more between them than there is room for, and have a mark for it, or none."""
    parts = list(_parts(some))
    if len(parts) == 1:
        return None
    found = [
        _best(part, places.of(part), places, said) if len(part) > TOGETHER else None
        for part in parts
    ]
    for n, part in enumerate(parts):
        if len(part) <= TOGETHER:
            found[n] = _beside(part, places, _at(found[n - 1 : n]), _at(found[n + 1 : n + 2]))
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
            differences += _between(part, following[1], one.at, after.at, places)
    ends = [one.at for one, _ in held if one.at]
    at = min(ends).hull(max(ends, key=lambda span: span.end))
    return Checked(Answer.DIFFERS if differences else Answer.SAME, at, tuple(differences))


def _at(some: Sequence[Checked | None]) -> Span | None:
    return next((one.at for one in some if one is not None), None)


def _beside(
    part: Sequence[Token], places: Places, before: Span | None, after: Span | None
) -> Checked | None:
    """A few words, as they are, between the parts before and after them, or else not far from these."""
    spans = [
        places.span(place) for place in places.exact([word for word in part if not word.put_in])
    ]

    def apart(at: Span) -> tuple[bool, int]:
        known = [one for one in (before, after) if one is not None]
        turned = (before is not None and at.before(before)) or (
            after is not None and after.before(at)
        )
        return turned, min((gap.length for one in known if (gap := at.gap(one))), default=0)

    beside = [
        at for at in spans if not any(one is not None and at.meets(one) for one in (before, after))
    ]
    nearest = min(beside, key=apart, default=None)
    return None if nearest is None or apart(nearest)[1] > NEARBY else Checked(Answer.SAME, nearest)


NEARBY = 400
"""Characters between a few words and the next part of a quotation."""


def _parts(some: Sequence[Token]) -> Iterator[Sequence[Token]]:
    first = 0
    for n in range(1, len(some)):
        if some[n].after_gap or some[n - 1].ends:
            yield some[first:n]
            first = n
    yield some[first:]


def _between(
    part: Sequence[Token], after: Sequence[Token], here: Span, there: Span, places: Places
) -> Iterator[Difference]:
    last = next((n for n in range(len(part) - 1, 0, -1) if not part[n - 1].put_in), 0)
    joint = (part[last] if part[-1].put_in else part[-1]).span.hull(after[0].span)
    marked = after[0].after_gap
    if there.before(here):
        yield Difference(Change.REORDERED, there.hull(here), joint)
    elif (gap := here.gap(there)) is not None and gap.length > CLOSE:
        loud = _left_out(places, here, there) if marked else []
        for change in loud or [Change.ELIDED if marked else Change.SPLICED]:
            yield Difference(change, gap, joint, marked)


def _left_out(places: Places, here: Span, there: Span) -> list[Change]:
    """What is changed of what is said, where the words between two stretches of a source are left out.

    Takes: "did | not, at any point in all those years, | approve". Leaves: "the bridge, | which is not old, | will open".
    """
    some = places.around(here, there)
    found = compare(some, [some[0], some[-1]])
    return [
        one.change for one in found if one.change in MEANING and one.change is not Change.SPLICED
    ]


CLOSE = 6
"""Characters between two stretches that follow one another: a stop, marks, white space."""
