"""Quoted: the quotations of a text, each with the clauses beside it.

From marks to places: which paragraph a quotation stands in, how its words begin and end, which clause
leads up to it and which follows. It knows nothing of speakers.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.language.quotation import Piece
from hearsay.language.words import Words
from hearsay.reader.clause import Clause, clauses
from hearsay.text.span import Span, between, without

CLOSERS = "\"'”’»›)]"
STOPS = ".?!…"
PAUSES = ",—–-;"
_ASIDE = ("the", "a", "an", "'s", "as")


class Place(msgspec.Struct, frozen=True):
    """A quotation that stands in no other, and what is beside it.

    Attributes:
        piece: the stretch within marks.
        paragraph: where it stands.
        left: the clauses between it and the quotation before it, or the paragraph's start.
        right: the clauses between it and the next quotation, or the paragraph's end.
        first: it is the first quotation of its paragraph.
        last: it is the last.
    """

    piece: Piece
    paragraph: Span
    left: tuple[Clause, ...]
    right: tuple[Clause, ...]
    first: bool
    last: bool


class Onwards:
    """A quotation and those after it in its paragraph; a paragraph of thousands is not copied for each."""

    def __init__(self, every: Sequence[Place], first: int) -> None:
        self._every, self._first = every, first

    def __iter__(self) -> Iterator[Place]:
        paragraph = self._every[self._first].paragraph
        for at in range(self._first, len(self._every)):
            if self._every[at].paragraph != paragraph:
                return
            yield self._every[at]


def places(
    text: str, words: Words, paragraphs: Sequence[Span], pieces: Sequence[Piece], lexicon: Lexicon
) -> tuple[Place, ...]:
    """The quotations, each with what stands between it and its neighbours among them.

    What is not among the pieces given (a title within marks, say) is part of the clauses.
    """
    out: list[Place] = []
    starts = [p.span.start for p in pieces]
    for paragraph in paragraphs:
        here = pieces[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        tops = [p for p in here if paragraph.holds(p.span)]
        if not tops:
            continue
        gaps = [
            clauses(text, words, gap, lexicon) if gap else ()
            for gap in _gaps(paragraph, [p.span for p in tops])
        ]
        out += [
            Place(piece, paragraph, gaps[n], gaps[n + 1], n == 0, n == len(tops) - 1)
            for n, piece in enumerate(tops)
        ]
    return tuple(out)


def _gaps(paragraph: Span, spans: Sequence[Span]) -> list[Span | None]:
    """What lies before, between and after the spans in their paragraph."""
    starts = [paragraph.start, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), paragraph.end]
    return [between(*pair) for pair in zip(starts, ends, strict=True)]


def last_mark(text: str, piece: Piece) -> str:
    """The mark with which the words end, whether it stands before or after the closing one."""
    inside = piece.inner.cut(text).rstrip().rstrip(CLOSERS).rstrip()[-1:]
    if inside and inside in STOPS + PAUSES:
        return inside
    outside = piece.span.right(text, 2).strip()[:1]
    return outside if outside and outside in STOPS + PAUSES else ""


def stands_alone(text: str, place: Place) -> bool:
    """Whether a quotation is an utterance, not part of the clause around it.

    Takes: Lund said, “we go home.”
    Leaves: Lund, who wrote “The Long Way Home,” was there.
    """
    piece = place.piece
    if piece.goes_on or piece.went_on or fills(text, place):
        return True
    words = piece.inner.cut(text).lstrip(" \t\n([{…." + CLOSERS + "“‘«‹„‚")
    if not words or not _introduced(place):
        return False
    return _resumes(place) if words[:1].islower() else bool(last_mark(text, piece))


def fills(text: str, place: Place) -> bool:
    """Whether a quotation is the whole of its paragraph."""
    around = without(place.paragraph, (place.piece.span,))
    return not any(c.isalnum() for span in around for c in span.cut(text))


def unmarked(text: str, quoted: Span, paragraph: Span) -> bool:
    """Whether a whole paragraph is quoted without marks: a letter, which may go on in the next."""
    whole = quoted.trimmed(text) == paragraph.trimmed(text)
    return whole and not any(mark in paragraph.cut(text)[:1] for mark in GLYPHS)


def _introduced(place: Place) -> bool:
    """Whether a quotation begins a sentence, or follows a pause or a verb of saying."""
    clause = place.left[-1] if place.left else None
    if clause is None or not clause.words:
        return True
    last = len(clause) - 1
    return (
        not clause.words[last].wordy or clause.cue(last) is not None or clause.low(last) == "that"
    )


def names_work(text: str, place: Place) -> Span | None:
    """The word for a kind of work before a title within marks; None where there is none.

    Takes: She wrote the novel “The Long Way Home”.
    Leaves: She wrote the novel “for nobody”.
    """
    cue = word_before(place, "work")
    return cue if cue is not None and titled(text, place) else None


def word_before(place: Place, name: str) -> Span | None:
    """The word of a class right before the marks, a comma, "the" and "as" aside."""
    clause = place.left[-1] if place.left else None
    if clause is None:
        return None
    at = len(clause) - 1
    while at >= 0 and (not clause.words[at].wordy or clause.low(at) in _ASIDE):
        at -= 1
    return clause.words[at].span if clause.is_(at, name) else None


def titled(text: str, place: Place) -> bool:
    """Whether words within marks have the capitals of a title: the first, the last and all longer ones, and there are two or more.

    Takes: “The Ferry”, “Nine Days: A War”. Leaves: “the Ferry”; “No Ferry Today” where the words around it have capitals too, as in a headline.
    """
    words = place.piece.inner.cut(text).split()
    beside = without(place.paragraph, (place.piece.span,))
    around = _telling([word for part in beside for word in part.cut(text).split()])
    headlined = bool(around) and not any(word.islower() for word in around)
    telling = [*words[:1], *words[-1:], *_telling(words)]
    return len(words) > 1 and not headlined and not any(word[:1].islower() for word in telling)


def _telling(words: Sequence[str]) -> list[str]:
    """The longer of some words, which have capitals in a title."""
    return [word for word in words if len(word) > 3]  # noqa: PLR2004 - of, the


def is_title(text: str, place: Place) -> bool:
    """Whether a sentence within marks is the title of a work, with or without its comma or stop.

    Takes: "The film, “Nine Days: A War,” is new", "a show, “The Ferry.”". Leaves: "The letter: “We are going home.”".
    """
    return titled(text, place) and word_before(place, "work") is not None


def known_as(place: Place) -> bool:
    """Whether "known as" stands right before the marks: a name, nobody's words."""
    clause = place.left[-1] if place.left else None
    if clause is None:
        return False
    at = len(clause) - 1
    while clause.is_(at, "determiner"):
        at -= 1
    return (clause.low(at - 1), clause.low(at)) == ("known", "as")


def _resumes(place: Place) -> bool:
    """Whether a quotation in small letters goes on after a source, or follows its verb at once."""
    clause = place.left[-1] if place.left else None
    if clause is None or not clause.words or clause.words[-1].wordy:
        return False
    said = [n for n in range(len(clause)) if clause.cue(n) is not None]
    between_quotes = not place.first and len(place.left) == 1
    return bool(said) and (between_quotes or said[-1] >= len(clause) - 2)
