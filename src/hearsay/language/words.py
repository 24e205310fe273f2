"""Words: a text cut up, and both ways between words and characters.

Cut as Universal Dependencies cuts English (EWT, GUM): clitics and punctuation apart (do|n't, Putin|'s),
abbreviations with their full stop, numbers with their separators, addresses whole. Offsets are exact:
a word is a span of the text, nothing is changed and no character but white space is left out.

A `Run` counts words, a `Span` counts characters; they are different types, so that neither can be taken
for the other. Source: https://universaldependencies.org/en/#tokenization-and-word-segmentation
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache

import msgspec

from hearsay.language.lexicon import lexicon
from hearsay.text.span import Span, matched

_CLITIC = r"(?:[nN]['’‘][tT]|['’‘](?:[sSmMdD]|ll|LL|re|RE|ve|VE))(?![\w])"
_WORD = rf"(?:(?!{_CLITIC})[\w\u0300-\u036f\u200c\u200d\u00ad])+"


@cache
def _pattern() -> "re.Pattern[str]":
    shortened = "|".join(
        re.escape(form[:-1]) for form in sorted(lexicon().abbreviations, key=len, reverse=True)
    )
    return re.compile(
        rf"""
        (?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)'’\]]       # an address
        | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                             # an e-mail address
        | \b[\w-]+\.(?:com|org|net|gov|edu|co\.uk|ru|de|fr)\b       # the name of a site
        | [@\#](?=\w)\w+                                           # a handle, a tag
        | \b(?:{shortened})\.                                      # Mr. No.
        | \b(?:[^\W\d_]\.){{2,}}                                   # U.S. a.m.
        | \b[A-Z]\.(?=\s+[A-Z])                                    # J. Berg
        | \d+(?:[.,:]\d+)+                                         # 1,230.50 and 14:05
        | (?<![\w])[.]\d+                                          # .5
        | {_CLITIC}
        | ['’](?:\d\ds?|em|til|tis|twas|cause)\b                   # the '90s
        | {_WORD}
        | \.{{2,}} | …+ | -{{2,}} | ``|'' | [!?]{{2,}}
        | [^\s]                                                    # any other mark, one by one
        """,
        re.VERBOSE,
    )


class Run(msgspec.Struct, frozen=True):
    """A stretch of words: from the first to the one before stop.

    Attributes:
        first: index of the first word.
        stop: index of the word after the last; greater than first.
    """

    first: int
    stop: int


class Words(msgspec.Struct, frozen=True):
    """The words of a text, in order.

    Attributes:
        spans: ascending and apart; every character that is not white space lies in one.
    """

    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def span(self, run: Run) -> Span:
        """The characters from the first word of a run to its last."""
        return self.spans[run.first].hull(self.spans[run.stop - 1])

    def run(self, span: Span) -> Run | None:
        """The words that fill a span exactly; None where it begins or ends inside a word."""
        run = self.over(span)
        return run if run is not None and self.span(run) == span else None

    def over(self, span: Span) -> Run | None:
        """The words that a span touches; None where it touches none."""
        first = bisect_right(self.spans, span.start, key=lambda word: word.end)
        stop = bisect_left(self.spans, span.end, key=lambda word: word.start)
        return Run(first, stop) if first < stop else None


def words(text: str, within: Span | None = None) -> Words:
    """The words of a text, or of a stretch of it; offsets are those of the whole text."""
    if within is None:
        return Words(tuple(matched(m) for m in _pattern().finditer(text)))
    return Words(tuple(matched(m) for m in _pattern().finditer(text, within.start, within.end)))
