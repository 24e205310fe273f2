"""Named elsewhere: sources without a name to whom the article gives one in another sentence, and its key.

By its own words ("who gave his name only as Yusuf"), by the one below who holds the office of a headline or an opening ("a judge …
Circuit Judge Ida Lund"), or by whom the next sentence brings in.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.called import called
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.record import Record, office, said_words
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.cast.roles import held
from hearsay.reader.clause import Clause
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, Spans, meets_any

OPENING = 3  # blocks: the headline and what follows it
BARE = 3  # words of "the former striker", which may say more of whoever was named
OPENS_LEAD = ("his", "her", "its", "their", "one")


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    tree: Tree
    lexicon: Lexicon
    register: Register
    blocks: Sequence[Span]
    records: dict[str, Record]


def named_elsewhere(
    cast: Company,
    quoted: Spans,
) -> Iterator[tuple[str, str]]:
    """The keys of sources without a name, with those of the names that the article gives them in other sentences.

    Args:
        cast: of the article.
        quoted: the quotations.
    """
    tree, register, records = cast.tree, cast.register, cast.records
    yield from called(tree, register, records, cast.lexicon)
    yield from named_below(cast.text, register, cast.blocks, records)
    yield from named_next(tree, register, cast.blocks, records, quoted)


def named_below(
    text: str,
    register: Register,
    blocks: Sequence[Span],
    records: Mapping[str, Record],
) -> Iterator[tuple[str, str]]:
    """Those whom an opening brings in without a name and the article names below, with the key of the name.

    Takes: "A judge on Thursday ordered … Circuit Judge Ida Lund said"; "His top aide says … Ida Lund, chief of staff, said".
    Leaves: "a judge", where two are named below.
    """
    headline = blocks[0] if blocks else None
    ahead = _ahead(blocks)
    for key, record in records.items():
        clause = record.named.clause
        if record.bearer is not None or record.hidden or record.named.many or clause is None:
            continue
        first = min([record.name, *record.mentions])
        above = headline is not None and headline.holds(first)
        opens = clause.low(0) in (*OPENS_LEAD, "a", "an") or record.named.head == 0 or above
        person = record.kind in (ActorKind.PERSON, ActorKind.UNNAMED)
        if first.start > ahead or not opens or not person or not clause.words:
            continue
        noun = office([clause.low(n) for n in range(record.named.head + 1)], clause.lexicon)
        wanted = said_words(record.named.name)
        if above:  # Pruett aide: whose is seldom said again
            wanted -= {clause.low(n) for n in range(len(clause)) if clause.capital(n)}
        people = [one for one in register.bearers if one.entity == PERSON]
        holders = [one for one in people if held(text, one, noun, wanted, clause.lexicon)]
        if len(holders) == 1 and holders[0].places[0].span.start > first.start:
            yield key, f"={holders[0].key}"


def named_next(
    tree: Tree,
    register: Register,
    blocks: Sequence[Span],
    records: Mapping[str, Record],
    quoted: Spans,
) -> Iterator[tuple[str, str]]:
    """Those of whom something is said, or an office, whom the next sentence brings in by a full name and nothing more.

    Takes: "The teacher who pulled nine out told a jury … Beth Okafor testified"; "The justice minister said no. Ida Lund called
    it blackmail." Leaves: a next sentence with two names, or one that was named before, or has an office of its own.
    """
    ahead = _ahead(blocks)
    for key, record in records.items():
        clause = record.named.clause
        single = record.kind in (ActorKind.PERSON, ActorKind.UNNAMED) and not record.named.many
        if record.bearer or record.hidden or clause is None or not single or not clause.words:
            continue
        for span in (record.name, *record.mentions, *_bare(tree, record, blocks)):
            over = tree.over(span)
            if not over or meets_any(span, quoted):
                continue
            said_of = any(tree.relation(n) == "acl" for n in over)
            lead = tree.lows[over[0]] not in ("a", "an") or span.end <= ahead
            office = lead and _is_office(clause, record.named.head)
            here = tree.words[over[0]].sentence
            bare = tree.lows[over[0]] == "the" and len(over) <= BARE
            if bare and not said_of and _named_before(tree, register, here):
                continue  # Craig Dunne disagreed. The striker said so. Ingrid Sol came.
            new = [one for one in register.bearers if _comes_next(tree, one, here)]
            new = [one for one in new if _opens(tree, one)] or new
            if (
                (said_of or office)
                and len(new) == 1
                and not new[0].titles
                and _agree(record, new[0])
            ):
                yield key, f"={new[0].key}"
                break


def _bare(tree: Tree, record: Record, blocks: Sequence[Span]) -> Iterator[Span]:
    """Where a description stands as a subject before it is a source: "| The mayor | is young. Ida Lund came home"."""
    for at in tree.places(record.named.noun):
        the = [n for n in tree.children(at, "det") if tree.lows[n] == "the" and n == at - 1]
        before = tree.words[at].span.before(record.name)
        inside = any(block.holds(tree.words[at].span) for block in blocks)
        if the and before and inside and tree.relation(at) == "nsubj" and len(tree.held[at]) == 1:
            yield tree.words[the[0]].span.hull(tree.words[at].span)


def _ahead(blocks: Sequence[Span], many: int = OPENING) -> int:
    """Where the opening ends."""
    return blocks[min(many, len(blocks)) - 1].end if blocks else 0


def _comes_next(tree: Tree, one: Bearer, here: int) -> bool:
    """Whether a person is brought in by his full name as the subject with which the next sentence begins, or its main one."""
    first = one.places[0]
    top = tree.top(list(tree.over(first.span)))
    if one.entity != PERSON or top is None or len(first.lows) == 1:
        return False
    subject = tree.relation(top) == "nsubj" and tree.relation(tree.words[top].head) in (
        "root",
        "ccomp",
    )
    return subject and tree.words[top].sentence - here == 1


def _named_before(tree: Tree, register: Register, here: int) -> bool:
    """Whether a sentence, or the one before it, names a person of whom a description in it may say more."""
    spans = (p.span for one in register.bearers if one.entity == PERSON for p in one.places)
    return any(here - tree.words[n].sentence in (0, 1) for span in spans for n in tree.over(span))


def _opens(tree: Tree, one: Bearer) -> bool:
    over = tree.over(one.places[0].span)
    at = over[0] if over else 0  # a name of the dateline stands in no tree
    return at > 0 and tree.words[at - 1].sentence != tree.words[at].sentence


def _is_office(clause: Clause, at: int) -> bool:
    low, lexicon = clause.low(at), clause.lexicon
    noun = lexicon.nouns.get(low)
    known = (noun is not None and noun.kind == "person") or lexicon.tells(low, "expert")
    return known and not lexicon.tells(low, "no_office") and not lexicon.tells(low, "spokes")


def _agree(record: Record, one: Bearer) -> bool:
    """Whether the noun of a description tells no other gender than a name."""
    lexicon = one.full.clause.lexicon
    told = "".join(g[0] for g in ("feminine", "masculine") if lexicon.tells(record.named.noun, g))
    return not told or one.taken_for in ("", told)
