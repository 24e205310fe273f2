"""Marking: words and phrases by which a statement binds, is sure or leaves open, found in a row of words.

The tables `acts.toml`, `terms.toml`, `foretelling.toml` and `voice.toml` have them class by class; a phrase is found as its
words stand, in small letters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

import msgspec

from hearsay.language.lexicon import ClassEntry, table
from hearsay.language.words import words


class Phrase(msgspec.Struct, frozen=True):
    """A phrase of the table in a row of words.

    Attributes:
        first, stop: its words, from the first to the one before stop.
        classes: of the table.
    """

    first: int
    stop: int
    classes: frozenset[str]


Opening: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
"""First word -> the phrases that begin with it, the longest first, with their classes."""


NONE: frozenset[str] = frozenset()


class Marking(msgspec.Struct, frozen=True, eq=False):
    """The phrases, by their first word.

    Attributes:
        known: all of them.
        alone: the classes of each word that is a phrase by itself.
        of: those of some classes, kept when they are first asked for.
    """

    known: Opening
    alone: Mapping[str, frozenset[str]]
    of: dict[tuple[str, ...], Opening] = msgspec.field(default_factory=dict)

    def tells(self, low: str, name: str) -> bool:
        """Whether a single word is of a class."""
        return name in self.alone.get(low, NONE)

    def found(self, lows: Sequence[str], first: int, stop: int, *names: str) -> Iterator[Phrase]:
        """The phrases of some classes in a stretch; a phrase within a longer one of the same class is passed over."""
        opening = self.of.get(names)
        if opening is None:
            opening = self.of[names] = self._opening(names)
        if opening.keys().isdisjoint(lows[first:stop]):
            return
        past: dict[str, int] = dict.fromkeys(names, 0)
        for at in range(first, stop):
            if (low := lows[at]) not in opening:
                continue
            for form, held in opening[low]:
                past_it = at + len(form)
                if past_it > stop or lows[past_it - 1] != form[-1]:
                    continue
                if tuple(lows[at:past_it]) != form:
                    continue
                wanted = frozenset(name for name in held if past[name] <= at)
                if wanted:
                    yield Phrase(at, past_it, wanted)
                    past.update(dict.fromkeys(wanted, past_it))

    def _opening(self, names: Sequence[str]) -> Opening:
        """The phrases of some classes by their first word: few words of a text open one."""
        kept = {
            low: tuple((form, held & {*names}) for form, held in forms if held & {*names})
            for low, forms in self.known.items()
        }
        return {low: forms for low, forms in kept.items() if forms}


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
        cut = tuple(word.cut(form) for word in words(form).spans)
        classes.setdefault(cut, set()).add(name)
    known: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for cut, held in sorted(classes.items(), key=lambda pair: -len(pair[0])):
        known.setdefault(cut[0], []).append((cut, frozenset(held)))
    return Marking(
        MappingProxyType({low: tuple(held) for low, held in known.items()}),
        MappingProxyType({c[0]: frozenset(held) for c, held in classes.items() if len(c) == 1}),
    )
