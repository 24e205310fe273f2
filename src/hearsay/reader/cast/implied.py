"""Implied: the body for which "a spokeswoman" speaks of whom nothing else is said, as what was told before has it."""

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
from hearsay.reader.cast.so_called import is_outlet
from hearsay.reader.cast.voices import AIDES, DESKS, PRESS
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

ASIDE = 12  # words in which the name of a described body follows
JOINED = ("flat", "compound", "nmod:poss")
BODY_NOUN = "organisation"
REACH = 4  # blocks back in which a body can be the one for whom somebody speaks
CLOSE = 200  # characters back in which another party has just spoken
AS_SUBJECT = 1.5
OTHER = 2.0
OFTEN = 0.4
"""Weights of salience, chosen on our own development articles (`gold/actors/dev`)."""


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    tree: Tree
    blocks: Sequence[Span]
    lexicon: Lexicon
    seen: Seen
    register: Register
    records: dict[str, Record]

    def key_of(self, span: Span, *, definite: bool = False) -> str | None:
        """The key of the actor that a phrase names."""

    def known(self, span: Span) -> str | None:
        """The key of the actor that a phrase names; nothing is made."""


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


def implied(cast: Company, record: Record, told: Sequence[Statement]) -> str | None:
    """The key of the body for which a bare "a spokeswoman" speaks; None for every other source.

    It is the subject of what she says first or of that sentence ("The council regrets it, a spokeswoman said"), else
    the body named near before, a subject sooner than not, the one of which the article speaks most soonest; one
    that is a source itself right before is another party ("The union disputes that. A spokesman said …").

    Args:
        cast: the actors.
        record: of the source.
        told: the statements.
    """
    if (sent := _sent(cast, record)) is not None:
        return sent
    if _is_aide(cast, record):
        return _last_person(cast, record)
    if not _bare(cast, record):
        return None
    bodies = _bodies(cast)
    key = _told_of(cast, record, told, bodies) or _near(cast, record, told, bodies)
    if key is None or key in cast.records or key.startswith("="):
        return key
    span = next((body.span for body in bodies if body.key == key), None)
    return None if span is None else cast.key_of(span)


def _sent(cast: Company, record: Record) -> str | None:
    """Who spoke through a voice before it spoke itself: "Through a spokeswoman, Lund urged … The spokeswoman, Tess Moe, said"."""
    tree = cast.tree
    title = (record.titles or [record.name])[0].cut(cast.text).lower().split()
    first = min(record.mentions, default=record.name)
    for at in tree.places("through"):
        over = tree.words[at].head
        who = tree.subject(tree.words[over].head)
        before = tree.lows[over] == title[-1] and tree.words[over].span.before(first)
        one = [tree.lows[n] for n in tree.children(over, "det")] in (["a"], ["an"])
        span = tree.span(who) if who is not None and before and one else None
        if span is not None:
            return cast.key_of(span)
    return None


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
        if bearer and is_outlet(bearer):
            continue  # a spokeswoman told CNN
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


def _told_of(
    cast: Company, record: Record, told: Sequence[Statement], bodies: Sequence[Body]
) -> str | None:
    """The body that is the subject of what a source says first, or of that sentence."""
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
    return None


def _near(
    cast: Company, record: Record, told: Sequence[Statement], bodies: Sequence[Body]
) -> str | None:
    """The body named near before a source, which is no source itself right before it."""
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
