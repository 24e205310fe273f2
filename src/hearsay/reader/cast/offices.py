"""Offices: whether a noun says what somebody is: an office, an authority, an expertise."""

from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause

ENDS_NOUN = ("linking", "preposition", "relative", "subordinator")


def is_office(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether a noun names an office, an authority or an expertise.

    By the tables; else every noun for a person does that is not listed as none.
    """
    low, lexicon = clause.low(at).rstrip("."), clause.lexicon
    low = low.removeprefix("ex-").removeprefix("co-").removeprefix("vice-")  # ex-head of the army
    if not 0 <= at < len(clause) or lexicon.tells(low, "no_office"):
        return False
    if low.endswith("s") and lexicon.tells(low.removesuffix("s"), "no_office"):
        return False  # tenants
    found = seen.at(clause.words[at].span)
    if (
        found is not None
        and seen.words[found].upos == "NOUN"
        and seen.words[found].entity == "person"
    ):
        return True
    noun = lexicon.nouns.get(low)
    known = noun is not None and noun.kind in ("person", "group")
    return known or lexicon.tells(low, "expert", "spokes", "rank")


def head_noun(clause: Clause, first: int, stop: int) -> int:
    """The noun of a phrase: its last word before "of", "who" and the like."""
    for at in range(first + 1, stop):
        if clause.is_(at, *ENDS_NOUN) or clause.low(at) in (",", "(", "to"):
            return at - 1
    return max(stop - 1, first)
