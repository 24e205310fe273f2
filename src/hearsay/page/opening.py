"""The day of publication of a plain text, as its first lines tell it.

Takes: "ORSK — 2 March 2026", "LONDON, 3 May 2026 - The mayor …", "Published: 3 May 2026".
Takes with a year from elsewhere, as a guess: "MOSCOW, Oct. 28 (Reuters) - The ministry …".
Leaves: "ON 3 May 2026 the bridge fell." and "Updated: 4 May 2026". A year that the running text names is
not taken: in agency copy it is nearly always that of something else.
"""

import re
from collections.abc import Iterable, Iterator

from hearsay.page.dates import MONTH, day_of
from hearsay.page.phrases import flat
from hearsay.text.article import READ, Article
from hearsay.text.span import Span, matched

FIRST_LINES = 8  # among which a dateline or a line of publication stands
LABEL = 14  # words of the longest line that does nothing but tell when
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?(?!\d)"
_DATES = (
    rf"{_DAY} {MONTH}{_YEAR}",
    rf"{MONTH} {_DAY}{_YEAR}",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
)
_PLACE = r"(?!(?:ON|IN|BY|SINCE|UNTIL|AT|FROM|UPDATED)\b)[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:,? [A-ZÀ-Þ][\w.'’-]*){0,4}"
_TOWN = r"[A-ZÀ-Þ][\w.'’-]+(?:,? [A-ZÀ-Þ][\w.'’-]*){0,3}"
_AGENCY = r"\([^()]{2,30}\)"
_WEEKDAY = r"(?:[A-Z][A-Za-z]{2,5}[Dd][Aa][Yy],? )?"
_OVER = rf"\)?,?(?: ?{_AGENCY}(?: |\Z)| ?(?:[–—:-]|\Z))"
_OPENINGS = tuple(
    re.compile(rf"{_PLACE},?(?: {_AGENCY})? ?[(–—-]{{0,2}} ?{_WEEKDAY}(?i:{day}){_OVER}")
    for day in _DATES
)
_DATED = re.compile(
    rf"(?:{_PLACE}(?:, [^–—-]{{1,40}}?)?(?: {_AGENCY})?|{_TOWN} \([A-Z][^()]{{1,29}}\)) ?[–—-]{{1,2}} ?(?=[“\"‘'A-ZÀ-Þ\d])"
)
_LABELS = tuple(
    re.compile(
        r"\W*(?:(?:first|originally) )?(?:published|posted|issued|released|date)(?: on)?:? "
        rf"(?:\w{{3,6}}day,? )?{day}\b",
        re.IGNORECASE,
    )
    for day in _DATES
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/](?:0?[1-9]|1[0-2])(?!\d)")
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright)\D{0,40}((?:19|20)\d\d)\b", re.IGNORECASE)


def dateline(text: str) -> Span | None:
    """The dateline with which running text begins, up to its first word; None where it begins with none.

    A dateline opens the first paragraph of a report, and no summary above it.

    Takes: "PORT HELGA — | After 17 months …", "TARSK, Veldra, March 9 (NNS) - | The army …", "Port Helga (NNS) – | The army …".
    Leaves: "LIVE - the vote", "A-levels: the day that …", "EU ministers — at last — agreed".
    """
    found = _DATED.match(text)
    return matched(found) if found else None


def told(article: Article) -> str | None:
    """The day that the first lines of a text state in full; None where they state none."""
    days = (day_of(year, month, day) for year, month, day in _told(article) if year)
    return next((day for day in days if day), None)


def supposed(article: Article, name: str) -> str | None:
    """The day that the first lines give without its year, in the year that all else points to: a guess.

    Args:
        article: with its roles.
        name: of the file, or the address, that it was read from.
    """
    year = next(_years(article, name), None)
    if year is None:
        return None
    days = (day_of(year, month, day) for _, month, day in _told(article))
    return next((day for day in days if day), None)


def _told(article: Article) -> Iterator[tuple[str | None, str, str]]:
    """Year, month and day that the first lines give; the year None where it is missing."""
    for block in article.blocks[:FIRST_LINES]:
        line = flat(block.span.cut(article.text))
        patterns: Iterable[re.Pattern[str]] = _OPENINGS
        if len(line.split()) <= LABEL:
            patterns = (*_LABELS, *_OPENINGS)
        for pattern in patterns:
            if found := pattern.match(line):
                yield found["year"], found["month"], found["day"]


def _years(article: Article, name: str) -> Iterator[str]:
    """The years that a text may be of: of its address, of its file, of its line of rights."""
    for where in (article.url or "", name):
        if found := _IN_NAME.search(where):
            yield found[1]
    for block in article.blocks:
        if block.role not in READ and (found := _RIGHTS.search(block.span.cut(article.text))):
            yield found[1]
