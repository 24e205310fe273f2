"""Beside a name: what the words before and after it say of who bears it: title, standing.

"council leader Owen Strand" has its title before the name, "Mara Lund, who was on the bus, a
lawyer for the port," has a standing and a title after it, each an aside between commas.
"""

import msgspec

from hearsay.reader.cast.asides import (
    RELATIVE,
    SOMEBODYS,
    asides,
    bare,
    of_aside,
    of_somebody_else,
    past_place,
)
from hearsay.reader.cast.names import POSSESSIVE
from hearsay.reader.cast.offices import head_noun, is_office
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause

LONGEST = 8  # words of a title before a name
REACH = 12  # words from a noun to the verb of a clause that says more of it
FEW = 2  # words between whose and what somebody is to him
NEVER_IN_TITLE = (
    "determiner", "pronoun", "preposition", "subordinator", "auxiliary", "relative", "adverb", "day",
    "negation", "lightverb",
)  # fmt: skip
OPENS_NOUN = ("determiner", "preposition", "subordinator", "coordinator", "relative", "auxiliary")
THAT_IS = ("i.e.", "ie.", "ie", "viz.", "e.g.", "namely")
OF_VERB = ("aux", "aux:pass", "cop")
HONOURS = ("dr", "prof", "sir", "dame")
THINGS = ("time", "event", "abstract", "object", "place", "plant", "animal", "substance")
"""What the network takes a noun for that says nothing of what somebody does."""

ABBREVIATED = ("mr.", "mrs.", "ms.", "miss.", "mx.", "dr.", "st.")


class Beside(msgspec.Struct, frozen=True):
    """What stands beside a name.

    Attributes:
        titles: offices, authority, expertise; without the article before them.
        standing: why the source is in the article.
    """

    titles: tuple[tuple[int, int], ...] = ()
    standing: tuple[tuple[int, int], ...] = ()


def beside(clause: Clause, first: int, stop: int, seen: Seen) -> Beside:
    """What stands beside the name that goes from a word to the one before stop."""
    ahead = _ahead(clause, first, stop, seen)
    titles, standing = [*ahead.titles], [*ahead.standing]
    past = past_place(clause, stop, seen)
    if past > stop and not titles:
        titles.append((stop, past))
    for one in asides(clause, past):
        if of_somebody_else(clause, one, (first, stop), seen):
            continue
        kind = of_aside(clause, *one, seen)
        begin, over = bare(clause, *one)
        over = _to_verb(clause, (first, stop), (begin, over), seen)
        if kind:
            head = head_noun(clause, begin, over)
            if _several(clause, head) and clause.low(first - 1) != "and":
                continue  # Lund, along with four other, | unnamed men |
            who = next(
                (n for n in range(begin + 1, over) if _says_more(clause, n, head, seen)), over
            )
            titles.append((begin, who))
            standing += [(who, over)] if over - who > 2 else []  # noqa: PLR2004 - "who said"
        elif kind is not None:
            standing.append((begin, over))
    return Beside(tuple(titles), tuple(standing))


def _says_more(clause: Clause, at: int, head: int, seen: Seen) -> bool:
    """Whether a clause on the noun of an aside begins there: "the mayor | who left |", "the mayor | chosen by him |".

    Leaves: "the pilot of the craft | that sank |", which says of which.
    """
    opens = clause.low(at) in RELATIVE
    verb, noun = (seen.at(clause.words[n].span) for n in (at, head))
    if verb is None or noun is None or clause.low(at) in ("who", "whose", "whom"):
        return opens
    if opens and not seen.words[verb].relation.startswith("acl"):
        verb = seen.words[verb].head
    if not seen.words[verb].relation.startswith("acl"):
        return opens
    return seen.words[verb].head == noun and (opens or seen.words[verb].upos == "VERB")


def _to_verb(clause: Clause, name: tuple[int, int], aside: tuple[int, int], seen: Seen) -> int:
    """Where an aside ends that no comma ends, before what its bearer does: "Tim Lund, the CEO of Moss Rail | has confirmed"."""
    at = seen.at(clause.words[name[1] - 1].span)
    while at is not None and seen.words[at].relation in ("flat", "compound", "appos"):
        at = seen.words[at].head
    if at is None or not seen.words[at].relation.startswith("nsubj"):
        return aside[1]
    verb = seen.words[at].head
    for n in range(aside[0] + 1, aside[1]):
        found = seen.at(clause.words[n].span)
        word = seen.words[found] if found is not None else None
        if found == verb or (word and word.head == verb and word.relation in OF_VERB):
            return n
    return aside[1]


def _ahead(clause: Clause, first: int, stop: int, seen: Seen) -> Beside:
    """What stands before a name."""
    begin = first
    while begin > max(0, first - LONGEST) and _in_title(clause, begin - 1, seen):
        begin -= 1
    begin -= clause.low(begin - 1) == "the" and clause.low(begin - 2) == ","
    near = _near_somebody(clause, first)
    other = clause.low(stop) in POSSESSIVE or (
        clause.low(stop) != "," and _of_another(clause, begin)
    )
    told = None if other else _in_apposition(clause, begin, stop, seen)
    titles: list[tuple[int, int] | None] = [*told.titles] if told else []
    parted = begin < first
    if told is None and not other and parted and clause.low(begin - 1) == ",":
        titles.append(_named_after(clause, begin, seen))
    if parted or (told is None and not other):
        titles.append(_before(clause, first, seen))
    standing = (*(told.standing if told else ()), *((near,) if near else ()))
    return Beside(tuple(one for one in titles if one), standing)


def _of_another(clause: Clause, begin: int) -> bool:
    """Whether what stands before the comma is somebody else: "In a statement read by an aide, | Gov. Lund | said".

    "According to an expert who saw it, | Moss Rail | knew".
    """
    if clause.low(begin - 1) != ",":
        return False
    for at in range(begin - 2, 0, -1):
        if clause.is_(at, "determiner"):
            to = clause.low(at - 2), clause.low(at - 1)
            return to[1] in ("by", "through", "via") or to == ("according", "to")
        if not clause.words[at].wordy:
            return False
    return False


def _in_apposition(clause: Clause, first: int, stop: int, seen: Seen) -> Beside | None:
    """What a description says whose aside is the name: "A nurse who looked after her, Mara Lund, said …".

    Found in the tree, where there is one; None where the name is no aside.
    """
    at = seen.at(clause.words[stop - 1].span) if clause.low(first - 1) == "," else None
    while at is not None and seen.words[at].relation in ("flat", "compound"):
        at = seen.words[at].head
    if at is None or seen.words[at].relation != "appos":
        return None
    noun = seen.words[seen.words[at].head].span
    head = next((n for n in range(first - 1) if clause.words[n].span.meets(noun)), None)
    voices = head is not None and clause.lexicon.tells(clause.low(head), "spokes")
    if head is None or (_several(clause, head) and not voices) or clause.capital(head):
        return None
    begin = head
    while begin > 0 and clause.words[begin - 1].wordy and not clause.is_(begin - 1, *OPENS_NOUN):
        begin -= 1
    if _several(clause, head) and clause.low(begin - 2) in ("through", "by", "via"):
        return None  # through his lawyers, Lund said
    who = next((n for n in range(head, first - 1) if clause.low(n) in RELATIVE), first - 1)
    office = is_office(clause, head, seen)
    amount = clause.lexicon.tells(clause.low(head), "amount")  # her opposite number
    lived = ((who, first - 1),) if first - 1 - who > 2 else ()  # noqa: PLR2004 - "who said"
    if clause.low(begin - 1) in SOMEBODYS and not office and not amount:
        lived = ((begin - 1, first - 1),)
    one_of = clause.low(head) == "one" and clause.low(head + 1) == "of"
    if one_of and clause.lexicon.tells(clause.low(first - 2), "no_office"):
        return Beside((), ((head, first - 1),))
    if not office and not amount and clause.lexicon.tells(clause.low(head), "no_office"):
        lived = ((begin, first - 1),)
    return Beside(((begin, who),) if office else (), lived) if office or lived else None


def _near_somebody(clause: Clause, first: int) -> tuple[int, int] | None:
    """What a name's bearer is to somebody: "Lund's grandson | Imran", "her ex-husband | Gary"; no office, but a standing."""
    at = first - 1
    if clause.capital(at) or not clause.lexicon.tells(clause.low(at), "no_office"):
        return None
    for owner in range(at - 1, max(-1, at - FEW - 1), -1):
        if clause.low(owner) in SOMEBODYS:
            return owner, first
        if clause.low(owner) in ("'s", "'") and owner > 0:
            begin = owner - 1
            while begin > 0 and clause.capital(begin) and clause.capital(begin - 1):
                begin -= 1
            return begin, first
    which = clause.words[at - 1] if at else None  # longtime customer
    no = (*NEVER_IN_TITLE, "linking", "coordinator")
    known = which is not None and which.wordy and not clause.is_(at - 1, *no)
    return (at - 1, first) if known and clause.cue(at - 1) is None else None


def _several(clause: Clause, head: int) -> bool:
    """Whether a noun is that of several, of whom one name is none; not "sergeant-at-arms"."""
    low = clause.low(head).rstrip(".").partition("-at-")[0]
    return low.endswith("s") and not low.endswith(("ss", "us"))


def _before(clause: Clause, first: int, seen: Seen) -> tuple[int, int] | None:
    """The title before a name: "former finance minister Lund", "the mayor of Moss, Mara Lund"."""
    if clause.low(first - 1).rstrip(".") in HONOURS:  # ecologist Dr | Lund
        return _before(clause, first - 1, seen)
    last = first - 1
    if clause.low(last) == ",":
        return _named_after(clause, first, seen)
    if clause.is_(last, "linking", "preposition"):
        return None  # the CEO of | Lantern
    at = first
    while at > max(0, first - LONGEST) and _in_title(clause, at - 1, seen):
        at -= 1
    if clause.low(at) in ("'s", "'"):
        at += 1
    head = head_noun(clause, at, first)
    of = is_office(clause, head, seen)  # Secretary of State
    trade = _is_trade(clause, last, seen) or of
    if at == first or clause.low(last) in ABBREVIATED or not trade:
        abbreviated = clause.capital(last) and (
            clause.words[last].form in clause.lexicon.abbreviations
        )
        if not abbreviated or at == first or clause.low(last) in ABBREVIATED:
            return None
    return None if _several(clause, head) else (at, first)  # senators Lund and Berg


def _is_trade(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether a word right before a name says what its bearer does: "the painter Mara Lund", but "in an emergency Lund"."""
    if is_office(clause, at, seen):
        return True
    found = seen.at(clause.words[at].span) if at >= 0 else None
    if found is None or seen.words[found].upos != "NOUN" or clause.capital(at):
        return False
    if clause.low(at - 1) in ("a", "an") or not _in_one_phrase(clause, at, seen):
        return False
    thing = seen.words[found].entity in THINGS
    return not thing and not clause.lexicon.tells(clause.low(at), "no_office")


def _in_one_phrase(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether a noun and the word after it are of one phrase: "co-host | Joe", but not "in the debate | Lund said".

    Two that the tree makes the same part of one clause, two subjects, are one.
    """
    noun, name = (seen.at(clause.words[n].span) for n in (at, at + 1))
    if noun is None or name is None:
        return False
    while name != noun and seen.words[name].relation in ("compound", "flat"):
        name = seen.words[name].head
    here, there = seen.words[noun], seen.words[name]
    same = here.head == there.head and here.relation == there.relation
    return here.head == name or noun in (there.head, name) or same


def _in_title(clause: Clause, at: int, seen: Seen) -> bool:
    word = clause.words[at]
    found = seen.at(word.span)
    told_of = found is not None and _is_told_of(seen, found)
    if word.low in THAT_IS or told_of or _is_over(clause, at, seen):
        return False
    if found is not None and seen.words[found].upos == "VERB":
        return seen.words[found].relation in ("amod", "compound") and at > 0  # her running mate
    if clause.is_(at, "determiner") and word.capital and clause.capital(at - 1):
        return True  # Wake Up This Morning host
    if word.low == "first" and clause.lexicon.tells(clause.low(at + 1), "after_first"):
        return True
    if word.low == "and" and _joins_another(clause, at, seen):
        return False
    if word.low in ("of", "for", "and") and at > 0:
        office = word.low == "of" and clause.low(at - 1) in ("secretary", "minister")
        return clause.capital(at + 1) and (clause.capital(at - 1) or office)
    if (
        not word.wordy
        or clause.is_(at, *NEVER_IN_TITLE)
        or clause.is_(at, "linking", "coordinator")
    ):
        return False
    return clause.cue(at) is None or clause.capital(at)


def _is_over(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether the title begins after a word: "anger | toward | Senator", "her | mentor | former mayor"; found in the tree.

    Leaves: "disgraced | former mayor", "secretary | of | State".
    """
    found = seen.at(clause.words[at].span)
    upos = seen.words[found].upos if found is not None else ""
    if clause.lexicon.tells(clause.low(at + 1), "no_longer"):
        return upos in ("NOUN", "PROPN")
    plain = not clause.capital(at) and not clause.is_(at, "linking", "preposition")
    return plain and upos in ("ADP", "ADV")


def _is_told_of(seen: Seen, at: int) -> bool:
    """Whether a noun is what a clause without "that" goes back to, whose subject follows it: "the | reason | President Lund left".

    Leaves: "the | mayor | Ida Lund, who left".
    """
    for n in range(at + 1, min(at + REACH, len(seen.words))):
        relative = seen.words[n].head == at and seen.words[n].relation.startswith("acl")
        if relative and seen.words[n].upos in ("VERB", "AUX"):
            own = [m for m in range(at + 1, n) if seen.words[m].head == n]
            return any(
                seen.words[m].relation == "nsubj" and seen.words[m].upos == "PROPN" for m in own
            )
    return False


def _joins_another(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether "and" joins what is no part of a title to one: "Mr. Berg | and | President Lund", "Tessia | and | President Lund".

    Leaves: "Trade and Industry Secretary Lund", "Chairman and President Lund".
    """
    if _names_person(clause, at - 1, seen):
        return True
    return is_office(clause, at + 1, seen) and not is_office(clause, at - 1, seen)


def _names_person(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether a word is the last of a person's name, by the network or by the given name before it."""
    if clause.capital(at) and clause.capital(at - 1) and clause.low(at - 1) in clause.lexicon.given:
        return True
    found = seen.at(clause.words[at].span) if clause.capital(at) else None
    while found is not None and seen.words[found].relation == "flat":
        found = seen.words[found].head
    return found is not None and seen.words[found].entity == "person"


def _named_after(clause: Clause, first: int, seen: Seen) -> tuple[int, int] | None:
    """A description whose aside is the name: back to its article, if it is an office."""
    stop = first - 1
    for at in range(stop - 1, max(-1, stop - 2 * LONGEST), -1):
        speaks = clause.lexicon.tells(clause.low(at), "spokes")  # counsel, which is a cue too
        stops = clause.low(at) in (",", "(", ";", ":", "whose")
        if stops or (clause.cue(at) is not None and not speaks):
            return None
        if clause.is_(at, "determiner") or clause.low(at) in ("'s", "'"):
            head = head_noun(clause, at + 1, stop)
            if is_office(clause, head, seen) and not _several(clause, head):
                return at + 1, stop
            inside = clause.low(at - 1) in ("of", "for", "at", "in", "from")
            if not inside or any(clause.low(n) in RELATIVE for n in range(at, stop)):
                return None
        elif clause.low(at) in ("to", "by", "from", "with") and clause.lexicon.tells(
            clause.low(at + 1), "spokes"
        ):
            return at + 1, stop
    return None
