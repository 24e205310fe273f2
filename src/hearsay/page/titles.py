"""Titles: what the head of a page and its text agree on.

The head of a page names the article, and the outlet before or after it; the part of it that a block of the page
says is the headline.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from hearsay.page.blocks import Raw
from hearsay.page.phrases import flat
from hearsay.page.seen import HEADINGS, MOSTLY

FEWEST = 3  # words of the shortest headline that is known by its title
LONGEST = 45  # words of the longest
_BARS = re.compile(r"\s[|–—·»:•/-]+\s|\s?\|\s?")


def title_shown(root: etree._Element, raws: Sequence[Raw]) -> str | None:
    """The words that the page's title and a block of it have in common; None where there are none.

    Taken: a heading that goes on where the title was cut short. Left: a link to another article, the name of the outlet.
    """
    plain = [raw for raw in raws if not raw.context.hidden and len(raw.words) <= LONGEST]
    shown = [(raw.line, raw.line.casefold(), raw) for raw in plain]
    for part in _parts(flat(root.findtext(".//head/title") or "")):
        same = [(text, raw) for text, low, raw in shown if low == part]
        cut = [
            (text, raw) for text, low, raw in shown if low.startswith(part) and raw.tag in HEADINGS
        ]
        for text, raw in (*same, *cut):
            if raw.link_share < MOSTLY or raw.tag in HEADINGS:
                return text
    return None


def _parts(title: str) -> Iterator[str]:
    """The title, and what stands between its bars, the longest first, in small letters."""
    marks = list(_BARS.finditer(title))
    starts, ends = [0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(title)]
    parts = {title[a:b].strip() for n, a in enumerate(starts) for b in ends[n:]}
    for part in sorted(parts, key=len, reverse=True):
        if len(part.split()) >= FEWEST:
            yield part.casefold()
