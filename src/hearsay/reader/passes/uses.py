"""What quotation marks do: quote somebody, hold a word at arm's length, name a work or a term."""

from hearsay.reader.clause import Clause
from hearsay.reader.quoted import Place, last_mark
from hearsay.reading.ground import Ground
from hearsay.reading.quotation import Use
from hearsay.text.span import Span

SHORT = 4  # words; longer stretches within marks are quotations also without a speaker
WORKS = "work"
TERMS = "term"


def use(text: str, place: Place, attributed: str | None) -> tuple[Use, Ground]:
    """What the marks around a quotation do, and why."""
    span = place.piece.span
    if attributed is not None:
        return Use.QUOTE, Ground("rule:attributed_words_are_quoted", (span,), "somebody says it")
    left = place.left[-1] if place.left else None
    if (cue := _class_before(left, TERMS)) is not None:
        return Use.TERM, Ground("rule:word_for_naming_before_marks", (cue,), "a name for something")
    if (cue := _class_before(left, WORKS)) is not None and _titled(text, place):
        return Use.TITLE, Ground("rule:kind_of_work_before_marks", (cue,), "the title of a work")
    if _titled(text, place) and not last_mark(text, place.piece):
        return Use.TITLE, Ground("rule:capitals_within_marks", (span,), "written as a title is")
    if len(place.piece.inner.cut(text).split()) <= SHORT:
        note = "a few words within marks, and nobody is said to say them"
        return Use.SCARE, Ground("rule:few_words_that_nobody_says", (span,), note)
    note = "a sentence or more within marks; who says it is not told beside it"
    return Use.QUOTE, Ground("rule:many_words_within_marks", (span,), note)


def _class_before(clause: Clause | None, name: str) -> Span | None:
    """The word of a class right before the marks, a comma or "the" aside."""
    if clause is None:
        return None
    at = len(clause) - 1
    while at >= 0 and (not clause.words[at].wordy or clause.low(at) in ("the", "a", "an", "'s")):
        at -= 1
    return clause.words[at].span if clause.is_(at, name) else None


def _titled(text: str, place: Place) -> bool:
    """Whether all longer words within the marks begin with a capital, and there are two or more."""
    words = [w for w in place.piece.inner.cut(text).split() if len(w) > 3]  # noqa: PLR2004 - of, the
    return len(words) > 1 and all(w[:1].isupper() or not w[:1].isalpha() for w in words)
