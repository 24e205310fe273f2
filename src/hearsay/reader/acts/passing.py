"""Passing on: what is passed on with its frame, and what the author takes back in the next breath.

"He is said to favor a softer line": that he favors it hangs on the same hearsay. "The papers reported that he had ruled
it out. He had not.": the author rejects it. Each rule names a text that it takes and one that it leaves.

Source: Saurí and Pustejovsky (2009), FactBank, on nested holders.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.judge import Judged
from hearsay.reader.acts.surety import both
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode, PassedOn
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans

LONGEST = 6
"""Words of a sentence that does nothing but take back the one before it."""

NOT = frozenset({"not", "n't", "never"})
THEY = frozenset({"he", "she", "it", "they"})
HEARSAY = (PassedOn.HEDGED, PassedOn.REJECTED)


def passed_along(
    tree: Tree, told: Sequence[Statement], done: Sequence[Judged], marks: Marking
) -> list[Judged]:
    """What each statement does, with how it is passed on by what stands around it.

    Args:
        tree: of the article.
        told: the statements.
        done: what each does, by itself.
        marks: the table of phrases.
    """
    out = [_taken_back(tree, one, held, told, marks) for one, held in zip(told, done, strict=True)]
    place = {id(one): n for n, one in enumerate(told)}
    for n, one in enumerate(told):
        outer = place.get(id(one.within)) if one.within is not None else None
        if outer is not None and out[n].passed_on is PassedOn.PLAIN:
            out[n] = _with_its_frame(one, out[n], told[outer], out[outer])
    return out


def _with_its_frame(one: Statement, held: Judged, outer: Statement, over: Judged) -> Judged:
    """Takes: "is said to favor", of what he favors. Leaves: "she reportedly said that he favors it", which is hers to say."""
    nobody = outer.source is None or over.passed_on is PassedOn.REJECTED
    starts = bool(one.cue) and outer.mode is Mode.INDIRECT
    if not nobody or not starts or over.passed_on not in HEARSAY or over.ground is None:
        return held
    return _passed(held, over.passed_on, over.ground.because)


def _taken_back(
    tree: Tree, one: Statement, held: Judged, told: Sequence[Statement], marks: Marking
) -> Judged:
    """Takes: "The papers reported that he had ruled it out. He had not.".

    Leaves: "He said he would pay. He did not.", of a promise that was broken; "He had not seen it.", which tells of
    something else.
    """
    if one.mode is not Mode.INDIRECT or held.passed_on is not PassedOn.PLAIN or not one.content:
        return held
    inside = tree.inside(one.content)
    if not inside or any(tree.lows[n] in WILL for n in inside):
        return held
    found = _next(tree, inside[-1])
    span = _denial(tree, found, marks) if found else None
    if span is None or any(part.meets(span) for other in told for part in other.content):
        return held
    return _passed(held, PassedOn.REJECTED, (span,))


def _next(tree: Tree, last: int) -> list[int]:
    """The words of the sentence after a word, where it is short; the content ends its own sentence."""
    stop = last + 1
    while stop < len(tree.words) and tree.words[stop].sentence == tree.words[last].sentence:
        if tree.words[stop].upos != "PUNCT":
            return []
        stop += 1
    out: list[int] = []
    for n in range(stop, min(stop + LONGEST + 2, len(tree.words))):
        if tree.words[n].sentence != tree.words[stop].sentence:
            return [m for m in out if tree.words[m].upos != "PUNCT"]
        out.append(n)
    ends = len(tree.words) == stop + len(out)
    return [m for m in out if tree.words[m].upos != "PUNCT"] if ends else []


def _denial(tree: Tree, here: Sequence[int], marks: Marking) -> Span | None:
    """The words that take it back: "He had not." and nothing more, or "That is untrue."."""
    if not here or len(here) > LONGEST:
        return None
    lows = [tree.lows[n] for n in here]
    bare = len(lows) == len(("he", "had", "not")) and lows[0] in THEY and lows[-1] in NOT
    phrase = any(True for _ in marks.found(tree.lows, here[0], here[-1] + 1, "author_rejects"))
    return tree.words[here[0]].span.hull(tree.words[here[-1]].span) if bare or phrase else None


def _passed(held: Judged, how: PassedOn, because: Spans) -> Judged:
    ground = held.ground or Ground(
        "rule:passed_on", because, "what stands around it passes it on so"
    )
    ground = msgspec.structs.replace(ground, because=both(ground.because, because))
    return msgspec.structs.replace(held, passed_on=how, ground=ground)
