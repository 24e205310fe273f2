"""Entry: a forecast as the ledger keeps it, and every change of what is known of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

import msgspec

from hearsay.errors import BadForecast

GIVEN = "given"
"""The scale of a chance that a person set, where no scale of words did."""


class Status(StrEnum):
    """What became of a forecast."""

    OPEN = "open"
    TRUE = "true"
    FALSE = "false"
    VOID = "void"
    UNCLEAR = "unclear"
    DISPUTED = "disputed"


class Deed(StrEnum):
    """What a change did."""

    ADDED = "added"
    AMENDED = "amended"
    RESOLVED = "resolved"


class Chance(msgspec.Struct, frozen=True):
    """How likely a forecast makes it, 0 to 1.

    Attributes:
        low, mid, high: the range, and what is scored.
        scale: whose range it is, as in a reading; "given" where a person set it.
    """

    low: float
    mid: float
    high: float
    scale: str


class Kept(msgspec.Struct, frozen=True):
    """A forecast as it was made. Nothing of it changes.

    Attributes:
        key: tells it from every other; the same one added twice is kept once.
        by: who foretells.
        words: what is foretold.
        made: the day on which it was made, ISO 8601; "" where none is known.
        outlet: where it was published; "".
        title: of the article; "".
        source: the file or address of the article; "".
        condition: without which it is void; "".
        horizon: the words for by when; "".
        start: the first day on which it can come true, ISO 8601; "".
        due: the last, ISO 8601; "" where the words name none.
        likely: the words for how likely; "".
        chance: what they come to; None where they give no number.
    """

    key: str
    by: str
    words: str
    made: str = ""
    outlet: str = ""
    title: str = ""
    source: str = ""
    condition: str = ""
    horizon: str = ""
    start: str = ""
    due: str = ""
    likely: str = ""
    chance: Chance | None = None


class Change(msgspec.Struct, frozen=True):
    """A change of what is known of a forecast.

    Attributes:
        at: the moment, ISO 8601, in UTC.
        who: whoever made it.
        deed: what it did.
        status: what became of the forecast; None where that did not change.
        day: the day on which that came about, ISO 8601; "".
        evidence: where it can be seen; "".
        due: a last day that a person set; None where it did not change.
        chance: a chance that a person set; None where it did not change.
    """

    at: str
    who: str
    deed: Deed
    status: Status | None = None
    day: str = ""
    evidence: str = ""
    due: str | None = None
    chance: float | None = None


class LedgerEntry(msgspec.Struct, frozen=True):
    """A forecast with its changes.

    Attributes:
        number: of the ledger.
        kept: as it was made.
        changes: in the order in which they were made; the first added it.
    """

    number: int
    kept: Kept
    changes: tuple[Change, ...]

    @property
    def status(self) -> Status:
        """What became of it, as it stands."""
        return next((c.status for c in reversed(self.changes) if c.status), Status.OPEN)

    @property
    def settled(self) -> Change | None:
        """The change that gave it its status; None while it has been open from the start."""
        found = next((c for c in reversed(self.changes) if c.status), None)
        return found if found and found.deed is Deed.RESOLVED else None

    @property
    def due(self) -> str:
        """The last day on which it can come true: the one that a person set last, else that of the words."""
        set_ = (c.due for c in reversed(self.changes) if c.due is not None)
        return next(set_, self.kept.due)

    @property
    def chance(self) -> Chance | None:
        """How likely it was made: the chance that a person set last, else that of the words."""
        for change in reversed(self.changes):
            if change.chance is not None:
                return exactly(change.chance)
        return self.kept.chance


def exactly(chance: float) -> Chance:
    """A chance that a person gives."""
    return Chance(chance, chance, chance, GIVEN)


def key_of(*parts: str) -> str:
    """A key of what tells one forecast from every other."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def held(kept: Kept) -> Kept:
    """The same forecast, where a ledger can hold it.

    Raises:
        BadForecast: it has no words, nobody foretells it, a day is none, or a chance is not between 0 and 1.
    """
    for wrong in _wrongs(kept):
        raise BadForecast(wrong, "put it right, and add it again")
    return kept


def _wrongs(kept: Kept) -> Iterator[str]:
    if not kept.words.strip():
        yield "the forecast has no words"
    if not kept.by.strip():
        yield "nobody is said to foretell it"
    for name in ("made", "start", "due"):
        day = getattr(kept, name)
        if day and not is_day(day):
            yield f"{day!r} ({name}) is no day such as 2016-10-30"
    chance = kept.chance
    if chance and not 0 <= chance.low <= chance.mid <= chance.high <= 1:
        yield f"the chance {chance.low:g}, {chance.mid:g}, {chance.high:g} is no range between 0 and 1"


def sound(change: Change) -> Change:
    """The same change, where a ledger can hold it.

    Raises:
        BadForecast: nobody made it, a day is none, a chance is not between 0 and 1, or it settles without evidence or on a day to come.
    """
    if not change.who.strip():
        raise BadForecast("nobody is said to make the change", "say who with --who")
    for day in (change.day, change.due or ""):
        if day and not is_day(day):
            raise BadForecast(f"{day!r} is no day such as 2016-10-30", "give a day of the calendar")
    if change.chance is not None and not 0 <= change.chance <= 1:
        raise BadForecast(
            f"the chance {change.chance:g} is not between 0 and 1", "give 0.7 for 70 %"
        )
    settles = change.deed is Deed.RESOLVED and change.status is not Status.OPEN
    if settles and not (change.evidence.strip() and change.day):
        raise BadForecast(
            f"a forecast is {change.status} by some evidence on some day", "give both"
        )
    if settles and change.day > _latest(change.at):
        raise BadForecast(
            f"{change.day} is still to come",
            "say what became of it when it has, or give another day",
        )
    return change


def _latest(moment: str) -> str:
    """The latest day that it is anywhere at a moment: east of Greenwich it may be the next."""
    return (date.fromisoformat(moment.partition("T")[0]) + timedelta(days=1)).isoformat()


def is_day(given: str) -> bool:
    """Whether it is a day of the calendar, as ISO 8601 writes it with its marks."""
    try:
        return date.fromisoformat(given).isoformat() == given
    except ValueError:
        return False
