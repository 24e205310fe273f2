"""Positions: what each actor is bound to, matter by matter, over several articles in the order of the days on which they were taken.

Two commitments are of one matter where their actors bear one name and their actions share most of the words that carry
meaning. What changed from one to the next is told by their forces and terms. What an article tells again from before is no new
position, and changes none; what copies of one text say is said once.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

import msgspec

from hearsay.desk.copies import copies
from hearsay.desk.taken import Taken, taken
from hearsay.language.lexicon import lexicon
from hearsay.language.stems import alike, carrying
from hearsay.reading.actor import SourceType
from hearsay.reading.commitment import Commitment, Force
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, cut

FOR = (Force.RESERVE, Force.INTEND, Force.PERMIT, Force.AGREE, Force.PROMISE)
AGAINST = (Force.REFUSE, Force.FORBID)
ASKED = (Force.REQUEST, Force.URGE, Force.THREATEN)
SIDES = (FOR, AGAINST, ASKED)
"""Forces that go one way, the weakest first."""

UNNAMED = (SourceType.ANONYMOUS, SourceType.UNNAMED_PERSON, SourceType.UNNAMED_GROUP)
SAME_MATTER = 0.6
"""The least share of words in common of two actions that are one matter."""


class Change(StrEnum):
    """What became of a position."""

    SAME = "unchanged"
    WITHDRAWN = "withdrawn"
    REFUSAL_WITHDRAWN = "refusal withdrawn"
    THREAT_WITHDRAWN = "threat withdrawn"
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
        taken: when it was taken, as the article has it.
        changes: what changed since the position before; () for the first, and for one that is told again.
        again: whether it is told again: the article tells it from before, or an earlier one told of it.
        also: names of the inputs with copies of its text.
    """

    who: str
    to: str
    bound: Commitment
    reading: Reading
    name: str
    taken: Taken
    changes: tuple[Change, ...] = ()
    again: bool = False
    also: tuple[str, ...] = ()

    def words(self, spans: Spans) -> str:
        """Words of its article."""
        return " ".join(cut(spans, self.reading.article.text).split())

    @property
    def day(self) -> str:
        """The day of its article, ISO 8601; "" where none is known."""
        return (self.reading.article.published or "")[:10]


class Thread(msgspec.Struct, frozen=True):
    """The positions of one actor on one matter, in the order of the days on which they were taken; undated ones last.

    What is told again from before, nobody knows when, stands at the day of its article.
    """

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
    every = [*_once_a_text(readings, called)]
    every.sort(key=_order)
    names = frozenset(one.who for one in every)
    shared = _shared(names)
    grouped: list[list[Position]] = []
    for one in every:
        mine = next((held for held in grouped if _one_matter(held, one, shared)), None)
        if mine is None:
            grouped.append([one])
        else:
            mine.append(one)
    found = [
        Thread(_fullest(held[-1].who, names - shared), tuple(_changed(_once_an_article(held))))
        for held in grouped
    ]
    bound = {thread.who: 0 for thread in found}
    for thread in found:
        bound[thread.who] += sum(not one.again for one in thread.positions)
    return tuple(sorted(found, key=lambda one: (-bound[one.who], one.who, -len(one.positions))))


def _order(one: Position) -> tuple[str, str, str, str, Spans]:
    return (
        one.taken.end or one.day or "9",
        one.taken.start,
        one.day or "9",
        one.name,
        one.bound.matter,
    )


def _once_a_text(
    readings: Sequence[tuple[str, Reading]], called: Callable[[str], str]
) -> Iterator[Position]:
    """The positions in articles; what a copy of a text says in the same words is said once, by the earliest."""
    for group in copies(readings):
        held: dict[tuple[str, ...], Position] = {}
        for name, reading in sorted(group, key=lambda one: one[1].article.published or "9"):
            for one in _positions(name, reading, called):
                same = held.setdefault((one.who, one.bound.force, *_wording(one)), one)
                if same.name != name:
                    held[same.who, same.bound.force, *_wording(same)] = msgspec.structs.replace(
                        same, also=tuple(dict.fromkeys((*same.also, name)))
                    )
        yield from held.values()


def _wording(one: Position) -> tuple[str, ...]:
    bound = one.bound
    return tuple(
        one.words(spans)
        for spans in (bound.matter, bound.condition, bound.place, bound.time, bound.purpose)
    )


def _positions(name: str, reading: Reading, called: Callable[[str], str]) -> Iterator[Position]:
    names = dict(_names(name, reading, called)) | {"author": "the author"}
    for bound in reading.commitments:
        if _only_of_the_telling(reading, bound):
            continue
        to = names.get(bound.to or "", "")
        for who in reading.all_by(bound):  # of nobody who is named there is no position
            yield Position(names[who], to, bound, reading, name, taken(reading, bound))


def _names(name: str, reading: Reading, called: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The names of actors by their ids; with the article where they give none, of which nothing tells that they are the same elsewhere.

    Takes: "a source", "two officials". Leaves: "the council", "the prime minister".
    """
    nth = Counter[str]()
    for actor in reading.actors:
        if actor.source_type not in UNNAMED or actor.name.lower().startswith("the "):
            yield actor.id, called(actor.name)
            continue
        nth[actor.name] += 1
        again = f"{nth[actor.name]}, " if nth[actor.name] > 1 else ""
        yield actor.id, f"{actor.name} ({again}{name})"


def _only_of_the_telling(reading: Reading, bound: Commitment) -> bool:
    """Whether somebody is bound in nothing but how it is told: who will not comment, or be named, takes no position.

    Takes: "declined to comment on the talks", "asked not to be named". Leaves: "refused to discuss the sale with the union".
    """
    matter = cut(bound.matter, reading.article.text).lower().removeprefix("to ")
    if bound.force is Force.REQUEST:
        return any(matter.startswith(form) for form in lexicon().phrases("kept_unnamed"))
    words = matter.split()
    silent = bound.force is Force.REFUSE and lexicon().tells(next(iter(words), ""), "disclosure")
    return silent and "with" not in words


def _once_an_article(held: Sequence[Position]) -> list[Position]:
    """Of what one article says twice, in its headline and its body, the position with a day of its own and most terms; the first of several.

    What it tells of now and what it tells again from before are two.
    """
    out: list[Position] = []
    for one in held:
        same = next(
            (
                n
                for n, other in enumerate(out)
                if other.name == one.name
                and other.bound.force is one.bound.force
                and other.taken.retold == one.taken.retold
                and (None in (one.taken.at, other.taken.at) or one.taken.end == other.taken.end)
            ),
            None,
        )
        if same is None:
            out.append(one)
        elif _terms_of(one) > _terms_of(out[same]):
            out[same] = one
    return sorted(out, key=_order)


def _terms_of(one: Position) -> tuple[bool, int]:
    bound = one.bound
    return one.taken.at is not None, sum(
        map(bool, (bound.condition, bound.place, bound.time, bound.purpose))
    )


def _one_matter(held: Sequence[Position], one: Position, shared: frozenset[str]) -> bool:
    return any(
        (
            before.who == one.who
            or (not shared & {before.who, one.who} and _one_actor(before.who, one.who))
        )
        and alike(_matter(before), _matter(one)) >= SAME_MATTER
        and (
            any(before.bound.force in side and one.bound.force in side for side in _comparable())
            or _takes_back(before, one)
        )
        for before in held
    )


def _takes_back(before: Position, one: Position) -> bool:
    """Takes: "threatens to strike", then "will not strike"; and the other way. Leaves: "threatens not to pay", then "will not pay"."""
    forces = {before.bound.force, one.bound.force}
    if forces != {Force.THREATEN, Force.REFUSE}:
        return False
    threat = before if before.bound.force is Force.THREATEN else one
    return not {"not", "no", "never"} & {*threat.words(threat.bound.matter).lower().split()}


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


def _fullest(name: str, names: frozenset[str]) -> str:
    """The fullest of the names of one actor, so that all that binds him stands together: "the board" for a headline's "Board".

    Args:
        name: one of his.
        names: of all, without those that may be short for two.
    """
    if name not in names:
        return name
    return max(
        (one for one in names if _one_actor(one, name)),
        key=lambda one: (
            len(one.lower().removeprefix("the ").split()),
            one.startswith("the "),
            one,
        ),
    )


def _one_actor(one: str, other: str) -> bool:
    """Takes: "Mara Lund" and "Lund". Leaves: "Mara Lund" and "Mara Moe"."""
    mine, theirs = (name.lower().removeprefix("the ").split() for name in (one, other))
    shorter, longer = sorted((mine, theirs), key=len)
    return shorter == longer or (bool(shorter) and longer[-len(shorter) :] == shorter)


def _changed(held: Sequence[Position]) -> Iterator[Position]:
    """The positions, each with what changed since the last one that was taken before it."""
    last: Position | None = None
    for one in held:
        if one.taken.retold and (not one.taken.end or any(_told(other, one) for other in held)):
            yield msgspec.structs.replace(one, again=True)
            last = last or one
        elif last is None:
            yield one
            last = one
        elif _told(last, one) and last.name != one.name and last.taken.at and one.taken.at:
            yield msgspec.structs.replace(one, again=True)
        else:
            apart = not (last.taken.end and one.taken.start) or last.taken.end <= one.taken.start
            yield msgspec.structs.replace(one, changes=tuple(changes(last, one)) if apart else ())
            last = one


def _told(before: Position, one: Position) -> bool:
    """Whether a position is one that is known already: as it was taken on a day on which this may have been, in the same way."""
    return (
        before is not one
        and not before.taken.retold
        and one.taken.start <= before.taken.start
        and before.taken.end <= one.taken.end
        and bool(before.taken.start)
        and [*changes(before, one)] == [Change.SAME]
    )


def changes(before: Position, after: Position) -> Iterator[Change]:
    """What changed from one position to the next.

    Takes: "refuses for the moment", then "refuses": a limit dropped, hardened; "promises", then "refuses": withdrawn; "refuses", then
    "agrees if it is paid": the refusal withdrawn, a condition added.
    Leaves: the same force on the same terms in other words, which is unchanged.
    """
    old, new = before.bound, after.bound
    if (old.force in AGAINST) != (new.force in AGAINST):
        yield _given_up(old.force)
        if new.condition and not old.condition and new.force in FOR:
            yield Change.CONDITION_ADDED
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


def _given_up(force: Force) -> Change:
    """What is withdrawn by who goes over to the other side."""
    if force is Force.THREATEN:
        return Change.THREAT_WITHDRAWN
    return Change.REFUSAL_WITHDRAWN if force in AGAINST else Change.WITHDRAWN


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
