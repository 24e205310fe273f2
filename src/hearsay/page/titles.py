"""Titles: what the head of a page and its text agree on.

The head of a page names the article, and the outlet before or after it; the part of it that a block of the page
says is the headline.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from lxml import etree

from hearsay.page.blocks import Raw
from hearsay.page.phrases import flat, likeness, said
from hearsay.page.seen import HEADINGS, MOSTLY

FEWEST = 3  # words of the shortest headline that is known by its title
LONGEST = 45  # words of the longest
NAME = 6  # words of the longest name of an outlet
ALIKE = 0.5  # share of words from which a part of the title is the headline
_EDGES = " |–—·»:•/-"
_BARS = re.compile(r"\s[|–—·»:•/-]+\s|\s?\|\s?|:\s")
_PLAIN_BARS = re.compile(r" [|–—·»:•-] | \| ")


def title_shown(root: etree._Element, raws: Sequence[Raw]) -> str | None:
    """The words that the page's title and a block of it have in common, else those of its only `h1`, else the longest part of its title; None where it has none.

    Taken: a heading that goes on where the title was cut short. Left: a link to another article, the name of the outlet.
    """
    plain = [raw for raw in raws if not raw.context.hidden and len(raw.words) <= LONGEST]
    shown = [(raw.line, raw.line.casefold(), raw) for raw in plain]
    title = flat(root.findtext(".//head/title") or "")
    for part in _parts(title):
        same = [(text, raw) for text, low, raw in shown if low == part]
        cut = [
            (text, raw) for text, low, raw in shown if low.startswith(part) and raw.tag in HEADINGS
        ]
        for text, raw in (*same, *cut):
            if raw.link_share < MOSTLY or raw.tag in HEADINGS:
                return text
    heads = [raw.line for raw in plain if raw.tag == "h1"]
    return heads[0] if len(heads) == 1 else max(_PLAIN_BARS.split(title), key=len).strip() or None


def outlet_shown(root: etree._Element, headline: str, raws: Sequence[Raw]) -> str | None:
    """The name that stands in the page's title beside the headline: one that the page shows by itself too, or in its line of rights; else the last part of few words. None where there is none.

    Taken: "Signal Passed: Minister to rail users: walk" over a link "Signal Passed". Left: the section of the outlet; "Print: Minister …"; half of a headline that has a dash.

    Args:
        root: the page's tree.
        headline: of the article.
        raws: the blocks of the page.
    """
    title, headline = flat(root.findtext(".//head/title") or ""), flat(headline)
    at = title.lower().find(headline.lower())
    sides = (title[:at], title[at + len(headline) :]) if at >= 0 else (title,)
    beside = (part.strip(_EDGES) for side in sides for part in _BARS.split(side))
    lines = {raw.line for raw in raws} - {headline}
    if shown := next((part for part in beside if _names(part, headline, lines)), None):
        return shown
    parts = [part for whole in _PLAIN_BARS.split(title) if (part := whole.strip())]
    others = [part for part in parts if likeness(part, headline) < ALIKE]
    return others[-1] if len(parts) > 1 and others and others[-1].count(" ") < NAME else None


def _names(part: str, headline: str, lines: AbstractSet[str]) -> bool:
    """Whether a part of a title names the outlet."""
    if not 0 < len(part.split()) <= NAME or said(part) is not None:
        return False
    alone = part in lines or any("©" in line and part in line for line in lines)
    return alone and not headline.lower().startswith(part.lower())


def _parts(title: str) -> Iterator[str]:
    """The title, and what stands between its bars, the longest first, in small letters."""
    marks = list(_BARS.finditer(title))
    starts, ends = [0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(title)]
    parts = {title[a:b].strip() for n, a in enumerate(starts) for b in ends[n:]}
    for part in sorted(parts, key=len, reverse=True):
        if len(part.split()) >= FEWEST:
            yield part.casefold()
