"""Unconditional: what opens like a condition and is none.

What came about ("once the results were counted, he left"), what is only a way of speaking ("if anything", "as if", "if you look at
it"), and what is so or so whatever comes ("regardless of her views").

Source: Huddleston & Pullum (2002), ch. 8, §14, and ch. 11, §6.5, on conditionals that are none; Declerck & Reed (2001), ch. 9, on
rhetorical ones; Dancygier & Sweetser (2005), ch. 5, on those about speaking.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.helping import TO_COME
from hearsay.reader.times.tense import is_past
from hearsay.reader.tree import Tree

WAITED = frozenset({"once", "until", "till", "as", "the", "whenever"})
"""First words of openers that may tell of what came about: "as soon as", "the minute"; not "as long as", "as far as"."""

PAST = frozenset({"was", "were", "had", "did"})
AHEAD = TO_COME | {"to", "can", "ca"}
WHATEVER = frozenset({"whatever", "whoever", "whichever"})
"""First words of what somebody is bound by whatever comes: told with the action, and nothing that is left open."""

AGAIN = frozenset({"again", "more", "a", "an", "every", "upon", "in", "per", "or", "and"})
"""Behind "once", which then counts."""

TAKING = frozenset({"upon", "on", "after", "before", "by", "since", "of", "in"})
"""Before "assuming", which then is a deed."""

ALONE = frozenset({"if", "once", "until", "till", "whenever", "unless", "should"})
"""Openers that say nothing without what they open."""

GRADED = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "DET"})
DEPTH = 4  # clauses above a condition that may say that it is still to come


def is_none(tree: Tree, run: range, marks: Marking) -> bool:
    """Whether some words that open like a condition are none.

    Takes: "as if it mattered", "few, if any", "once again", "once the votes were counted, he left", "it was long until it came", "if you
    look at it". Leaves: "if it rains", "if not, we sail", "would leave once the votes were counted".

    Args:
        tree: of the article.
        run: the words.
        marks: the table of ways of speaking.
    """
    first = run[0]
    low, before = tree.lows[first], tree.lows[first - 1] if first else ""
    no = low == "if" and before in ("as", "what", "even", "than")
    no = no or (low == "assuming" and before in TAKING)  # upon assuming office
    no = no or (low == "barring" and _bars(tree, first))
    no = no or (tree.lows[first : first + 2] == ["if", "any"] and _ends(tree, first + 2))
    if no or _is_told(tree, first) or (low == "otherwise" and _differently(tree, first)):
        return True
    if low in ("regardless", "irrespective") or (low == "whenever" and before == ","):
        return True
    if _way_of_speaking(tree, run, marks) or _concedes(tree, run):
        return True
    if low == "only" and tree.lows[first + 1 : first + 2] != ["if"]:
        return _only_then(tree, run)
    if len(run) == 1 and low in ALONE:
        return True
    if low == "once" and tree.lows[first + 1] in AGAIN:
        return True
    if (low in ("until", "till") and before == "long") or (
        low == "the" and before in ("for", "at", "of")
    ):
        return True
    long = low == "as" and tree.lows[first + 1] != "soon"
    return low in WAITED and not long and came_about(tree, run)


def _ends(tree: Tree, at: int) -> bool:
    """Whether a mark stands there: "their decisions, if any | , through debate"; not "if any | boat sails"."""
    return at >= len(tree.words) or tree.words[at].upos == "PUNCT"


def _bars(tree: Tree, at: int) -> bool:
    """Takes: "an order | barring | them from sailing". Leaves: "we sail, | barring | a storm from the north"."""
    return any(
        tree.lows[m] == "from"
        for n in tree.children(at, "advcl", "xcomp", "ccomp", "acl")
        for m in tree.children(n, "mark", "case")
    )


def _is_told(tree: Tree, at: int) -> bool:
    """Takes: "the aide | provided | them a link that …", what somebody does. Leaves: "will come, | provided | they pay"."""
    who = tree.child(at, "nsubj", "nsubj:pass", "aux", "aux:pass")
    return tree.lows[at] in TELLS and who is not None and who < at


TELLS = frozenset({"provided", "providing", "assuming", "suppose", "supposing"})
"""Openers that are verbs too."""


def _differently(tree: Tree, at: int) -> bool:
    """Takes: "thinks | otherwise", "dead or | otherwise". Leaves: "pay, or | otherwise | we will sue", "would | otherwise | fall"."""
    before, after = at - 1, at + 1
    ends = after >= len(tree.words) or tree.words[after].upos == "PUNCT"
    return before >= 0 and (
        tree.words[before].upos == "VERB" or (tree.lows[before] in ("or", "and") and ends)
    )


def _way_of_speaking(tree: Tree, run: range, marks: Marking) -> bool:
    """Takes: "if anything", "if you ask me", "if you look at it". Leaves: "if anything breaks"; "if you see a fox, call us"."""
    lows = [tree.lows[n] for n in run]
    told = next(iter(marks.found(lows, 0, len(lows), "way_of_speaking")), None)
    if told is not None and told.first == 0 and told.stop == len(lows):
        return True
    opens = next(iter(marks.found(lows, 0, len(lows), "speaks_of_speaking")), None)
    return opens is not None and opens.first == 0


def _concedes(tree: Tree, run: range) -> bool:
    """Takes: "hundreds, | if not thousands", "a fair, | if slow, process". Leaves: "if not, we sail"; "if true"; "if elected"."""
    first, before = run[0], run[0] - 1
    while before > 0 and tree.lows[before] in (",", "—", "–", "("):
        before -= 1
    if tree.lows[first] != "if" or before < 0 or len(run) == 1:
        return False
    verbs, after = any(tree.words[n].upos in ("VERB", "AUX") for n in run), tree.lows[first + 1]
    if verbs or tree.words[first].sentence != tree.words[before].sentence:
        return False
    if after == "not":
        return len(run) > 2  # noqa: PLR2004 - "if not" alone is a condition
    graded = tree.words[first + 1].upos in GRADED and tree.words[before].upos == "ADJ"
    return graded and tree.words[before].head > run[-1]


def _only_then(tree: Tree, run: range) -> bool:
    """Takes: "| only after the war | did he return", which came about. Leaves: "will pay only after it is done"; "it opens only with their leave"."""
    if tree.lows[run[0] + 1] not in ("after", "when", "once", "following", "upon", "by", "with"):
        return False
    told = [n for n in run if tree.relation(n) == "nsubj" and tree.words[n].head in run]
    if told and not in_the_past(tree, tree.words[told[0]].head):
        return False  # only when a vote is unanimous
    sentence, past = tree.words[run[0]].sentence, False
    for at in range(max(0, run[0] - FAR), min(len(tree.words), run[-1] + FAR)):
        if at in run or tree.words[at].sentence != sentence:
            continue
        if tree.lows[at] in AHEAD:
            return False
        past = (
            past
            or tree.lows[at] in PAST
            or (tree.words[at].upos == "VERB" and is_past(tree.lows[at]))
        )
    return past


FAR = 30  # words around a condition among which it is told whether it is still to come


def came_about(tree: Tree, run: range) -> bool:
    """Whether what was waited for has come: "once the results were counted, he left", "until he retired".

    Leaves: "would not renew it until the pumps were running"; "once it is built".
    """
    subject = next((n for n in run if tree.relation(n) == "nsubj"), None)
    verb = tree.words[subject].head if subject is not None else None
    if verb is None or verb not in run or not in_the_past(tree, verb):
        return False
    above = verb
    for _ in range(DEPTH):
        if tree.words[above].head == above:
            break
        above = tree.words[above].head
        if _ahead(tree, above, run):
            return False
    return True


def in_the_past(tree: Tree, verb: int) -> bool:
    """Whether a finite predicate is in the past: "came", "was built", "had met". Leaves: "is built", "has met", "built", of a ship."""
    helps = {tree.lows[n] for n in tree.children(verb, "aux", "cop")}
    return bool(helps & PAST) if helps else is_past(tree.lows[verb])


def _ahead(tree: Tree, at: int, run: range) -> bool:
    """Whether something outside of a condition is still to be done, or bidden: "would renew it", "refused to renew it"."""
    if at in run:
        return False
    helps = tree.children(at, "aux", "mark")
    bidden = tree.child(at, "nsubj", "nsubj:pass", "expl") is None and tree.relation(at) == "root"
    return any(tree.lows[n] in AHEAD for n in helps) or (bidden and not is_past(tree.lows[at]))
