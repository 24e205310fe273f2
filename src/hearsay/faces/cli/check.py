"""`hearsay check`: the quotations of an article held against a source that somebody has."""

from typing import Annotated

import typer

from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    reads,
)
from hearsay.faces.cli.output import print_out, write_out


@reads
def check(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="As for `hearsay read`: a file, -, or an address.")
    ],
    against: Annotated[
        str,
        typer.Option(
            metavar="SOURCE",
            help="What was really said: a transcript or statement, as text, HTML, PDF or docx; a file or an address.",
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Hold each quotation against a source: the same, differs and how, or not found."""
    with orderly(debug=debug):
        chosen = how.order()
        from hearsay.desk.check import checked, source_text
        from hearsay.desk.read import read_one
        from hearsay.desk.sources import one_source, sources
        from hearsay.faces.export.checked import as_json as told
        from hearsay.faces.export.checked import shown
        from hearsay.faces.settings import settings

        here = settings()
        one = sources([file])
        if len(one) > 1:
            raise typer.BadParameter("FILE stands for several files; name one.")
        reading = read_one(one[0], chosen)
        source = source_text(one_source(against), chosen)
        held = checked(reading, source)
        if as_json:
            write_out(told(reading, held, source))
        else:
            print_out(shown(reading, held, source, against, here.width, colour=here.colour))
