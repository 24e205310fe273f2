"""Timeline: what happened when, in the order of the text; the faces put it into the order of the days."""

from collections.abc import Iterator, Sequence

from hearsay.language.quotation import Piece
from hearsay.language.times.days import Unit
from hearsay.language.times.reckoning import Base
from hearsay.language.times.timex import TimeKind
from hearsay.language.times.vocabulary import vocabulary
from hearsay.language.words import Words
from hearsay.reader.statement import Statement
from hearsay.reader.times.anchoring import Day, anchored, in_words
from hearsay.reader.times.happening import happening
from hearsay.reader.times.ranges import ranges
from hearsay.reader.times.rows import rows
from hearsay.reader.times.time import Told
from hearsay.reader.times.told import BOUNDING, Teller
from hearsay.reader.tree import Tree
from hearsay.reading.ground import Ground
from hearsay.reading.voice import Event
from hearsay.text.article import Article

IDLE = frozenset(
    {"reference", "far", "of_now", "often", "per", "set_of", "set_days", "set_nights", "these_days", "clock", "time_of_day", "lasting"}
)  # fmt: skip
"""Rules whose times name no day of what happened: "now", "soon", "every Monday", "at noon"."""

LASTING = frozenset({"for", "since"})
FROM_NOW = frozenset({"next_n", "last_n", "coming"})
"""Rules of stretches that begin or end now: "the next few days"."""

CALENDAR = "the calendar has it"
LASTED = "how long it lasts; from which day is not said"
SO_LONG = "left open: the words do not say how long that is"
UNDATED = (
    "left open: it is counted from a day that is not known, as there is no date of publication"
)
NO_DAY = "left open: the words name no day that can be reckoned"
_FROM = {
    Day.PUBLISHED: "the day of publication",
    Day.DATELINE: "the day of the dateline",
    Day.SPEECH: "when the words were spoken",
    Day.EVENT: "the day of the event from which it is told",
}


def timeline(
    article: Article, cut: Words, tree: Tree, told: Sequence[Statement], pieces: Sequence[Piece]
) -> tuple[Event, ...]:
    """The events of an article that have a time, in the order of the text.

    Args:
        article: with its date of publication, where it has one.
        cut: its words.
        tree: its trees; without words where there is no model.
        told: the statements.
        pieces: the quotations.
    """
    sentences = list(rows(article, cut, tree))
    home = anchored(article)
    times = ranges(Teller(tree, home, pieces).told(sentences, told))
    return tuple(_event(tree, one) for one in times if _dates(one) and one.span not in home.opens)


def _event(tree: Tree, one: Told) -> Event:
    first, last = one.bounds.first, one.bounds.last
    return Event(
        time=one.whole,
        event=()
        if one.alone
        else happening(
            tree,
            one.row,
            one.whole,
            one.at,
            lasts=one.opener in LASTING,
            bounds=one.opener in BOUNDING,
        ),
        ground=_ground(one),
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
    )


def _dates(one: Told) -> bool:
    """Whether a time says when something happened, or for how long.

    Takes: "last Tuesday", "since May", "for several weeks", "two years ago".
    Leaves: "now", "every Monday", "a two-year contract", "for five minutes", "10 percent a year".
    """
    if one.event is not None and not _of_hours(one):  # a week after it closed
        bare = one.found.rule == "time_of_day" and one.span == one.row.over(one.found.run)
        return one.means.days is not None or not bare
    if one.found.rule in IDLE or _of_hours(one):
        return False
    if one.found.rule == "ahead" and _next(one) == "of":  # in a year of plenty
        return False
    if one.found.rule in ("the_unit", "relative") and _of_some_day(one):
        return False
    if one.means.kind is not TimeKind.DURATION or one.means.days is not None:
        return True
    return not _mere_measure(one)


def _of_some_day(one: Told) -> bool:
    """Takes: "the day he left", "to this day". Leaves: "the same day", "the next day"."""
    days = one.means.days
    which = one.found.parts.get("which", ("this",))[0]
    return days is not None and days.unit is Unit.DAY and which.lower() == "this"


def _of_hours(one: Told) -> bool:
    """Whether a time is counted in hours, minutes or seconds."""
    unit = one.found.parts.get("unit")
    return bool(unit and vocabulary().sense(unit[0], "instant_unit", "instant_units"))


def _next(one: Told) -> str:
    """The word after a time, in small letters; "" at the end of the sentence."""
    at, forms = one.found.run.stop, one.row.forms
    return forms[at].lower() if at < len(forms) else ""


def _mere_measure(one: Told) -> bool:
    """Whether a duration says how long a thing is rather than how long something went on."""
    run, forms = one.found.run, one.row.forms
    if one.found.rule in FROM_NOW:
        return _next(one) == "of"
    hyphened = any(form in ("-", "‑") for form in forms[run.first : run.stop])
    bare = one.opener == "" and vocabulary().sense(forms[run.first], "a", "another") is not None
    before = forms[run.first - 1].lower() if run.first else ""
    once = " ".join(forms[run.first : run.stop]).lower() == "one day" and not one.opener
    return (
        once or hyphened or bare or _next(one) in ("of", "a") or before in ("of", "a", "an", "the")
    )


def _ground(one: Told) -> Ground:
    anchor = one.anchor.because if _counted(one) else ()
    beside = (
        span for span in anchor if not span.meets(one.whole)
    )  # the day before | the vote of 3 May
    because = tuple(sorted({one.whole, *beside}))
    return Ground(f"rule:time_{one.found.rule}", because, " ".join(_note(one)))


def _counted(one: Told) -> bool:
    return one.means.days is not None and one.means.base is Base.ANCHOR


def _note(one: Told) -> Iterator[str]:
    """How the days were found, for a reader of news."""
    on = one.anchor.on
    if one.found.rule in FROM_NOW and one.means.days is None:
        yield UNDATED if one.anchor.by is Day.NONE else SO_LONG
    elif one.means.kind is TimeKind.DURATION and one.means.days is None and not _either(one):
        yield LASTED
    elif one.means.days is None and not _either(one):
        open_ended = one.anchor.by is Day.NONE
        yield UNDATED if open_ended else NO_DAY
    elif one.means.base is Base.TOLD:
        yield "counted from the time told of before it"
    elif one.means.base is Base.ANCHOR and on is not None:
        whole = on.first if on.first == on.last else None
        named = in_words(whole) if whole else f"{in_words(on.first)} to {in_words(on.last)}"
        yield f"counted from {named}, {_FROM[one.anchor.by]}"
    else:
        yield CALENDAR


def _either(one: Told) -> bool:
    return one.bounds.first is not None or one.bounds.last is not None
