"""The word lists: this room's TOML tables, opened into frozen types.

A table is data: each entry has a form (or forms), a sense, an example and a source, and a test reads
every entry. Which tables a reading was made with is told by their digest.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from hearsay.errors import BadTable
from hearsay.tables import digest, entries

ROOM = "hearsay.language"
_ROOMS = (ROOM, "hearsay.page")
_OPENERS = frozenset(
    {"pronoun", "determiner", "preposition", "subordinator", "coordinator", "adverb"}
)


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of a table has.

    Attributes:
        sense: what it means here.
        example: a sentence that shows it.
        source: who says so.
    """

    sense: str
    example: str
    source: str


class CueEntry(Entry, frozen=True, kw_only=True):
    """An entry of cues.toml: a `Cue` with its inflections."""

    lemma: str
    forms: tuple[str, ...]
    type: str
    act: str
    quotes: bool = True


class NounEntry(Entry, frozen=True, kw_only=True):
    """An entry of nouns.toml."""

    kind: str
    forms: tuple[str, ...]


class AbbreviationEntry(Entry, frozen=True, kw_only=True):
    """An entry of abbreviations.toml; `before` says that it stands before a name or a number alone."""

    form: str
    before: str | None = None


class ClassEntry(Entry, frozen=True, kw_only=True):
    """An entry of grammar.toml, cutting.toml or actors.toml: a class and the forms in it."""

    class_: str = msgspec.field(name="class")
    forms: tuple[str, ...]


_GENDERS = {"woman": "f", "man": "m"}
_SAME = "same:"
"""Opens the names of classes whose forms say the same of somebody."""

E = TypeVar("E", bound=Entry)


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


class Lexicon(msgspec.Struct, frozen=True, dict=True, eq=False):
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
        actors: form in small letters -> the classes of the actors table.
        given: given name in small letters -> the gender of those who have it, "f" or "m".
        surnames: given names that are surnames as often: alone they tell no gender.
        digest: SHA-256 over all tables, those by which a page is read included.
    """

    cues: Mapping[str, Cue]
    grammar: Mapping[str, frozenset[str]]
    nouns: Mapping[str, Noun]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    binding: frozenset[str]
    openers: frozenset[str]
    cutting: Mapping[str, tuple[str, ...]]
    actors: Mapping[str, frozenset[str]]
    given: Mapping[str, str]
    surnames: frozenset[str]
    digest: str

    def cue(self, low: str) -> Cue | None:
        """The cue with this form, in small letters."""
        return self.cues.get(low)

    def tells(self, low: str, *names: str) -> bool:
        """Whether a form is of one of some classes of the actors table."""
        known = self.actors.get(low)
        return known is not None and not known.isdisjoint(names)

    def gender(self, low: str) -> str:
        """The gender that a pronoun, a title or a noun tells, "f" or "m"; "" where it tells none."""
        return self._gendered.get(low, "")

    @cached_property
    def _gendered(self) -> Mapping[str, str]:
        """The forms that tell a gender."""
        told = dict.fromkeys(self.phrases("masculine"), "m")
        return told | dict.fromkeys(self.phrases("feminine"), "f")

    def same(self, low: str) -> str:
        """The word that says the same of somebody: "lawyer" for "attorney"; the form itself where there is none."""
        return self._sames.get(low, low)

    @cached_property
    def _sames(self) -> Mapping[str, str]:
        """The forms of which another word says the same."""
        return {
            form: name.removeprefix(_SAME)
            for form, classes in self.actors.items()
            for name in classes
            if name.startswith(_SAME)
        }

    def phrases(self, name: str) -> tuple[str, ...]:
        """The forms of a class of the actors table, in small letters."""
        return self._classed.get(name, ())

    @cached_property
    def _classed(self) -> Mapping[str, tuple[str, ...]]:
        """The actors table by its classes."""
        out: dict[str, list[str]] = {}
        for form, classes in self.actors.items():
            for name in classes:
                out.setdefault(name, []).append(form)
        return {name: tuple(forms) for name, forms in out.items()}


@cache
def lexicon() -> Lexicon:
    """All tables, read once.

    Raises:
        BadTable: a table is no TOML, or an entry has not the fields of its table.
    """
    shortened = table("abbreviations", AbbreviationEntry)
    numbered = frozenset(entry.form for entry in shortened if entry.before == "number")
    grammar, given = table("grammar", ClassEntry), table("given", ClassEntry)
    return Lexicon(
        cues=_cues(table("cues", CueEntry)),
        grammar=_classes(grammar),
        nouns=MappingProxyType(
            {form: Noun(form, n.kind) for n in table("nouns", NounEntry) for form in n.forms}
        ),
        abbreviations=frozenset(entry.form for entry in shortened),
        numbered=numbered,
        binding=numbered | {entry.form for entry in shortened if entry.before == "name"},
        openers=frozenset(f for entry in grammar if entry.class_ in _OPENERS for f in entry.forms),
        cutting=MappingProxyType({e.class_: e.forms for e in table("cutting", ClassEntry)}),
        actors=_classes(table("actors", ClassEntry)),
        given=MappingProxyType(
            {f: _GENDERS[e.class_] for e in given if e.class_ in _GENDERS for f in e.forms}
        ),
        surnames=frozenset(f for e in given if e.class_ not in _GENDERS for f in e.forms),
        digest=digest(_ROOMS),
    )


def table(name: str, kind: type[E]) -> tuple[E, ...]:
    """The entries of one of this room's tables, read once.

    Raises:
        BadTable: it is no TOML, or an entry has not the fields of its kind.
    """
    read: tuple[E, ...] = _read(name, kind)
    return read


@cache
def _read(name: str, kind: type[Entry]) -> tuple[Any, ...]:
    try:
        return tuple(msgspec.convert(entry, kind) for entry in entries(ROOM, name))
    except msgspec.ValidationError as error:
        raise BadTable(f"in the table {name}: {error}", "install hearsay again") from error


def _cues(found: tuple[CueEntry, ...]) -> Mapping[str, Cue]:
    cues: dict[str, Cue] = {}
    for entry in found:
        cue = Cue(entry.lemma, entry.type, entry.act, entry.quotes)
        cues.update(dict.fromkeys(entry.forms, cue))
    return MappingProxyType(cues)


def _classes(found: tuple[ClassEntry, ...]) -> Mapping[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for entry in found:
        for form in entry.forms:
            classes.setdefault(form, set()).add(entry.class_)
    return MappingProxyType({form: frozenset(names) for form, names in classes.items()})
