"""Numbers: a number of the headline beside the one that the body has for the same thing."""

from hearsay.fidelity.tokens import Token
from hearsay.language.lexicon import lexicon
from hearsay.reader.headline.family import AGENTS, stem
from hearsay.reader.headline.held import TOUCHES, Against, Held
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

PEOPLE = ("person", "group")
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
"""What somebody means at the least by it."""

ORDINAL = "th"
"""How the key of "first" ends, which counts nothing."""

UNITS = "abcdefghijklmnopqrstuvwxyz"
ROUND = 0.04
"""How far a round number may be off, of the number itself."""

HUNDRED = 100
CUT_OFF = 0.1
"""How far one may be off that leaves out what is over a hundred: "2,000" for "2,084", which counts no more than there is."""


def changed_number(held: Held) -> tuple[Span, Span] | None:
    """The number of the body and that of the headline, where they differ.

    Takes: "4 percent" of "3.1 percent". Leaves: "30 million" of "29.8 million", which is round; "$2,000" of "$2,084"; "24 years" of "1990"; a number
    that stands elsewhere in the body.
    """
    there = [word for word in held.carrier.words if word.number]
    run = held.tree.over(held.claim.span)
    body = {low for low in held.tree.lows[run.stop :] if len(low) > 1}  # a lone figure is anywhere
    for word in held.claim.words:
        same = any(one.key == word.key or _round(word.key, one.key) for one in there)
        if not word.number or same or word.span.cut(held.tree.text).lower() in body:
            continue
        like = (one for one in there if _unit(one.key) == _unit(word.key))
        other = next((one for one in like if _counts_the_same(held, word, one)), None)
        if other is not None:
            return other.span, word.span
    return None


def uncounted(told: Against) -> Lost | None:
    """Takes: "Dozens killed" of "nine people". Leaves: "Thousands flee" of "3,400 people"; "dozens of ships"."""
    tree, top = told.tree, told.claim.top
    near = (word for one in told.every if one.share >= TOUCHES for word in one.words)
    people = [(_value(word.key) or 0, word.span) for word in near if _of_people(tree, word)]
    most, body = max(people, default=(0, None))
    for n in told.own:
        told_of = n == top or (tree.relation(n) in ("nsubj", "obj") and tree.words[n].head == top)
        bare = told_of and tree.child(n, "nmod") is None
        if body is not None and bare and most < VAGUE.get(tree.lows[n], 0) * (1 - ROUND):
            return Lost(Loss.NUMBER, body, tree.words[n].span)
    return None


def _of_people(tree: Tree, word: Token) -> bool:
    """Whether a number counts people."""
    at = next(reversed(tree.over(word.span)), None)
    if at is None or not word.number:
        return False
    if tree.relation(at) != "nummod":
        return tree.relation(at) in ("nsubj", "obj") and tree.words[at].upos == "NUM"
    single = tree.lows[tree.words[at].head].removesuffix("s")
    noun = lexicon().nouns.get(single)
    return noun.kind in PEOPLE if noun else single.endswith(AGENTS)


def _counts_the_same(held: Held, word: Token, other: Token) -> bool:
    mine, theirs = (_counted(held.tree, one.span) for one in (word, other))
    return bool(mine & theirs)


def _counted(tree: Tree, span: Span) -> set[str]:
    run = tree.over(span)
    near = [tree.words[n].head for n in run] + [
        m for n in run for m in tree.held[tree.words[n].head]
    ]
    return {
        stem(tree.lows[n])
        for n in near
        if n not in run and tree.words[n].upos in ("NOUN", "SYM", "PROPN")
    }


DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
"""What a length of time comes to: "three months" is "90 days"."""


def _round(one: str, other: str) -> bool:
    """Whether two numbers are one, said roundly: "a third" is "32 percent", "30 million" "29.8 million"."""
    mine, theirs = _value(one), _value(other)
    if mine is None or theirs is None:
        return False
    cut_off = 0 <= theirs - mine < HUNDRED <= mine and mine % HUNDRED == 0
    return abs(mine - theirs) <= (CUT_OFF if cut_off else ROUND) * max(mine, theirs)


def _unit(key: str) -> str:
    """What a number is of: pounds, percent, a length of time; "" for a bare one."""
    unit = key.partition(" ")[2]
    if not unit and key.endswith(ORDINAL):
        return ORDINAL
    return "days" if unit in DAYS else unit


def _value(key: str) -> float | None:
    number, _, unit = key.partition(" ")
    above, _, below = number.partition("/")
    try:
        value = float(above.rstrip(UNITS)) / float(below or 1)
    except (ValueError, ZeroDivisionError):
        return None
    return value / 100 if unit == "percent" else value * DAYS.get(unit, 1.0)
