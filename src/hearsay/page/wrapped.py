"""Wrapped: the paragraphs of a plain text whose lines were cut to a width.

A text is wrapped where lines that end in the middle of a sentence go on in the next with a small letter. Its
width is then that of such lines, and a line goes on in the next where that one's first word would not have fitted.
"""

import re
from collections.abc import Sequence

import msgspec

from hearsay.page.phrases import ended, said
from hearsay.text.span import Span, lines

FEWEST = 3  # lines that go on with a small letter, from which a text is wrapped
SHARE = 0.1  # of the lines, that such lines are
WIDEST = 140  # characters; longer lines were cut by nobody
SHORTEST = 24  # characters; a column is not narrower
FULL = 0.97  # of the width, from which on a line is full, though a sentence ends in it
NEARLY = 0.75  # of the width, from which on a line is full where no sentence ends: type has different widths
HALF = 0.5  # of the width, from which on a small letter under a line goes on with it
_STARTS = re.compile(
    r"[-*+•·▪◦‣–—|#=_\[]|\d{1,3}[.)]\s|\([a-z0-9]{1,3}\)\s"
    r"|[A-Z][A-Z.'’ -]+(?:,[^:]{0,60})?:\s"
    r"|[A-Z][A-Z.'’ -]{2,}(?:,[^–—-]{0,30})?(?: \([^()]{2,30}\))? ?[–—-]{1,2} "
    r"|(?:by|By|BY) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\Z"
)
"""What begins a line of its own: marks of lists, quotations and tables, a speaker in capitals, a dateline, a byline."""
_ANGLE = re.compile(r"(?:> ?)+(?=[^\s>])")
_ALONE = re.compile(r"\([A-Z][A-Z ]+\)\Z|\W+\Z|\S.*\S {3,}\S")
"""What stands alone: a stage direction in capitals, a rule of signs, words set apart in columns."""


class _Row(msgspec.Struct, frozen=True):
    """A line: its place, its words, how far it is set in, whether it stands right under another, and is quoted so."""

    span: Span
    words: str
    indent: int
    near: bool
    angled: bool = False

    @property
    def size(self) -> int:
        return self.indent + len(self.words)

    @property
    def alone(self) -> bool:
        numbered = _STARTS.match(self.words)
        return _ALONE.match(self.words, numbered.end() if numbered else 0) is not None


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of a text that hold more than white space; of a wrapped text, its paragraphs."""
    spans = lines(text)
    if sum(len(span.cut(text)) <= WIDEST for span in spans) < FEWEST:
        return spans
    rows = _rows(text, spans)
    width = _width(rows)
    if width is None:
        return spans
    out: list[Span] = []
    for n, row in enumerate(rows):
        if out and row.near and _goes_on(rows[n - 1], row, width):
            out[-1] = out[-1].hull(row.span)
        else:
            out.append(row.span)
    return tuple(out)


def _rows(text: str, spans: Sequence[Span]) -> list[_Row]:
    """The lines with what stands between each and the one before."""
    out: list[_Row] = []
    for n, span in enumerate(spans):
        gap = spans[n - 1].gap(span) if n else None
        between = gap.cut(text) if gap else ""
        ends = between.count("\n") + between.count("\r") - between.count("\r\n")
        indent = re.split(r"[\n\r]", between)[-1].expandtabs(4)
        words = span.cut(text)
        angle = _ANGLE.match(words)
        bare = words[angle.end() :] if angle else words
        out.append(_Row(span, bare or words, len(indent), n > 0 and ends == 1, angle is not None))
    return out


def _width(rows: Sequence[_Row]) -> int | None:
    """The width to which the lines of a text were cut; None where they were not."""
    going = [
        rows[n].size
        for n, after in enumerate(rows[1:])
        if after.near
        and SHORTEST <= rows[n].size <= WIDEST
        and after.words[0].islower()
        and not ended(rows[n].words)
    ]
    if len(going) < max(FEWEST, SHARE * len(rows)):
        return None
    return sorted(going)[-1 - len(going) // 20]


def _goes_on(row: _Row, after: _Row, width: int) -> bool:
    """Whether a line goes on in the next.

    Goes on: "said that the law would save the" over "cod. “There is". Does not: "What happens now?" over "The report"; a
    line over one that is set further in; a full line with a full stop over "This article was amended".
    """
    if row.angled != after.angled or ">" in (row.words[0], after.words[0]):
        return False
    if _STARTS.match(after.words) or row.alone or after.alone or row.size > WIDEST:
        return False
    stops = ended(row.words)
    if stops and (after.indent > row.indent + 1 or said(after.words) is not None):
        return False
    if not stops:
        return row.size >= (HALF if after.words[0].islower() else NEARLY) * width
    return len(f"{row.words} {after.words.split(maxsplit=1)[0]}") + row.indent > FULL * width
