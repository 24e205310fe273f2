"""Sentences: where they begin and end, within one block of a text.

syntok finds the boundaries (decision 0009 has the comparison); this module alone knows it. It takes a
text apart into tokens and may change some of them, so only its offsets are used, and what lies between
two boundaries is cut from the text itself. A sentence with its quotation marks is one: in “Stop. Go,”
he said. there are two, the first ending at “Stop.
"""

from functools import cache
from typing import Any

from hearsay.text.span import Span, between

LONGEST = 20_000  # characters; longer blocks are no prose, and syntok's time grows with the block


@cache
def _segmenter() -> tuple[Any, Any]:
    from syntok import segmenter  # noqa: PLC0415 - not needed for most commands
    from syntok.tokenizer import Tokenizer  # noqa: PLC0415

    return segmenter, Tokenizer(replace_not_contraction=False)


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a block, in order.

    Every character of the block that is not white space stands in exactly one of them.
    """
    if within.length > LONGEST:
        kept = within.trimmed(text)
        return (kept,) if kept else ()
    segmenter, tokenizer = _segmenter()
    block = within.cut(text)
    starts = [
        sentence[0].offset for sentence in segmenter.segment(tokenizer.tokenize(block)) if sentence
    ]
    return tuple(_cut(text, within, sorted({n for n in starts if 0 < n < within.length})))


def _cut(text: str, within: Span, offsets: list[int]) -> list[Span]:
    whole = Span(0, within.length)
    bounds = [whole.start, *offsets, whole.end]
    parts = [between(*pair) for pair in zip(bounds, bounds[1:], strict=False)]
    kept = [within.part(part).trimmed(text) for part in parts if part]
    return [span for span in kept if span]
