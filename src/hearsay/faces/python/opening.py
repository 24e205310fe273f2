"""Articles and readings as Python has them: a path, an address, an open file, a string, a line of JSON."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, BinaryIO, Literal, TypeAlias, cast, get_args

import msgspec

from hearsay.desk.day import day_or_moment
from hearsay.desk.learned import learned_reader, shipped_reader
from hearsay.desk.read import Done, Order, read_one, read_page, scaled, tried
from hearsay.desk.sources import one_source
from hearsay.errors import Error, Missing
from hearsay.faces.python.words import ReadingInWords, in_words
from hearsay.page.fetch import Terms
from hearsay.page.page import Form, Page, page_of
from hearsay.page.source import MAX_BYTES, open_stream, too_large
from hearsay.reading.codec import decode

Input: TypeAlias = str | os.PathLike[str] | IO[bytes] | IO[str]
"""A path, an http(s) address, or an open file."""
SHOWN = 40
"""Letters of an article that was given where its name is wanted."""
Weights: TypeAlias = bool | str | os.PathLike[str]
"""True for the learned reader that ships, False for none, or the folder of another."""
Numbers: TypeAlias = Literal["people", "icd203", "ipcc", "kent"]
"""Whose numbers words of probability get."""


class Attempt(msgspec.Struct, frozen=True):
    """What became of one input of several.

    Attributes:
        name: of the input, as it was given.
        error: why it was not read; None where it was.
    """

    name: str
    error: Error | None = None
    _reading: ReadingInWords | None = None

    @property
    def reading(self) -> ReadingInWords:
        """The reading.

        Raises:
            Error: the input was not read; it is the one that stands in `error`.
        """
        if self._reading is not None:
            return self._reading
        raise self.error or Error("it was not read")

    def __repr__(self) -> str:
        became = repr(self._reading) if self.error is None else f"{self.error} [{self.error.code}]"
        return f"<{type(self).__name__} {self.name}: {became}>"


def read(
    source: Input,
    *,
    published: str | None = None,
    model: Weights = True,
    scale: Numbers | None = None,
    allow_private: bool = False,
    timeout: float = 20.0,
) -> ReadingInWords:
    """The reading of one article: out of a file, from the web, or out of a stream.

    A connection is opened for an http(s) address alone.

    Args:
        source: the path of an HTML or plain-text file, an http(s) address, or an open file.
        published: the day of publication, ISO 8601, in place of what the page says.
        model: whether the learned reader that ships reads too, or the folder of another; without one quotations
            alone are found, by rule.
        scale: whose numbers words such as “likely” get; None for people's, as they judged them.
        allow_private: whether to fetch from machines off the public internet too.
        timeout: seconds for fetching, all in all.

    Raises:
        Error: it cannot be had or read; its `code` says which, and docs/errors.md explains it.
    """
    terms = Terms(allow_private=allow_private, timeout=timeout)
    order = ordered(published, model, scale, terms)
    return _read(source, order)


def read_text(
    text: str,
    *,
    published: str | None = None,
    plain: bool = False,
    model: Weights = True,
    scale: Numbers | None = None,
) -> ReadingInWords:
    """The reading of an article that is at hand as a string.

    Args:
        text: HTML, if it begins as a page does, else plain text, of which no character is changed.
        published: the day of publication, ISO 8601, in place of what the text says.
        plain: whether it is plain text, however it begins.
        model: whether the learned reader that ships reads too, or the folder of another; without one quotations
            alone are found, by rule.
        scale: whose numbers words such as “likely” get; None for people's, as they judged them.

    Raises:
        Error: there is no article in it.
    """
    page = plain_page(text) if plain else page_of(text)
    return in_words(read_page(page, ordered(published, model, scale)))


def read_many(
    sources: Iterable[Input],
    *,
    published: str | None = None,
    model: Weights = True,
    scale: Numbers | None = None,
    allow_private: bool = False,
    timeout: float = 20.0,
) -> Iterator[Attempt]:
    """What became of each of several inputs, in their order, each as soon as it is read.

    One that cannot be read stops no other: its `error` is a value, which is raised where its `reading` is
    asked for.

    Args:
        sources: paths, http(s) addresses and open files, as `read` takes them.
        published: the day of publication, ISO 8601, in place of what each page says.
        model: whether the learned reader that ships reads too, or the folder of another; it is opened once.
        scale: whose numbers words such as “likely” get; None for people's, as they judged them.
        allow_private: whether to fetch from machines off the public internet too.
        timeout: seconds for fetching each, all in all.

    Raises:
        Error: the day or the weights are none; before anything is read.
        TypeError: one path was given, and not several.
    """
    if isinstance(sources, str | bytes):  # whose letters would be read one by one
        raise TypeError(f"read_many takes several inputs, not one; give a list: [{sources!r}]")
    terms = Terms(allow_private=allow_private, timeout=timeout)
    order = ordered(published, model, scale, terms)
    return (_attempt(source, order) for source in sources)


def load(line: str | bytes) -> ReadingInWords:
    """The reading that a line of JSON holds, as `hearsay read --json` or `.json()` gave it.

    Args:
        line: one reading; of a file with several, one line of it.

    Raises:
        Error: it is no JSON, no reading, one of another schema, or one that breaks a law of the format.
    """
    return in_words(decode(line))


def plain_page(text: str) -> Page:
    """A string as plain text, however it begins; no character of it is taken off.

    Raises:
        Unreadable: there is nothing in it, or nothing that is text.
    """
    return msgspec.structs.replace(page_of(text), text=text, form=Form.PLAIN)


def ordered(
    published: str | None,
    model: Weights,
    scale: Numbers | None = None,
    terms: Terms | None = None,
) -> Order:
    """How to read, in the words of Python.

    Args:
        published: the day of publication, ISO 8601.
        model: True for the learned reader that ships, False for none, or the folder of another.
        scale: whose numbers words of probability get.
        terms: on what terms a page is fetched.

    Raises:
        BadDate: the day is none.
        BadWeights: the folder holds none that can be used.
        ValueError: there is no such scale.
    """
    day = day_or_moment(published) if published is not None else None
    if model is True:
        opened, without = shipped_reader()
    elif model is False:
        opened, without = None, ""
    else:
        opened, without = learned_reader(Path(model))
    order = Order(published=day, terms=terms or Terms(), model=opened, without=without)
    if scale is None:
        return order
    if scale not in get_args(Numbers):
        raise ValueError(f"scale is {scale!r}; it must be one of {', '.join(get_args(Numbers))}")
    return scaled(order, scale)


def _read(source: Input, order: Order) -> ReadingInWords:
    if isinstance(source, str | bytes | os.PathLike):
        _no_article(os.fsdecode(source))
        return in_words(read_one(one_source(os.fsdecode(source)), order))
    try:
        return in_words(read_page(_page(source), order))
    except Error as error:
        raise error.about(_name(source))  # noqa: B904 - the same error, with its name


def _no_article(name: str) -> None:
    """Nothing, where a path or an address may be meant, and no article.

    Raises:
        Missing: what should name a file is an article.
    """
    if ("\n" in name or name.lstrip().startswith("<")) and not os.path.lexists(name):
        raise Missing(
            "this is the text of an article, and no name of a file",
            "call read_text for a string",
            f"{' '.join(name.split())[:SHOWN]}…",
        )


def _page(stream: IO[bytes] | IO[str]) -> Page:
    """The page that an open file holds; what is text already is not decoded again."""
    name = _name(stream)
    if not hasattr(stream, "read"):
        kind = type(stream).__name__
        raise TypeError(f"a path, an http(s) address or an open file is read, not {kind}")
    try:
        given = stream.read(MAX_BYTES + 1) if _is_text(stream) else None
    except (
        OSError,
        ValueError,
    ) as error:  # ValueError: it is closed, or was opened as what it is not
        raise Missing(
            f"it cannot be read: {error}", 'open it anew, with open(path, "rb")'
        ) from error
    if given is None:
        return open_stream(cast("BinaryIO", stream), name)
    if len(given) > MAX_BYTES:
        raise too_large()
    return page_of(cast("str", given), name)


def _is_text(stream: IO[bytes] | IO[str]) -> bool:
    """Whether it gives text, and not bytes: told by what it gives of nothing."""
    return isinstance(stream.read(0), str)


def _attempt(source: Input, order: Order) -> Attempt:
    became = tried(_name(source), lambda: _read(source, order))
    if isinstance(became, Done):
        return Attempt(became.name, None, in_words(became.reading))
    return Attempt(became.name, became.error)


def _name(source: Input) -> str:
    """What to call an input when speaking to a person."""
    if isinstance(source, str | bytes | os.PathLike):
        _no_article(os.fsdecode(source))
        return one_source(os.fsdecode(source)).name
    return str(getattr(source, "name", "the stream"))
