"""Terms: whether words that hang on an action say on which condition, where, when or what for.

Told by the words that open them and the noun that heads them. Source: Huddleston & Pullum (2002), ch. 8, on adjuncts;
Declerck & Reed (2001) on conditions; Universal Dependencies for the relations.
"""

from collections.abc import Sequence
from itertools import takewhile

from hearsay.language.marking import Marking, marking
from hearsay.reader.acts.branching import bare, opener_of
from hearsay.reader.acts.helping import TO_COME
from hearsay.reader.acts.slots import has_deed
from hearsay.reader.acts.unconditional import in_the_past
from hearsay.reader.acts.when import of_time
from hearsay.reader.tree import Tree, kept

DEED = ("al", "tion", "sion", "ment", "ance", "ence", "ing", "ure", "sake")
"""Endings of nouns that name a deed: "for the withdrawal of the wounded" says what for."""

FOCUS = frozenset(
    {"only", "even", "but", "and", "except", "save", "just", "not", "at", "least", ","}
)
"""Words that may stand before an opener."""

WITHIN_NP = frozenset({"in", "at", "around", "near", "inside", "outside", "across", "throughout"})
"""Openers of a place that hang on a noun: "bombing in Aleppo"; "the letter from Brennau" says no place."""

BRANCHES = ("advcl", "obl", "advmod", "nmod", "acl")
FAR = 12  # words after an opener within which its clause has its predicate
CLAUSES = ("advcl", "acl", "ccomp", "parataxis")


@kept
def kind_of(tree: Tree, branch: int, marks: Marking) -> str:
    """What a branch says of an action: "condition", "place", "time", "purpose" or "".

    Takes: "if the board agrees", "in the port", "by May", "for the sake of peace".
    Leaves: "to the driver", "a letter from the port", "asked if it was safe".
    """
    words = bare(tree, tree.below(branch))
    if not words:
        return ""
    kind = _kind(tree, branch, words, marks)
    after = tree.lows[next((n for n in words if tree.lows[n] not in FOCUS), words[0])] in ONLY_AFTER
    return "condition" if kind == "time" and after and _only(tree, words) is not None else kind


ONLY_AFTER = frozenset({"after", "when", "once", "upon", "following"})
"""Openers of a time that behind "only" is a condition: "will pay | only after the work is done"."""


def _only(tree: Tree, words: Sequence[int]) -> int | None:
    """The "only" that opens a branch or stands before it."""
    near = [n for n in (words[0] - 1, words[0]) if n >= 0 and tree.lows[n] == "only"]
    return near[0] if near else None


def _kind(tree: Tree, branch: int, words: Sequence[int], marks: Marking) -> str:
    if len(words) > 1 and _is_whole(tree, words, marks, "temporal"):
        return "time"  # as soon as possible
    opens = _opens(tree, words, marks)
    clause = tree.relation(branch) in CLAUSES and (
        tree.words[branch].upos in ("VERB", "AUX") or bool(tree.children(branch, "nsubj", "cop"))
    )
    if opens and (kind := _opened(tree, branch, opens, marks, clause=clause)):
        return kind
    if inverted(tree, branch) or permitting(tree, branch, marks) or _on_event(tree, branch):
        return "condition"
    if clause:
        return _clause(tree, branch, words)
    if of_time(tree, branch, marks):
        return "time"
    opener = opener_of(tree, branch)
    if opener == "for" and (
        marks.tells(tree.lows[branch], "purpose_noun")
        or (
            tree.lows[branch].endswith(DEED)
            and tree.relation(branch) == "obl"
            and tree.words[branch].upos == "NOUN"  # confirm it | for sure
        )
    ):
        return "purpose"
    return "place" if _place(tree, branch, words, marks) else ""


def _place(tree: Tree, branch: int, words: Sequence[int], marks: Marking) -> bool:
    """Takes: "in the port", "in public", "north of the lane". Leaves: "stay | on the lawn"; "a letter | from the port"; "with it in place", "on safety grounds"."""
    if tree.lows[branch] in NO_PLACE.get(opener_of(tree, branch), ()):
        return False
    if _measured(tree, branch) or (
        tree.words[branch].upos == "ADV" and _where(tree, branch, marks)
    ):
        return True
    if _is_whole(tree, words, marks, "where_phrase"):
        return True
    if marks.tells(tree.lows[tree.words[branch].head], "stays_put"):
        return False
    opener, word = opener_of(tree, branch), tree.words[branch]
    if opener == "at" and word.entity == "event":  # boo him | at Saturday’s derby
        return tree.relation(branch) == "obl"
    named = word.upos == "PROPN" and word.entity not in NOWHERE
    place = (word.entity == "place" or named) and word.upos != "PRON"
    allowed = tree.relation(branch) != "nmod" or (opener in WITHIN_NP and _of_deed(tree, branch))
    return place and allowed and marks.tells(opener, "place_opener")


NO_PLACE = {
    "in": ("place", "line", "order", "part"),
    "on": ("grounds", "board", "top", "side", "sides"),
}
"""Nouns for places with openers behind which they tell none."""

NOWHERE = frozenset({"abstract", "object", "person", "time", "substance", "animal", "plant"})
"""What a name may name that is no place: "paid in Scotch", "a role in “The Wolf”"."""


def _of_deed(tree: Tree, branch: int) -> bool:
    """Whether a noun that a place hangs on tells a deed: "attacks | in the port". Leaves: "the contract for care | at the jail"."""
    noun = tree.words[branch].head
    deed = tree.words[noun].entity in ("event", "none") or tree.lows[noun].removesuffix(
        "s"
    ).endswith(DEED)
    return deed or tree.words[noun].upos == "VERB"


def _is_whole(tree: Tree, words: Sequence[int], marks: Marking, name: str) -> bool:
    """Whether all of some words is a phrase of a class."""
    found = marks.found(tree.lows, words[0], words[-1] + 1, name)
    return any((one.first, one.stop) == (words[0], words[-1] + 1) for one in found)


def _measured(tree: Tree, branch: int) -> bool:
    """Takes: "within 500 metres of the lake". Leaves: "within three days"; "within the walls"."""
    figure = any(tree.words[n].upos == "NUM" for n in tree.children(branch, "nummod"))
    return figure and opener_of(tree, branch) == "within" and tree.words[branch].entity != "time"


def _where(tree: Tree, branch: int, marks: Marking) -> bool:
    """Takes: "not to cut jobs | there", "build homes | north of the lane". Leaves: "there is a road", which hangs as no adverb."""
    if marks.tells(tree.lows[branch], "where_word"):
        return tree.relation(branch) == "advmod" and tree.words[branch].head < branch
    of = any(
        tree.lows[m] == "of" for n in tree.children(branch, "obl", "nmod") for m in tree.held[n]
    )
    return of and marks.tells(tree.lows[branch], "compass")


def whole_of(tree: Tree, branch: int, kind: str) -> set[int]:
    """A branch; of a condition whose opener stands alone, with what follows it: "provided | the union agrees", "in return | for a seat"."""
    words = {*tree.below(branch)}
    wordy = [n for n in sorted(words) if tree.words[n].upos != "PUNCT"]
    opener = _is_opener(tree, wordy) if kind == "condition" else ""
    if opener:
        last = max(words)
        near = range(last + 1, min(last + FAR, len(tree.words)))
        follows = next((n for n in near if _clausal(tree, n)), None)
        own = follows is not None and branch in tree.below(follows)  # her party would otherwise …
        if follows is not None and not own and min(tree.below(follows)) <= last + 1:
            words |= {*tree.below(follows)}
        elif opener in BEFORE_NOUNS:  # pending | a review
            words |= _noun_after(tree, last)
    if kind == "condition" and (only := _only(tree, bare(tree, [*words]))) is not None:
        words.add(only)
    if kind == "time" and tree.lows[min(words) - 1] in STARTS:
        words.add(min(words) - 1)  # run an advert | starting 26 May
    return words


STARTS = frozenset({"starting", "beginning", "effective"})


def _is_opener(tree: Tree, words: Sequence[int]) -> str:
    """The opener of a condition that some words are: "as soon as", "in return", where a tree hangs "for a seat" elsewhere; "" where they are more."""
    for one in marking().found(tree.lows, words[0], words[-1] + 2, "condition_opener"):
        opener = " ".join(tree.lows[one.first : one.stop])
        if one.first == words[0] and one.stop > words[-1]:
            return opener if one.stop == words[-1] + 1 or opener in BEFORE_NOUNS else ""
    return ""


BEFORE_NOUNS = frozenset({"pending", "barring", "failing", "in return for", "in exchange for"})
"""Openers of a condition that stand before a noun alone."""


def _noun_after(tree: Tree, last: int) -> set[int]:
    """The noun that follows a word, with all that hangs on it."""
    near = range(last + 1, min(last + FAR, len(tree.words)))
    heads = (n for n in near if tree.words[n].upos == "NOUN" and min(tree.below(n)) == last + 1)
    head = next(heads, None)
    return {*tree.below(head)} if head is not None else set()


def _clausal(tree: Tree, at: int) -> bool:
    return tree.child(at, "nsubj", "nsubj:pass") is not None


def inverted(tree: Tree, branch: int) -> bool:
    """Takes: "had it been freed, …", "should the board agree, …". Leaves: "it had been freed"."""
    subject = tree.child(branch, "nsubj")
    helps = [n for n in tree.children(branch, "aux", "cop", "mark") if tree.lows[n] in INVERTED]
    if tree.relation(branch) != "advcl" or not helps or subject is None:
        return False
    below = tree.below(branch)
    first = next(n for n in below if tree.words[n].upos != "PUNCT")
    asked = tree.lows[below[-1]] == "?" or tree.lows[below[-1] + 1 : below[-1] + 2] == ["?"]
    return helps[0] == first and helps[0] < subject and not asked


def permitting(tree: Tree, branch: int, marks: Marking) -> bool:
    """Takes: "weather permitting", "God willing". Leaves: "a note permitting them to sail"; "won, allowing her to lead"; "so late that they are willing to go", "each suddenly willing to fight"."""
    low = tree.lows[branch]
    finite = tree.child(branch, "cop", "aux", "mark", "expl", "xcomp") is not None
    own = [n for n in tree.held[branch] if tree.words[n].upos != "PUNCT"]
    return marks.tells(low, "permitting") and not finite and any(n < branch for n in own)


def _on_event(tree: Tree, branch: int) -> bool:
    """Takes: "upon conviction", "on a signal from the port", "will go | with their consent".

    Leaves: "on Monday"; "an influence | upon the direction"; "went | with their consent".
    """
    opener = opener_of(tree, branch)
    if tree.relation(branch) == "nmod":
        return False
    if opener == "with":
        above = tree.words[branch].head
        helps = {tree.lows[n] for n in tree.children(above, "aux", "mark")}
        whose = tree.child(branch, "det", "nmod:poss", "nmod", "amod") is not None
        return tree.lows[branch] in LEAVE and whose and bool(helps & STILL_OPEN)
    if opener == "upon":
        return tree.words[branch].entity == "event" or tree.lows[branch].endswith(DEED)
    return opener == "on" and tree.lows[branch] in SIGNALS


STILL_OPEN = TO_COME | {"to", "can"}
INVERTED = frozenset({"had", "should", "were"})
SIGNALS = frozenset(
    {
        *(
            "signal",
            "receipt",
            "request",
            "demand",
            "approval",
            "completion",
            "proof",
            "application",
        ),
        *("payment", "presentation", "production", "delivery", "signature", "ratification"),
    }
)
"""Nouns that after "on" say at what something is done."""


def _opens(tree: Tree, words: Sequence[int], marks: Marking) -> frozenset[str]:
    """The classes of the opener with which a branch begins, after words such as "only"."""
    first = next((n for n in words if tree.lows[n] not in FOCUS), words[0])
    starts = (words[0], first)
    if _is_opener(tree, words) in BEFORE_NOUNS:
        return frozenset({"condition_opener"})
    found = marks.found(tree.lows, words[0], words[-1] + 1, "condition_opener", "purpose_opener")
    return frozenset(
        name
        for one in takewhile(lambda one: one.first <= first, found)
        if one.first in starts
        and tree.lows[one.first] != "should"  # inverted: hearsay.reader.acts.left_open
        for name in one.classes
    )


def _opened(tree: Tree, branch: int, opens: frozenset[str], marks: Marking, *, clause: bool) -> str:
    if "purpose_opener" in opens:
        return "purpose"
    words = bare(tree, tree.below(branch))
    low = next(n for n in words if tree.lows[n] not in FOCUS)
    told = clause or any(tree.child(n, "nsubj") for n in tree.children(branch, "acl"))
    if tree.lows[words[0]] == "even" or (tree.lows[low] == "the" and not told):
        return ""
    if tree.lows[low] == "if" and _asked_before(tree, low):
        return ""
    if low == branch and tree.child(low, "obj", "iobj") and not tree.child(low, "ccomp"):
        return ""  # backed the plan, | providing her with support
    if tree.lows[low] in ("once", "until", "till") and not clause:
        return "" if tree.lows[low] == "once" else "time"
    if tree.lows[low] == "without":
        leave = tree.lows[branch] in LEAVE and not in_the_past(tree, tree.words[branch].head)
        return "condition" if leave or _refused(tree, branch, marks) else ""
    return "condition"


def _refused(tree: Tree, branch: int, marks: Marking) -> bool:
    """Whether what is done without something is refused or not done: "declined to sell it | without papers"."""
    for above in (branch, *tree.up(branch)):
        if any(tree.lows[n] in ("not", "n't", "never") for n in tree.children(above, "advmod")):
            return True
        who = tree.children(above, "nsubj")
        none = (n for at in who for n in (at, *tree.children(at, "det")))
        if any(tree.lows[n] in NO for n in none):
            return True  # no boat may approach | without a pass
        if above != branch and marks.tells(tree.lows[above], "leaves_undone"):
            return True
    return False


NO = frozenset({"no", "nobody", "none", "neither", "nothing", "no-one"})


def _asked_before(tree: Tree, at: int) -> bool:
    """Whether the word before an "if" asks: "asked if that meant …"."""
    return at > 0 and tree.lows[at - 1] in ASKS


ASKS = frozenset(
    {
        *("ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "know", "knew"),
        *("see", "doubt"),
    }
)


LEAVE = frozenset(
    {
        *("consent", "permission", "approval", "agreement", "say", "leave", "mandate"),
        *("authorisation", "authorization"),
    }
)
"""Of "without": what makes it a condition."""


def _clause(tree: Tree, branch: int, words: Sequence[int]) -> str:
    """Takes: "to save money", "when the two meet", "before they cross". Leaves: "saying that it was late"."""
    own = [tree.lows[n] for n in tree.children(branch, "mark", "advmod") if n < branch]
    if "to" in own:
        noun = tree.words[branch].head
        done = tree.child(branch, "aux:pass") is not None  # the wage | to be raised
        what_for = tree.relation(branch) == "acl" and not has_deed(tree, noun) and not done
        if words[0] > 0 and "only" in (tree.lows[words[0]], tree.lows[words[0] - 1]):
            return ""  # left by bus, | only to be chased
        return "purpose" if what_for or tree.relation(branch) == "advcl" else ""
    if set_against(tree, branch):
        return ""
    when = tree.children(branch, "obj", "obl", "obl:unmarked")
    if tree.lows[branch] in STARTS and any(tree.words[n].entity == "time" for n in when):
        return "time"  # an advert | starting 26 May
    if any(low in ("when", "before", "after", "while", "till") for low in own):
        return "time"
    low = tree.lows[words[0]]
    return "condition" if low in ("whatever", "whoever", "otherwise") else ""


def set_against(tree: Tree, at: int) -> bool:
    """Whether a clause only says what stands against what is told: "send 40 boats, | while the others stay". Leaves: "wait | while it rains"."""
    first = next(n for n in tree.below(at) if tree.words[n].upos != "PUNCT")
    told = tree.child(at, "nsubj", "nsubj:pass") is not None
    return told and tree.lows[first] in AGAINST and tree.lows[first - 1] == ","


AGAINST = frozenset({"while", "whereas", "although", "though"})
"""Openers of clauses that behind a comma are set against what is told."""
