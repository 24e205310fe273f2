"""Descriptions: what the words of a source without a name say of it: what it is, whether it is many, or kept unnamed."""

import msgspec

from hearsay.language.lexicon import Noun
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

NO_PART = ("linking", "preposition", "relative", "subordinator", "auxiliary")
ALL = ("everybody", "everyone", "nobody", "anybody", "anyone", "people")
"""Words for all or none of many."""

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "many")

POSSESSIVE = ("'s", "'")
SPEAKING = ("person", "organization", "place")
"""What the head of a description names that may speak."""

MANY = frozenset({"some", "many", "most", "others", "several", "both", "few", "all", "those"})
"""Words for several of whom no noun says what they are."""

ONE = ("a", "an", "one", "another")
ANONYMOUS = (
    "anonymity",
    "anonymous",
    "familiar",
    "knowledge",
    "briefed",
    "unnamed",
    "unidentified",
)
SOURCES = ("source", "sources", "insider", "insiders")

KINDS = {
    **dict.fromkeys(("organization", "place"), ActorKind.ORGANISATION),
    **dict.fromkeys(("abstract", "event", "object"), ActorKind.DOCUMENT),
}
"""What the head of a description names, where no table knows it: words and things are read like documents."""


class Described(msgspec.Struct, frozen=True):
    """What a description says of a source.

    Attributes:
        kind: what it is, as far as these words tell.
        anonymous: it is said to be kept unnamed.
        many: it is more than one.
        head: index of its noun.
    """

    kind: ActorKind | None
    anonymous: bool
    many: bool
    head: int


def read(clause: Clause, stop: int, seen: Seen) -> Described:
    """What a description says that ends before some word."""
    head = _in_tree(clause, stop, seen)
    head = head_of(clause, stop) if head is None else head
    low = clause.low(head)
    of = _one_of(clause, head, stop)
    noun, plural = _noun(clause, of)
    entity = seen.entities.get(clause.words[of].span, "") if clause.words else ""
    joined = _joined(clause, head, stop, seen)
    several = (noun is None and _plural(clause, head, of, seen)) or joined
    one = is_person(clause, head)
    several = (several or _is_share(clause, head)) and not one
    kind = ActorKind.PERSON if one else ActorKind(noun.kind) if noun else KINDS.get(entity)
    if kind is ActorKind.PERSON and (plural or joined):
        kind = ActorKind.GROUP
    if kind is ActorKind.GROUP and low == "one":
        kind = ActorKind.PERSON
    people = entity in SPEAKING or low in MANY or _is_share(clause, head)
    if several and people and (kind is None or entity in SPEAKING):
        kind = ActorKind.GROUP
    if plural and kind is ActorKind.ORGANISATION:
        kind = ActorKind.GROUP
    anonymous = (
        clause.low(of) in SOURCES
        or any(word.low in ANONYMOUS for word in clause.words)
        or _from_inside(clause, head)
    )
    many = kind is ActorKind.GROUP or low in MANY or several
    return Described(kind, anonymous, many, head)


def is_person(clause: Clause, at: int) -> bool:
    """Whether a word tells by its form, or by where one is from, that it is said of one person: "the 58-year-old", "the Dane"."""
    low = clause.low(at)
    one_of = any(clause.lexicon.tells(low, side) for side in ("demonym", "of_faith", "partisan"))
    return low.endswith("-year-old") or (one_of and clause.low(0) in ("the", *ONE))


def _noun(clause: Clause, at: int) -> tuple[Noun | None, bool]:
    """What the table knows of a noun, and whether it is the plural of one that it has."""
    low = clause.low(at)
    last = low.rpartition("-")[2]  # super-PAC
    found = clause.lexicon.nouns.get(low) or clause.lexicon.nouns.get(last)
    if found is not None or not clause.words or low.endswith("ss"):
        return found, False
    for ending, single in (("ies", "y"), ("ches", "ch"), ("s", "")):
        if low.endswith(ending):
            found = clause.lexicon.nouns.get(low.removesuffix(ending) + single)
            if found is not None:
                return found, True
    return None, False


def _joined(clause: Clause, head: int, stop: int, seen: Seen) -> bool:
    """Whether a description is of two and more: "she and her defenders", "the surgeon and the businessman".

    Leaves one who is two things: "the delegate and conservative activist"; not "the mother and daughter".
    """
    at = seen.at(clause.words[head].span) if clause.words else None
    ands = [n for n in range(head + 1, stop) if clause.low(n) == "and"]
    for n in ands:
        after = [seen.at(clause.words[m].span) for m in range(n + 1, stop)]
        other = next(
            (
                m
                for m in after
                if m is not None and seen.words[m].relation == "conj" and seen.words[m].head == at
            ),
            None,
        )
        if other is not None and not _is_one(clause, head, n, seen.words[other].span):
            return True
    return False


def _is_one(clause: Clause, head: int, link: int, other: Span) -> bool:
    """Whether two nouns joined by "and" say of one person what he is: they share an article, are no plurals, and tell no kin."""
    last = next((n for n in range(link, len(clause)) if clause.words[n].span == other), link)
    nouns = (clause.low(head), clause.low(last))
    own = clause.is_(link + 1, "determiner", "pronoun") or not clause.is_(0, "determiner")
    several = any(low.endswith("s") or low in ALL for low in nouns)
    kin = any(clause.lexicon.gender(low) for low in nouns)
    return not own and not several and not kin


def _from_inside(clause: Clause, head: int) -> bool:
    """Whether somebody unnamed tells what only those inside know.

    Takes: "two officials who were in the room", "one ally", "people close to him". Leaves: "his allies".
    """
    low, lexicon = clause.low(head), clause.lexicon
    close = any(clause.low(n) == "close" and clause.low(n + 1) == "to" for n in range(len(clause)))
    if lexicon.tells(low, "leaks") and close:
        return True
    counted = clause.low(0) in (*ONE, "several", "some") or clause.low(0) in NUMBERS
    inside = any(lexicon.tells(clause.low(n), "inside") for n in range(head + 1, len(clause)))
    near = lexicon.tells(low, "insider") and not any(
        clause.low(n) == "for" for n in range(head + 1, len(clause))
    )
    leaks = lexicon.tells(low, "leaks") and (inside or _of_rank(clause, head))
    return counted and (near or leaks)


def _of_rank(clause: Clause, head: int) -> bool:
    """Whether somebody unnamed is of a rank at which one tells what one may not: "a senior official", "a former adviser", "one minister".

    Leaves: "one person", "an official", who may speak for his office.
    """
    ranked = any(clause.lexicon.tells(clause.low(n), "unnamed_rank") for n in range(head))
    senior = ranked and clause.low(0) in ONE
    office = clause.low(head) not in ("people", "person", "persons", "those", "member", "members")
    return office and (senior or clause.low(0) == "one")


def _is_share(clause: Clause, at: int) -> bool:
    """Whether a word says what part of several are meant: "nearly | half |", "two-thirds", "| more | than half"; not "a | third |"."""
    at += 2 * (clause.low(at + 1) == "than")
    first = clause.low(at - 1) in ONE and clause.low(at) == "third"
    return clause.lexicon.tells(clause.low(at).rpartition("-")[2], "share") and not first


def _one_of(clause: Clause, head: int, stop: int) -> int:
    """The noun that says what one of several is: "one of the placards"; the head itself elsewhere."""
    low = clause.low(head)
    amount = low in (*MANY, "one", "none") or low.isdigit() or clause.lexicon.tells(low, "amount")
    if clause.low(head + 1) != "of" or not amount:
        return head
    inner = [n for n in range(head + 2, stop) if not clause.is_(n, "determiner")]
    over = [n for n in inner if clause.is_(n, *NO_PART)]
    return max((n for n in inner if not over or n < over[0]), default=head)


def _in_tree(clause: Clause, stop: int, seen: Seen) -> int | None:
    """The word of a description that the rest of it hangs on, in the tree; None where there is no tree."""
    at = {n: seen.at(clause.words[n].span) for n in range(stop)}
    within = clause.span(0, stop) if stop else None
    head = None
    for n, found in at.items():
        article = clause.low(n) in ("the", "a", "an")  # of the noun after these words, it may be
        word = seen.words[found] if found is not None and not article else None
        outside = word is not None and (
            within is None or word.head == found or not within.holds(seen.words[word.head].span)
        )
        if word and outside and word.upos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
            owns = head is not None and any(clause.low(m) in POSSESSIVE for m in range(head, n))
            head = n if head is None or owns else head  # the candidate Ida Lund's | campaign
    return head


def _plural(clause: Clause, head: int, of: int, seen: Seen) -> bool:
    """Whether a noun that no table has is one of several."""
    low = clause.low(head)
    if clause.low(0) == "those":
        return True  # those surveyed
    if clause.lexicon.tells(low, "amount") and (of != head or clause.low(head - 1).isdigit()):
        return True  # 41 percent of those surveyed
    at = seen.at(clause.words[head].span) if clause.words else None
    if at is not None and seen.words[at].upos == "NUM":
        return (clause.low(0) not in ONE[:2] and low not in ("one", "1")) or clause.low(
            head + 1
        ) == "in"  # Three of them
    noun = at is not None and seen.words[at].upos in ("NOUN", "PROPN")
    singular = low.endswith(("ss", "us", "is")) or (
        clause.is_(0, "determiner") and clause.low(0) in ("a", "an")
    )
    if low in ALL or low in MANY or (low == "one" and clause.low(head + 1) == "in"):
        return True  # one in three members
    return noun and not singular and low.endswith(("s", "men", "women", "people", "children"))


def head_of(clause: Clause, stop: int) -> int:
    """The head of a description: its last noun before "of", "in", "who" and the like."""
    for n in range(1, stop):
        if clause.is_(n, "linking", "preposition", "relative", "subordinator"):
            return n - 1
    return max(stop - 1, 0)
