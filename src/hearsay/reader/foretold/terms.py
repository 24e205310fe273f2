"""Terms: of what will come, its words, on which condition, and by when.

The branches of the predicate are told apart by the words that open them, as those of an action are; what stands before the
first of several joined clauses holds for all of them: "if it rains, the road will close and the fair will move".
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.parts import kind_of
from hearsay.reader.foretold.clauses import Future
from hearsay.reader.tree import Tree
from hearsay.text.span import Spans

BRANCHES = ("advcl", "obl", "advmod", "nmod", "acl", "obj")
CLAUSES = ("advcl", "acl")
TIMES = ("before", "until", "till", "after", "while")
GOVERNED = ("ccomp", "csubj", "xcomp", "conj", "parataxis")
SMALL = 3  # words of a time that has no word for a time in it but a name: "by Dussehra"


class Terms(msgspec.Struct, frozen=True):
    """The terms of a forecast.

    Attributes:
        content: what will come, without condition and horizon at its ends.
        condition: on what it depends.
        horizon: the words for by when.
    """

    content: Spans
    condition: Spans
    horizon: Spans


def terms(tree: Tree, one: Future, acts: Marking, marks: Marking) -> Terms:
    """The terms of what may foretell.

    Args:
        tree: of the article.
        one: what may foretell.
        acts: the table of acts, for what opens a condition.
        marks: the table of foretelling.
    """
    conditions: list[list[int]] = []
    horizons: list[list[int]] = []
    for branch in _branches(tree, one):
        told = _plain(tree, branch)
        if not told or one.at in told:
            continue
        kind = _kind(tree, branch, told, acts, marks)
        if kind == "condition":
            conditions.append(told)
        elif kind == "horizon":
            horizons.append(told)
    content = _content(tree, one, [*conditions, *horizons])
    horizon = max(horizons, key=lambda words: (_dated(tree, words, marks), -words[0]), default=[])
    return Terms(
        tree.spans(content),
        tree.spans([n for words in conditions[:1] for n in words]),
        _one(tree, horizon),
    )


def _one(tree: Tree, words: Sequence[int]) -> Spans:
    span = tree.stretch(words)
    return (span,) if span else ()


def _branches(tree: Tree, one: Future) -> Iterator[int]:
    """What may be a term: the branches of the predicate, those of what governs it, those that open its sentence."""
    seen: set[int] = set()
    for n in (one.at, one.over):
        yield from _new(_held(tree, n), seen)
    if not one.noun:
        for thing in tree.children(one.at, "obj", "xcomp", "obl"):
            if not tree.words[thing].relation.endswith("agent"):
                yield from _new(_held(tree, thing), seen)
    at = one.over
    first = min(tree.below(one.at))
    for above in tree.up(at):
        if tree.words[above].sentence != tree.words[at].sentence or tree.relation(at) not in (*GOVERNED, "obj", "nsubj", "nmod", "acl"):
            break
        ahead = tree.relation(at) in ("conj", "parataxis")
        for n in _held(tree, above):
            if n == at or n in seen:
                continue
            start = tree.below(n)[0]
            opens = n < above and start < _subject(tree, above)
            if (opens if ahead else (start < first or n > at)):
                seen.add(n)
                yield n
        at = above


def _new(every: Sequence[int], seen: set[int]) -> Iterator[int]:
    for n in every:
        if n not in seen:
            seen.add(n)
            yield n


def _subject(tree: Tree, at: int) -> int:
    thing = tree.child(at, "nsubj", "csubj", "expl")
    return tree.below(thing)[0] if thing is not None else at


def _held(tree: Tree, at: int) -> list[int]:
    return [n for n in tree.held[at] if tree.relation(n) in BRANCHES]


def _plain(tree: Tree, branch: int) -> list[int]:
    """The words of a branch, without marks and joining words at its start and what is said beside it."""
    leave = {
        m
        for n in tree.held[branch]
        if tree.relation(n) in ("parataxis", "conj") and tree.is_clause(n) and tree.child(n, "nsubj")
        for m in tree.below(n)
    }
    words = [n for n in tree.below(branch) if n not in leave]
    while words and tree.words[words[0]].upos in ("PUNCT", "CCONJ"):
        words.pop(0)
    while words and tree.words[words[-1]].upos == "PUNCT":
        words.pop()
    return words


def _kind(
    tree: Tree, branch: int, words: Sequence[int], acts: Marking, marks: Marking
) -> str:
    """What a branch is: "condition", "horizon" or ""."""
    opens = tree.lows[words[0]]
    clause = tree.relation(branch) in CLAUSES
    if clause and any(tree.lows[n] in TIMES for n in words[:3]) or _as_long(tree, words):
        return "horizon"
    if opens == "otherwise":
        return "condition"
    if opens in ("even", "only") and len(words) > 1 and tree.lows[words[1]] == "if":
        return "condition" if opens == "only" else ""
    if opens in ("until", "till", "once") and not clause:
        return "horizon" if opens != "once" else ""
    if kind_of(tree, branch, acts) == "condition" and opens not in ("should", "until", "without"):
        return "condition"
    return "horizon" if _dated(tree, words, marks) and not clause else ""


def _as_long(tree: Tree, words: Sequence[int]) -> bool:
    return [tree.lows[n] for n in words[:3]] in (["as", "long", "as"], ["by", "the", "time"])


def _dated(tree: Tree, words: Sequence[int], marks: Marking) -> int:
    """How surely words tell by when: 3 where they date it, 2 where they are a time, 1 where they only order it, 0 not.

    Takes: "by May", "soon", "within ten years", "in the fourth quarter", "by Dussehra". Leaves: "again", "in the port".
    """
    lows = [tree.lows[n] for n in words]
    first, stop = words[0], words[-1] + 1
    if len(words) == 1 and marks.tells(lows[0], "no_date"):
        return 0
    due = [m for m in marks.found(tree.lows, first, stop, "due") if m.first == first]
    if any(m.stop == stop for m in due):
        return 3
    heads = [n for n in words if tree.words[n].entity == "time" or _time_word(tree, n, marks)]
    opener = any(m.first in words[:2] for m in marks.found(tree.lows, first, stop, "due_opener"))
    top = tree.top(words)
    if top in heads and opener:
        return 3
    if top in heads and tree.words[top or 0].upos in ("NOUN", "PROPN", "NUM"):
        return 2
    named = top is not None and tree.words[top].upos == "PROPN" and len(words) <= SMALL
    return 2 if named and lows[0] in ("by", "before", "until") and tree.words[top or 0].relation != "obl:agent" else 0


def _time_word(tree: Tree, at: int, marks: Marking) -> bool:
    low = tree.lows[at]
    year = low.isdigit() and len(low) == 4  # noqa: PLR2004 - a year has four figures
    return year or marks.tells(low, "feast") or marks.tells(low, "time_of")


def _content(tree: Tree, one: Future, away: Sequence[Sequence[int]]) -> list[int]:
    """The words of what will come."""
    top = one.at if one.noun or one.rule == "foreseen" else one.over
    if one.rule == "foreseen":
        return _object_and_infinitive(tree, one, away)
    held = tree.below(top)
    if one.noun:
        start = [n for n in held if tree.relation(n) in ("case", "cc", "punct") and n < top]
        held = [n for n in held if n not in start]
    else:
        held = [n for n in held if n not in _beside(tree, top)]
        held = _with_subject(tree, top, held)
    return _ends(tree, held, [n for words in away for n in words], top)


def _object_and_infinitive(tree: Tree, one: Future, away: Sequence[Sequence[int]]) -> list[int]:
    verb = one.over
    thing = next((m for m in tree.children(verb, "obj") if verb < m < one.at), None)
    held = tree.below(one.at)
    if thing is not None:
        held = sorted({*held, *tree.below(thing)})
    return _ends(tree, held, [n for words in away for n in words], one.at)


def _beside(tree: Tree, top: int) -> set[int]:
    """What hangs on a predicate and is no part of what it says: other clauses, and what joins it to them."""
    out: set[int] = set()
    for n in tree.held[top]:
        relation = tree.relation(n)
        own = tree.child(n, "nsubj", "expl") is not None or bool(tree.children(n, "aux"))
        joined = relation == "conj" and (own or tree.child(n, "cop") is not None)
        joins = relation in ("cc", "mark", "punct", "discourse", "vocative") and n < top
        if joined or joins or relation == "parataxis":
            out |= {*tree.below(n)}
    return out


def _with_subject(tree: Tree, top: int, held: Sequence[int]) -> list[int]:
    """With the subject that it shares with the clause that it is joined to."""
    if tree.child(top, "nsubj", "expl", "csubj") is not None or tree.relation(top) != "conj":
        return list(held)
    thing = tree.subject(top)
    if thing is None or tree.words[thing].sentence != tree.words[top].sentence:
        return list(held)
    return sorted({*held, *tree.below(thing)})


def _ends(tree: Tree, held: Sequence[int], away: Sequence[int], top: int) -> list[int]:
    """Without terms, marks and joining words at either end."""
    gone = {*away}
    out = list(held)
    loose = ("PUNCT", "CCONJ")

    def goes(n: int) -> bool:
        return n in gone or (tree.words[n].upos in loose and n != top)

    while out and goes(out[0]):
        out.pop(0)
    while out and goes(out[-1]):
        out.pop()
    return out
