"""Stance signs: what is seen of a headline and of a body by their words alone, for telling what the one makes of the other.

Words are seen by their stems, and one that a denial or a verb of saying stands beside also together with it: "not confirm".
"""

import itertools
import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import msgspec

from hearsay.language.lexicon import lexicon
from hearsay.reader.headline.carried import PREFIX
from hearsay.reader.headline.family import stem

Words = Sequence[str]
"""The words of a sentence, in small letters."""

LEAD, NEAREST = 3, 3
"""Sentences with which a body opens, and those that have most of a headline."""

BEFORE = frozenset({"not", "no", "n't", "never"})
AFTER = frozenset({"not", "n't", "be", "say", "claim", "report"})
NUMBER = "#"

COMMON = 0.2
"""What a word counts that stands in articles about anything, where one of the matter counts one."""


class Body(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The sentences of a body, at least one, ready to be asked of many headlines."""

    sentences: tuple[tuple[str, ...], ...]

    @cached_property
    def grams(self) -> list[Counter[str]]:
        """What each sentence is seen by."""
        return [Counter(grams(one)) for one in self.sentences]

    @cached_property
    def weighed(self) -> dict[str, float]:
        """How much each gram weighs in the whole: the logarithm of how often it stands there."""
        counts = Counter[str]()
        for one in self.grams:
            counts.update(one)
        return {gram: math.log(1 + many) / 2 for gram, many in counts.items()}

    @cached_property
    def content(self) -> list[list[str]]:
        """The stems of each sentence that carry meaning."""
        return [_content(one) for one in self.sentences]

    @cached_property
    def known(self) -> Counter[str]:
        """How many sentences have each of them."""
        return Counter(word for row in self.content for word in {*row})

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Those that stand beside one another."""
        return frozenset(pair for row in self.content for pair in _beside(row))


class Met(msgspec.Struct, frozen=True):
    """How a body meets a headline.

    Attributes:
        figures: how much of the words of the headline the body has, and where.
        nearest: the sentences that have most of them, by their number.
    """

    figures: tuple[float, ...]
    nearest: tuple[int, ...]


def grams(words: Words) -> tuple[str, ...]:
    """What a sentence is seen by: its stems, every number as one, and those that are seen together.

    Takes: "did n't confirm" as "do", "n't", "confirm", "do n't", "n't confirm". Leaves: "the mayor", of which each word stands alone.
    """
    stems = [_stem(word) for word in words]
    pairs = (f"{a} {b}" for a, b in _beside(stems) if a in BEFORE or b in AFTER)
    return (*stems, *pairs)


def met(head: Words, body: Body, common: Collection[str]) -> Met:
    """How a body meets a headline.

    Args:
        head: the words of the headline.
        body: its sentences.
        common: the stems that stand in articles about anything.
    """
    own = _content(head)
    many = len(body.sentences)
    same = {word: _same(word, body.known) for word in own}
    has = [
        frozenset(word for word in same if not same[word].isdisjoint(row)) for row in body.content
    ]
    seldom = {
        word: math.log(1 + many / max(1, sum(body.known[one] for one in same[word])))
        for word in same
    }
    rare = {word: COMMON if word in common else 1.0 for word in same}
    every = frozenset[str]().union(*has)
    lead = frozenset[str]().union(*has[:LEAD])
    by_rare = [round(_share(one, rare), 3) for one in has]
    order = sorted(range(many), key=lambda n: (-by_rare[n], n))
    shares = [_share(one, seldom) for one in has]
    first, second, *_ = *sorted(shares, reverse=True), 0.0
    numbers = frozenset(word for word in same if word[0].isdigit())
    wanted = {*_beside(own)}
    figures = (
        *(first, second, shares[0], _share(lead, seldom), _share(every, seldom)),
        *(by_rare[order[0]], _share(lead, rare), _share(every, rare)),
        len(numbers & every) / len(numbers) if numbers else 0.5,
        len(wanted & body.pairs) / max(1, len(wanted)),
        order[0] / many,
        math.log(many),
        math.log(1 + sum(map(len, body.sentences))),
        float(len(same)),
        len(every) / max(1, len(body.known)),
    )
    return Met(figures, tuple(order[:NEAREST]))


def _share(those: Collection[str], worth: dict[str, float]) -> float:
    return sum(worth[word] for word in sorted(those)) / (sum(worth.values()) or 1.0)


def _beside(those: Sequence[str]) -> Iterator[tuple[str, str]]:
    return itertools.pairwise(those)


def _stem(word: str) -> str:
    if word.isalpha():
        return stem(word)
    return NUMBER if word[0].isdigit() else word


def _content(words: Words) -> list[str]:
    return [
        word if word[0].isdigit() else stem(word)
        for word in words
        if len(word) > 1 and word[0].isalnum() and word not in lexicon().grammar
    ]


def _same(one: str, known: Counter[str]) -> frozenset[str]:
    if one in known or len(one) < PREFIX or one[0].isdigit():
        return frozenset({one} if one in known else ())
    return frozenset(form for form in known if form[:PREFIX] == one[:PREFIX])
