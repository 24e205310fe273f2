"""Stance: what a body makes of a headline: it bears it out, turns it down, only reports that it is said, or is about something else.

Two small networks see the words that both have, and the words of the headline, of the first sentences, of those nearest to the headline and of
the whole body, as far as these stand in articles about anything: of the matter itself they know nothing. Learned by scripts/train_stances.py; no reading has
them (decision 0042).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.errors import BadWeights
from hearsay.reader.headline.stance_signs import LEAD, Body, Met, Words, grams, met

Figures = NDArray[np.float64]


class Stance(StrEnum):
    """What a body makes of a headline."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DISCUSS = "discuss"
    UNRELATED = "unrelated"


RELATED = (Stance.AGREE, Stance.DISAGREE, Stance.DISCUSS)
"""In the order of the figures."""

EVEN = 0.5
"""How likely it must be that both are about the same for the body to make anything of it."""


class Zones(NamedTuple):
    """What is seen of a pair: how much each gram of the headline, the lead, the nearest sentences and the whole body weighs."""

    head: Mapping[str, float]
    lead: Mapping[str, float]
    near: Mapping[str, float]
    whole: Mapping[str, float]


class Stances(msgspec.Struct, frozen=True, dict=True):
    """What was learned, as the bytes of half-precision figures, row by row; the last row of each is what is there without any.

    Attributes:
        digest: of the pairs that it was learned from.
        left_out: figures on bodies, and on stories, that were left out.
        heads: the grams of headlines that it sees.
        names: the grams of bodies.
        middle: (2, figures) what figures are on the whole, and how they spread.
        zones: (grams + 1, E) of headline, lead, nearest sentences and whole body.
        figures: (figures + 1, E) of how the body meets the headline.
        mixing: (8 E + 1, M) of these five, and of the headline times each of the three.
        told: (M + 1, 3) how much speaks for each of `RELATED`.
        meets: (figures + 1, N), and `same`: (N + 1, 1) how much speaks for that both are about the same.
    """

    digest: str
    left_out: dict[str, float]
    heads: tuple[str, ...]
    names: tuple[str, ...]
    middle: bytes
    zones: tuple[bytes, bytes, bytes, bytes]
    figures: bytes
    mixing: bytes
    told: bytes
    meets: bytes
    same: bytes

    def chances(self, head: Words, body: Body) -> dict[Stance, float]:
        """How likely each stance is.

        Args:
            head: the words of the headline, in small letters.
            body: the sentences.
        """
        how = met(head, body, self.common)
        middle, figures, mixing, told, meets, same = self._tables
        row = (np.array(how.figures) - middle[0]) / middle[1]
        about = 1 / (1 + np.exp(-_through(np.tanh(_through(row, meets)), same)[0]))
        parts = [
            np.tanh(_added(counts, at, table))
            for counts, (at, table) in zip(zones(head, body, how), self._seen, strict=True)
        ]
        both = [parts[0] * one for one in parts[1:]]
        mixed = _through(np.concatenate([*parts, np.tanh(_through(row, figures)), *both]), mixing)
        scores = _through(np.maximum(mixed, 0), told)
        shares = np.exp(scores - scores.max())
        likely = about * shares / shares.sum()
        out = {one: float(share) for one, share in zip(RELATED, likely, strict=True)}
        return {**out, Stance.UNRELATED: float(1 - about)}

    def of(self, head: Words, body: Body) -> Stance:
        """The likeliest stance."""
        likely = self.chances(head, body)
        if likely[Stance.UNRELATED] > EVEN:
            return Stance.UNRELATED
        return max(RELATED, key=lambda one: likely[one])

    @cached_property
    def common(self) -> frozenset[str]:
        """The stems that stand in articles about anything."""
        return frozenset(self.names)

    @cached_property
    def _seen(self) -> list[tuple[dict[str, int], Figures]]:
        at = [{name: n for n, name in enumerate(those)} for those in (self.heads, self.names)]
        return [
            (here, _figures(packed, len(here) + 1))
            for packed, here in zip(self.zones, (at[0], at[1], at[1], at[1]), strict=True)
        ]

    @cached_property
    def _tables(self) -> tuple[Figures, ...]:
        middle = _figures(self.middle, 2)
        many, wide = middle.shape[1] + 1, self._seen[0][1].shape[1]
        figures, mixing = _figures(self.figures, many), _figures(self.mixing, 8 * wide + 1)
        told, meets = _figures(self.told, mixing.shape[1] + 1), _figures(self.meets, many)
        return middle, figures, mixing, told, meets, _figures(self.same, meets.shape[1] + 1)


def zones(head: Words, body: Body, how: Met) -> Zones:
    """What is seen of a pair."""
    return Zones(
        dict.fromkeys(grams(head), 1.0),
        _present(body, range(min(LEAD, len(body.sentences)))),
        _present(body, how.nearest),
        body.weighed,
    )


def _present(body: Body, those: Sequence[int]) -> dict[str, float]:
    return {gram: 1.0 for n in those for gram in body.grams[n]}


def _added(counts: Mapping[str, float], at: Mapping[str, int], table: Figures) -> Figures:
    """The rows of what is seen, added up."""
    known = {at[gram]: count for gram, count in counts.items() if gram in at}
    if not known:
        return np.asarray(table[-1])
    return np.asarray(table[-1] + np.array([*known.values()]) @ table[[*known]])


def _through(row: Figures, table: Figures) -> Figures:
    return np.asarray(row @ table[:-1] + table[-1])


def _figures(packed: bytes, rows: int) -> Figures:
    return np.frombuffer(packed, "<f2").astype(np.float64).reshape(rows, -1)


def opened(path: Path) -> Stances:
    """What was learned, read from a file.

    Raises:
        BadWeights: no such file, or one of another form.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Stances)
    except (OSError, msgspec.DecodeError) as error:
        raise BadWeights(str(error), "learn it with scripts/train_stances.py", str(path)) from error
