"""Sentences: where they begin and end, within one block of a text.

A sentence ends after a stop, with the marks that close there; what comes next decides whether the stop
was one: “Mr. Lund”, “at 5 a.m. on Monday” and “No!” he said go on. Two sentences inside one pair of
quotation marks are two: the marks do not bind. A colon or a semicolon ends nothing; a blank line ends
whatever stands before it.

Measured against syntok 1.4.4 and chosen over it: decision 0009.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from hearsay.language.lexicon import Lexicon, lexicon
from hearsay.language.words import Run, Words, words
from hearsay.text.span import Span, matched, without

_BLANK = re.compile(r"\n[^\S\n]*\n\s*|(?:\r\n){2,}|\u2029")
_STOP = re.compile(r"[.!?…。]+")
_CLOSING = frozenset("”’»›)]}") | {"''", "’’"}
_STRAIGHT = frozenset({'"', "'"})
_OPENING = frozenset("“‘«‹„‚([{") | {"``", "‘‘"}
_GOES_ON = frozenset(",;:")
_ELLIPSES = frozenset({"...", "…"})
_JOINS = frozenset(
    {"of", "the", "de", "for", "'s", "’s"}
)  # between the words of a name or an office
_NEAR = 7  # words between a quotation and the verb of saying that takes it up


@lru_cache(maxsize=512)  # four passes of the reader ask for the sentences of each block
def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a block, in order.

    Every character of the block that is not white space stands in exactly one of them.
    """
    blanks = [matched(match) for match in _BLANK.finditer(text, within.start, within.end)]
    tables = lexicon()
    return tuple(
        sentence
        for paragraph in without(within, blanks)
        for sentence in _Cutter(text, words(text, paragraph), tables).cut()
    )


class _Cutter(msgspec.Struct, frozen=True):
    """One paragraph, and the questions that its stops put."""

    text: str
    words: Words
    tables: Lexicon

    def cut(self) -> Iterator[Span]:
        first = at = 0
        while at < len(self.words):
            past = at + 1
            if self.stops(at, first):
                past = self.closed(past)
                if self.ends(at, past):
                    yield self.words.span(Run(first, past))
                    first = past
            at = past
        if first < len(self.words):
            yield self.words.span(Run(first, len(self.words)))

    def form(self, at: int) -> str:
        return self.words.spans[at].cut(self.text) if at < len(self.words) else ""

    def near(self, at: int) -> bool:
        """Whether a word stands right after the one before it, without white space."""
        return not self.words.spans[at].left(self.text).isspace()

    def clings(self, form: str) -> bool:
        """Whether a mark belongs to the words before it where no white space parts them."""
        return form in _STRAIGHT or bool(_STOP.fullmatch(form))

    def stops(self, at: int, first: int) -> bool:
        """Whether a word can end a sentence: a stop, or an abbreviation with its stop."""
        form = self.form(at)
        if _STOP.fullmatch(form):
            counts = at == first + 1 and self.form(first).isdigit() and form == "."  # “1. Open it”
            return not counts
        return form.endswith(".") and len(form) > 1 and form not in self.tables.binding

    def closed(self, at: int) -> int:
        """The index past the marks that close after a stop, and past a note in brackets."""
        while at < len(self.words):
            form = self.form(at)
            if form in _CLOSING or form == "." or (self.clings(form) and self.near(at)):
                at += 1
            elif form == "[" and self.form(at + 2) == "]" and self.form(at + 1).isdigit():
                at += 3
            else:
                break
        return at

    def ends(self, stop: int, past: int) -> bool:
        """Whether a sentence ends with the word before `past`, by what comes next."""
        form, following = self.form(stop), self.form(past)
        quoted = past > stop + 1
        if not following:
            return True
        if form.endswith(".") and not _STOP.fullmatch(form):
            return self.opens(past)
        if following[0].islower():
            return form == "." and not quoted and not self.near(past)
        if following in _GOES_ON or (form in _ELLIPSES and following == "I"):
            return False
        return form == "." or not quoted or not self.taken_up(past)

    def opens(self, at: int) -> bool:
        """Whether a word opens a sentence even after an abbreviation: “in the U.S. The ministry”."""
        form = self.form(at)
        if form in _OPENING or form in _STRAIGHT:
            return not self.near(at)
        return form[0].isupper() and bool(self.tables.openers & {form.lower()})

    def taken_up(self, at: int) -> bool:
        """Whether a verb of saying takes up the words before: “No!” Lund said, “Why?” said Lund."""
        for place in range(at, min(at + _NEAR, len(self.words))):
            form = self.form(place)
            if place > at and self.tables.cue(form.lower()) and form[0].islower():
                return True
            if not (form[0].isupper() or form.isdigit() or form in _JOINS):
                return False
        return False
