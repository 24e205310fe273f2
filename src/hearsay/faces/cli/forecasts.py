"""`hearsay forecasts`: a ledger of forecasts, what became of them, and how good they were."""

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.exits import orderly, say
from hearsay.faces.cli.forecasts_add import add
from hearsay.faces.cli.ledger import (
    AsCsv,
    Number,
    Place,
    Who,
    day_of,
    entries_of,
    make_change,
    name_of,
    now,
    place_of,
    print_entries,
    today,
)
from hearsay.faces.cli.options import Debug
from hearsay.faces.cli.output import look_first, print_out, write_file, write_out

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Keep forecasts until they come true or not, and see how good they were.",
)
app.command()(add)


class StatusName(StrEnum):
    """What became of a forecast."""

    OPEN = "open"
    TRUE = "true"
    FALSE = "false"
    VOID = "void"
    UNCLEAR = "unclear"
    DISPUTED = "disputed"


class ByName(StrEnum):
    """By what forecasts are put together."""

    ACTOR = "actor"
    OUTLET = "outlet"
    SCALE = "scale"


@app.command("list")
def list_(
    status: Annotated[
        list[StatusName] | None,
        typer.Option("--status", help="Those of which this became. Repeatable."),
    ] = None,
    by: Annotated[
        str,
        typer.Option("--by", metavar="NAME", help="Those of whose maker's name this is a part."),
    ] = "",
    outlet: Annotated[
        str, typer.Option("--outlet", metavar="NAME", help="Those of whose outlet this is a part.")
    ] = "",
    as_csv: AsCsv = False,
    ledger: Place = None,
    debug: Debug = False,
) -> None:
    """List the forecasts that are kept."""
    with orderly(debug=debug):
        wanted = {one.value for one in status or ()}
        found = [
            one
            for one in entries_of(ledger)
            if (not wanted or one.status.value in wanted)
            and by.lower() in one.kept.by.lower()
            and outlet.lower() in one.kept.outlet.lower()
        ]
        print_entries(found, as_csv=as_csv)


@app.command()
def show(number: Number, ledger: Place = None, debug: Debug = False) -> None:
    """Show a forecast with every change, who made it and when."""
    with orderly(debug=debug):
        from hearsay.faces.export.ledger import shown
        from hearsay.faces.settings import settings
        from hearsay.ledger.store import open_ledger

        with open_ledger(place_of(ledger)) as book:
            one = book.entry(number)
        here = settings()
        print_out(shown(one, here.width, colour=here.colour))


@app.command()
def due(
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Due on that day, and not today.")
    ] = None,
    within: Annotated[
        int, typer.Option("--within", metavar="DAYS", min=0, help="Or in so many days after it.")
    ] = 0,
    as_csv: AsCsv = False,
    ledger: Place = None,
    debug: Debug = False,
) -> None:
    """List the open forecasts whose last day has come; those without a day are counted."""
    with orderly(debug=debug):
        last = date.fromisoformat(day_of(on, "--on") if on else today()) + timedelta(within)
        still = [one for one in entries_of(ledger) if one.status.value == StatusName.OPEN.value]
        found = [one for one in still if one.due and one.due <= last.isoformat()]
        print_entries(sorted(found, key=lambda one: (one.due, one.number)), as_csv=as_csv)
        undated = sum(not one.due for one in still)
        if undated and not as_csv:
            say(
                f"{undated} open without a last day; `hearsay forecasts amend NUMBER --due DATE` sets one"
            )


@app.command()
def resolve(
    number: Number,
    status: Annotated[
        StatusName,
        typer.Argument(
            metavar="STATUS",
            help="What became of it: void where its condition failed, open to take back what was said of it.",
        ),
    ],
    evidence: Annotated[
        str,
        typer.Option(
            "--evidence", metavar="TEXT", help="Where it can be seen: an address, a source."
        ),
    ] = "",
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day on which it came about, and not today."),
    ] = None,
    ledger: Place = None,
    who: Who = None,
    debug: Debug = False,
) -> None:
    """Say what became of a forecast, on which day, and by which evidence. Earlier changes stay."""
    with orderly(debug=debug):
        from hearsay.ledger.entry import Change, Deed, Status

        if status is not StatusName.OPEN and not evidence.strip():
            raise typer.BadParameter("say where it can be seen.", param_hint="--evidence")
        day = day_of(on, "--on") if on else today()
        make_change(
            number,
            Change(now(), name_of(who), Deed.RESOLVED, Status(status.value), day, evidence),
            ledger,
        )


@app.command()
def amend(
    number: Number,
    due: Annotated[
        str | None,
        typer.Option(
            "--due", metavar="DATE", help="The last day for it to come true, as you read its words."
        ),
    ] = None,
    chance: Annotated[
        float | None,
        typer.Option(
            "--chance", min=0, max=1, help="How likely it was made, as you read its words."
        ),
    ] = None,
    evidence: Annotated[str, typer.Option("--evidence", metavar="TEXT", help="Why.")] = "",
    ledger: Place = None,
    who: Who = None,
    debug: Debug = False,
) -> None:
    """Set the last day of a forecast, or how likely it was made. What the article says stays."""
    with orderly(debug=debug):
        from hearsay.ledger.entry import Change, Deed

        if due is None and chance is None:
            raise typer.BadParameter("give --due, --chance or both.")
        day = day_of(due, "--due") if due else due
        change = Change(
            now(), name_of(who), Deed.AMENDED, evidence=evidence, due=day, chance=chance
        )
        make_change(number, change, ledger)


@app.command()
def score(
    by: Annotated[
        ByName, typer.Option("--by", help="By what they are put together.")
    ] = ByName.ACTOR,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Write calibration as a picture, too."),
    ] = None,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="One line a group, and one for all.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a picture that is there already.")
    ] = False,
    ledger: Place = None,
    debug: Debug = False,
) -> None:
    """Score what came true or not: Brier, logarithmic, reliability and resolution, calibration."""
    with orderly(debug=debug):
        from hearsay.faces.export.calibration import svg as drawn
        from hearsay.faces.export.ledger import scored
        from hearsay.faces.export.ledger_scores import table
        from hearsay.faces.settings import settings
        from hearsay.ledger.score import By
        from hearsay.ledger.score import score as reckoned

        if svg is not None:
            look_first(svg, force=force)
        entries = entries_of(ledger)
        found = reckoned(entries, By(by.value))
        if svg is not None:
            title = "Calibration: how likely forecasts were made, and how many came true"
            write_file(svg, drawn(found.bins, title).encode(), force=force)
        here = settings()
        if as_csv:
            write_out(table(found).encode())
        else:
            print_out(scored(found, by.value, here.width, colour=here.colour))
