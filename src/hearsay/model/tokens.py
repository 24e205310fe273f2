"""Tokens: a text as the network is given it.

The encoder knows word pieces without case. What that loses is given back by the word: its shape, whether a
line break stands before it, and where it stands to quotation marks, as `language.quotation` pairs them; so
that the network need not learn pairing, and that straight, curly and doubled marks look alike to it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter
from pathlib import Path

import msgspec
from tokenizers import Tokenizer

from hearsay.language.quotation import quotations
from hearsay.language.sentences import sentences
from hearsay.language.words import words
from hearsay.text.span import Span

MOST_PIECES = 12
"""Pieces of one word that the network sees; an address may have hundreds."""

MOST_KNOWN = 20_000
"""Words whose pieces are kept for the next text; most of a text's words stand in the one before."""

_DOUBLE = frozenset({*'"“”„‟«»″', "''", "``", "‘‘", "’’", ",,"})
_SINGLE = frozenset("'‘’‚‛`‹›′")


class Shape(IntEnum):
    """What case and kind of characters a word has; zero is kept for what is no word."""

    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    DIGIT = 5
    MARK = 6
    SIGN = 7


class Quoted(IntEnum):
    """Where a word stands to the outermost quotation marks around it."""

    OUTSIDE = 0
    INSIDE = 1
    OPENS = 2
    CLOSES = 3


class Tokens(msgspec.Struct, frozen=True):
    """A text, word by word; each list has one entry a word.

    Attributes:
        spans: where the words stand in the text.
        pieces: the numbers of each word's pieces, one at least.
        shapes: `Shape`.
        quoted: `Quoted`.
        broke: 1 where a line break stands before the word, else 0.
        sentence: the number of its sentence, from 0, never falling.
    """

    spans: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    quoted: tuple[int, ...]
    broke: tuple[int, ...]
    sentence: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.spans)


class Pieces:
    """Cuts words into the pieces of a vocabulary."""

    def __init__(self, path: Path) -> None:
        """Opens a `tokenizer.json`."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.unknown = self._number("[UNK]")
        self.first = self._number("[CLS]")
        self.last = self._number("[SEP]")
        self._known: dict[str, tuple[int, ...]] = {}

    def _number(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the vocabulary has no {piece}")
        return int(number)

    def of(self, forms: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """The pieces of each word; unknown where the vocabulary has none for it."""
        new = [form for form in dict.fromkeys(forms) if form not in self._known]
        if len(self._known) + len(new) > MOST_KNOWN:
            self._known.clear()
            new = [*dict.fromkeys(forms)]
        if new:
            self._known.update(zip(new, self._cut(new), strict=True))
        return tuple([self._known[form] for form in forms])

    def _cut(self, forms: Sequence[str]) -> Iterator[tuple[int, ...]]:
        encoded = self._tokenizer.encode(
            [_plain(form) for form in forms], is_pretokenized=True, add_special_tokens=False
        )
        out: list[list[int]] = [[] for _ in forms]
        for number, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if word is not None and len(out[word]) < MOST_PIECES:
                out[word].append(number)
        return (tuple(pieces) or (self.unknown,) for pieces in out)


def tokens(text: str, paragraphs: Sequence[Span], pieces: Pieces) -> Tokens:
    """The words of some paragraphs of a text, in order.

    Args:
        text: the whole text.
        paragraphs: sorted and apart; quotations may go on from one to the next.
        pieces: of the network's vocabulary.
    """
    spans: list[Span] = []
    sentence: list[int] = []
    broke: list[int] = []
    for number, (at, part) in enumerate(_parts(text, paragraphs)):
        for place, span in enumerate(words(text, part).spans):
            spans.append(span)
            sentence.append(number)
            broke.append(int(at == 0 and place == 0))
    return given(text, spans, sentence, broke, paragraphs, pieces)


def given(
    text: str,
    spans: Sequence[Span],
    sentence: Sequence[int],
    broke: Sequence[int],
    paragraphs: Sequence[Span],
    pieces: Pieces,
) -> Tokens:
    """Words that somebody else has cut, as the annotators of a treebank have."""
    forms = [span.cut(text) for span in spans]
    return Tokens(
        tuple(spans),
        pieces.of(forms),
        tuple([_shape(form) for form in forms]),
        tuple(_quoted(text, spans, paragraphs)),
        tuple(broke),
        tuple(sentence),
    )


def again(text: str, cut: Tokens, paragraphs: Sequence[Span]) -> tuple[Tokens, tuple[int, ...]]:
    """The words of a text that stand in some paragraphs, as a text of its own, and where they stood in the other.

    Args:
        text: the whole text.
        cut: its words.
        paragraphs: sorted and apart.
    """
    at: list[int] = []
    broke: list[int] = []
    for paragraph in paragraphs:
        first, stop = (
            bisect_left(cut.spans, edge, key=attrgetter("start"))
            for edge in (paragraph.start, paragraph.end)
        )
        if stop > first and not paragraph.holds(cut.spans[stop - 1]):
            stop -= 1
        at += range(first, stop)
        broke += [int(word == first) for word in range(first, stop)]
    spans = tuple([cut.spans[word] for word in at])
    made = Tokens(
        spans,
        tuple([cut.pieces[word] for word in at]),
        tuple([cut.shapes[word] for word in at]),
        tuple(_quoted(text, spans, paragraphs)),
        tuple(broke),
        tuple([cut.sentence[word] for word in at]),
    )
    return made, tuple(at)


def _parts(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """The sentences, each with its number in its paragraph."""
    for paragraph in paragraphs:
        yield from enumerate(sentences(text, paragraph))


def _plain(form: str) -> str:
    """Quotation marks of every style as one; all else as it is."""
    if form in _DOUBLE:
        return '"'
    return "'" if form in _SINGLE else form


@lru_cache(MOST_KNOWN)
def _shape(form: str) -> Shape:
    if form in _DOUBLE or form in _SINGLE:
        return Shape.MARK
    if any(char.isdigit() for char in form):
        return Shape.DIGIT
    if not any(char.isalpha() for char in form):
        return Shape.SIGN
    if form.islower():
        return Shape.LOWER
    if form.isupper() and len(form) > 1:
        return Shape.UPPER
    title = form[0].isupper() and (len(form) == 1 or form[1:].islower())
    return Shape.TITLE if title else Shape.MIXED


def _quoted(text: str, spans: Sequence[Span], paragraphs: Sequence[Span]) -> list[int]:
    """Where each word stands to the outermost marks."""
    out = [int(Quoted.OUTSIDE)] * len(spans)
    starts = [span.start for span in spans]
    for piece in quotations(text, paragraphs):
        if piece.depth:
            continue
        at = max(0, bisect_right(starts, piece.span.start) - 1)
        while at < len(spans) and spans[at].start < piece.span.end:
            if piece.inner.meets(spans[at]):
                out[at] = Quoted.INSIDE
            elif spans[at].meets(piece.span):
                opens = spans[at].before(piece.inner)
                out[at] = Quoted.OPENS if opens else Quoted.CLOSES
            at += 1
    return out
