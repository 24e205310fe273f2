"""Checking: the quotations of an article held against a source that somebody has."""

from pathlib import Path

import msgspec

from hearsay.desk.read import Order, opened
from hearsay.desk.sources import Kind, Source
from hearsay.errors import Error
from hearsay.fidelity.check import Answer, Checked, check
from hearsay.fidelity.found import Places
from hearsay.fidelity.tokens import Token, tokens
from hearsay.language.sentences import sentences
from hearsay.page.documents import document_text
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reading
from hearsay.text.span import Span

ABROAD = frozenset({"translator", "translation", "translated", "interpreter", "translating"})
"""Words beside a quotation that say it was translated."""


class Held(msgspec.Struct, frozen=True):
    """A quotation held against a source.

    Attributes:
        number: of the quotation, from 1.
        quotation: of the article.
        checked: what the source has of it.
        translated: the article says that it was translated, so that it has no single true wording.
    """

    number: int
    quotation: Quotation
    checked: Checked
    translated: bool


def source_text(source: Source, order: Order) -> str:
    """The words of a source: all of a text, a PDF or a Word document; of a page those of its blocks.

    Raises:
        Error: it cannot be had or read.
    """
    try:
        if source.kind is Kind.FILE and Path(source.given).is_file():
            words = document_text(Path(source.given).read_bytes())
            if words is not None:
                return words
        return order.extract(opened(source, order), None).article.text
    except Error as error:
        raise error.about(source.name)  # noqa: B904 - the same error, with its name


def checked(reading: Reading, source: str) -> tuple[Held, ...]:
    """The outermost quotations of an article, each held against the source, in the order of the article.

    Args:
        reading: of the article.
        source: its words.
    """
    text = reading.article.text
    places = Places(tokens(source))
    out: list[Held] = []
    over: Span | None = None
    for number, one in enumerate(reading.quotations, 1):
        if one.use not in (Use.QUOTE, Use.SCARE) or (over is not None and over.holds(one.span)):
            continue
        over = one.span
        words = tokens(text, one.span)
        if words:
            near = _around(reading, one)
            translated = any(word.key in ABROAD for word in near)
            rest = [word for word in near if not word.span.meets(one.span)]
            out.append(Held(number, one, check(words, places, rest), translated))
    return tuple(out)


def _around(reading: Reading, one: Quotation) -> tuple[Token, ...]:
    """The words of the sentences in which a quotation stands."""
    text, block = reading.article.text, reading.article.block(one.span.start)
    near = [s for s in sentences(text, block.span) if s.meets(one.span)] if block else []
    return tuple(word for span in near for word in tokens(text, span))


def counts(every: tuple[Held, ...]) -> dict[Answer, int]:
    """How many have each answer."""
    return {answer: sum(one.checked.answer is answer for one in every) for answer in Answer}
