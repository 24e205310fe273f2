"""Beside: a time that is told from an event: "two days after the vote", "a week before the wall gave way"."""

import msgspec

from hearsay.language.times.counts import amount, offset, unit_of
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Timex
from hearsay.language.times.timex import Meaning
from hearsay.language.times.vocabulary import vocabulary
from hearsay.reader.times.rows import Row
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

COUNTED = frozenset({"shifted", "duration", "time_of_day"})
CONTENT = ("NOUN", "PROPN", "VERB")
LONG = 12  # words of an event that are taken with its time


class Beside(msgspec.Struct, frozen=True):
    """The event from which a time is told.

    Attributes:
        sign: 1 for a time after it, -1 for one before; 0 for one of its day.
        head: the word of the tree for the event.
        over: the word on which all of it hangs: what happened then.
    """

    sign: int
    head: int
    over: int


def beside(tree: Tree, row: Row, one: Timex) -> Beside | None:
    """The event from which a time is told; None for any other time.

    Takes: "two days after the vote", "the week before it closed", "the evening of the vote", "the eve of the vote". Leaves: "two days later", "two
    days after that", "the evening of 3 May".
    """
    run, forms = one.run, row.forms
    part = one.rule == "time_of_day"
    if one.rule not in COUNTED or not ("unit" in one.parts or part) or not tree.words:
        return None
    words = vocabulary()
    own = words.sense(forms[run.stop - 1], "before", "after") is not None
    at = run.stop - 1 if own else run.stop
    names = ("before", "after", "of") if part else ("before", "after")
    told = at + 1 < len(forms) and words.sense(forms[at], *names) is not None
    if not told or not forms[at + 1][:1].isalnum():
        return None
    opener = next(iter(tree.over(row.spans[at])), None)
    if opener is None or tree.relation(opener) not in ("case", "mark"):
        return None
    head = tree.words[opener].head
    if head < opener or tree.words[head].upos not in CONTENT:
        return None
    eve = part and words.sense(forms[run.stop - 1], "eve") is not None
    back = eve or words.sense(forms[at], "before") is not None
    if part and words.sense(forms[at], "of") and not _happens(tree, head):
        return None  # the evening of a long day
    if part and words.sense(forms[at], "of") and not eve:
        return Beside(0, head, tree.words[head].head)
    return Beside(-1 if back else 1, head, tree.words[head].head)


def _happens(tree: Tree, at: int) -> bool:
    """Whether a word tells of something that happened: "the night of the fire". Leaves: "a night of song"."""
    the = any(tree.lows[n] in ("the", "his", "her", "its", "their") for n in tree.held[at])
    told = tree.words[at].entity
    return told == "event" or (the and told in ("none", "abstract"))


def with_event(tree: Tree, span: Span, told: Beside) -> Span:
    """The words of a time with those of its event, where that is short and has no time of its own."""
    event = tree.span(told.head)
    if event is None or not (span.before(event) or span.meets(event)):
        return span
    held = tree.over(event)
    own = tree.over(span)
    if any(tree.words[n].entity == "time" and n not in own for n in held):
        return span
    if len(held) > LONG:  # four days after | they …
        opener = next((n for n in tree.children(told.head, "mark", "case") if n >= own[-1]), None)
        return span if opener is None else span.hull(tree.words[opener].span)
    return span.hull(event)


def counted(one: Timex, told: Beside, event: Days) -> Meaning:
    """What a time tells, counted from the day of its event."""
    many = amount(one.parts.get("count", ("one",)))
    return offset(event, counted_in(one), many, told.sign)


def counted_in(one: Timex) -> Unit:
    """The unit in which a time is told from an event; of the evening before it days."""
    return unit_of(one) if "unit" in one.parts else Unit.DAY
