"""Parts: of an action, what it is, on which condition, where, when and what for.

The branches that hang on a predicate are told apart (`hearsay.reader.acts.terms`); so are those at the end of the
action that hang deeper, where a tree easily errs: of "begin shooting in the port on Monday" both. What is left is the
action itself.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.bond import BIDS, DIRECTIVE, Bond
from hearsay.reader.acts.branching import bare
from hearsay.reader.acts.clauses import NOT
from hearsay.reader.acts.deeds import against
from hearsay.reader.acts.helping import DUTY
from hearsay.reader.acts.joined import is_deed, joined_to, sets_out, share
from hearsay.reader.acts.terms import BRANCHES, kind_of, set_against, whole_of
from hearsay.reader.tree import MARKS, Tree
from hearsay.reading.commitment import Force
from hearsay.text.span import Spans

SUBJECTS = ("nsubj", "csubj", "expl")
BESIDE = ("cc", "discourse", "parataxis", "vocative", "dislocated", "punct")
DEEPER = (*BRANCHES, "obj", "iobj", "xcomp", "ccomp", "conj", "compound", "appos")
AHEAD = frozenset({"by", "until", "before", "within", "from", "after", "next", "for"})
"""Words before a time that is still to come: "promised her a bill | by Christmas"; not "on Monday", when it was promised."""

DUE = frozenset({"by", "until", "before", "within"})
"""Words before a time by which what is promised or asked is to be done, wherever a tree hangs it."""

WHO = frozenset({"who", "whose", "whom", "which"})

CLAUSES = frozenset({"advcl", "parataxis", "conj", "ccomp"})
"""What a tree may make of a condition that hangs on an action."""

KINDS = ("condition", "place", "time", "purpose")


class Parts(msgspec.Struct, frozen=True):
    """The parts of an action."""

    matter: Spans
    condition: Spans = ()
    place: Spans = ()
    time: Spans = ()
    purpose: Spans = ()


def parts(
    tree: Tree,
    at: int,
    within: Collection[int],
    marks: Marking,
    over: Sequence[int] = (),
    *,
    subject: bool = False,
    hung: Sequence[range] = (),
) -> Parts:
    """The parts of an action.

    Takes: "pay every driver by May if the board agrees", of which the matter is "pay every driver".
    Leaves: "a plan for peace", where nothing is told apart.

    Args:
        tree: of the article.
        at: the word for the action: a verb, or a noun for it.
        within: the words that may belong to it.
        marks: the table of openers.
        over: words on which it hangs and whose conditions are its own: "agreed to pay if …"; of their times only those
            that leave open when, since "asked on Monday" says when it was asked.
        subject: whether its subject and helping verbs belong to the matter: "that the boat be brought back".
        hung: the words of every condition of the article.
    """
    kinds: dict[str, set[int]] = {name: set() for name in KINDS}
    leave = {
        n
        for child in tree.held[at]
        if _beside(tree, at, child, subject=subject)
        for n in tree.below(child)
    }
    held = {n for n in tree.below(at) if n in within and n not in leave}
    held -= {n for noun in held for n in _told_besides(tree, noun)}
    held -= set(range(_other_side(tree, at, leave), max(held, default=at) + 1))
    held |= _right_after(tree, at, max(held, default=at), over) & {*within}
    for branch, kind in branches(tree, at, marks):
        if kind:
            words = whole_of(tree, branch, kind)
            words = _together(tree, words, branch) if kind in ("place", "time") else words
            opens = (
                kind == "condition" and min(words) in held
            )  # whole, where a content ends within it
            kinds[kind] |= words if opens else words & held
    _from_over(tree, at, over, marks, kinds)
    _by_opener(tree, at, held, within, hung, kinds)
    left = held - set().union(*kinds.values())
    while (peeled := _last(tree, at, left, marks)) is not None:
        kind, words = peeled
        kinds[kind] |= words
        left -= words
    told = {name: tree.spans(bare(tree, [*words])) for name, words in kinds.items()}
    left |= {
        n for n in range(min(left, default=at), max(left, default=at)) if _inner(tree, n, left)
    }
    return Parts(matter=tree.spans(_core(tree, sorted(left), at)), **told)


def _together(tree: Tree, words: Collection[int], at: int) -> set[int]:
    """The words that stand together with one of them: of "as | a | delegate | at the congress |", where a tree hangs the "a" on the congress."""
    first = last = at
    while first - 1 in words or (first - 2 in words and tree.words[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in words or (last + 2 in words and tree.words[last + 1].upos == "PUNCT"):
        last += 1
    return {n for n in words if first <= n <= last}


def _told_besides(tree: Tree, noun: int) -> list[int]:
    """What is told besides of a noun, and tells nothing of what is done to it: "pay the men|, who came in May|"."""
    for clause in tree.children(noun, "acl"):
        words = tree.below(clause)
        wordy = [n for n in words if tree.words[n].upos != "PUNCT"]
        after = wordy[0] > noun and tree.lows[wordy[0] - 1] == ","
        if after and tree.lows[wordy[0]] in WHO:
            return words
    return []


def _inner(tree: Tree, mark: int, left: Collection[int]) -> bool:
    """Whether a mark or an adverb between words of an action does not part it: "to “continue the fight”", "to | promptly | comply"; no half of a pair."""
    if not {mark - 1, mark + 1} <= {*left}:
        return False
    if tree.words[mark].upos != "PUNCT":
        return tree.words[mark].upos == "ADV" and tree.lows[mark] not in NOT
    pair = next((pair for pair in (*MARKS, ("(", ")")) if tree.lows[mark] in pair), ())
    run = range(max(0, min(left) - 1), max(left) + 2)
    return not pair or sum(n < len(tree.lows) and tree.lows[n] in pair for n in run) % 2 == 0


def _other_side(tree: Tree, at: int, leave: Collection[int]) -> int:
    """Where another half of the sentence begins that is no part of the action, which a tree may hang on it: "will study it, | but what …"."""
    halves = (n for n in tree.children(at, "conj") if n in leave and n > at)
    buts = [m for n in halves for m in tree.children(n, "cc") if tree.lows[m] == "but"]
    return min(buts, default=len(tree.words))


def with_more(tree: Tree, bond: Bond, cut: Parts) -> Parts:
    """The parts of an action with what the word that binds has of it beside it: its time, the "not", the "against" that opens it."""
    if bond.time:
        whole = bare(tree, [*tree.inside(cut.matter), *tree.inside(cut.time)])
        cut = msgspec.structs.replace(cut, matter=tree.spans(whole), time=tree.spans([*bond.time]))
    if bond.force in (*BIDS, Force.THREATEN) and (no := _negated(tree, bond)) is not None:
        whole = sorted({*_as_one(tree, no, bond.action), *tree.inside(cut.matter)})
        cut = msgspec.structs.replace(cut, matter=tree.spans(whole))
    if bond.force in DIRECTIVE and (opener := against(tree, bond.action)) is not None:
        whole = sorted({opener, *tree.inside(cut.matter)})
        cut = msgspec.structs.replace(cut, matter=tree.spans(whole))
    return cut


LIGHT = frozenset({"do", "doing", "done", "get", "have"})
"""Verbs that say nothing of what is done by themselves."""


def says_what(tree: Tree, cut: Parts) -> bool:
    """Whether a matter says what is bound: not "that" alone, nor the "nothing" of "I rule nothing out"."""
    words = [(tree.words[n].upos, tree.lows[n]) for n in tree.inside(cut.matter)]
    return any(
        upos not in ("PRON", "DET", "PUNCT", "PART") and low not in LIGHT for upos, low in words
    )


def _as_one(tree: Tree, no: int, action: int) -> list[int]:
    """A "not" with the verb that it is written together with and the helping verbs behind it: "should|n’t be | waiting"."""
    joined = no > 0 and tree.words[no - 1].span.end == tree.words[no].span.start
    return [*range(no - joined, no + 1), *(n for n in tree.children(action, "aux") if n > no)]


def _negated(tree: Tree, bond: Bond) -> int | None:
    """The "not" of what is not to be done: "his name should | not appear". Leaves: "we do not urge them to go", which bids nothing."""
    helps = {tree.lows[n] for n in tree.children(bond.action, "aux")}
    no = next((n for n in tree.children(bond.action, "advmod") if tree.lows[n] in NOT), None)
    if bond.force is Force.THREATEN:  # they will | not stand by
        return no if no is not None and tree.words[no].span in bond.because else None
    return no if bond.rule == "force_of_words" and helps & DUTY else None


def _right_after(tree: Tree, at: int, last: int, over: Sequence[int]) -> set[int]:
    """What a tree hangs on the noun of an action, right after it.

    Takes: "the right to use every vessel | it has to protect its crews"; "a request to board | trawlers |", where it takes
    the verb for a noun beside another.
    """
    noun = tree.words[at].head
    out: set[int] = set()
    if tree.relation(at) == "compound" and noun < at and tree.lows[at - 1] == "to":
        beside, out = tree.children(noun, "nmod"), {at - 1}
    elif tree.relation(at) == "acl" and noun in over:
        beside = tree.children(noun, "acl")
    else:
        return out
    for other in beside:
        words = [n for n in tree.below(other) if n > at]
        if words and words[0] == last + 1:
            out |= {*words}
            last = words[-1]
    return out


def _by_opener(
    tree: Tree,
    at: int,
    held: Collection[int],
    within: Collection[int],
    hung: Sequence[range],
    kinds: dict[str, set[int]],
) -> None:
    """Add conditions that stand in an action or right after it, wherever a tree hangs them: "to comply | as soon as it can".

    Those too that hang on the action itself as something else, or behind an aside: "will pay for it, all of it, | if the county agrees".
    """
    last = max(held, default=at)
    sentence = tree.words[last].sentence
    while last + 1 < len(tree.words) and tree.words[last + 1].upos == "PUNCT":
        last += 1
    for run in hung:
        if len(run) == 1 and run.start > at and tree.lows[run.start] == "otherwise":
            continue  # they must pay; | otherwise we will sue
        # of "provided that the board agrees" a tree may hang the "provided" on the action itself
        inside = run[-1] in held and all(n in held or tree.relation(n) == "mark" for n in run)
        # also where a content ends before it
        after = run.start == last + 1 and tree.words[run.start].sentence == sentence
        hangs = run[-1] in within and any(
            tree.words[n].head == at and n != at and tree.relation(n) in CLAUSES for n in run
        )
        if inside or after or (hangs and run.start > at) or _fronted(tree, at, run, within):
            for name in KINDS:
                kinds[name] -= {*run}
            kinds["condition"] |= {*run}


def _fronted(tree: Tree, at: int, run: range, within: Collection[int]) -> bool:
    """Whether a condition opens the clause of an action: "should that fail, | he will go", "show us and we'll | vote".

    Leaves: "if it rains, he said, and we will go", where another clause stands between the two.
    """
    if (
        run[-1] >= at
        or tree.words[run[-1]].sentence != tree.words[at].sentence
        or run[-1] not in within
    ):
        return False
    first, joins = run[-1] + 1, tree.words[run[0]].upos == "VERB"  # show us and we'll vote
    closed = ("PUNCT", "CCONJ") if joins else ("PUNCT",)
    while first < at and (tree.words[first].upos in closed or first not in within):
        first += 1
    words = [n for n in range(first, at) if n in within]
    subject = tree.subject(at)
    opens = first == at or (subject is not None and first >= min(tree.below(subject)))
    return (opens or first in tree.held[at]) and not any(
        tree.words[n].upos == "VERB" and at not in tree.up(n) for n in words
    )


def _from_over(
    tree: Tree, at: int, over: Sequence[int], marks: Marking, kinds: dict[str, set[int]]
) -> None:
    """Add the terms of the words above an action."""
    for above in over:
        for branch, kind in branches(tree, above, marks):
            below = whole_of(tree, branch, kind)
            if not kind or at in below:
                continue
            words = bare(tree, [*below])
            open_when = marks.found(tree.lows, words[0], words[-1] + 1, "temporal")
            own = kind == "condition" or any(one.first == words[0] for one in open_when)
            thing = tree.words[at].upos in ("NOUN", "PROPN") and branch > at
            counted = tree.lows[words[0]] == "in" and bool(tree.children(branch, "nummod"))
            ahead = tree.lows[words[0]] in AHEAD or counted  # an answer | in 30 days; not in March
            due = branch > at and kind == "time" and tree.lows[words[0]] in DUE
            if own or due or (thing and (kind != "time" or ahead)):
                kinds[kind] |= below


def _last(tree: Tree, at: int, left: set[int], marks: Marking) -> tuple[str, set[int]] | None:
    """The branch that ends an action and tells a term of it, with its kind; None where none does."""
    wordy = [n for n in left if tree.words[n].upos != "PUNCT"]
    if not wordy:
        return None
    end = max(wordy)
    spine = [end, *(n for n in tree.up(end))]
    inner = spine[: spine.index(at)] if at in spine else []
    for branch in reversed(inner):  # the largest first
        if tree.relation(branch) not in BRANCHES or not _reached(tree, branch, at):
            continue
        kind = kind_of(tree, branch, marks)
        words = {*tree.below(branch)} & left
        words = words if kind == "condition" else _together(tree, words, end)
        if kind in ("condition", "time", "place") and words and len(words) < len(left):
            return kind, words
    return None


def _reached(tree: Tree, branch: int, at: int) -> bool:
    """Whether all that stands between a branch and its action may be looked through: no clause with its own subject."""
    for above in tree.up(branch):
        if above == at:
            return True
        if tree.relation(above) not in DEEPER or tree.child(above, "nsubj") is not None:
            return False
        if tree.words[above].relation.endswith("relcl") or _done_before(tree, above):
            return False
    return False


def _done_before(tree: Tree, at: int) -> bool:
    """Whether a participle tells what was done to a thing: "the men | suspended | in October". Leaves: "the right to sail in May"."""
    past = tree.relation(at) == "acl" and tree.lows[at].endswith("ed")
    return past and tree.words[at].upos == "VERB" and tree.child(at, "mark", "aux") is None


def _do_not(tree: Tree, at: int) -> bool:
    """Whether a predicate bids not to do what it says: "do not print that", "don’t make us wait"."""
    helps = [tree.lows[n] for n in tree.children(at, "aux")]
    return helps == ["do"] and tree.child(at, "nsubj") is None


def _beside(tree: Tree, at: int, child: int, *, subject: bool) -> bool:
    """Whether a branch is no part of the action: its subject, what joins it to others, another clause."""
    relation = tree.relation(child)
    if relation in SUBJECTS:
        return not subject
    if relation == "conj":
        apart = is_deed(tree, at) and is_deed(tree, child)
        apart = apart and not sets_out(tree, at) and not share(tree, at, child)
        return tree.child(child, "nsubj") is not None or apart or child in joined_to(tree, at)
    if _do_not(tree, at) and relation in ("aux", "advmod"):
        return False  # do not print that
    if relation in ("aux", "cop"):
        passive = tree.words[child].relation == "aux:pass"  # asked not to be moved
        return (
            not subject
            and (tree.words[at].upos == "VERB" or tree.child(at, "cop") is None)
            and not (passive and not _finite(tree, at))
        )
    if relation == "mark":
        return tree.lows[child] != "to"
    if relation == "case":
        return tree.words[at].upos != "VERB"
    if relation == "advmod":
        return not subject and tree.lows[child] in ("not", "n't", "never") and _finite(tree, at)
    return relation in BESIDE or (relation == "advcl" and set_against(tree, child))


def _finite(tree: Tree, at: int) -> bool:
    """Whether a predicate has a helping verb or a subject; "not to burn it" has none, and keeps its "not"."""
    helps = [n for n in tree.children(at, "aux") if tree.words[n].relation != "aux:pass"]
    to = any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
    return bool(tree.children(at, "nsubj")) or (bool(helps) and not to)


def _core(tree: Tree, held: Sequence[int], at: int) -> list[int]:
    """The words without those that only join, at either end."""
    out = list(held)
    while out and tree.words[out[0]].upos in ("PUNCT", "CCONJ", "SCONJ") and out[0] != at:
        out.pop(0)
    while out and tree.words[out[-1]].upos in ("PUNCT", "CCONJ") and out[-1] != at:
        out.pop()
    return out


def branches(tree: Tree, at: int, marks: Marking) -> Iterator[tuple[int, str]]:
    """The branches of a predicate with what each is: condition, place, time, purpose, or ""."""
    for child in tree.held[at]:
        if tree.relation(child) in BRANCHES:
            yield child, kind_of(tree, child, marks)
        elif tree.relation(child) in ("parataxis", "conj") and child > at:
            apart = tree.relation(child) == "conj" and not tree.children(child, "case", "mark")
            kind = "" if apart else kind_of(tree, child, marks)
            yield child, kind if kind == "condition" else ""
