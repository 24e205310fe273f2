"""What the report says of explanations, forecasts, times, of the same words twice, and of the headline."""

from collections.abc import Iterator

from hearsay.faces.export import facts
from hearsay.faces.export.entries import Entry, Section, actor, first, quoted
from hearsay.reading.commitment import Forecast
from hearsay.reading.quotation import Variant
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event, HeadlineFinding, Support

BEGINNING = 10  # words by which a quotation is known
_SUPPORT = {
    Support.SUPPORTED: "borne out by the article",
    Support.OVERSTATED: "stronger than the article",
    Support.UNSUPPORTED: "not borne out by the article",
    Support.CONTRADICTED: "contradicted by the article",
}


def headline(reading: Reading) -> Section:
    """The headline held against its article."""
    found = reading.headline
    if found is None or (found.support is Support.SUPPORTED and not found.evidence):
        return Section("Headline", ())  # nothing was held against it
    told = Entry(
        _SUPPORT[found.support],
        terms=(found.why, *_besides(reading, found)),
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
                facts.variant(one),
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
        yield from facts.altered(one.differences, reading.article.text, reading.article.text)


def explanations(reading: Reading) -> Section:
    """The explanations that the article weighs, with what it gives for and against each."""
    entries: list[Entry] = []
    for weighed in reading.hypotheses:
        if weighed.question is not None:
            words = quoted(reading, (weighed.question,))
            entries.append(Entry(words, "asked:", at=weighed.question))
        for one in weighed.candidates:
            terms = [f"for: {quoted(reading, (span,))}" for span in one.supports]
            terms += [f"against: {quoted(reading, (span,))}" for span in one.against]
            counted = f"{len(one.supports)} for, {len(one.against)} against"
            claim = quoted(reading, one.claim)
            entries.append(Entry(counted, claim, terms=tuple(terms), at=first(one.claim)))
    return Section("Explanations weighed", tuple(entries))


def forecasts(reading: Reading) -> Section:
    """What is said to happen, by whom, how likely, by when."""
    return Section(
        "Forecasts",
        tuple(
            Entry(
                quoted(reading, one.content),
                f"{actor(reading, one.by)}:",
                one.id,
                tuple(_terms_of(reading, one)),
                at=first(one.content),
            )
            for one in reading.forecasts
        ),
    )


def _terms_of(reading: Reading, one: Forecast) -> Iterator[str]:
    likely = one.probability
    if likely is not None:
        words = quoted(reading, (likely.at,))
        yield f"how likely: {words} ({likely.low * 100:.0f} to {likely.high * 100:.0f} %)"
    if one.horizon is not None and one.horizon.at is not None:
        yield f"by when: {quoted(reading, (one.horizon.at,))}"
    if one.condition:
        yield f"only if: {quoted(reading, one.condition)}"


def timeline(reading: Reading) -> Section:
    """What happened, in the order of its days; what has no day comes last."""
    events = sorted(reading.timeline, key=lambda event: (event.start or "9", event.time))
    return Section(
        "Timeline",
        tuple(
            Entry(quoted(reading, event.event), _days(reading, event), at=event.time)
            for event in events
        ),
        table=True,
    )


def _days(reading: Reading, event: Event) -> str:
    if event.start is None and event.end is None:
        return quoted(reading, (event.time,))
    if event.start == event.end and event.start is not None:
        return facts.day(event.start)
    return " → ".join(facts.day(day) if day else "" for day in (event.start, event.end)).strip()
