"""`hearsay measure`: how good hearsay is, on sets that people have labelled."""

from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.options import Debug
from hearsay.faces.cli.output import print_out, write_out

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Measure hearsay on labelled sets."
)


@app.callback()
def measure() -> None:
    """Measure hearsay on labelled sets."""


@app.command()
def page(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder of labelled pages and texts.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    debug: Debug = False,
) -> None:
    """Report how well pages become articles: precision and recall for each role, and body F1."""
    with orderly(debug=debug):
        from hearsay.measure.page import measure_pages

        scores = measure_pages(folder)
        if as_json:
            write_out(scores.as_json())
        else:
            print_out(scores.as_text())
