"""What the report says of explanations, times, of the same words twice, and of the headline."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from hearsay.desk.matrix import Bearing, Evidence, matrices, ranked
from hearsay.faces.export import differences, facts
from hearsay.faces.export.entries import Entry, Section, first, quoted
from hearsay.reading.quotation import Variant
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event, HeadlineFinding, Support
from hearsay.text.span import Span, Spans

LAST_MONTH = 12
BESIDE = 8  # characters beside a time between the words of its event: "on", "the"
BEGINNING = 10  # words by which a quotation is known
_SUPPORT = {
    Support.SUPPORTED: "borne out by the article",
    Support.OVERSTATED: "stronger than the article",
    Support.UNSUPPORTED: "not borne out by the article",
    Support.CONTRADICTED: "contradicted by the article",
}

DOUBT = "of such verdicts on news one in four is right: look at both"
"""What is told with a verdict of `ACCUSES`; counted by reading those on PolNeAR's training half (benchmarks/README.md)."""

ACCUSES = (Support.OVERSTATED, Support.CONTRADICTED)


def headline(reading: Reading) -> Section:
    """The headline held against its article."""
    found = reading.headline
    if found is None or (found.support is Support.SUPPORTED and not found.evidence):
        return Section("Headline", ())  # nothing was held against it
    doubt = (DOUBT,) if found.support in ACCUSES else ()
    told = Entry(
        _SUPPORT[found.support],
        terms=(found.why, *_besides(reading, found), *doubt),
        at=found.span,
    )
    return Section("Headline", (told,))


def _besides(reading: Reading, found: HeadlineFinding) -> Iterator[str]:
    """The words that decided, where the verdict does not have them itself."""
    for span in found.evidence:
        words = facts.one_line(span.cut(reading.article.text))
        head = facts.shortened(words, BEGINNING).partition(" [")[0]
        if head not in found.why:
            yield quoted(reading, (span,))


def variants(reading: Reading) -> Section:
    """Words that the article gives at two places, and what became of them; those that changed first."""
    numbered = list(enumerate(reading.variants, 1))
    return Section(
        "The same words twice",
        tuple(
            Entry(
                differences.variant(one),
                f"{facts.place(reading, one.a)} → {facts.place(reading, one.b)}:",
                f"v{number}",
                terms=tuple(_versions(reading, one)),
                at=one.b,
            )
            for number, one in sorted(numbered, key=lambda pair: pair[1].same)
        ),
    )


def _versions(reading: Reading, one: Variant) -> Iterator[str]:
    yield quoted(reading, (one.a,))
    if not one.same:
        yield quoted(reading, (one.b,))
        yield from differences.altered(one.differences, reading.article.text, reading.article.text)


def explanations(reading: Reading) -> Section:
    """The explanations that the article weighs, with what it gives for and against each."""
    entries: list[Entry] = []
    for number, matrix in enumerate(matrices(reading), 1):
        asked = quoted(reading, (matrix.question,), BEGINNING * 3) if matrix.question else ""
        entries.append(Entry(asked, "asked:" if asked else "", f"e{number}", at=matrix.question))
        for rank in sorted(ranked(matrix), key=lambda one: one.explanation.claim):
            one = rank.explanation
            terms = [
                f"{name}: {quoted(reading, (row.span,))}{_goes_back(reading, row)}"
                for name, mark in (("for", Bearing.CONSISTENT), ("against", Bearing.INCONSISTENT))
                for row in matrix.evidence
                if matrix.mark(one.id, row.id) is mark
            ]
            counted = f"{rank.consistent} for, {rank.inconsistent} against"
            claim = quoted(reading, one.claim)
            entries.append(Entry(counted, claim, terms=tuple(terms), at=first(one.claim)))
    return Section("Explanations weighed", tuple(entries))


def _goes_back(reading: Reading, row: Evidence) -> str:
    """Who gives a piece of evidence, where it is not the author."""
    return f" ({facts.actors_of(reading)[row.root].name})" if row.root else ""


def timeline(reading: Reading) -> Section:
    """What happened, in the order of its days; what has none comes last, with the reason."""
    return Section(
        "Timeline", tuple(_happened(reading, event, n) for n, event in in_order(reading))
    )


def in_order(reading: Reading) -> list[tuple[int, Event]]:
    """The events with their numbers from 1, in the order of their days; those without any last."""
    return sorted(enumerate(reading.timeline, 1), key=lambda one: _order(one[1]))


def happened(reading: Reading, event: Event) -> str:
    """The words of an event within marks; "" where there are none."""
    return quoted(reading, _around(event)) if event.event else ""


def _happened(reading: Reading, event: Event, number: int) -> Entry:
    time = quoted(reading, (event.time,))
    words = happened(reading, event)
    if not (event.start or event.end):
        return Entry(words, f"{time}:", f"t{number}", at=event.time, group=event.ground.note)
    return Entry(
        f"{words} ({time})".strip(), f"{days(event.start, event.end)}:", f"t{number}", at=event.time
    )


def _around(event: Event) -> Spans:
    """The words of an event; the time is told with them where it stands between two of them: "the 2016 vote"."""
    out: list[Span] = []
    for span in event.event:
        gap = out[-1].gap(span) if out else None
        if gap and gap.holds(event.time) and gap.length <= event.time.length + BESIDE:
            out[-1] = out[-1].hull(span)
        else:
            out.append(span)
    return tuple(out)


def _order(event: Event) -> tuple[bool, str, str, Span]:
    dated = event.start or event.end or ""
    return not dated, dated or event.ground.note, event.end or "9", event.time


def days(start: str | None, end: str | None) -> str:
    """Days as a person writes them: 28 Oct 2016, Oct 2016, 2016, from 1 Oct 2016."""
    if start is None or end is None:
        since = f"from {facts.day(start)}" if start else ""
        return since or f"up to {facts.day(end or '')}"
    begun, over = date.fromisoformat(start), date.fromisoformat(end)
    if begun == over:
        return facts.day(start)
    whole = begun.day == 1 and over.day == monthrange(over.year, over.month)[1]
    if whole and (begun.year, begun.month) == (over.year, over.month):
        return facts.day(start).partition(" ")[2]
    if whole and (begun.month, over.month, begun.year) == (1, LAST_MONTH, over.year):
        return str(begun.year)
    return f"{facts.day(start)} to {facts.day(end)}"
