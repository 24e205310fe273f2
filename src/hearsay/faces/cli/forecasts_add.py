"""`hearsay forecasts add`: forecasts of articles, of a record, of a CSV file, or one by hand, into the ledger."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import BadForecast, NoSuchFinding
from hearsay.faces.cli.asked import Asked, opened
from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say, say_error
from hearsay.faces.cli.ledger import Place, Who, day_of, name_of, now, place_of
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    Numbers,
    reads,
)
from hearsay.faces.cli.output import print_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.desk.read import Order
    from hearsay.ledger.entry import Change, Kept


@reads
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
    record: Annotated[
        str | None,
        typer.Option(
            "--record",
            metavar="FILE",
            help="Those of a record, each once, whatever copies and versions there are: a file, postgresql://USER@HOST/NAME, or `own`, the one in the user's folder of data.",
        ),
    ] = None,
    about: Annotated[
        str,
        typer.Option(
            "--about",
            metavar="WORDS",
            help="With --record: with all of these words, as for `hearsay search`.",
        ),
    ] = "",
    actor: Annotated[
        str, typer.Option("--actor", metavar="NAME", help="With --record: foretold by.")
    ] = "",
    act: Annotated[
        str, typer.Option("--act", metavar="ACT", help="With --record: such as promise.")
    ] = "",
    source_type: Annotated[
        str,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="With --record: of source, such as “anonymous source”.",
        ),
    ] = "",
    since: Annotated[
        str,
        typer.Option("--since", metavar="DAY", help="With --record: published on it or after."),
    ] = "",
    until: Annotated[
        str,
        typer.Option("--until", metavar="DAY", help="With --record: published on it or before."),
    ] = "",
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
        str,
        typer.Option(
            "--outlet", metavar="NAME", help="With --words or --record: where it was published."
        ),
    ] = "",
    scale: Numbers = None,
    ledger: Place = None,
    who: Who = None,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Keep the forecasts of articles, of a record, of a CSV file, or one by hand; none is kept twice."""
    with orderly(debug=debug):
        if sum((bool(files), csv is not None, record is not None, words is not None)) != 1:
            raise typer.BadParameter(
                "give articles, --record FILE, --csv FILE, or --words TEXT: one of them."
            )
        asked = Asked(about, actor, act, outlet, source_type, since, until)
        if record is None and any((about, actor, act, source_type, since, until)):
            raise typer.BadParameter(
                "--about, --actor, --act, --type, --since and --until choose among the forecasts of a record: name it with --record."
            )
        me, moment = name_of(who), now()
        failed = 0
        every: list[tuple[Kept, Change | None]]
        if csv is not None:
            every = _from_csv(csv, me, moment)
        elif words is not None:
            every = [(_by_hand(words, by, made, due, chance, condition, outlet), None)]
        elif record is not None:
            every = [(kept, None) for kept in _from_record(record, asked)]
        else:
            chosen = how.order(scale)
            every, failed = _from_articles(files or [], only or (), chosen)
        _bring(every, ledger, me, moment)
        raise typer.Exit(SOME_FAILED if failed else DONE)


def _from_articles(
    files: list[str], only: Iterable[str], chosen: "Order"
) -> "tuple[list[tuple[Kept, Change | None]], int]":
    """The forecasts of articles, and how many of these could not be read."""
    from hearsay.desk.read import Done, read_many
    from hearsay.desk.sources import sources
    from hearsay.ledger.gather import gathered

    every: list[tuple[Kept, Change | None]] = []
    failed, there = 0, set[str]()
    wanted = sources(files)
    for became in read_many(wanted, chosen):
        if isinstance(became, Done):
            every += [(kept, None) for kept in gathered(became.reading, became.name, only)]
            there |= {one.id for one in became.reading.forecasts}
        else:
            say_error(became.error)
            failed += 1
    if failed == len(wanted):
        raise typer.Exit(FAILED)
    if unknown := sorted({*only} - there):
        raise NoSuchFinding(
            f"there is no forecast {' nor '.join(unknown)}",
            f"there are {', '.join(sorted(there, key=lambda one: int(one[1:])))}"
            if there
            else "no forecast was found",
        )
    return every, failed


def _from_record(record: str, asked: Asked) -> "Sequence[Kept]":
    """The forecasts of a record, each once."""
    from hearsay.faces.export import facts
    from hearsay.record.foretold import foretold

    with opened(record) as held, held.reads() as connection:
        found = foretold(connection, asked.wanted(connection))
    if found.forecasts:
        told = f"{facts.many(len(found.forecasts), 'forecast')} in {facts.many(found.articles, 'article')}"
        if found.again:
            told += (
                f"; {found.again} more stand in versions and copies of these, and are counted once"
            )
        say(told)
    return found.forecasts


def _bring(
    every: "list[tuple[Kept, Change | None]]", ledger: Path | None, me: str, now: str
) -> None:
    """Keep forecasts, and say what became of each."""
    if not every:
        print_out("No forecast was found.\n")
        return
    from hearsay.faces.export.brought import told
    from hearsay.ledger.store import open_ledger

    with open_ledger(place_of(ledger), make=True) as book:
        became = book.bring(every, me, now)
    print_out(told(became))


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
    from hearsay.ledger.entry import Kept, exactly, key_of

    if not by:
        raise typer.BadParameter("say who foretells it.", param_hint="--by")
    return Kept(
        key=key_of(made, by, outlet, words, condition, due),
        by=by,
        words=words,
        made=day_of(made, "--made"),
        outlet=outlet,
        condition=condition,
        due=day_of(due, "--due"),
        chance=exactly(chance) if chance is not None else None,
    )
