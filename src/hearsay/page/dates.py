"""Dates of publication: as a page states them to machines, and as it states them to people.

A date that is neither was worked out by others (htmldate) and is a guess. A guess of the first of
January is none: it is what is made of a bare year.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from lxml import etree

_STAMP = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*"
    r"(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ABROAD = {
    **dict.fromkeys(("januar", "janvier", "enero", "januari", "gennaio"), 1),
    **dict.fromkeys(("februar", "février", "febrero", "februari", "febbraio"), 2),
    **dict.fromkeys(("märz", "mars", "marzo", "maart"), 3),
    **dict.fromkeys(("avril", "abril", "aprile"), 4),
    **dict.fromkeys(("mai", "mayo", "mei", "maggio"), 5),
    **dict.fromkeys(("juni", "juin", "junio", "giugno"), 6),
    **dict.fromkeys(("juli", "juillet", "julio", "luglio"), 7),
    **dict.fromkeys(("août", "agosto", "augustus"), 8),
    **dict.fromkeys(("septembre", "septiembre", "settembre"), 9),
    **dict.fromkeys(("oktober", "octobre", "octubre", "ottobre"), 10),
    **dict.fromkeys(("novembre", "noviembre"), 11),
    **dict.fromkeys(("dezember", "décembre", "diciembre", "december", "dicembre"), 12),
}
"""Months as pages in English of outlets from elsewhere may have them; those spelt as in English are above."""
_WRITTEN = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{MONTH},?[ -](?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:\b|(?-i:(?<=[a-z])(?=[A-Z]))){MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})\b"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})\b"),
    re.compile(
        r"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d{2})\b"
    ),
    re.compile(
        r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d{2})\b"
    ),
    re.compile(
        r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d{2})(?=,? (?:at )?\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\.? [ECMP][SD]?T\b)"
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:er|\.)? (?:de )?(?P<month>{'|'.join(_ABROAD)}) (?:de )?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
)
_ZONES = {
    **dict.fromkeys(("UTC", "GMT"), "+00:00"),
    **dict.fromkeys(("BST", "CET", "WAT"), "+01:00"),
    **dict.fromkeys(("CEST", "SAST"), "+02:00"),
    **dict.fromkeys(("MSK", "EEST", "EAT"), "+03:00"),
    **dict.fromkeys(("HKT", "SGT", "PHT", "AWST"), "+08:00"),
    **dict.fromkeys(("JST", "KST"), "+09:00"),
    "PKT": "+05:00",
    "IST": "+05:30",
    "WIB": "+07:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "NZST": "+12:00",
    "NZDT": "+13:00",
    "EDT": "-04:00",
    "EST": "-05:00",
    "CDT": "-05:00",
    "CST": "-06:00",
    "MDT": "-06:00",
    "MST": "-07:00",
    "PDT": "-07:00",
    "PST": "-08:00",
}
"""Zones as pages write them, by the countries whose pages are in English: IST is that of India."""
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})? ?(?P<half>[AaPp])?(?:\.?[Mm]\b\.?)? ?"
    rf"\(?(?P<zone>{'|'.join(_ZONES)})(?P<off>[+-]\d{{1,2}}(?::?\d{{2}})?)?\b"
)
_AFTER = re.compile(rf"[\s,|·•–—-]*(?:at )?{_CLOCK}")
_AHEAD = re.compile(rf"{_CLOCK}\)?[\s,|·•–—-]*(?:\w{{3,6}}day,? |(?:on )?)\Z")
_EARLIEST = 1990  # no page of news is older
_HOURS = 2  # digits of a distance from Greenwich in whole hours
_OLDEST = 1900  # a text may be out of an archive
_ATTRIBUTES = (
    "datetime",
    "content",
    "title",
    "stamp",
    "data-datetime",
    "data-date",
    "data-published",
)
_NAMED = re.compile(r"publish|posted|dateline|byline|timestamp|pubdate|entry-date|post-date|article-date|story-date", re.IGNORECASE)  # fmt: skip


def stamp(words: str) -> str | None:
    """A date or moment written for machines, as ISO 8601; None where it is none, or not possible."""
    found = _STAMP.search(words.strip())
    if not found:
        return None
    day, time, zone = found["day"], found["time"], found["zone"]
    try:
        if date.fromisoformat(day).year < _EARLIEST:
            return None
        if not time or not zone:
            return day
        zone = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return datetime.fromisoformat(f"{day}T{time}{zone}").isoformat()
    except ValueError:
        return None


def written(words: str) -> str | None:
    """The first day with its year that is written out: "6 May 2024", "May 6, 2024", "06.05.2024"; with its moment if stamped, or if a clock and its zone stand beside it.

    Left: "03/04/2024", which is in March or in April.
    """
    if (stamped := stamp(words)) and "T" in stamped:
        return stamped
    for found in (day for pattern in _WRITTEN for day in pattern.finditer(words)):
        if day := day_of(found["year"], found["month"], found["day"]):
            return _moment(day, words[: found.start()], words[found.end() :])
    return None


def _moment(day: str, before: str, after: str) -> str:
    """The moment of a day, where a clock and its zone stand right after it or before it; else the day."""
    clock = _AFTER.match(after) or _AHEAD.search(before)
    if clock is None:
        return day
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"] in "Pp") if clock["half"] else int(clock["hour"])  # fmt: skip
    sign, zone = (clock["off"] or " ")[0], (clock["off"] or "")[1:].replace(":", "")
    far = f"{sign}{zone[:-2] or zone:0>2}:{zone[-2:] if len(zone) > _HOURS else '00'}" if zone else _ZONES[clock["zone"]]  # fmt: skip
    try:
        return datetime.fromisoformat(f"{day}T{hour:02}:{clock['minute']}{far}").isoformat()
    except ValueError:
        return day


def day_of(year: str, month: str, day: str) -> str | None:
    """The day as ISO 8601; None where there is none such, or no archive goes back as far.

    Args:
        year: in digits.
        month: in digits, or its name, which may be cut short.
        day: in digits.
    """
    low = month.lower()
    number = int(month) if month.isdigit() else _ABROAD.get(low) or _MONTHS.index(low[:3]) + 1
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year >= _OLDEST else None


def guess(words: str | None) -> str | None:
    """A date that was worked out, unless it is what is made of a bare year."""
    found = stamp(words or "")
    return None if found is None or found[4:] == "-01-01" else found


def marked_up(root: etree._Element) -> str | None:
    """The date that the page's elements state: microdata, then time elements in its head lines."""
    return next((found for value in _values(root) if (found := stamp(value))), None)


def _values(root: etree._Element) -> Iterator[str]:
    named = frozenset(_ATTRIBUTES)
    elements = [e for e in root.iter("*") if e.attrib and not named.isdisjoint(e.keys())]
    for published in elements:
        if published.get("itemprop") == "datePublished" or published.get("pubdate") is not None:
            yield from _given(published)
    for element in elements:
        if _names_it(element):
            yield from _given(element)
    for time in elements:
        if time.tag == "time" and not any(
            up.tag in ("p", "li", "td") for up in time.iterancestors()
        ):
            yield from _given(time)


def _given(element: etree._Element) -> Iterator[str]:
    yield from (value for name in _ATTRIBUTES if (value := element.get(name)))


def _names_it(element: etree._Element) -> bool:
    """Whether an element, or one right around it, is named for the publication; comments are not."""
    around = [element, *element.iterancestors()]
    if any("comment" in f"{up.get('class')} {up.get('id')}".lower() for up in around):
        return False
    return any(_NAMED.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in around[:3])
