"""What a notebook shows of a reading and of a statement: a stretch of HTML that loads and runs nothing.

Notebooks take away styles of pages and scripts of those whom they do not trust; so every style stands in its
element, colours are those of the notebook, and what is long is folded by the browser alone. Every word of the
article is escaped.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec
from jinja2 import Environment, StrictUndefined, Template

from hearsay.faces.export import bound, facts, foretold, own, weighed
from hearsay.faces.export.entries import Section
from hearsay.faces.export.marked import Mark, Piece, pieces
from hearsay.faces.python.words import ReadingInWords, Said, named

OPEN = 12  # statements that are shown before the others are folded
LONGEST = 60  # words of a statement that are shown


class Row(msgspec.Struct, frozen=True):
    """A statement in the table of a reading.

    Attributes:
        id: as in the JSON.
        who: the one whose words they are.
        through: who reports it; "" for nobody.
        how: the cue, in whose words, and what is not usual about it.
        words: what is said.
        known: whether somebody is named.
    """

    id: str
    who: str
    through: str
    how: str
    words: str
    known: bool


def whole(reading: ReadingInWords) -> str:
    """A reading: what it is of, who says what through whom, and the other findings, folded."""
    rows = tuple(_row(Said(reading, one)) for one in facts.shown(reading))
    return _template("reading.html").render(
        title=named(reading),
        language=reading.article.language,
        facts=facts.standfirst(reading),
        amount=facts.amount(reading),
        remarks=facts.remarks(reading, "published="),
        first=rows[:OPEN],
        rest=rows[OPEN:],
        sections=[section for section in _sections(reading) if section.entries],
        reader=reading.reader,
    )


def statement(said: Said) -> str:
    """A statement: who says it, its words where they stand, and why it is there."""
    return _template("statement.html").render(
        row=_row(said),
        language=said.reading.article.language,
        blocks=tuple(_blocks(said)),
        place=said.place,
        why=said.why,
        sure=facts.sure(said.confidence),
    )


def _row(said: Said) -> Row:
    one = said.attribution
    cue = f"“{facts.one_line(said.cue)}”" if said.cue else facts.without_cue(one)
    told = [
        cue,
        facts.mode(one),
        *facts.act(one),
        *facts.dispute(said.reading, one),
        *(["unsure"] if facts.unsure(one) else []),
    ]
    return Row(
        id=said.id,
        who=said.who,
        through=said.through,
        how=" · ".join(word for word in told if word),
        words=facts.shortened(facts.one_line(said.words), LONGEST),
        known=said.speaker is not None,
    )


def _sections(reading: ReadingInWords) -> tuple[Section, ...]:
    return (
        weighed.headline(reading),
        bound.commitments(reading),
        bound.left_open(reading),
        own.own_voice(reading),
        weighed.explanations(reading),
        foretold.forecasts(reading),
        weighed.timeline(reading),
    )


def _blocks(said: Said) -> Iterator[tuple[Piece, ...]]:
    """The blocks in which the statement stands, with its parts marked."""
    article, one = said.reading.article, said.attribution
    marks = [
        Mark(span, kind)
        for kind, spans in (("source", one.source), ("cue", one.cue), ("content", one.content))
        for span in spans
    ]
    for block in article.blocks:
        here = [mark for mark in marks if mark.span.meets(block.span)]
        if here:
            yield pieces(article.text, block.span, here)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = files("hearsay.faces.python").joinpath("page").joinpath(name)
    return environment.from_string(page.read_text(encoding="utf-8").strip())
