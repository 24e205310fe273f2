"""Asked: the text that trafilatura takes for the body of a page, as one vote of several, where the labels are unsure without it (decision 0006)."""

import logging
from functools import cache
from typing import Any

from lxml import etree

from hearsay.page.guess import TROUBLE
from hearsay.page.phrases import flat


def asked(root: etree._Element, url: str | None) -> str:
    """The text that trafilatura takes for the body; "" where it finds none."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import

    try:
        found: Any = bare_extraction(root, url=url, options=_options())
    except TROUBLE:
        return ""
    return flat(found.text or "") if found is not None else ""


@cache
def _options() -> Any:  # noqa: ANN401 - trafilatura's own
    """How trafilatura is asked: quickly, without comments."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - slow to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="python", fast=True, comments=False, formatting=None)
