"""What a block's words say of its role: fixed phrases of furniture, and the shape of prose.

The same for pages and for plain text. Patterns are in tables/phrases.toml.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from hearsay.tables import entries
from hearsay.text.article import Role

_STOPS = tuple(".?!…:;,")
_CLOSERS = "\"'”’»›)]*♦◆■●▪\u25fc "
_BRACKETED = re.compile(r"(?<=[.?!…\"'”’]) ?(?:\([^()]{2,40}\)|\[[^\[\]]{2,40}\])\Z")
_WHOLE = 34  # blanks in what is too long for a caption
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_QUOTES = re.compile('["“”„«»‘]')
NO_PROSE = frozenset(
    {Role.COMMENTS, Role.SHARE, Role.NAVIGATION, Role.CATEGORY, Role.DATELINE, Role.BYLINE}
)
"""The roles of labels: prose is none, whatever it begins with."""

PROSE_WORDS = 9  # shorter blocks are not told from labels by their shape alone
_VERBLESS = frozenset("© | › » •")


class Phrase(msgspec.Struct, frozen=True):
    """A pattern of furniture.

    Attributes:
        role: of the text that it fits.
        exact: whole texts, in small letters.
        pattern: fits the whole text, white space made one blank, in small letters unless it is cased; "" where there is none.
        holds: is found in the same, in small letters.
        needs: one of them, in small letters, is in every text in which `holds` finds something; asked first, since it is quick.
        most: how many words the text may have.
        sense: what such text is.
        sure: nothing but furniture says so, wherever it stands.
        cased: small letters and capitals are two in the pattern.
    """

    role: Role
    exact: frozenset[str]
    pattern: str
    holds: "re.Pattern[str] | None"
    needs: tuple[str, ...]
    most: int
    sense: str
    sure: bool = False
    cased: bool = False

    def found_in(self, low: str) -> bool:
        """Whether such a phrase stands in a text in small letters."""
        return (
            self.holds is not None and _has(self.needs, low) and self.holds.search(low) is not None
        )


def _has(words: tuple[str, ...], low: str) -> bool:
    for word in words:  # noqa: SIM110 - twice as quick as any(), and asked of each block
        if word in low:
            return True
    return False


@cache
def phrases() -> tuple[Phrase, ...]:
    """All patterns, in the order of the table: the first that fits counts."""
    return tuple(
        Phrase(
            Role(entry["role"]),
            frozenset(entry.get("exact", ())),
            entry.get("pattern", ""),
            re.compile(entry["holds"]) if "holds" in entry else None,
            tuple(entry.get("needs", ())),
            entry["most"],
            entry["sense"],
            bool(entry.get("sure")),
            bool(entry.get("cased")),
        )
        for entry in entries("hearsay.page", "phrases")
    )


@lru_cache(maxsize=2048)  # asked some four times of each block of a page
def flat(text: str) -> str:
    """The text with each stretch of white space made one blank, for comparing and looking up."""
    return " ".join(text.split())


@lru_cache(maxsize=2048)  # asked three times of each block of a page
def said(text: str) -> Phrase | None:
    """The phrase of furniture that a text is; None where it is none."""
    line = flat(text)
    low = line.lower()
    count = line.count(" ") + 1
    few = _few(_BANDS[bisect_right(_BANDS, count) - 1])
    at = min(few.exact.get(low, NONE), few.whole.first(low, count), few.cased.first(line, count))
    if _has(few.needs, low):
        holding = (n for n, one in few.loose if n < at and count <= one.most and one.found_in(low))
        at = next(holding, at)
    found = few.all[at] if at < NONE else None
    return (
        None if found is not None and found.role is not Role.CORRECTION and reports(line) else found
    )


def reports(line: str) -> bool:
    """Whether a line is prose that says who says what: so does the article, and of furniture only a correction.

    Taken: "Sponsored content made up a fifth of the paper, according to a count by the university." Left: "Sponsored
    content", whatever is said in it; "Sign up for what “nobody else has said”, every Friday."
    """
    return prose(line) and tells(line)


def tells(line: str) -> bool:
    """Whether a line says, outside quotation marks, who says what, be the line whole or cut off."""
    return _reporting().search(_QUOTATION.sub(" ", line).lower()) is not None


@cache
def _reporting() -> "re.Pattern[str]":
    """The words by which prose is known to report."""
    forms = (form for entry in entries("hearsay.page", "reports") for form in entry["forms"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")


_BANDS = (0, 13, 31, 61)
"""Words of a text from which on fewer patterns are tried: few bands, since those of each are compiled as one."""


NONE = 1_000
"""The number of a pattern where none fits: more than there are."""


class _Whole:
    """Patterns that fit whole texts, tried at once.

    Args:
        those: each with its number and how many words the text may have.
    """

    def __init__(self, those: Sequence[tuple[int, Phrase]]) -> None:
        self.those = those
        groups = "|".join(f"({one.pattern})" for _, one in those)
        self.pattern = re.compile(groups or r"(?!)")

    def first(self, text: str, count: int) -> int:
        """The number of the first pattern that fits a text of so many words."""
        match = self.pattern.fullmatch(text)
        if match is None:
            return NONE
        n, one = self.those[(match.lastindex or 0) - 1]
        if count <= one.most:
            return n
        later = (
            n for n, one in self.those if count <= one.most and re.fullmatch(one.pattern, text)
        )
        return next(later, NONE)


class _Few(NamedTuple):
    """The patterns that texts of a band of lengths may fit.

    Attributes:
        all: in the order of the table.
        exact: whole texts in small letters, and the number of the first that has each.
        whole: those that fit a whole text in small letters.
        cased: those that fit a whole text as it is.
        loose: those that are looked for in a text, with their numbers.
        needs: what the latter need.
    """

    all: tuple[Phrase, ...]
    exact: dict[str, int]
    whole: _Whole
    cased: _Whole
    loose: tuple[tuple[int, Phrase], ...]
    needs: tuple[str, ...]


@cache
def _few(least: int) -> _Few:
    """The patterns that texts of so many words and more may fit."""
    those = tuple(phrase for phrase in phrases() if least <= phrase.most)
    whole = [(n, one) for n, one in enumerate(those) if one.pattern]
    loose = tuple((n, one) for n, one in enumerate(those) if one.holds is not None)
    return _Few(
        those,
        {
            text: n
            for n, one in reversed([*enumerate(those)])
            for text in one.exact
            if text.count(" ") < one.most
        },
        _Whole([(n, one) for n, one in whole if not one.cased]),
        _Whole([(n, one) for n, one in whole if one.cased]),
        loose,
        tuple(dict.fromkeys(word for _, one in loose for word in one.needs)),
    )


def quoted(text: str) -> bool:
    """Whether a quotation mark stands in the text."""
    return _QUOTES.search(text) is not None


def ended(text: str) -> bool:
    """Whether the text ends as a sentence does, what stands in brackets after it apart.

    Taken: "(It sank.)"; a paragraph of 35 words with "[Harbour News]" after its stop. Left: "The ferry sank. (Reuters)", as captions end.
    """
    bare = text.rstrip()
    if bare[-1:] in ")]" and bare.count(" ") >= _WHOLE and _BRACKETED.search(bare) is not None:
        return True
    return bare.rstrip(_CLOSERS).rstrip()[-1:] in _STOPS


def prose(text: str) -> bool:
    """Whether the text has the shape of running prose: words enough, and an end."""
    return prosaic(text.split()) and ended(text)


def prosaic(words: Sequence[str]) -> bool:
    """Whether words are enough for prose, with no sign among them that prose has not."""
    return len(words) >= PROSE_WORDS and _VERBLESS.isdisjoint(words)


_SCORE = re.compile(
    r"[A-Z][\w .’'&-]{2,30} \d{1,3}(?:,| v\.?| [-–])? [A-Z][\w .’'&-]{2,30} \d{1,3}(?: \(.{1,30}\))?"
)


def scored(line: str) -> bool:
    """Whether a line is a result and no more.

    Taken: "Rovers 1 Town 0", "England 24 Wales 17 (HT 10-3)". Left: "Rovers 1-0 Town: as it happened".
    """
    return _SCORE.fullmatch(line) is not None


def capital_share(text: str) -> float:
    """Which part of the words that have letters begin with a capital, 0 to 1."""
    return capitals(text.split())


def capitals(words: Iterable[str]) -> float:
    """Which part of some words, of those that have letters, begin with a capital, 0 to 1."""
    starts = [word[0] for word in words if word[0].isalpha()]
    return sum(map(str.isupper, starts)) / len(starts) if starts else 0.0


def likeness(one: str, other: str | None) -> float:
    """Which share of the words of two texts they have in common, 0 to 1 (Dice)."""
    few, some = _bare(one)
    many, rest = _bare(other or "")
    total = some + rest
    if not total:
        return 0.0
    if len(few) > len(many):
        few, many = many, few
    common = 0
    for word in few.keys() & many.keys():
        common += min(few[word], many[word])
    return 2 * common / total


@lru_cache(maxsize=512)  # what a page says of itself is held against each of its blocks
def _bare(text: str) -> tuple[dict[str, int], int]:
    """How often each word of a text stands there, without marks and in small letters; how many words there are."""
    found: dict[str, int] = {}
    count = 0
    for word in text.lower().split():
        bare = word if word.isalnum() else "".join(filter(str.isalnum, word))
        if bare:
            found[bare] = found.get(bare, 0) + 1
            count += 1
    return found, count
