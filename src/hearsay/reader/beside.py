"""Who said it, and by which word: a source and a cue in the clause beside a quotation.

No parser: the clause is short and news is written to a few patterns. Each pattern is a function with
a name that is a statement; its docstring gives a sentence that it takes and one that it leaves.
"""

import msgspec

from hearsay.language.lexicon import Cue
from hearsay.reader.clause import PAUSES, Clause, strip
from hearsay.reader.phrases import is_source, phrase_from, phrase_up_to
from hearsay.reader.subjects import subject_of
from hearsay.text.span import Span

REACH_COLON = 22  # words between a verb of saying and the colon that its quotation follows
REACH_COMMA = 14  # the same with a comma
REACH_BARE = 8  # the same with no mark between
REACH_FRAGMENT = 30  # the same where the quotation is part of the sentence
TOLD = ("tell", "inform", "brief", "notify", "ask", "quote", "cite")  # with no object: passive
DASHES = ("—", "–", "―", "-", "--")
JOINING = (".", "-", "de", "van", "von", "der", "den", "al", "bin", "da", "del", "di", "jr.", "sr.")
LONGEST_SIGNED = 7  # words of a name, with the dash before it and initials
LONGEST_OFFICE = 8  # words after it: an office, an age, a town
LONGEST_SUBJECT = 45  # words; appositions and relative clauses included


class Beside(msgspec.Struct, frozen=True):
    """A source and a cue beside a quotation.

    Attributes:
        source: the words for who said it.
        cue: the words that make it an attribution.
        rule: the name of the pattern.
        entry: what the table knows of the cue; None for a verb that is not in it.
    """

    source: Span
    cue: Span
    rule: str
    entry: Cue | None = None


def after(clause: Clause) -> Beside | None:
    """The source and cue in a clause that follows a quotation."""
    first, stop = strip(clause, 0, len(clause))
    if first == stop:
        return None
    return (
        according_to_after_quote(clause, first)
        or verb_before_source_after_quote(clause, first)
        or source_before_verb_after_quote(clause, first, stop)
    )


def before(clause: Clause, *, fragment: bool = False) -> Beside | None:
    """The source and cue in a clause that leads up to a quotation.

    A fragment is a quotation that is part of a sentence: the verb may stand further from it.
    """
    first, stop = strip(clause, 0, len(clause))
    if first == stop:
        return None
    mark = clause.low(stop)
    reach = {":": REACH_COLON, ",": REACH_COMMA}.get(mark, REACH_BARE)
    if fragment:
        return verb_before_quote(
            clause, first, stop, mark, REACH_FRAGMENT
        ) or according_to_before_fragment(clause, first)
    return (
        verb_before_quote(clause, first, stop, mark, reach)
        or according_to_before_quote(clause, first, stop, mark)
        or name_and_unlisted_verb_before_quote(clause, first, stop, mark)
        or name_and_colon_before_quote(clause, first, stop, mark)
    )


def source_before_verb(clause: Clause) -> Beside | None:
    """A source with which a clause begins, and its verb of saying; whatever the clause goes on to."""
    first, stop = strip(clause, 0, len(clause))
    while first < stop and (clause.manner(first) or clause.low(first) in PAUSES):
        first += 1
    return source_before_verb_after_quote(clause, first, stop) if first < stop else None


def dash_and_name_after_quote(clause: Clause) -> Beside | None:
    """“…” — a name, and nothing more but an office: how voices of readers and passers-by are signed.

    Takes: “It is over.” — Mara Lund, teacher
    Leaves: “It is over” — Lund knew it, and so did we.
    """
    if clause.low(0) not in DASHES:
        return None
    name = 1
    while clause.capital(name) or (name > 1 and clause.low(name) in JOINING):
        name += 1
    rest = [n for n in range(name, len(clause)) if clause.words[n].wordy]
    told = name < len(clause) and (clause.low(name) not in PAUSES or any(map(clause.cue, rest)))
    opens = clause.is_(1, "determiner", "pronoun", "subordinator", "preposition")
    if name == 1 or opens or told or len(rest) > LONGEST_OFFICE or name > LONGEST_SIGNED:
        return None
    return Beside(clause.span(1, name), clause.span(0, 1), "dash_and_name_after_quote")


def according_to_after_quote(clause: Clause, first: int) -> Beside | None:
    """“…,” according to a source.

    Takes: “It is over,” according to the ministry.
    Leaves: “It is over,” and it went according to plan.
    """
    if (clause.low(first), clause.low(first + 1)) != ("according", "to"):
        return None
    stop = phrase_from(clause, first + 2)
    if stop <= first + 2:
        return None
    source, cue = clause.span(first + 2, stop), clause.span(first, first + 2)
    return Beside(source, cue, "according_to_after_quote", clause.lexicon.cue("according to"))


def verb_before_source_after_quote(clause: Clause, first: int) -> Beside | None:
    """“…,” said a source: the inverted order.

    Takes: “It is over,” said Mara Lund, the mayor, in a letter.
    Leaves: “It is over,” said in haste.
    """
    at = first
    while clause.manner(at):
        at += 1
    entry = clause.cue(at)
    if entry is None or clause.capital(at):
        return None
    begin = clause.cue_stop(at)
    stop = phrase_from(clause, begin)
    if stop <= begin or not is_source(clause, begin, stop):
        return None
    source, cue = clause.span(begin, stop), clause.span(at, begin)
    return Beside(source, cue, "verb_before_source_after_quote", entry)


def source_before_verb_after_quote(clause: Clause, first: int, stop: int) -> Beside | None:
    """“…,” a source said, with asides between the two.

    Takes: “It is over,” Mara Lund, who won the vote, also told the council.
    Leaves: “It is over,” when the mayor said that it was.
    """
    for at in range(first + 1, min(stop, first + LONGEST_SUBJECT)):
        entry = clause.cue(at)
        if entry is None or clause.low(at).endswith("ing"):
            continue
        if _spoken_to(clause, at, entry):
            continue
        subject = subject_of(clause, first, at)
        if subject is None or subject.first != first:
            continue
        source = clause.span(subject.first, subject.stop)
        cue = clause.span(subject.verb, clause.cue_stop(at))
        return Beside(source, cue, "source_before_verb_after_quote", entry)
    return None


def name_and_unlisted_verb_before_quote(
    clause: Clause, first: int, stop: int, mark: str
) -> Beside | None:
    """A name or a pronoun and a verb that no table lists, right before a comma or a colon.

    Takes: In the refrain, Lund foghorns, “It is over.”
    Takes: I give her words as the Wire carried them: “It is over.”
    Leaves: Lund, pleased: “It is over.”
    """
    if clause.low(stop - 1) in ("it", "them", "this", "so") and _unlisted_verb(clause, stop - 2):
        stop -= 1
    if mark not in (",", ":") or not _unlisted_verb(clause, stop - 1):
        return None
    start = phrase_up_to(clause, first, stop - 1)
    named = clause.is_(start, "pronoun", "determiner") or clause.capital(start)
    if start >= stop - 1 or not named or not is_source(clause, start, stop - 1):
        return None
    source, cue = clause.span(start, stop - 1), clause.span(stop - 1, stop)
    return Beside(source, cue, "name_and_unlisted_verb_before_quote")


def _unlisted_verb(clause: Clause, at: int) -> bool:
    """Whether a word has the shape of a finite verb and is in no table."""
    low = clause.low(at)
    shaped = low.endswith(("ed", "s")) and not low.endswith(("ss", "'s")) and len(low) > 3  # noqa: PLR2004
    return (
        shaped
        and low.isalpha()
        and not clause.capital(at)
        and not clause.is_(at, "auxiliary", "determiner", "preposition", "pronoun", "day")
    )


def verb_before_quote(
    clause: Clause, first: int, stop: int, mark: str, reach: int
) -> Beside | None:
    """A source said: “…”; with a colon, a comma, "that" or nothing between.

    Takes: In a letter on Monday, Mara Lund, the mayor, told the council: “It is over.”
    Leaves: The man who said so is known as “the Fox”.
    """
    inner: Beside | None = None
    for at in range(stop - 1, max(first - 1, stop - 1 - reach), -1):
        entry = clause.cue(at)
        if entry is None or not _leads_to_quote(clause, at, stop, mark):
            continue
        if _spoken_to(clause, at, entry):
            continue
        if reach == REACH_FRAGMENT and (entry.type != "comm" or _breaks(clause, at, stop)):
            continue
        subject = subject_of(clause, first, at)
        if subject is None:
            continue
        source = clause.span(subject.first, subject.stop)
        cue = clause.span(subject.verb, clause.cue_stop(at))
        found = Beside(source, cue, "verb_before_quote", entry)
        told = reach == REACH_FRAGMENT and clause.low(subject.first - 1) == "that"
        if not told:
            return found
        inner = inner or found  # Lund said that officers had asked for “time”: Lund says it
    return inner


def _spoken_to(clause: Clause, at: int, entry: Cue) -> bool:
    """Whether the verb is a participle, its noun spoken to: "people briefed on the plan"."""
    return entry.lemma in TOLD and clause.is_(at + 1, "preposition")


def _leads_to_quote(clause: Clause, at: int, stop: int, mark: str) -> bool:
    """Whether what stands between a verb of saying and the quotation leads on to it."""
    between = range(at + 1, stop)
    if any(clause.low(n) in (";", ":") for n in between):
        return False
    if mark == ":" or not between:
        return True
    return not any(clause.is_(n, "relative") and clause.low(n) != "that" for n in between)


def _breaks(clause: Clause, at: int, stop: int) -> bool:
    """Whether a dash or a bracket parts a verb of saying from the words within marks."""
    rest = clause.words[at + 1 : stop + 1]
    return any(word.form in ("—", "–", "--", "(") for word in rest) or clause.low(stop) == "("


def according_to_before_quote(clause: Clause, first: int, stop: int, mark: str) -> Beside | None:
    """According to a source, “…”.

    Takes: According to the ministry, “it is over”.
    Leaves: All went according to plan. “It is over,” he said.
    """
    for at in range(max(first, stop - REACH_COLON), stop - 2):
        if (clause.low(at), clause.low(at + 1)) != ("according", "to"):
            continue
        end = phrase_from(clause, at + 2)
        if end < stop or mark not in (",", ":"):
            continue
        source, cue = clause.span(at + 2, end), clause.span(at, at + 2)
        return Beside(source, cue, "according_to_before_quote", clause.lexicon.cue("according to"))
    return None


def according_to_before_fragment(clause: Clause, first: int) -> Beside | None:
    """According to a source, the … “…” …, at the start of the sentence.

    Takes: According to the ministry, it is “a disaster” for the town.
    Leaves: According to plan, the “disaster” is over.
    """
    begin = first + 2
    if (clause.low(first), clause.low(first + 1)) != ("according", "to"):
        return None
    stop = phrase_from(clause, begin)
    if clause.low(stop) != ",":  # no apposition: According to Lund, the bridge is
        stop = next((n for n in range(begin + 1, len(clause)) if clause.low(n) == ","), begin)
    known = clause.is_(begin, "determiner") or clause.capital(begin)
    if stop <= begin or not (known or clause.low(stop - 1) in clause.lexicon.nouns):
        return None
    source, cue = clause.span(first + 2, stop), clause.span(first, first + 2)
    return Beside(source, cue, "according_to_before_quote", clause.lexicon.cue("according to"))


def name_and_colon_before_quote(clause: Clause, first: int, stop: int, mark: str) -> Beside | None:
    """A name, a colon, “…”: as in headlines, captions and transcripts.

    Takes: Lund: “It is over.”
    Leaves: The Answer Is Simple and Short: “It is over.”
    """
    short = stop - first <= 5  # noqa: PLR2004 - title, given name, particle, surname, suffix
    start = phrase_up_to(clause, first, stop)
    if mark != ":" or not short or start != first:
        return None
    if not all(clause.capital(n) or clause.is_(n, "linking") for n in range(first, stop)):
        return None
    colon = clause.span(stop, stop + 1)
    return Beside(clause.span(first, stop), colon, "name_and_colon_before_quote")
