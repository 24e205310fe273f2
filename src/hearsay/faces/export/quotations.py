"""Facts of the words within marks in words: which quotations stand in no other, whose they are, what was done to them."""

from collections.abc import Iterator

from hearsay.faces.export import facts
from hearsay.reading.attribution import Mode
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reading
from hearsay.text.span import Span


def outermost(reading: Reading) -> Iterator[tuple[int, Quotation]]:
    """The quotations that stand in no other, each with its number from 1."""
    over: Span | None = None
    for number, one in enumerate(reading.quotations, 1):
        if over is None or one.span == over or not over.holds(one.span):
            over = one.span
            yield number, one


def orphans(reading: Reading) -> Iterator[tuple[int, Quotation]]:
    """The quotations that somebody must have uttered, and that the article gives to nobody."""
    given = {said.id for said in reading.attributions if facts.somebody(said)}
    for number, one in outermost(reading):
        if one.use is Use.QUOTE and one.attribution not in given:
            yield number, one


def repeated(reading: Reading, quotation: Quotation) -> str:
    """Whose words elsewhere a quotation that is given to nobody has again: "as in s5, Dmitry Peskov"; "" where they are nobody's there either."""
    for one in reading.variants:
        here, there = (one.b, one.a) if one.b.meets(quotation.span) else (one.a, one.b)
        if not here.meets(quotation.span):
            continue
        for said in reading.attributions:
            quoted = said.mode is not Mode.INDIRECT and any(there.meets(s) for s in said.content)
            if quoted and facts.somebody(said):
                return (
                    f"{'' if one.same else 'nearly '}as in {said.id}, {facts.chain(reading, said)}"
                )
    return ""


def edited(reading: Reading, quotation: Quotation) -> str:
    """What another hand put in and left out: "put in: (Russia’s); words left out at 2 places"."""
    text = reading.article.text
    put_in = ", ".join(facts.one_line(span.cut(text)) for span in quotation.insertions)
    told = [f"put in: {put_in}"] if put_in else []
    if quotation.elisions:
        count = len(quotation.elisions)
        told.append(
            f"words left out at {'one place' if count == 1 else facts.many(count, 'place')}"
        )
    return "; ".join(told)
