"""Asked: the text that trafilatura takes for the body of a page, as one vote of several (decision 0006).

It is asked step by step, since some steps change nothing here: what it does of itself for readers who want more
than its text, and to know whether to look a second time (decision 0037).
"""

import logging
from collections.abc import Sequence
from copy import copy
from functools import cache
from importlib import import_module
from typing import Any, cast

from lxml import etree

from hearsay.page.blocks import Raw
from hearsay.page.guess import TROUBLE
from hearsay.page.phrases import flat

LITTLE = 4000  # characters under which trafilatura may look twice; by its own count, under 3,000
PART = 0.3  # part of a page under which it may; by its own count, under 0.2
_NAMES = etree.XPath("//@id|//@class", smart_strings=False)
SET_ASIDE = ("mvp-post-add-", "infinite", "elementor-share-buttons", "omment", "comol", "disqus_thread", "dsq-comments")  # fmt: skip
"""One of these is in a name of every element that trafilatura sets aside first: comments, and articles under the article."""


def asked(root: etree._Element, url: str | None, raws: Sequence[Raw]) -> str:
    """The text that trafilatura takes for the body; "" where it finds none.

    It looks twice only where it might find more, so that the words of a page, counted already, are not counted again.
    """
    try:
        text = _once(root, url)
        if len(text) < LITTLE and len(text) < PART * sum(len(raw.text) for raw in raws):
            return _twice(root, url)
    except TROUBLE:
        return ""
    return text


@cache
def _options() -> Any:  # noqa: ANN401 - trafilatura's own
    """How trafilatura is asked: quickly, without comments."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - slow to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="python", fast=True, comments=False, formatting=None)


def _twice(root: etree._Element, url: str | None) -> str:
    """What trafilatura finds, having looked again, less strictly, where it finds little of a page."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import

    found: Any = bare_extraction(root, url=url, options=_options())
    return flat(found.text or "") if found is not None else ""


def _once(root: etree._Element, url: str | None) -> str:
    """What trafilatura finds when it looks once."""
    theirs: Any = import_module("trafilatura.core")  # slow to import
    options, tree, names = _options(), root, "\n".join(cast("list[str]", _NAMES(root)))
    if any(name in names for name in SET_ASIDE):
        tree = theirs.prune_unwanted_nodes(copy(root), theirs.RAW_TREE_PRUNE_XPATH)
        if not theirs._forum_thread_page(tree):  # noqa: SLF001 - there comments are the text
            tree = theirs.prune_unwanted_nodes(tree, theirs.REMOVE_COMMENTS_AND_LISTS_XPATH)
    cleaned = theirs.convert_tags(theirs.tree_cleaning(copy(tree), options), options, url)
    body, text = theirs.extract_content(cleaned, options)
    if len(text) < options.min_extracted_size:
        rescued, words, size = theirs.baseline(copy(tree))
        body, text = (rescued, words) if size > len(text) else (body, text)
    if len(text) < options.min_output_size:
        return ""
    return flat(theirs.xmltotxt(body, options.formatting) or "")
