"""What quotation marks do: quote somebody, hold a word at arm's length, name a work or a term."""

from hearsay.reader.quoted import Place, last_mark, names_work, titled, word_before
from hearsay.reading.ground import Ground
from hearsay.reading.quotation import Use

SHORT = 4  # words; longer stretches within marks are quotations also without a speaker
TERMS = "term"


def use(text: str, place: Place, attributed: str | None) -> tuple[Use, Ground]:
    """What the marks around a quotation do, and why."""
    span = place.piece.span
    if attributed is not None:
        return Use.QUOTE, Ground("rule:attributed_words_are_quoted", (span,), "somebody says it")
    if (cue := word_before(place, TERMS)) is not None:
        return Use.TERM, Ground("rule:word_for_naming_before_marks", (cue,), "a name for something")
    if (cue := names_work(text, place)) is not None:
        return Use.TITLE, Ground("rule:kind_of_work_before_marks", (cue,), "the title of a work")
    if titled(text, place) and not last_mark(text, place.piece):
        return Use.TITLE, Ground("rule:capitals_within_marks", (span,), "written as a title is")
    if len(place.piece.inner.cut(text).split()) <= SHORT:
        note = "a few words within marks, and nobody is said to say them"
        return Use.SCARE, Ground("rule:few_words_that_nobody_says", (span,), note)
    note = "a sentence or more within marks; who says it is not told beside it"
    return Use.QUOTE, Ground("rule:many_words_within_marks", (span,), note)
