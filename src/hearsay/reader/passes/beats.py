"""Beats: a quotation without a cue, after a sentence that tells what its speaker does.

"He smiled. “You’ll get used to it.”" Nobody is said to say it; the sentence before it, in the same paragraph, tells what somebody
does, and it is his. Where the sentence before, or the one that ends the paragraph before, is somebody's statement, it is his that goes on.

Source: the beat of writers' handbooks, as in The Chicago Manual of Style, 17th edition, 13.39, on dialogue without tags.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.marks import GLYPHS
from hearsay.reader.rules import ground
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span

RULE = "deed_before_quotation"
RIGHT = 0.7
"""How often such a quotation is his, on our own development articles, held down: of seven, all."""

NOBODY = "rule:nobody_named"
LONGEST = 24  # words of a sentence that is a beat
PERSONS = frozenset({"he", "she", "i"})
STOPS = (".", "!", "?", "…")


def with_beats(told: Sequence[Statement], tree: Tree, blocks: Sequence[Span]) -> list[Statement]:
    """The statements, each quotation of nobody with the one of whom the sentence before it tells something.

    Takes: "She laughed. “For a boiler!”". Leaves: "The bill was passed. “No more” was on the banners".
    """
    own = [one for one in told if one.within is None and one.source is not None]
    return changed(told, lambda one: _of_beat(one, tree, blocks, own) or one)


def _of_beat(
    one: Statement, tree: Tree, blocks: Sequence[Span], own: Sequence[Statement]
) -> Statement | None:
    if one.ground.by != NOBODY or one.mode is not Mode.DIRECT or one.source is not None:
        return None
    quoted = tree.over(one.content[0])
    if not quoted or not quoted[0] or not _whole(tree, one.content[-1]):
        return None
    last = quoted[0] - 1
    sentence = [
        n for n in range(last, -1, -1) if tree.words[n].sentence == tree.words[last].sentence
    ]
    span = tree.words[sentence[-1]].span.hull(tree.words[last].span)
    said = [other for other in own if other.cue is not None and span.meets(other.cue)]
    together = any(block.holds(one.content[0]) and block.holds(span) for block in blocks)
    marked = tree.text[one.content[0].start] in GLYPHS
    if said:
        indirect = said[-1].mode is Mode.INDIRECT and marked
        goes_on = said[-1].mode is not Mode.DIRECT if together else indirect
        return _made(one, said[-1].source, said[-1].cue) if goes_on else None
    if not together or any(mark in span.cut(tree.text) for mark in GLYPHS):
        return None
    top = next((n for n in sentence if tree.relation(n) == "root"), last)
    who = tree.child(top, "nsubj") if _is_deed(tree, top) else None
    if who is None or len(sentence) > LONGEST or not _somebody(tree, who):
        return None
    return _made(one, tree.span(who, tree.children(who, "acl", "appos", "parataxis")), None)


def _made(one: Statement, source: Span | None, cue: Span | None) -> Statement | None:
    if source is None:
        return None
    because = tuple(sorted({source, *([cue] if cue else [])}))
    return msgspec.structs.replace(
        one,
        source=source,
        cue=cue,
        confidence=RIGHT,
        explicit=cue is None,
        ground=ground(RULE, because),
    )


def _whole(tree: Tree, part: Span) -> bool:
    """Whether a quotation ends as a sentence does."""
    return part.cut(tree.text).rstrip("”\"»’' ").endswith(STOPS)


def _is_deed(tree: Tree, top: int) -> bool:
    """Whether a verb tells a deed: not what somebody is, nor what is done to him."""
    done = tree.children(top, "cop", "aux:pass", "nsubj:pass")
    return tree.words[top].upos == "VERB" and not done


def _somebody(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    return tree.lows[at] in PERSONS or (
        word.entity == "person" and word.upos in ("NOUN", "PROPN") and word.relation == "nsubj"
    )
