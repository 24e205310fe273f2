"""What quotation marks do: quote somebody, hold a word at arm's length, name a work or a term."""

from hearsay.language.quotation import Piece
from hearsay.reader.quoted import Place, last_mark, names_work, titled, word_before
from hearsay.reader.rules import ground
from hearsay.reading.ground import Ground
from hearsay.reading.quotation import Use

SHORT = 4  # words; longer stretches within marks are quotations also without a speaker
TERMS = "term"
ENDS = ("", ",", ".")  # after a title, which has its comma or stop within the marks in America


def attributed(piece: Piece) -> tuple[Use, Ground]:
    """What the marks around words do that somebody is said to have said, and why."""
    return Use.QUOTE, ground("attributed_words_are_quoted", (piece.span,))


def use(text: str, place: Place) -> tuple[Use, Ground]:
    """What the marks around words do that nobody is said to have said, and why."""
    span = place.piece.span
    if (cue := word_before(place, TERMS)) is not None:
        return Use.TERM, ground("word_for_naming_before_marks", (cue,))
    if (cue := names_work(text, place)) is not None:
        return Use.TITLE, ground("kind_of_work_before_marks", (cue,))
    if titled(text, place) and last_mark(text, place.piece) in ENDS:
        return Use.TITLE, ground("capitals_within_marks", (span,))
    if len(place.piece.inner.cut(text).split()) <= SHORT:
        return Use.SCARE, ground("few_words_that_nobody_says", (span,))
    return Use.QUOTE, ground("many_words_within_marks", (span,))
