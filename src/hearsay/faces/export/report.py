"""The report: a reading as a person reads it in a terminal.

Short lines; the article's own words within its own marks, or within “…” where it has none; everything
else in plain English; the most consequential thing first; a section only where there is something to
say. Good in 80 columns, without colour, in a pipe.
"""

from collections.abc import Iterator

from hearsay.faces.export import bound, entries, facts, foretold, own, statements, weighed
from hearsay.faces.export.brief import in_brief
from hearsay.faces.export.lines import BLANK, DIM, HEAD, Line, headed, rendered, said
from hearsay.reading.reading import Reading


def report(
    reading: Reading, name: str, width: int = 80, *, colour: bool = False, brief: bool = False
) -> str:
    """The report on a reading, with a line end.

    Args:
        reading: of one article.
        name: of the input, for an article without a title.
        width: columns.
        colour: whether escape sequences for colour may be in it.
        brief: whether what matters most is enough (`hearsay.faces.export.brief`).
    """
    told = in_brief if brief else _whole
    lines = (said(facts.title(reading, name), indent=0, style=HEAD), *told(reading))
    return rendered(lines, width, colour=colour)


def _whole(reading: Reading) -> Iterator[Line]:
    yield said(facts.standfirst(reading), indent=0)
    yield said(facts.amount(reading), indent=0)
    yield from headed(_sections(reading))
    if not reading.attributions and not reading.quotations:
        yield BLANK
        yield said("No statement was found.", indent=0)
    if reading.article.read:
        yield BLANK
        yield said(_read_by(reading), indent=0, style=DIM)


def _read_by(reading: Reading) -> str:
    """What read it: a reader of the report should know what cannot be in it."""
    by = f"hearsay {reading.reader.version}"
    if reading.reader.model is None:
        return (
            f"Read by rule, without a learned model, by {by}: quotations alone; what is told in other "
            "words is not in this report."
        )
    return f"Read by {by} with the learned model {reading.reader.model}."


def _sections(reading: Reading) -> Iterator[tuple[str, Iterator[Line]]]:
    """The sections, the most consequential first; remarks come before what rests on them."""
    yield "REMARKS", (said(remark) for remark in facts.remarks(reading))
    yield "HEADLINE", entries.lines(weighed.headline(reading))
    yield "WHO SPEAKS, AND THROUGH WHOM", statements.speakers(reading)
    yield "WHAT IS SAID", statements.statements(reading)
    yield "SAID LESS SURELY", statements.unsure(reading)
    yield "WHAT BINDS WHOM", entries.lines(bound.commitments(reading))
    yield "WHAT IS LEFT OPEN", entries.lines(bound.left_open(reading))
    yield "QUOTED, AND NOBODY NAMED", statements.orphans(reading)
    yield "THE SAME WORDS TWICE", entries.lines(weighed.variants(reading))
    yield "PUT INTO QUOTATIONS, AND LEFT OUT", statements.edits(reading)
    yield "OTHER WORDS IN QUOTATION MARKS", statements.uses(reading)
    yield "THE AUTHOR’S OWN VOICE", entries.lines(own.own_voice(reading))
    yield "EXPLANATIONS WEIGHED", entries.lines(weighed.explanations(reading))
    yield "WHAT IS FORETOLD", entries.lines(foretold.forecasts(reading))
    yield "TIMELINE", entries.lines(weighed.timeline(reading))
