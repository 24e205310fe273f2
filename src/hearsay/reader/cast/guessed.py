"""Guessed: the gender of whoever no word of the article and no list of given names tells, by the pronouns near the name.

All pronouns of a text and all those persons are looked at together: the genders are told under which the pronouns are
understood best. A "she" who is surely one says that a "he" beside her is another.

Source: Bergsma and Lin (2006), Bootstrapping Path-Based Pronoun Resolution, on gender told by the pronouns found near a noun; own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import exp, log

from hearsay.reader.cast.antecedents import ONE, Antecedent
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.pronouns import Pronouns
from hearsay.reader.cast.register import Bearer
from hearsay.reader.cast.weights import weighed
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

LEAST = (
    1.0  # how much better all must be understood by one gender than by the other, as a logarithm
)
ROUNDS = 6  # how often what is held of all is looked at anew
SAME = 1e-6
NOBODY = 0.1  # how well nobody of those named is what a pronoun means, where the likeliest is 1
OTHER = {"f": "m", "m": "f"}

Heard = Sequence[tuple[str, dict[int, float]]]
"""Each pronoun's gender, and how well each person, by his place in the list of all, is what it means."""


def guessed(
    bearers: Sequence[Bearer],
    pronouns: Pronouns,
    tree: Tree,
    before: Callable[[Span], Sequence[Antecedent]],
) -> bool:
    """Tells the likely gender of persons of whom none is known; whether it told any.

    Takes: "Beryl Nance said he had shown her a map. “He called me love,” she told the jury. She had asked": "f".
    Leaves: whoever one "he" and one "she" might mean.

    Args:
        bearers: of names.
        pronouns: what can be asked of the pronouns of the text.
        tree: of the text.
        before: who can be meant by a pronoun.
    """
    asked = [
        n for n, b in enumerate(bearers) if b.entity == PERSON and not b.gender and not b.likely
    ]
    if not asked:
        return False
    at = {f"={one.key}": n for n, one in enumerate(bearers)}
    named = sorted(place.head.start for n in asked for place in bearers[n].places)
    heard = [
        (gender, _odds(pronouns, span, low, before(span), at, tree))
        for span, low, gender in _pronouns(pronouns, tree)
        if pronouns.reaches(span, named)  # what means none of them tells nothing of them
    ]
    told = Genders(heard, bearers, asked).told()
    for n, gender in told.items():
        bearers[n].guessed = gender
    return bool(told)


def _pronouns(pronouns: Pronouns, tree: Tree) -> Iterator[tuple[Span, str, str]]:
    """Each "he", "her" … of a text, with the form of its gender, and the gender."""
    for at, low in enumerate(tree.lows):
        if low in ONE and (gender := pronouns.lexicon.gender(low)):
            yield tree.words[at].span, "she" if gender == "f" else "he", gender


def _odds(
    pronouns: Pronouns,
    span: Span,
    low: str,
    known: Sequence[Antecedent],
    at: dict[str, int],
    tree: Tree,
) -> dict[int, float]:
    """How well each person is what a pronoun means, the likeliest 1."""
    owned = _owned(tree, span)
    others = {
        one.key
        for one in (known if owned else ())
        if any(not owned.isdisjoint(tree.over(head)) for head in one.heads)
    }
    weights = pronouns.weights(low)
    found = {
        key: weighed(signs, weights)
        for key, signs in pronouns.rows(span, low, known, [], [])
        if key not in others
    }
    most = max(found.values(), default=0.0)
    return {at[key]: exp(value - most) for key, value in found.items() if key in at}


def _owned(tree: Tree, pronoun: Span) -> set[int]:
    """The words that name what a possessive owns, which is not its owner: "her | coach, Remco Daal |"."""
    word = tree.over(pronoun)[0]
    if tree.relation(word) != "nmod":
        return set()
    held = {tree.words[word].head}
    for _ in range(2):  # an aside, and the words of its name
        held |= {n for at in held for n in tree.children(at, "appos", "flat", "compound")}
    return held


class Genders:
    """The genders of some persons, as all pronouns near them are understood best together."""

    def __init__(self, heard: Heard, bearers: Sequence[Bearer], asked: Sequence[int]) -> None:
        """Makes ready.

        Args:
            heard: the pronouns.
            bearers: of names.
            asked: of whom the gender is asked.
        """
        self.heard = heard
        self.held = {n: one.gender or one.likely for n, one in enumerate(bearers)}
        self.about = {n: [p for p, (_, odds) in enumerate(heard) if n in odds] for n in asked}
        self.beside = {
            n: {other for p in near for other in heard[p][1] if other in self.about}
            for n, near in self.about.items()
        }
        for n in asked:
            self.held[n] = self._alone(n)

    def told(self) -> dict[int, str]:
        """The gender of each of whom it is told surely enough."""
        self._settle(None, set(self.about))
        every = range(len(self.heard))
        best, fits, out = dict(self.held), self._fits(every), {}
        for n, near in self.about.items():
            self.held = {**best, n: OTHER[best[n]]}
            self._settle(n, set(self.beside[n]))
            if near and fits - self._fits(every) >= LEAST:
                out[n] = best[n]
        return out

    def _alone(self, n: int) -> str:
        """The gender of most pronouns by which somebody may be meant."""
        every = {"f": 0.0, "m": 0.0}
        for p in self.about[n]:
            gender, odds = self.heard[p]
            every[gender] += odds[n] / sum(odds.values())
        return max(every, key=lambda one: every[one])

    def _settle(self, kept: int | None, open_ones: set[int]) -> None:
        """Turns genders about, one at a time, as long as all is understood better by it.

        Args:
            kept: whose gender stays.
            open_ones: whose turn may help: those beside whom something has changed; what is turned adds to them.
        """
        for _ in range(ROUNDS):
            turned = False
            for n, near in self.about.items():
                if n not in open_ones or n == kept:
                    continue
                open_ones.discard(n)
                before = self._fits(near)
                self.held[n] = OTHER[self.held[n]]
                if self._fits(near) > before + SAME:
                    turned = True
                    open_ones |= self.beside[n]
                else:
                    self.held[n] = OTHER[self.held[n]]
            if not turned:
                return

    def _fits(self, pronouns: Iterable[int]) -> float:
        """How well some pronouns are understood, as a logarithm."""
        return sum(
            log(NOBODY + sum(value for n, value in odds.items() if self.held[n] in ("", gender)))
            for gender, odds in (self.heard[p] for p in pronouns)
        )
