"""Salience: what speaks for somebody being meant by a pronoun, and how much each of it counts.

What is seen of everybody who can be meant is a row of named values; the weights say what each counts, for persons,
for things and for several. They were learned as a ranking, in which whoever is meant is set against all others
(`scripts/train_pronouns.py`).

Source: Lappin and Leass (1994) on salience; Denis and Baldridge (2008) on ranking candidates.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from math import exp, log

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.antecedents import ONE, Antecedent
from hearsay.reader.cast.weights import Signs

FAR = 3  # sentences, beyond which it makes no difference how many
FEW = 4  # mentions, beyond which more make no difference
HIGHEST = 6.0  # of the network's ranks, either way

SAYING = (
    *("spoke 0", "spoke 1", "rank", "named 0", "in quotes"),
    *("subject, 0 sentences", "subject, 1 sentences"),
    *(
        "entity group",
        "entity organization",
        "entity place",
        "entity joined",
        "entity matter",
        "entity thing",
    ),
    "nobody",
)
"""Signs that count more, or less, where the pronoun is of whoever says something."""


class Salience(msgspec.Struct, frozen=True):
    """What was learned: what each sign counts, for "he" and "she", for "it", for "they".

    Attributes:
        digest: of the articles that it was learned from.
        left_out: how often, of 100 pronouns of our own articles, the right one ranks first, each article left out in turn.
    """

    digest: str
    left_out: float
    one: dict[str, float]
    thing: dict[str, float]
    several: dict[str, float]


@cache
def salience() -> Salience:
    """What was learned, read once."""
    file = resources.files("hearsay.reader.cast") / "salience.json"
    return msgspec.json.decode(file.read_bytes(), type=Salience)


def nearness(sentences: int, blocks: int) -> Signs:
    """How near somebody was named last: in the sentence itself, the one before …; in the block itself, the one before …."""
    found = {f"{min(max(sentences, 0), FAR)} sentences": 1.0}
    if blocks:
        found["blocks"] = float(blocks)
        found["another block"] = 1.0
    return found


def ranked(ranks: Sequence[float]) -> Signs:
    """What the network makes of all mentions of somebody: their mean rank, and all together."""
    if not ranks:
        return {}
    together = log(sum(map(exp, ranks)))
    found = {"rank in the mean": sum(ranks) / len(ranks), "rank together": together}
    return {name: max(-HIGHEST, min(HIGHEST, value)) for name, value in found.items()}


def bearing(low: str, one: Antecedent, lexicon: Lexicon) -> dict[str, float]:
    """What is seen of somebody wherever he is named."""
    signs = {f"entity {one.entity or 'unclear'}": 1.0}
    if one.weight:
        signs["unnamed"] = 1.0
    if one.key.startswith("@"):
        signs["no source"] = 1.0
    if low in ONE and (told := _gendered(one, lexicon.gender(low))):
        signs[f"gender {told}"] = 1.0
    return signs


def _gendered(one: Antecedent, asked: str) -> str:
    """How somebody's gender is known, and whether it is another than a pronoun's; "" where it is not known."""
    if one.gender:
        return "told"
    if one.likely:
        return "likely" if one.likely == asked else "unlikely"
    if one.guessed:
        return "guessed" if one.guessed == asked else "guessed other"
    return ""


def inside(key: str, around: Sequence[str | None]) -> Signs:
    """Whether a pronoun stands in what somebody says, by the speakers around it, the innermost first."""
    nearest = float(key == around[0]) if around else 0.0
    return {"around": 1.0, "around nearest": nearest} if key in around else {}


def saying(signs: Signs) -> dict[str, float]:
    """What is seen of somebody, with what counts apart where the pronoun is a source."""
    return {**signs, **{f"says, {name}": signs[name] for name in SAYING if name in signs}}


def spoken(places: Sequence[int], here: int) -> Signs:
    """Whether somebody spoke last, or before that, and how many blocks ago.

    Args:
        places: the blocks in which he spoke as the last, the one before …; -1 where another did.
        here: the block of the pronoun.
    """
    found: dict[str, float] = {}
    for nth, block in enumerate(places):
        if block >= 0:
            found[f"spoke {nth}"] = 1.0
            if nth == 0:
                found[f"spoke {min(here - block, FAR)} blocks ago"] = 1.0
    return found
