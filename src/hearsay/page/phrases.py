"""What a block's words say of its role: fixed phrases of furniture, and the shape of prose.

The same for pages and for plain text. Patterns are in tables/phrases.toml.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

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
        cased: the pattern, where small letters and capitals are two.
    """

    role: Role
    exact: frozenset[str]
    pattern: str
    holds: "re.Pattern[str] | None"
    needs: tuple[str, ...]
    most: int
    sense: str
    sure: bool = False
    cased: "re.Pattern[str] | None" = None

    def told(self, line: str, low: str) -> bool:
        """Whether a line, and the same in small letters, has such a phrase, or is one in which case counts."""
        if self.cased is not None and self.cased.fullmatch(line):
            return True
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
            _compiled(entry, "holds"),
            tuple(entry.get("needs", ())),
            entry["most"],
            entry["sense"],
            bool(entry.get("sure")),
            _compiled(entry, "pattern") if entry.get("cased") else None,
        )
        for entry in entries("hearsay.page", "phrases")
    )


def _compiled(entry: Mapping[str, Any], key: str) -> "re.Pattern[str] | None":
    found = entry.get(key)
    return re.compile(found) if found else None


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
    at = min(few.exact.get(low, len(few.all)), few.first(low, count))
    found = few.all[at] if at < len(few.all) else None
    for n, phrase in few.loose if _has(few.needs, low) else few.cased:
        if n > at:
            break
        if count <= phrase.most and phrase.told(line, low):
            found = phrase
            break
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


class _Few(NamedTuple):
    """The patterns that texts of a band of lengths may fit.

    Attributes:
        all: in the order of the table.
        exact: whole texts in small letters, and the number of the first that has each.
        whole: fits a whole text in small letters, by a group for each pattern in which case does not count.
        plain: the numbers of these, from 1.
        cased: with their numbers, those in which case counts.
        loose: the same and those that are looked for in a text.
        needs: what the latter need.
    """

    all: tuple[Phrase, ...]
    exact: dict[str, int]
    whole: "re.Pattern[str]"
    plain: tuple[int, ...]
    cased: tuple[tuple[int, Phrase], ...]
    loose: tuple[tuple[int, Phrase], ...]
    needs: tuple[str, ...]

    def first(self, low: str, count: int) -> int:
        """The number of the first pattern in which case does not count that fits a whole text of so many words; one past all where none does."""
        match = self.whole.fullmatch(low)
        at = len(self.all) if match is None else self.plain[match.lastindex or 0]
        if match is None or count <= self.all[at].most:
            return at
        later = (n for n in self.plain if n > at and count <= self.all[n].most)
        fits = (n for n in later if re.fullmatch(self.all[n].pattern, low))
        return next(fits, len(self.all))


@cache
def _few(least: int) -> _Few:
    """The patterns that texts of so many words and more may fit."""
    those = tuple(phrase for phrase in phrases() if least <= phrase.most)
    whole = [(n, one.pattern) for n, one in enumerate(those) if one.pattern and one.cased is None]
    loose = [(n, one) for n, one in enumerate(those) if one.holds or one.cased is not None]
    return _Few(
        those,
        {
            text: n
            for n, one in reversed([*enumerate(those)])
            for text in one.exact
            if text.count(" ") < one.most
        },
        re.compile("|".join(f"({pattern})" for _, pattern in whole) or r"(?!)"),
        (0, *(n for n, _ in whole)),
        tuple((n, one) for n, one in loose if one.cased is not None),
        tuple(loose),
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
