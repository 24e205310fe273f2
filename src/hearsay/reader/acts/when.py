"""When: whether a branch that is no clause tells the time of an action.

Source: Huddleston & Pullum (2002), ch. 8, §6, on adjuncts of time; Universal Dependencies for the relations.
"""

from collections.abc import Sequence

from hearsay.language.marking import Marking
from hearsay.reader.acts.branching import bare, opener_of
from hearsay.reader.tree import Tree

NOUN_ADDS = ("nmod", "compound", "nummod", "amod", "nmod:unmarked", "nmod:poss", "det")


def of_time(tree: Tree, branch: int, marks: Marking) -> bool:
    """Whether a branch that is no clause tells a time: "for the moment", "by 1 May", "until the harvest", "in 2031"."""
    words = bare(tree, tree.below(branch))
    first, stop = words[0], words[-1] + 1
    opener = opener_of(tree, branch)
    if opener in NEVER or (opener == "about" and not tree.children(branch, "nummod")):
        return False  # an extension of 60 days; late due to its hours; to speak about her future
    if tree.lows[branch] == "again" or _is_none(tree, branch, words):
        return False
    if stop - first == 1 and (tree.lows[first] in GOES_ON or tree.lows[first] == "first"):
        return tree.lows[first] == "first" and _before_all(tree, branch, marks)
    if _is_rate(tree, branch, opener) or (opener == "for" and _paid_for(tree, branch)):
        return False
    if opener == "by" and tree.lows[branch] in UNITS and tree.child(branch, "nummod") is not None:
        return False  # extend it | by twelve months
    if tree.lows[stop - 1 : stop + 1] in (["far", "as"], ["soon", "as"], ["long", "as"]):
        return False
    by_phrase = _is_phrase(tree, words, marks) or _at_the_next(tree, branch, opener)
    return by_phrase or _by_opener(tree, branch, marks) or _by_noun(tree, branch, words, marks)


def _is_none(tree: Tree, branch: int, words: Sequence[int]) -> bool:
    """Takes: "one | at a time", "protest at | Thursday night’s | debate", "wait | at the end of the pier". Leaves: "at a time when …", "at the end of May"."""
    owns = any(n > branch for n in tree.children(branch, "case"))
    whose = (n for n in tree.children(branch, "nmod") if opener_of(tree, n) == "of")
    thing = any(tree.words[n].entity in ("place", "object") for n in whose)
    thing = thing and tree.lows[branch] in EDGES
    one = tree.lows[words[0] : words[-1] + 1] == AT_ONE
    return owns or thing or (one and tree.words[words[0] - 1].entity != "time")  # 30 days at a time


EDGES = frozenset({"end", "ends", "start", "beginning", "middle"})
AT_ONE = ["at", "a", "time"]


def _is_phrase(tree: Tree, words: Sequence[int], marks: Marking) -> bool:
    """Whether all of a branch is a phrase for a time: "for the moment". Leaves: "as soon | as"."""
    first, stop = words[0], words[-1] + 1
    return any(
        phrase.first == first and phrase.stop == stop
        for phrase in marks.found(tree.lows, first, stop, "temporal", "when_phrase")
    )


def _by_opener(tree: Tree, branch: int, marks: Marking) -> bool:
    """Takes: "until the harvest", "before the vote". Leaves: "to lay it before them"; "before cameras"."""
    openers = {tree.lows[n] for n in tree.children(branch, "case", "mark")}
    word, low = tree.words[branch], tree.lows[branch]
    if openers & {"until", "till", "during", "since"} or word.entity == "time":
        return True
    if not openers & {"before", "after"} or tree.relation(branch) not in ("obl", "nmod"):
        return False
    thing = word.entity not in ("person", "organization", "place")
    return (
        thing and low not in THEM and not ("before" in openers and marks.tells(low, "stood_before"))
    )


def _by_noun(tree: Tree, branch: int, words: Sequence[int], marks: Marking) -> bool:
    """Takes: "by 1 May", "in 2031", "at 8:45 a.m.". Leaves: "last year’s list"; "leave to march"."""
    low = tree.lows[branch]
    near = [branch, *tree.children(branch, *NOUN_ADDS)]
    year = low.isdigit() and len(low) == 4  # noqa: PLR2004 - a year has four figures
    clock = tree.lows[words[-1]] in ("a.m.", "p.m.", "am", "pm") and words[-1] in near
    named = any(marks.tells(tree.lows[n], "time_noun") and not _only_spelled(tree, n) for n in near)
    return year or clock or (named and _temporal_head(tree, branch, marks))


def _before_all(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "write to their agent | first". Leaves: "put safety | first", "finished | first"; "first, he said"."""
    verb = tree.words[at].head
    return (
        tree.relation(at) == "advmod"
        and verb < at
        and tree.words[verb].upos == "VERB"
        and tree.child(verb, "aux:pass", "nsubj:pass") is None  # the sick are served | first
        and not marks.tells(tree.lows[verb], "ranks")
    )


def _is_rate(tree: Tree, branch: int, opener: str) -> bool:
    """Takes: "four flights | a week", "nine pounds | an hour". Leaves: "wait | a year", "sail | this week"."""
    noun = tree.words[branch].head
    one = any(tree.lows[n] in ("a", "an") for n in tree.children(branch, "det"))
    counted = tree.child(noun, "nummod") is not None or tree.words[noun].upos in ("NUM", "SYM")
    return one and not opener and tree.relation(branch) == "nmod" and counted


STANDS = frozenset({"run", "runs", "ran", "running", "stand", "stands", "stood", "standing"})


def _paid_for(tree: Tree, branch: int) -> bool:
    """Takes: "charged | for July", "compensated | for lost days", "run | for a second term". Leaves: "for the summer", "for ten days", "for years", "for now"."""
    alone = tree.child(branch, "det", "nummod", "advmod", "nmod") is None
    month = tree.words[branch].upos == "PROPN"
    if tree.lows[branch] == "term" and tree.lows[tree.words[branch].head] in STANDS:
        return True
    lost = any(
        tree.lows[n].endswith("ed") or tree.lows[n] == "lost" for n in tree.children(branch, "amod")
    )
    return alone and (month or lost)


def _at_the_next(tree: Tree, branch: int, opener: str) -> bool:
    """Takes: "bring it | at the next meeting", "support it | at second reading". Leaves: "at the next bridge"; "at a meeting"."""
    counted = any(tree.lows[n] in NEXT for n in tree.children(branch, "amod", "nummod", "compound"))
    thing = tree.words[branch].entity not in ("person", "organization", "place", "object")
    return opener == "at" and counted and thing and tree.relation(branch) == "obl"


NEVER = frozenset({"of", "due", "because", "despite", "like"})
"""What stands before a noun for a time and tells no time of an action."""

UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
NEXT = frozenset({"next", "first", "second", "third", "last", "coming", "final"})


def _only_spelled(tree: Tree, at: int) -> bool:
    """Whether a word is only spelled as one for a time: "leave to | march", "it | may", "stay out of the Tharp | End", a name."""
    small = tree.lows[at] in ("march", "may") and tree.words[at].span.cut(tree.text).islower()
    named = (
        tree.child(at, "compound") is not None and tree.words[at].span.cut(tree.text)[0].isupper()
    )
    return small or tree.words[at].upos == "AUX" or (named and tree.words[at].entity != "time")


THEM = frozenset({"it", "them", "him", "her", "us", "me", "you"})
GOES_ON = frozenset({"then", "still", "ever", "yet", "already"})
"""Single words that tell no time of an action."""


def _temporal_head(tree: Tree, branch: int, marks: Marking) -> bool:
    """Whether a word for a time heads a branch, alone or behind a number: "1 May", not "last year’s list"."""
    low = tree.lows[branch]
    return marks.tells(low, "time_noun") or low.isdigit() or tree.words[branch].upos == "NUM"
