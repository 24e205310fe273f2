"""`hearsay forecasts`: a ledger of forecasts, what became of them, and how good they were."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import BadForecast, Error
from hearsay.faces.cli.exits import (
    DONE,
    FAILED,
    SOME_FAILED,
    misunderstood,
    orderly,
    say,
    say_error,
)
from hearsay.faces.cli.options import (
    AllowPrivate,
    Debug,
    ModelFolder,
    NoModel,
    Numbers,
    Published,
    Timeout,
    order,
)
from hearsay.faces.cli.output import look_first, print_out, write_file, write_out

if TYPE_CHECKING:
    from hearsay.faces.settings import Settings
    from hearsay.ledger.record import Change, Kept, Record

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Keep forecasts until they come true or not, and see how good they were.",
)


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


Place = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger, and not the one in the user's folder of data.",
    ),
]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who makes the change, and not the user logged in."),
]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The forecast, as `list` shows it.")]
AsCsv = Annotated[
    bool, typer.Option("--csv", help="One line a forecast, as a spreadsheet reads it.")
]


@app.command()
def add(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES…",
            help="Articles, as for `hearsay read`: all of their forecasts are added.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="ID", help="Of an article, this forecast only: f1. Repeatable."
        ),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(
            "--csv", metavar="FILE", help="The rows of a CSV file, as `list --csv` prints them."
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option("--words", metavar="TEXT", help="What is foretold, without an article."),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="With --words: who foretells it.")
    ] = "",
    made: Annotated[
        str,
        typer.Option("--made", metavar="DATE", help="With --words: the day on which it was made."),
    ] = "",
    due: Annotated[
        str,
        typer.Option(
            "--due", metavar="DATE", help="With --words: the last day for it to come true."
        ),
    ] = "",
    chance: Annotated[
        float | None,
        typer.Option("--chance", min=0, max=1, help="With --words: how likely, 0.7 for 70 %."),
    ] = None,
    condition: Annotated[
        str,
        typer.Option("--condition", metavar="TEXT", help="With --words: without it, it is void."),
    ] = "",
    outlet: Annotated[
        str, typer.Option("--outlet", metavar="NAME", help="With --words: where it was published.")
    ] = "",
    scale: Numbers = None,
    ledger: Place = None,
    who: Who = None,
    published: Published = None,
    allow_private: AllowPrivate = False,
    timeout: Timeout = 20.0,
    model: ModelFolder = None,
    no_model: NoModel = False,
    debug: Debug = False,
) -> None:
    """Keep the forecasts of articles, of a CSV file, or one by hand; none is kept twice."""
    with orderly(debug=debug):
        if sum((bool(files), csv is not None, words is not None)) != 1:
            raise typer.BadParameter("give articles, --csv FILE, or --words TEXT: one of them.")
        me, now = _me(who), _now()
        failed = 0
        every: list[tuple[Kept, Change | None]]
        if csv is not None:
            every = _from_csv(csv, me, now)
        elif words is not None:
            every = [(_by_hand(words, by, made, due, chance, condition, outlet), None)]
        else:
            chosen = order(
                published,
                allow_private=allow_private,
                timeout=timeout,
                model=model,
                no_model=no_model,
                scale=scale,
            )
            from hearsay.desk.read import Done, read_many
            from hearsay.desk.sources import sources
            from hearsay.ledger.gather import gathered

            every = []
            wanted = sources(files or [])
            read = len(wanted)
            for became in read_many(wanted, chosen):
                if isinstance(became, Done):
                    found = gathered(became.reading, became.name, only or ())
                    every += [(kept, None) for kept in found]
                else:
                    say_error(became.error)
                    failed += 1
                    read -= 1
            if not read:
                raise typer.Exit(FAILED)
        _bring(every, ledger, me, now)
        raise typer.Exit(SOME_FAILED if failed else DONE)


def _bring(
    every: "list[tuple[Kept, Change | None]]", ledger: Path | None, me: str, now: str
) -> None:
    """Keep forecasts, and say which numbers they have."""
    if not every:
        print_out("No forecast was found.\n")
        return
    from hearsay.ledger.store import open_ledger

    with open_ledger(_place(ledger), make=True) as book:
        became = book.bring(every, me, now)
    new = [number for number, is_new in became if is_new]
    old = len(became) - len(new)
    told = f"Kept or changed {len(new)}: {_numbers(new)}. " if new else "Nothing new. "
    known = f"{old} stood in the ledger already." if old else ""
    print_out(f"{told}{known}".strip() + "\n")


def _numbers(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _from_csv(file: Path, me: str, now: str) -> "list[tuple[Kept, Change | None]]":
    from hearsay.faces.export.ledger_table import brought

    try:
        given = file.read_bytes()
    except OSError as error:
        raise BadForecast(
            f"it cannot be read: {error.strerror or error}", "look at its name", str(file)
        ) from error
    try:
        return brought(given, me, now)
    except BadForecast as error:
        raise error.about(str(file))  # noqa: B904 - the same error, with its name


def _by_hand(
    words: str, by: str, made: str, due: str, chance: float | None, condition: str, outlet: str
) -> "Kept":
    from hearsay.ledger.record import Kept, exactly, key_of

    if not by:
        raise typer.BadParameter("say who foretells it.", param_hint="--by")
    return Kept(
        key=key_of(made, by, outlet, words, condition, due),
        by=by,
        words=words,
        made=_day(made, "--made"),
        outlet=outlet,
        condition=condition,
        due=_day(due, "--due"),
        chance=exactly(chance) if chance is not None else None,
    )


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
            for one in _records(ledger)
            if (not wanted or one.status.value in wanted)
            and by.lower() in one.kept.by.lower()
            and outlet.lower() in one.kept.outlet.lower()
        ]
        _print(found, as_csv=as_csv)


@app.command()
def show(number: Number, ledger: Place = None, debug: Debug = False) -> None:
    """Show a forecast with every change, who made it and when."""
    with orderly(debug=debug):
        from hearsay.faces.export.ledger import shown
        from hearsay.ledger.store import open_ledger

        with open_ledger(_place(ledger)) as book:
            one = book.record(number)
        here = _settings()
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
        last = date.fromisoformat(_day(on, "--on") if on else _today()) + timedelta(within)
        still = [one for one in _records(ledger) if one.status.value == StatusName.OPEN.value]
        found = [one for one in still if one.due and one.due <= last.isoformat()]
        _print(sorted(found, key=lambda one: (one.due, one.number)), as_csv=as_csv)
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
            help="What became of it: void where its condition failed, open to take back what was said of it."
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
        from hearsay.ledger.record import Change, Deed, Status

        if status is not StatusName.OPEN and not evidence.strip():
            raise typer.BadParameter("say where it can be seen.", param_hint="--evidence")
        day = _day(on, "--on") if on else _today()
        _change(
            number,
            Change(_now(), _me(who), Deed.RESOLVED, Status(status.value), day, evidence),
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
        from hearsay.ledger.record import Change, Deed

        if due is None and chance is None:
            raise typer.BadParameter("give --due, --chance or both.")
        day = _day(due, "--due") if due else due
        change = Change(_now(), _me(who), Deed.AMENDED, evidence=evidence, due=day, chance=chance)
        _change(number, change, ledger)


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
        from hearsay.ledger.score import By
        from hearsay.ledger.score import score as reckoned

        if svg is not None:
            look_first(svg, force=force)
        records = _records(ledger)
        found = reckoned(records, By(by.value))
        if svg is not None:
            title = "Calibration: how likely forecasts were made, and how many came true"
            write_file(svg, drawn(found.bins, title).encode(), force=force)
        here = _settings()
        if as_csv:
            write_out(table(found).encode())
        else:
            print_out(scored(found, by.value, here.width, colour=here.colour))


def _records(ledger: Path | None) -> "tuple[Record, ...]":
    from hearsay.ledger.store import open_ledger

    with open_ledger(_place(ledger)) as book:
        return book.records()


def _change(number: int, change: "Change", ledger: Path | None) -> None:
    """Add a change, and show the forecast as it stands."""
    from hearsay.faces.export.ledger import listed
    from hearsay.ledger.store import open_ledger

    with open_ledger(_place(ledger)) as book:
        one = book.change(number, change)
    here = _settings()
    print_out(listed([one], here.width, colour=here.colour))


def _print(records: "list[Record]", *, as_csv: bool) -> None:
    if as_csv:
        from hearsay.faces.export.ledger_table import table

        write_out(table(records).encode())
        return
    from hearsay.faces.export.ledger import listed

    here = _settings()
    print_out(listed(records, here.width, colour=here.colour))


def _settings() -> "Settings":
    from hearsay.faces.settings import settings

    return settings()


def _place(ledger: Path | None) -> Path:
    """The file of the ledger."""
    return ledger if ledger is not None else _settings().data / "forecasts.sqlite"


def _me(who: str | None) -> str:
    """Who makes a change."""
    name = (_settings().who if who is None else who).strip()
    if not name:
        raise typer.BadParameter("say who makes the change.", param_hint="--who")
    return name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _day(given: str, option: str) -> str:
    """A day as ISO 8601 has it; "" for ""."""
    if not given:
        return ""
    from hearsay.desk.day import day_or_moment

    try:
        return day_or_moment(given)[:10]
    except Error as error:
        misunderstood(error.about(option))
