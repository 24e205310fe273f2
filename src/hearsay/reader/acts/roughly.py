"""Roughly: whether a word such as "about" or "nearly" leaves a figure open.

Source: Quirk et al. (1985), 7.64, on words that make a number approximate; Hyland (2005) for hedges; own.
"""

from hearsay.language.marking import Phrase, marking
from hearsay.reader.tree import Tree

FIGURE = 3  # words after an approximator within which a figure stands


def before_a_figure(tree: Tree, phrase: Phrase) -> bool:
    """Takes: "about 40 ships", "nearly a year", "almost | every ship", "ten ships or more". Leaves: "about the ships"; "children under 12"; "almost an island"."""
    low, marks = tree.lows[phrase.first], marking()
    if BOUNDS & {*tree.lows[phrase.first : phrase.stop]}:
        return True
    if low == "all":  # all but | certain
        return tree.words[phrase.stop % len(tree.words)].upos in ("ADJ", "VERB")
    if low == "between":
        return _range(tree, phrase.stop)
    if low == "or":  # ten points | or more
        return any(tree.words[n].upos == "NUM" for n in range(phrase.first - FIGURE, phrase.first))
    after = tree.lows[phrase.stop] if phrase.stop < len(tree.words) else ""
    if marks.tells(low, "falls_short") and marks.tells(after, "utmost"):
        return True  # nearly | everyone
    if _counts_nothing(tree, phrase) or _is_no_figure(tree, phrase.first):
        return False
    near = range(phrase.stop, min(phrase.stop + FIGURE, len(tree.words)))
    figure = next((n for n in near if tree.words[n].upos == "NUM" or tree.lows[n] in PARTS), None)
    if figure is None:
        return after in ("a", "an") and tree.words[phrase.stop + 1].entity == "time"
    return all(
        tree.words[n].upos in ("NUM", "ADV", "SYM", "DET", "ADP", "ADJ")
        for n in range(phrase.stop, figure)
    )


def _counts_nothing(tree: Tree, phrase: Phrase) -> bool:
    """Takes: "some | of the nine", "62 more than | the 270", "under | one proposal", "was around | at 9". Leaves: "some | 40"."""
    first, last = tree.lows[phrase.first], tree.lows[phrase.stop - 1]
    after = tree.lows[phrase.stop] if phrase.stop < len(tree.words) else ""
    at = first in ("about", "around") and tree.words[phrase.stop % len(tree.words)].upos == "ADP"
    near = tree.lows[phrase.stop : phrase.stop + 2]
    at = at or (
        first in ("about", "up") and any(_is_year(low) for low in near)
    )  # about the 2016 race
    return at or (first, after) in PARTED or (last, after) == ("than", "the")


def _is_year(low: str) -> bool:
    return len(low) == YEAR and low.isdigit() and low[:2] in ("19", "20")


PARTED = frozenset({("some", "of"), ("under", "one"), ("under", "a")})
"""Words for about how many, with the word behind them that makes something else of them."""


def _is_no_figure(tree: Tree, at: int) -> bool:
    """Takes: "a book | about three sisters", "hand | over 31 men", "children | under 12", "repaid | over twelve years". Leaves: "over 31 men"."""
    low, before = tree.lows[at], at - 1
    if low == "about":
        return _is_told_about(tree, at) or _is_of(tree, at)
    if low not in ("over", "under") or tree.words[min(at + 1, len(tree.words) - 1)].upos == "ADV":
        return False
    aged = before >= 0 and tree.words[before].upos in ("NOUN", "PRON", "PROPN")
    return aged or (low == "over" and (tree.relation(at) == "compound" or _lasts(tree, at)))


def _range(tree: Tree, at: int) -> bool:
    """Takes: "between | 5 and 10 percent", "between | £14m and £17m". Leaves: "between 2010 and 2012", "between one man and one woman"."""
    near = [n for n in range(at, min(at + RANGE, len(tree.words))) if tree.words[n].upos == "NUM"]
    joins = any(tree.lows[n] in ("and", "to") for n in range(at, near[-1])) if near else False
    timed = any(tree.words[n].entity == "time" for n in near)
    year = bool(near) and _is_year(tree.lows[near[0]])
    return joins and not timed and not year and tree.lows[near[0]] != "one"


RANGE = 7  # words after "between" within which both figures stand
YEAR = 4  # figures of a year


def _is_told_about(tree: Tree, at: int) -> bool:
    """Takes: "they care | about two things". Leaves: "about two things were left"; "it cost about two pounds"."""
    return at > 0 and marking().tells(tree.lows[at - 1], "about_what")


def _is_of(tree: Tree, at: int) -> bool:
    """Takes: "the book is | about three sisters". Leaves: "the price is about three pounds", "there were about three left"."""
    noun = next(
        (n for n in range(at + 1, min(at + 3, len(tree.words))) if tree.words[n].upos == "NOUN"), at
    )
    is_so = tree.lows[at - 1 : at] in (["is"], ["was"], ["are"], ["were"], ["'s"])
    alive = tree.words[noun].entity in ("person", "organization", "place", "event", "animal")
    return (
        is_so
        and alive
        and tree.child(noun, "cop") is not None
        and tree.child(noun, "nsubj") is not None
    )


def _lasts(tree: Tree, at: int) -> bool:
    """Whether "over" says how long something lasted: "repaid | over nine days", "185,000 | over two years". Leaves: "for | over nine days"."""
    near = range(at + 1, min(at + FIGURE, len(tree.words)))
    timed = any(tree.words[n].entity == "time" for n in (tree.words[at].head, *near))
    done = at > 0 and tree.words[at - 1].upos == "VERB"
    return timed and (done or tree.relation(at) == "case")


BOUNDS = frozenset({"early", "late", "latest", "earliest", "later", "earlier"})
"""Words of phrases that bound a time: "as early as", "at the latest"; a date need have no figure."""

PARTS = frozenset(
    {
        *("half", "third", "quarter", "fifth", "tenth", "dozen", "thirds", "quarters", "dozens"),
        *("doubled", "halved", "tripled", "trebled", "quadrupled", "double", "triple", "fortnight"),
    }
)
"""Words for a part of a whole, or for a number: "roughly | doubled", "up to a | fortnight"."""
