"""What is left open: the words by which something stays unsure, unfinished, partly so, or on a condition.

Source: Saurí and Pustejovsky (2009) for what bears on factuality; Hyland (2005) for hedges; own.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking, Phrase
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

FIGURE = 3  # words after an approximator within which a figure stands
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
    found = [*_marked(tree, marks)]
    conditions = [(span, QualifierKind.CONDITION) for span in _conditions(tree, marks)]
    for span, kind in sorted([*found, *conditions]):
        holds = [one for one in told if any(part.holds(span) for part in one.content)]
        holds = holds or [one for one in told if one.cue and one.cue.meets(span)]
        on = min(holds, key=lambda one: sum(part.length for part in one.content), default=None)
        yield Left(span, kind, on)


def _marked(tree: Tree, marks: Marking) -> Iterator[tuple[Span, QualifierKind]]:
    """The phrases of the table that leave something open where they stand; the longest of those that overlap."""
    kinds = {kind.value: kind for kind in ORDER}
    every = [
        (phrase, kinds[name])
        for phrase in marks.found(tree.lows, 0, len(tree.words), *kinds)
        for name in phrase.classes
    ]
    taken: set[int] = set()
    out = []
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
    match kind:
        case QualifierKind.APPROXIMATOR:
            return _before_a_figure(tree, phrase)
        case QualifierKind.MODAL:
            return not one or not _allows(tree, at)
        case QualifierKind.SCOPE:
            return not one or (word.upos == "ADV" and _narrows(tree, at))
        case QualifierKind.TEMPORAL:
            return not one or (
                word.upos in ("ADV", "NOUN", "ADJ") and marks.tells(low, "for_a_time")
            )
        case QualifierKind.EVIDENTIAL:
            return not one or word.upos in ("ADV", "VERB", "ADJ")
        case _:
            return True


def _before_a_figure(tree: Tree, phrase: Phrase) -> bool:
    """Takes: "about 40 ships". Leaves: "about the ships"."""
    after = range(phrase.stop, min(phrase.stop + FIGURE, len(tree.words)))
    figure = next((n for n in after if tree.words[n].upos == "NUM"), None)
    if figure is None:
        return False
    return all(
        tree.words[n].upos in ("NUM", "ADV", "SYM", "DET", "ADP", "ADJ")
        for n in range(phrase.stop, figure)
    )


def _allows(tree: Tree, at: int) -> bool:
    """Takes: "you may go", "could see" in the past. Leaves: "it may rain"."""
    low, verb = tree.lows[at], tree.words[at].head
    subject = tree.subject(verb)
    if low == "may" and tree.words[at].upos != "AUX":
        return True
    if low in ("may", "could") and subject is not None and tree.lows[subject] == "you":
        return True
    negated = any(tree.lows[n] in ("not", "n't", "never") for n in tree.children(verb, "advmod"))
    return low == "could" and negated


def _narrows(tree: Tree, at: int) -> bool:
    """Takes: "only around the port", "mostly men". Leaves: "had only just come", "if only"."""
    if tree.lows[at] != "only" or at == 0:
        return True
    head = tree.words[at].head
    return tree.words[head].upos in ("NOUN", "PROPN", "NUM", "PRON") and tree.lows[at - 1] != "if"


def _conditions(tree: Tree, marks: Marking) -> Iterator[Span]:
    """Conditions, each with its whole clause or phrase.

    Takes: "if the board agrees", "in case of emergency", "barring rain". Leaves: "asked if the board agreed"; "once more".
    """
    for phrase in marks.found(tree.lows, 0, len(tree.words), "condition_opener"):
        at = phrase.first
        if (
            tree.lows[at] in ("once", "until", "should", "without", "pending", "even", "assuming")
            and phrase.stop - at == 1
        ):
            continue
        head = tree.words[phrase.stop - 1].head
        if phrase.stop - at > 1 and head < phrase.stop:
            head = tree.words[at].head
        relation = tree.relation(head)
        if relation not in ("advcl", "obl", "acl", "nmod", "advmod", "ccomp") or head < at:
            continue
        if relation == "ccomp" and tree.lows[at] == "if":
            continue
        span = tree.stretch([n for n in tree.below(head) if n >= at])
        if span is not None:
            yield span
