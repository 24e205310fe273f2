"""Principals: for whom a source speaks, found in its title or description, or in whoever was named before."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.behalf import OBJECTS, behalf
from hearsay.reader.cast.counsel import Counsel, is_client, opened_for
from hearsay.reader.cast.implied import THROUGH, Implied, one_of_them, with_the
from hearsay.reader.cast.kinds import PERSON, PLACE
from hearsay.reader.cast.names import names
from hearsay.reader.cast.pronouns import Antecedent, Pronouns
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.topics import Topics
from hearsay.reader.cast.voices import only_from, only_runs, principal, speaks
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.statement import Statement, outer_of
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, meets_any

OFFICES = ("president", "government", "pope", "parliament", "governor", "mayor")
"""Who is meant by "presidential", "governmental" … before a voice."""

POSSESSIVES = ("his", "her", "their", "its")
ITSELF = ("union",)
"""What speaks for those whose it is, and without a name is what they are called by: "the drivers' union"."""

AT_MOST = 7  # words between "through" and a name

MEANS = {"his": "he", "him": "he", "her": "she", "its": "it", "it": "it"}
FEW = 3  # words between a possessive and its noun


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    words: Words
    blocks: Sequence[Span]
    lexicon: Lexicon
    seen: Seen
    tree: Tree
    register: Register
    records: dict[str, Record]
    said: list[tuple[Span, str]]
    pronouns: Pronouns
    topics: Topics

    def key_of(self, span: Span, *, definite: bool = False) -> str | None:
        """The key of the actor that a phrase names."""

    def known(self, span: Span) -> str | None:
        """The key of the actor that a phrase names; nothing is made."""

    def antecedents(self, source: Span) -> Sequence[Antecedent]:
        """Who could be meant by a pronoun there."""

    def from_register(self, key: str) -> Record:
        """The record of a name."""

    def labelled(self, one: Statement) -> str | None:
        """The key of whoever's turn a statement stands in."""

    def take(self, own: str, key: str, found: dict[Span, str | None]) -> None:
        """Brings an actor to the name that the article gives it."""


def principals(
    cast: Company, told: Sequence[Statement], sources: Mapping[Span, str | None]
) -> None:
    """Finds for whom the actors speak; makes the principals actors too.

    Args:
        cast: the actors.
        told: the statements.
        sources: key of whoever each source phrase names.
    """
    implied, counsel = Implied(cast, told), Counsel(cast, told, sources)
    for record in list(cast.records.values()):
        key, span = _for_whom(cast, record, told, implied, counsel)
        if key is not None and key not in cast.records:
            cast.from_register(key)
        if key is not None and key != record.key and not _only_of(cast, record, span, key):
            record.principal = key


def _for_whom(
    cast: Company,
    record: Record,
    told: Sequence[Statement],
    implied: Implied,
    counsel: Counsel,
) -> tuple[str | None, Span | None]:
    """The key of the one for whom a source speaks, and the words that say so."""
    span = _principal(cast, record)
    if span is None or span.cut(cast.text).lower() in POSSESSIVES:
        span = behalf(cast, record, told) or opened_for(record) or span
        span = span or _of_whom(cast, record)
    key = None
    if span is not None:
        span = _without_name(cast, span)
        key = possessor(cast, span, record.key)
    key = key or _through(cast, record, told) or one_of_them(cast, record, told)
    key = key or implied.whose(record, span)
    if key is None and span is not None:
        key = cast.key_of(with_the(cast, span), definite=True)
    return key or counsel.of(record) or _of_office(cast, record), span


def clients(cast: Company, told: Sequence[Statement], sources: dict[Span, str | None]) -> None:
    """Brings "her client", in the words of a lawyer, to the one person for whom the lawyer speaks.

    Takes: "Ida Moe, for Tom Lund, said that | her client | wanted to go home": Lund. Leaves: "a client wanted to go home".

    Args:
        cast: the actors.
        told: the statements.
        sources: key of whoever each source phrase names, which is put right.
    """
    implied, counsel = Implied(cast, told), Counsel(cast, told, sources)
    for one in told:
        if one.source is None or not is_client(cast.tree, one.source):
            continue
        own = sources.get(one.source)
        around = (sources.get(other.source) for other in outer_of(one) if other.source)
        lawyer = cast.records.get(next((key for key in around if key), "") or "")
        if own not in cast.records or lawyer is None or own == lawyer.key:
            continue
        key, _ = _for_whom(cast, lawyer, told, implied, counsel)
        bearer = next((b for b in cast.register.bearers if f"={b.key}" == key), None)
        if key is not None and bearer is not None and bearer.entity == PERSON and own is not None:
            cast.records[own].titles, cast.records[own].standing = [], []  # no office either
            cast.take(own, key, sources)


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
    kind = other.bearer.entity if other.bearer else ""
    for clause in clauses(cast.text, cast.words, words, cast.lexicon):
        if only_from(clause) and kind == PLACE:
            return True
        person = other.kind in (ActorKind.PERSON, ActorKind.UNNAMED) and kind in ("", PERSON)
        if only_runs(clause) and not person:
            return True
    return False


def possessor(cast: Company, span: Span, but: str | None = None) -> str | None:
    """Whom a possessive before "spokesman" means."""
    if span.cut(cast.text).lower() not in (*POSSESSIVES, *OBJECTS):
        return None
    said = [(m, r.key) for r in cast.records.values() for m in r.mentions if m.end <= span.start]
    low = MEANS.get(span.cut(cast.text).lower(), "they")
    outside = not meets_any(span, cast.pronouns.quoted)
    named = [
        one
        for one in cast.antecedents(span)
        if not one.key.startswith("@")
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


def _says_which(cast: Company, span: Span) -> bool:
    """Whether a word before a voice only says which: "Orsovan | negotiators"."""
    at = cast.seen.at(span)
    word = cast.seen.words[at] if at is not None else None
    party = cast.lexicon.tells(span.cut(cast.text).lower(), "party")
    return word is not None and word.span == span and word.upos == "ADJ" and not party


def _of_whom(cast: Company, record: Record) -> Span | None:
    """To whom an office or a union belongs that speaks: "the governor's | office", "the actor's | estate"."""
    if record.bearer is None:
        clause, at = record.named.clause, record.named.head
    else:
        place = record.bearer.places[0]
        clause, at = place.clause, place.first - 1
        at -= clause.low(at) == "the"
        if clause.low(at) != ",":
            return None
        at -= 1
    if clause is None or at < 1 or not cast.lexicon.tells(clause.low(at), "voice_of"):
        return None
    if record.bearer is None and (clause.low(at) in ITSELF or clause.capital(at)):
        return None  # their union; the Attorney General's Office
    owner = at
    while owner > max(0, at - FEW) and clause.low(owner - 1) not in ("'s", "'", *POSSESSIVES):
        owner -= 1
    if record.bearer is not None and clause.low(owner - 2) in THROUGH:
        return None  # through his lawyers, Gustav Lund said
    if clause.low(owner - 1) in POSSESSIVES:
        return clause.span(owner - 1, owner)
    if owner < 2 or clause.low(owner - 1) not in ("'s", "'"):  # noqa: PLR2004 - a word and its mark
        return None
    marked = Clause(clause.words, cast.lexicon, common=cast.seen.common)
    runs = [run for run in names(marked) if run[1] == owner - 1]
    if runs:
        return clause.span(*runs[0])
    first = next((n for n in range(owner - 2, -1, -1) if clause.is_(n, "determiner")), None)
    return clause.span(first, owner - 1) if first is not None and first < owner - 2 else None


def _through(cast: Company, record: Record, told: Sequence[Statement]) -> str | None:
    """Whose words are passed on by a name: "the dealers, through their president, | Hal Storey |, called for a register"."""
    for place in record.bearer.places if record.bearer else ():
        clause = place.clause
        at = next(
            (
                n
                for n in range(max(0, place.first - AT_MOST), place.first)
                if clause.low(n) in THROUGH
            ),
            None,
        )
        between_ = range(at + 1, place.first) if at is not None else range(0)
        if at is None or any(clause.cue(n) or clause.is_(n, "auxiliary") for n in between_):
            continue
        if not (clause.is_(at + 1, "determiner") or clause.low(at + 1) in POSSESSIVES):
            continue
        here = clause.words[0].span.hull(clause.words[-1].span)
        for one in told:
            if one.source and one.cue and here.holds(one.cue) and here.holds(one.source):
                return cast.known(one.source)
    return None


def _owner(cast: Company, title: Span) -> Span | None:
    """The possessive right before a title: "Rosa Vane's | campaign manager", "her | press secretary"."""
    block = next((b for b in cast.blocks if b.holds(title)), title)
    for clause in clauses(cast.text, cast.words, block, cast.lexicon):
        at = next((n for n, w in enumerate(clause.words) if w.span.start == title.start), None)
        if not at:
            continue
        marked = Clause(clause.words, cast.lexicon, common=cast.seen.common)
        if clause.low(at - 1) in POSSESSIVES:
            return clause.span(at - 1, at)
        if clause.low(at - 1) not in ("'s", "'"):
            continue
        runs = [run for run in names(marked) if run[1] == at - 1]
        if runs:
            return clause.span(*runs[0])
        first = next((n for n in range(at - 2, -1, -1) if clause.is_(n, "determiner")), None)
        if first is None and at == 2 and clause.low(0).endswith("s"):  # noqa: PLR2004 - a name and its mark
            return clause.span(0, 1)  # Weavers' | lawyer Ida Lund
        return clause.span(first, at - 1) if first is not None and first < at - 1 else None
    return None
