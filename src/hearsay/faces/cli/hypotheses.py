"""`hearsay hypotheses`: the explanations that an article weighs, as a matrix; and cells that a person sets."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    reads,
)
from hearsay.faces.cli.output import look_first, print_out, write_file, write_out

NAME = "overrides.json"
MARKS = ("consistent", "inconsistent", "neutral")


@reads
def hypotheses(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="As for `hearsay read`: a file, -, or an address.")
    ],
    as_csv: Annotated[bool, typer.Option("--csv", help="One line a cell.")] = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="PATH", help="Write the matrices as a page into a file."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file.")] = False,
    cell: Annotated[
        tuple[str, str, str] | None,
        typer.Option(
            "--set",
            metavar="H E MARK",
            help="Set a cell: H1 E2 and consistent, inconsistent or neutral. It is kept.",
        ),
    ] = None,
    undone: Annotated[
        tuple[str, str] | None,
        typer.Option("--unset", metavar="H E", help="Undo what was set: H1 E2."),
    ] = None,
    overrides: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="The file in which set cells are kept; else one in the folder of the user's data.",
            show_default=False,
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who sets; else the user.", show_default=False),
    ] = None,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Show the explanations that an article weighs, what it gives for and against each, and what that hangs on."""
    if cell is not None and cell[2] not in MARKS:
        raise typer.BadParameter(f"{cell[2]} is none of {', '.join(MARKS)}.", param_hint="--set")
    with orderly(debug=debug):
        chosen = how.order()
        from hearsay.desk.matrix import Bearing, Change, matrices
        from hearsay.desk.overrides import digest, keep, kept, overridden, put
        from hearsay.desk.read import read_one
        from hearsay.desk.sources import sources
        from hearsay.faces.export.matrix import shown, table
        from hearsay.faces.export.matrix_page import page
        from hearsay.faces.settings import settings

        here = settings()
        if html is not None:
            look_first(html, force=force)
        one = sources([file])
        if len(one) > 1:
            raise typer.BadParameter("FILE stands for several files; name one.")
        place = overrides or here.data / NAME
        held = kept(place)
        reading = read_one(one[0], chosen)
        found = matrices(reading)
        before = held
        if undone is not None:
            held = put(reading, found, held, (undone[0].upper(), undone[1].upper()), None)
        if cell is not None:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            change = Change(Bearing(cell[2]), here.who if who is None else who, now)
            held = put(reading, found, held, (cell[0].upper(), cell[1].upper()), change)
        if held != before:
            keep(place, held)
        told = overridden(found, held, digest(reading))
        if html is not None:
            write_file(html, page(reading, told, file).encode(), force=force)
        if as_csv:
            write_out(table(reading, told, file).encode())
        elif html is None:
            print_out(shown(reading, told, here.width, colour=here.colour))
