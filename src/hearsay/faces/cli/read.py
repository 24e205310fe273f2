"""`hearsay read`: articles in, readings out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import Error
from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say_error
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    Format,
    How,
    Numbers,
    reads,
)
from hearsay.faces.cli.progress import Progress

if TYPE_CHECKING:
    from hearsay.desk.read import Order
    from hearsay.desk.sources import Source
    from hearsay.faces.cli.answers import Wanted

_BY_ENDING = {".json": Format.JSON, ".jsonl": Format.JSON, ".csv": Format.CSV}


@reads
def read(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES…",
            help="HTML or plain-text files, globs, http(s) addresses, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    as_brief: Annotated[bool, typer.Option("--brief", help="The same as --format brief.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="report: to read. brief: the report on a page. json: one line an article. csv: one line an attribution.",
            show_default="report, or by the ending of --output",
        ),
    ] = None,
    html: Annotated[
        str | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Write a page with the article marked, and no report. For several articles a folder: DIR/.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write there and not to standard output."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there already.")
    ] = False,
    how: How = AS_SHIPPED,
    scale: Numbers = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1, not 3, where some inputs failed.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Read articles, and print who said what, through whom, in which exact words."""
    with orderly(debug=debug):
        chosen = how.order(scale)
        inputs = _inputs(files)
        from hearsay.faces.cli.answers import Wanted, page_names
        from hearsay.faces.cli.output import spare
        from hearsay.faces.settings import settings

        wanted = Wanted(
            form=_form(
                form, output, as_json=as_json, as_brief=as_brief, pages_only=html is not None
            ),
            output=output,
            pages=page_names(html, inputs) if html is not None else (),
            force=force,
            quiet=quiet,
            here=settings(),
        )
        for written in (*map(Path, wanted.pages), *([output] if output is not None else ())):
            spare(written, (source.given for source in inputs))
        read_them, failed = _run(inputs, chosen, wanted, debug=debug)
        if failed:
            raise typer.Exit(FAILED if strict or not read_them else SOME_FAILED)
        raise typer.Exit(DONE)


def _inputs(files: list[str] | None) -> "list[Source]":
    from hearsay.desk.sources import sources
    from hearsay.faces.settings import reads_terminal

    if not files and reads_terminal():
        raise typer.BadParameter(
            "name a file or an address, or - to read what you type.", param_hint="FILES"
        )
    return sources(files or ["-"])


def _form(
    form: Format | None, output: Path | None, *, as_json: bool, as_brief: bool, pages_only: bool
) -> Format | None:
    """What to print: as asked for, else by the ending of the file; with --html nothing else."""
    asked = [Format.JSON] * as_json + [Format.BRIEF] * as_brief + [form] * (form is not None)
    if len(set(asked)) > 1:
        both = " and ".join(f"--{one}" if one is not form else f"--format {one}" for one in asked)
        raise typer.BadParameter(f"{both} cannot both be.", param_hint=f"--{asked[0]}")
    if asked:
        return asked[0]
    if output is not None:
        return _BY_ENDING.get(output.suffix.lower(), Format.REPORT)
    return None if pages_only else Format.REPORT


def _run(
    inputs: "list[Source]", chosen: "Order", wanted: "Wanted", *, debug: bool
) -> tuple[int, int]:
    """How many inputs were read, and how many were not."""
    from hearsay.desk.read import Done, outcome
    from hearsay.faces.cli.answers import Answers

    wanted.look_first()
    answers = Answers(wanted)
    read_them = 0
    with Progress(len(inputs), lively=wanted.here.lively and not wanted.quiet) as progress:
        for at, source in enumerate(inputs):
            progress.next(source.name)
            became = outcome(source, chosen)
            progress.clear()
            if not isinstance(became, Done):
                _complain(became.error, debug=debug)
                continue
            try:
                answers.give(became, at)
            except Error as error:
                _complain(error, debug=debug)
                continue
            read_them += 1
    answers.finish()
    return read_them, len(inputs) - read_them


def _complain(error: Error, *, debug: bool) -> None:
    if debug:
        import traceback

        typer.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    say_error(error)
