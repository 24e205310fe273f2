"""Surety: how surely a speaker puts a content, and how the author passes it on.

Two things that readers confuse: "he said it will certainly hold" is the speaker's certainty; "he claimed that it will
hold" is the author's distance. Source: Saurí and Pustejovsky (2009), FactBank, for the two holders.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.able import of_leave, of_power
from hearsay.reader.acts.helping import MAY
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Certainty, Kind, PassedOn
from hearsay.text.span import Span, Spans

LEVELS = (
    ("probable", Certainty.PROBABLE),
    ("possible", Certainty.POSSIBLE),
    ("certain", Certainty.CERTAIN),
)
CONVINCED = (("certain_of", Certainty.CERTAIN),)
ASKED = frozenset({"what", "which", "who", "whom", "where", "when", "how"})
ALMOST = frozenset({"almost", "nearly", "make", "makes", "made", "making"})
IRREALIS = frozenset(
    {"to", "should", "would", "could", "can", "may", "might", "must", "will", "if", "cannot"}
)
"""Words beside a cue of knowing under which nobody is said to know yet."""

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
    the word bears on something beside the point; "in May"; "decides what we may look at", which is of leave.
    """
    run = tree.over(cue) if cue is not None else range(0)
    ways = chain(
        (told for told in _levels(tree, run, marks, CONVINCED) if not _almost(tree, told[1])),
        (found for part in content for found in _in_content(tree, tree.over(part), marks)),
        (told for told in _levels(tree, run, marks, LEVELS[:2]) if _seems(tree, told[1])),
    )
    level, span = next(ways, (Certainty.UNSPECIFIED, None))
    return level, (span,) if span is not None else ()


def _levels(
    tree: Tree, run: range, marks: Marking, levels: Sequence[tuple[str, Certainty]]
) -> Iterator[tuple[Certainty, Span]]:
    """The words of surety in a stretch, by some classes in order."""
    for name, level in levels:
        for found in marks.found(tree.lows, run.start, run.stop, name):
            yield level, _span(tree, found.first, found.stop)


def _in_content(tree: Tree, run: range, marks: Marking) -> Iterator[tuple[Certainty, Span]]:
    """The words of surety that bear on the point of a content."""
    asked = bool(run) and tree.lows[run[0]] in ASKED
    every = sorted(_levels(tree, run, marks, LEVELS), key=lambda told: told[1])
    for level, span in every:
        at = tree.over(span)
        one = len(at) == 1
        other = asked and tree.lows[at[0]] in MAY
        other = other or (one and tree.lows[at[0]] == "may" and of_leave(tree, at[0], marks))
        other = other or (one and tree.lows[at[0]] == "could" and of_power(tree, at[0]))
        if not other and _on_the_point(tree, at[0], at[-1] + 1, run):
            yield level, span


def _almost(tree: Tree, sure: Span) -> bool:
    """Takes: "is almost certain", "wants to make sure", who is not sure yet. Leaves: "is certain"."""
    return tree.lows[tree.over(sure)[0] - 1] in ALMOST


def _seems(tree: Tree, span: Span) -> bool:
    """Takes: "it | seems | that it will hold", "| appears | to be confirmed". Leaves: "| may | be hoping", the author's guess that she hopes."""
    seeming = (n for n in tree.over(span) if tree.lows[n].startswith(("seem", "appear")))
    return any(tree.words[n].upos != "ADV" for n in seeming)


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
        if relation == "conj" and tree.child(above, "nsubj", "nsubj:pass") is not None:
            return False  # it was shut, but some might open again
        if relation in ("acl", "advcl", "nmod") and not tree.words[above].relation.startswith(
            "advcl:relcl"
        ):
            return False
        if above != at and relation in ("nsubj", "obj", "obl", "iobj"):
            return False
    return True


def passed_on(
    tree: Tree,
    sense: Sense | None,
    cue: Span | None,
    source: Span | None,
    content: Spans,
    marks: Marking,
) -> tuple[PassedOn, Spans]:
    """How the author passes a statement on, and the words that say so.

    Takes: "falsely said", "reportedly wants", "claimed", "knew that it was shut", "It seems to be shut". Leaves: "said he had apparently slept", the
    speaker's own doubt; "wanted to know", "would see", "known for her bread", where nothing is told to be so; "“I know that it is shut”", for
    which he vouches himself; "they look at it as theirs".
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
        here = {tree.lows[n] for n in tree.over(cue)}
        who = source.cut(tree.text).lower() if source is not None else ""
        knows = sense.passed_on == PassedOn.VOUCHED.value and sense.type == Kind.FACT.value
        thing = sense.lemma not in NOTICING and _is_thing(tree, content)
        unknown = knows and (here & IRREALIS or who in SPOKEN or thing)
        seems = sense.lemma in SEEMING and who
        if not (unknown or seems):
            return PassedOn(sense.passed_on), (cue,)
    return PassedOn.PLAIN, ()


SPOKEN = frozenset({"i", "we", "you"})
"""Who knows in somebody's own words: the author does not vouch for it."""

NOTICING = frozenset({"notice", "discover", "realise", "realize", "find out"})
"""Words of knowing that vouch for a thing too: "she noticed a crack", against "she knew her", "is known for her bread"."""

SEEMING = frozenset({"seem", "appear", "look", "sound"})
"""Words for how it looks, which hedge where that is to nobody named."""


def _is_thing(tree: Tree, content: Spans) -> bool:
    inside = tree.inside(content)
    top = tree.top(inside)
    asked = bool(inside) and tree.lows[inside[0]] in ASKED
    return top is None or not (tree.is_clause(top) or asked)


def _adverb_or_in(tree: Tree, at: int, run: range) -> bool:
    """Whether a word right before a cue belongs to it: it stands in it, hangs on one of its words, or one on it: "appeared to say"."""
    over = any(tree.words[n].head == at and tree.relation(n) == "xcomp" for n in run)
    return over or at in run or tree.words[at].head in run


def _span(tree: Tree, first: int, stop: int) -> Span:
    return tree.words[first].span.hull(tree.words[stop - 1].span)


def both(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """Spans of two lists, sorted, without those that overlap an earlier one."""
    out: list[Span] = []
    for span in sorted({*one, *other}):
        if not out or out[-1].before(span):
            out.append(span)
    return tuple(out)
