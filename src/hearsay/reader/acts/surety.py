"""Surety: how surely a speaker puts a content, and how the author passes it on.

Two things that readers confuse: "he said it will certainly hold" is the speaker's certainty; "he claimed that it will
hold" is the author's distance. Source: Saurí and Pustejovsky (2009), FactBank, for the two holders.
"""

from collections.abc import Sequence

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Certainty, PassedOn
from hearsay.text.span import Span, Spans

LEVELS = (
    ("probable", Certainty.PROBABLE),
    ("possible", Certainty.POSSIBLE),
    ("certain", Certainty.CERTAIN),
)
NEAR = ("advmod", "aux", "cop", "obl", "parataxis", "discourse", "xcomp", "csubj", "ccomp", "amod")
PASSED = (
    ("doubted", PassedOn.REJECTED),
    ("at_distance", PassedOn.DISTANCED),
    ("hedged", PassedOn.HEDGED),
    ("vouched", PassedOn.VOUCHED),
)


def certainty(
    tree: Tree, cue: Span | None, content: Spans, marks: Marking
) -> tuple[Certainty, Spans]:
    """How surely a speaker puts a content, and the words that say so.

    Takes: "it will probably hold", "she is convinced that it will hold". Leaves: "a man who may be a driver waits", where
    the word bears on something beside the point.
    """
    if cue is not None:
        run = tree.over(cue)
        for found in marks.found(tree.lows, run.start, run.stop, "certain_of"):
            return Certainty.CERTAIN, (_span(tree, found.first, found.stop),)
    for part in content:
        run = tree.over(part)
        for name, level in LEVELS:
            for found in marks.found(tree.lows, run.start, run.stop, name):
                if _on_the_point(tree, found.first, found.stop, run):
                    return level, (_span(tree, found.first, found.stop),)
    if cue is not None:  # it seems, is expected to, may be hoping
        run = tree.over(cue)
        for name, level in LEVELS[:2]:
            for found in marks.found(tree.lows, run.start, run.stop, name):
                return level, (_span(tree, found.first, found.stop),)
    return Certainty.UNSPECIFIED, ()


def _on_the_point(tree: Tree, first: int, stop: int, run: range) -> bool:
    """Whether a word of surety bears on a main clause of a content."""
    words = [n for n in range(first, stop) if tree.words[n].head not in range(first, stop)] or [
        first
    ]
    at = words[0]
    top = tree.top(run)
    for above in (at, *tree.up(at)):
        if above == top or above not in run or tree.words[above].head == above:
            return True
        relation = tree.relation(above)
        if relation in ("acl", "advcl", "nmod") and not tree.words[above].relation.startswith(
            "advcl:relcl"
        ):
            return False
        if above != at and relation in ("nsubj", "obj", "obl", "iobj"):
            return False
    return True


def passed_on(
    tree: Tree, sense: Sense | None, cue: Span | None, content: Spans, marks: Marking
) -> tuple[PassedOn, Spans]:
    """How the author passes a statement on, and the words that say so.

    Takes: "falsely said", "reportedly wants", "claimed". Leaves: "said he had apparently slept", the speaker's own doubt.
    """
    if cue is not None:
        run = tree.over(cue)
        beside = range(max(0, run[0] - 2), run.stop)
        inside = set(tree.inside(content))
        for name, how in PASSED:
            for found in marks.found(tree.lows, beside.start, beside.stop, name):
                if not inside & set(range(found.first, found.stop)) and _adverb_or_in(
                    tree, found.first, run
                ):
                    return how, (_span(tree, found.first, found.stop),)
    if sense is not None and sense.passed_on != "plain" and cue is not None:
        return PassedOn(sense.passed_on), (cue,)
    return PassedOn.PLAIN, ()


def _adverb_or_in(tree: Tree, at: int, run: range) -> bool:
    """Whether a word right before a cue belongs to it: it stands in it, or hangs on one of its words."""
    return at in run or tree.words[at].head in run


def _span(tree: Tree, first: int, stop: int) -> Span:
    return tree.words[first].span.hull(tree.words[stop - 1].span)


def both(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """Spans of two lists, sorted, without those that overlap an earlier one."""
    out: list[Span] = []
    for span in sorted({*one, *other}):
        if not out or out[-1].before(span):
            out.append(span)
    return tuple(out)
