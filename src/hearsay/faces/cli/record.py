"""The commands of the record: keep readings, list them, look for statements, trace a quotation, put right what is wrong."""

from collections.abc import Iterable
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
from hearsay.faces.cli.exits import DONE, FAILED, SOME_FAILED, orderly, say, say_error
from hearsay.faces.cli.options import (
    AS_SHIPPED,
    Debug,
    How,
    reads,
)
from hearsay.faces.cli.output import print_out, write_out

if TYPE_CHECKING:
    from hearsay.faces.export.lines import Line
    from hearsay.reading.reading import Reading

Where = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="FILE",
        help="The record: a file, or postgresql://USER@HOST/NAME; else the one in the user's folder of data.",
    ),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who judges, and not the user logged in."),
]
Note = Annotated[str, typer.Option("--note", metavar="WORDS", help="Why.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most so many.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="As a spreadsheet reads it.")]
Number = Annotated[int, typer.Argument(metavar="READING", help="Its number, as `list` shows it.")]


def _show(lines: "Iterable[Line]") -> None:
    from hearsay.faces.export.lines import rendered
    from hearsay.faces.settings import settings

    here = settings()
    print_out(rendered(lines, here.width, colour=here.colour))


def _me(by: str | None) -> str:
    from hearsay.faces.settings import settings

    return by or settings().who or "somebody"


def _wordy(words: str, *, optional: bool = False) -> None:
    """Nothing, where there is something to look for: a word."""
    from hearsay.record.prints import folded

    if not folded(words) and not (optional and not words):
        raise typer.BadParameter(f"there is no word in {words!r}.", param_hint="WORDS")


@reads
def add(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES…",
            help="Articles, as for `hearsay read`; or .json and .jsonl that it printed.",
            show_default=False,
        ),
    ],
    record: Where = None,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Read articles and keep their readings in the record."""
    with orderly(debug=debug), opened(record, make=True) as held:
        chosen = how.order()
        from hearsay.desk.kept import readings
        from hearsay.record.added import add as keep

        kept, lost = 0, 0
        for name, became in readings(files, chosen):
            if isinstance(became, Error):
                say_error(became)
                lost += 1
                continue
            made = keep(held, became, name)
            kept += 1
            told = f"{name}: kept as {made.id}" if made.new else f"{name}: {made.id} has it already"
            if made.before is not None:
                told += f", a new version of {made.before}"
            if made.again is not None and made.new:
                told += f", read anew: the text is that of {made.again}"
            elif made.copy_of is not None and made.new and made.before is None:
                told += f", a copy of {made.copy_of}"
            say(told)
        raise typer.Exit(DONE if not lost else SOME_FAILED if kept else FAILED)


def listing(
    address: Annotated[
        str | None,
        typer.Argument(
            metavar="ADDRESS", help="Of one article, for its versions.", show_default=False
        ),
    ] = None,
    record: Where = None,
    limit: Limit = 50,
    as_csv: AsCsv = False,
    debug: Debug = False,
) -> None:
    """List the readings of the record, the last added first."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.faces.export.kept import listed, table
        from hearsay.record.listed import Item, Totals, items, totals

        with held.reads() as connection:
            found = items(connection, address or "", limit)
            count = (
                Totals(len(found), 1, 1, sum(item.statements for item in found))
                if address
                else totals(connection)
            )
        if as_csv:
            write_out(table(found, Item).encode())
        else:
            _show(listed(found, count, address or ""))


def show(
    number: Number,
    record: Where = None,
    as_json: Annotated[bool, typer.Option("--json", help="The reading as it was kept.")] = False,
    debug: Debug = False,
) -> None:
    """Show a reading of the record as `hearsay read` does."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.desk.compare import compare as hold
        from hearsay.faces.export.compared import since
        from hearsay.faces.export.kept import put_right
        from hearsay.faces.export.report import report
        from hearsay.faces.settings import settings
        from hearsay.reading.codec import encode
        from hearsay.record.judged import corrections
        from hearsay.record.listed import before
        from hearsay.record.listed import held as of

        with held.reads() as connection:
            item, reading = of(connection, number)
            rows = corrections(connection, number)
            earlier = before(connection, number)
            first = of(connection, earlier)[1] if earlier is not None else None
        here = settings()
        if as_json:
            write_out(encode(reading) + b"\n")
        else:
            print_out(report(reading, item.address, here.width, colour=here.colour))
            if first is not None and earlier is not None:
                _show(since(item.version, earlier, number, hold(first, reading)))
            _show(put_right(rows))


def search(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help="All of them; in quotation marks, on end; with * at the end, words that begin so.",
        ),
    ] = "",
    actor: SaidBy = "",
    act: ActNamed = "",
    outlet: PublishedBy = "",
    source_type: TypeOfSource = "",
    since: Since = "",
    until: Until = "",
    record: Where = None,
    limit: Limit = 20,
    wrong: Wrong = False,
    as_csv: AsCsv = False,
    debug: Debug = False,
) -> None:
    """Look for statements by words, actor, act, outlet, day and type of source."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.faces.export.kept import hits, table
        from hearsay.record.found import Hit
        from hearsay.record.found import search as look

        _wordy(words, optional=True)
        with held.reads() as connection:
            asked = Asked(words, actor, act, outlet, source_type, since, until)
            found = look(connection, asked.wanted(connection), limit + 1, wrong=wrong)
        if as_csv:
            write_out(table(found[:limit], Hit).encode())
        else:
            _show(hits(found[:limit], more=len(found) > limit))


def trace(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A quotation, or part of one.")],
    record: Where = None,
    debug: Debug = False,
) -> None:
    """Show every version of a quotation: who said it, through whom, who had it first, how it changed."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.faces.export.kept import traced
        from hearsay.record.traced import trace as follow

        _wordy(words)
        with held.reads() as connection:
            found = follow(connection, words)
        _show(traced(found))


def actors(
    named: Annotated[
        str, typer.Argument(metavar="NAME", help="Words of a name; all actors without.")
    ] = "",
    same: Annotated[
        tuple[str, str] | None,
        typer.Option("--same", metavar="NAME NAME", help="Judge that two names are of one actor."),
    ] = None,
    record: Where = None,
    by: By = None,
    note: Note = "",
    limit: Limit = 50,
    as_csv: AsCsv = False,
    debug: Debug = False,
) -> None:
    """Show actors across articles; join those that are one."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.faces.export.kept import actors as shown
        from hearsay.faces.export.kept import table
        from hearsay.record.judged import same as join
        from hearsay.record.people import Person, people

        if same is not None:
            made = join(held, *same, by=_me(by), note=note)
            say(
                f"judgement {made}: {same[0]} and {same[1]} are one; `hearsay undo {made}` takes it back"
            )
            return
        with held.reads() as connection:
            found = people(connection, named, limit)
        if as_csv:
            write_out(table(found, Person).encode())
        else:
            _show(shown(found))


def correct(
    number: Number,
    ref: Annotated[str, typer.Argument(metavar="STATEMENT", help="Such as s3.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="speaker, act or wrong.")],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="A name, an act; nothing for wrong.")
    ] = "",
    record: Where = None,
    by: By = None,
    note: Note = "",
    debug: Debug = False,
) -> None:
    """Put a statement right: who said it, what is done in it, or that it is none. What the reader found is kept."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.record.judged import correct as put

        made = put(held, number, ref, field, value, by=_me(by), note=note)
        shown = value.lower() if field == "act" else value
        now = "is a wrong finding" if field == "wrong" else f"has the {field} {shown}"
        say(f"judgement {made}: {ref} of {number} {now}; `hearsay undo {made}` takes it back")


def undo(
    judgement: Annotated[
        int, typer.Argument(metavar="JUDGEMENT", help="Its number, as `judgements` shows it.")
    ],
    record: Where = None,
    by: By = None,
    note: Note = "",
    debug: Debug = False,
) -> None:
    """Take a judgement back. It stays to be seen, and so does who took it back."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.record.judged import undo as take_back

        made = take_back(held, judgement, by=_me(by), note=note)
        say(f"judgement {judgement} is undone by {made}")


def judgements(record: Where = None, debug: Debug = False) -> None:
    """Show what people judged, by whom and when."""
    with orderly(debug=debug), opened(record) as held:
        from hearsay.faces.export.kept import judged as shown
        from hearsay.record.overrides import judged

        with held.reads() as connection:
            rows = judged(connection)
        _show(shown(rows))


@reads
def compare(
    one: Annotated[
        str, typer.Argument(metavar="ONE", help="A number of the record, or an article.")
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The later one, the same.")],
    record: Where = None,
    as_csv: AsCsv = False,
    how: How = AS_SHIPPED,
    debug: Debug = False,
) -> None:
    """Hold two readings against one another, statement by statement: added, dropped, softened, hardened, changed."""
    with orderly(debug=debug):
        from hearsay.desk.compare import compare as hold
        from hearsay.desk.read import read_one
        from hearsay.desk.sources import sources
        from hearsay.faces.export.compared import compared, table
        from hearsay.record.listed import held as of

        def reading(given: str) -> "Reading":
            if given.isdecimal():
                with opened(record) as held, held.reads() as connection:
                    return of(connection, int(given))[1]
            chosen = how.order()
            return read_one(sources([given])[0], chosen)

        first, second = reading(one), reading(other)
        pairs = hold(first, second)
        if as_csv:
            write_out(table(first, second, pairs).encode())
        else:
            _show(compared(first, second, pairs))
