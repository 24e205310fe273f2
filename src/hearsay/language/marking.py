"""Marking: words and phrases by which a statement binds, is sure or leaves open, found in a row of words.

The tables `acts.toml`, `terms.toml`, `foretelling.toml` and `voice.toml` have them class by class; a phrase is found as its
words stand, in small letters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    return Marking(MappingProxyType({low: tuple(held) for low, held in known.items()}))
