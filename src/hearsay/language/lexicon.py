"""The word lists: TOML tables, opened into frozen types.

A table is data: each entry has a form (or forms), a sense, an example and a source, and a test reads
every entry. Which tables a reading was made with is told by their digest.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import msgspec

from hearsay.errors import BadTable

_FOLDER = "tables"
_OPENERS = frozenset(
    {"pronoun", "determiner", "preposition", "subordinator", "coordinator", "adverb"}
)
_WANTED = ("sense", "example", "source")


class Cue(msgspec.Struct, frozen=True):
    """A word of saying, thinking or wanting.

    Attributes:
        lemma: its dictionary form.
        type: Penn Discourse Treebank attribution type: comm, belief, fact, control.
        act: what is done in saying it; a value of `hearsay.reading.attribution.Act`.
        quotes: it introduces or follows quotations in the news.
    """

    lemma: str
    type: str
    act: str
    quotes: bool = True


class Noun(msgspec.Struct, frozen=True):
    """A noun that tells what kind of source a phrase names.

    Attributes:
        form: the noun.
        kind: organisation, group, document, person or title.
    """

    form: str
    kind: str


class Lexicon(msgspec.Struct, frozen=True):
    """Every table, for looking words up.

    Attributes:
        cues: inflected form in small letters -> the cue.
        grammar: form in small letters -> the classes of the grammar table.
        nouns: form in small letters -> what it says of a source.
        abbreviations: with their full stop, as they are written.
        numbered: those of them that are abbreviations before a number alone ("No. 5").
        binding: those of them that stand before a name or a number and so end no sentence.
        openers: words of grammar that open a sentence where they have a capital ("The", "He").
        cutting: class of the cutting table -> its forms.
        digest: SHA-256 over all tables.
    """

    cues: Mapping[str, Cue]
    grammar: Mapping[str, frozenset[str]]
    nouns: Mapping[str, Noun]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    binding: frozenset[str]
    openers: frozenset[str]
    cutting: Mapping[str, tuple[str, ...]]
    digest: str

    def cue(self, low: str) -> Cue | None:
        """The cue with this form, in small letters."""
        return self.cues.get(low)


@cache
def lexicon() -> Lexicon:
    """All tables, read once.

    Raises:
        BadTable: an entry lacks what every entry has.
    """
    return Lexicon(
        cues=MappingProxyType({form: cue for cue, forms in _cues() for form in forms}),
        grammar=MappingProxyType(_grammar()),
        nouns=MappingProxyType({e["form"]: Noun(e["form"], e["kind"]) for e in entries("nouns")}),
        abbreviations=frozenset(e["form"] for e in entries("abbreviations")),
        numbered=_before("number"),
        binding=_before("number") | _before("name"),
        openers=frozenset(
            f for e in entries("grammar") if e["class"] in _OPENERS for f in e["forms"]
        ),
        cutting=MappingProxyType({e["class"]: tuple(e["forms"]) for e in entries("cutting")}),
        digest=digest(),
    )


def _before(what: str) -> frozenset[str]:
    return frozenset(e["form"] for e in entries("abbreviations") if e.get("before") == what)


def names() -> tuple[str, ...]:
    """The names of the tables, in order."""
    folder = resources.files("hearsay.language") / _FOLDER
    return tuple(
        sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    )


def entries(table: str) -> tuple[dict[str, Any], ...]:
    """The entries of a table, each with form or forms, sense, example and source.

    Raises:
        BadTable: it is no TOML, or an entry lacks one of them.
    """
    try:
        opened = tomllib.loads(_bytes(table).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadTable(
            f"the table {table} cannot be read: {error}", "install hearsay again"
        ) from error
    found = tuple(opened.get("entry", ()))
    for entry in found:
        missing = [key for key in _WANTED if not entry.get(key)]
        if missing or not (entry.get("form") or entry.get("forms")):
            raise BadTable(f"in the table {table}, {entry} lacks {missing or ['form']}")
    return found


def digest() -> str:
    """SHA-256 over the names and bytes of all tables, in order of name."""
    total = hashlib.sha256()
    for name in names():
        total.update(name.encode() + b"\0" + _bytes(name) + b"\0")
    return total.hexdigest()


def _bytes(table: str) -> bytes:
    return (resources.files("hearsay.language") / _FOLDER / f"{table}.toml").read_bytes()


def _cues() -> Iterator[tuple[Cue, tuple[str, ...]]]:
    for entry in entries("cues"):
        cue = Cue(entry["lemma"], entry["type"], entry["act"], entry.get("quotes", True))
        yield cue, tuple(entry["forms"])


def _grammar() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for entry in entries("grammar"):
        for form in entry["forms"]:
            classes.setdefault(form, set()).add(entry["class"])
    return {form: frozenset(found) for form, found in classes.items()}
