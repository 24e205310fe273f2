"""Version: some words where a longer text has them too, and how the two differ; the rest of its sentence is looked at as well."""

from collections import Counter
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
    ahead, behind = _ahead(words[first], own), _ahead(words[stop - 1], own[::-1])
    if Counter(word.key for word in own) <= Counter(word.key for word in words[first:stop]):
        ahead = behind = 0  # all of them stand there, in whatever order
    head, past = max(0, first - ahead), min(len(words), stop + behind)
    whole = words[head].key == own[0].key and words[past - 1].key == own[-1].key
    if not whole and _elsewhere(words, first, stop, own[:ahead], own[len(own) - behind :]):
        head, past, whole = first, stop, True
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


def _ahead(word: Token, other: Sequence[Token]) -> int:
    """How many words stand before a word in others; none where it is not there.

    Takes: 2 for “hell” in “pure bloody hell”: the words there are exchanged, so the stretch is taken to be wider by as many.
    """
    return next((n for n, one in enumerate(other) if one.key == word.key), 0)


def _elsewhere(
    words: Sequence[Token], first: int, stop: int, ahead: Sequence[Token], behind: Sequence[Token]
) -> bool:
    """Whether the words that others have before or after a stretch stand somewhere else in its sentence.

    Takes: “we will hire nurses in the spring” of "In the spring we will hire nurses". Leaves: “we will hire nurses in May” of it.
    """
    keys = [word.key for word in _sentences(words, first, stop)]
    runs = [[word.key for word in some] for some in (ahead, behind) if some]
    return bool(runs) and all(
        any(keys[n : n + len(run)] == run for n in range(len(keys) - len(run) + 1)) for run in runs
    )


def _sentences(words: Sequence[Token], first: int, stop: int) -> Sequence[Token]:
    """The words with the rest of their sentences."""
    while first > 0 and not words[first - 1].ends:
        first -= 1
    while stop < len(words) and not words[stop - 1].ends:
        stop += 1
    return words[first:stop]
