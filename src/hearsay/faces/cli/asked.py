"""What the commands that look into a record have in common: which record, and what is looked for in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from hearsay.errors import BadDate
from hearsay.faces.cli.exits import misunderstood

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy.engine import Connection

    from hearsay.record.found import Wanted
    from hearsay.record.opened import OpenRecord

SaidBy = Annotated[str, typer.Option("--actor", metavar="NAME", help="Said by.")]
ActNamed = Annotated[str, typer.Option("--act", metavar="ACT", help="Such as refuse.")]
PublishedBy = Annotated[str, typer.Option("--outlet", metavar="NAME", help="Published by.")]
TypeOfSource = Annotated[
    str, typer.Option("--type", metavar="TYPE", help="Of source, such as “anonymous source”.")
]
Since = Annotated[str, typer.Option("--since", metavar="DAY", help="Published on it or after.")]
Until = Annotated[str, typer.Option("--until", metavar="DAY", help="Published on it or before.")]
Wrong = Annotated[bool, typer.Option("--wrong", help="Also what a person called wrong.")]

OWN = "own"
"""Names the record in the user's folder of data, where a record must be named."""


class Asked(NamedTuple):
    """What is looked for in a record, as it was typed; "" for what does not matter."""

    words: str = ""
    actor: str = ""
    act: str = ""
    outlet: str = ""
    source_type: str = ""
    since: str = ""
    until: str = ""

    def wanted(self, connection: "Connection") -> "Wanted":
        """The same, as the record takes it.

        Raises:
            typer.Exit: a day is none.
            typer.BadParameter: there is no such act, or type of source.
        """
        from hearsay.reading.actor import SourceType
        from hearsay.reading.attribution import Act
        from hearsay.record.found import Wanted
        from hearsay.record.people import bearers

        return Wanted(
            words=self.words,
            who=tuple(sorted(bearers(connection, self.actor))) if self.actor else (),
            act=_one_of(self.act, Act, "--act"),
            outlet=self.outlet,
            source_type=_one_of(self.source_type, SourceType, "--type"),
            since=_day(self.since, "--since"),
            until=_day(self.until, "--until"),
        )


def _one_of(given: str, kind: "type[StrEnum]", option: str) -> str:
    """A name that there is, whatever its letters."""
    names = [one.value for one in kind]
    if given and given.lower() not in names:
        raise typer.BadParameter(
            f"there is no {given!r}; one of {', '.join(names)}.", param_hint=option
        )
    return given.lower()


def _day(given: str, option: str) -> str:
    from hearsay.desk.day import day_or_moment

    try:
        return day_or_moment(given)[:10] if given else ""
    except BadDate as error:
        misunderstood(error.about(option))


@contextmanager
def opened(record: str | None, *, make: bool = False) -> "Iterator[OpenRecord]":
    """A record.

    Args:
        record: its address; the user's own where it is None or `own`.
        make: whether one is made where there is none; the user's own is made when it is first asked for.

    Raises:
        BadRecord: it cannot be opened.
    """
    from hearsay.faces.settings import settings
    from hearsay.record.opened import open_record

    if record is None or record == OWN:
        held = open_record(settings().data / "record.db")
    else:
        held = open_record(record, make=make)
    try:
        yield held
    finally:
        held.close()
