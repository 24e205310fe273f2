"""Row: the sentences of an article in a row, each in small letters, its words one space apart, for patterns to be matched in."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec

from hearsay.language.sentences import sentences
from hearsay.language.weighing import classes, every, first
from hearsay.language.words import Run, Words
from hearsay.text.article import READ, Article, Role
from hearsay.text.span import Span, Spans, laid_out


class Sentence(msgspec.Struct, frozen=True, dict=True):
    """A sentence, and where it stands.

    Attributes:
        text: of the article.
        span: of the sentence.
        words: of it, as spans of the article.
        paragraph: the number of its block.
        first: whether it opens its block.
        headline: whether it stands in the headline.
    """

    text: str
    span: Span
    words: Spans
    paragraph: int
    first: bool
    headline: bool

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple([word.cut(self.text).lower().replace("’", "'") for word in self.words])

    @cached_property
    def low(self) -> str:
        """Its words in small letters, one space apart."""
        return " ".join(self.lows)

    @cached_property
    def laid(self) -> Spans:
        """Where each of its words stands in `low`."""
        return laid_out(self.lows, " ")[1]

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return "?" in self.lows[-2:]

    def index(self, offset: int) -> int:
        """The word that stands at an offset of `low`, or the first after it."""
        at = bisect_right(self.laid, offset, key=lambda span: span.start) - 1
        return at if offset < self.laid[at].end else at + 1

    def after(self, span: Span) -> int:
        """The first word after a span of `low`; the number of words where none is."""
        return self.index(span.end) if span.end < len(self.low) else len(self.words)

    def stretch(self, first: int, stop: int) -> Span | None:
        """From one word to the one before another, without marks of punctuation at the ends."""
        kept = [w for w in self.words[first:stop] if any(c.isalnum() for c in w.cut(self.text))]
        return kept[0].hull(kept[-1]) if kept else None

    def find(self, name: str) -> Span | None:
        """Where a pattern of a class matches first in `low`; None where none does."""
        return first(name, self.low)

    def every(self, name: str, at: int) -> Spans:
        """Everywhere that patterns of a class match in `low`, from the end of a word on."""
        return every(name, self.low, self.laid[at].end)

    def has(self, name: str) -> bool:
        """Whether a pattern of a class matches."""
        return name in self.classes

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of which a pattern matches."""
        return classes(self.low)

    def part(self, first: int, stop: int) -> "Sentence | None":
        """Some of its words as a sentence of their own; None for no words."""
        words = self.words[first:stop]
        if not words:
            return None
        if len(words) == len(self.words) and self.span == words[0].hull(words[-1]):
            return self
        return Sentence(
            self.text, words[0].hull(words[-1]), words, self.paragraph, self.first and not first, self.headline
        )  # fmt: skip

    def cut_at(self, name: str) -> Iterator["Sentence"]:
        """The sentence cut where patterns of a class match: each begins after the match."""
        bounds = sorted({self.after(span) for span in every(name, self.low)})
        begun = 0
        for stop in (*bounds, len(self.words)):
            part = self.part(begun, stop)
            if part is not None:
                yield part
                begun = stop


def row(article: Article, cut: Words) -> list[Sentence]:
    """The sentences of an article, in order.

    Args:
        article: with its blocks.
        cut: its words.
    """
    out: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.role not in READ or block.role is Role.CAPTION:
            continue
        for at, span in enumerate(sentences(article.text, block.span)):
            run: Run | None = cut.over(span)
            words = cut.spans[run.first : run.stop] if run else ()
            if words:
                head = block.role is Role.HEADLINE
                out.append(Sentence(article.text, span, words, number, at == 0, head))
    return out
