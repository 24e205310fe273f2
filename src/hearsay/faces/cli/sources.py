"""`hearsay sources`: the audit of an article's sources."""

from enum import StrEnum
from typing import Annotated

import typer

from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say_error
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    reads,
)
from hearsay.faces.cli.output import print_out, write_out


class Form(StrEnum):
    """What the audit is printed as."""

    TEXT = "text"
    CSV = "csv"


@reads
def sources(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES…",
            help="HTML or plain-text files, globs, http(s) addresses, or - for standard input.",
            show_default=False,
        ),
    ],
    form: Annotated[
        Form, typer.Option("--format", help="text: to read. csv: one line a source.")
    ] = Form.TEXT,
    as_csv: Annotated[bool, typer.Option("--csv", help="The same as --format csv.")] = False,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Audit the sources of articles: name, title, type, why each is there, and through whom it speaks."""
    with orderly(debug=debug):
        chosen = how.order()
        from hearsay.desk.read import Done, outcome
        from hearsay.desk.sources import sources as inputs
        from hearsay.faces.export.audit import audit
        from hearsay.faces.export.table import header, rows
        from hearsay.faces.export.tables import SOURCES
        from hearsay.faces.settings import settings

        here = settings()
        wanted = inputs(files)
        read_them = 0
        for source in wanted:
            became = outcome(source, chosen)
            if not isinstance(became, Done):
                say_error(became.error)
                continue
            if as_csv or form is Form.CSV:
                write_out(
                    (
                        ("" if read_them else header(SOURCES))
                        + rows(became.reading, became.name, SOURCES)
                    ).encode()
                )
            else:
                text = audit(became.reading, became.name, here.width, colour=here.colour)
                print_out("\n\n" + text if read_them else text)
            read_them += 1
        if read_them < len(wanted):
            raise typer.Exit(SOME_FAILED if read_them else FAILED)
        raise typer.Exit(DONE)
