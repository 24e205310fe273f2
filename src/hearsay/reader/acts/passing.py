"""Passing on: what is passed on with its frame, and what the author takes back in the next breath.

"He is said to favor a softer line": that he favors it hangs on the same hearsay. "He had not." takes back what
stands before it.

Source: Saurí and Pustejovsky (2009), FactBank, on nested holders.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.clauses import NOT
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.judge import Judged
from hearsay.reader.acts.surety import both
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode, PassedOn
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans

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
    said = [part for one in told for part in one.content]
    out = [_taken_back(tree, one, held, said, marks) for one, held in zip(told, done, strict=True)]
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
    tree: Tree, one: Statement, held: Judged, said: Sequence[Span], marks: Marking
) -> Judged:
    """Takes: "The papers reported that he had ruled it out. He had not.".

    Leaves: "He said he would pay. He did not.", of a promise that was broken; "He had not seen it.", which tells of
    something else.
    """
    inside = tree.inside(one.content)
    plain = one.mode is Mode.INDIRECT and held.passed_on is PassedOn.PLAIN
    if not plain or not inside or any(tree.lows[n] in WILL for n in inside):
        return held
    ahead = range(inside[-1] + 1, min(inside[-1] + 2 * LONGEST, len(tree.words)))
    after = [n for n in ahead if tree.words[n].upos != "PUNCT"]
    here = [n for n in after if tree.words[n].sentence == tree.words[after[0]].sentence]
    goes_on = after and tree.words[after[0]].sentence == tree.words[inside[-1]].sentence
    if not here or goes_on or len(here) > LONGEST:
        return held
    lows = [tree.lows[n] for n in here]
    bare = len(lows) == len(("he", "had", "not")) and lows[0] in THEY and lows[-1] in NOT
    phrase = any(True for _ in marks.found(tree.lows, here[0], here[-1] + 1, "author_rejects"))
    span = tree.words[here[0]].span.hull(tree.words[here[-1]].span)
    told = any(part.meets(span) for part in said)
    return _passed(held, PassedOn.REJECTED, (span,)) if (bare or phrase) and not told else held


LONGEST = 6
"""Words of a sentence that does nothing but take back the one before it."""

THEY = frozenset({"he", "she", "it", "they"})


def _passed(held: Judged, how: PassedOn, because: Spans) -> Judged:
    ground = held.ground or Ground(
        "rule:passed_on", because, "what stands around it passes it on so"
    )
    ground = msgspec.structs.replace(ground, because=both(ground.because, because))
    return msgspec.structs.replace(held, passed_on=how, ground=ground)
