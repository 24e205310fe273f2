"""The quotations of an article held against a source, for the terminal and as JSON."""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.desk.check import Held, counts
from hearsay.faces.export import differences, facts
from hearsay.faces.export.entries import quoted
from hearsay.faces.export.lines import BLANK, HEAD, NAME, PLAIN, Line, rendered, said
from hearsay.fidelity.change import MEANING
from hearsay.fidelity.check import Answer
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, line_of, page_of

HEADS = {
    Answer.DIFFERS: "DIFFERS FROM THE SOURCE",
    Answer.SAME: "THE SAME IN THE SOURCE",
    Answer.NOT_FOUND: "NOT FOUND IN THE SOURCE",
}
NOT_FALSE = "That the source does not have them does not say that nobody said them."
TRANSLATED = "translated, the article says: it has no single true wording; compare what it means"


def shown(
    reading: Reading, held: Sequence[Held], source: str, name: str, width: int, *, colour: bool
) -> str:
    """What became of the quotations, those that differ first.

    Args:
        reading: of the article.
        held: its quotations.
        source: its words.
        name: of the source.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_lines(reading, tuple(held), source, name), width, colour=colour)


def _lines(reading: Reading, held: tuple[Held, ...], source: str, name: str) -> Iterator[Line]:
    many = counts(held)
    told = ", ".join(f"{many[answer]} {_verb(answer, many[answer])}" for answer in HEADS)
    if not held:
        yield said(f"No quotation was found that could be held against {name}.", indent=0)
        return
    yield said(f"{facts.many(len(held), 'quotation')} held against {name}: {told}", indent=0)
    for answer, head in HEADS.items():
        some = sorted((one for one in held if one.checked.answer is answer), key=_quiet)
        if not some:
            continue
        yield BLANK
        yield said(head, indent=0, style=HEAD)
        if answer is Answer.NOT_FOUND:
            yield said(NOT_FALSE)
        for one in some:
            yield from _entry(reading, one, source)


def _verb(answer: Answer, many: int) -> str:
    """Takes: 1 "differs", 2 "differ", 1 "is the same", 2 "are not found"."""
    if answer is Answer.DIFFERS:
        return "differs" if many == 1 else "differ"
    words = "the same" if answer is Answer.SAME else answer.value
    return f"{'is' if many == 1 else 'are'} {words}"


def _quiet(one: Held) -> bool:
    return not any(each.change in MEANING for each in one.checked.differences)


def _entry(reading: Reading, one: Held, source: str) -> Iterator[Line]:
    how = differences.changes(one.checked.differences)
    words = f"{_who(reading, one)}, {facts.place(reading, one.quotation.span)}"
    yield Line(((f"{words}{': ' if how else ''}", NAME), (how, PLAIN)), 2, 7, f"q{one.number}")
    yield said(quoted(reading, (one.quotation.span,)), indent=7, hang=9)
    at = one.checked.at
    if at is not None and one.checked.differences:
        words = facts.shortened(facts.one_line(at.cut(source)), 40)
        yield said(f"source, {_where(source, at)}: “{words}”", indent=7, hang=9)
        for line in differences.altered(one.checked.differences, source, reading.article.text):
            yield said(line, indent=7, hang=9)
    elif at is not None:
        yield said(f"source, {_where(source, at)}", indent=7)
    if one.translated:
        yield said(TRANSLATED, indent=7, hang=9)


def _where(source: str, at: Span) -> str:
    """The page of a source that has pages, else the line."""
    page = page_of(source, at)
    return f"page {page}" if page else f"line {line_of(source, at)}"


def _who(reading: Reading, one: Held) -> str:
    by_id = {said.id: said for said in reading.attributions}
    mine = by_id.get(one.quotation.attribution or "")
    return facts.speaker(reading, mine) if mine else "nobody named"


def as_json(reading: Reading, held: Sequence[Held], source: str) -> bytes:
    """A line of JSON a quotation.

    Args:
        reading: of the article.
        held: its quotations.
        source: the words of the source.
    """
    return b"".join(msgspec.json.encode(_plain(reading, one, source)) + b"\n" for one in held)


def _plain(reading: Reading, one: Held, source: str) -> dict[str, object]:
    text, at = reading.article.text, one.checked.at
    return {
        "quotation": f"q{one.number}",
        "span": one.quotation.span,
        "words": one.quotation.span.cut(text),
        "speaker": _who(reading, one),
        "answer": one.checked.answer,
        "source": at.cut(source) if at else None,
        "source_span": at,
        "translated": one.translated,
        "differences": [
            {
                "how": each.change,
                "meaning": each.change in MEANING,
                "marked": each.marked,
                "source": each.a.cut(source) if each.a else None,
                "quotation": each.b.cut(text) if each.b else None,
            }
            for each in one.checked.differences
        ],
    }
