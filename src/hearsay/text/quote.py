"""Quote: a stretch of a text by its words, with enough before and after it to find it again.

Source: the TextQuoteSelector of the Web Annotation Data Model, https://www.w3.org/TR/annotation-model/#text-quote-selector.
"""

import msgspec

from hearsay.text.span import Span, found

AROUND = 32
"""Code points that are given before and after the words at least, where the text has them."""


class Quote(msgspec.Struct, frozen=True):
    """A stretch by its words.

    Attributes:
        exact: the words.
        prefix: what stands right before them; "" at the start of the text.
        suffix: what stands right after them; "" at its end.
    """

    exact: str
    prefix: str
    suffix: str


def quoted(span: Span, text: str) -> Quote:
    """A stretch by its words; what stands around them is as long as it must be for it to be found there alone.

    Args:
        span: of the text.
        text: of which it is one.
    """
    around = AROUND
    made = Quote(span.cut(text), span.left(text, around), span.right(text, around))
    while around < len(text) and selected(made, text) is None:
        around *= 2
        made = Quote(span.cut(text), span.left(text, around), span.right(text, around))
    return made


def selected(quote: Quote, text: str) -> Span | None:
    """The one stretch that a quote is of; None where there is none, or there are several.

    Args:
        quote: that is looked for.
        text: in which.
    """
    whole = found(text, f"{quote.prefix}{quote.exact}{quote.suffix}")
    if whole is None or not quote.exact:
        return None
    again = found(text, whole.cut(text), whole.start + 1)
    first = whole.start + len(quote.prefix)
    return Span(first, first + len(quote.exact)) if again is None else None
