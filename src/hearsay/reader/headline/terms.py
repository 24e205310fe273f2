"""Terms: the table of what makes a headline more than its article, by classes."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hearsay.language.lexicon import ClassEntry, table
from hearsay.reader.headline.family import stem


@cache
def _table() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    held: dict[str, list[tuple[str, ...]]] = {}
    for entry in table("headlines", ClassEntry):
        held.setdefault(entry.class_, []).append(entry.forms)
    return MappingProxyType({name: tuple(every) for name, every in held.items()})


def phrases(name: str) -> tuple[str, ...]:
    """The words and phrases of a class."""
    return tuple(form for forms in _table()[name] for form in forms)


@cache
def stems(name: str) -> frozenset[str]:
    """The stems of the words of a class."""
    return frozenset(stem(form) for form in phrases(name))
