"""Begins: with which line a plain text begins, whose headline and whose first sentence look alike.

Crawls leave the headline out, archives give it a full stop.
"""

import re
from collections.abc import Sequence
from functools import cache

from hearsay.page.opening import dateline
from hearsay.page.phrases import capital_share, flat, said
from hearsay.page.place import Sight
from hearsay.page.weights import Weighed
from hearsay.tables import entries
from hearsay.text.article import BODY, Role

TITLED = 0.6  # share of capitals from which a line with a stop is a headline
LONGEST = 14  # words of the longest headline with a stop
BELOW = 8  # lines below it among which its words stand again
AGAIN = 0.5  # share of its words that they have
_STEM = 5  # letters by which a word is known again
_LONG = 3  # letters of a word that says little
_CLOSING = "”\"’' "
_WORD = re.compile(r"[^\W\d_][\w-]*")
_SENTENCES = re.compile(r"\w{4}[.!?][”\"’']? [A-Z]")
_NAMES_ITSELF = frozenset({Role.BYLINE, Role.DATELINE, Role.CREDIT, Role.CAPTION, Role.CORRECTION})


def entitled(sights: Sequence[Sight], found: Sequence[Weighed]) -> bool:
    """Whether a text begins with its headline, though that has a full stop: a dateline opens the next line; or that has its words again, and it has neither article nor auxiliary.

    Taken: "A sharper tone at the harbour." over "VIK (AFP) — Ida Lund’s candidates …"; "Lund tops Moe in north shore council race."; "The lead grows;", which goes on in its summary. Left: "He is the teen wolf of the harbour."; "Kids these days."
    """
    if len(sights) < 2 or sights[0].parent is not None or found[0].role in _NAMES_ITSELF:  # noqa: PLR2004 - it and the next
        return False
    line = flat(sights[0].text).rstrip(_CLOSING)
    words = _WORD.findall(line)
    if not (line[-1:] in ".;?!" and 2 < len(words) <= LONGEST) or said(line) is not None:  # noqa: PLR2004 - fewer are a label
        return False
    if line[-1:] == ";" or dateline(sights[1].text) is not None:
        return True
    if _SENTENCES.search(line) or any(word.lower() in _left_out() for word in words):
        return False
    own = [word for word in words if len(word) > _LONG or word[0].isupper()]
    below = _stems(" ".join(one.text for one in sights[1 : 1 + BELOW]))
    again = sum(not below.isdisjoint(_stems(word)) for word in own)
    return again >= AGAIN * max(len(own), 2) and sights[1].prosy and found[1].role in BODY


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}


@cache
def _left_out() -> frozenset[str]:
    """The words that headlines leave out."""
    return frozenset(
        form for entry in entries("hearsay.page", "leftout") for form in entry["forms"]
    )


def opening(sights: Sequence[Sight]) -> int:
    """How many of the first lines of a text, two at least, are prose that does not say that it is furniture: with them the article opens.

    Counted: "Early on Sunday the paper broke the news:", though a label may end so. Left: "We use cookies to keep you signed in."
    """
    those = (
        not one.prosy or one.parent is not None or said(one.text) is not None for one in sights
    )
    count = next((n for n, other in enumerate(those) if other), len(sights))
    return count if count > 1 else 0


def sentence(sights: Sequence[Sight], found: Sequence[Weighed]) -> bool:
    """Whether the first line of a text is a sentence with its full stop, or a label with its colon, right over running text: the article begins with it.

    Taken: "He is the teen wolf of the harbour." over a paragraph; "The Lervik Post reports:". Left: "The wells went dry. Nobody came." over an author's name; "# It sank."; "Bridge Falls Into River."
    """
    if len(sights) < 2 or sights[0].parent is not None:  # noqa: PLR2004 - it and the next
        return False
    line = sights[0].text.rstrip(_CLOSING)
    bare = not any(sign.startswith("mark") for sign in sights[0].own)
    spoken = bare and (line.endswith(":") or (line.endswith(".") and capital_share(line) < TITLED))
    return spoken and sights[1].prosy and found[1].role in BODY
