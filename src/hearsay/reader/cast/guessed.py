"""Guessed: the gender of whoever no word of the article and no list of given names tells, by the pronouns near the name.

What the network holds likely of all "he" and "she" together tells more than any one of them: a "he" that might be hers, of whom
every "she" around is, is another's.

Source: Bergsma and Lin (2006), Bootstrapping Path-Based Pronoun Resolution, on gender told by the pronouns found near a noun; own.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.register import Bearer
from hearsay.reader.cast.seen import Seen

REACH = 80  # words back in which a name is heard of whose bearer the gender is not known
LEAST = 0.5  # how many pronouns, by what is likely of each, must tell it
TIMES = 3.0  # how much more of them must be of one gender


def guessed(bearers: Sequence[Bearer], seen: Seen, text: str, lexicon: Lexicon) -> None:
    """Tells the likely gender of persons of whom none is known.

    Takes: "Beryl Nance said he had shown her a map. “He called me love,” she told the jury. She had asked": "f".
    Leaves: whoever one "he" and one "she" might mean.

    Args:
        bearers: of names.
        seen: what the network knows of the words.
        text: of the article.
        lexicon: the tables.
    """
    unknown = {b.key for b in bearers if b.entity == PERSON and not b.gender and not b.likely}
    if seen.reference is None or not unknown:
        return
    heads = sorted(
        (at, n)
        for n, one in enumerate(bearers)
        if one.entity == PERSON
        for place in one.places
        if (at := seen.at(place.head)) is not None
    )
    told: dict[str, dict[str, float]] = defaultdict(lambda: {"f": 0.0, "m": 0.0})
    for word, gender in _pronouns(seen, text, lexicon):
        odds: dict[int, float] = {}
        for at, n in heads[: bisect_left(heads, (word, 0))]:
            own = bearers[n].gender or bearers[n].likely
            if own == gender or (not own and word - at <= REACH):
                odds[n] = max(odds.get(n, 0.0), exp(seen.reference.score(word, at)))
        every = 1.0 + sum(odds.values())
        for n, value in odds.items():
            told[bearers[n].key][gender] += value / every
    for one in bearers:
        if one.key in unknown:
            one.likely = _leads(told[one.key])


def _pronouns(seen: Seen, text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Each "he", "her" … of a text, with its gender."""
    for at, word in enumerate(seen.words):
        low = word.span.cut(text).lower() if word.upos == "PRON" else ""
        if lexicon.tells(low, "feminine"):
            yield at, "f"
        elif lexicon.tells(low, "masculine"):
            yield at, "m"


def _leads(held: Mapping[str, float]) -> str:
    """The gender that enough pronouns tell, and few of the other; "" where none does."""
    gender = max(held, key=lambda one: held[one])
    enough = held[gender] >= LEAST and held[gender] * (1 + 1 / TIMES) >= sum(held.values())
    return gender if enough else ""
