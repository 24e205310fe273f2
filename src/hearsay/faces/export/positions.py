"""Positions shown: who is bound to what, article by article, and what changed; as text and as CSV."""

from collections.abc import Iterator, Sequence

from hearsay.desk.positions import Change, Position, Thread
from hearsay.faces.export import facts
from hearsay.faces.export.bound import TO
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, PLAIN, Line, rendered, said
from hearsay.faces.export.table import written
from hearsay.faces.export.weighed import days

COLUMNS = (
    "who", "matter", "published", "force", "to", "condition", "place", "time", "purpose", "changes",
    "file", "commitment", "statement", "through", "taken", "taken_until", "told_again", "copies",
)  # fmt: skip
SHORT = 24  # words of a matter


def shown(threads: Sequence[Thread], width: int = 80, *, colour: bool = False) -> str:
    """The positions, to read.

    Args:
        threads: by actor and matter.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_lines(threads), width, colour=colour)


def _lines(threads: Sequence[Thread]) -> Iterator[Line]:
    if not threads:
        yield said("Nobody is bound to anything that was found.", indent=0)
    who = ""
    for thread in threads:
        if thread.who != who:
            if who:
                yield BLANK
            who = thread.who
            yield said(who, indent=0, style=HEAD)
        newest = thread.positions[-1]
        yield said(
            f"“{facts.shortened(newest.words(newest.bound.matter), SHORT)}”", indent=2, hang=4
        )
        for one in thread.positions:
            yield from _position(one, newest)


def _position(one: Position, newest: Position) -> Iterator[Line]:
    day, told_on = _days(one)
    verb, alone = TO[one.bound.force]
    told = (verb.format(one.to) if one.to else alone).removesuffix(" for")
    changes = [change.value for change in one.changes]
    changes += ["told again"] if one.again else []
    note = f" · {', '.join(changes)}" if changes else ""
    where = f"  {one.name} {one.bound.id}{told_on}"
    if one.also:
        where += f", and in {facts.many(len(one.also), 'copy', 'copies')}"
    head = ((f"{day}  ", NAME), (told, PLAIN), (note, HEAD), (where, DIM))
    yield Line(head, indent=4, hang=8)
    matter = one.words(one.bound.matter)
    if matter != newest.words(newest.bound.matter):
        yield said(f"what: “{facts.shortened(matter, SHORT)}”", indent=8, hang=10)
    for name, spans in (
        ("if", one.bound.condition),
        ("where", one.bound.place),
        ("when", one.bound.time),
        ("what for", one.bound.purpose),
    ):
        if spans:
            yield said(f"{name}: “{one.words(spans)}”", indent=8, hang=10)


def _days(one: Position) -> tuple[str, str]:
    """When a position was taken, and, where that is another day, when its article told of it."""
    start, end = one.taken.start, one.taken.end
    told_on = f", told on {facts.day(one.day)}" if one.day and one.day != end else ""
    if not end:
        return ("before" if one.taken.retold else "no date"), told_on
    return days(start, end), told_on


def table(threads: Sequence[Thread]) -> str:
    """A row for each position, with the names of the columns; line ends as RFC 4180 has them."""
    return written([COLUMNS, *(_row(one) for thread in threads for one in thread.positions)])


def _row(one: Position) -> Sequence[object]:
    bound = one.bound
    statement = next((s for s in one.reading.attributions if s.id == bound.attribution), None)
    return (
        one.who,
        one.words(bound.matter),
        one.reading.article.published or "",
        bound.force.value,
        one.to,
        *(one.words(spans) for spans in (bound.condition, bound.place, bound.time, bound.purpose)),
        "; ".join(change.value for change in one.changes if change is not Change.SAME),
        one.name,
        bound.id,
        bound.attribution or "",
        facts.through(one.reading, statement) if statement else "",
        one.taken.start,
        one.taken.end,
        "yes" if one.again else "",
        "; ".join(one.also),
    )
