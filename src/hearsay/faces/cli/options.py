"""Options that more than one command has, and the order to the desk that they make."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import BadDate
from hearsay.faces.cli.exits import misunderstood

if TYPE_CHECKING:
    from hearsay.desk.read import Order


class Format(StrEnum):
    """In what form readings are printed."""

    REPORT = "report"
    JSON = "json"
    CSV = "csv"


Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of publication, where the page does not say: 2016-10-30, or 2016-10-30T14:05+03:00.",
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from machines off the public internet too.")
]
Timeout = Annotated[
    float,
    typer.Option(
        metavar="SECONDS", min=0.1, max=3600, help="For fetching one address, all in all."
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of what goes wrong.")]


def order(published: str | None, *, allow_private: bool, timeout: float) -> "Order":
    """How to read; a day of publication that is none ends the command."""
    from hearsay.desk.day import day_or_moment

    try:
        day = day_or_moment(published) if published is not None else None
    except BadDate as error:
        misunderstood(error.about("--published"))
    from hearsay.desk.read import Order
    from hearsay.page.fetch import Terms

    return Order(published=day, terms=Terms(allow_private=allow_private, timeout=timeout))
