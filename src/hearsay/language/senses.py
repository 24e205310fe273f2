"""Senses: what is done with a word of saying, thinking or wanting, by the form of what follows it.

"Lund asked whether …" asks, "Lund asked the board to …" requests: one verb, two acts, told apart by the frame. The
table `senses.toml` has the senses in the order in which they are tried; forms are made by rule.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from hearsay.language.inflection import noun_forms, verb_forms
from hearsay.language.lexicon import Entry, table

ANY = "any"
LONGEST = 4
"""Words of the longest phrase in the table."""


class SenseEntry(Entry, frozen=True, kw_only=True):
    """An entry of senses.toml: one sense of several words."""

    pos: str
    frame: str
    type: str
    act: str
    lemmas: tuple[str, ...]
    passed_on: str = "plain"
    certainty: str = "unspecified"


class InflectionEntry(Entry, frozen=True, kw_only=True):
    """An entry of inflections.toml."""

    lemma: str
    forms: tuple[str, ...]


class Sense(msgspec.Struct, frozen=True):
    """One sense of a word.

    Attributes:
        lemma: its dictionary form.
        pos: verb, noun, adjective, adverb, preposition, phrase or sign.
        frame: of what follows: any, to, that, whether, question, for, against, as, ing or np.
        type: Penn Discourse Treebank attribution type.
        act: a value of `hearsay.reading.attribution.Act`.
        passed_on: how the author passes on what is said; a value of `PassedOn`.
        certainty: how surely it is held by whoever does it; a value of `Certainty`.
    """

    lemma: str
    pos: str
    frame: str
    type: str
    act: str
    passed_on: str = "plain"
    certainty: str = "unspecified"


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """Form in small letters -> its senses, in the order in which they are tried.

    Raises:
        BadTable: a table is no TOML, or an entry has not the fields of its table.
    """
    irregular = {entry.lemma: entry.forms for entry in table("inflections", InflectionEntry)}
    found: dict[str, list[Sense]] = {}
    for entry in table("senses", SenseEntry):
        for lemma in entry.lemmas:
            sense = Sense(
                lemma,
                entry.pos,
                entry.frame,
                entry.type,
                entry.act,
                entry.passed_on,
                entry.certainty,
            )
            for form in _forms(lemma, entry.pos, irregular):
                found.setdefault(form, []).append(sense)
    ordered = {form: tuple(sorted(held, key=_last)) for form, held in found.items()}
    return MappingProxyType(ordered)


@cache
def past_alone() -> frozenset[str]:
    """Forms of the past that are not the verb itself and are not made with -ed: "seen"; not "put".

    Raises:
        BadTable: the table is no TOML, or an entry has not its fields.
    """
    every = table("inflections", InflectionEntry)
    return frozenset(form for one in every for form in one.forms if form != one.lemma)


def _forms(lemma: str, pos: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    match pos:
        case "verb":
            return verb_forms(lemma, irregular)
        case "noun":
            return noun_forms(lemma)
        case _:
            return (lemma,)


def _last(sense: Sense) -> bool:
    """Whether it is tried after those that ask for a form: a sense of any frame."""
    return sense.frame == ANY
