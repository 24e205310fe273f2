"""Terms: the table of how questions are asked and answers weighed, compiled once, by classes."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Entry, table

OPENS = r"(?:(?:and|but|so|no|well|here|perhaps|of course|more seriously|more simply|finally|first|then|next|:|,) )*"


class PatternEntry(Entry, frozen=True, kw_only=True):
    """An entry of weighing.toml: a class, and a pattern of sentences in it.

    Attributes:
        class_: its name.
        pattern: matched in a sentence in small letters, one space between any two words.
        form: words of the example by which a pattern that needs another class is seen in it.
    """

    class_: str = msgspec.field(name="class")
    pattern: str
    form: str = ""


@cache
def _table() -> Mapping[str, tuple["re.Pattern[str]", ...]]:
    every = table("weighing", PatternEntry)
    noun = next(entry.pattern for entry in every if entry.class_ == "noun")
    held: dict[str, list[re.Pattern[str]]] = {}
    for entry in every:
        pattern = entry.pattern.replace("{noun}", noun).replace("{open}", OPENS)
        held.setdefault(entry.class_, []).append(re.compile(pattern))
    return MappingProxyType({name: tuple(patterns) for name, patterns in held.items()})


def patterns(name: str) -> Sequence["re.Pattern[str]"]:
    """The patterns of a class."""
    return _table()[name]
