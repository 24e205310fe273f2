"""Terms: of what will come, its words, on which condition, and by when.

The branches of the predicate are told apart by the words that open them, as those of an action are; what stands before the
first of several joined clauses holds for all of them: "if it rains, the road will close and the fair will move".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hearsay.language.lexicon import lexicon
from hearsay.language.marking import Marking
from hearsay.reader.foretold.around import in_marks
from hearsay.reader.foretold.content import content_of
from hearsay.reader.foretold.dating import SUREST, after_what_was, dated, for_now
from hearsay.reader.foretold.future import Future
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Spans, without

BRANCHES = ("advcl", "obl", "advmod", "nmod", "acl", "obj")
CLAUSES = ("advcl", "acl")
TIMES = ("before", "until", "till", "after")
GOVERNED = ("ccomp", "csubj", "xcomp", "conj", "parataxis")
FAR = 14  # words before a subject within which its condition opens
NO_CONDITION = frozenset({"should", "until", "without", "even"})
BARE = frozenset({"barring", "if", "unless", "provided", "failing", "assuming", "in"})
EVENT = [["in", one, other] for one in ("that", "which") for other in ("event", "case")]
"""What calls back to a condition that was told."""


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
        for told, clause in _runs(tree, branch, one.over):
            if not told or one.at in told or tree.lows[told[0]] == "than" or _hangs_in(one, told):
                continue
            if _of_speech(tree, one, told):
                continue
            kind, words = _kind(tree, told, acts, marks, clause=clause)
            if kind == "condition" and (len(words) > 1 or tree.lows[words[0]] == "otherwise"):
                conditions.append(words)
            elif kind == "horizon":
                horizons.append(words)
    if not horizons:
        horizons += _deeper(tree, one, marks)
    if not conditions:
        conditions += _ahead(tree, one, acts)
    content = content_of(tree, one, [*conditions, *horizons])
    horizon = max(horizons, key=lambda words: dated(tree, words, marks), default=[])
    return Terms(
        _spans(tree, content),
        _whole(tree, conditions[:1], content),
        _one(tree, horizon),
    )


def _hangs_in(one: Future, told: Sequence[int]) -> bool:
    """Whether a clause holds what foretells, so that it is no term of it: "unless it is mended, which could be done by May"."""
    return not one.noun and any(n in told for n in one.because if n != one.over)


def _of_speech(tree: Tree, one: Future, told: Sequence[int]) -> bool:
    """Takes: "on Monday" in "“They will wait,” she said on Monday", "rain is likely, the office said on Monday". Leaves: it said it "will be digging" in January."""
    thing = tree.subject(one.at)
    quoted = thing is not None and in_marks(tree, thing) and in_marks(tree, one.at)
    top = tree.top(list(told))
    over = one.at if top is None else tree.words[top].head
    governs = one.at < over < told[0] and over in tree.up(one.over)
    cue = lexicon().cue(tree.lows[over]) if governs else None
    behind = cue is not None and cue.type == "comm" and over not in (one.over, *one.because)
    return behind or (quoted and not in_marks(tree, told[0]))


def _whole(tree: Tree, conditions: Sequence[Sequence[int]], content: Sequence[int]) -> Spans:
    """The words of a condition from its first to its last, where nothing that will come stands between them."""
    words = sorted(n for some in conditions for n in some)
    while words and (tree.words[words[-1]].upos == "PUNCT" or tree.lows[words[-1]] == "then"):
        words.pop()
    if not words:
        return ()
    between = range(words[0], words[-1] + 1)
    if {*between} & {*content}:
        return tree.spans(words)
    stop = min(content, default=0)
    rest = range(words[-1] + 1, stop)
    if (
        tree.lows[words[0]] in BARE and 0 < len(rest) < FAR
    ):  # as far as the comma before what will come
        comma = next((n for n in rest if tree.words[n].upos == "PUNCT"), words[-1] + 1)
        between = range(words[0], comma)
    return tree.spans(list(between))


def _runs(tree: Tree, branch: int, top: int) -> Iterator[tuple[list[int], bool]]:
    """The words of a branch, and whether it is a clause; what of it stands on the other side of the predicate by itself."""
    told = _plain(tree, branch)
    clause = tree.relation(branch) in CLAUSES
    ahead, after = [n for n in told if n < top], [n for n in told if n > top]
    if ahead and after and top not in told:
        yield ahead, clause
        yield [n for n in after if tree.words[n].upos != "PUNCT"] or after, False
    elif told:
        yield told, clause


def _deeper(tree: Tree, one: Future, marks: Marking) -> Iterator[list[int]]:
    """A time that hangs deeper than on the predicate, after it: "see the first writ for a leak by May"."""
    for n in tree.below(one.at):
        if n <= one.at or tree.relation(n) not in ("obl", "nmod", "advmod"):
            continue
        path = [n, *(m for m in tree.up(n))]
        inside = path[: path.index(one.at)] if one.at in path else path
        if any(_clause(tree, m) for m in inside):
            continue
        words = _plain(tree, n)
        if any(tree.lows[m] == "than" for m in tree.children(n, "case", "mark")):
            continue  # a wetter than average summer
        if words and dated(tree, words, marks) == SUREST:
            yield words
            return


def _clause(tree: Tree, at: int) -> bool:
    """Whether a branch is a clause of its own; "resisting" in "can go on resisting" is none."""
    relation = tree.relation(at)
    own = tree.child(at, "nsubj", "expl", "aux") is not None or relation == "acl"
    return relation == "parataxis" or (relation in ("advcl", "acl", "ccomp", "conj") and own)


def _ahead(tree: Tree, one: Future, acts: Marking) -> Iterator[list[int]]:
    """A condition right before the subject that hangs elsewhere: "and barring a quarrel he'll play"."""
    if one.noun:
        return
    stop = _subject(tree, one.over)
    opening = tree.sentence(one.at).start
    for first in range(stop - 1, max(opening, stop - FAR) - 1, -1):
        if tree.words[first].upos == "AUX" and tree.lows[first] in ("will", "would", "'ll"):
            return
        opens = [
            m for m in acts.found(tree.lows, first, stop, "condition_opener") if m.first == first
        ]
        apart = first == opening or tree.words[first - 1].upos in ("PUNCT", "CCONJ")
        if opens and apart and tree.lows[first] in BARE:
            words = list(range(first, stop))
            while words and tree.words[words[-1]].upos == "PUNCT":
                words.pop()
            if len(words) > 1 and not _hangs_in(one, words):
                yield words
            return


def _spans(tree: Tree, words: Sequence[int]) -> Spans:
    """Words as spans, those with only marks of punctuation between them as one."""
    held = {*words}
    for first, last in pairwise(sorted(held)):
        between = range(first + 1, last)
        if all(tree.words[n].upos == "PUNCT" for n in between):
            held |= {*between}
    return tree.spans(sorted(held))


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
        if _ends_there(tree, at, above):
            break
        ahead = tree.relation(at) in ("conj", "parataxis")
        for n in _held(tree, above):
            if n == at or n in seen:
                continue
            start = tree.below(n)[0]
            opens = n < above and start < _subject(tree, above)
            if opens if ahead else (start < first or n > at):
                seen.add(n)
                yield n
        at = above


def _ends_there(tree: Tree, at: int, above: int) -> bool:
    """Whether what is above a clause says nothing of it: "if they unite it may win, but they will not unite"."""
    apart = tree.words[above].sentence != tree.words[at].sentence
    governed = tree.relation(at) in (*GOVERNED, "obj", "nsubj", "nmod", "acl")
    return apart or not governed or any(tree.lows[n] == "but" for n in tree.children(at, "cc"))


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
        if tree.relation(n) in ("parataxis", "conj")
        and tree.is_clause(n)
        and tree.child(n, "nsubj")
        for m in tree.below(n)
    }
    below = tree.below(branch)
    for n in tree.held[branch]:  # by 2030, which he would call a victory
        aside = tree.below(n)
        ends = tree.words[n].relation == "acl:relcl" and aside[-1] == below[-1]
        if ends and "," in (tree.lows[aside[0]], tree.lows[aside[0] - 1]):
            leave |= {*aside}
    words = [n for n in below if n not in leave]
    while words and tree.words[words[0]].upos in ("PUNCT", "CCONJ"):
        words.pop(0)
    while words and tree.words[words[-1]].upos == "PUNCT":
        words.pop()
    return words


def _kind(
    tree: Tree, words: list[int], acts: Marking, marks: Marking, *, clause: bool
) -> tuple[str, list[int]]:
    """What a branch is: "condition", "horizon" or ""; and its words."""
    opens = tree.lows[words[0]]
    if [tree.lows[n] for n in words[:2]] == ["than", "not"]:  # more likely than not if …
        rest = words[2:]
        return _kind(tree, rest, acts, marks, clause=clause) if rest else ("", words)
    if (clause and _opens_time(tree, words)) or _as_long(tree, words):
        return ("" if after_what_was(tree, words) else "horizon"), words
    calls_back = opens == "otherwise" or [tree.lows[n] for n in words] in EVENT
    if calls_back or (opens == "should" and clause and _inverted(tree, words)):
        return "condition", words
    if opens in ("even", "only") and len(words) > 1 and tree.lows[words[1]] == "if":
        return ("condition" if opens == "only" else ""), words
    if opens in ("until", "till", "once") and not clause:
        so_far = for_now(tree, words, marks)
        return ("horizon" if opens != "once" and not so_far else ""), words
    if opens == "that" and words[0] > 0:  # provided | that it holds
        pair = acts.found(tree.lows, words[0] - 1, words[0] + 1, "condition_opener")
        if any(m.stop > words[0] for m in pair):
            return "condition", [words[0] - 1, *words]
    stop = words[-1] + 1
    opened = [m.first for m in acts.found(tree.lows, words[0], stop, "condition_opener")][:1]
    if opened == [words[0]] and opens not in NO_CONDITION and (clause or opens != "once"):
        return "condition", words
    return ("horizon" if not clause and dated(tree, words, marks) else ""), words


def _inverted(tree: Tree, words: Sequence[int]) -> bool:
    """Takes: "Should it fail". Leaves: "should fail", which is said of what stands before it."""
    thing = tree.subject(tree.words[words[0]].head)
    return (
        thing is not None and words[0] < tree.below(thing)[0] and tree.words[words[0]].upos == "AUX"
    )


def _opens_time(tree: Tree, words: Sequence[int]) -> bool:
    """Takes: "until they pay", "long before it opens". Leaves: "by going after them", where it opens no clause."""
    top = tree.top(words)
    return any(tree.lows[n] in TIMES and tree.words[n].head == top for n in words[:3])


def _as_long(tree: Tree, words: Sequence[int]) -> bool:
    return [tree.lows[n] for n in words[:3]] in (["as", "long", "as"], ["by", "the", "time"])


def within(told: Terms, said: Statement | None, text: str) -> Terms:
    """The terms without what stands beside the statement whose words they are.

    Takes: "a poll" after "the party will win, a poll suggests", "On Friday" before "she wrote that it will rain", "at a rally" after "“it will rain,” she said".
    Leaves: what is quoted in part, which may go on outside of its marks; a condition, which may stand before.

    Args:
        told: the terms.
        said: the statement; None where the author says it.
        text: of the article.
    """
    if said is None or said.mode is Mode.MIXED:
        return told
    content = tuple(part for one in told.content for at in said.content if (part := one.common(at)))
    horizon = (
        told.horizon if any(at.holds(one) for one in told.horizon for at in said.content) else ()
    )
    content = _not_at_its_end(content or told.content, horizon, text)
    return msgspec.structs.replace(told, content=content, horizon=horizon)


def _not_at_its_end(content: Spans, horizon: Spans, text: str) -> Spans:
    """Takes: "on 19 May" of "she will win on 19 May", which is by when. Leaves: "she will win on 19 May at last"."""
    ends = [at for at in horizon if content[-1].holds(at) and content[-1].end == at.end]
    if not ends:
        return content
    rest = (part.trimmed(text, " ,") for part in without(content[-1], ends))
    return (*content[:-1], *(part for part in rest if part is not None)) or content
