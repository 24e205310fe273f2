"""Implied: for whom somebody speaks where nothing beside him says it, as what was told before has it.

"A spokeswoman" is that of the body of which the article speaks, or of whoever spoke "through a spokeswoman"; "the body" is one
that was named before; "one of them" speaks for whom all of them do.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import BODY
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.cast.relatives import phrase
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.voices import AIDES, DESKS, PRESS
from hearsay.reader.statement import Statement
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

THROUGH = ("through", "via")
FORCE, POLICE = "force", ("police", "constabulary", "garda", "rcmp")
"""A force that speaks is that of the police: "a force spokesman"."""
ASIDE = 12  # words in which the name of a described body follows
JOINED = ("flat", "compound", "nmod:poss")
BODY_NOUN = "organisation"
REACH = 4  # blocks back in which a body can be the one for whom somebody speaks
CLOSE = 200  # characters back in which another party has just spoken
AS_SUBJECT = 1.5
OTHER = 2.0
OFTEN = 0.4
"""Weights of salience, chosen on our own development articles (`gold/actors/dev`)."""

ONE_OF_THEM = ("one", "of", "them", ",")


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    blocks: Sequence[Span]
    lexicon: Lexicon
    seen: Seen
    register: Register
    records: dict[str, Record]
    said: list[tuple[Span, str]]

    def key_of(self, span: Span, *, definite: bool = False) -> str | None:
        """The key of the actor that a phrase names."""

    def known(self, span: Span) -> str | None:
        """The key of the actor that a phrase names; nothing is made."""

    def from_register(self, key: str) -> Record:
        """The record of a name."""


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


class Implied:
    """Asks what was told before."""

    def __init__(self, cast: Company, told: Sequence[Statement]) -> None:
        """Makes ready."""
        self.cast, self.told = cast, told
        self._held: list[Body] | None = None

    @property
    def bodies(self) -> list[Body]:
        """Every place where a body is named or described, in order."""
        if self._held is None:
            self._held = _bodies(self.cast)
        return self._held

    def whose(self, record: Record, span: Span | None) -> str | None:
        """The key of the one for whom a source speaks of which only "a spokeswoman" or "for the body" is said.

        Args:
            record: of the source.
            span: what is said of the principal, None where nothing is.
        """
        key = None
        if span is not None and span.cut(self.cast.text).lower() == FORCE:
            police = [one for one in self.bodies if _is_police(self.cast, one.span)]
            key = _salient(self.cast, police, span, frozenset())
        elif span is not None and _only_called(self.cast, span):
            key = _named_before(self.cast, self.bodies, span)
        elif span is None and _bare(self.cast, record):
            key = _sent(self.cast, record, self.told)
            key = key or _implied(self.cast, record, self.told, self.bodies)
        elif span is None and _is_aide(self.cast, record):
            key = _sent(self.cast, record, self.told) or _last_person(self.cast, record)
        if key is not None and key not in self.cast.records:
            return self._made(key)
        return key

    def _made(self, key: str) -> str | None:
        """The key of one who is named or described, and no source so far; None where nothing of the kind is a body."""
        if key.startswith("="):
            return self.cast.from_register(key).key
        span = next((body.span for body in self.bodies if body.key == key), None)
        return None if span is None else self.cast.key_of(span)


def one_of_them(cast: Company, record: Record, told: Sequence[Statement]) -> str | None:
    """For whom the several spoke of whom a name is one: "Lawyers for the drivers … One of them, | Tom Moe |, said"."""
    for place in record.bearer.places if record.bearer else ():
        clause, at = place.clause, place.first
        before = tuple(clause.low(n) for n in range(at - len(ONE_OF_THEM), at))
        if at < len(ONE_OF_THEM) or before != ONE_OF_THEM:
            continue
        here = clause.words[at].span
        keys = [cast.known(one.source) for one in told if one.source and one.source.before(here)]
        known = [cast.records[key] for key in keys if key in cast.records]
        return next((one.principal for one in reversed(known) if one.named.many), None)
    return None


def _sent(cast: Company, record: Record, told: Sequence[Statement]) -> str | None:
    """Who spoke through a voice before it spoke itself: "Through a spokeswoman, Lund urged … The spokeswoman, Tess Moe, said"."""
    title = (record.titles or [record.name])[0].cut(cast.text).lower().split()
    noun = record.named.noun if record.bearer is None else title[-1]
    first = min(record.mentions, default=record.name)
    for one in told:
        if one.source is None or not one.source.before(first):
            continue
        block = next((b for b in cast.blocks if b.holds(one.source)), one.source)
        near = block.cut(cast.text).lower().replace(",", " ,").replace(".", " .").split()
        for at, way in enumerate(near):
            if (
                way in THROUGH
                and near[at + 1 : at + 2] in (["a"], ["an"])
                and noun in near[at + 2 : at + 4]
            ):
                return next((key for span, key in cast.said if span == one.source), None)
    return None


def _is_police(cast: Company, span: Span) -> bool:
    """Whether some words name a police force."""
    return any(word in POLICE for word in span.cut(cast.text).lower().split())


def _is_aide(cast: Company, record: Record) -> bool:
    """Whether all that is said of a source is that it is an aide: "an aide", "The aide, Kit Moe"."""
    if record.bearer is not None:
        return any(title.cut(cast.text).lower() in AIDES for title in record.titles)
    clause = record.named.clause
    return record.named.noun in AIDES and clause is not None and len(clause) <= 2  # noqa: PLR2004 - an article and a noun


def _last_person(cast: Company, record: Record) -> str | None:
    """The person who was a source last before an aide, in his paragraph."""
    named = min(record.mentions, default=record.name)
    block = next((b for b in cast.blocks if b.holds(named)), named)
    before = [
        (at, one.key)
        for one in cast.records.values()
        if one.bearer is not None and one.kind is ActorKind.PERSON
        for at in one.mentions
        if block.holds(at) and at.before(named)
    ]
    return max(before)[1] if before else None


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


def _is_general(cast: Company, span: Span) -> bool:
    """Whether some words only call somebody a body: "the agency"."""
    words = span.cut(cast.text).lower().split()
    return len(words) == 2 and words[0] == "the" and cast.lexicon.tells(words[1], "body_again")  # noqa: PLR2004 - article and noun


def _only_called(cast: Company, span: Span) -> bool:
    """Whether a principal is only called a body, and no name goes with that: "the | body", "the agency"."""
    whole = with_the(cast, span)
    return _is_general(cast, whole) and not (cast.known(whole) or "").startswith("=")


def _named_before(cast: Company, bodies: Sequence[Body], span: Span) -> str | None:
    """The body with a name that a general noun means: "the body"."""
    named = [body for body in bodies if body.key.startswith("=")]
    return _salient(cast, named, span, frozenset())


def _implied(
    cast: Company,
    record: Record,
    told: Sequence[Statement],
    bodies: Sequence[Body],
) -> str | None:
    """The body for which a bare "a spokeswoman" speaks.

    It is the subject of what she says first or of that sentence ("The council regrets it, a spokeswoman said"), else
    the body named near before, a subject sooner than not, the one of which the article speaks most soonest; one
    that is a source itself right before is another party ("The union disputes that. A spokesman said …").
    """
    own = [one for one in told if one.source and _meets(one.source, record.mentions)]
    for one in own[:1]:
        at = cast.seen.at(one.cue or one.content[0])
        here = cast.seen.words[at].sentence if at is not None else -1
        told_of = [
            body
            for body in bodies
            if body.subject
            and not _is_general(cast, body.span)
            and (body.sentence == here or any(part.holds(body.span) for part in one.content))
        ]
        if told_of:
            return told_of[0].key
    named = record.mentions[0] if record.mentions else record.name
    speaking = {
        key
        for one in told
        if one.source
        and one.source.before(named)
        and one.source.hull(named).length < CLOSE
        and (key := cast.known(one.source)) is not None
    }
    return _salient(cast, bodies, named, speaking)


def _salient(
    cast: Company, bodies: Sequence[Body], here: Span, others: Collection[str]
) -> str | None:
    """The body named near before some words, a subject sooner than not, one of which the article speaks most soonest.

    Args:
        cast: the actors.
        bodies: where they are named.
        here: the words.
        others: keys of those who are another party.
    """
    here_block = sum(block.start <= here.start for block in cast.blocks)
    best: dict[str, float] = {}
    for body in bodies:
        if not body.span.before(here) or here_block - body.block > REACH:
            continue
        score = body.subject * AS_SUBJECT - (here_block - body.block) - OTHER * (body.key in others)
        best[body.key] = max(best.get(body.key, -REACH), score)
    many = Counter(body.key for body in bodies)
    return max(best, key=lambda key: (best[key] + OFTEN * min(many[key], 5), key), default=None)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span.meets(other) for other in others)


def with_the(cast: Company, span: Span) -> Span:
    """Some words with the article before them: "the | mayor |'s secretary"."""
    at = cast.seen.at(span)
    before = cast.seen.words[at - 1].span if at else None
    the = before is not None and before.cut(cast.text).lower() == "the"
    return before.hull(span) if before and the and before.end < span.start else span
