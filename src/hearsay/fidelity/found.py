"""Where some words stand in a longer text, the same or nearly so."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher
from functools import cached_property
from itertools import accumulate, pairwise

import msgspec

from hearsay.fidelity.bearing import negated, opposite
from hearsay.fidelity.tokens import Token
from hearsay.language.lexicon import lexicon
from hearsay.language.stems import stem
from hearsay.text.span import Span

TOGETHER = 3
"""Words in a row that both must have."""

PAIR, BRIEF, MOST = 2, 6, 0.75
"""The same for few words, of which one may be changed in the middle; how many these are; and the share of them that both must have then."""

SENTENCE = 8
"""Words of a sentence of which one may be changed, wherever it stands."""

SHARED = 0.6
"""The share of the words that must stand there too, for one to be a version of the other."""

BETWEEN = 3
"""Words that may stand between a few."""

SLACK = 1.6
"""How much longer than the words a stretch may be in which they are looked for."""


class Place(msgspec.Struct, frozen=True):
    """Where words stand in a longer text.

    Attributes:
        first, stop: of the words there, from the first that both have to the one after the last.
        shared: the share of the words that stand there.
    """

    first: int
    stop: int
    shared: float


class Places:
    """The words of a text, for asking where others stand among them."""

    def __init__(self, text: Sequence[Token]) -> None:
        """Makes ready.

        Args:
            text: its words.
        """
        self.tokens = text
        self.keys = [t.key for t in text]
        self._row = "".join(self.keys)
        lengths = accumulate((len(key) for key in self.keys), initial=0)
        self._starts = {at: n for n, at in enumerate(lengths)}
        self._at = self._runs(TOGETHER)

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, ...], list[int]]:
        return self._runs(PAIR)

    def _runs(self, many: int) -> Mapping[tuple[str, ...], list[int]]:
        """So many words in a row -> where they stand."""
        out: dict[tuple[str, ...], list[int]] = {}
        for n in range(len(self.keys) - many + 1):
            out.setdefault(tuple(self.keys[n : n + many]), []).append(n)
        return out

    def span(self, place: Place) -> Span:
        """The characters of a place."""
        return self.tokens[place.first].span.hull(self.tokens[place.stop - 1].span)

    def near(self, place: Place, many: int | None) -> Span | None:
        """A place with some words before it; None where it is not said how many."""
        if many is None:
            return None
        return self.tokens[max(0, place.first - many)].span.hull(self.span(place))

    def around(self, here: Span, there: Span) -> Sequence[Token]:
        """The words between two stretches, with the last of the one and the first of the other."""
        first = bisect_left(self.tokens, here.end, key=lambda word: word.span.end)
        stop = bisect_left(self.tokens, there.start, key=lambda word: word.span.start)
        return self.tokens[first : stop + 1]

    def exact(self, some: Sequence[Token]) -> Iterator[Place]:
        """The places where a text has just these words, whether a compound is written as one word or as two.

        Takes: “cease-fire” in "the ceasefire". Leaves: “fire” there.
        """
        wanted = "".join(word.key for word in some)
        at = self._row.find(wanted) if wanted else -1
        while at >= 0:
            first, stop = self._starts.get(at), self._starts.get(at + len(wanted))
            if first is not None and stop is not None:
                yield Place(first, stop, 1.0)
            at = self._row.find(wanted, at + 1)

    @cached_property
    def _stems(self) -> Mapping[str, list[int]]:
        """The stem of a word -> where such words stand."""
        out: dict[str, list[int]] = {}
        for n, key in enumerate(self.keys):
            out.setdefault(stem(key), []).append(n)
        return out

    def nearly(self, some: Sequence[Token]) -> Iterator[Place]:
        """The places where a text has a few words in their order, two of which carry meaning: one changed, or up to three others between them.

        Takes: “talks were dead” in "the talks are dead"; “utter disgrace” in "an utter and complete disgrace"; “quite unsafe” in "quite safe".
        Leaves: “a total mess” in "a total loss", which has one word of it; “utter disgrace” in "utter. A disgrace".

        Args:
            some: the words that are looked for.
        """
        keys = [word.key for word in some]
        carrying = [n for n, key in enumerate(keys) if _carries(key)]
        if len(carrying) < PAIR:
            return
        firsts = {at - n for n in carrying for at in self._stems.get(stem(keys[n]), ())}
        for first in sorted({*firsts, *self._stems.get(stem(keys[0]), ())}):
            stop = first >= 0 and (self._one_changed(keys, first) or self._with_more(keys, first))
            if stop:
                yield Place(first, stop, 1.0)

    def _one_changed(self, keys: Sequence[str], first: int) -> int:
        """The word after as many words of a text as some have, of which one is another form or a small word; 0 where more are changed."""
        there, stop = self.keys[first : first + len(keys)], first + len(keys)
        unlike = [(a, b) for a, b in zip(there, keys, strict=False) if a != b]
        if len(there) < len(keys) or len(unlike) != 1 or self._apart(first, stop):
            return 0
        a, b = unlike[0]
        small = not _carries(a) and not _carries(b)
        return stop if small or stem(a) == stem(b) or negated(a, b) or opposite(a, b) else 0

    def _with_more(self, keys: Sequence[str], first: int) -> int:
        """The word after the last of some words that a text has from a place on, with a few others between them; 0 where it has not."""
        at, stop = 0, first
        while at < len(keys) and stop < min(len(self.keys), first + len(keys) + BETWEEN):
            at += self.keys[stop] == keys[at]
            stop += 1
            if not at:
                return 0
        return stop if at == len(keys) and not self._apart(first, stop) else 0

    def _apart(self, first: int, stop: int) -> bool:
        """Whether a sentence ends within some words, or they have a mark between them."""
        return any(word.ends or word.pauses for word in self.tokens[first : stop - 1])

    def but_one(self, some: Sequence[Token]) -> Iterator[Place]:
        """The whole sentences of a text that are a few words but for one: put in, left out, or exchanged for its like.

        Takes: “It may not be safe” of "It may be safe."; “There were 51 ships” of "There were 15 ships."
        Leaves: “He was glad” of "He was late.", which share no word that carries meaning; “the ships were late” of "The trains were late."

        Args:
            some: the words that are looked for.
        """
        keys = [word.key for word in some]
        if not TOGETHER <= len(keys) <= SENTENCE:
            return
        for first, stop in self._sentences:
            there = self.tokens[first:stop]
            if abs(len(there) - len(keys)) <= 1 and _but_one(there, some):
                yield Place(first, stop, 1.0)

    @cached_property
    def _sentences(self) -> Sequence[tuple[int, int]]:
        """The first word of each sentence, and the one after its last."""
        ends = [n for n, word in enumerate(self.tokens, 1) if word.ends or n == len(self.tokens)]
        return list(pairwise([0, *ends]))

    def _in_any_order(self, keys: Sequence[str]) -> Iterator[Place]:
        """The places that have just these words, three of which carry meaning, in another order, with at most one more among them.

        Takes: “Norway owes Sweden forty million” in "Sweden owes Norway forty million". Leaves: “what he did was” in "was what he did".
        """
        if sum(map(_carries, keys)) < TOGETHER:
            return
        wanted = Counter(keys)
        rarest = min(keys, key=lambda key: len(self._stems.get(stem(key), ())))
        for at in self._stems.get(stem(rarest), ()):
            for first in range(max(0, at - len(keys)), at + 1):
                for stop in (first + len(keys), first + len(keys) + 1):
                    some = self.keys[first:stop]
                    ends = {some[0], some[-1]} <= wanted.keys()
                    if ends and wanted <= Counter(some) and not self._apart(first, stop):
                        yield Place(first, stop, 1.0)
                        return

    def of(self, some: Sequence[Token], leave: range = range(0)) -> Iterator[Place]:
        """The places of some words, the best first; none overlaps a better one.

        Takes: "the bridge will open in May" in "she said that the bridge will surely open in May, if it holds".
        Leaves: "the bridge" alone in common, which is no version.

        Args:
            some: the words that are looked for.
            leave: words of the text among which they are not looked for.
        """
        keys = [t.key for t in some if not t.put_in]
        if len(keys) < TOGETHER:
            return
        brief = TOGETHER < len(keys) <= BRIEF
        index, together = (self._pairs, PAIR) if brief else (self._at, TOGETHER)
        hits = sorted(
            n
            for m in range(len(keys) - together + 1)
            for n in index.get(tuple(keys[m : m + together]), ())
            if n not in leave
        )
        size = int(len(keys) * SLACK) + TOGETHER
        taken: list[range] = []
        tried: set[range] = set()
        windows = sorted(
            ((bisect_left(hits, n + size) - at, -n) for at, n in enumerate(hits)), reverse=True
        )
        for count, start in windows:
            first = -start
            if (count + together - 1) / len(keys) < SHARED / 2:
                break
            if any(first in one for one in taken):
                continue
            stretch = range(max(0, first - size // 2), min(first + size, len(self.keys)))
            if stretch in tried:  # a short text is one stretch, wherever one begins to look
                continue
            tried.add(stretch)
            place = self._place(keys, stretch.start, stretch.stop, leave)
            if place is not None and not any(
                place.first < one.stop and one.start < place.stop for one in taken
            ):
                taken.append(range(place.first, place.stop))
                yield place
        if not taken and brief and not leave:
            yield from self._in_any_order(keys)

    def _place(self, keys: list[str], first: int, stop: int, leave: range) -> Place | None:
        if leave and first < leave.stop and leave.start < stop:
            first, stop = (leave.stop, stop) if first >= leave.start else (first, leave.start)
        within = self.keys[first:stop]
        blocks = SequenceMatcher(None, within, keys, autojunk=False).get_matching_blocks()
        held = [one for one in blocks if one.size]
        longest = max(held, key=lambda one: one.size, default=None)
        if longest is None or longest.size < (PAIR if len(keys) <= BRIEF else TOGETHER):
            return None
        near = [
            one
            for one in held
            if one.size >= TOGETHER
            or abs((one.a - one.b) - (longest.a - longest.b)) <= max(TOGETHER, len(keys) // 4)
        ]
        shared = sum(one.size for one in near) / len(keys)
        if shared < SHARED or (longest.size < TOGETHER and not _tells(keys, near, shared)):
            return None
        opens = _latest(within, near[0], near[1].a) if len(near) > 1 else near[0].a
        return Place(first + opens, first + near[-1].a + near[-1].size, shared)


def _tells(keys: Sequence[str], blocks: Sequence[Match], shared: float) -> bool:
    """Whether what both have tells enough where no three words of it stand in a row.

    Takes: “the worst storm in thirty years” of "the worst storms in thirty years". Leaves: “we have to do it” of "we have it to do".
    """
    held = [key for one in blocks for key in keys[one.b : one.b + one.size]]
    return shared >= MOST and sum(key not in lexicon().grammar for key in held) >= PAIR


def _but_one(there: Sequence[Token], some: Sequence[Token]) -> bool:
    """Whether two sentences differ in one word, and share one that carries meaning."""
    head = 0
    while head < min(len(there), len(some)) and there[head].alike(some[head]):
        head += 1
    mine, theirs = some[head:], there[head:]
    while mine and theirs and mine[-1].alike(theirs[-1]):
        mine, theirs = mine[:-1], theirs[:-1]
    kept = [*some[:head], *some[head + len(mine) :]]
    if max(len(mine), len(theirs)) != 1 or not any(_carries(one.key) for one in kept):
        return False
    return not mine or not theirs or _like(theirs[0], mine[0])


def _like(one: Token, other: Token) -> bool:
    """Whether one word stands for another: numbers, small words, forms of one word, opposites."""
    a, b = one.key, other.key
    small = not _carries(a) and not _carries(b)
    forms = stem(a) == stem(b) or negated(a, b) or opposite(a, b)
    return (one.number and other.number) or small or forms


def _carries(key: str) -> bool:
    """Whether a word carries meaning. Takes: “disgrace”. Leaves: “were”."""
    return key not in lexicon().grammar


def _latest(keys: Sequence[str], block: Match, stop: int) -> int:
    """Where the first words that both have stand nearest to the next ones that they have: a small word may stand several times before."""
    run = keys[block.a : block.a + block.size]
    last = max(block.a, stop - block.size)
    return next((n for n in range(last, block.a, -1) if keys[n : n + block.size] == run), block.a)
