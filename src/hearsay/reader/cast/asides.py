"""Asides: what stands after a name between commas, in brackets or dashes, and whether it is a title or why somebody is there.

Source: Huddleston & Pullum (2002), ch. 15 §5, on supplements.
"""

from collections.abc import Iterator

from hearsay.reader.cast.offices import head_noun, is_office
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause

DASHES = ("—", "–", "--")
ASIDES = (",", "(", *DASHES)
MARKS = {"“", "‘", '"', "``", "”", "’", "''"}
RELATIVE = ("who", "whose", "whom", "which", "that")
SOMEBODYS = ("his", "her", "their", "my", "our", "its")


def past_place(clause: Clause, stop: int, seen: Seen) -> int:
    """The end of the body that a name is said to be of: "Priya Lund | of Holt & Moe |, who …"; stop itself elsewhere."""
    past = stop + 1
    past += clause.low(past) == "the"
    if clause.low(stop) not in ("of", "at", "from", "with") or not clause.capital(past):
        return stop
    first = past
    while clause.capital(past) or (clause.low(past) in ("&", "of") and clause.capital(past + 1)):
        past += 1
    body = any(
        seen.entities.get(clause.words[n].span) == "organization" for n in range(first, past)
    )
    return past if body and clause.low(past) in (",", "") else stop


def asides(clause: Clause, stop: int) -> Iterator[tuple[int, int]]:
    """The asides after a name, each from its first word to the comma that ends it."""
    at = stop
    while clause.low(at) in ASIDES:
        first = at + 1
        past = first
        while past < len(clause) and clause.low(past) not in (*ASIDES, ")", ";", ":"):
            past += 1
        if past == first or _is_verb(clause, first) or _is_quoted_to(clause, at):
            return
        if clause.low(at) in DASHES and clause.low(past) not in DASHES:
            return  # MOSS, Neb. — The widow told
        if _is_quoted_to(clause, past) and any(clause.low(n) in MARKS for n in range(first, past)):
            past += 2  # author of “A Net,”
        yield first, past
        at = past + (clause.low(past) == ")")


def _is_quoted_to(clause: Clause, at: int) -> bool:
    """Whether words within marks end with a comma: "“They like Mara Lund|,”| said Ida Berg, a cook"."""
    if clause.low(at) != "," or clause.low(at + 1) not in MARKS:
        return False
    return clause.words[at].span.end == clause.words[at + 1].span.start


def _is_verb(clause: Clause, at: int) -> bool:
    return clause.cue(at) is not None or clause.is_(at, "auxiliary", "coordinator", "lightverb")


def of_aside(clause: Clause, first: int, stop: int, seen: Seen) -> bool | None:
    """True for a title, False for a standing, None for neither: an age, a place."""
    in_whose = clause.is_(first, "preposition") and clause.low(first + 1) in RELATIVE[1:4]
    if clause.low(first) in RELATIVE or in_whose:
        return False if stop - first > 2 else None  # noqa: PLR2004 - "who said"
    opens = seen.at(clause.words[first].span)
    verb = opens is not None and seen.words[opens].upos == "VERB"
    if verb and clause.is_(first + 1, "determiner"):
        return None  # becoming the first senator to leave, but managing director
    one_of = clause.low(first) == "one" and clause.low(first + 1) == "of"
    own = clause.low(first) in SOMEBODYS
    no = clause.is_(first, "day", "preposition", "subordinator", "pronoun")
    if clause.low(first).rstrip(".").isdigit() or (no and not own and not one_of):
        return None
    if one_of:  # those who fled, but not the largest makers of pumps
        most = any(clause.low(n).endswith("est") for n in range(first, stop))
        return None if most or clause.low(first + 2) not in ("the", "those", "them") else False
    head = head_noun(clause, first + clause.is_(first, "determiner"), stop)
    head = _before_participle(clause, first, head, seen)
    if _of_verb_within(clause, head, first, seen):
        return None
    low = clause.low(head)
    if clause.low(first) in ("his", "her") and clause.lexicon.tells(low, "of_somebody"):
        return False
    if is_office(clause, head, seen) or _is_office_with_capital(clause, first, head, seen):
        return True
    return False if clause.lexicon.tells(low, "no_office") else None


def _is_office_with_capital(clause: Clause, first: int, head: int, seen: Seen) -> bool:
    """Whether an aside is an office that is written like a name: "Ida Lund, the Moss National | Committeewoman |, said".

    Leaves: "a | Democrat | from Moss", "an Argentine | Jesuit", who is one of many.
    """
    at = seen.at(clause.words[head].span) if head < len(clause) else None
    if at is None or clause.low(first) != "the":
        return False
    word = seen.words[at]
    return word.upos == "PROPN" and word.relation == "appos" and word.entity == "person"


def _before_participle(clause: Clause, first: int, head: int, seen: Seen) -> int:
    """The noun of an aside on which a participle hangs: "a fish | pathologist | instructed by the Crown"; head itself elsewhere."""
    for verb in range(first + 1, min(head + 1, len(clause))):
        at = seen.at(clause.words[verb].span)
        if at is None or seen.words[at].upos != "VERB":
            continue
        noun = seen.words[seen.words[at].head].span
        hangs = seen.words[at].relation.startswith("acl")
        before = (n for n in range(first, verb) if hangs and clause.words[n].span == noun)
        if (found := next(before, None)) is not None:
            return found
    return head


def of_somebody_else(
    clause: Clause, aside: tuple[int, int], name: tuple[int, int], seen: Seen
) -> bool:
    """Whether the tree hangs an aside on other words than the name before it: "Ann Berg of the Coal Board |, a law professor,"."""
    head = head_noun(clause, aside[0] + clause.is_(aside[0], "determiner"), aside[1])
    at = seen.at(clause.words[head].span) if head < aside[1] else None
    if at is None or seen.words[at].relation != "appos":
        return False
    other = seen.words[seen.words[at].head]
    proper = other.upos == "PROPN" and other.entity == "person"
    return proper and not clause.span(*name).holds(other.span)


def _of_verb_within(clause: Clause, head: int, first: int, seen: Seen) -> bool:
    """Whether a noun only belongs to a verb: ", allows foreign investors, "; "Since Lund left, | his aides | have tried"."""
    at = seen.at(clause.words[head].span) if head < len(clause) else None
    if at is not None and seen.words[at].relation.startswith("nsubj") and seen.words[at].head > at:
        return True
    if at is None or seen.words[at].relation not in ("obj", "iobj", "obl", "nsubj", "xcomp"):
        return False
    return clause.span(first, head + 1).holds(seen.words[seen.words[at].head].span)


def bare(clause: Clause, first: int, stop: int) -> tuple[int, int]:
    """Without the article that opens it, and the "now" before that."""
    for opens in (("now", "currently"), ("a", "an", "the")):
        first += clause.low(first) in opens and stop - first > 1
    return first, stop
