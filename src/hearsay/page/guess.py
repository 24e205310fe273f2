"""What trafilatura makes of a page that does not say all about itself: only what is missing is asked for.

The same as its `extract_metadata`, which also looks for categories, tags and licences, and for a date where there is one.
"""

import logging
from typing import Any

from lxml import etree

from hearsay.page.metadata import Known

TROUBLE = (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError)
"""What a broken page makes trafilatura raise; hearsay then does without its answer."""


def guessed(root: etree._Element, url: str | None, knows: Known) -> Known:
    """What trafilatura makes of a page.

    Args:
        root: its tree.
        url: where the page was fetched from.
        knows: what the page says itself.
    """
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = _found(root, url, knows)
    except TROUBLE:
        return Known()
    return Known(
        title=found.title,
        byline=", ".join(dict.fromkeys((found.author or "").split("; "))) or None,
        outlet=found.sitename,
        published=found.date,
        description=found.description,
    )


def _found(root: etree._Element, url: str | None, knows: Known) -> Any:  # noqa: ANN401 - trafilatura's own
    from htmldate import find_date  # noqa: PLC0415 - slow to import
    from trafilatura import metadata as asked  # noqa: PLC0415 - the same
    from trafilatura.settings import set_date_params  # noqa: PLC0415 - the same

    found: Any = asked.examine_meta(root)
    if found.author and " " not in found.author:
        found.author = None
    try:
        found = asked.extract_meta_json(root, found)
    except Exception:  # noqa: BLE001 - trafilatura goes on without it too
        logging.getLogger(__name__).debug("trafilatura cannot read the page's JSON-LD")
    if knows.title is None:
        found.title = found.title or asked.extract_title(root)
    if knows.byline is None:
        found.author = found.author or asked.extract_author(root)
    if knows.outlet is None or knows.published is None:
        found.url = found.url or asked.extract_url(root, url)
    if knows.published is None:
        found.date = find_date(root, **{**set_date_params(False), "url": found.url})
    if knows.outlet is None:
        found.sitename = _outlet(found.sitename or asked.extract_sitename(root), found.url)
    found.clean_and_trim()
    return found


def _outlet(name: str | None, url: str | None) -> str | None:
    """The name of a site as trafilatura writes it: with a capital, else what its address has."""
    from trafilatura.metadata import META_URL  # noqa: PLC0415 - slow to import

    if name:
        bare = name.lstrip("@")
        return bare.title() if bare and "." not in bare and not bare[0].isupper() else bare
    host = META_URL.match(url) if url else None
    return host[1] if host else None
