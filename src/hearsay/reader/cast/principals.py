"""Principals: for whom a source speaks, found in its title or description, or in whoever was named before."""

from collections.abc import Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.naming import Seen
from hearsay.reader.cast.offices import principal
from hearsay.reader.cast.pronouns import Antecedent, Pronouns
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import BODY, Register
from hearsay.reader.clause import Clause, clauses
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    words: Words
    lexicon: Lexicon
    seen: Seen
    register: Register
    records: dict[str, Record]
    pronouns: Pronouns

    def key_of(self, span: Span) -> str | None:
        """The key of the actor that a phrase names."""

    def antecedents(self, source: Span) -> Sequence[Antecedent]:
        """Who could be meant by a pronoun there."""

    def from_register(self, key: str) -> Record:
        """The record of a name."""


def principals(cast: Company) -> None:
    """Finds for whom the actors speak; makes the principals actors too."""
    for record in list(cast.records.values()):
        span = _principal(cast, record)
        if span is None:
            record.principal = _implied(cast, record)
            continue
        key = possessor(cast, span) or cast.key_of(span)
        if key is not None and key != record.key:
            record.principal = key


def _implied(cast: Company, record: Record) -> str | None:
    """The body for which a bare "a spokeswoman" speaks: the last one named before."""
    clause = record.named.clause
    if record.bearer is not None or clause is None or len(clause) > 2:  # noqa: PLR2004
        return None
    if not cast.lexicon.tells(record.named.noun, "voice") or record.named.noun.startswith("offic"):
        return None
    before = [
        (place.span.end, f"={one.key}")
        for one in cast.register.bearers
        if one.entity == BODY
        for place in one.places
        if place.span.end <= record.name.start
    ]
    before += [
        (mention.end, other.key)
        for other in cast.records.values()
        if other.bearer is None and other.kind is ActorKind.ORGANISATION
        for mention in other.mentions
        if mention.end <= record.name.start
    ]
    if not before:
        return None
    key = max(before)[1]
    if key not in cast.records:
        cast.from_register(key)
    return key


def possessor(cast: Company, span: Span) -> str | None:
    """Whom a possessive before "spokesman" means."""
    if span.cut(cast.text).lower() not in ("his", "her", "their", "its"):
        return None
    said = [(m, r.key) for r in cast.records.values() for m in r.mentions if m.end <= span.start]
    low = {"his": "he", "her": "she", "its": "it"}.get(span.cut(cast.text).lower(), "they")
    named = [one for one in cast.antecedents(span) if not one.key.startswith("@")]
    key = cast.pronouns.meant(span, low, named, sorted(said), [], quoted=False)
    if key is not None and key not in cast.records:
        cast.from_register(key)
    return key


def _principal(cast: Company, record: Record) -> Span | None:
    phrases = list(record.titles)
    if record.bearer is None:
        phrases.append(record.named.span)
        phrases += record.mentions
    for phrase in phrases:
        for clause in clauses(cast.text, cast.words, phrase, cast.lexicon):
            marked = Clause(clause.words, cast.lexicon, common=cast.seen.common)
            if found := principal(marked, 0, len(marked)):
                return found
    return None
