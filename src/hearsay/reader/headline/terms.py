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
def opposites(of: str) -> frozenset[str]:
    """The stems of what is the opposite of a word, given as its stem."""
    return _others("opposite", of, both=True)


@cache
def softer(of: str) -> frozenset[str]:
    """The stems of what is less than a word, given as its stem."""
    return _others("softer", of, both=False)


def _others(name: str, of: str, *, both: bool) -> frozenset[str]:
    out: set[str] = set()
    for forms in _table()[name]:
        first, rest = _stem(forms[0]), {_stem(form) for form in forms[1:]}
        if of == first:
            out |= rest
        elif both and of in rest:
            out.add(first)
    return frozenset(out)


def _stem(form: str) -> str:
    """The stem of a word; of a phrase that of its first."""
    return stem(form.split(maxsplit=1)[0])
