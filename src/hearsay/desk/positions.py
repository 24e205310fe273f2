"""Positions: what each actor is bound to, matter by matter, over several articles in the order of their days.

Two commitments are of one matter where their actors bear one name and their actions share most of the words that carry
meaning. What changed from one to the next is told by their forces and terms.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

import msgspec

from hearsay.language.stems import alike, carrying
from hearsay.reading.commitment import Commitment, Force
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, cut

FOR = (Force.RESERVE, Force.INTEND, Force.PERMIT, Force.AGREE, Force.PROMISE)
AGAINST = (Force.REFUSE, Force.FORBID)
ASKED = (Force.REQUEST, Force.URGE, Force.THREATEN)
SIDES = (FOR, AGAINST, ASKED)
"""Forces that go one way, the weakest first."""

SAME_MATTER = 0.6
"""The least share of words in common of two actions that are one matter."""


class Change(StrEnum):
    """What became of a position."""

    SAME = "unchanged"
    WITHDRAWN = "withdrawn"
    HARDENED = "hardened"
    SOFTENED = "softened"
    CONDITION_ADDED = "condition added"
    CONDITION_DROPPED = "condition dropped"
    CONDITION_CHANGED = "condition changed"
    LIMIT_ADDED = "time limit added"
    LIMIT_DROPPED = "time limit dropped"
    FIGURE_CHANGED = "figure changed"


class Position(msgspec.Struct, frozen=True):
    """One commitment with its article.

    Attributes:
        who: name of the one bound; "the author" for the author.
        to: name of the one addressed; "".
        bound: the commitment.
        reading: of the article.
        name: of the input.
        changes: what changed since the position before; () for the first.
    """

    who: str
    to: str
    bound: Commitment
    reading: Reading
    name: str
    changes: tuple[Change, ...] = ()

    def words(self, spans: Spans) -> str:
        """Words of its article."""
        return " ".join(cut(spans, self.reading.article.text).split())

    @property
    def day(self) -> str:
        """The day of its article, ISO 8601; "" where none is known."""
        return (self.reading.article.published or "")[:10]


class Thread(msgspec.Struct, frozen=True):
    """The positions of one actor on one matter, in the order of their days; undated ones last."""

    who: str
    positions: tuple[Position, ...]


def threads(
    readings: Sequence[tuple[str, Reading]], called: Callable[[str], str] = str
) -> tuple[Thread, ...]:
    """The positions in articles, by actor and matter; those of who is bound most first.

    Args:
        readings: the name of each input with its reading.
        called: the name by which an actor goes that has several.
    """
    every = [one for name, reading in readings for one in _positions(name, reading, called)]
    every.sort(key=lambda one: (one.day or "9", one.name, one.bound.matter))
    shared = _shared(frozenset(one.who for one in every))
    grouped: list[list[Position]] = []
    for one in every:
        mine = next((held for held in grouped if _one_matter(held, one, shared)), None)
        if mine is None:
            grouped.append([one])
        else:
            mine.append(one)
    found = [Thread(held[-1].who, tuple(_changed(_once_an_article(held)))) for held in grouped]
    bound = {thread.who: 0 for thread in found}
    for thread in found:
        bound[thread.who] += len(thread.positions)
    return tuple(sorted(found, key=lambda one: (-bound[one.who], one.who, -len(one.positions))))


def _positions(name: str, reading: Reading, called: Callable[[str], str]) -> Iterator[Position]:
    names = {actor.id: called(actor.name) for actor in reading.actors} | {"author": "the author"}
    for bound in reading.commitments:
        if bound.by is None:
            continue  # of nobody who is named there is no position
        yield Position(names[bound.by], names.get(bound.to or "", ""), bound, reading, name)


def _once_an_article(held: Sequence[Position]) -> list[Position]:
    """Of what one article says twice, in its headline and its body, the position with most terms; the first of several."""
    out: list[Position] = []
    for one in held:
        same = next(
            (
                n
                for n, other in enumerate(out)
                if other.name == one.name and other.bound.force is one.bound.force
            ),
            None,
        )
        if same is None:
            out.append(one)
        elif _terms_of(one) > _terms_of(out[same]):
            out[same] = one
    return out


def _terms_of(one: Position) -> int:
    bound = one.bound
    return sum(map(bool, (bound.condition, bound.place, bound.time, bound.purpose)))


def _one_matter(held: Sequence[Position], one: Position, shared: frozenset[str]) -> bool:
    return any(
        (
            before.who == one.who
            or (not shared & {before.who, one.who} and _one_actor(before.who, one.who))
        )
        and alike(_matter(before), _matter(one)) >= SAME_MATTER
        and any(before.bound.force in side and one.bound.force in side for side in _comparable())
        for before in held
    )


def _comparable() -> tuple[tuple[Force, ...], ...]:
    """Forces that can be held against one another: to grant and to refuse; to ask and to threaten."""
    return ((*FOR, *AGAINST), ASKED)


def _figures(one: Position) -> list[str]:
    """The figures of an action: "2" of "offer 2 per cent"; a thousand of both forms is one."""
    words = one.words(one.bound.matter).replace(",", "").split()
    kept = ("".join(c for c in word if c.isdigit() or c == ".").strip(".") for word in words)
    return [figure for figure in kept if figure]


def _matter(one: Position) -> frozenset[str]:
    return carrying(one.words(one.bound.matter))


def _shared(names: frozenset[str]) -> frozenset[str]:
    """The names that may be short for two others: "Lund", where Anna Lund and Jonas Lund are bound too."""
    return frozenset(
        name
        for name in names
        for longer in [{o for o in names if o != name and _one_actor(o, name)}]
        if any(not _one_actor(a, b) for a, b in itertools.combinations(longer, 2))
    )


def _one_actor(one: str, other: str) -> bool:
    """Takes: "Mara Lund" and "Lund". Leaves: "Mara Lund" and "Mara Moe"."""
    mine, theirs = (name.lower().removeprefix("the ").split() for name in (one, other))
    shorter, longer = sorted((mine, theirs), key=len)
    return shorter == longer or (bool(shorter) and longer[-len(shorter) :] == shorter)


def _changed(held: Sequence[Position]) -> Iterator[Position]:
    yield held[0]
    for before, one in itertools.pairwise(held):
        yield msgspec.structs.replace(one, changes=tuple(changes(before, one)))


def changes(before: Position, after: Position) -> Iterator[Change]:
    """What changed from one position to the next.

    Takes: "refuses for the moment", then "refuses": a limit dropped, hardened; "promises", then "refuses": withdrawn.
    Leaves: the same force on the same terms in other words, which is unchanged.
    """
    old, new = before.bound, after.bound
    if (old.force in AGAINST) != (new.force in AGAINST):
        yield Change.WITHDRAWN
        return
    side = next(side for side in SIDES if old.force in side)
    weight = side.index(new.force) - side.index(old.force) if new.force in side else 0
    told = [*_terms(before, after)]
    dropped = {Change.CONDITION_DROPPED, Change.LIMIT_DROPPED} & {*told}
    added = {Change.CONDITION_ADDED, Change.LIMIT_ADDED} & {*told}
    if weight > 0 or (weight == 0 and dropped and not added):
        yield Change.HARDENED
    elif weight < 0 or (weight == 0 and added and not dropped):
        yield Change.SOFTENED
    yield from told
    if weight == 0 and not told:
        yield Change.SAME


def _terms(before: Position, after: Position) -> Iterator[Change]:
    old, new = before.bound, after.bound
    if _figures(before) != _figures(after):
        yield Change.FIGURE_CHANGED
    if old.condition and not new.condition:
        yield Change.CONDITION_DROPPED
    elif new.condition and not old.condition:
        yield Change.CONDITION_ADDED
    elif (
        old.condition
        and alike(carrying(before.words(old.condition)), carrying(after.words(new.condition)))
        < SAME_MATTER
    ):
        yield Change.CONDITION_CHANGED
    if old.time and not new.time:
        yield Change.LIMIT_DROPPED
    elif new.time and not old.time:
        yield Change.LIMIT_ADDED
