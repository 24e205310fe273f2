"""`hearsay export`: what was read, in formats that others' tools read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import Error
from hearsay.faces.cli.asked import (
    ActNamed,
    Asked,
    PublishedBy,
    SaidBy,
    Since,
    TypeOfSource,
    Until,
    Wrong,
    opened,
)
from hearsay.faces.cli.destination import destination
from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say, say_error
from hearsay.faces.cli.formats import ExportFormat, TableName
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    Numbers,
    reads,
)
from hearsay.faces.cli.record import Where

if TYPE_CHECKING:
    from hearsay.faces.export.exchange.names import Readings
    from hearsay.reading.reading import Reading


@reads
def export(
    form: Annotated[
        ExportFormat, typer.Argument(metavar="FORMAT", help="docs/exports.md tells each.")
    ],
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES…",
            help="Articles, as for `hearsay read`; .json and .jsonl that it printed; - for either. Without any: the record.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Write there and not to standard output. A folder (OUT/): one file a table, for csv and parquet; for brat always.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there already.")
    ] = False,
    table: Annotated[
        TableName | None,
        typer.Option(
            "--table",
            help="For csv and parquet: this table alone.",
            show_default="statements; in a folder all",
        ),
    ] = None,
    record: Where = None,
    reading: Annotated[
        list[int] | None,
        typer.Option("--reading", metavar="N", help="Of the record: this one, as `list` shows it."),
    ] = None,
    words: Annotated[
        str, typer.Option("--words", metavar="WORDS", help="Of the record: as for `search`.")
    ] = "",
    actor: SaidBy = "",
    act: ActNamed = "",
    outlet: PublishedBy = "",
    source_type: TypeOfSource = "",
    since: Since = "",
    until: Until = "",
    wrong: Wrong = False,
    sure: Annotated[
        float,
        typer.Option(
            "--sure",
            metavar="SHARE",
            min=0,
            max=1,
            help="Only statements that are right so often: 0.6 leaves out what the report says less surely.",
        ),
    ] = 0.0,
    how: How = AS_SHIPPED,
    scale: Numbers = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Write what was read in a format that others' tools read."""
    with orderly(debug=debug):
        filters = {
            "--words": words,
            "--actor": actor,
            "--act": act,
            "--outlet": outlet,
            "--type": source_type,
            "--since": since,
            "--until": until,
        }
        _fit(files, record, reading, [name for name, given in filters.items() if given])
        out = destination(form, table, output, force=force)
        out.look_first(files or ())
        if files:
            chosen = how.order(scale)
            from hearsay.desk.kept import readings

            found = readings(files, chosen)
        else:
            asked = Asked(words, actor, act, outlet, source_type, since, until)
            found = _of_record(record, reading or (), asked, wrong=wrong)
        these, lost = _sorted(found, sure)
        if lost and not these:
            raise typer.Exit(FAILED)
        written = out.write(these)
        if not quiet:
            _tell(written, len(these), of_record=not files)
        raise typer.Exit(SOME_FAILED if lost else DONE)


def _fit(
    files: list[str] | None, record: str | None, reading: list[int] | None, filters: list[str]
) -> None:
    """Nothing, where what was asked for goes together."""
    of_record = [*(["--record"] if record is not None else []), *(["--reading"] if reading else [])]
    for option in [*of_record, *filters]:
        if files:
            raise typer.BadParameter(
                "it is for the record: leave the files out.", param_hint=option
            )
    if reading and filters:
        raise typer.BadParameter("name readings, or say what to look for.", param_hint=filters[0])


def _tell(written: str, many: int, *, of_record: bool) -> None:
    """Say what was written, and how much of the record is in it."""
    from hearsay.faces.export.facts import many as counted

    where = f"wrote {written}" if written else ""
    told = f"{counted(many, 'reading')} of the record" if of_record else ""
    if where or told:
        say(": ".join(part for part in (where, told) if part))


def _sorted(found: "Iterable[tuple[str, Reading | Error]]", sure: float) -> "tuple[Readings, int]":
    """What was read, and how many inputs were not, which are named."""
    from hearsay.reading.part import without

    these: list[tuple[str, Reading]] = []
    lost = 0
    for name, became in found:
        if isinstance(became, Error):
            say_error(became)
            lost += 1
        else:
            unsure = {one.id for one in became.attributions if one.confidence < sure}
            these.append((name, without(became, unsure) if unsure else became))
    return these, lost


def _of_record(
    record: str | None, reading: Iterable[int], asked: Asked, *, wrong: bool
) -> "Iterator[tuple[str, Reading | Error]]":
    from hearsay.record.standing import by_numbers, standing

    with opened(record) as held, held.reads() as connection:
        numbers = tuple(reading)
        if numbers:
            yield from by_numbers(connection, numbers, wrong=wrong)
            return
        yield from standing(connection, asked.wanted(connection), wrong=wrong)
