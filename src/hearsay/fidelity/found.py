"""Where some words stand in a longer text, the same or nearly so."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher
from functools import cached_property
from itertools import accumulate

import msgspec

from hearsay.fidelity.tokens import Token
from hearsay.language.lexicon import lexicon
from hearsay.text.span import Span

TOGETHER = 3
"""Words in a row that both must have."""

PAIR, BRIEF, MOST = 2, 6, 0.75
"""The same for few words, of which one may be changed in the middle; how many these are; and the share of them that both must have then."""

SHARED = 0.6
"""The share of the words that must stand there too, for one to be a version of the other."""

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
                return
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


def _latest(keys: Sequence[str], block: Match, stop: int) -> int:
    """Where the first words that both have stand nearest to the next ones that they have: a small word may stand several times before."""
    run = keys[block.a : block.a + block.size]
    last = max(block.a, stop - block.size)
    return next((n for n in range(last, block.a, -1) if keys[n : n + block.size] == run), block.a)
