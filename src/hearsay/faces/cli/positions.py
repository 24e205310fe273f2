"""`hearsay positions`: who is bound to what, over several articles, and what changed."""

from typing import Annotated

import typer

from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say_error
from hearsay.faces.cli.options import (
    AllowPrivate,
    Debug,
    ModelFolder,
    NoModel,
    Published,
    Timeout,
    order,
)
from hearsay.faces.cli.output import print_out, write_out


def positions(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES…",
            help="Articles, as for `hearsay read`; they are put in the order of their days.",
            show_default=False,
        ),
    ],
    as_csv: Annotated[bool, typer.Option("--csv", help="One line a position.")] = False,
    published: Published = None,
    allow_private: AllowPrivate = False,
    timeout: Timeout = 20.0,
    model: ModelFolder = None,
    no_model: NoModel = False,
    debug: Debug = False,
) -> None:
    """Show who is bound to what, by actor and matter, and what changed from article to article."""
    with orderly(debug=debug):
        chosen = order(
            published,
            allow_private=allow_private,
            timeout=timeout,
            model=model,
            no_model=no_model,
        )
        from hearsay.desk.positions import threads
        from hearsay.desk.read import Done, read_many
        from hearsay.desk.sources import sources as inputs
        from hearsay.faces.export.positions import shown, table
        from hearsay.faces.settings import settings

        here = settings()
        wanted = inputs(files)
        readings = []
        for became in read_many(wanted, chosen):
            if isinstance(became, Done):
                readings.append((became.name, became.reading))
            else:
                say_error(became.error)
        if not readings:
            raise typer.Exit(FAILED)
        found = threads(readings)
        if as_csv:
            write_out(table(found).encode())
        else:
            print_out(shown(found, here.width, colour=here.colour))
        raise typer.Exit(DONE if len(readings) == len(wanted) else SOME_FAILED)
