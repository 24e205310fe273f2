"""In asides: the name that stands beside a description, between commas or in brackets: "the mayor, | Mara Lund |, said"."""

from hearsay.reader.cast.names import SUFFIXES
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause

AMONG = ("including", "especially", "particularly", "notably", "led", "like")
"""Words before one of those who were told of: "Democrats, | including | Ida Lund"."""

LONGEST = 5  # words between a comma and the name that follows it


def in_aside(
    clause: Clause, runs: list[tuple[int, int]], stop: int
) -> tuple[list[tuple[int, int]], int]:
    """The name in an aside that is nothing else: "the mayor, Mara Lund"; and where it ends."""
    for first, past in runs:
        over = (",", ")", "of", "at", "from", *SUFFIXES)
        begins = first
        while begins > stop + 1 and first - begins < LONGEST and _introduces(clause, begins - 1):
            begins -= 1
        alone = begins == stop + 1 and (past == len(clause) or clause.low(past) in over)
        if alone or clause.low(first - 1) in ("named", "called"):
            return [(first, past)], past
    return [], stop


def of_another(clause: Clause, run: tuple[int, int], stop: int, seen: Seen) -> bool:
    """Whether a name is the aside of a noun that is not the source: "a letter from the mayor, | Mara Lund"; found in the tree."""
    if _lies_there(clause, run, stop, seen):
        return True
    at = seen.at(clause.words[run[1] - 1].span)
    while at is not None and seen.words[at].relation in ("flat", "compound"):
        at = seen.words[at].head
    if at is None or seen.words[at].relation != "appos" or not stop:
        return False
    noun = seen.words[seen.words[at].head]
    within = clause.span(0, stop)
    document = seen.words[noun.head].entity not in ("person", "organization")
    voice = any(clause.lexicon.tells(clause.low(n), "spokes") for n in range(stop))
    firm = any(
        clause.words[n].span == noun.span and clause.lexicon.tells(clause.low(n), "any_body")
        for n in range(stop)
    )
    document = document or (voice and firm)  # a spokesman for the developer, Moss Homes
    return (
        document and noun.relation.startswith("nmod") and within.holds(seen.words[noun.head].span)
    )


def _lies_there(clause: Clause, run: tuple[int, int], stop: int, seen: Seen) -> bool:
    """Whether the aside of a description only says where a place in it lies: "officials in the town of Orre, | Veldra |"."""
    entities = {seen.entities.get(clause.words[n].span, "") for n in range(*run)}
    described = any(clause.is_(n, "preposition", "linking") for n in range(stop))
    return described and "place" in entities and clause.capital(stop - 1) and run[0] == stop + 1


def _introduces(clause: Clause, at: int) -> bool:
    """Whether a word may stand between a comma and a name: "the singer", "Colonel"."""
    if clause.low(at) in ("the", "mr.", "mrs.", "ms.", "dr."):
        return True
    if clause.low(at) in AMONG:
        return False
    no = ("preposition", "subordinator", "relative", "auxiliary", "coordinator", "determiner")
    return clause.words[at].wordy and not clause.is_(at, *no) and clause.cue(at) is None
