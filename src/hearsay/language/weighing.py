"""Weighing: how questions of why are asked and answers to them weighed, in words: the table, compiled once, by classes.

A pattern is matched in a sentence in small letters, one space between any two words, marks of punctuation words of their own.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Entry, table
from hearsay.text.span import Span, matched

OPENS = r"(?:(?:and|or|but|so|no|well|here|perhaps|of course|more seriously|more simply|finally|first|then|next|:|,) )*"


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


@cache
def _asked() -> tuple[tuple[str, Callable[[str], "re.Match[str] | None"]], ...]:
    """Every pattern with its class, as a question of a sentence: one for its beginning is tried nowhere else."""
    return tuple(
        (name, one.match if _opens(one.pattern) else one.search)
        for name, those in _table().items()
        for one in those
    )


def _opens(pattern: str) -> bool:
    """Whether a pattern matches at the beginning of a sentence alone. Takes: "^(?:but|yet)". Leaves: "^but|yet"."""
    flat = re.sub(r"\\.|\[[^]]*\]", "", pattern)
    while (inner := re.sub(r"\([^()]*\)", "", flat)) != flat:
        flat = inner
    return flat.startswith("^") and "|" not in flat


def classes(low: str) -> frozenset[str]:
    """The classes of which a pattern matches in a sentence."""
    return frozenset([name for name, matches in _asked() if matches(low)])


def first(name: str, low: str) -> Span | None:
    """Where a pattern of a class matches first in a sentence, the patterns in the order of the table; None where none does.

    Args:
        name: of the class.
        low: the sentence.
    """
    for pattern in _table()[name]:
        if match := pattern.search(low):
            return matched(match)
    return None


def every(name: str, low: str, after: int = 0) -> tuple[Span, ...]:
    """Everywhere that patterns of a class match in a sentence, in order.

    Args:
        name: of the class.
        low: the sentence.
        after: an offset at or after which it is looked for.
    """
    held = (m for pattern in _table()[name] for m in pattern.finditer(low, after))
    return tuple(sorted(matched(match) for match in held if match.group()))
