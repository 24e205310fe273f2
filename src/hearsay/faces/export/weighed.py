"""What the report says of commitments, forecasts, explanations, times, and of the headline."""

from collections.abc import Iterator

from hearsay.faces.export import facts
from hearsay.faces.export.lines import NAME, PLAIN, Line, columns, said
from hearsay.reading.commitment import Commitment, Force, Forecast
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event, Support
from hearsay.text.span import Span, Spans, cut

SHORT = 20  # words of the article in one place
_SUPPORT = {
    Support.SUPPORTED: "borne out by the article",
    Support.OVERSTATED: "stronger than the article",
    Support.UNSUPPORTED: "not borne out by the article",
    Support.CONTRADICTED: "contradicted by the article",
}
_FORCES = {
    Force.REQUEST: "requests",
    Force.URGE: "urges",
    Force.REFUSE: "refuses",
    Force.AGREE: "agrees to",
    Force.PERMIT: "permits",
    Force.FORBID: "forbids",
    Force.RESERVE: "reserves",
    Force.PROMISE: "promises",
    Force.THREATEN: "threatens",
    Force.INTEND: "intends",
}


def headline(reading: Reading) -> Iterator[Line]:
    """The headline held against its article."""
    found = reading.headline
    if found is None:
        return
    yield said(_SUPPORT[found.support])
    yield said(found.why)
    for span in found.evidence:
        yield said(_words(reading, (span,)), indent=4)


def commitments(reading: Reading) -> Iterator[Line]:
    """Who undertakes, asks or refuses what, and on what terms."""
    for bound in reading.commitments:
        to = f" to {_actor(reading, bound.to)}" if bound.to else ""
        head = f"{_actor(reading, bound.by)} {_FORCES[bound.force]}{to} "
        yield Line(((head, NAME), (_words(reading, bound.matter), PLAIN)), indent=2, hang=6)
        for line in _terms(reading, bound):
            yield said(line, indent=6)


def _terms(reading: Reading, bound: Commitment) -> Iterator[str]:
    """On what terms, a line each."""
    for name, spans in (
        ("if", bound.condition),
        ("where", bound.place),
        ("when", bound.time),
        ("what for", bound.purpose),
    ):
        if spans:
            yield f"{name}: {_words(reading, spans)}"
    if bound.authority is not None:
        who = _actor(reading, bound.authority.who)
        yield f"who decides: {who}, over {_words(reading, bound.authority.over)}"


def left_open(reading: Reading) -> Iterator[Line]:
    """The words that leave something open."""
    words = dict.fromkeys(_words(reading, (one.span,)) for one in reading.qualifiers)
    if words:
        yield said(" · ".join(words))


def variants(reading: Reading) -> Iterator[Line]:
    """Words that the article gives at two places, and what became of them."""
    for one in reading.variants:
        places = f"{facts.place(reading, one.a)} → {facts.place(reading, one.b)}"
        how = "same" if one.same else ", ".join(one.how) or "differs"
        yield Line(((f"{places}: ", NAME), (how, PLAIN)), indent=2, hang=6)
        if not one.same:
            yield said(_words(reading, (one.a,)), indent=6)
            yield said(_words(reading, (one.b,)), indent=6)


def explanations(reading: Reading) -> Iterator[Line]:
    """The explanations that the article weighs, with how much it gives for and against each."""
    for weighed in reading.hypotheses:
        if weighed.question is not None:
            yield said(_words(reading, (weighed.question,)))
        yield from columns(
            (
                _words(reading, one.claim),
                f"{len(one.supports)} for, {len(one.against)} against",
            )
            for one in weighed.candidates
        )


def forecasts(reading: Reading) -> Iterator[Line]:
    """What is said to happen, by whom, how likely, by when."""
    for one in reading.forecasts:
        head = f"{_actor(reading, one.by)}: "
        yield Line(((head, NAME), (_words(reading, one.content), PLAIN)), indent=2, hang=6)
        for line in _terms_of(reading, one):
            yield said(line, indent=6)


def _terms_of(reading: Reading, one: Forecast) -> Iterator[str]:
    likely = one.probability
    if likely is not None:
        words = _words(reading, (likely.at,))
        yield f"how likely: {words} ({likely.low * 100:.0f} to {likely.high * 100:.0f} %)"
    if one.horizon is not None and one.horizon.at is not None:
        yield f"by when: {_words(reading, (one.horizon.at,))}"
    if one.condition:
        yield f"only if: {_words(reading, one.condition)}"


def timeline(reading: Reading) -> Iterator[Line]:
    """What happened, in the order of its days; what has no day comes last."""
    events = sorted(reading.timeline, key=lambda event: (event.start or "9", event.time))
    yield from columns((_days(reading, event), _words(reading, event.event)) for event in events)


def _days(reading: Reading, event: Event) -> str:
    if event.start is None and event.end is None:
        return _words(reading, (event.time,))
    if event.start == event.end and event.start is not None:
        return facts.day(event.start)
    return " → ".join(facts.day(day) if day else "" for day in (event.start, event.end)).strip()


def _actor(reading: Reading, who: str) -> str:
    return "the author" if who == "author" else facts.actors_of(reading)[who].name


def _words(reading: Reading, spans: Spans | tuple[Span]) -> str:
    """Words of the article within marks: its own where it has them."""
    words = facts.shortened(facts.one_line(cut(spans, reading.article.text)), SHORT)
    return words if words[:1] in '“"‘«' else f"“{words}”"
