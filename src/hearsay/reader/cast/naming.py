"""Naming: what the words of a source phrase say of the source: a name, a description, or a pronoun."""

from itertools import pairwise

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast import descriptions
from hearsay.reader.cast.asides import DASHES
from hearsay.reader.cast.descriptions import MANY
from hearsay.reader.cast.in_asides import in_aside, of_another
from hearsay.reader.cast.names import (
    ARTICLES_OF_NAMES,
    LINKS,
    LONGEST_OFFICE,
    POSSESSIVE,
    in_brackets,
    is_surname,
    names,
)
from hearsay.reader.cast.seen import NOTHING, Seen
from hearsay.reader.clause import Clause, Word, clauses
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

BEFORE = (
    "only", "even", "also", "just", "and", "but", "by", "from", "about", "to", "than", "as", "whose",
)  # fmt: skip
"""Words before a source that are none of it."""

OPENING, CLOSING = {"“", "‘", '"', "(", "``"}, {"”", "’", '"', ")", "''"}
"""Marks that open and close what stands within them."""

WHEN = ("after", "before", "during", "following", "when", "while", "amid")
"""Words that open when it was said."""

BESIDES = (("as", "well"), ("along", "with"), ("together", "with"))
"""Words after which others stand who say it too: "the Courier | as well as | the Packet"."""

HIMSELF = ("himself", "herself", "itself", "themselves")
"""Words after a source that only lay weight on it: "the singer | himself"."""

NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
"""Words that say that there is no source: "Nobody rang"."""

PERSONAL = NOBODY | frozenset(
    {
        *("i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her"),
        *("it", "its", "they", "them", "their", "who", "whom", "whose", "which", "that", "this"),
        *("these", "those", "himself", "herself", "themselves", "itself", "what"),
    }
)
"""Words that stand for somebody or something named elsewhere."""


class Named(msgspec.Struct, frozen=True):
    """What a source phrase says of its source.

    Attributes:
        span: the words that name it: the name, or the whole description.
        name: the same words.
        key: what other namings of it share; None for a pronoun.
        proper: it is a proper name.
        kind: what it is, as far as these words tell.
        anonymous: it is said to be kept unnamed.
        many: it is more than one.
        clause: the words of the phrase.
        head: index of the name's last word, or of the description's noun.
    """

    span: Span
    name: str
    key: str | None
    proper: bool
    kind: ActorKind | None
    anonymous: bool = False
    many: bool = False
    clause: Clause | None = None
    head: int = 0

    @property
    def head_span(self) -> Span:
        """Where its noun or the name's last word stands."""
        return self.clause.words[self.head].span if self.clause and self.clause.words else self.span

    @property
    def noun(self) -> str:
        """The noun of a description, in small letters."""
        return self.clause.low(self.head) if self.clause else ""


def describe(
    text: str,
    words: Words,
    source: Span,
    lexicon: Lexicon,
    seen: Seen = NOTHING,
) -> Named:
    """What a source phrase says of its source."""
    every = clauses(text, words, source, lexicon)
    inside = tuple(w for c in every for w in c.words)
    inside = _within_marks(inside)
    if len(inside) > 1 and inside[-1].low in POSSESSIVE:
        inside = inside[:-1]  # the mayor's hope: who hopes is the mayor
    if len(inside) > 1 and inside[-1].low in HIMSELF:
        inside = inside[:-1]
    if len(inside) > 1 and _is_when(inside, lexicon, seen):
        inside = inside[:-1]
    while len(inside) > 1 and inside[0].low in BEFORE:
        inside = inside[1:]
    clause = Clause(inside, lexicon, common=seen.common)
    if (first := _past_sitting(clause)) > 0:
        clause = Clause(inside[first:], lexicon, common=seen.common)
    pronoun = len(clause) == 1 and clause.low(0) in PERSONAL
    if pronoun or _some_of_them(clause) or nobody(clause):
        return Named(source, source.cut(text), None, proper=False, kind=None, clause=clause)
    every_name = [run for run in names(clause) if not in_brackets(clause, run)]
    runs = [run for run in every_name if not _says_which(clause, run, seen)]
    head_stop = _head_stop(clause)
    joined = [run for run in runs if run[0] < head_stop]
    several = _several(text, clause, joined, head_stop, seen)
    if several is not None:
        return several
    heads = [
        run
        for run in runs
        if run[0] < head_stop and (not _within(clause, run) or _titled_so(clause, run, seen))
    ]
    runs = heads or runs
    if not heads or _is_common(clause, runs[-1], head_stop):
        held = [run for run in every_name if not of_another(clause, run, head_stop, seen)]
        aside, past = in_aside(clause, held, head_stop)
        runs, head_stop = (aside, past) if aside else (runs if not head_stop else [], head_stop)
    if runs and not _is_common(clause, runs[-1], head_stop):
        return _proper(text, clause, runs[-1])
    return _described(text, source, clause, head_stop, seen)


def _is_when(words: tuple[Word, ...], lexicon: Lexicon, seen: Seen) -> bool:
    """Whether a phrase is over before the day on which something was said: "Moss officials | Tuesday".

    Leaves: "Good Friday", "papers filed on Monday".
    """
    at = seen.at(words[-2].span)
    if at is None or seen.words[at].upos not in ("NOUN", "PROPN"):
        return False
    day = "day" in lexicon.grammar.get(words[-1].low, ())
    return day and not words[-1].form.isupper() and not lexicon.tells(words[-2].low, "feast_of")


def _within_marks(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without a mark at an edge whose fellow stands outside: "‘ | one official", "nobody knows him | )"."""
    forms = [word.form for word in words]
    while len(forms) > 1 and forms[0] in OPENING and not {*forms[1:]} & CLOSING:
        words, forms = words[1:], forms[1:]
    while len(forms) > 1 and forms[-1] in CLOSING and not {*forms[:-1]} & OPENING:
        words, forms = words[:-1], forms[:-1]
    return words


def channel(text: str, span: Span) -> Named:
    """What the words of a channel name that has no name: "in a statement"."""
    words = span.cut(text)
    key = "+" + " ".join(words.lower().split())
    return Named(span, words, key, proper=False, kind=ActorKind.DOCUMENT)


def _head_stop(clause: Clause) -> int:
    """Where the first comma, bracket or dash stands that parts an aside: "the mayor |, Mara Lund", "Lund | — who left —"."""
    when: tuple[str, ...] = WHEN
    past = 0
    for n in range(len(clause)):
        if n < past:
            continue
        if clause.low(n) == "(" and in_brackets(clause, (n + 1, n + 2)):
            past = n + 3  # the Board of Trade (BoT), which
            continue
        if clause.is_(n, "relative"):
            when = ()  # a nurse who looked after her
        if n and (clause.low(n) in when or (clause.low(n), clause.low(n + 1)) in BESIDES):
            return n  # said the Dane | after the match
        if clause.low(n) in ("(", ",") or (n and clause.low(n) in DASHES):
            return n
    return len(clause)


def _past_sitting(clause: Clause) -> int:
    """Where a body begins of which a phrase names a stretch alone: "the first day of | the inquiry"; 0 elsewhere.

    Leaves: "the people of the town", "Day of the Dead".
    """
    over = next(
        (n for n in range(len(clause)) if not clause.words[n].wordy or clause.capital(n)),
        len(clause),
    )
    of = next((n for n in range(1, over) if clause.low(n) == "of"), 0)
    of = of if of <= LONGEST_OFFICE else 0
    sitting = (
        of and clause.lexicon.tells(clause.low(of - 1), "sitting") and not clause.capital(of - 1)
    )
    whose = clause.low(of + 1) in ("the", "an", "a", "its", "their")
    return of + 1 if sitting and whose else 0


def nobody(clause: Clause) -> bool:
    """Whether a phrase says that there is no source, or where one was heard: "no group", "in an emailed statement".

    Leaves: "No 10", "a statement".
    """
    first, after = clause.low(0), clause.low(1)
    if len(clause) == 1:
        return first in NOBODY
    none = first in ("no", *NOBODY) and not after[:1].isdigit()
    comma = any(clause.low(n) == "," for n in range(len(clause)))
    return none or (clause.lexicon.tells(first, "channel_opens") and not comma)


def _some_of_them(clause: Clause) -> bool:
    """Whether a phrase is some of those who were just named: "many", "most of them"."""
    them = [clause.low(n) for n in range(1, len(clause))] in ([], ["of", "them"], ["of", "these"])
    return them and len(clause) > 0 and clause.low(0) in MANY - {"others"}


def _is_outlet_called(clause: Clause, run: tuple[int, int]) -> bool:
    """Whether a name is an outlet's, and the word after it, with which the phrase ends, says that: "Northern Wire | news agency".

    Leaves: "the Lund | agency", "Reuters | reporter".
    """
    tells, news = clause.lexicon.tells, clause.low(run[1]) == "news"
    past = run[1] + news
    ends = past >= len(clause) - 1 or not clause.words[past + 1].wordy
    whole = " ".join(clause.low(n) for n in range(*run))
    named = news or tells(clause.low(run[1] - 1), "outlet") or tells(whole, "outlet_name")
    called = tells(clause.low(past), "outlet", "any_outlet")
    return named and ends and called and not clause.capital(past)


def _says_which(clause: Clause, run: tuple[int, int], seen: Seen) -> bool:
    """Whether a capital only says which: "the Western claim", "the Russian side", "Channel | chiefs"; found in the tree.

    Leaves: "the Northern Wire | agency", an outlet with the word for what it is.
    """
    at = seen.at(clause.words[run[1] - 1].span)
    if at is None or _is_outlet_called(clause, run):
        return False
    nouns = [clause.words[n].span for n in range(run[1], len(clause)) if not clause.capital(n)]
    top = seen.words[at].head if seen.words[at].relation == "flat" else at
    while seen.words[top].relation in ("amod", "compound") and seen.words[top].head > top:
        top = seen.words[top].head
        if any(noun.holds(seen.words[top].span) for noun in nouns):
            return True
    return False


def _within(clause: Clause, run: tuple[int, int]) -> bool:
    """Whether a name is only part of a description: "a spokesman for Lund", "the mayor of Moss", "a cook who left Lund"."""
    titled = clause.capital(run[0] - 1) and clause.low(run[0] - 1) not in (*POSSESSIVE, "the")
    if titled and all(clause.capital(n) or clause.low(n) in LINKS for n in range(run[0])):
        return False  # Secretary of State | John Berg
    return any(clause.is_(n, "linking", "preposition", "relative") for n in range(run[0]))


def _titled_so(clause: Clause, run: tuple[int, int], seen: Seen) -> bool:
    """Whether a phrase ends in a person's name to which all before it is the title: "director of communications | Ida Lund".

    Found in the tree. Leaves: "a friend of singer | Ida Lund", of whom the singer is told.
    """
    first, stop = run
    if stop != len(clause) or stop - first < 2 or clause.capital(first - 1):  # noqa: PLR2004 - two names
        return False
    at = seen.at(clause.words[stop - 1].span)
    while at is not None and seen.words[at].relation in ("flat", "compound"):
        at = seen.words[at].head
    if at is None or seen.words[at].entity != "person" or not _of_person(clause, run, seen):
        return False
    if seen.words[at].relation == "appos":
        at = seen.words[at].head
    offices = [n for n in range(first) if seen.at(clause.words[n].span) == at]
    noun = offices[0] if offices else stop - 1
    known = clause.lexicon.nouns.get(clause.low(noun))
    office = (known is not None and known.kind == "person") or clause.lexicon.tells(
        clause.low(noun), "expert"
    )
    outside = not clause.span(0, stop).holds(seen.words[seen.words[at].head].span)
    return outside and (office or noun == stop - 1) and clause.low(first - 2) == "of"


def _proper(text: str, clause: Clause, run: tuple[int, int]) -> Named:
    """A source with a name."""
    first, stop = run
    span = clause.span(first, stop)
    kind = named_kind(clause, first, stop)
    low = clause.low(stop - 1)
    name = span.cut(text)
    return Named(span, name, low, proper=True, kind=kind, clause=clause, head=stop - 1)


def _of_person(clause: Clause, run: tuple[int, int], seen: Seen) -> bool:
    """Whether the network takes a name for a person's."""
    entities = (seen.entities.get(clause.words[n].span, "") for n in range(*run))
    return "person" in entities and named_kind(clause, *run) is not ActorKind.ORGANISATION


def _several(
    text: str, clause: Clause, runs: list[tuple[int, int]], stop: int, seen: Seen
) -> Named | None:
    """Names joined to one another: "Lund and Moe", "Ministry of Trade and Industry"."""
    if _is_joined_on(clause, runs, seen):
        return _proper(text, clause, runs[0])
    if len(runs) <= 1 or _within(clause, runs[0]) or _is_common(clause, runs[-1], stop):
        return None
    pairs = pairwise(runs)
    if any(there != past + 1 or clause.low(past) != "and" for (_, past), (there, _) in pairs):
        return None
    span = clause.span(runs[0][0], runs[-1][1])
    one = clause.lexicon.tells(span.cut(text).lower(), "one_name")
    if not one and all(_of_person(clause, run, seen) for run in runs):
        return _proper(text, clause, runs[0])  # Lund and Moe: of two persons the first
    one = one or named_kind(clause, *runs[0]) is ActorKind.ORGANISATION
    kind = ActorKind.ORGANISATION if one else ActorKind.GROUP
    return Named(
        span, span.cut(text), span.cut(text).lower(), proper=True, kind=kind, clause=clause
    )


def _is_joined_on(clause: Clause, runs: list[tuple[int, int]], seen: Seen) -> bool:
    """Whether a second person is joined to a first, over his own title: "| Ida Lund | and the director Karl Berg"."""
    there = runs[-1][0] if len(runs) > 1 else 0
    link = any(clause.low(n) == "and" for n in range(runs[0][1] if there else 0, there))
    whole = link and runs[0][1] - runs[0][0] > 1 and not _within(clause, runs[0])
    if not whole or not all(_of_person(clause, run, seen) for run in (runs[0], runs[-1])):
        return False
    at = seen.at(clause.words[there].span)
    while at is not None and seen.words[at].relation in ("flat", "compound", "appos", "nmod:desc"):
        at = seen.words[at].head
    if at is None or seen.words[at].relation != "conj":
        return False
    return clause.span(0, there).holds(seen.words[seen.words[at].head].span)


def _described(text: str, source: Span, clause: Clause, stop: int, seen: Seen) -> Named:
    """A source without a proper name."""
    found = descriptions.read(clause, stop, seen)
    span = clause.span(0, stop) if stop else source
    return Named(
        span=span,
        name=span.cut(text),
        key=f"~{span.cut(text).lower()}",
        proper=False,
        kind=found.kind,
        anonymous=found.anonymous,
        many=found.many,
        clause=clause,
        head=found.head,
    )


def _is_common(clause: Clause, run: tuple[int, int], stop: int) -> bool:
    """Whether the phrase goes on to a common noun: "Clinton campaign aides", "Putin's spokesman". Leaves: "Northern Wire news agency"."""
    if _is_outlet_called(clause, run) or in_brackets(clause, (run[1] + 1, run[1] + 2)):
        return False  # the Moss Front (MF) group
    over = next((n for n in range(run[1], stop) if clause.is_(n, "linking", "preposition")), stop)
    rest = [n for n in range(run[1], over) if clause.words[n].wordy]
    if not rest:
        return False
    if clause.low(run[1]) in POSSESSIVE:  # Greaves' deputy, whose mark is a sign alone
        return True
    return clause.low(rest[0]) in ("'s", "'") or clause.low(rest[-1]) in clause.lexicon.nouns


def named_kind(clause: Clause, first: int, stop: int) -> ActorKind | None:
    """What a proper name names, as far as its words tell."""
    last = clause.words[stop - 1]
    opens = clause.lexicon.nouns.get(clause.low(first))
    if opens is not None and opens.kind == "document" and last.low[:1].isdigit():
        return ActorKind.DOCUMENT  # Article 4
    noun = clause.lexicon.nouns.get(last.low)
    plain = not is_surname(clause, first, stop)
    if noun is not None and noun.kind in ("organisation", "document") and plain:
        return ActorKind(noun.kind)
    if any(clause.low(n) in ("of", "for", "&") for n in range(first, stop)):
        return ActorKind.ORGANISATION
    lone = stop - first == 1 + (clause.low(first) in ARTICLES_OF_NAMES)  # al Qaida
    if lone and last.form.isupper() and len(last.form) > 1:
        return ActorKind.ORGANISATION
    if first > 0 and clause.low(first - 1) == "the":
        return ActorKind.ORGANISATION
    titled = first > 0 and clause.low(first - 1) in clause.lexicon.nouns
    return ActorKind.PERSON if titled or not lone else None
