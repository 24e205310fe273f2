"""Subjects: whose verb a verb of saying is, within the clause beside a quotation."""

import msgspec

from hearsay.reader.clause import PAUSES, Clause, strip
from hearsay.reader.phrases import is_source, phrase_up_to

BARE = 7  # words from a determiner to the noun that it goes with
BE = ("be", "been", "being", "is", "are", "was", "were")
LEAP = 4  # words from "went" to "say"


class Subject(msgspec.Struct, frozen=True):
    """The subject of a verb of saying, and where the words for the saying begin.

    Attributes:
        first: its first word.
        stop: the word after its last.
        verb: the first word of the cue; before the verb in "went on to say".
    """

    first: int
    stop: int
    verb: int


def subject_of(clause: Clause, first: int, verb: int) -> Subject | None:
    """The subject of the verb there, looked for from a word on; None where none can be told."""
    stop, cue = _before_helpers(clause, first, verb), verb
    if _passive(clause, stop, verb):
        return None
    if clause.low(stop - 1) == "to":
        light = _light_verb(clause, first, stop)
        if light is None:
            return None
        stop, cue = _before_helpers(clause, first, light), light
    if clause.is_(stop - 1, "determiner") and not clause.is_(stop - 1, "pronoun"):
        return None  # "the claim", "his reports": a noun
    named = clause.capital(stop - 1) or clause.is_(stop - 1, "pronoun")
    if clause.low(verb).endswith("ing") and stop == verb and not named:
        return _main_subject(clause, first, verb, cue)
    if stop <= first:
        return None
    return _beyond(clause, first, stop, cue)


def _beyond(clause: Clause, first: int, stop: int, cue: int) -> Subject | None:
    """The subject by the word that stands right before the verb and its helpers."""
    last = clause.low(stop - 1)
    if last in ("who", "which"):
        return _antecedent(clause, first, stop, cue)
    if last in PAUSES:
        return _before_aside(clause, first, stop, cue)
    if clause.is_(stop - 1, "coordinator"):
        return _main_subject(clause, first, stop, cue)
    return _right_before(clause, first, stop, cue)


def _passive(clause: Clause, stop: int, verb: int) -> bool:
    """Whether the verb is passive, so that its subject is spoken to: "had been told"."""
    helpers = [clause.low(n) for n in range(stop, verb) if clause.is_(n, "auxiliary")]
    return bool(helpers) and helpers[-1] in BE and not clause.low(verb).endswith("ing")


def _light_verb(clause: Clause, first: int, stop: int) -> int | None:
    """The verb that leads to an infinitive: went on to say, wanted to add."""
    reach = range(stop - 2, max(first, stop - LEAP) - 1, -1)
    return next((n for n in reach if clause.is_(n, "lightverb")), None)


def _before_helpers(clause: Clause, first: int, at: int) -> int:
    """The word after the last one that is neither auxiliary, adverb, negation nor day."""
    while at > first and (
        clause.is_(at - 1, "auxiliary", "negation", "day") or clause.manner(at - 1)
    ):
        at -= 1
    return at


def _right_before(clause: Clause, first: int, stop: int, cue: int) -> Subject | None:
    """The phrase that ends before the verb; the main subject where that phrase is an object."""
    head = phrase_up_to(clause, first, stop)
    if head > first and clause.is_(head - 1, "preposition"):  # a man speaking to the Times said
        main = _main_subject(clause, first, head - 1, cue)
        if main is not None:
            return main
    if clause.low(head) == "that" and stop - head > 1:  # the letter shows that officers asked
        head += 1
    if head < stop and is_source(clause, head, stop):
        return Subject(head, stop, cue)
    return None


def _before_aside(clause: Clause, first: int, stop: int, cue: int) -> Subject | None:
    """A subject followed by an aside: "Mara Lund, who won the vote, said"."""
    closing = clause.low(stop - 1)
    opening = "(" if closing == ")" else closing
    for comma in reversed([n for n in range(first + 1, stop - 1) if clause.low(n) == opening]):
        head = phrase_up_to(clause, first, comma)
        named = clause.capital(comma - 1) or clause.is_(head, "determiner")
        clean = head == first or _clause_begins(clause, head)
        if head < comma and named and clean and is_source(clause, head, comma):
            mere = all(clause.manner(n) for n in range(comma + 1, stop - 1))
            bracket = closing == ")"
            return Subject(head, comma if mere else stop if bracket else stop - 1, cue)
    return None


def _clause_begins(clause: Clause, head: int) -> bool:
    """Whether a clause can begin there: after a pause, a conjunction, a day or an adverb."""
    last = head - 1
    after = clause.is_(last, "coordinator", "subordinator", "day", "adverb", "relative")
    return after or clause.low(last) in PAUSES


def _antecedent(clause: Clause, first: int, stop: int, cue: int) -> Subject | None:
    """The noun that "who" stands for, where a name is right before it; else the "who" itself."""
    begin, past = strip(clause, first, stop - 1)
    head = phrase_up_to(clause, begin, past)
    if head < past and clause.capital(past - 1) and is_source(clause, head, past):
        return Subject(head, past, cue)
    return Subject(stop - 1, stop, cue)


def _main_subject(clause: Clause, first: int, stop: int, cue: int) -> Subject | None:
    """The subject with which the sentence begins, for a second verb: "Lund rose, saying"."""
    at = _past_openers(clause, first, stop)
    if at is None:
        return None
    if clause.is_(at, "pronoun") and not clause.is_(at, "determiner"):
        return Subject(at, at + 1, cue)
    first, past = strip(clause, at, _phrase_end(clause, at, stop))
    if past <= first or not is_source(clause, first, past) or clause.is_(past - 1, "determiner"):
        return None
    return Subject(first, past, cue)


def _phrase_end(clause: Clause, first: int, stop: int) -> int:
    """The end of a phrase of names and known nouns: "A spokesman for the council"."""
    at = first
    while at < stop:
        if clause.is_(at, "determiner"):
            past = _noun_after(clause, at, stop)
            if past == at:
                break
            at = past
        elif clause.capital(at) or (clause.is_(at, "linking") and at > first):
            at += 1
        else:
            break
    while at > first and clause.is_(at - 1, "linking"):
        at -= 1
    return at


def _past_openers(clause: Clause, first: int, stop: int) -> int | None:
    """Where the subject can begin: after "And", "Later,", "In a letter to the council,"."""
    at = first
    while at < stop and (
        clause.is_(at, "coordinator") or clause.manner(at) or clause.low(at) in PAUSES
    ):
        at += 1
    if not clause.is_(at, "preposition", "subordinator"):
        return at
    return next((n + 1 for n in range(at, stop) if clause.low(n) == ","), None)


def _noun_after(clause: Clause, first: int, stop: int) -> int:
    """The word after the noun that a determiner goes with; `first` where no such noun is known."""
    nouns = clause.lexicon.nouns
    for at in range(first + 1, min(stop, first + BARE)):
        if clause.low(at) in nouns and clause.low(at + 1) not in nouns:
            return at + 1
        if clause.is_(at, "auxiliary", "preposition") or clause.low(at) in PAUSES:
            break
    return first
