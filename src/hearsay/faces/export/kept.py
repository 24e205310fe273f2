"""The record shown: readings, statements found, the versions of a quotation, actors, judgements; as text and as CSV."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

import msgspec

from hearsay.faces.export import differences, facts
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, PLAIN, Line, said
from hearsay.faces.export.table import safe
from hearsay.fidelity.check import Answer
from hearsay.reading.attribution import Act, Mode
from hearsay.record.articles import independent
from hearsay.record.found import Hit
from hearsay.record.listed import Item, Totals
from hearsay.record.overrides import SAME, UNDO, Row
from hearsay.record.people import Person
from hearsay.record.traced import Trace, Version

SHORT = 40  # words of a statement in a list
NOBODY = "nobody named"


def listed(items: Sequence[Item], totals: Totals, address: str = "") -> Iterator[Line]:
    """The readings of a record, or of one address in it."""
    if not items and address:
        yield said(f"No reading of {address} is in the record: `hearsay list` shows all.", indent=0)
        return
    if not items:
        yield said("The record is empty: `hearsay add FILES…` keeps readings in it.", indent=0)
        return
    told = (
        f"{facts.many(totals.readings, 'reading')} of {facts.many(totals.articles, 'article')}"
        f" from {facts.many(totals.independent, 'independent source')},"
        f" {facts.many(totals.statements, 'statement')}"
    )
    yield said(told, indent=0, style=HEAD)
    for item in items:
        version = f" · version {item.version}" if item.version > 1 else ""
        copy = f" · a copy of {item.copy_of}" if item.copy_of else ""
        note = f"  {facts.many(item.statements, 'statement')}{version}{copy}"
        name = item.title or facts.file_name(item.address)
        head = ((f"{_day(item.day)}  ", DIM), (name, NAME), (note, PLAIN))
        yield Line(head, 2, 8, f"{item.id}")
        where = " · ".join(part for part in (item.outlet, item.address) if part not in ("", name))
        if where:
            yield said(where, indent=8, style=DIM)
    if len(items) < totals.readings:
        more = totals.readings - len(items)
        yield said(f"… and {more} more: --limit shows them.", indent=2, style=DIM)


def hits(found: Sequence[Hit], *, more: bool) -> Iterator[Line]:
    """Statements that were looked for."""
    if not found:
        yield said("No statement in the record fits that.", indent=0)
        return
    told = (
        f"{facts.many(len(found), 'statement')} in {facts.many(len({h.address for h in found}), 'article')},"
        f" from {facts.many(independent(found), 'independent source')}"
    )
    yield said(f"The last {told}; --limit shows more." if more else told, indent=0, style=HEAD)
    for hit in found:
        yield BLANK
        yield from statement(hit)


def statement(hit: Hit, note: str = "", words: str = "") -> Iterator[Line]:
    """A statement with its article; its words, or some of them."""
    chained = " ← " in hit.chain and "speaker" not in hit.corrected
    who = hit.chain if chained else hit.speaker
    if hit.jointly:
        who = f"{facts.listed([hit.speaker, *hit.jointly])}{who.removeprefix(hit.speaker)}"
    put = f" · put right: {', '.join(hit.corrected)}" if hit.corrected else ""
    how = " · ".join(part for part in (facts.MODES[Mode(hit.mode)], _act(hit)) if part)
    head = ((f"{who or NOBODY}  ", NAME), (f"{how}{put}{note}", PLAIN))
    yield Line(head, 2, 4)
    yield said(facts.shortened(facts.one_line(words or hit.words), SHORT), indent=4)
    parts = (
        f"{hit.reading} {hit.ref}",
        _day(hit.day),
        hit.outlet,
        hit.title or facts.file_name(hit.address),
    )
    yield said(" · ".join(part for part in parts if part), indent=4, style=DIM)


def _act(hit: Hit) -> str:
    """What is done in it, as the report has it; "" where it is only said."""
    return facts.ACTS.get(Act(hit.act), "")


def traced(found: Trace) -> Iterator[Line]:
    """The versions of a quotation, the first published first."""
    if not found.versions:
        yield said("Not found in the record; that does not make it false.", indent=0)
        return
    told = (
        f"{facts.many(len(found.versions), 'version')} in {facts.many(found.articles, 'article')},"
        f" from {facts.many(found.independent, 'independent source')}"
    )
    yield said(told, indent=0, style=HEAD)
    first = found.versions[0].hit
    dated = all(version.hit.day for version in found.versions)
    for version in found.versions:
        yield BLANK
        yield from statement(version.hit, f" · {_how(version, dated=dated)}", version.in_context)
        if version.since is not None:
            own = version.hit.words
            for line in differences.altered(version.since.differences, first.words, own):
                yield said(line, indent=6, hang=8)


def _how(version: Version, *, dated: bool) -> str:
    """What a version is beside the first, which is that for sure where all of them have a day."""
    if version.since is None and version.hit.day:
        return "the first" if dated else "the first of those with a day"
    if version.since is None:
        return "the first kept; its day is not known"
    if version.since.answer is Answer.NOT_FOUND:
        return "other words"
    return differences.changes(version.since.differences) or "the same"


def actors(found: Sequence[Person]) -> Iterator[Line]:
    """Actors across articles."""
    if not found:
        yield said("Nobody is called so in the record.", indent=0)
    for person in found:
        count = f"{facts.many(person.statements, 'statement')}, {facts.many(person.articles, 'article')}"
        if person.named:
            silent = f"{facts.many(person.named, 'article')} that {'names' if person.named == 1 else 'name'} them alone"
            count = f"{count}, {silent}" if person.statements else f"no statement, {silent}"
        yield Line(((f"{person.name}   ", NAME), (count, PLAIN)), 2, 6)
        if len(person.names) > 1:
            yield said(f"also {', '.join(person.names[1:])}", indent=6)
        if person.perhaps:
            yield said(f"perhaps {', '.join(person.perhaps)}", indent=6, style=DIM)


def judged(rows: Sequence[Row]) -> Iterator[Line]:
    """What people judged, the first first."""
    if not rows:
        yield said("Nobody has judged anything yet.", indent=0)
    for row in rows:
        stands = "" if row.stands else " · undone"
        note = f" · {row.note}" if row.note else ""
        head = (
            (_what(row), PLAIN),
            (stands, HEAD),
            (f"  {row.by}, {facts.day(row.at)}{note}", DIM),
        )
        yield Line(head, 2, 8, f"{row.id}")


def put_right(found: Sequence[tuple[str, str, str, Row]]) -> Iterator[Line]:
    """What people put right of a reading, under its report, which shows what was read."""
    if not found:
        return
    yield BLANK
    yield said("PUT RIGHT BY PEOPLE", indent=0, style=HEAD)
    for ref, field, value, row in found:
        now = "a wrong finding" if field == "wrong" else f"{field}: {value}"
        note = f" · {row.note}" if row.note else ""
        head = ((now, NAME), (f"  {row.by}, {facts.day(row.at)}{note} (judgement {row.id})", DIM))
        yield Line(head, 2, 8, ref)


def _what(row: Row) -> str:
    if row.kind == UNDO:
        return f"undoes {row.undoes}"
    about = msgspec.json.decode(row.about)
    if row.kind == SAME:
        return f"“{about[0]}” and “{about[1]}” are one"
    words = facts.shortened(about["words"], 12)
    now = "a wrong finding" if about["field"] == "wrong" else f"{about['field']}: {row.value}"
    return f"“{words}” · {now}"


def _day(day: str) -> str:
    return facts.day(day) if day else "no date"


def table(rows: Iterable[msgspec.Struct], kind: type[msgspec.Struct]) -> str:
    """A row for each, with the names of the columns; line ends as RFC 4180 has them."""
    names = kind.__struct_fields__
    return csv_of([names, *([_plain(getattr(row, name)) for name in names] for row in rows)])


def csv_of(lines: Iterable[Iterable[object]]) -> str:
    """Lines of a table; line ends as RFC 4180 has them."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [safe(field) for field in line] for line in lines
    )
    return out.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return "; ".join(str(one) for one in value)
    return "" if value is None else value
