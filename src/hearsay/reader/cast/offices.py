"""Offices: what the words beside a name say of who bears it: title, standing, and for whom it speaks.

"council leader Owen Strand" has its title before the name, "Mara Lund, who was on the bus, a
lawyer for the port," has a standing and a title after it, each an aside between commas.

Source: Huddleston & Pullum (2002), ch. 15 §5, on supplements.
"""

from collections.abc import Iterator

import msgspec

from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause

LONGEST = 8  # words of a title before a name
FEW = 2  # words between whose and what somebody is to him
DASHES = ("—", "–", "--")
ASIDES = (",", "(", *DASHES)
RELATIVE = ("who", "whose", "whom", "which", "that")
ENDS_NOUN = ("linking", "preposition", "relative", "subordinator")
NEVER_IN_TITLE = (
    "determiner", "pronoun", "preposition", "subordinator", "auxiliary", "relative", "adverb", "day",
    "negation", "lightverb",
)  # fmt: skip
OPENS_NOUN = ("determiner", "preposition", "subordinator", "coordinator", "relative", "auxiliary")
SOMEBODYS = ("his", "her", "their", "my", "our", "its")
THAT_IS = ("i.e.", "ie.", "ie", "viz.", "e.g.", "namely")
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


def is_office(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether a noun names an office, an authority or an expertise.

    By the tables; else every noun for a person does that is not listed as none.
    """
    low, lexicon = clause.low(at).rstrip("."), clause.lexicon
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
    return known or any(lexicon.tells(low, one) for one in ("expert", "spokes", "rank"))


def head_noun(clause: Clause, first: int, stop: int) -> int:
    """The noun of a phrase: its last word before "of", "who" and the like."""
    for at in range(first + 1, stop):
        if clause.is_(at, *ENDS_NOUN) or clause.low(at) in (",", "(", "to"):
            return at - 1
    return max(stop - 1, first)


def beside(clause: Clause, first: int, stop: int, seen: Seen) -> Beside:
    """What stands beside the name that goes from a word to the one before stop."""
    ahead = _ahead(clause, first, stop, seen)
    titles, standing = [*ahead.titles], [*ahead.standing]
    past_place = _past_place(clause, stop, seen)
    if past_place > stop and not titles:
        titles.append((stop, past_place))
    for one in _asides(clause, past_place):
        if _of_somebody_else(clause, one, (first, stop), seen):
            continue
        kind = _of_aside(clause, *one, seen)
        begin, past = _bare(clause, *one)
        who = next((n for n in range(begin + 1, past) if clause.low(n) in RELATIVE), past)
        if kind and past - who > 2:  # noqa: PLR2004 - "who said"
            titles.append((begin, who))
            standing.append((who, past))
        elif kind is not None:
            (titles if kind else standing).append((begin, past))
    return Beside(tuple(titles), tuple(standing))


def _ahead(clause: Clause, first: int, stop: int, seen: Seen) -> Beside:
    """What stands before a name."""
    begin = first
    while begin > max(0, first - LONGEST) and _in_title(clause, begin - 1, seen):
        begin -= 1
    begin -= clause.low(begin - 1) == "the" and clause.low(begin - 2) == ","
    near = _near_somebody(clause, first)
    other = clause.low(stop) != "," and _of_another(clause, begin)
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
    """Whether a noun is that of several, of whom one name is none."""
    low = clause.low(head)
    return low.endswith("s") and not low.endswith(("ss", "us"))


def _before(clause: Clause, first: int, seen: Seen) -> tuple[int, int] | None:
    """The title before a name: "former finance minister Lund", "the mayor of Moss, Mara Lund"."""
    if clause.low(first - 1).rstrip(".") in HONOURS:  # ecologist Dr | Lund
        return _before(clause, first - 1, seen)
    last = first - 1
    if clause.low(last) == ",":
        return _named_after(clause, first, seen)
    at = first
    while at > max(0, first - LONGEST) and _in_title(clause, at - 1, seen):
        at -= 1
    if clause.low(at) in ("'s", "'"):
        at += 1
    of = is_office(clause, head_noun(clause, at, first), seen)  # Secretary of State
    trade = _is_trade(clause, last, seen) or of
    if at == first or clause.low(last) in ABBREVIATED or not trade:
        abbreviated = clause.capital(last) and (
            clause.words[last].form in clause.lexicon.abbreviations
        )
        if not abbreviated or at == first or clause.low(last) in ABBREVIATED:
            return None
    return at, first


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
    if word.low in THAT_IS:
        return False
    found = seen.at(word.span)
    if found is not None and seen.words[found].upos == "VERB":
        return seen.words[found].relation in ("amod", "compound") and at > 0  # her running mate
    if word.low == "first" and clause.lexicon.tells(clause.low(at + 1), "after_first"):
        return True
    if word.low == "and" and _names_person(clause, at - 1, seen):
        return False  # Mr. Berg and President Lund
    if word.low in ("of", "for", "and") and at > 0:
        return clause.capital(at + 1) and clause.capital(at - 1)
    if (
        not word.wordy
        or clause.is_(at, *NEVER_IN_TITLE)
        or clause.is_(at, "linking", "coordinator")
    ):
        return False
    return clause.cue(at) is None or clause.capital(at)


def _names_person(clause: Clause, at: int, seen: Seen) -> bool:
    """Whether a word is the last of a person's name."""
    found = seen.at(clause.words[at].span) if clause.capital(at) else None
    while found is not None and seen.words[found].relation == "flat":
        found = seen.words[found].head
    return found is not None and seen.words[found].entity == "person"


def _named_after(clause: Clause, first: int, seen: Seen) -> tuple[int, int] | None:
    """A description whose aside is the name: back to its article, if it is an office."""
    stop = first - 1
    for at in range(stop - 1, max(-1, stop - 2 * LONGEST), -1):
        speaks = clause.lexicon.tells(clause.low(at), "spokes")  # counsel, which is a cue too
        if clause.low(at) in (",", "(", ";", ":") or (clause.cue(at) is not None and not speaks):
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


def _past_place(clause: Clause, stop: int, seen: Seen) -> int:
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


def _asides(clause: Clause, stop: int) -> Iterator[tuple[int, int]]:
    """The asides after a name, each from its first word to the comma that ends it."""
    at = stop
    while clause.low(at) in ASIDES:
        first = at + 1
        past = first
        while past < len(clause) and clause.low(past) not in (*ASIDES, ")", ";", ":"):
            past += 1
        if past == first or _is_verb(clause, first):
            return
        if clause.low(at) in DASHES and clause.low(past) not in DASHES:
            return  # MOSS, Neb. — The widow told
        yield first, past
        at = past + (clause.low(past) == ")")


def _is_verb(clause: Clause, at: int) -> bool:
    return clause.cue(at) is not None or clause.is_(at, "auxiliary", "coordinator", "lightverb")


def _of_aside(clause: Clause, first: int, stop: int, seen: Seen) -> bool | None:
    """True for a title, False for a standing, None for neither: an age, a place."""
    in_whose = clause.is_(first, "preposition") and clause.low(first + 1) in RELATIVE[1:4]
    if clause.low(first) in RELATIVE or in_whose:
        return False if stop - first > 2 else None  # noqa: PLR2004 - "who said"
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
    if is_office(clause, head, seen):
        return True
    return False if clause.lexicon.tells(low, "no_office") else None


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


def _of_somebody_else(
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
    """Whether a noun only belongs to a verb that opens an aside: ", allows foreign investors, "."""
    at = seen.at(clause.words[head].span) if head < len(clause) else None
    if at is None or seen.words[at].relation not in ("obj", "iobj", "obl", "nsubj", "xcomp"):
        return False
    return clause.span(first, head + 1).holds(seen.words[seen.words[at].head].span)


def _bare(clause: Clause, first: int, stop: int) -> tuple[int, int]:
    """Without the article that opens it, and the "now" before that."""
    for opens in (("now", "currently"), ("a", "an", "the")):
        first += clause.low(first) in opens and stop - first > 1
    return first, stop
