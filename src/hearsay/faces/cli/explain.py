"""`hearsay explain`: why a finding is there."""

from typing import Annotated

import typer

from hearsay.errors import NoSuchFinding
from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    Numbers,
    reads,
)
from hearsay.faces.cli.output import print_out


@reads
def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="As for `hearsay read`: a file, -, or an address.")
    ],
    finding: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The finding, such as s1 or a2, as the report and the JSON name it."
        ),
    ],
    how: How = AS_SHIPPED,
    scale: Numbers = None,
    debug: Debug = False,
) -> None:
    """Show why a finding is there: its words, the rule that found it, and where they stand."""
    with orderly(debug=debug):
        chosen = how.order(scale)
        from hearsay.desk.read import read_one
        from hearsay.desk.sources import sources
        from hearsay.faces.export.explain import explain as explained
        from hearsay.faces.settings import settings

        here = settings()
        one = sources([file])
        if len(one) > 1:
            raise typer.BadParameter("FILE stands for several files; name one.")
        reading = read_one(one[0], chosen)
        try:
            told = explained(reading, finding, width=here.width, colour=here.colour)
        except NoSuchFinding as error:
            raise error.about(one[0].name) from error
        print_out(told)
