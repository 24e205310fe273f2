"""Beyond: what a plain headline has and its whole body has not: a cause that is left open, all of what holds of a part, more than is counted."""

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from hearsay.fidelity.tokens import Token
from hearsay.language.lexicon import lexicon
from hearsay.reader.headline.carried import Carrier, same_root
from hearsay.reader.headline.claim import Claim, root
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import DENIALS, NOBODY
from hearsay.reader.headline.terms import phrases
from hearsay.reader.tree import Tree
from hearsay.reading.voice import Hypotheses, Strength
from hearsay.text.span import Span

TOUCHES = 0.2
"""The share of a claim that a sentence must have to speak of the same."""

PEOPLE = ("person", "group")
ROUND = 0.04
"""How far a round number may be off, of the number itself."""

AGENTS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ant", "ee")
"""How nouns end that name somebody who acts."""


class Told(msgspec.Struct, frozen=True):
    """A claim and the whole of its body.

    Attributes:
        tree: of the article.
        claim: of the headline.
        every: the sentences of the body, those that have most of the claim first.
        hypotheses: the questions that the article weighs.
    """

    tree: Tree
    claim: Claim
    every: Sequence[Carrier]
    hypotheses: Sequence[Hypotheses]

    @property
    def own(self) -> range:
        """The words of the headline."""
        return self.tree.over(self.claim.span)

    def has(self, carrier: Carrier, at: int) -> bool:
        """Whether a sentence has a word of the headline, in some form."""
        here = stem(self.tree.lows[at])
        return any(same_root(here, root(word)) for word in carrier.words)


def beyond(told: Told) -> Iterator[Lost]:
    """What the body has nowhere, each with the words that show it.

    Takes: "Fear keeps wallets shut" of a column that weighs fear with two other causes; "shut for good" of "closed until further notice"; "Dozens killed" of
    "nine people". Leaves: what the headline itself denies, asks or leaves open.
    """
    tree, claim = told.tree, told.claim
    plain = claim.strength is Strength.ASSERTED and not claim.theme
    if not plain or any(tree.lows[n] in (*DENIALS, *NOBODY, "without") for n in told.own):
        return
    cause = _weighed(told) or _unsure(told)
    for found in (cause, _all(told), _more(told)):
        if found is not None:
            yield found


def _doer(told: Told) -> int | None:
    """What brings about what the headline tells, where it is no one who acts: "Fear" of "Fear keeps wallets shut"."""
    tree, top = told.tree, told.claim.top
    if top is None or tree.words[top].upos != "VERB" or not tree.children(top, "obj", "ccomp"):
        return None
    return tree.child(top, "nsubj")


def _weighed(told: Told) -> Lost | None:
    """An answer that the article only weighs with others."""
    tree, doer = told.tree, _doer(told)
    if doer is None:
        return None
    names = [
        stem(tree.lows[n])
        for n in (doer, *tree.children(doer, "compound", "amod", "conj"))
        if n in told.own and tree.words[n].upos in ("NOUN", "PROPN")
    ]
    for question in told.hypotheses:
        for one in question.candidates if len(question.candidates) > 1 else ():
            words = [n for part in one.claim for n in tree.over(part)]
            if any(same_root(stem(tree.lows[n]), name) for n in words for name in names):
                return Lost(Loss.CERTAINTY, one.claim[0])
    return None


def _unsure(told: Told) -> Lost | None:
    """A cause beside whose words the body has others that leave it open, where no sentence has it plainly."""
    tree, doer, top = told.tree, _doer(told), told.claim.top
    if doer is None or top is None or _acts(tree, doer):
        return None
    ordered = sorted(told.every, key=lambda one: one.span)
    doubt = None
    for one, after in itertools.zip_longest(ordered, ordered[1:]):
        both = told.has(one, doer) and told.has(one, top)
        open_ = _open(tree, one.span)
        if both and open_ is None:
            return None
        if doubt is None and told.has(one, doer):
            doubt = open_ or (after and _open(tree, after.span))
    return Lost(Loss.CAUSE, doubt) if doubt else None


def _acts(tree: Tree, at: int) -> bool:
    """Whether a noun names somebody, or a body of people."""
    low = tree.lows[at]
    single = low.removesuffix("s")
    known = low in lexicon().nouns or single in lexicon().nouns
    return tree.words[at].upos != "NOUN" or known or single.endswith(AGENTS)


def _open(tree: Tree, span: Span) -> Span | None:
    """The words of a sentence that leave open what brought something about."""
    run = tree.over(span)
    for form in phrases("cause_open"):
        words = form.split()
        for n in run:
            if tree.lows[n : n + len(words)] == words and n + len(words) <= run.stop:
                return tree.words[n].span.hull(tree.words[n + len(words) - 1].span)
    return None


def _all(told: Told) -> Lost | None:
    """All of what the body tells of a part, or for ever what it tells of a time."""
    tree = told.tree
    near = [one for one in told.every if one.share >= TOUCHES]
    for name, loss in (("whole_part", Loss.SCOPE), ("for_ever", Loss.TIME)):
        head = _phrase(tree, told.own, name)
        if near and head and not any(_phrase(tree, tree.over(one.span), name) for one in near):
            return Lost(loss, near[0].span, head)
    return None


def _phrase(tree: Tree, run: range, name: str) -> Span | None:
    for form in phrases(name):
        words = form.split()
        for n in run:
            if tree.lows[n : n + len(words)] == words and n + len(words) <= run.stop:
                return tree.words[n].span.hull(tree.words[n + len(words) - 1].span)
    return None


def _more(told: Told) -> Lost | None:
    """More people, or another share in a hundred, than the body counts."""
    numbers = [word for one in told.every for word in one.words if word.number]
    for low, bound in _counts(told):
        people = [word for word in numbers if _of_people(told.tree, word)]
        most = max(people, key=lambda word: _value(word) or 0, default=None)
        if most is not None and (_value(most) or 0) < bound * (1 - ROUND):
            return Lost(Loss.NUMBER, most.span, low)
    shares = [word for word in numbers if word.key.endswith(PERCENT)]
    for word in told.claim.words:
        mine = _value(word) if word.key.endswith(PERCENT) else None
        if mine is None or not shares:
            continue
        nearest = min(shares, key=lambda other: abs((_value(other) or 0) - mine))
        off = abs((_value(nearest) or 0) - mine)
        if off > max(ROUND * mine, HALF if mine == int(mine) else 0):
            return Lost(Loss.NUMBER, nearest.span, word.span)
    return None


PERCENT = " percent"
HALF = 0.5
"""By how much a whole number of percent may be off."""

VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
TIMES = {"tens": 10, "dozens": 24, "hundreds": 100}


def _counts(told: Told) -> Iterator[tuple[Span, float]]:
    """The people that the headline counts, and how many they are at least: "Dozens", "FIFTY"; not "dozens of ships"."""
    tree, top = told.tree, told.claim.top
    for n in told.own:
        low = tree.lows[n]
        subject = tree.relation(n) in ("nsubj", "obj") and tree.words[n].head == top
        bare = (subject or n == top) and tree.child(n, "nmod") is None
        if not bare:
            continue
        if low in VAGUE:
            yield tree.words[n].span, VAGUE[low]
    for word in told.claim.words:
        value = _value(word) if word.number and " " not in word.key else None
        if value is not None and _of_people(tree, word):
            yield word.span, value


def _of_people(tree: Tree, word: Token) -> bool:
    """Whether a number counts people."""
    at = tree.over(word.span)[-1]
    head = tree.words[at].head
    if tree.relation(at) != "nummod":
        return tree.relation(at) in ("nsubj", "obj") and tree.words[at].upos == "NUM"
    low = tree.lows[head]
    noun = lexicon().nouns.get(low) or lexicon().nouns.get(low.removesuffix("s"))
    return noun.kind in PEOPLE if noun else low.removesuffix("s").endswith(AGENTS)


def _value(word: Token) -> float | None:
    try:
        return float(word.key.split()[0])
    except ValueError:
        return None
