"""What is worked out of a page that does not say all about itself to machines: its title and its outlet out of what it shows, its author by trafilatura, its day by htmldate."""

import logging
from collections.abc import Sequence

import msgspec
from lxml import etree

from hearsay.page.blocks import Raw
from hearsay.page.dates import guess
from hearsay.page.metadata import Known, clean_author
from hearsay.page.titles import outlet_shown, title_shown
from hearsay.text.article import Dated

TROUBLE = (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError)
"""What a broken page makes trafilatura and htmldate raise; hearsay then does without their answer."""


def completed(knows: Known, root: etree._Element, raws: Sequence[Raw], url: str | None) -> Known:
    """What a page says about itself, with what it only shows.

    Args:
        knows: what it says to machines.
        root: its tree.
        raws: its blocks.
        url: where the page was fetched from.
    """
    title = knows.title or title_shown(root, raws)
    day = None if knows.published else _day(root, url)
    return msgspec.structs.replace(
        knows,
        title=title,
        byline=knows.byline or _author(root),
        outlet=knows.outlet or (outlet_shown(root, title, raws) if title else None),
        published=knows.published or day,
        published_is=Dated.GUESSED if day else knows.published_is,
    )


def _author(root: etree._Element) -> str | None:
    """Who trafilatura takes for the author, by the names of elements: where the blocks name nobody, and a line like it is one of an author."""
    from trafilatura.metadata import extract_author  # noqa: PLC0415 - slow to import

    try:
        found = extract_author(root) or ""
    except TROUBLE:
        return None
    return clean_author(", ".join(dict.fromkeys(found.split("; "))))


def _day(root: etree._Element, url: str | None) -> str | None:
    """The day that htmldate finds, unless it is what is made of a bare year."""
    from htmldate import find_date  # noqa: PLC0415 - slow to import

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return guess(find_date(root, extensive_search=False, original_date=True, url=url))
    except TROUBLE:
        return None
