"""Anchoring: from which day the times of an article are counted, and which words say so."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache

import msgspec

from hearsay.language.times.days import Days, Unit, day
from hearsay.language.times.grammar import grammar
from hearsay.language.times.meaning import meaning
from hearsay.language.times.reckoning import Anchor, Direction
from hearsay.language.times.timex import TimeKind
from hearsay.language.times.vocabulary import low, vocabulary
from hearsay.language.words import words
from hearsay.text.article import BODY, Article, Role
from hearsay.text.span import Span, Spans

OPENING = 14  # words of a first paragraph in which a dateline ends
FIRST = 3  # blocks of the running text that may begin with a dateline
NEAR = 31  # days between a dateline and the publication of what it opens
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DASHES = frozenset({"-", "--", "–", "—", "―"})


class Day(StrEnum):
    """Which day it is that times are counted from."""

    PUBLISHED = "published"
    DATELINE = "dateline"
    SPEECH = "speech"
    EVENT = "event"
    NONE = "none"


class Anchored(msgspec.Struct, frozen=True):
    """A day that times are counted from.

    Attributes:
        on: the day, or the stretch in which it lies; None where nobody says.
        by: which day it is.
        because: the words that say it, where the article has them.
        opens: the days of datelines, which are no events.
        south: the article is of the south, where it is winter in July.
    """

    on: Days | None
    by: Day
    because: Spans = ()
    opens: Spans = ()
    south: bool = False


def published(article: Article) -> Days | None:
    """The day of publication; None where it is not known."""
    if article.published is None:
        return None
    try:
        return day(datetime.fromisoformat(article.published).date())
    except ValueError:
        return None


def anchored(article: Article) -> Anchored:
    """The day of an article: that of its dateline, where it has one near the publication; else the publication."""
    out = published(article)
    every = list(_datelines(article, out))
    opens = tuple(span for span, _ in every)
    south = _of_south(article)
    for span, told in every:
        if out is None or abs((told.first - out.first).days) <= NEAR:
            read = any(block.span.holds(span) for block in article.read)
            return Anchored(told, Day.DATELINE, (span,) if read else (), opens, south)
    return Anchored(out, Day.PUBLISHED if out else Day.NONE, (), opens, south)


def _of_south(article: Article) -> bool:
    """Whether an article speaks of places south of the tropics more than of those north of them."""
    text, table = article.text, vocabulary()
    blocks = [block.span for block in article.of(*BODY, Role.DATELINE, Role.HEADLINE)]
    lows = low(" ".join([block.cut(text) for block in blocks]))
    if not any(word in lows for word in _first_of("south")):
        return False
    forms = [span.cut(text) for block in blocks for span in words(text, block).spans]
    named = {"south": 0, "north": 0}
    for n, form in enumerate(forms):
        if not form[:1].isupper() or low(form) not in _first_of("south", "north"):
            continue
        pair = f"{form} {forms[n + 1]}" if n + 1 < len(forms) else form
        for name in named:
            if table.sense(form, name) or table.sense(pair, name):
                named[name] += 1
    return named["south"] > named["north"]


@cache
def _first_of(*names: str) -> frozenset[str]:
    """The first words of what is of some classes of the table, as of the names of places in the south."""
    senses = vocabulary().senses.items()
    return frozenset(form.split()[0] for form, held in senses if any(one in held for one in names))


def _datelines(article: Article, out: Days | None) -> Iterator[tuple[Span, Days]]:
    """The days that datelines name: "LONDON, 28 October — "."""
    for block in article.of(Role.DATELINE):
        yield from _days(article.text, block.span, out)
    for block in article.of(*BODY)[:FIRST]:
        spans = words(article.text, block.span).spans[:OPENING]
        forms = [span.cut(article.text) for span in spans]
        ends = next((n for n, form in enumerate(forms) if n and form in DASHES), 0)
        if ends and (forms[0].isupper() or _is_date(forms[:ends])):
            yield from _days(article.text, spans[0].hull(spans[ends - 1]), out)


def _is_date(forms: Sequence[str]) -> bool:
    """Whether all of some words is a day with its year: "5 March 2026 | –", with which a dispatch opens."""
    found = grammar().found(forms)
    return any("year" in one.parts and one.run.stop - one.run.first == len(forms) for one in found)


def _days(text: str, within: Span, out: Days | None) -> Iterator[tuple[Span, Days]]:
    spans = words(text, within).spans
    for found in grammar().found([span.cut(text) for span in spans]):
        told = meaning(found, Anchor(out, side=Direction.PAST))
        if told.kind is TimeKind.DATE and told.days and told.days.unit is Unit.DAY:
            yield spans[found.run.first].hull(spans[found.run.stop - 1]), told.days


def in_words(at: date) -> str:
    """A day as a reason names it: 28 October 2016."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"
