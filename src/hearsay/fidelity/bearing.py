"""Bearing: the words of a row that bear on what is said: its "not", its conditions, hedges, limits and modals, by tables.

The longest phrase counts: “not only” is a limit and no “not”, “only if” a condition and no limit.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

import msgspec

from hearsay.fidelity.change import Change
from hearsay.fidelity.tokens import Token, tokens
from hearsay.language.inflection import noun_forms, verb_forms
from hearsay.language.lexicon import ClassEntry, Entry, table
from hearsay.language.senses import InflectionEntry

KINDS = {
    "negation": Change.NEGATION,
    "modal": Change.MODAL,
    "hedge": Change.HEDGE,
    "scope": Change.SCOPE,
    "condition": Change.CONDITION,
    "condition_ahead": Change.CONDITION,
}
"""What is changed with the words of each class of meaning.toml."""

SURE = frozenset({"certain", "probable", "possible", "evidential", "at_distance"})
OF_ACTS = dict.fromkeys(SURE, Change.HEDGE) | dict.fromkeys(
    ("scope", "approximator", "temporal"), Change.SCOPE
) | {"condition_opener": Change.CONDITION}  # fmt: skip
"""The same for the tables of acts, of which a form is left to meaning.toml where that has it."""


class MeaningEntry(Entry, frozen=True, kw_only=True):
    """An entry of meaning.toml: a class, its forms, what all of them say, and whether they count only before a number or a name."""

    class_: str = msgspec.field(name="class")
    forms: tuple[str, ...]
    like: str = ""
    before: str = ""


class Sign(msgspec.Struct, frozen=True):
    """A phrase in a row of words that bears on what is said.

    Attributes:
        first, stop: its words.
        change: what is changed where it is lost, or another put for it.
        like: what it says: two phrases that say the same are no change for one another.
        ahead: it is a condition only of what is still to come.
    """

    first: int
    stop: int
    change: Change
    like: str
    ahead: bool = False


class _Phrase(msgspec.Struct, frozen=True):
    """A phrase of the tables, in one of its senses."""

    form: tuple[str, ...]
    change: Change
    like: str
    ahead: bool = False
    before: str = ""


_Key: TypeAlias = tuple[tuple[str, ...], Change, str]
"""A phrase, what it bears on, and what it must stand before: a number, a name, or whatever it is."""


@cache
def _entries() -> Mapping[str, tuple[MeaningEntry, ...]]:
    """The table of meaning, by class."""
    held: dict[str, list[MeaningEntry]] = {}
    for entry in table("meaning", MeaningEntry):
        held.setdefault(entry.class_, []).append(entry)
    return MappingProxyType({name: tuple(every) for name, every in held.items()})


@cache
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """First word -> the phrases that begin with it, the longest first; of one length, those before a number first."""
    found: dict[_Key, _Phrase] = {}
    for name, change in KINDS.items():
        for entry in _entries()[name]:
            for form in map(_keys, entry.forms):
                ahead = name == "condition_ahead"
                phrase = _Phrase(form, change, entry.like or " ".join(form), ahead, entry.before)
                found[form, change, entry.before] = phrase
    found |= _of_acts(found)
    opening: dict[str, list[_Phrase]] = {}
    for phrase in sorted(found.values(), key=lambda one: (-len(one.form), not one.before)):
        opening.setdefault(phrase.form[0], []).append(phrase)
    return MappingProxyType({low: tuple(every) for low, every in opening.items()})


def _of_acts(known: Mapping[_Key, _Phrase]) -> dict[_Key, _Phrase]:
    """The phrases of the tables of acts that the table of meaning has not, hedges by the classes in which they are."""
    forms = {form for form, _, _ in known}
    helping = {form[0] for form, change, _ in known if change is Change.MODAL and len(form) == 1}
    classes: dict[tuple[tuple[str, ...], Change], set[str]] = {}
    for entry in (*table("acts", ClassEntry), *table("terms", ClassEntry)):
        kind = OF_ACTS.get(entry.class_)
        for form in map(_keys, entry.forms if kind else ()):
            if kind and form not in forms and form[0] not in helping:
                classes.setdefault((form, kind), set()).add(entry.class_)
    return {
        (form, kind, ""): _Phrase(
            form, kind, " ".join(sorted(held) if kind is Change.HEDGE else form)
        )
        for (form, kind), held in classes.items()
    }


def _keys(form: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(form))


def signs(row: Sequence[Token]) -> tuple[Sign, ...]:
    """The phrases of a row of words, in order.

    Takes: “will”, “need to”, “about” before a number, “acting” before a name. Leaves: “about” before a bridge; “May”, the month; what
    stands in brackets.
    """
    return tuple(_signs(row))


def _signs(row: Sequence[Token]) -> Iterator[Sign]:
    opening, at = _phrases(), 0
    while at < len(row):
        every = [one for one in opening.get(row[at].key, ()) if _stands(one, row, at)]
        if not every:
            at += 1
            continue
        longest = len(every[0].form)
        best = [one for one in every if len(one.form) == longest]
        for one in [one for one in best if one.before] or best:
            yield Sign(at, at + longest, one.change, one.like, one.ahead)
        at += longest


def _stands(phrase: _Phrase, row: Sequence[Token], at: int) -> bool:
    """Whether a phrase stands at a place of a row."""
    some = row[at : at + len(phrase.form)]
    if tuple(token.key for token in some) != phrase.form or any(token.put_in for token in some):
        return False
    if phrase.change is Change.MODAL and some[0].name:
        return False
    after = row[at + len(some) :][:1]
    if phrase.before == "name":
        return any(token.name for token in after)
    return not phrase.before or any(token.number for token in after)


@cache
def _sides() -> Mapping[str, frozenset[tuple[int, bool]]]:
    """Word -> the pairs of opposites in which it stands, and on which side."""
    irregular = {entry.lemma: entry.forms for entry in table("inflections", InflectionEntry)}
    out: dict[str, set[tuple[int, bool]]] = {}
    held = [entry.forms for entry in _entries()["opposite"]]
    held += [tuple(form.split()) for e in table("opposites", ClassEntry) for form in e.forms]
    for number, forms in enumerate(held):
        for n, form in enumerate(forms):
            lemma = form.split(maxsplit=1)[0]
            for one in {lemma, *verb_forms(lemma, irregular), *noun_forms(lemma)}:
                out.setdefault(_keys(one)[0], set()).add((number, n == 0))
    return MappingProxyType({form: frozenset(sides) for form, sides in out.items()})


def opposite(one: str, other: str) -> bool:
    """Whether two words are opposites by a table. Takes: “rose” and “fell”. Leaves: “rose” and “grew”."""
    mine, theirs = _sides().get(one, frozenset()), _sides().get(other, frozenset())
    return any((number, not first) in theirs for number, first in mine) and not mine & theirs


@cache
def _thinking() -> frozenset[str]:
    return frozenset(form for entry in _entries()["thinks"] for form in entry.forms)


def thinks(key: str) -> bool:
    """Whether a word outside quotation marks says what “I think” says within them."""
    return key in _thinking()


@cache
def _factive() -> frozenset[str]:
    return frozenset(form for entry in _entries()["factive"] for form in entry.forms)


def factive(key: str) -> bool:
    """Whether a word after a “not” leaves what follows as it is. Takes: “regret”. Leaves: “claim”."""
    return key in _factive()


@cache
def _no_opposites() -> frozenset[str]:
    return frozenset(form for entry in _entries()["no_opposite"] for form in entry.forms)


def negated(one: str, other: str) -> bool:
    """Whether a word is another with a “not” in it. Takes: “able” and “unable”, “harmful” and “harmless”. Leaves: “to” and “into”."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or long in _no_opposites():
        return False
    before = long.removesuffix(short) if long.endswith(short) else ""
    ends = {
        one.removesuffix(end) for end, word in (("less", one), ("ful", one)) if word.endswith(end)
    }
    ends &= {other.removesuffix(end) for end in ("less", "ful") if other.endswith(end)}
    return before in PREFIXES or (bool(ends) and one != other)


SHORTEST = 4
"""Letters of the shortest word that has an opposite by its beginning."""

PREFIXES = frozenset({"un", "in", "im", "il", "ir", "dis", "non"})


@cache
def _names() -> Mapping[str, int]:
    return MappingProxyType(
        {form: n for n, entry in enumerate(_entries()["one_name"]) for form in entry.forms}
    )


def one_name(one: str, other: str) -> bool:
    """Whether two names may be one, spelled in two ways. Takes: “Kyiv” and “Kiev”, “Zelenskyy” and “Zelensky”. Leaves: “Hansen”, “Hanson”."""
    known = _names()
    if one in known and known.get(other) == known[one]:
        return True
    return len(one) > SHORTEST and _folded(one) == _folded(other)


def _folded(name: str) -> str:
    """A name with letters that are written in several ways as one of them: “y” and “j” as “i”, doubled ones single."""
    out = ""
    for letter in name.replace("ph", "f").replace("kh", "h").replace("q", "k").replace("w", "v"):
        same = "i" if letter in "yj" else letter
        out += "" if out.endswith(same) else same
    return out
