"""Pronouns measured: of passages with a pronoun and two names, which of the names it is said to mean.

The names are found by the reader, as in an article; a name that it does not find cannot be meant.
"""

from collections.abc import Iterator
from pathlib import Path

from hearsay.language.lexicon import lexicon
from hearsay.language.words import words
from hearsay.measure.gold.pronouns import Asked, asked
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.reader.cast.cast import Cast
from hearsay.reader.learned import seen_in
from hearsay.text.span import Span, lines

NAMES = ("names meant", "of women", "of men")


def measure_pronouns(path: Path, model: Model) -> Parsed:
    """How well pronouns are resolved in GAP's passages: F1 over the names, as its authors count.

    Raises:
        BadGold: the file is no such table.
    """
    return shares(path.name, NAMES, list(_rows(path, model)))


def _rows(path: Path, model: Model) -> Iterator[Counts]:
    for one in asked(path):
        counts = _counts(one, _meant(one, model))
        none = (0, 0, 0)
        yield [counts, counts if one.feminine else none, none if one.feminine else counts]


def _meant(one: Asked, model: Model) -> tuple[Span, ...]:
    """Where whoever the pronoun is said to mean is named."""
    blocks = list(lines(one.text))
    seen = seen_in(model, one.text, blocks)
    cast = Cast(one.text, words(one.text), blocks, lexicon(), seen)
    cast.speakers(())
    return cast.meant(one.pronoun)


def _counts(one: Asked, found: tuple[Span, ...]) -> tuple[int, int, int]:
    claimed = [any(span.meets(name) for span in found) for name in one.names]
    right = sum(c and m for c, m in zip(claimed, one.means, strict=True))
    return right, sum(claimed), sum(one.means)
