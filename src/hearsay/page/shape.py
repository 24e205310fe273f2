"""Shape: what a block's own words say of it, each with a name: how long it is, how it begins and ends, what it holds.

Asked of every block, so its words are cut once.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hearsay.page.bylines import names_in
from hearsay.page.joined import joined
from hearsay.page.keywords import keywords
from hearsay.page.phrases import capitals, ended, prosaic, quoted, scored

HEARD = 40  # words of a block that are looked at one by one
OPENING = 2  # words with which a block begins, as its neighbours see it
NAME = 4  # words of the longest name
SIGNED = 16  # words of the longest line that says who and when
TAIL = 80  # characters at the end of a block that are searched for a speaker
SPEAKER = re.compile(r"[—–-] ?[A-Z][\w.’'-]+(?:,? [\w.’'-]+){0,8}\Z")
OPENERS, _ENDERS, _DASHES = "\"“„«‘'", "\"”»’'", "•*-–—·▪◦‣■●→›»"
_POINTS = ".,:;!?'\"“”‘()[]"
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
_AGO = re.compile(r"\bago\b")
_BY = re.compile(r"(?:by|words|text|author|written by|posted by|from)\b")
_LABELLED = re.compile(r"[A-Z][\w’' ]{2,24}: \S")
_CREDITED = frozenset({"photo", "photograph", "image", "picture", "credit", "source", "illustration"})  # fmt: skip
_MARKS = (
    ("?", "has question"), (":", "has colon"), ("@", "has at"), ("©", "has copyright"), ("|", "has bar"),
    ("…", "has ellipsis"), ("/", "has stroke"), ("°", "has degree"), ("%", "has percent"), ("£", "has money"),
    ("$", "has money"), ("€", "has money"), ("₹", "has money"),
)  # fmt: skip
_STARTS = {
    **dict.fromkeys("0123456789", "starts with a digit"),
    **dict.fromkeys(OPENERS, "starts quoted"),
    **dict.fromkeys(_DASHES, "starts with a dash or bullet"),
    **dict.fromkeys("([", "starts in brackets"),
}
_MOST = (1, 2, 4, 8, 14, 30, 60)
_SIZES = ("one", "two", "few", "line", "long line", "sentence", "long", "very long")


class Shape(NamedTuple):
    """What the words of a block say of it.

    Attributes:
        size: how many they are, in a word.
        end: whether they end as a sentence does.
        rest: all else.
        begun: those of the first that are looked for: "read", "more".
    """

    size: str
    end: str
    rest: list[str]
    begun: list[str]


def shape_of(line: str, low: str, heard: frozenset[str]) -> Shape:
    """What the words of a block say of it.

    Args:
        line: the words, a blank between two.
        low: the same in small letters.
        heard: words that are looked for.
    """
    words, bare = line.split(), low_words(low)
    size = joined("size", _SIZES[bisect_left(_MOST, len(words))])
    stops = ended(line)
    out = ["quoted"] if quoted(line) else []
    share = capitals(words[:HEARD])
    out.append(
        "capitals all" if share > 0.9 else "capitals many" if share > 0.5 else "capitals few"  # noqa: PLR2004
    )
    digits = _DIGIT.search(line) is not None
    out += _looks(line, low, words, digits=digits, stops=stops)
    if digits and scored(line):
        out.append("a result")
    out += dict.fromkeys(name for mark, name in _MARKS if mark in line)
    if words and words[0].lower().strip(":") in _CREDITED:
        out.append("credit word")
    told = _told(heard)
    out += [told[word] for word in dict.fromkeys(bare) if word in told]
    if bare and bare[0] in heard:
        out.append(joined("first word", bare[0]))
    if bare and bare[-1] in heard:
        out.append(joined("last word", bare[-1]))
    out += keywords(bare)
    out += _edges(line, words, digits=digits)
    begun = [word for word in bare[:OPENING] if word in heard]
    return Shape(size, "ended" if stops else "not ended", out, begun)


@lru_cache(maxsize=4)  # for pages and for lines of text
def _told(heard: frozenset[str]) -> dict[str, str]:
    """The signal of each word that is looked for."""
    return {word: joined("word", word) for word in heard}


def low_words(low: str) -> list[str]:
    """The words with which a text in small letters begins, without the marks around them."""
    return [word.strip(_POINTS) for word in low.replace("’", "'").split(None, HEARD)[:HEARD]]


def _looks(
    line: str, low: str, words: Sequence[str], *, digits: bool, stops: bool
) -> Iterator[str]:
    """What a block looks like: a date, a line of an author, prose."""
    dated = (digits and _DATE.search(line)) or ("ago" in low and _AGO.search(low))
    if line.isupper():
        yield "upper case"
    if digits:
        yield "digits"
    if dated:
        yield "date"
    if _BY.match(low):
        yield "by"
    if stops and prosaic(words):
        yield "prose"
    if _LABELLED.match(line):
        yield "label before it"
    if SPEAKER.search(line[-TAIL:]):
        yield "dash and name after it"
    if line[:1].islower():
        yield "small start"
    if dated and len(words) <= SIGNED and names_in(line) is not None:
        yield "name and date"


def _edges(line: str, words: Sequence[str], *, digits: bool) -> Iterator[str]:
    """How a block begins and ends."""
    start, end = line[:1], line[-1:]
    if start in _STARTS:
        yield _STARTS[start]
    if start in OPENERS and end in _ENDERS:
        yield "all quoted"
    if start in "([" and end in ")]":
        yield "all in brackets"
    if line.lower() == line.upper():
        yield "no letter"
    if end in "?!:…,":
        yield joined("ends with", end)
    elif end == "." and len(words) > 1:
        yield "ends with a full stop"
    few = 1 < len(words) <= NAME
    if few and not digits and all(word[0].isupper() for word in words):
        yield "like a name"
    if len(words) > NAME and line.count(".") + line.count("?") + line.count("!") > 1:
        yield "several sentences"
