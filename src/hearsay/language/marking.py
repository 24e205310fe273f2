"""Marking: words and phrases by which a statement binds, is sure or leaves open, found in a row of words.

The tables `acts.toml`, `terms.toml`, `foretelling.toml` and `voice.toml` have them class by class; a phrase is found as its
words stand, in small letters.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import msgspec

from hearsay.language.lexicon import ClassEntry, table
from hearsay.language.words import written


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A phrase of the table in a row of words.

    Attributes:
        first, stop: its words, from the first to the one before stop.
        classes: of the table.
    """

    first: int
    stop: int
    classes: frozenset[str]


Opening: TypeAlias = Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
"""First two words -> the phrases that begin with them, the longest first, with their classes."""


NONE: frozenset[str] = frozenset()


class Marking(msgspec.Struct, frozen=True, eq=False):
    """The phrases, by how they begin.

    Attributes:
        longer: those of two words and more.
        alone: the classes of each word that is a phrase by itself.
    """

    longer: Opening
    alone: Mapping[str, frozenset[str]]

    def tells(self, low: str, *names: str) -> bool:
        """Whether a single word is of one of some classes."""
        known = self.alone.get(low)
        return known is not None and not known.isdisjoint(names)

    def classes(self, lows: Iterable[str]) -> frozenset[str]:
        """All classes that some single words are of."""
        return NONE.union(*[self.alone[low] for low in lows if low in self.alone])

    def classes_in(self, lows: "Lows", first: int, stop: int) -> frozenset[str]:
        """All classes of the phrases that begin in a stretch."""
        places, every = lows.phrases(self)
        begun = every[bisect_left(places, first) : bisect_left(places, stop)]
        return NONE.union(*[phrase.classes for phrase in begun])

    def found(self, lows: Sequence[str], first: int, stop: int, *names: str) -> Iterator[Phrase]:
        """The phrases of some classes in a stretch; a phrase within a longer one of the same class is passed over."""
        places, every = (lows if isinstance(lows, Lows) else Lows(lows)).of(self, names)
        at = bisect_left(places, first)
        past: dict[str, int] = {}
        for phrase in every[at : bisect_left(places, stop, at)]:
            if phrase.stop > stop:
                continue
            held = [n for n in names if n in phrase.classes and past.get(n, 0) <= phrase.first]
            if held:
                yield Phrase(phrase.first, phrase.stop, frozenset(held))
                past.update(dict.fromkeys(held, phrase.stop))


Every: TypeAlias = tuple[Sequence[int], Sequence[Phrase]]
"""All phrases of a table in a row of words, by their first words, of those of one the longest first; and these words."""


class Lows(list[str]):
    """A row of words in small letters, which is not altered: where the phrases of a table stand in it is looked up once."""

    def __init__(self, lows: Iterable[str]) -> None:
        """Makes ready."""
        super().__init__(lows)
        self._phrases: dict[Marking, Every] = {}
        self._numbers: dict[Marking, dict[str, list[int]]] = {}
        self._of: dict[tuple[Marking, tuple[str, ...]], Every] = {}

    def phrases(self, marks: Marking) -> Every:
        """All phrases of a table in it."""
        if marks not in self._phrases:
            self._phrases[marks] = _every(marks, self)
        return self._phrases[marks]

    def of(self, marks: Marking, names: tuple[str, ...]) -> Every:
        """Those that are of one of some classes."""
        found = self._of.get((marks, names))
        if found is None:
            places, every = self.phrases(marks)
            if marks not in self._numbers:
                held = self._numbers[marks] = {}
                for number, phrase in enumerate(every):
                    for name in phrase.classes:
                        held.setdefault(name, []).append(number)
            held = self._numbers[marks]
            numbers = sorted({number for name in names for number in held.get(name, ())})
            found = [places[n] for n in numbers], [every[n] for n in numbers]
            self._of[marks, names] = found
        return found


def _every(marks: Marking, lows: Sequence[str]) -> Every:
    found: list[Phrase] = []
    for at, pair in enumerate(pairwise((*lows, ""))):
        if pair in marks.longer:
            found += [
                Phrase(at, at + len(form), held)
                for form, held in marks.longer[pair]
                if tuple(lows[at : at + len(form)]) == form
            ]
        if pair[0] in marks.alone:
            found.append(Phrase(at, at + 1, marks.alone[pair[0]]))
    return [phrase.first for phrase in found], found


@cache
def marking(name: str = "acts") -> Marking:
    """A table, read once.

    Args:
        name: of the table.

    Raises:
        BadTable: it is no TOML, or an entry has not the fields of its table.
    """
    names = ("acts", "terms") if name == "acts" else (name,)
    entries = (entry for one in names for entry in table(one, ClassEntry))
    return phrases((form, entry.class_) for entry in entries for form in entry.forms)


def phrases(forms: Iterable[tuple[str, str]]) -> Marking:
    """Phrases with their classes, ready to be found.

    Args:
        forms: a phrase in small letters, and one of its classes; a phrase may come several times.
    """
    classes: dict[tuple[str, ...], set[str]] = {}
    for form, name in forms:
        classes.setdefault(written(form), set()).add(name)
    longer: dict[tuple[str, str], list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for cut, held in sorted(classes.items(), key=lambda pair: -len(pair[0])):
        if len(cut) > 1:
            longer.setdefault((cut[0], cut[1]), []).append((cut, frozenset(held)))
    return Marking(
        {pair: tuple(held) for pair, held in longer.items()},
        {c[0]: frozenset(held) for c, held in classes.items() if len(c) == 1},
    )
