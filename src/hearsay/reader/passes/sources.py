"""Sources: of a statement without a source, the subject of its cue.

The learned reader leaves a source out now and then where another attribution stands between it and its verb: "A driver
who asked not to be named said …", or takes it into what is said: "Eleven were killed, a doctor there said." The tree
knows whose verb it is.
"""

from collections.abc import Sequence

import msgspec

from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

EMPTY = ("it", "there", "this", "that", "what")
"""Subjects that name nobody: "it is said", "there were reports"."""

LONGEST = 16  # words of a source


def with_sources(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, those without a source with the subject of their cue where it has one.

    Takes: "A driver who asked not to be named | said". Leaves: "It is said", "He is said to have gone".
    """
    changed: dict[int, Statement] = {}
    out = []
    for one in told:
        found = _sourced(one, tree) if one.explicit else one
        outer = changed.get(id(one.within))
        if outer is not None and outer is not one.within:
            found = msgspec.structs.replace(found, within=outer)
        changed[id(one)] = found
        out.append(found)
    return out


def _sourced(one: Statement, tree: Tree) -> Statement:
    if one.source is not None or one.cue is None:
        return one
    verb = tree.top(list(tree.over(one.cue)))
    if verb is None or tree.words[verb].upos != "VERB" or tree.children(verb, "aux:pass"):
        return one
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.lows[subject] in EMPTY or tree.words[subject].relation == "nsubj:pass":
        return one
    span = tree.span(subject)
    if span is None or span.meets(one.cue) or len(tree.over(span)) > LONGEST:
        return one
    content = _without(one.content, span)
    if not content:
        return one
    return msgspec.structs.replace(one, source=span, content=content)


def _without(content: Spans, source: Span) -> Spans:
    """A content without the source that ends a part of it; () where the source stands amid it."""
    out = []
    for part in content:
        if not part.meets(source):
            out.append(part)
        elif part.start < source.start and part.end <= source.end:
            out.append(Span(part.start, source.start))
        elif not (source.start <= part.start and part.end <= source.end):
            return ()
    return tuple(out)
