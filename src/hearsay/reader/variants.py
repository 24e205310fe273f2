"""Variants: the same words within quotation marks at two places of an article, and what became of them on the way.

The fuller version is the one that has more words around those that both have. Words of the headline within marks are looked for in
all of the body, since a headline shortens what the body may give without marks.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from hearsay.fidelity.change import Change, Difference
from hearsay.fidelity.found import Place, Places
from hearsay.fidelity.tokens import Token, tokens
from hearsay.fidelity.version import version
from hearsay.language.quotation import Piece
from hearsay.language.stems import alike, carrying
from hearsay.reading.ground import Ground
from hearsay.reading.quotation import Variant
from hearsay.text.article import Article, Role
from hearsay.text.span import Span, joined

SAME = 4
"""Words of the shortest quotation that is told to be given again."""

CHANGED = 6
"""Words of the shortest quotation of which a changed version is told."""

CARRIED = 2
"""Words with meaning that a changed version must have kept."""

ALIKE = 0.7
"""The share of such words of the one that the other must have."""

PHRASE = 4
"""Words before an "of" in which the noun phrase that it goes on begins."""

HELPING = frozenset(
    {"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"}
)
BE = frozenset({"is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did"})
DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"}
)
REASON = {
    True: "the same words stand within marks twice",
    False: "most of the words stand within marks twice, in one order",
}


class _Given(msgspec.Struct, frozen=True):
    """Words within marks, and where they stand among all that are."""

    first: int
    words: tuple[Token, ...]
    head: bool

    @property
    def stop(self) -> int:
        return self.first + len(self.words)


def variants(article: Article, pieces: Sequence[Piece]) -> tuple[Variant, ...]:
    """The words that are given twice, in the order of the text.

    Takes: “they will certainly be set and made by the chief” and, below, “will be set and made by the chief”.
    Leaves: “we will see” and “we will see to it that the bridge opens”, too few words to be the same saying.

    Args:
        article: with its blocks.
        pieces: what stands within marks.
    """
    given = _given(article, pieces)
    firsts = [one.first for one in given]
    places = Places([word for one in given for word in one.words])
    found: list[Variant] = []
    done: set[frozenset[int]] = set()
    for one in sorted(given, key=lambda one: (len(one.words), -one.first)):
        for place in places.of(one.words, range(one.first, one.stop)):
            near = given[bisect_right(firsts, place.first) - 1 : bisect_right(firsts, place.stop)]
            other = max(near, key=lambda held: _shared(held, place))
            pair = frozenset({one.first, other.first})
            if other is one or pair in done or len(other.words) < len(one.words):
                continue
            done.add(pair)
            told = _variant(article.text, other, one, place)
            if told is not None:
                found.append(told)
                break
    seen = {span for one in found for span in (one.a, one.b)}
    heads = [
        one for one in given if one.head and not any(span.meets(one.words[0].span) for span in seen)
    ]
    found += _of_headline(article, heads)
    return tuple(sorted(found, key=lambda one: (one.a, one.b)))


def _given(article: Article, pieces: Sequence[Piece]) -> list[_Given]:
    """What stands within marks and in no others, with its words."""
    out: list[_Given] = []
    at = 0
    for piece in pieces:
        block = article.block(piece.span.start)
        if piece.depth or block is None:
            continue
        words = tokens(article.text, piece.inner)
        if len(words) >= SAME:
            out.append(_Given(at, words, block.role is Role.HEADLINE))
            at += len(words)
    return out


def _shared(given: _Given, place: Place) -> int:
    return min(given.stop, place.stop) - max(given.first, place.first)


def _variant(text: str, fuller: _Given, other: _Given, place: Place) -> Variant | None:
    first, stop = (
        max(place.first - fuller.first, 0),
        min(place.stop - fuller.first, len(fuller.words)),
    )
    words = other.words
    if first == 0:
        words = words[_common(fuller.words, words) :]
    if stop == len(fuller.words):
        words = words[: len(words) - _common(fuller.words[::-1], words[::-1])]
    return _told(text, fuller.words, first, stop, words) if words else None


def _common(words: Sequence[Token], other: Sequence[Token]) -> int:
    """How many words of the other version stand before the first of the fuller one, at the edge of its marks."""
    return next((n for n, word in enumerate(other) if word.key == words[0].key), 0)


def _phrase(words: Sequence[Token], first: int, other: Sequence[Token]) -> Span | None:
    """The head of the phrase with which a sentence begins, where the other version begins right after its "of".

    Takes: "the setting of | strategic tasks … will be made". Leaves: "she said that | strategic tasks …"; an ellipsis before
    the tasks; a fragment without a verb, such as “strategic tasks”, which belongs to another sentence.
    """
    says = any(word.key in HELPING or word.key in BE for word in other)
    if first == 0 or words[first - 1].key != "of" or other[0].after_gap or not says:
        return None
    near = range(first - 2, max(first - 2 - PHRASE, -1), -1)
    begun = next((n for n in near if words[n].key in DETERMINERS and not words[n].ends), None)
    return words[begun].span.hull(words[first - 1].span) if begun is not None else None


def _told(
    text: str, words: Sequence[Token], first: int, stop: int, other: Sequence[Token]
) -> Variant | None:
    """Two versions as a finding; None where they are too short, or have too little in common."""
    own = [word for word in other if not word.put_in]
    if len(own) < SAME or first >= stop:
        return None
    found = version(words, first, stop, other)
    again = other[0].span.hull(other[-1].span)
    head = _phrase(words, first, other) if words[first].key == other[0].key else None
    gone = (Difference(Change.ELIDED, head, None),) if head else ()
    at, rest = found.at.hull(head or found.at), (*gone, *found.differences)
    if rest and (len(own) < CHANGED or not _alike(at.cut(text), again.cut(text))):
        return None
    return Variant(
        a=at,
        b=again,
        same=not rest,
        ground=Ground("rule:variant", joined((at, again)), REASON[not rest]),
        how=tuple(dict.fromkeys(one.change.value for one in rest)),
        differences=rest,
    )


def _alike(one: str, other: str) -> bool:
    """Takes: “the real rate … is 51 percent”. Leaves: “We are going to get a plan” for “We are going to replace it”."""
    mine, theirs = carrying(one), carrying(other)
    return len(mine & theirs) >= CARRIED and alike(mine, theirs) >= ALIKE


def _of_headline(article: Article, heads: Sequence[_Given]) -> Iterator[Variant]:
    """Words of the headline within marks that the body has without them."""
    if not heads:
        return
    blocks = [block for block in article.read if block.role is not Role.HEADLINE]
    body = [word for block in blocks for word in tokens(article.text, block.span)]
    places = Places(body)
    for one in heads:
        for place in places.of(one.words):
            told = _told(article.text, body, place.first, place.stop, one.words)
            if told is not None:
                yield told
                break
