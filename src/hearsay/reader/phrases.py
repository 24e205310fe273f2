"""Phrases: where a noun phrase that can be a source begins and ends, without a parser.

Source: what stands beside quotations in news English; Huddleston & Pullum 2002, ch. 5 (noun phrases)
and ch. 15 §5 (supplements: "Mara Lund, the mayor, said").
"""

from hearsay.reader.clause import PAUSES, Clause, strip

LONGEST = 30  # words of a noun phrase without its asides
NOBODY = ("nobody", "none", "neither", "nothing")  # pronouns that name no source
PLACES = ("with", "from", "at", "in")  # prepositions that may belong to a noun: a man in the crowd


def is_source(clause: Clause, first: int, stop: int) -> bool:
    """Whether a phrase can name who says something."""
    first, stop = strip(clause, first, stop)
    if first >= stop or clause.low(first) in NOBODY:
        return False
    if clause.is_(first, "pronoun", "determiner") or clause.capital(first):
        return True
    function_word = clause.is_(
        first, "subordinator", "preposition", "coordinator", "relative", "auxiliary"
    )
    return not function_word and not clause.manner(first)


def phrase_from(clause: Clause, first: int) -> int:
    """The end of the noun phrase that begins at a word, with its appositions; `first` if none does."""
    if clause.is_(first, "pronoun") and not clause.is_(first + 1, "linking"):
        return first + 1
    at = first
    aside = False
    while at < len(clause):
        low = clause.low(at)
        if low == "," and not aside and _apposition(clause, at + 1):
            aside = True
        elif low in ("(", ")") and at > first:
            pass
        elif low in PAUSES or (at > first and _ends_phrase(clause, first, at, aside=aside)):
            break
        at += 1
    return strip_asides(clause, first, at)


def strip_asides(clause: Clause, first: int, stop: int) -> int:
    """The end of a phrase without trailing pauses; a closing bracket stays with its opening one."""
    while stop > first and not clause.words[stop - 1].wordy:
        if clause.low(stop - 1) == ")":
            break
        stop -= 1
    return stop


def _apposition(clause: Clause, at: int) -> bool:
    """Whether what follows a comma says who the person named before it is."""
    low = clause.low(at)
    if not low or low in PAUSES or low.endswith("ing") or low == "which":
        return False
    if low == "who" or clause.is_(at, "determiner"):
        return True
    if clause.is_(at, "pronoun", "subordinator", "coordinator", "preposition", "relative", "day"):
        return False
    return not clause.manner(at) and clause.cue(at) is None


def _ends_phrase(clause: Clause, first: int, at: int, *, aside: bool) -> bool:
    """Whether the noun phrase ends before a word."""
    low = clause.low(at)
    if low in ("and", "&"):
        return not (clause.capital(at + 1) or (aside and clause.is_(at + 1, "determiner")))
    if clause.is_(at, "linking") or (low == "who" and not aside):
        return False
    if low in PLACES:
        return not (_role_before(clause, at) and _name_after(clause, at))
    if aside:
        return clause.is_(at, "day")
    breaks = clause.is_(
        at, "preposition", "subordinator", "relative", "day", "coordinator", "auxiliary"
    )
    return breaks or low == "to" or (clause.manner(at) and at > first + 1)


def _role_before(clause: Clause, at: int) -> bool:
    return not clause.capital(at - 1) and not clause.is_(at - 1, "pronoun")


def _name_after(clause: Clause, at: int) -> bool:
    return clause.capital(at + 1) or clause.is_(at + 1, "determiner")


def phrase_up_to(clause: Clause, first: int, stop: int) -> int:
    """The start of the noun phrase that ends before a word; `stop` if none does."""
    if clause.is_(stop - 1, "pronoun") and not clause.capital(stop - 1):
        return stop - 1
    at = stop
    while at > max(first, stop - LONGEST) and not _begins_phrase(clause, first, at, stop):
        at -= 1
    return at


def _begins_phrase(clause: Clause, first: int, at: int, stop: int) -> bool:
    """Whether the phrase begins at a word, so that the word before is no part of it."""
    last = at - 1
    low = clause.low(last)
    if low in PAUSES:
        return True
    if low in ("and", "&"):
        return not (clause.capital(at) and clause.capital(last - 1))
    if clause.is_(last, "linking") or low in PLACES:
        return at == stop or _no_noun_before(clause, first, last)
    if at < stop and clause.is_(at, "determiner") and not clause.is_(last, "determiner"):
        return True
    return not clause.is_(last, "determiner") and _no_part_of_name(clause, at)


def _no_noun_before(clause: Clause, first: int, preposition: int) -> bool:
    """Whether a preposition belongs to the verb, not to a noun before it."""
    last = preposition - 1
    if preposition == first or clause.is_(last, "pronoun", "auxiliary", "coordinator"):
        return True
    return clause.low(preposition) in PLACES and clause.capital(last)


def _no_part_of_name(clause: Clause, at: int) -> bool:
    """Whether the word before cannot stand within a name or a description."""
    last = at - 1
    if clause.capital(last):
        return clause.is_(last, "subordinator", "preposition", "coordinator", "day", "adverb")
    function_word = clause.is_(
        last, "pronoun", "subordinator", "relative", "coordinator", "preposition", "day",
        "auxiliary", "negation",
    )  # fmt: skip
    verb = clause.cue(last) is not None and clause.capital(at)
    return function_word or verb or clause.manner(last)
