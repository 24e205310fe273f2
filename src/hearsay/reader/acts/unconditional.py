"""Unconditional: what opens like a condition and is none.

What came about ("once the results were counted, he left"), what is only a way of speaking ("if anything", "as if", "if you look at
it"), and what is so or so whatever comes ("regardless of her views").

Source: Huddleston & Pullum (2002), ch. 8, §14, and ch. 11, §6.5, on conditionals that are none; Declerck & Reed (2001), ch. 9, on
rhetorical ones; Dancygier & Sweetser (2005), ch. 5, on those about speaking.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.helping import CANNOT, TO_COME
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

ALONE = frozenset({"if", "once", "until", "till", "whenever", "unless", "should"})
"""Openers that say nothing without what they open."""

IN_THE_CASE = ["in", "the", "case", "of"]
DEFINITE = frozenset({"the", "this", "these", "his", "her", "its", "their", "our", "my"})

SURELY = frozenset(
    {
        "question",
        "doubt",
        "fail",
        "exception",
        "limit",
        "end",
        "him",
        "her",
        "them",
        "it",
        "us",
        "me",
    }
)
"""Behind "without", which then leaves nothing open."""

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
    return any(rule(tree, run, marks) for rule in RULES)


def _by_before(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "as | if it mattered", "upon | assuming office", "was | once", "the | once great port", "it was long | until it came", "for | the minute"."""
    first, low = run[0], tree.lows[run[0]]
    before = tree.lows[first - 1] if first else ""
    if low == "once":
        return first > 0 and (tree.words[first - 1].upos in ("AUX", "DET") or before == "not")
    return before in BEFORE.get(low, ())


BEFORE = {
    "if": ("as", "what", "even", "than"),
    "assuming": ("upon", "on", "after", "before", "by", "since", "of", "in"),
    "whenever": (",",),
    "until": ("long",),
    "till": ("long",),
    "the": ("for", "at", "of"),
}
"""Words before an opener that make something else of it."""


def _by_after(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "few, | if any", "go, | if only to hear it", "once again", "if", "without question", "cannot speak | without losing it", "regardless of it". Leaves: "without leave"."""
    low, after = tree.lows[run[0]], tree.lows[run[0] + 1 : run[0] + 2]
    if low in ("regardless", "irrespective") or (len(run) == 1 and low in ALONE):
        return True
    if low == "if" and after == ["any"]:
        return _ends(tree, run[0] + 2)
    if tree.lows[run[0] : run[0] + 4] == IN_THE_CASE:  # in the case of | the northern ward
        return tree.words[run[4]].upos == "PROPN" or tree.lows[run[4]] in DEFINITE
    if low == "if" and after == ["only"]:
        return tree.lows[run[0] + 2 : run[0] + 3] in (["to"], ["because"], ["for"], ["as"])
    if low == "pending":  # a case | pending | before a judge
        return tree.words[min(run[0] + 1, len(tree.words) - 1)].upos in ("ADP", "CCONJ", "PUNCT")
    counts = low == "once" and {*after} <= AGAIN
    near = tree.lows[max(0, run[0] - FAR) : run[0]]
    brings = low == "without" and _is_ing(tree, run[0] + 1) and bool(CANNOT & {*near})
    return counts or brings or (low == "without" and {*after} <= SURELY)


def _is_ing(tree: Tree, at: int) -> bool:
    return at < len(tree.words) and tree.words[at].upos == "VERB" and tree.lows[at].endswith("ing")


def _has_come(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "once the votes were counted, he left", "upon his return he told it", "led it | until resigning". Leaves: "as long as"."""
    low, after = tree.lows[run[0]], tree.lows[run[0] + 1 : run[0] + 2]
    if low == "only" and after != ["if"]:
        return _only_then(tree, run)
    swapped = low == "in" and after in (
        ["exchange"],
        ["return"],
    )  # freed them | in exchange for arms
    if low == "upon" or swapped or (low in ("until", "till") and _is_ing(tree, run[0] + 1)):
        return _is_past(tree, run)
    long = low == "as" and after != ["soon"]
    return low in WAITED and not long and came_about(tree, run)


def _ends(tree: Tree, at: int) -> bool:
    """Whether a mark stands there: "their decisions, if any | , through debate"; not "if any | boat sails"."""
    return at >= len(tree.words) or tree.words[at].upos == "PUNCT"


def _measures(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "for | as long as three hours", which counts; "as soon as she could", which says how soon. Leaves: "as long as they pay"."""
    if tree.lows[run[0] : run[0] + 3] == ["as", "soon", "as"]:  # as soon as she could
        return tree.lows[run[-1]] in ("could", "can") or tree.lows[run[-1] - 2 : run[-1]] == [
            "could",
            "have",
        ]
    long = next((n for n in run if tree.lows[n : n + 2] == ["long", "as"]), None)
    told = any(tree.relation(n) in ("nsubj", "nsubj:pass") for n in run)
    return long is not None and not told and tree.words[long + 2].upos == "NUM"


def _bars(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "an order | barring | them from sailing", "laws | barring | nets", "| failing | health". Leaves: "we sail, | barring | a storm from the north"."""
    at = run[0]
    if tree.lows[at] not in ("barring", "failing"):
        return False
    before = tree.words[at - 1].upos if at else "PUNCT"
    which = before == "CCONJ" or (tree.relation(at) == "amod" and before != "PUNCT")
    of_noun = tree.relation(at) == "acl" and before in ("NOUN", "PROPN")
    return (
        which
        or of_noun
        or any(
            tree.lows[m] == "from"
            for n in tree.children(at, "advcl", "xcomp", "ccomp", "acl")
            for m in tree.children(n, "mark", "case")
        )
    )


def _is_told(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "the aide | provided | them a link that …", "aid | provided | by the port", what somebody does. Leaves: "will come, | provided | they pay"."""
    at = run[0]
    if tree.lows[at] not in TELLS:
        return False
    who = tree.child(at, "nsubj", "nsubj:pass", "aux", "aux:pass")
    by = tree.lows[at + 1 : at + 2] in (["by"], ["to"], ["for"], ["with"])
    return by or (who is not None and who < at)


TELLS = frozenset({"provided", "providing", "assuming", "suppose", "supposing"})
"""Openers that are verbs too."""


def _differently(tree: Tree, run: range, _: Marking) -> bool:
    """Takes: "thinks | otherwise", "is | otherwise | unknown", "dead or | otherwise", "an | otherwise | calm year". Leaves: "pay, or | otherwise | we will sue", "would | otherwise | fall"."""
    at = run[0]
    before, after = at - 1, at + 1
    if tree.lows[at] != "otherwise":
        return False
    if before >= 0 and tree.lows[before] in IS:
        return True
    ends = after >= len(tree.words) or tree.words[after].upos == "PUNCT"
    if not ends and tree.words[after].upos == "ADJ":
        return True
    return before >= 0 and (
        tree.words[before].upos == "VERB" or (tree.lows[before] in ("or", "and") and ends)
    )


IS = PAST | {"is", "are", "been", "has", "have"}


def _way_of_speaking(tree: Tree, run: range, marks: Marking) -> bool:
    """Takes: "if anything", "if you ask me", "if you look at it". Leaves: "if anything breaks"; "if you see a fox, call us"."""
    lows = [tree.lows[n] for n in run]
    told = next(iter(marks.found(lows, 0, len(lows), "way_of_speaking")), None)
    if told is not None and told.first == 0 and told.stop == len(lows):
        return True
    opens = next(iter(marks.found(lows, 0, len(lows), "speaks_of_speaking")), None)
    return opens is not None and opens.first == 0


def _concedes(tree: Tree, run: range, _: Marking) -> bool:
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
    graded = tree.words[first + 1].upos in GRADED and tree.words[before].upos in ("ADJ", "ADV")
    return graded and tree.words[before].head > run[-1]


def _only_then(tree: Tree, run: range) -> bool:
    """Takes: "| only after the war | did he return", which came about. Leaves: "will pay only after it is done"; "it opens only with their leave"."""
    if tree.lows[run[0] + 1] not in ("after", "when", "once", "following", "upon", "by", "with"):
        return False
    told = [n for n in run if tree.relation(n) == "nsubj" and tree.words[n].head in run]
    if told and not in_the_past(tree, tree.words[told[0]].head):
        return False  # only when a vote is unanimous
    return _is_past(tree, run)


def _is_past(tree: Tree, run: range) -> bool:
    """Whether all that stands around some words in their sentence is told of the past: "he led it | until resigning in May"; not "will lead it"."""
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


RULES = (
    _by_before, _by_after, _is_told, _bars, _differently, _measures, _way_of_speaking, _concedes, _has_come,
)  # fmt: skip
"""What makes of words that open like a condition none."""
