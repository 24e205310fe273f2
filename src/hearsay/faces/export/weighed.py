"""What the report says of explanations, times, of the same words twice, and of the headline."""

from hearsay.faces.export import facts
from hearsay.faces.export.entries import Entry, Section, first, quoted
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event, Support

_SUPPORT = {
    Support.SUPPORTED: "borne out by the article",
    Support.OVERSTATED: "stronger than the article",
    Support.UNSUPPORTED: "not borne out by the article",
    Support.CONTRADICTED: "contradicted by the article",
}


def headline(reading: Reading) -> Section:
    """The headline held against its article."""
    found = reading.headline
    if found is None:
        return Section("Headline", ())
    told = Entry(
        _SUPPORT[found.support],
        terms=(found.why, *(quoted(reading, (span,)) for span in found.evidence)),
        at=found.span,
    )
    return Section("Headline", (told,))


def variants(reading: Reading) -> Section:
    """Words that the article gives at two places, and what became of them."""
    return Section(
        "The same words twice",
        tuple(
            Entry(
                "same" if one.same else ", ".join(one.how) or "differs",
                f"{facts.place(reading, one.a)} → {facts.place(reading, one.b)}:",
                terms=() if one.same else (quoted(reading, (one.a,)), quoted(reading, (one.b,))),
                at=one.b,
            )
            for one in reading.variants
        ),
    )


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
