"""Entries: what a section of the report says, once for the terminal and for the page."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from hearsay.faces.export import facts
from hearsay.faces.export.lines import DIM, NAME, PLAIN, Line, columns, said
from hearsay.language.sentences import sentences
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, Spans, cut, without

SHORT = 20  # words of the article in one place
WORDS = 7  # the column in which the words after an id begin
BEFORE, AFTER = 5, 9  # words of the article shown around a few that matter


class Entry(msgspec.Struct, frozen=True):
    """One thing that a section says.

    Attributes:
        words: what is said, the article's own words within marks.
        who: the name that opens it; "" for none.
        id: of the finding, as `hearsay explain` takes it; "" for none.
        terms: what is said under it, a line each.
        at: where the first of its words stand; None where it has no place.
        group: what several entries in a row have in common; "" for nothing.
        brief: words that are told in a row with others of their group.
    """

    words: str
    who: str = ""
    id: str = ""
    terms: tuple[str, ...] = ()
    at: Span | None = None
    group: str = ""
    brief: bool = False


class Section(msgspec.Struct, frozen=True):
    """A head with entries.

    Attributes:
        head: in small letters but for the first.
        entries: in the order in which they are told.
        table: names and what is said of them stand in two columns.
    """

    head: str
    entries: tuple[Entry, ...]
    table: bool = False


def lines(section: Section) -> Iterator[Line]:
    """A section for a terminal, without its head."""
    if section.table:
        yield from columns((one.who, one.words) for one in section.entries)
        return
    named = any(one.id for one in section.entries)
    indent = WORDS if named else 6
    for group, entries in groupby(section.entries, key=lambda one: one.group):
        every = tuple(entries)
        if group:
            yield said(group, style=NAME)
        for one in every:
            if not one.brief:
                yield from _line(one, indent)
        brief = [one.words for one in every if one.brief]
        if brief:
            yield said(" · ".join(brief), indent=indent)


def _line(one: Entry, indent: int) -> Iterator[Line]:
    name = f"{one.who} " if one.who else ""
    parts = ((name, NAME), (one.words, PLAIN))
    yield Line(parts, indent=2, hang=indent, label=one.id, label_style=DIM)
    for term in one.terms:
        yield said(term, indent=indent, hang=indent + 2)


def quoted(reading: Reading, spans: Spans | Iterable[Span], most: int = SHORT) -> str:
    """Words of the article within marks: its own where it has them."""
    return _in_marks(facts.shortened(facts.one_line(cut(tuple(spans), reading.article.text)), most))


PAIRS = (("“", "”"), ('"', '"'), ("«", "»"))
"""Marks of which one without the other is seen to be lost; an apostrophe may be any of the others."""


def _in_marks(words: str) -> str:
    """Words within marks: the article's own where they are around all of it.

    Takes: the last mark from 'it will rise.”', whose other half is not shown, and the first from '“It will. I say so.'. Leaves: 'will
    rise,” she said'. Where marks are opened within, and the words end before they are closed, they are closed.
    """
    for opens, closes in PAIRS:
        same = opens == closes
        alone = words.count(opens) % 2 if same else words.count(opens) - words.count(closes)
        ahead, _, rest = words.partition(opens)
        before, _, behind = words.rpartition(closes)
        if alone and (same or alone < 0) and not any(map(str.isalnum, behind)):
            words = before + behind
        elif alone > 0 and not any(map(str.isalnum, ahead)):
            words = ahead + rest
        elif alone > 0 and words[-1:].isalnum() and _opened(words, opens):
            words += closes
    return words if _marked(words) else f"“{words}”"


def _opened(words: str, mark: str) -> bool:
    """Whether the last of some marks opens what is shown whole: 'a “day of reckoning', not 'every asset" goes'."""
    return words.rpartition(mark)[0][-1:].isspace() and "[…" not in words


def _marked(words: str) -> bool:
    """Whether words stand within marks of the article's own, and no others with them."""
    inside = words[1:-1]
    whole = words[:1] in '“"‘«' and words[-1:] in '”"’»'
    return whole and not any(mark in inside for mark in '“”"«»')


def fragment(reading: Reading, span: Span, before: int = BEFORE, after: int = AFTER) -> str:
    """A span with a few words of its sentence around it, an ellipsis where more stand beside; within marks.

    Args:
        reading: of the article.
        span: the words that matter.
        before: how many words are shown before them.
        after: how many after them.
    """
    text = reading.article.text
    beside = without(sentence(reading, span), (span,))
    left = next((part.cut(text) for part in beside if part.before(span)), "")
    right = next((part.cut(text) for part in beside if span.before(part)), "")
    ahead, behind = left.split(), right.split()
    opens = "… " if sum(any(map(str.isalnum, word)) for word in ahead) > before else ""
    ends = " …" if len(behind) > after else ""
    first = " ".join(ahead[-before:]) + (" " if left[-1:].isspace() else "")
    last = (" " if right[:1].isspace() else "") + " ".join(behind[:after])
    return _in_marks(f"{opens}{first}{facts.one_line(span.cut(text))}{last}{ends}")


def first(spans: Spans) -> Span | None:
    """The first of some stretches; None where there is none."""
    return next(iter(spans), None)


def sentence(reading: Reading, span: Span) -> Span:
    """The sentence in which a span begins, with all of the span."""
    block = reading.article.block(span.start)
    inside = sentences(reading.article.text, block.span) if block else ()
    return next((one for one in inside if one.meets(span)), span).hull(span)
