"""Marking: words and phrases by which a statement binds, is sure or leaves open, found in a row of words.

The tables `acts.toml` and `terms.toml` have them class by class, `voice.toml` those of an author's own voice; a phrase is found as its words stand, in small letters.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

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


class Marking(msgspec.Struct, frozen=True):
    """The phrases, by their first word.

    Attributes:
        known: first word -> the phrases that begin with it, the longest first, with their classes.
    """

    known: Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]

    def tells(self, low: str, name: str) -> bool:
        """Whether a single word is of a class."""
        return any(len(form) == 1 and name in held for form, held in self.known.get(low, ()))

    def found(self, lows: Sequence[str], first: int, stop: int, *names: str) -> Iterator[Phrase]:
        """The phrases of some classes in a stretch; a phrase within a longer one of the same class is passed over."""
        past: dict[str, int] = dict.fromkeys(names, 0)
        for at in range(first, stop):
            for form, held in self.known.get(lows[at], ()):
                past_it = at + len(form)
                wanted = frozenset(name for name in held & past.keys() if past[name] <= at)
                if wanted and past_it <= stop and tuple(lows[at:past_it]) == form:
                    yield Phrase(at, past_it, wanted)
                    past.update(dict.fromkeys(wanted, past_it))


@cache
def marking() -> Marking:
    """The tables of acts and terms, read once.

    Raises:
        BadTable: one is no TOML, or an entry has not the fields of its table.
    """
    return _opened("acts", "terms")


@cache
def voicing() -> Marking:
    """The table of an author's own voice, read once.

    Raises:
        BadTable: it is no TOML, or an entry has not the fields of its table.
    """
    return _opened("voice")


def _opened(*names: str) -> Marking:
    forms: dict[tuple[str, ...], set[str]] = {}
    for entry in (entry for name in names for entry in table(name, ClassEntry)):
        for form in entry.forms:
            cut = tuple(word.cut(form) for word in words(form).spans)
            forms.setdefault(cut, set()).add(entry.class_)
    known: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for cut, held in sorted(forms.items(), key=lambda pair: -len(pair[0])):
        known.setdefault(cut[0], []).append((cut, frozenset(held)))
    return Marking(MappingProxyType({low: tuple(held) for low, held in known.items()}))
