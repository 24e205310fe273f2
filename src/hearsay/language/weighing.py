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
def _asked() -> tuple[tuple[str, frozenset[str], Callable[[str], "re.Match[str] | None"]], ...]:
    """Every pattern with its class, how a word begins where it matches, and the question of a sentence: one for its beginning is tried nowhere else."""
    return tuple(
        (name, frozenset(), one.match)
        if one.pattern.startswith("^") and len(_ways(one.pattern)) == 1
        else (name, _begins(one.pattern), one.search)
        for name, those in _table().items()
        for one in those
    )


_SIGNS = re.compile(r"\\.|\[[^]]*\]|\((?:\?:)?|\)[?*{]?|\|")
_OPENING = re.compile(r"(?:\\b|\^)(?:([a-z]{1,5})(?![?*{])|\(\?:)")
_BEGINNINGS = re.compile(r"\b\w{1,5}")


def _ways(pattern: str, at: int = 0) -> list[str]:
    """The alternatives of a pattern, or of the group that begins at an offset; one of them is empty where the group may be left out."""
    out: list[str] = []
    depth = 0
    for sign in _SIGNS.finditer(pattern, at):
        mark = sign[0][0]
        if mark == ")" and not depth:
            return [*out, pattern[at : sign.start()], *([] if sign[0] == ")" else [""])]
        if mark == "|" and not depth:
            out.append(pattern[at : sign.start()])
            at = sign.end()
        depth += (mark == "(") - (mark == ")")
    return [*out, pattern[at:]]


def _begins(pattern: str) -> frozenset[str]:
    r"""The letters with some of which a word begins wherever a pattern matches, up to five; none where that cannot be told.

    Takes: r"\b(?:ask(?:s|ed)|i) why": "ask", "i". Leaves: r"[;:] but", r"\b(?:not|\w+less)\b".
    """
    found: list[frozenset[str]] = []
    for way in _ways(pattern):
        opening = _OPENING.match(way)
        if opening is None:
            return frozenset()
        if opening[1]:
            found.append(frozenset({opening[1]}))
        else:
            found += [_begins(rf"\b{one}") for one in _ways(way, opening.end())]
    return frozenset().union(*found) if all(found) else frozenset()


def classes(low: str) -> frozenset[str]:
    """The classes of which a pattern matches in a sentence."""
    there = {word[:many] for word in _BEGINNINGS.findall(low) for many in range(1, 6)}
    return frozenset(
        [
            name
            for name, begins, matches in _asked()
            if not (begins and begins.isdisjoint(there)) and matches(low)
        ]
    )


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
