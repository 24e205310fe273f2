"""What the commands of `hearsay forecasts` have in common: which ledger, who, when, and how forecasts are printed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import Error
from hearsay.faces.cli.exits import misunderstood, say
from hearsay.faces.cli.output import print_out, write_out

if TYPE_CHECKING:
    from hearsay.ledger.entry import Change, LedgerEntry

Place = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger, and not the one in the user's folder of data.",
    ),
]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who makes the change, and not the user logged in."),
]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The forecast, as `list` shows it.")]
AsCsv = Annotated[
    bool, typer.Option("--csv", help="One line a forecast, as a spreadsheet reads it.")
]


def place_of(ledger: Path | None) -> Path:
    """The file of the ledger."""
    from hearsay.faces.settings import settings

    return ledger if ledger is not None else settings().data / "forecasts.sqlite"


def name_of(who: str | None) -> str:
    """Who makes a change; the user logged in where nobody is named."""
    from hearsay.faces.settings import settings

    name = (settings().who if who is None else who).strip()
    if not name:
        raise typer.BadParameter("say who makes the change.", param_hint="--who")
    return name


def now() -> str:
    """This moment, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def today() -> str:
    """The day that it is here."""
    return datetime.now().astimezone().date().isoformat()


def day_of(given: str, option: str) -> str:
    """A day as ISO 8601 has it; "" for ""; what is none ends the command."""
    if not given:
        return ""
    from hearsay.desk.day import day_or_moment

    try:
        return day_or_moment(given).partition("T")[0]
    except Error as error:
        misunderstood(error.about(option))


def entries_of(ledger: Path | None) -> "tuple[LedgerEntry, ...]":
    """All forecasts of a ledger."""
    from hearsay.ledger.store import open_ledger

    with open_ledger(place_of(ledger)) as book:
        return book.entries()


def make_change(number: int, change: "Change", ledger: Path | None) -> None:
    """Add a change to a forecast, and print it as it stands, and what is to be looked at once more."""
    from hearsay.faces.export.ledger import doubtful
    from hearsay.ledger.store import open_ledger

    with open_ledger(place_of(ledger)) as book:
        one = book.change(number, change)
    print_entries([one], as_csv=False)
    for line in doubtful(one):
        say(f"look at the day: {line}")


def print_entries(entries: "Sequence[LedgerEntry]", *, as_csv: bool) -> None:
    """Print forecasts, to read or as CSV."""
    from hearsay.faces.export.ledger import listed
    from hearsay.faces.export.ledger_table import table
    from hearsay.faces.settings import settings

    here = settings()
    if as_csv:
        write_out(table(entries).encode())
    else:
        print_out(listed(entries, here.width, colour=here.colour))
