"""Unsaid: where it is told that something is not said, not known, not decided; by the tree, whatever the verb's form.

"Did not say whether", "would not be drawn on it", "declined to comment", "is not sure", "has yet to decide". Each rule
names a text that it takes and one that it leaves.

Source: Karttunen (1971) on implicatives that leave a deed undone; Huddleston & Pullum (2002), ch. 9, on what negation reaches.
"""

from collections.abc import Iterator

from hearsay.language.marking import Marking
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

NOT = frozenset({"not", "n't", "never", "neither", "nor"})
WHICH = frozenset(
    {
        *("whether", "if", "who", "whom", "what", "when", "where", "why", "how", "which"),
        *("whose", "on", "about"),
    }
)
HELPS = ("aux", "cop", "advmod")


def unsaid(tree: Tree, marks: Marking) -> Iterator[Span]:
    """The words by which something is left unsaid, unknown or undecided, in the order of the text.

    Args:
        tree: of the article.
        marks: the table of verbs of telling, knowing and refusing.
    """
    for at, low in enumerate(tree.lows):
        if not tree.held[at]:
            continue  # a word with nothing under it has neither what is not said nor a "not"
        if marks.tells(low, "gives_detail") and (none := _none_given(tree, at, marks)):
            yield tree.words[none[0]].span.hull(tree.words[none[-1]].span)
            continue
        if low in SETTLES and (who := _others(tree, at)) is not None:
            yield tree.words[who].span.hull(tree.words[at].span)
        elif marks.tells(low, "withholds") and (told := _withheld(tree, at, marks)) is not None:
            yield _words(tree, at, told)
        elif (no := _no(tree, at)) is not None and _leaves_open(tree, at, marks):
            yield _words(tree, _first(tree, at, no), at)


SETTLES = frozenset({"decide", "determine", "judge", "say"})


def _others(tree: Tree, at: int) -> int | None:
    """The "for" of "that is | for the court to decide". Leaves: "waited for the court to decide"."""
    marks = {tree.lows[n]: n for n in tree.children(at, "mark")}
    is_so = tree.child(at, "cop") is not None or tree.lows[marks.get("for", 0) - 1] in ("is", "'s")
    return marks["for"] if is_so and "for" in marks and "to" in marks else None


def _withheld(tree: Tree, at: int, marks: Marking) -> int | None:
    """Takes: "declined | to comment", "was unable | to say", "refused | to rule it out". Leaves: "declined the offer"; "refused to pay"."""
    verb = tree.child(at, "xcomp", "ccomp", "advcl", "acl")
    to = verb is not None and any(tree.lows[n] == "to" for n in tree.children(verb, "mark"))
    if verb is None or not to or marks.tells(tree.lows[verb], "keeps_unnamed"):
        return None
    if tree.lows[at].startswith("refus") and tree.lows[verb] in ("discuss", "speak"):
        return None  # refused | to discuss the islands, which are talks
    return verb if marks.tells(tree.lows[verb], "telling") or _rules_out(tree, verb) else None


def _none_given(tree: Tree, at: int, marks: Marking) -> list[int]:
    """Takes: "gave | no reason", "no date | was given", "neither side | gave a date". Leaves: "gave no ground", "no money was given"."""
    for thing in tree.children(at, "obj", "nsubj:pass"):
        no = [n for n in tree.children(thing, "det") if tree.lows[n] == "no"]
        whose = tree.child(at, "nsubj") if not no else None
        if whose is not None and _no(tree, at) is not None and _no(tree, at) not in tree.held[at]:
            no = [*tree.below(whose)]
        if no and marks.tells(tree.lows[thing], "detail"):
            helps = tree.children(at, "aux", "aux:pass") if thing < at else ()
            return sorted({*no, thing, at, *helps})
    return []


def _no(tree: Tree, at: int) -> int | None:
    """The word that negates a predicate, or its subject."""
    held = tree.children(at, "advmod", "det", "cc")
    no = next((n for n in held if tree.lows[n] in NOT and n < at), None)
    if no is not None:
        return no
    subject = tree.child(at, "nsubj", "nsubj:pass")
    if subject is None:
        return None
    if tree.lows[subject] in ("nobody", "none", "no-one"):
        return subject
    return next(
        (n for n in tree.children(subject, "det") if tree.lows[n] in ("neither", "no")), None
    )


def _leaves_open(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "did not say", "is not sure", "don't know", "could not be verified", "has not decided".

    Leaves: "he does not tell lies", with what is not told; "do not say that", which forbids; "did not decide the game".
    """
    low, word = tree.lows[at], tree.words[at]
    helps = {tree.lows[n] for n in tree.children(at, "aux", "cop")}
    no = _no(tree, at)
    both = no is not None and tree.lows[no] in ("neither", "nor")
    if word.upos == "VERB" and not helps and not both:
        return False
    passive = tree.child(at, "aux:pass") is not None
    if passive and (helps == {"be"} or (low == "known" and _to(tree, at))):
        return False  # asked that her name not be disclosed; is not known to hold it
    bidden = tree.child(at, "nsubj", "nsubj:pass", "expl") is None and tree.relation(at) == "root"
    always = passive and no is not None and tree.lows[no] == "never"  # is never discussed
    with_whom = any(tree.lows[m] == "with" for n in tree.children(at, "obl") for m in tree.held[n])
    if (
        bidden
        or always
        or (with_whom and low.startswith("identif"))
        or marks.tells(low, "keeps_unnamed")
        or helps & {"should", "must"}
        or tree.lows[at + 1 : at + 3] == ["how", "to"]
    ):
        return False  # I should not say anything; did not know how to swim
    if low in ("return", "returned"):  # did not return | a call
        thing = tree.child(at, "obj")
        return thing is not None and marks.tells(tree.lows[thing], "calls_on")
    if low in ("exclude", "excluded") or _rules_out(tree, at):
        return True  # does not exclude an exchange
    if marks.tells(low, "telling") and word.upos == "VERB":
        return _asked(tree, at) or passive or not _something(tree, at)
    if marks.tells(low, "settled") or (low == "possible" and _cannot_tell(tree, at, marks)):
        return True
    return marks.tells(low, "knowing") and (
        _asked(tree, at) or tree.child(at, "obj", "ccomp") is None
    )


def _cannot_tell(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "not possible | to verify it". Leaves: "not possible to cross"."""
    inner = tree.child(at, "csubj", "xcomp", "advcl")
    return inner is not None and marks.tells(tree.lows[inner], "telling")


def _to(tree: Tree, at: int) -> bool:
    """Whether an infinitive hangs on a word."""
    return any(_infinitive(tree, n) for n in tree.children(at, "xcomp"))


def _infinitive(tree: Tree, at: int) -> bool:
    return any(tree.lows[n] == "to" for n in tree.children(at, "mark"))


def _asked(tree: Tree, at: int) -> bool:
    """Whether a question hangs on a verb: "did not say | whether it was open"."""
    inner = tree.child(at, "ccomp", "advcl", "xcomp")
    if inner is None:
        return False
    first = min(n for n in tree.below(inner) if not _passed(tree, n))
    return tree.lows[first] in WHICH


EXACTLY = frozenset({"exactly", "precisely", "just", "even"})
"""Words between a verb and what is asked after it: "did not say | exactly when"."""


def _passed(tree: Tree, at: int) -> bool:
    return tree.words[at].upos == "PUNCT" or tree.lows[at] in EXACTLY


def _rules_out(tree: Tree, at: int) -> bool:
    """Takes: "did not rule out a strike", "don't rule things out"."""
    out = tree.child(at, "compound:prt")
    return (
        tree.lows[at] in ("rule", "ruled", "ruling") and out is not None and tree.lows[out] == "out"
    )


SAYS = frozenset(
    {"say", "said", "promise", "indicate", "indicated", "explain", "explained", "reply", "replied"}
)
"""Verbs that tell something where they have an object: "did not say a word"; others withhold it: "did not discuss it"."""


def _something(tree: Tree, at: int) -> bool:
    """Whether it is told what is not told: "did not say that it was open", "did not say a word"."""
    inner = tree.child(at, "ccomp", "obj")
    says = tree.lows[at] in SAYS
    return says and inner is not None and inner > at and tree.words[inner].upos != "PRON"


def _first(tree: Tree, at: int, no: int) -> int:
    """The first of the words that help a predicate: "has | not | decided"."""
    helps = [n for n in tree.children(at, *HELPS) if n < at]
    return min([no, *(n for n in helps if n >= no - 2)])


def _words(tree: Tree, first: int, last: int) -> Span:
    """From one word to another, and the word that asks after it: "did not say whether", "did not rule out"."""
    after = last + 1
    if after < len(tree.words) and tree.lows[after] == "out" and _rules_out(tree, last):
        last, after = after, after + 1
    after += after < len(tree.lows) and tree.lows[after] in EXACTLY
    asks = after < len(tree.lows) and tree.lows[after] in WHICH
    return tree.words[first].span.hull(tree.words[after if asks else last].span)


ASIDE = 10
"""Words of a question in brackets; a longer one says more than that something is open."""


def asked(tree: Tree) -> Iterator[Span]:
    """What is put into a sentence as a question: "hopes to settle | (with the board?) | the strike".

    Leaves: "He left. (Was it raining?) The door was open.", a question of its own.
    """
    for n in tree.places("("):
        near = tree.lows[n : n + ASIDE]
        stop = n + near.index(")") if ")" in near else n
        goes_on = tree.words[stop + 1 : stop + 2]
        if tree.lows[stop - 1] == "?" and any(w.span.cut(tree.text).islower() for w in goes_on):
            yield tree.words[n].span.hull(tree.words[stop].span)
