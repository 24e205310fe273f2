"""Principals: for whom a source speaks, found in its title or description, or in whoever was named before."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.behalf import behalf
from hearsay.reader.cast.kinds import BODY, PERSON, PLACE
from hearsay.reader.cast.names import names
from hearsay.reader.cast.pronouns import Antecedent, Pronouns, phrase
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.voices import DESKS, PRESS, only_from, only_runs, principal, speaks
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.statement import Statement
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, meets_any

POSSESSIVES = ("his", "her", "their", "its")
THROUGH = ("through", "via")
ITSELF = ("union",)
"""What speaks for those whose it is, and without a name is what they are called by: "the drivers' union"."""

AT_MOST = 7  # words between "through" and a name
ASIDE = 12  # words in which the name of a described body follows
JOINED = ("flat", "compound", "nmod:poss")
BODY_NOUN = "organisation"

FEW = 3  # words between a possessive and its noun
REACH = 4  # blocks back in which a body can be the one for whom somebody speaks
CLOSE = 200  # characters back in which another party has just spoken
AS_SUBJECT = 1.5
OTHER = 2.0
OFTEN = 0.4
"""Weights of salience, chosen on our own development articles (`gold/actors/dev`)."""


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    words: Words
    blocks: Sequence[Span]
    lexicon: Lexicon
    seen: Seen
    register: Register
    records: dict[str, Record]
    pronouns: Pronouns

    def key_of(self, span: Span, *, definite: bool = False) -> str | None:
        """The key of the actor that a phrase names."""

    def known(self, span: Span) -> str | None:
        """The key of the actor that a phrase names; nothing is made."""

    def antecedents(self, source: Span) -> Sequence[Antecedent]:
        """Who could be meant by a pronoun there."""

    def from_register(self, key: str) -> Record:
        """The record of a name."""


def principals(cast: Company, told: Sequence[Statement]) -> None:
    """Finds for whom the actors speak; makes the principals actors too."""
    bodies: list[Body] | None = None
    for record in list(cast.records.values()):
        span = _principal(cast, record) or behalf(cast, record, told) or _of_whom(cast, record)
        key = None
        if span is not None:
            key = possessor(cast, span, record.key) or cast.key_of(
                _with_the(cast, span), definite=True
            )
        key = key or _through(cast, record, told)
        if span is None and _bare(cast, record):
            bodies = _bodies(cast) if bodies is None else bodies
            key = _implied(cast, record, told, bodies)
            if key is not None and key not in cast.records:
                cast.key_of(next(body.span for body in bodies if body.key == key))
        if key is not None and key != record.key and not _only_of(cast, record, span, key):
            record.principal = key


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


def _with_the(cast: Company, span: Span) -> Span:
    """Some words with the article before them: "the | mayor |'s secretary"."""
    at = cast.seen.at(span)
    before = cast.seen.words[at - 1].span if at else None
    the = before is not None and before.cut(cast.text).lower() == "the"
    return before.hull(span) if before and the and before.end < span.start else span


def _bare(cast: Company, record: Record) -> bool:
    """Whether a source is a voice of which nothing says whose: "a spokeswoman"."""
    if record.bearer is not None:
        own = [title.cut(cast.text) for title in record.titles]
        titles = [one.lower() for one in own if not one.startswith("Rep")]  # Representative Lund
        plain = [title.removeprefix("the ").split() for title in titles]
        return any(
            cast.lexicon.tells(words[-1], "speaker") if len(words) == 1 else _of_press(words)
            for words in plain
        )
    clause = record.named.clause
    if clause is None or len(clause) > 2:  # noqa: PLR2004 - an article and a noun
        return False
    return cast.lexicon.tells(record.named.noun, "speaker")


def _of_press(words: Sequence[str]) -> bool:
    """Whether all of a title is that of one who speaks to the press: "press secretary", "communications director"."""
    return len(words) == 2 and words[0] in PRESS and words[1] in (*DESKS, "secretary")  # noqa: PLR2004 - two words


class Body(msgspec.Struct, frozen=True):
    """A place where a body is named or described.

    Attributes:
        span: its words.
        key: of the actor.
        subject: it is the subject of its clause.
        sentence, block: in which it stands.
    """

    span: Span
    key: str
    subject: bool
    sentence: int
    block: int


def _bodies(cast: Company) -> list[Body]:
    """Every place where a body is named or described, in order."""
    words = cast.seen.words
    out = []
    for at, word in enumerate(words):
        if word.relation in JOINED or word.upos not in ("NOUN", "PROPN"):
            continue
        if any(w.head == at and w.relation == "appos" for w in words[at + 1 : at + ASIDE]):
            continue  # "their union, the Dockers' Guild": the name that follows is it
        span = phrase(at, cast.seen, words[-1].span.end)
        bearer = None if span is None else _named_there(cast, word.span)
        noun = cast.lexicon.nouns.get(word.span.cut(cast.text).lower())
        if span is None or not (
            bearer.entity == BODY if bearer else noun and noun.kind == BODY_NOUN
        ):
            continue
        key = f"={bearer.key}" if bearer else cast.known(span)
        if key is not None:
            block = sum(start.start <= span.start for start in cast.blocks)
            subject = word.relation.startswith("nsubj")
            out.append(Body(span, key, subject, word.sentence, block))
    return out


def _named_there(cast: Company, word: Span) -> Bearer | None:
    return next((one for place, one in cast.register.at.items() if place.holds(word)), None)


def _implied(
    cast: Company, record: Record, told: Sequence[Statement], bodies: Sequence[Body]
) -> str | None:
    """The body for which a bare "a spokeswoman" speaks.

    It is the subject of what she says or of her sentence ("The council regrets it, a spokeswoman said"), else
    the body named near before, a subject sooner than not, the one of which the article speaks most soonest; one
    that is a source itself right before is another party ("The union disputes that. A spokesman said …").
    """
    own = [one for one in told if one.source and _meets(one.source, record.mentions)]
    for one in own:
        at = cast.seen.at(one.cue or one.content[0])
        here = cast.seen.words[at].sentence if at is not None else -1
        told_of = [
            body
            for body in bodies
            if body.subject
            and (body.sentence == here or any(part.holds(body.span) for part in one.content))
        ]
        if told_of:
            return told_of[0].key
    named = record.mentions[0] if record.mentions else record.name
    start = named.start
    here_block = sum(block.start <= start for block in cast.blocks)
    speaking = {
        key
        for one in told
        if one.source
        and one.source.before(named)
        and one.source.hull(named).length < CLOSE
        and (key := cast.known(one.source)) is not None
    }
    best: dict[str, float] = {}
    for body in bodies:
        if body.span.end > start or here_block - body.block > REACH:
            continue
        score = (
            body.subject * AS_SUBJECT - (here_block - body.block) - OTHER * (body.key in speaking)
        )
        best[body.key] = max(best.get(body.key, -REACH), score)
    many = Counter(body.key for body in bodies)
    return max(best, key=lambda key: (best[key] + OFTEN * min(many[key], 5), key), default=None)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span.meets(other) for other in others)


def possessor(cast: Company, span: Span, but: str | None = None) -> str | None:
    """Whom a possessive before "spokesman" means."""
    if span.cut(cast.text).lower() not in POSSESSIVES:
        return None
    said = [(m, r.key) for r in cast.records.values() for m in r.mentions if m.end <= span.start]
    low = {"his": "he", "her": "she", "its": "it"}.get(span.cut(cast.text).lower(), "they")
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
    return word is not None and word.span == span and word.upos == "ADJ"


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
    if record.bearer is None and clause.low(at) in ITSELF:
        return None
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
        return clause.span(first, at - 1) if first is not None and first < at - 1 else None
    return None
