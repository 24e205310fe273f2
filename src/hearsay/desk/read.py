"""Reading what was asked for: one input, or many, where a bad one does not stop the others."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeAlias

import msgspec

from hearsay.desk.sources import Kind, Source, is_glob
from hearsay.errors import BadSpan, Error, Internal, Missing, Unlawful
from hearsay.language.likely import Scale
from hearsay.model.model import Model
from hearsay.page.extract import Extracted, extract
from hearsay.page.fetch import Terms, fetch
from hearsay.page.page import Page
from hearsay.page.source import open_file, open_stream
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.article import Article

Extract: TypeAlias = Callable[[Page, str | None], Extracted]
ReadArticle: TypeAlias = Callable[[Article, tuple[str, ...], Model | None], Reading]


class Order(msgspec.Struct, frozen=True):
    """How to read.

    Attributes:
        published: the day of publication that the person gives; it wins over the page's own.
        terms: on what terms a page is fetched.
        stdin: what "-" reads; None for this process's own.
        model: the learned reader; None reads by rule alone.
        without: why there is none, for the reading's remarks; "" where nobody wanted one.
        extract: from a page to its article.
        read: from an article to its reading.
    """

    published: str | None = None
    terms: Terms = msgspec.field(default_factory=Terms)
    stdin: BinaryIO | None = None
    model: Model | None = None
    without: str = ""
    extract: Extract = extract
    read: ReadArticle = read


def scaled(order: Order, scale: str) -> Order:
    """The same order, with another scale for words of probability.

    Args:
        order: how to read.
        scale: whose numbers they get, by its name.
    """

    def read_by(article: Article, remarks: tuple[str, ...], model: Model | None) -> Reading:
        return read(article, remarks, model, Scale(scale))

    return msgspec.structs.replace(order, read=read_by)


class Done(msgspec.Struct, frozen=True):
    """An input that was read."""

    name: str
    reading: Reading


class NotRead(msgspec.Struct, frozen=True):
    """An input that was not read, and why."""

    name: str
    error: Error


Outcome: TypeAlias = Done | NotRead


def read_one(source: Source, order: Order | None = None) -> Reading:
    """The reading of one input.

    Raises:
        Error: it cannot be had or read.
    """
    order = order or Order()
    try:
        page = opened(source, order)
        return read_page(page, order)
    except Error as error:
        raise error.about(source.name)  # noqa: B904 - the same error, with its name


def read_page(page: Page, order: Order | None = None) -> Reading:
    """The reading of a page that is there already.

    Raises:
        Error: there is no article in it.
    """
    order = order or Order()
    extracted = order.extract(page, order.published)
    remarks = (*extracted.remarks, order.without) if order.without else extracted.remarks
    return order.read(extracted.article, remarks, order.model)


def read_many(chosen: Iterable[Source], order: Order | None = None) -> Iterator[Outcome]:
    """What became of each input, in their order, each as soon as it is read."""
    return (outcome(source, order) for source in chosen)


def outcome(source: Source, order: Order | None = None) -> Outcome:
    """What became of one input: no error comes out of here, not even one of hearsay's own."""
    return tried(source.name, lambda: read_one(source, order))


def tried(name: str, reading: Callable[[], Reading]) -> Outcome:
    """What became of an input, by whatever way it is read: no error comes out of here.

    Args:
        name: of the input.
        reading: reads it.
    """
    try:
        return Done(name, reading())
    except (BadSpan, Unlawful) as error:  # no input can be at fault for that
        return NotRead(name, internal(error, name))
    except Error as error:
        return NotRead(name, error)
    except Exception as error:  # noqa: BLE001 - the one door: nobody is to see a traceback
        return NotRead(name, internal(error, name))


def internal(error: Exception, name: str = "") -> Internal:
    """The error for a mistake of hearsay's own; `__cause__` is what went wrong."""
    what = " ".join(f"{type(error).__name__} {error}".split())[:200]
    mine = Internal(
        f"hearsay made a mistake of its own ({what})",
        "please report it with the input, and with what --debug prints",
        name,
    )
    mine.__cause__ = error
    return mine


def opened(source: Source, order: Order) -> Page:
    """The page that an input is.

    Raises:
        Error: it cannot be had.
    """
    match source.kind:
        case Kind.STREAM:
            return open_stream(order.stdin or sys.stdin.buffer)
        case Kind.ADDRESS:
            return fetch(source.given, order.terms)
        case Kind.FILE:
            if is_glob(source.given):
                raise Missing("no file matches it", "look at its folder and its ending")
            return open_file(source.given)
