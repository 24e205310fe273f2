"""Bylines: the names in a line that says who wrote an article.

Taken: "Words: Tess Arkle"; "BY WALTER NKEMELU Register Staff Writer"; "Posted by Hollis on March 21"; "hmoe, 12/12/2025".
Left: what follows the names: places, posts, days, addresses, who took the pictures.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from hearsay.page.phrases import flat

LONGEST = 5  # words of the longest name
_BY = re.compile(
    r"\b(?:(?:written|posted|submitted|reported|published|words|text|story|interview|report|article|essay|pictures|photographs)"
    r"(?:(?: and | & | \+ )\w+)? by|"
    r"(?:words|text|story)(?:(?: and | & | \+ )\w+)?(?::|(?= (?-i:[A-Z])))|"
    r"author(?: of the article)?:|byline:|von|par|por|by|from:)(?:[: ]+|\Z)(?:by )?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\A(?:[A-Z][a-z]+(?: [a-z]+)?:) (?=[A-Z])")
_BEFORE = re.compile(
    r"\A.*[|·•/]\s*\Z|\A(?:(?:posted|published|updated|submitted|story|words|text|interview|report|photographs)\b)?[^a-z]*\Z|\A.*\d.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OVER = re.compile(
    r"\s[|·•–—-]\s|[\n|·•()<>@*\[\]\d]|\b(?i:posted|published|updated|pictures?|photos?|photographs?)\b"
    r"|\b(?:on|at|in|[Ff]or|FOR|with|from|avec|"
    r"wrote|writes|says|our|[Tt]he|a|is|was|has|as told to)\b|(?<=[a-z])(?=(?:Updated|Published|Posted)\b)"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?(?=\s|\Z)"
    r"|(?:\b|(?<=[a-z]))(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?=\d)",
)
_AHEAD = re.compile(r"\AAuthors?(?=[A-Z])|\A[Tt]he (?=(?:Rev|Most|Very|Right|Rt|Hon|Ven)\b)")
_GLUED = re.compile(
    r"(?<=[a-z]{2})(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?=[A-Z][a-z]+ (?:[A-Z]|correspondent|reporter|editor|writer))"
)
_OUTLET = re.compile(
    r"[A-Z]{2,6}(?: [A-Z][a-z]+)?|[A-Z]+[a-z]+[A-Z]\w*"
)  # GNN, WQTX Digital, SpaceDesk
_LETTERS = re.compile(r"(?:\w{1,2}\.)*(?:Jr|Sr|[A-Z][a-z]?)\.\Z")
_JOIN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|AND|&|und|et|y)\s+|\s*/\s*")
_POST = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|staff|columnist|critic|desk|bureau|chief|fact-checker|photographer|producer|"
    r"contributor|analyst|intern|freelance|special|senior|political|business|sports?|agency|agencies|report|service|news|"
    r"team|newsroom|statement|media|press|local democracy|webmaster|admin|administrator)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:(?:[A-Z][\w.]*|our)(?: [\w.]+)? )?(?:Staff|Editorial Team|Newsroom|Web Desk|News Desk|(?:staff|own|court|crime|special|pa|our|municipal|[\w.]+ staff) (?:reporters?|correspondents?|reports))",
    re.IGNORECASE,
)
"""Who writes without a name: "Meridian Staff", "Our Municipal Reporter", "Staff reports"."""

_NO_NAME = frozenset(
    [
        "the",
        "from",
        "our",
        "words",
        "text",
        "texts",
        "story",
        "author",
        "authors",
        "byline",
        "photographs",
        "photos",
        "pictures",
        "written",
    ]
)
"""Words of a line that gives no name, or of its label."""
_SMALL = frozenset({"de", "da", "di", "del", "della", "du", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "ter", "ten", "y"})  # fmt: skip
_NICK = re.compile(r"[A-Za-z][\w-]{2,24}")


@lru_cache(maxsize=512)  # asked of one line when it is ruled on, weighed and settled
def names_in(line: str) -> str | None:
    """The names in a line that says who wrote it, joined by commas; None where there is none."""
    words = re.sub(r"\]\([^()\s]*\)|[*_\[\]]{1,3}(?=\S)|(?<=\S)\*{1,3}", "", line).strip()
    found = _signature(words)
    rest = words[found.end() :] if found is not None else _LABEL.sub("", words)
    rest = re.sub(r"\([^()]*\)", "", rest).lstrip(" \n—–-|·•")
    rest = _OVER.split(_AHEAD.sub("", rest), maxsplit=1)[0]
    if _STAFF.fullmatch(staff := flat(rest).strip(" .")):
        return staff
    rest = _GLUED.sub(", ", rest)
    names = list(_names(_JOIN.split(rest)))
    if names:
        return ", ".join(dict.fromkeys(names))
    nick = rest.strip(" ,;:.")
    return nick if found is not None and _NICK.fullmatch(nick) and not _POST.search(nick) else None


def signed(line: str) -> bool:
    """Whether a line says by whom: "By Ann Lund, 3 May"; "3 May 2025 by Ann Lund". Left: "Ansel, 3 May"; "3 May, by 10 o'clock"."""
    return _signature(line) is not None and names_in(line) is not None


def of_the_press(text: str) -> bool:
    """Whether a text names a post of the press: "is a columnist for the Post"."""
    return _POST.search(text) is not None


def _signature(line: str) -> re.Match[str] | None:
    """The “by” of a line, or what stands for it, before which there is nothing but a day or a label."""
    found = _BY.search(line)
    return found if found is not None and _BEFORE.match(line[: found.start()]) else None


def _names(parts: Iterable[str]) -> Iterable[str]:
    """The parts that are names, up to the first that is none."""
    whole = False  # one of them has a given name and a surname: then a word by itself is a place
    for n, part in enumerate(parts):
        post = _POST.search(part)
        words = part.split()
        alone = whole and len(words) == 1 and not _LETTERS.search(part)
        if alone or (n and _OUTLET.fullmatch(part.strip())):
            return
        whole = len(words) > 1
        if post is not None:
            words = _beside(part, post)
        name = " ".join(words).strip(" ,;:—–-")
        name = name if _LETTERS.search(name) else name.rstrip(".")
        if not 1 <= len(words) <= LONGEST or not _like_a_name(words):
            return
        if post is None or len(words) > 1:
            yield name


def _beside(part: str, post: re.Match[str]) -> list[str]:
    """The words of a name beside a post: "Shannon Pryce Senior Reporter", "Local Democracy Reporter Yusuf Tarrant"."""
    last = list(_POST.finditer(part))[-1]
    after = part[last.end() :].split()
    before = part[: post.start()].split()
    if len(after) > 1:
        return after
    capitals = [word for word in before if word.isupper() and len(word) > 2]  # noqa: PLR2004 - no initial
    if len(capitals) > 1 and len(capitals) < len(before):
        return before[: before.index(capitals[-1]) + 1]
    return before


def _like_a_name(words: list[str]) -> bool:
    return _NO_NAME.isdisjoint(word.lower() for word in words) and all(
        word.lower() in _SMALL or (word[0].isupper() and not any(c.isdigit() for c in word))
        for word in words
    )
