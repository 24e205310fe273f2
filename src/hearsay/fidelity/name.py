"""Naming: what an edit of a few words does to what is said."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from hearsay.fidelity.bearing import Sign, negated, one_name, opposite
from hearsay.fidelity.change import Change
from hearsay.fidelity.tokens import Token
from hearsay.language.numbers import numbers

LEADING = frozenset({"and", "but", "so", "well", "or", "that"})
"""Words before a condition or a hedge that opens a stretch."""

ARTICLES = frozenset({"a", "an", "the"})
NOT = frozenset({"not", "no", "never"})
IDLE = "even if"
"""What a condition says that makes no difference: it may go."""

SHORT = 4
"""Words of the longest stretch of which one word changes what is said; a longer one is told as what it is, left out or put in."""

REPLACED = 8
"""The same for words that stand for others."""


class Side(msgspec.Struct, frozen=True):
    """The words of one version in an edit.

    Attributes:
        words: them; () where it has none there.
        signs: what in them, or about them, bears on what is said.
        leading: those before the first sign.
        ahead: whether the rest of their sentence tells of what is still to come.
        turns: whether a "not" at one of their ends bears on the words around them.
    """

    words: tuple[Token, ...]
    signs: tuple[Sign, ...] = ()
    leading: tuple[Token, ...] = ()
    ahead: bool = False
    turns: bool = False

    def opening(self, *changes: Change) -> Sign | None:
        """The sign with which the words open; None where it is of no such change, or whole sentences are in the words.

        Takes: "when they pay" where the rest has "will". Leaves: "when they paid us", a time.
        """
        first = self.first(*changes)
        return None if first is None or (first.ahead and not self.ahead) else first

    def first(self, *changes: Change) -> Sign | None:
        """The same, whether the rest tells of what is still to come or not."""
        if self.words and self.words[-1].ends and any(word.ends for word in self.words[:-1]):
            return None
        first = next(iter(self.signs), None)
        if first is None or first.change not in changes:
            return None
        return first if all(word.key in LEADING for word in self.leading) else None

    def of(self, change: Change) -> Counter[str]:
        """What the signs of a change say."""
        return Counter(sign.like for sign in self.signs if sign.change is change)

    @property
    def partitive(self) -> bool:
        """Whether they end in how many of others. Takes: “two of”, “a quarter of”. Leaves: “two litres of”, “most of”."""
        counted = next(iter(self.words[-2:-1]), None)
        return (
            counted is not None
            and self.words[-1].key == "of"
            and (counted.key in numbers().counts or (counted.number and _bare(counted.key)))
        )

    def alone(self) -> bool:
        """Whether the words are a "not" and nothing else: “not” of “not only”."""
        return len(self.words) == 1 and self.words[0].key in NOT


def named(left: Side, right: Side) -> Iterator[Change]:
    """What it changes that some words stand for some others; nothing where it is words alone.

    Takes: "will" for "may", "not" put in, "at least" left out before a number, "if the board agrees" left out, "only if" for "if".
    Leaves: "start" for "begin"; "perhaps" for "maybe"; "in 1954" left out; a sentence with a "not" of its own left out.

    Args:
        left: the words of the one version.
        right: of the other.
    """
    here, there = left.opening(Change.CONDITION), right.opening(Change.CONDITION)
    mine, theirs = left.first(Change.CONDITION), right.first(Change.CONDITION)
    if (here or there) and mine and theirs:
        if mine.like != theirs.like:
            yield Change.CONDITION
            return
    elif (one := here or there) is not None and one.like != IDLE:
        yield Change.CONDITION_LOST if here else Change.CONDITION_ADDED
        return
    if max(len(left.words), len(right.words)) > (REPLACED if left.words and right.words else SHORT):
        if left.turns != right.turns:
            yield Change.NEGATION
        elif bool(left.opening(Change.HEDGE)) != bool(right.opening(Change.HEDGE)):
            yield Change.HEDGE
        return
    yield from _changes(left, right)


def _changes(left: Side, right: Side) -> Iterator[Change]:
    if left.alone() != right.alone() and not (left.words and right.words):
        yield Change.NEGATION
        return
    turned = left.of(Change.NEGATION).total() % 2 != right.of(Change.NEGATION).total() % 2
    if turned or _negated(left.words, right.words):
        yield Change.NEGATION
    elif any(opposite(a.key, b.key) for a in left.words for b in right.words):
        yield Change.OPPOSITE
        return
    if left.words and right.words and _figures(left, right) != _figures(right, left):
        yield Change.NUMBER
    elif _renamed(left.words, right.words):
        yield Change.NAME
    if left.of(Change.MODAL).keys() != right.of(Change.MODAL).keys():
        yield Change.MODAL
    elif left.of(Change.HEDGE).keys() != right.of(Change.HEDGE).keys():
        yield Change.HEDGE
    if left.of(Change.SCOPE).keys() != right.of(Change.SCOPE).keys() or _of_more(left, right):
        yield Change.SCOPE


def _of_more(left: Side, right: Side) -> bool:
    """Takes: "two of" left out, or put in. Leaves: "two of" for "three of"."""
    return (left.partitive and not right.words) or (right.partitive and not left.words)


def _bare(key: str) -> bool:
    """Whether a number has no unit but its share. Takes: "2", "1/4", "20 percent". Leaves: "2 litre"."""
    return all(one.isdigit() or one in "./" for one in key.removesuffix(" percent"))


def _negated(left: Sequence[Token], right: Sequence[Token]) -> bool:
    return any(negated(a.key, b.key) for a in left for b in right)


def _figures(side: Side, other: Side) -> list[str]:
    """The numbers of some words; "one" is none where the others have an article for it."""
    keys = [word.key for word in side.words if word.number or word.key in numbers().counts]
    keys = [] if side.of(Change.NEGATION) and keys == ["1"] else keys
    return [] if keys == ["1"] and any(word.key in ARTICLES for word in other.words) else keys


def _renamed(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Takes: "Vik" for "Lund", "Moscow has" for "Ankara has". Leaves: "Kiev" for "Kyiv", which is told as words exchanged; a name left out."""
    if len(left) == len(right) == 1 and left[0].perhaps and right[0].perhaps:
        return not one_name(left[0].key, right[0].key)
    mine = [word.key for word in left if word.name and not word.number]
    theirs = [word.key for word in right if word.name and not word.number]
    if not (mine and theirs) or mine == theirs:
        return False
    return len(mine) != len(theirs) or not all(
        a == b or one_name(a, b) for a, b in zip(mine, theirs, strict=True)
    )
