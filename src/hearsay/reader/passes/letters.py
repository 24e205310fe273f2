"""Letters: a quotation without a cue, after a paragraph that ends in a colon and tells whose letter, email or post follows.

"Counsel read out an email that Ms Teague had sent in January:" and then a block of quoted words: they are Ms Teague's, whoever
reads them out. Whose a text is, is told by a relative clause, by "from" or "by", by a participle or by a possessive.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from hearsay.language.marking import marking
from hearsay.reader.statement import Statement, changed, of_rule
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

RULE = "letter_before_quotation"
RIGHT = 0.8
"""How often such a quotation is theirs, held down: none of the development articles has more than one."""

WRITERS = frozenset({"from", "by"})


class Letter(NamedTuple):
    """A text that a paragraph brings, and whose it is."""

    writer: Span
    paper: Span
    sentence: Span


def with_letters(told: Sequence[Statement], tree: Tree, blocks: Sequence[Span]) -> list[Statement]:
    """The statements, the words of a text that the paragraph before brings given to whoever wrote it.

    Where somebody reads it out, its words are in what he tells, and come through him.

    Takes: "The clerk’s letter was short:" before “The wall leans”.
    Leaves: "The notice on the gate is plain:" before “Keep out”, which names no writer.
    """
    out = list(told)
    for one in told:
        opening = (part for part in one.content if _opens_block(part, blocks))
        found = ((part, _brought(part, tree, blocks)) for part in opening)
        quoted, brought = next(((part, it) for part, it in found if it), (None, None))
        if quoted is None or brought is None or one.within is not None:
            continue
        words = tuple(part for part in one.content if part.start >= quoted.start)
        if _is_nobodys(one, quoted, brought):
            out = _given(out, one, brought, words)
        elif _reads_out(one, brought):
            out = _divided(out, one, _of(brought, words, one))
    return out


def _is_nobodys(one: Statement, quoted: Span, brought: Letter) -> bool:
    """Whether nobody is found for some words, or somebody who stands neither beside them nor before the colon."""
    if one.source is None:
        return True
    beside = one.source.meets(quoted) or brought.sentence.holds(one.source)
    return one.mode is Mode.DIRECT and not beside and one.confidence < RIGHT


def _given(
    told: Sequence[Statement], one: Statement, brought: Letter, words: Spans
) -> list[Statement]:
    """The statements, one of nobody given to the writer; through whoever reads it out, where somebody does."""
    reader = next((other for other in told if _reads_out(other, brought)), None)
    if reader is None:
        return _replaced(told, one, _of(brought, words))
    content = (*reader.content, *words)
    more = msgspec.structs.replace(reader, content=content, mode=Mode.MIXED)
    return _replaced(_replaced(told, reader, more), one, _of(brought, words, more))


def _replaced(told: Sequence[Statement], before: Statement, after: Statement) -> list[Statement]:
    """The statements, one that stands in no other for another, with all that stood in it."""
    return changed(told, lambda one: after if one is before else one)


def _divided(told: Sequence[Statement], outer: Statement, inner: Statement) -> list[Statement]:
    """The statements with one more inside another, and in it what stood in the other before."""

    def moved(one: Statement) -> Statement:
        inside = one.within is outer and all(
            any(part.holds(span) for part in inner.content) for span in one.content
        )
        return msgspec.structs.replace(one, within=inner) if inside else one

    return [*changed(told, moved), inner]


def _opens_block(part: Span, blocks: Sequence[Span]) -> bool:
    return any(block.start == part.start for block in blocks)


def _brought(quoted: Span, tree: Tree, blocks: Sequence[Span]) -> Letter | None:
    """The text that the paragraph before a quotation brings; None where it brings none, or nobody's."""
    at = next((n for n, block in enumerate(blocks) if block.holds(quoted)), 0)
    if at == 0 or not blocks[at - 1].cut(tree.text).rstrip().endswith(":"):
        return None
    last = tree.over(blocks[at - 1])
    sentence = [n for n in last if tree.words[n].sentence == tree.words[last[-1]].sentence]
    for paper in reversed(sentence):
        if marking().tells(tree.lows[paper], "written") and tree.words[paper].upos == "NOUN":
            writer = _writer(tree, paper)
            source = tree.span(writer, _asides(tree, writer)) if writer is not None else None
            if source is not None:
                whole = tree.words[sentence[0]].span.hull(tree.words[sentence[-1]].span)
                return Letter(source, tree.words[paper].span, whole)
    return None


def _reads_out(one: Statement, brought: Letter) -> bool:
    """Whether a statement is of somebody else who tells of the text: "counsel read out an email"."""
    if one.source is None or one.cue is None or one.source.meets(brought.writer):
        return False
    return brought.sentence.holds(one.cue) and one.cue.holds(brought.paper)


def _of(brought: Letter, words: Spans, within: Statement | None = None) -> Statement:
    return of_rule(
        RULE, RIGHT, brought.writer, brought.paper, words, mode=Mode.DIRECT, within=within
    )


def _writer(tree: Tree, paper: int) -> int | None:
    """Whoever wrote, sent or signed a text; None where it is not told."""
    for clause in tree.children(paper, "acl:relcl"):
        if (who := tree.child(clause, "nsubj")) is not None and tree.words[who].upos != "PRON":
            return who
    for clause in (paper, *tree.children(paper, "acl")):
        for name in tree.children(clause, "nmod", "obl", "obl:agent"):
            case = tree.child(name, "case")
            if case is not None and tree.lows[case] in WRITERS and _somebody(tree, name):
                return name
    return tree.child(paper, "nmod:poss")


def _somebody(tree: Tree, at: int) -> bool:
    """Whether it may write: no day, place or time."""
    word = tree.words[at]
    return word.upos in ("PROPN", "PRON") or word.entity in ("person", "organization")


def _asides(tree: Tree, at: int) -> list[int]:
    return tree.children(at, "acl:relcl", "appos", "parataxis", "case")
