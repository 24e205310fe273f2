"""The command line: the words that people type.

Nothing heavy is imported before a command runs, so that help and completion come at once.
"""

import gc
import os
import sys
from typing import Annotated

import typer

from hearsay.faces.cli import (
    check,
    explain,
    export,
    forecasts,
    hypotheses,
    measure,
    positions,
    read,
    record,
    schema,
    sources,
    train,
)
from hearsay.faces.cli.exits import CODES
from hearsay.version import __version__

app = typer.Typer(
    name="hearsay",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read the news as a careful reader does: who said what, through whom, in which exact words.",
    epilog="Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in CODES.items()) + ".",
)
app.command(name="read")(read.read)
app.command(name="sources")(sources.sources)
app.command(name="positions")(positions.positions)
app.command(name="hypotheses")(hypotheses.hypotheses)
app.command(name="check")(check.check)
app.add_typer(forecasts.app, name="forecasts")
app.command(name="add")(record.add)
app.command(name="list")(record.listing)
app.command(name="show")(record.show)
app.command(name="search")(record.search)
app.command(name="trace")(record.trace)
app.command(name="compare")(record.compare)
app.command(name="actors")(record.actors)
app.command(name="correct")(record.correct)
app.command(name="undo")(record.undo)
app.command(name="judgements")(record.judgements)
app.command(name="export")(export.export)
app.command(name="explain")(explain.explain)
app.command(name="schema")(schema.schema)
app.command(name="train")(train.train)
app.add_typer(measure.app, name="measure")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hearsay {__version__}")
        raise typer.Exit


@app.callback()
def hearsay(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Read the news as a careful reader does: who said what, through whom, in which exact words."""


SELDOM = 50_000
"""Objects after which it is looked for those that only hold one another. With so many hardly ever while tables and programs are read,
of which all stays: that took six of a hundred parts of the time of reading one article.
"""


def _streams() -> None:
    """Put something in the place of streams that are closed: nothing comes in, and nothing is taken, which is told where an answer is written."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")


def run() -> None:
    """Run the command that this process was started with."""
    _streams()
    gc.set_threshold(SELDOM)
    app(prog_name="hearsay")
