"""Outlets: who published a text, or a page that does not say so to machines, by its own lines.

Taken: "© 2024 The Harbour Dispatch. All rights reserved."; "The post … appeared first on Hexley Matters."; "The Northern
Mercury" in a line by itself over the article; "PORT KESS, Sept 22 (Meridian) - The party …".
Left: whose a picture is; who made the site; the company behind an outlet, where no line names the outlet; an author's own rights.
"""

import re
from collections.abc import Iterator
from functools import cache

from hearsay.page.phrases import flat
from hearsay.tables import entries
from hearsay.text.article import READ, Article, Block, Role

FIRST_LINES = 14  # among which a name by itself is the outlet's
LONGEST = 6  # words of the longest name
_SHORT = 3  # letters of a word that names have in common by chance
_WORD = r"[A-ZÀ-Þ](?:[\w'’&-]|\.(?=\w))*[\w+]"
_NAME = rf"(?:[Tt]he )?{_WORD}(?:,? (?:(?:of|and|of the|for|on|in|de|du|&) )?{_WORD}){{0,6}}"
_YEARS = r"(?:,? ?(?:19|20)\d\d(?: ?[-–] ?(?:(?:19|20)?\d\d|[Pp]resent))?,?)"
_SIGN = r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)"
_DATED = (
    re.compile(rf"{_SIGN}(?: ?{_SIGN})*(?:{_YEARS} ?(?:by )?| by )(?P<name>{_NAME})"),
    re.compile(
        rf"\A(?P<name>{_NAME}),? (?:©|\([cC]\))?{_YEARS}[.,]? ?(?:[Aa]ll|No part|Reproduction)\b"
    ),
)
_AT_FOOT = (
    *_DATED,
    re.compile(
        rf"\A\W*(?:{_SIGN} ?)*(?:©|\([cC]\)) ?(?:[Cc]opyright )?(?:[Aa]ll [Rr]ights [Rr]eserved\.? )?(?P<name>{_NAME})(?!\w|\.\w| ?/| [A-ZÀ-Þ])"
    ),
)
"""Lines of rights: with a year anywhere, without one below the text alone; over it they are of a picture."""

_SAYS = (
    re.compile(rf"\A(?:The post|This article) .* appeared first on (?P<name>{_NAME})"),
    re.compile(rf"\A(?P<name>{_NAME}) is a reader-supported publication"),
)
_WIRE = re.compile(
    r"\A[A-ZÀ-Þ][\w .,/'’-]{2,60}? ?[(](?P<name>[A-Z][\w&]*(?: [A-Z][\w&]*){0,3})[)],? ?[-–—]"
)
_PAST = re.compile(r",? (?:[Aa]ll|ALL)(?: |\Z).*\Z")
_NOBODY = re.compile(r"(?:The )?(?:Powered|Proudly|Content|Crown|About|Terms|Privacy|Creative|Parliamentary|Registered|Press|News|Theme|All|Published|Designed|Built)\b", re.IGNORECASE)  # fmt: skip
"""What stands where a name might, and is none."""

_FIRM = re.compile(
    r"(?i:,? (?:Ltd|Limited|Inc|LLC|PLC|plc|AG|GmbH|ApS|AS|Corp|Corporation|Co|CIC|Company|Co-operative Ltd|Pvt|Pvt Ltd))\Z"
)
_ALONE = re.compile(rf"{_NAME}(?: \([A-Z]{{2}}\))?")
_BEFORE_DAY = re.compile(r" [-–—|] (?=\d)|, (?=(?i:\w{3,6}day)\b)")
_BODY = re.compile(r"(?:ministry|university|department|office|institute) of .*|.* university", re.IGNORECASE)  # fmt: skip
_SELF = frozenset({Role.OTHER, Role.NEWSLETTER, Role.SHARE, Role.DISCLAIMER, Role.NAVIGATION})
"""Roles of lines in which an outlet speaks of itself."""
_BARE = frozenset({Role.OTHER, Role.NAVIGATION})


def outlet(article: Article, byline: str | None) -> str | None:
    """Who published an article, as its lines say; None where none does.

    A line of rights comes before the agency that its dateline names: others print what an agency sends.

    Args:
        article: with its roles.
        byline: its authors, joined by commas.
    """
    lines = [(block, flat(block.span.cut(article.text))) for block in article.blocks]
    for block, line in lines:
        if block.role not in READ and (said := _found(_SAYS, line)):
            return said
    alone = list(_alone(lines))
    if pressed := next((one for one in alone if _press(one)), None):
        return _small(pressed, article.text)
    foot = max((n for n, (block, _) in enumerate(lines) if block.role in READ), default=0)
    for n, (block, line) in enumerate(lines):
        told = _found(_AT_FOOT if n > foot else _DATED, line) if block.role in _SELF else None
        name = _PAST.sub("", told or "")
        if not name or name in (byline or "").split(", "):
            continue
        firm = _FIRM.sub("", name)
        return _small(next((one for one in alone if _akin(one, firm)), firm), article.text)
    first = next((line for block, line in lines if block.role is Role.PARAGRAPH), "")
    sent = _WIRE.match(first)
    return sent["name"] if sent else None


def _alone(lines: list[tuple[Block, str]]) -> Iterator[str]:
    """The names that stand in a line by themselves over an article, or before a day: "The Lamar Sentinel - 2014-04-30"."""
    for block, line in lines[:FIRST_LINES]:
        if block.role not in _BARE:
            continue
        name = _BEFORE_DAY.split(line)[0]
        short = len(name.split()) <= LONGEST and _ALONE.fullmatch(name)
        if short and (name == line or _press(name)):
            yield name


def _found(patterns: tuple[re.Pattern[str], ...], line: str) -> str | None:
    hits = (hit for one in patterns if (hit := one.search(line)))
    return next((hit["name"] for hit in hits if not _NOBODY.match(hit["name"])), None)


def _small(name: str, text: str) -> str:
    """A name in capitals as the text has it elsewhere in small letters."""
    if not name.isupper() or " " not in name:
        return name
    hits = re.finditer(re.escape(name), text, re.IGNORECASE)
    return next(
        (flat(hit[0]) for hit in hits if hit[0][0].isupper() and not hit[0].isupper()), name
    )


def _akin(name: str, firm: str) -> bool:
    """Whether a name may be that of a firm's outlet: "The Carrow Herald" of Carrow Herald Newspapers."""
    words = name.lower().split()
    return len(words) > 1 and any(len(word) > _SHORT and word in firm.lower() for word in words)


def _press(name: str) -> bool:
    """Whether the words of a name say that it is an outlet's, or that of a body which publishes."""
    words = name.lower().split()
    told = [_words()[word] for word in words if word in _words()]
    known = any(told) or len(told) > 1 or (bool(told) and words[0] == "the")
    named = known and len(words) > 1 and not _NOBODY.match(name)
    return named or _BODY.fullmatch(name) is not None


@cache
def _words() -> dict[str, bool]:
    """Words of outlets' names, each with whether it is sure."""
    found = entries("hearsay.page", "press")
    return {form: entry["sure"] for entry in found for form in entry["forms"]}
