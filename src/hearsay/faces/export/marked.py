"""The article cut into pieces, each with the findings in which it stands.

Findings nest and overlap, and elements of a page cannot: so every block is cut wherever a finding begins
or ends, and each piece names all of its findings. Put together again, the pieces are the block.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hearsay.faces.export import facts
from hearsay.reading.attribution import Attribution
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reading
from hearsay.text.article import Article
from hearsay.text.span import Span, split_at

_KINDS = {Use.QUOTE: "", Use.SCARE: "scare", Use.TITLE: "work", Use.TERM: "term"}


class Mark(msgspec.Struct, frozen=True):
    """A stretch of the article with what it is.

    Attributes:
        span: the stretch.
        kind: its class on the page: "source", "cue", "content direct", "scare", "insertion", ….
        statement: number of the statement that it belongs to, as "s3"; "" for none.
        anchor: what a link to it is called; "" for a part that no link leads to.
        last: whether the statement's content ends here.
    """

    span: Span
    kind: str
    statement: str = ""
    anchor: str = ""
    last: bool = False


class Piece(msgspec.Struct, frozen=True):
    """Words that stand in the same findings from the first to the last.

    Attributes:
        words: cut from the article.
        kinds: classes for the page, each once.
        statements: ids, each once.
        anchors: what begins here.
        ends: ids of the statements whose content ends here.
    """

    words: str
    kinds: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def marks(reading: Reading, places: Iterable[tuple[str, Span]] = ()) -> tuple[Mark, ...]:
    """Everything that is marked in the article, in the order of the text.

    Args:
        reading: of the article.
        places: further stretches that links lead to, by the names of the links.
    """
    found = [mark for said in facts.shown(reading) for mark in _said(said)]
    for number, quotation in enumerate(reading.quotations, 1):
        found += _quoted(f"q{number}", quotation)
    found += [Mark(span, "", anchor=name) for name, span in places]
    return tuple(sorted(found, key=lambda mark: mark.span))


def by_block(article: Article, every: Sequence[Mark]) -> dict[Span, list[Mark]]:
    """The marks that meet each block."""
    ends = [block.span.end for block in article.blocks]
    found: dict[Span, list[Mark]] = {block.span: [] for block in article.blocks}
    for mark in every:
        for block in article.blocks[bisect_right(ends, mark.span.start) :]:
            if not block.span.meets(mark.span):
                break
            found[block.span].append(mark)
    return found


def pieces(text: str, block: Span, here: Sequence[Mark]) -> tuple[Piece, ...]:
    """A block in pieces.

    Args:
        text: the whole text.
        block: the stretch that is shown.
        here: the marks that meet it.
    """
    return tuple(_piece(text, part, here) for part in split_at(block, [m.span for m in here]))


def _piece(text: str, part: Span, here: Sequence[Mark]) -> Piece:
    over = [mark for mark in here if mark.span.holds(part)]
    kinds = dict.fromkeys(kind for mark in over for kind in mark.kind.split())
    return Piece(
        words=part.cut(text),
        kinds=tuple(kinds),
        statements=tuple(dict.fromkeys(mark.statement for mark in over if mark.statement)),
        anchors=tuple(m.anchor for m in over if m.anchor and m.span.start == part.start),
        ends=tuple(m.statement for m in over if m.last and m.span.end == part.end),
    )


def _said(said: Attribution) -> Iterator[Mark]:
    known = "" if facts.somebody(said) else " nobody"
    for span in said.content:
        yield Mark(
            span,
            f"content {said.mode.value}{known}",
            said.id,
            anchor=said.id if span == said.content[0] else "",
            last=span == said.content[-1],
        )
    for kind, spans in (("source", said.source), ("cue", said.cue)):
        for span in spans:
            yield Mark(span, kind, said.id)


def _quoted(anchor: str, quotation: Quotation) -> Iterator[Mark]:
    kind = _KINDS[quotation.use]
    if quotation.use is Use.QUOTE and quotation.attribution is None:
        kind = "content nobody"
    yield Mark(quotation.span, kind, anchor=anchor)
    for span in quotation.insertions:
        yield Mark(span, "insertion")
    for span in quotation.elisions:
        yield Mark(span, "elision")
