"""`hearsay positions`: who is bound to what, over several articles, and what changed."""

from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import Error
from hearsay.faces.cli.asked import opened
from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say_error
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    reads,
)
from hearsay.faces.cli.output import print_out, write_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.reading.reading import Reading


@reads
def positions(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES…",
            help="Articles, as for `hearsay read`; they are put in the order of their days.",
            show_default=False,
        ),
    ] = None,
    record: Annotated[
        str | None,
        typer.Option(
            "--record",
            metavar="FILE",
            help="All articles of a record too: a file, postgresql://USER@HOST/NAME, or `own`, the one in the user's folder of data.",
        ),
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="One line a position.")] = False,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Show who is bound to what, by actor and matter, and what changed from article to article."""
    with orderly(debug=debug):
        chosen = how.order()
        from hearsay.desk.positions import threads
        from hearsay.desk.read import Done, read_many
        from hearsay.desk.sources import sources as inputs
        from hearsay.faces.export.positions import shown, table
        from hearsay.faces.settings import settings
        from hearsay.record.added import who

        here = settings()
        wanted = inputs(files or [])
        readings, names = _kept(record) if record is not None else ([], {})
        if not wanted and record is None:
            raise typer.BadParameter("name articles, or a record.", param_hint="FILES…")
        for became in read_many(wanted, chosen):
            if isinstance(became, Done):
                readings.append((became.name, became.reading))
            else:
                say_error(became.error)
        read_now = sum(name in {source.name for source in wanted} for name, _ in readings)
        if not readings and wanted:
            raise typer.Exit(FAILED)
        found = threads(readings, lambda name: names.get(who(name), name))
        if as_csv:
            write_out(table(found).encode())
        else:
            print_out(shown(found, here.width, colour=here.colour))
        raise typer.Exit(DONE if read_now >= len(wanted) else SOME_FAILED)


def _kept(address: str) -> "tuple[list[tuple[str, Reading]], Mapping[str, str]]":
    """The newest reading of each article of a record as people put it right, and by what names those go whom they joined."""
    from hearsay.record.people import called
    from hearsay.record.standing import newest_readings

    readings = []
    with opened(address) as held, held.reads() as connection:
        for name, became in newest_readings(connection):
            if isinstance(became, Error):
                say_error(became)
            else:
                readings.append((name, became))
        return readings, called(connection)
