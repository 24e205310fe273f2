"""Counts: whether a headline counts more people, or another share in a hundred, than its body."""

from collections.abc import Iterator

from hearsay.fidelity.tokens import Token
from hearsay.language.lexicon import lexicon
from hearsay.reader.headline.against import TOUCHES, Against
from hearsay.reader.headline.family import AGENTS
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.numbers import ROUND, same_role
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

PEOPLE = ("person", "group")

PERCENT = " percent"
HALF = 0.5
"""By how much a whole number of percent may be off."""

VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
TIMES = {"tens": 10, "dozens": 24, "hundreds": 100}


def uncounted(told: Against) -> Lost | None:
    """More people, or another share in a hundred, than the body counts.

    Takes: "Dozens killed" of "nine people"; "2.4 per cent" where the body has 2.9 and 3.3. Leaves: "Thousands flee" of "3,400 people"; "9%" of "8.8 percent".
    """
    near = [word for one in told.every if one.share >= TOUCHES for word in one.words]
    people = [word for word in near if word.number and _of_people(told.tree, word)]
    most = max(people, key=_value, default=None)
    for head, bound in _counts(told):
        if most is not None and _value(most) < bound * (1 - ROUND):
            return Lost(Loss.NUMBER, most.span, head)
    shares = [word for one in told.every for word in one.words if word.key.endswith(PERCENT)]
    for word in told.claim.words if shares else ():
        if not word.key.endswith(PERCENT):
            continue
        alike = [other for other in shares if same_role(told.tree, word.span, other.span)]
        mine = _value(word)
        nearest = min(alike, key=lambda other: abs(_value(other) - mine), default=word)
        near_enough = max(ROUND * mine, HALF if mine == int(mine) else 0)
        if abs(_value(nearest) - mine) > near_enough:
            return Lost(Loss.NUMBER, nearest.span, word.span)
    return None


def _counts(told: Against) -> Iterator[tuple[Span, float]]:
    """The people that the headline counts, and how many they are at least: "Dozens", "FIFTY"; not "dozens of ships"."""
    tree, top = told.tree, told.claim.top
    for n in told.own:
        bare = n == top or (tree.relation(n) in ("nsubj", "obj") and tree.words[n].head == top)
        of = tree.child(n, "nmod")
        many = tree.lows[of] if of is not None else ""
        if bare and tree.lows[n] in TIMES and many in VAGUE:
            yield (
                tree.words[n].span.hull(tree.words[of or n].span),
                TIMES[tree.lows[n]] * VAGUE[many] / 2,
            )
        elif bare and of is None and tree.lows[n] in VAGUE:
            yield tree.words[n].span, VAGUE[tree.lows[n]]
    for word in told.claim.words:
        run = tree.over(word.span)
        opens = run.start == told.own.start and run.stop < told.own.stop
        hurt = opens and tree.words[run.stop].upos in ("VERB", "ADJ")
        if word.number and " " not in word.key and (hurt or _of_people(tree, word)):
            yield word.span, _value(word)


def _of_people(tree: Tree, word: Token) -> bool:
    """Whether a number counts people."""
    at = next(reversed(tree.over(word.span)), None)
    if at is None:
        return False
    head = tree.words[at].head
    if tree.relation(at) != "nummod":
        return tree.relation(at) in ("nsubj", "obj") and tree.words[at].upos == "NUM"
    low = tree.lows[head]
    noun = lexicon().nouns.get(low) or lexicon().nouns.get(low.removesuffix("s"))
    return noun.kind in PEOPLE if noun else low.removesuffix("s").endswith(AGENTS)


def _value(word: Token) -> float:
    """What a number comes to; 0 for a word that is none."""
    try:
        return float(word.key.split()[0])
    except ValueError:
        return 0.0
