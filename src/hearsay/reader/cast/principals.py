"""Principals: for whom a source speaks, found in its title or description, or in whoever was named before."""

from collections.abc import Sequence
from typing import Protocol

from hearsay.language.words import Words
from hearsay.reader.cast.antecedents import Antecedent
from hearsay.reader.cast.behalf import behalf
from hearsay.reader.cast.implied import Company as Voices
from hearsay.reader.cast.implied import implied, with_the
from hearsay.reader.cast.kinds import PERSON, PLACE
from hearsay.reader.cast.pronouns import Pronouns
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.voices import only_from, only_runs, principal, speaks
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.statement import Statement
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, meets_any

OFFICES = ("president", "government", "pope", "parliament", "governor", "mayor")
"""Who is meant by "presidential", "governmental" … before a voice."""

SOMEBODY = ("him", "her", "them", "it", "he", "she", "they")
POSSESSIVES = ("his", "her", "their", "its")
MEANS = {"his": "he", "him": "he", "he": "he", "her": "she", "she": "she", "its": "it", "it": "it"}


class Company(Voices, Protocol):
    """What of a cast is needed here."""

    words: Words
    pronouns: Pronouns

    def antecedents(self, source: Span) -> Sequence[Antecedent]:
        """Who could be meant by a pronoun there."""

    def from_register(self, key: str) -> Record:
        """The record of a name."""


def principals(cast: Company, told: Sequence[Statement]) -> None:
    """Finds for whom the actors speak; makes the principals actors too."""
    for record in list(cast.records.values()):
        known = {*cast.records}
        key, span = _for_whom(cast, record, told)
        if key is None or key == record.key:
            continue
        if key not in cast.records:
            cast.from_register(key)
        if not _only_of(cast, record, span, key):
            record.principal = key
        elif key not in known:
            del cast.records[key]


def _for_whom(
    cast: Company, record: Record, told: Sequence[Statement]
) -> tuple[str | None, Span | None]:
    """The key of the one for whom a source speaks, and the words that say so."""
    span = _principal(cast, record)
    if span is None or span.cut(cast.text).lower() in POSSESSIVES:
        span = (
            behalf(cast.tree, cast.lexicon, record, cast.pronouns.also.get(record.key, ()))
            or span
            or _whose_voice(cast, record)
        )
    if span is None:
        return implied(cast, record, told) or _of_office(cast, record), None
    span = _without_name(cast, span)
    key = possessor(cast, span, record.key)
    return key or cast.key_of(with_the(cast, span), definite=True), span


def _of_office(cast: Company, record: Record) -> str | None:
    """The key of the one in whose office a voice is, as an adjective tells: "| presidential | spokesman Ida Lund", of the president."""
    told = [cast.tree.lows[n] for span in record.titles for n in cast.tree.over(span)]
    if not any(cast.lexicon.tells(low, "spokes") for low in told):
        return None
    nouns = [noun for noun in OFFICES for low in told if cast.lexicon.tells(low, f"office:{noun}")]
    for other in cast.records.values():
        titles = {cast.tree.lows[n] for span in other.titles for n in cast.tree.over(span)}
        noun = other.named.noun if other.bearer is None else ""
        if other is not record and nouns and ({noun, *titles} & {*nouns}):
            return other.key
    return None


def _without_name(cast: Company, span: Span) -> Span:
    """A principal's words up to the name of the one who speaks: "the plaintiffs | Rodrigo Infante"."""
    name = next((at for at in cast.register.at if at.end == span.end and span.holds(at)), None)
    at = cast.seen.at(name) if name is not None and name.start > span.start else None
    noun = cast.seen.words[at - 1] if at else None
    several = noun is not None and noun.upos == "NOUN" and noun.span.cut(cast.text).endswith("s")
    return Span(span.start, noun.span.end) if noun and several else span


def _only_of(cast: Company, record: Record, span: Span | None, key: str) -> bool:
    """Whether somebody is only from where his title says, or runs it: "a Florida delegate", "the arena's manager".

    Leaves: "Lund's manager", "the campaign manager", "delegates of the teachers' union".
    """
    words = next((w for w in (*record.titles, record.named.span) if span and w.holds(span)), None)
    words = words or (record.titles[0] if record.titles else record.named.span)
    other = cast.records.get(key)
    if span is None or other is None:
        return False
    place = other.bearer is not None and other.bearer.entity == PLACE
    person = other.kind in (ActorKind.PERSON, ActorKind.UNNAMED)
    person = person and (other.bearer is None or other.bearer.person)
    parts = clauses(cast.text, cast.words, words, cast.lexicon)
    return any((only_from(one) and place) or (only_runs(one) and not person) for one in parts)


def possessor(cast: Company, span: Span, but: str | None = None) -> str | None:
    """Whom a possessive before "spokesman" means."""
    if span.cut(cast.text).lower() not in (*POSSESSIVES, *SOMEBODY):
        return None
    said = [(m, r.key) for r in cast.records.values() for m in r.mentions if m.end <= span.start]
    low = MEANS.get(span.cut(cast.text).lower(), "they")
    outside = not meets_any(span, cast.pronouns.quoted)
    named = [
        one
        for one in cast.antecedents(span)
        if one.key[0] not in "@&"
        and one.key != but
        and one.entity != "thing"
        and not (outside and all(meets_any(head, cast.pronouns.quoted) for head in one.heads))
    ]
    key = cast.pronouns.meant(span, low, named, sorted(said), [])
    if key is not None and key not in cast.records:
        cast.from_register(key)
    return key


def _principal(cast: Company, record: Record) -> Span | None:
    """The principal that a source's title or description names, or the possessive before it."""
    phrases = list(record.titles)
    if record.bearer is None:
        phrases.append(record.named.span)
        phrases += record.mentions
    for words in phrases:
        for clause in clauses(cast.text, cast.words, words, cast.lexicon):
            marked = Clause(clause.words, cast.lexicon, common=cast.seen.common)
            found = principal(marked, 0, len(marked))
            follows = (
                found is not None
                and found.start > words.start
                and "for" in (marked.low(n) for n in range(len(marked)))
            )
            spokes = any(speaks(marked, n) for n in range(len(marked)))
            if spokes and not follows:  # their Treasury spokeswoman is theirs
                found = _owner(cast, words) or found
            if found is not None and not _says_which(cast, found):
                return found
    return None


def _whose_voice(cast: Company, record: Record) -> Span | None:
    """Whose an office, a campaign or a union is that speaks: "| the governor |'s office", "the | Lund | campaign", "| their | union, the Dockers' Guild"."""
    tree, named = cast.tree, record.bearer is not None
    at = tree.top(
        [*tree.over(record.bearer.places[0].span if record.bearer else record.named.head_span)]
    )
    if named and at is not None:
        at = tree.words[at].head if tree.relation(at) == "appos" else None
    if at is None or tree.words[at].upos not in ("NOUN", "PROPN"):
        return None
    within = (tree.words[n].span for n in tree.children(at, "case"))
    if not named and any(record.named.span.holds(one) for one in within):
        return None  # an official in the prosecutor's office
    voice = cast.lexicon.tells(tree.lows[at], "voice_of") or (named and tree.lows[at] == "union")
    whose = tree.child(at, "nmod:poss") if voice else None
    if voice and whose is None and not named:
        led = (tree.words[n].span for n in tree.children(at, "compound"))
        return next((span for span in led if _is_persons(cast, span)), None)
    return None if whose is None else tree.span(whose, tree.children(whose, "case"))


def _is_persons(cast: Company, word: Span) -> bool:
    """Whether a word is a person's name."""
    bearer = cast.register.at.get(word)
    return bearer is not None and bearer.entity == PERSON


def _says_which(cast: Company, span: Span) -> bool:
    """Whether a word before a voice only says which: "Orsovan | negotiators"."""
    at = cast.seen.at(span)
    word = cast.seen.words[at] if at is not None else None
    party = cast.lexicon.tells(span.cut(cast.text).lower(), "party")
    return word is not None and word.span == span and word.upos == "ADJ" and not party


def _owner(cast: Company, title: Span) -> Span | None:
    """The possessive right before a title: "Rosa Vane's | campaign manager", "her | press secretary"."""
    tree = cast.tree
    mark = next(iter(tree.over(title)), 0) - 1
    if mark < 0:
        return None
    if tree.lows[mark] in POSSESSIVES:
        return tree.words[mark].span
    owner = min(tree.words[mark].head, mark - 1)
    owns = tree.lows[mark] in ("'s", "'") and owner >= 0
    return tree.span(owner, tree.children(owner, "case")) if owns else None
