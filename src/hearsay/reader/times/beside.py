"""Beside: a time that is told from an event: "two days after the vote", "a week before the wall gave way"."""

import msgspec

from hearsay.language.times.counts import amount, offset, unit_of
from hearsay.language.times.days import Days
from hearsay.language.times.grammar import Timex
from hearsay.language.times.timex import Meaning
from hearsay.language.times.vocabulary import vocabulary
from hearsay.reader.times.rows import Row
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

COUNTED = frozenset({"shifted", "duration"})
CONTENT = ("NOUN", "PROPN", "VERB")
LONG = 12  # words of an event that are taken with its time


class Beside(msgspec.Struct, frozen=True):
    """The event from which a time is told.

    Attributes:
        sign: 1 for a time after it, -1 for one before.
        head: the word of the tree for the event.
        over: the word on which all of it hangs: what happened then.
    """

    sign: int
    head: int
    over: int


def beside(tree: Tree, row: Row, one: Timex) -> Beside | None:
    """The event from which a time is told; None for any other time.

    Takes: "two days after the vote", "the week before it closed". Leaves: "two days later", "two days after that".
    """
    run, forms = one.run, row.forms
    if one.rule not in COUNTED or "unit" not in one.parts or not tree.words:
        return None
    words = vocabulary()
    own = words.sense(forms[run.stop - 1], "before", "after") is not None
    at = run.stop - 1 if own else run.stop
    told = at + 1 < len(forms) and words.sense(forms[at], "before", "after") is not None
    if not told or not forms[at + 1][:1].isalnum():
        return None
    opener = next(iter(tree.over(row.spans[at])), None)
    if opener is None or tree.relation(opener) not in ("case", "mark"):
        return None
    head = tree.words[opener].head
    if head < opener or tree.words[head].upos not in CONTENT:
        return None
    return Beside(1 if words.sense(forms[at], "after") else -1, head, tree.words[head].head)


def with_event(tree: Tree, span: Span, told: Beside) -> Span:
    """The words of a time with those of its event, where that is short and has no time of its own."""
    event = tree.span(told.head)
    if event is None or not (span.before(event) or span.meets(event)):
        return span
    held = tree.over(event)
    own = tree.over(span)
    if len(held) > LONG or any(tree.words[n].entity == "time" and n not in own for n in held):
        return span
    return span.hull(event)


def counted(one: Timex, told: Beside, event: Days) -> Meaning:
    """What a time tells, counted from the day of its event."""
    return offset(event, unit_of(one), amount(one.parts.get("count", ("one",))), told.sign)
