"""Reads the news as a careful reader does: who said what, through whom, in which exact words.

    >>> reading = hearsay.read("story.html")
    >>> [said.id for said in reading.attributions if said.speaker is None]

What fails, fails with a `hearsay.Error`, whose `code` docs/errors.md explains.
"""

import os
from typing import TYPE_CHECKING

from hearsay.errors import Error
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.reading.reading import Reading

__all__ = ["Error", "__version__", "read", "read_text"]

# The imports stand in the functions, so that `import hearsay` costs next to nothing.


def read(
    source: str | os.PathLike[str],
    *,
    published: str | None = None,
    allow_private: bool = False,
    timeout: float = 20.0,
) -> "Reading":
    """The reading of one article, out of a file or from the web.

    Args:
        source: the path of an HTML or plain-text file, or an http(s) address.
        published: the day of publication, ISO 8601, where the page does not say.
        allow_private: whether to fetch from machines off the public internet too.
        timeout: seconds for fetching, all in all.

    Raises:
        Error: it cannot be had or read.
    """
    from hearsay.desk.day import day_or_moment  # noqa: PLC0415 - see above
    from hearsay.desk.learned import shipped_reader  # noqa: PLC0415
    from hearsay.desk.read import Order, read_one  # noqa: PLC0415
    from hearsay.desk.sources import one_source  # noqa: PLC0415
    from hearsay.page.fetch import Terms  # noqa: PLC0415

    day = day_or_moment(published) if published is not None else None
    terms = Terms(allow_private=allow_private, timeout=timeout)
    model, without = shipped_reader()
    order = Order(published=day, terms=terms, model=model, without=without)
    return read_one(one_source(os.fspath(source)), order)


def read_text(text: str, *, published: str | None = None) -> "Reading":
    """The reading of an article that is at hand as a string.

    Args:
        text: HTML, if it begins as a page does, else plain text, of which no character is changed.
        published: the day of publication, ISO 8601, where the text does not say.

    Raises:
        Error: there is no article in it.
    """
    from hearsay.desk.day import day_or_moment  # noqa: PLC0415 - see above
    from hearsay.desk.learned import shipped_reader  # noqa: PLC0415
    from hearsay.desk.read import Order, read_page  # noqa: PLC0415
    from hearsay.page.page import page_of  # noqa: PLC0415

    day = day_or_moment(published) if published is not None else None
    model, without = shipped_reader()
    return read_page(page_of(text), Order(published=day, model=model, without=without))
