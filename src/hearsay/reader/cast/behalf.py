"""Behalf: those who say beside a name for whom its bearer speaks: "on behalf of the drivers", "Ada Holm, for the defence"."""

from collections.abc import Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.names import SUFFIXES
from hearsay.reader.cast.pronouns import Pronouns
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.voices import ACTS, is_party
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.statement import Statement
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, joined, meets_any

SPEAKS = ("speaks", "speak", "speaking", "spoke")
OWNERS = ("his", "her", "their", "its")
OBJECTS = ("him", "her", "them", "it")
REPRESENTS = ("represent", "represents", "represented", "representing")
REPRESENTS_NOW = ("represents", "represented", "defends")
ACTS_FOR = (
    "acts",
    "acted",
    "appears",
    "appeared",
    "negotiates",
    "negotiated",
    "bargains",
    "lobbies",
)
"""What somebody does "for" the one for whom he speaks."""

ENDS = (",", ".", ":", ";", "”", "—", "–")
NEAR = 1000  # characters around a source in which the one for whom he speaks is named
LONGEST = 8  # words of an aside that names a party


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    words: Words
    blocks: Sequence[Span]
    lexicon: Lexicon
    seen: Seen
    pronouns: Pronouns


def behalf(cast: Company, record: Record, told: Sequence[Statement]) -> Span | None:
    """The principal beside a source in its sentence, whatever its title is.

    Takes: "speaking on behalf of the drivers", "who speaks for the port", "On behalf of the drivers, Lund handed over a
    letter", "Ada Holm, for the Crown, said". Leaves: "He spoke for an hour", "Lund, for years a critic, said".
    """
    found = _spoken(cast, record, told) or _opening(cast, record) or for_party(cast, record)
    return found or _told_before(cast, record) or _represented(cast, record)


def _represented(cast: Company, record: Record) -> Span | None:
    """Whom the article says that somebody represents: "The players' union will represent | Marsh |"; not "She represents Moss"."""
    tree = cast.seen.tree(cast.text)
    for place in record.bearer.places if record.bearer else ():
        top = tree.top(list(tree.over(place.span)))
        verb = tree.words[top].head if top is not None else None
        if top is None or verb is None or tree.relation(top) != "nsubj":
            continue
        whom = tree.child(verb, "obj") if tree.lows[verb] in REPRESENTS else None
        someone = ("person",) if record.kind is ActorKind.PERSON else ("person", "organization")
        if whom is None or tree.words[whom].entity not in someone:
            continue
        span = tree.span(whom, tree.children(whom, "acl", "appos"))
        if span is not None and not _of_voters(record, place.clause, place.stop):
            return span
    return None


def _told_before(cast: Company, record: Record) -> Span | None:
    """For whom another sentence says that somebody speaks: "Lund said no. | She | was speaking on behalf of forty traders"."""
    for place in cast.pronouns.also.get(record.key, ()):
        block = next((b for b in cast.blocks if b.holds(place)), place)
        near = place.widened(NEAR, block)
        if "behalf" not in near.cut(cast.text).lower():
            continue
        for clause in clauses(cast.text, cast.words, near, cast.lexicon):
            here = next((n for n, w in enumerate(clause.words) if w.span == place), None)
            for at in range(here or 0, len(clause)):
                of = clause.low(at) == "of" and clause.low(at - 1) == "behalf"
                if here is not None and of:
                    return (
                        clause.span(at + 1, stop)
                        if (stop := phrase_stop(clause, at + 1)) > at + 1
                        else None
                    )
    return None


def for_party(cast: Company, record: Record) -> Span | None:
    """The party to a case for whom an aside says that somebody appears: "Ada Holm, for | the Crown |, said", "for | Mr Moe |,"."""
    for place in record.bearer.places if record.bearer else ():
        clause, at = place.clause, place.stop
        at += clause.low(at) in SUFFIXES
        does = clause.low(at + 1)
        if clause.low(at) != "," or does not in ("for", *ACTS, "who"):
            continue
        at += does == "who" or (does in ACTS and clause.low(at + 2) == "for")
        acts = does == "who" and clause.low(at + 1) in ACTS_FOR and clause.low(at + 2) == "for"
        if acts and _him(clause, at + 3):
            return clause.span(at + 3, at + 4)
        at += acts
        if does == "who" and not acts and clause.low(at + 1) not in REPRESENTS_NOW:
            continue
        stop = phrase_stop(clause, at + 2)
        ends = clause.low(stop) in (",", "") or stop == len(clause)
        party = any(is_party(clause, n) for n in range(at + 2, stop))
        someone = _someone(clause, at + 2) and not _of_voters(record, clause, at + 2)
        named = someone and (does != "for" or _is_person(cast, clause.span(at + 2, stop)))
        if ends and stop - at < LONGEST and (party or named) and stop > at + 2:
            return clause.span(at + 2, stop)
    return None


def _is_person(cast: Company, span: Span) -> bool:
    """Whether some words name a person: "for | Mr Moe |"; not "for | Easter |"."""
    at = cast.seen.at(span)
    over = (word for word in cast.seen.words[at:] if at is not None and span.holds(word.span))
    return at is not None and any(w.upos == "PROPN" and w.entity == "person" for w in over)


def _of_voters(record: Record, clause: Clause, at: int) -> bool:
    """Whether somebody represents those who chose him, and is no lawyer: "Reid, who represents | Nevada"."""
    titles = [clause.low(n).rstrip(".") for n in range(len(clause))]
    chosen = any(clause.lexicon.tells(low, "chosen") for low in titles)
    return chosen or (
        record.bearer is not None and len(record.bearer.titles) > 0 and clause.capital(at)
    )


def _opening(cast: Company, record: Record) -> Span | None:
    """Whom a sentence opens with before a name: "On behalf of | the drivers |, Lund handed over a letter", "For | the home |, Lund said"."""
    for place in record.bearer.places if record.bearer else ():
        clause = place.clause
        for at in range(place.first):
            of = clause.low(at) == "of" and clause.low(at - 1) == "behalf"
            opens = at == 0 and clause.low(0) == "for" and _says(clause, _past(clause, place.stop))
            if not of and not opens:
                continue
            stop = phrase_stop(clause, at + 1)
            party = of or any(_appears(cast, clause, n) for n in range(at + 1, stop))
            party = party and clause.low(stop - 1) != "part"  # for its part
            right_before = place.first - stop - 1 <= _titled(clause, stop + 1, place.first)
            if clause.low(stop) == "," and right_before and party and _someone(clause, at + 1):
                return clause.span(at + 1, stop)
    return None


def _says(clause: Clause, at: int) -> bool:
    """Whether a verb of saying begins at a word: "| said", "| had argued"."""
    while clause.is_(at, "auxiliary"):
        at += 1
    return clause.cue(at) is not None


def _appears(cast: Company, clause: Clause, at: int) -> bool:
    """Whether a word names who can be appeared for: a party, a body, somebody, a house: "the home"; not "the moment"."""
    found = cast.seen.at(clause.words[at].span)
    entity = cast.seen.words[found].entity if found is not None else ""
    return is_party(clause, at) or entity in ("organization", "person", "place")


def _titled(clause: Clause, first: int, stop: int) -> int:
    """How many words before a name are its title: "the Dutch ambassador, | Piet Vos", "Mr | Eoin Tracey"."""
    plain = (clause.words[n].wordy or clause.low(n) == "," for n in range(first, stop))
    return stop - first if all(plain) and stop - first <= LONGEST else 0


def _past(clause: Clause, stop: int) -> int:
    """The word after a name, and the letters after it: "Tracey SC | said"."""
    return stop + (clause.low(stop) in SUFFIXES)


def _spoken(cast: Company, record: Record, told: Sequence[Statement]) -> Span | None:
    mentions = joined(record.mentions)
    for one in told:
        if one.source is None or not meets_any(one.source, mentions):
            continue
        block = next((b for b in cast.blocks if b.holds(one.source)), one.source)
        near = one.source.widened(NEAR, block)
        low = near.cut(cast.text).lower()
        if "behalf" not in low and not any(verb in low for verb in SPEAKS):
            continue
        for clause in clauses(cast.text, cast.words, near, cast.lexicon):
            if not any(word.span.meets(one.source) for word in clause.words):
                continue
            for at in range(len(clause)):
                if clause.low(at) == "behalf" and clause.low(at - 1) in OWNERS:
                    return clause.span(at - 1, at)
                inside = any(clause.words[at].span.meets(part) for part in one.content)
                does = one.content[0].cut(cast.text).startswith("to ")
                others = _another_does(clause, at, one.source)
                if _for_whom(clause, at) and (does or not inside) and not others:
                    stop = at + 2 if _him(clause, at + 1) else phrase_stop(clause, at + 1)
                    if stop > at + 1:
                        return clause.span(at + 1, stop)
    return None


def _another_does(clause: Clause, at: int, source: Span) -> bool:
    """Whether "who" goes back to another than the source: "until now nobody has written | who speaks for | Lund"."""
    who = next((n for n in range(at - 1, max(-1, at - 4), -1) if clause.low(n) == "who"), None)
    if who is None:
        return False
    before = who - 1
    while before >= 0 and not clause.words[before].wordy:
        before -= 1
    return before >= 0 and not clause.words[before].span.meets(source)


def _for_whom(clause: Clause, at: int) -> bool:
    """Whether the principal comes right after this word."""
    of = clause.low(at) == "of" and clause.low(at - 1) == "behalf"
    up = clause.low(at - 1) in ("up", "out")
    speaks = clause.low(at) == "for" and clause.low(at - 1 - up) in SPEAKS
    measure = clause.low(at + 1) in ("a", "an") or clause.low(at + 1).isdigit()
    return (
        (of or speaks)
        and (_him(clause, at + 1) or _someone(clause, at + 1))
        and not (speaks and measure)
    )


def _him(clause: Clause, at: int) -> bool:
    """Whether a word is a pronoun that ends its clause: "spoke for | him |:", but not "for her government"."""
    return clause.low(at) in OBJECTS and clause.low(at + 1) in (*ENDS, "")


def _someone(clause: Clause, at: int) -> bool:
    """Whether a phrase may name somebody: "the drivers", "Lund", "fishermen,"."""
    someone = clause.is_(at, "determiner") or clause.capital(at)
    return someone or (clause.low(at).endswith("s") and clause.low(at + 1) in (",", ""))


def phrase_stop(clause: Clause, at: int) -> int:
    """Where a phrase ends that begins at a word."""
    while at < len(clause) and _in_phrase(clause, at):
        at += 1
    return at


def _in_phrase(clause: Clause, at: int) -> bool:
    over = clause.is_(at, "preposition", "relative", "auxiliary", "subordinator")
    joins = clause.low(at) in ("of", "for", "'s", "'")
    return joins or (clause.words[at].wordy and not over)
