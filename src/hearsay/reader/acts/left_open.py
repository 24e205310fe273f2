"""What is left open: the words by which something stays unsure, unfinished, partly so, or on a condition.

Source: Saurí and Pustejovsky (2009) for what bears on factuality; Hyland (2005) for hedges; own.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking, Phrase, marking
from hearsay.reader.acts.able import of_leave, of_power
from hearsay.reader.acts.clauses import NOBODY, NOT
from hearsay.reader.acts.conditions import conditions
from hearsay.reader.acts.helping import MIGHT
from hearsay.reader.acts.resting import resting
from hearsay.reader.acts.roughly import before_a_figure
from hearsay.reader.acts.unconditional import WHATEVER
from hearsay.reader.acts.unsaid import asked, unsaid
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import QualifierKind
from hearsay.text.span import Span

ORDER = (
    QualifierKind.OPEN,
    QualifierKind.EVIDENTIAL,
    QualifierKind.MODAL,
    QualifierKind.TEMPORAL,
    QualifierKind.SCOPE,
    QualifierKind.APPROXIMATOR,
)
"""Of two kinds for the same words the one that leaves more open."""

REASON = {
    QualifierKind.OPEN: "says that it is not settled",
    QualifierKind.EVIDENTIAL: "says that it rests on a sign or on hearsay",
    QualifierKind.MODAL: "says that it may be otherwise",
    QualifierKind.TEMPORAL: "holds for a time only, or leaves open when",
    QualifierKind.SCOPE: "holds of a part only",
    QualifierKind.APPROXIMATOR: "leaves open how much exactly",
    QualifierKind.CONDITION: "holds on a condition",
}


class Left(msgspec.Struct, frozen=True):
    """Words that leave something open.

    Attributes:
        span: the words.
        kind: how they do it.
        on: the statement in which they stand; None in the author's own words.
    """

    span: Span
    kind: QualifierKind
    on: Statement | None


def left_open(tree: Tree, told: Sequence[Statement], marks: Marking) -> Iterator[Left]:
    """What is left open, in the order of the text; no two share words, but for conditions.

    Takes: "may open", "for the moment", "about 40 ships", "only around the port", "if it holds", "it is unclear when".
    Leaves: "you may go", which permits; "about the port"; "the only bridge"; "even if it rains".
    """
    runs = [run for run in conditions(tree, marks) if tree.lows[run[0]] not in WHATEVER]
    held = [span for run in runs for span in tree.spans(run)]
    opens = {span.start for span in held}  # only | if it rains: a condition, and no part
    found = [one for one in _marked(tree, marks) if one[0].start not in opens]
    for span, kind in sorted([*found, *((span, QualifierKind.CONDITION) for span in held)]):
        at = tree.words[tree.over(span)[0]].span
        asked = (
            tree.lows[tree.over(span)[0]] == "("
        )  # by the author, whoever is told to say the rest
        holds = [one for one in told if not asked and any(part.holds(at) for part in one.content)]
        on = min(holds, key=lambda one: sum(part.length for part in one.content), default=None)
        if on is None and kind in OF_WHAT_IS_TOLD:
            on = _hangs_on(tree, tree.over(span), told)
        yield Left(span, kind, on)


OF_WHAT_IS_TOLD = (QualifierKind.CONDITION, QualifierKind.TEMPORAL)
"""Kinds that bear on what is told, where they stand after it and outside of its marks."""


def _hangs_on(tree: Tree, run: range, told: Sequence[Statement]) -> Statement | None:
    """The statement on whose words some words after it hang.

    Takes: "agreed to meet, provided that it was public", of what was agreed. Leaves: "If it rains, Lund said so"; what hangs on the
    author's own words.
    """
    over = next((tree.words[n].head for n in run if tree.words[n].head not in run), None)
    for _ in range(DEPTH):
        if over is None or over > run[0]:
            return None
        at = tree.words[over].span
        holds = [one for one in told if any(part.holds(at) for part in one.content)]
        if holds:
            return min(holds, key=lambda one: sum(part.length for part in one.content))
        binds = [one for one in told if one.cue is not None and one.cue.holds(at)]
        if binds:
            return binds[0]
        if tree.words[over].head == over:
            return None
        over = tree.words[over].head
    return None


DEPTH = 2


def _marked(tree: Tree, marks: Marking) -> Iterator[tuple[Span, QualifierKind]]:
    """The phrases of the table that leave something open where they stand; the longest of those that overlap."""
    kinds = {kind.value: kind for kind in ORDER}
    every = [
        (phrase, kinds[name])
        for phrase in marks.found(tree.lows, 0, len(tree.words), *kinds)
        for name in phrase.classes
    ]
    out = [(span, QualifierKind.OPEN) for span in (*unsaid(tree, marks), *asked(tree))]
    out += [(span, QualifierKind.EVIDENTIAL) for span in resting(tree, marks)]
    taken = {n for span, _ in out for n in tree.over(span)}
    for phrase, kind in sorted(
        every, key=lambda one: (one[0].first - one[0].stop, ORDER.index(one[1]), one[0].first)
    ):
        run = range(phrase.first, phrase.stop)
        if taken & {*run} or not _opens(tree, phrase, kind, marks):
            continue
        taken |= {*run}
        out.append((tree.words[phrase.first].span.hull(tree.words[phrase.stop - 1].span), kind))
    yield from out


def _opens(tree: Tree, phrase: Phrase, kind: QualifierKind, marks: Marking) -> bool:
    """Whether a phrase leaves something open where it stands."""
    at, one = phrase.first, phrase.stop - phrase.first == 1
    low, word = tree.lows[at], tree.words[at]
    if tree.lows[at : at + 3] == ["early", "days", "of"]:
        return False
    match kind:
        case QualifierKind.APPROXIMATOR:
            return before_a_figure(tree, phrase)
        case QualifierKind.MODAL:
            return _doubts(tree, phrase, marks)
        case QualifierKind.SCOPE:
            best = tree.lows[at] == "some" and _superlative(tree, phrase.stop)
            other = tree.lows[at : at + 3] == ["most", "of", "all"] or tree.lows[at - 1] == "not"
            other = other or best or _is_region(tree, at)
            return not other if not one else _narrows(tree, at)
        case QualifierKind.TEMPORAL:
            return _for_a_time(tree, phrase, marks)
        case QualifierKind.EVIDENTIAL:
            beside = not marks.tells(low, "attributive") or tree.relation(at) == "amod"
            beside = beside and not (low == "reported" and tree.lows[word.head].endswith("s"))
            return not one or (
                word.upos in ("ADV", "VERB", "ADJ") and beside and not _comes_to_view(tree, at)
            )
        case _:
            return not (_is_seen(tree, phrase) or _is_settled(tree, phrase))


def _is_region(tree: Tree, at: int) -> bool:
    """Takes: "the northern | parts of | the country". Leaves: "parts of the country were flooded"."""
    return tree.lows[at] == "parts" and tree.child(at, "amod", "det") is not None


def _superlative(tree: Tree, at: int) -> bool:
    """Takes: "some of | the finest boats", "some of | its most famous men". Leaves: "some of | the boats"."""
    near = range(at, min(at + 2, len(tree.words)))
    return any(
        tree.lows[n] == "most" or (tree.words[n].upos == "ADJ" and tree.lows[n].endswith("est"))
        for n in near
    )


def _is_settled(tree: Tree, phrase: Phrase) -> bool:
    """Takes: "hands | up in the air", "a complete | unknown", "previously | undisclosed", "was up to | the task". Leaves: "the date is up in the air"."""
    first, last = phrase.first, phrase.stop - 1
    beside = tree.words[first - 1].upos in ("NOUN", "PRON") and tree.lows[first] == "up"
    task = any(marking().tells(low, "equal_to") for low in tree.lows[last + 1 : last + 4])
    named = tree.words[first].upos == "NOUN" and tree.lows[first] == "unknown"
    equal = tree.lows[last - 1 : last + 1] == ["up", "to"] and task
    return beside or named or equal or tree.lows[first - 1] in ("previously", "hitherto", "once")


def _comes_to_view(tree: Tree, at: int) -> bool:
    """Takes: "last | appeared | on 8 January", "appeared dressed in black". Leaves: "appeared | unusable", "he is, it appears, dead"."""
    if not tree.lows[at].startswith("appear"):
        return False
    so = tree.child(at, "xcomp", "ccomp", "csubj")
    named = so is not None and tree.lows[so].endswith("ed")
    return named or (so is None and tree.relation(at) not in ("parataxis", "advcl"))


def _is_seen(tree: Tree, phrase: Phrase) -> bool:
    """Whether "we will see" tells what will be seen: "we will see | our animals again"."""
    last = phrase.stop - 1
    return tree.lows[last] == "see" and tree.child(last, "obj") is not None


def _doubts(tree: Tree, phrase: Phrase, marks: Marking) -> bool:
    """Takes: "may be late", "could fall". Leaves: "you may go", "could swim", "likely voters", "as soon as possible"."""
    at, low = phrase.first, tree.lows[phrase.first]
    if tree.lows[at : at + 3] == ["may", "as", "well"]:
        return False
    if low == "would":
        return _softly(tree, tree.words[at].head)
    if low in ("may", "could"):
        return not (of_leave(tree, at, marks) if low == "may" else of_power(tree, at))
    if low == "potential":
        return tree.relation(at) == "amod"
    if low == "possible":
        no = any(tree.lows[n] in NOT for n in tree.children(at, "advmod"))
        return not no and tree.lows[at - 1] not in AS_POSSIBLE and not _made_so(tree, at)
    if tree.lows[phrase.first : phrase.stop + 1] in CHANCES:
        return False  # a chance to speak
    near = (tree.words[at].head, *range(phrase.stop, min(phrase.stop + 2, len(tree.words))))
    return not (low == "likely" and any(marks.tells(tree.lows[n], "polled") for n in near))


def _softly(tree: Tree, at: int) -> bool:
    """Takes: "it would be | unwise | to go", which softens a no. Leaves: "that would be late", "they would be wise to go"."""
    it = any(tree.lows[n] == "it" for n in tree.children(at, "expl", "nsubj"))
    inner = tree.children(at, "csubj", "xcomp", "ccomp", "advcl")
    return it and any(tree.lows[m] == "to" for n in inner for m in tree.children(n, "mark"))


AS_POSSIBLE = frozenset({"as", "if", "when", "where", "whenever", "wherever"})
"""Words before a "possible" that doubts nothing: "as soon as | possible", "where | possible", a condition."""


def _made_so(tree: Tree, at: int) -> bool:
    """Whether what is possible has been made so: "made it | possible", "makes | possible a deal"."""
    near = range(max(0, at - MADE), at)
    return any(tree.lows[n] in ("make", "makes", "made", "making") for n in near)


CHANCES = (["a", "chance", "to"], ["every", "chance", "to"])
MADE = 3  # words before "possible" among which it is told that it was made so


def _for_a_time(tree: Tree, phrase: Phrase, marks: Marking) -> bool:
    """Takes: "for the moment", "temporarily". Leaves: "today", which dates; "as soon as", which opens a condition."""
    if any(
        one.stop - one.first == phrase.stop - phrase.first
        for one in marks.found(tree.lows, phrase.first, phrase.stop, "dates")
    ):
        return False
    if tree.lows[phrase.first : phrase.stop] == ["so", "far"] and _is_far(tree, phrase.stop):
        return False
    if tree.lows[phrase.first : phrase.stop] == ["yet"] and not _not_yet(tree, phrase.first):
        return False
    as_soon = phrase.stop < len(tree.lows) and tree.lows[phrase.stop] == "as"
    low, kind = tree.lows[phrase.first], tree.words[phrase.first].upos
    alone = kind in ("ADV", "NOUN", "ADJ") and marks.tells(low, "for_a_time") and not as_soon
    return phrase.stop - phrase.first > 1 or alone


def _is_far(tree: Tree, at: int) -> bool:
    """Takes: "went so far | as to praise him", "so far | from home", "so far | ahead". Leaves: "so far | 20 have come"."""
    return not AFAR.isdisjoint(tree.lows[at : at + 1])


AFAR = frozenset({"as", "from", "up", "down", "ahead", "away", "out", "into"})


def _not_yet(tree: Tree, at: int) -> bool:
    """Takes: "nobody has yet asked", "it may yet come". Leaves: "| yet | there is hope", "dead yet again", "the best sign yet"."""
    opens = tree.words[at - 1].upos in ("PUNCT", "CCONJ") and tree.lows[at - 1] != ","
    after = tree.lows[at + 1 : at + 2]
    if opens or after in (["again"], ["another"]):
        return False
    before = {tree.lows[n] for n in tree.sentence(at) if n < at}
    return after == ["to"] or bool(before & (NOT | NOBODY | MIGHT))


def _narrows(tree: Tree, at: int) -> bool:
    """Takes: "only around the port", "mostly men", "most ships". Leaves: "had only just come", "the most beautiful"."""
    low, head = tree.lows[at], tree.words[at].head
    if low == "most":
        noun = tree.words[head].upos in ("NOUN", "PROPN") and tree.relation(at) in (
            "amod",
            "det",
            "advmod",
        )
        many = tree.lows[head].endswith("s") or tree.words[head].entity == "person"
        alone = tree.relation(at) in ("nsubj", "obj")
        return ((noun and many) or alone) and tree.lows[at - 1] not in ("the", "-")
    if tree.words[at].upos != "ADV":
        return low == "except"
    if low in ("largely", "mostly", "mainly") and tree.relation(head) == "amod" and head == at + 1:
        return False  # largely white electorates
    if low != "only" or at == 0:
        return True
    if tree.lows[at - 1] in ("-", "not"):
        return False  # web-only; not only a disgrace but …
    if at + 1 < len(tree.words) and tree.words[at + 1].upos == "ADP":
        reached = tree.words[tree.words[at + 1].head]
        return reached.entity != "time" and reached.upos in ("NOUN", "PROPN", "PRON", "NUM")
    return tree.words[head].upos in ("NOUN", "PROPN", "NUM", "PRON") and tree.lows[at - 1] != "if"
