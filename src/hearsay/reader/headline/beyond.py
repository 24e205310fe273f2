"""Beyond: what a plain headline has and its whole body has not: a cause that is left open, all of what holds of a part, more than is counted."""

import itertools
from collections.abc import Iterator

from hearsay.fidelity.tokens import Token
from hearsay.language.lexicon import lexicon
from hearsay.reader.headline.carried import same_root
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import DENIALS, NOBODY
from hearsay.reader.headline.nowhere import not_so
from hearsay.reader.headline.terms import phrases
from hearsay.reader.headline.told import Told
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.reading.voice import Strength
from hearsay.text.span import Span

TOUCHES = 0.2
"""The share of a claim that a sentence must have to speak of the same."""

PEOPLE = ("person", "group")
ROUND = 0.04
"""How far a round number may be off, of the number itself."""

AGENTS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ant", "ee")
"""How nouns end that name somebody who acts."""


def beyond(told: Told) -> Iterator[Lost]:
    """What the body has nowhere, each with the words that show it.

    Takes: "Fear keeps wallets shut" of a column that weighs fear with two other causes; "shut for good" of "closed until further notice"; "Dozens killed" of
    "nine people"; "Dozens ill" of "Nobody has fallen ill". Leaves: what the headline itself denies, asks or leaves open.
    """
    tree, claim = told.tree, told.claim
    plain = claim.strength is Strength.ASSERTED and not claim.theme
    if not plain or any(tree.lows[n] in (*DENIALS, *NOBODY, "without") for n in told.own):
        return
    cause = _weighed(told) or _unsure(told)
    for found in (not_so(told), cause, _all(told), _more(told)):
        if found is not None:
            yield found


def _doers(told: Told) -> list[int]:
    """What brings about what the headline tells: "Fear" of "Fear keeps wallets shut", "dairy" of "Village grows thanks to its dairy"."""
    tree, top = told.tree, told.claim.top
    if top is None or tree.words[top].upos != "VERB":
        return []
    changes = bool(tree.children(top, "obj", "ccomp"))
    return [
        n
        for n in told.own
        if (changes and n in tree.children(top, "nsubj"))
        or any(
            _phrase(tree, tree.over(tree.words[m].span), "brought_by")
            for m in tree.children(n, "case")
        )
    ]


def _weighed(told: Told) -> Lost | None:
    """An answer that the article only weighs with others."""
    tree = told.tree
    names = [
        stem(tree.lows[n])
        for doer in _doers(told)
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
    """A cause that the body leaves open beside it, or has from somebody's mouth alone; no sentence tells it plainly."""
    tree, top = told.tree, told.claim.top
    for doer in _doers(told) if top is not None else ():
        if not _acts(tree, doer):
            found = _left_open(told, doer) or _from_one(told, doer)
            if found is not None:
                return found
    return None


def _left_open(told: Told, doer: int) -> Lost | None:
    """Takes: "Dust is killing the trout" of "no more than a coincidence". Leaves: a cause that another sentence has plainly."""
    tree, top = told.tree, told.claim.top
    ordered = sorted(told.every, key=lambda one: one.span)
    doubt = None
    for one, after in itertools.zip_longest(ordered, ordered[1:]):
        if not told.has(one, doer):
            continue
        here = _phrase(tree, tree.over(one.span), "cause_open")
        if here is None and top is not None and told.has(one, top):
            return None
        doubt = doubt or here or (after and _phrase(tree, tree.over(after.span), "cause_open"))
    return Lost(Loss.CAUSE, doubt) if doubt else None


def _from_one(told: Told, doer: int) -> Lost | None:
    """Takes: "Sanctions freed her" of "The Americans say that sanctions did it". Leaves: what a study found."""
    tree = told.tree
    of = {one.id: one.kind for one in told.actors}
    body = range(told.own.stop, len(tree.lows))
    places = [n for n in body if same_root(stem(tree.lows[n]), stem(tree.lows[doer]))]
    cues = []
    for n in places:
        said = [
            one
            for one in told.attributions
            if any(part.holds(tree.words[n].span) for part in one.content)
        ]
        one = next(
            (
                one
                for one in said
                if one.cue and of.get(one.speaker or "") in (ActorKind.PERSON, ActorKind.UNNAMED)
            ),
            None,
        )
        if one is None:
            return None
        cues.append(one.cue[0])
    return Lost(Loss.ATTRIBUTION, cues[0]) if cues else None


def _acts(tree: Tree, at: int) -> bool:
    """Whether a noun names somebody, or a body of people."""
    low = tree.lows[at]
    single = low.removesuffix("s")
    known = low in lexicon().nouns or single in lexicon().nouns
    return tree.words[at].upos != "NOUN" or known or single.endswith(AGENTS)


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
    """The words of a stretch that are of a class."""
    for form in phrases(name):
        words = form.split()
        for n in run:
            if tree.lows[n : n + len(words)] == words and n + len(words) <= run.stop:
                return tree.words[n].span.hull(tree.words[n + len(words) - 1].span)
    return None


def _more(told: Told) -> Lost | None:
    """More people, or another share in a hundred, than the body counts."""
    numbers = [word for one in told.every for word in one.words if word.number]
    near = [word for one in told.every if one.share >= TOUCHES for word in one.words]
    for low, bound in _counts(told):
        people = [word for word in near if word.number and _of_people(told.tree, word)]
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
        value = _value(word) if word.number and " " not in word.key else None
        after = tree.over(word.span)[-1] + 1
        opens = after - 1 == told.own.start and tree.words[after].upos in ("VERB", "ADJ")
        if value is not None and (opens or _of_people(tree, word)):
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
