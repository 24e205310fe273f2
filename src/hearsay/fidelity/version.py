"""Version: some words where a longer text has them too, and how the two differ; the rest of its sentence is looked at as well."""

from collections.abc import Sequence

import msgspec

from hearsay.fidelity.change import Difference
from hearsay.fidelity.compare import compare
from hearsay.fidelity.tokens import Token
from hearsay.text.span import Span


class Version(msgspec.Struct, frozen=True):
    """Words of a longer text, held against others.

    Attributes:
        at: where they stand.
        differences: first the words of the longer text, then the others.
    """

    at: Span
    differences: tuple[Difference, ...]


def version(words: Sequence[Token], first: int, stop: int, other: Sequence[Token]) -> Version:
    """What other words make of those of a longer text.

    Takes: "if it holds, it will open" for “it will open”: a condition lost, though the words are the same.
    Leaves: "she said that it will open" for “it will open”.

    Args:
        words: of the longer text, or of the stretch of it that counts.
        first: the first word that both have.
        stop: the one after the last.
        other: the other words.
    """
    own = [word for word in other if not word.put_in] or other
    head, past = _widened(words, own, first, stop)
    whole = words[head].key == own[0].key and words[past - 1].key == own[-1].key
    while other[0].put_in and head > 0 and words[head - 1].put_in:
        head -= 1
    while other[-1].put_in and past < len(words) and words[past].put_in:
        past += 1
    rest = (
        compare(_sentences(words, head, past), other, part=True)
        if whole
        else compare(words[head:past], other)
    )
    spans = [words[head].span, words[past - 1].span, *(one.a for one in rest if one.a)]
    return Version(min(spans).hull(max(spans, key=lambda span: span.end)), tuple(rest))


def _widened(
    words: Sequence[Token], other: Sequence[Token], first: int, stop: int
) -> tuple[int, int]:
    """With as many words at either end as the others have there that are not the same.

    Takes: “hell for women who [help no other]” for “hell for women who don’t help each other”.
    """
    head, last = words[first].key, words[stop - 1].key
    ahead = next((n for n, word in enumerate(other) if word.key == head), 0)
    behind = next((n for n, word in enumerate(reversed(other)) if word.key == last), 0)
    return max(0, first - ahead), min(len(words), stop + behind)


def _sentences(words: Sequence[Token], first: int, stop: int) -> Sequence[Token]:
    """The words with the rest of their sentences."""
    while first > 0 and not words[first - 1].ends:
        first -= 1
    while stop < len(words) and not words[stop - 1].ends:
        stop += 1
    return words[first:stop]
