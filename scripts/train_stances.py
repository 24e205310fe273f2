"""Learn what a body makes of a headline, from the pairs of the Fake News Challenge.

    python scripts/train_stances.py DATA/fnc-1 [--out WEIGHTS]

Prints how well bodies are told by what was learned without them, a fifth at a time, and how well with all articles on a story left out at once; then
writes what is learned from the bodies that are not kept for `hearsay measure stances`, where a file for it is given.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from scipy import sparse
from shipped import digest
from stance_net import Labels, Learned, Rows, Seen, learned

from hearsay.measure.gold.stances import BODIES, STANCES, Pair, Pairs, lows, pairs
from hearsay.measure.stances import macro
from hearsay.reader.headline.stance import RELATED, Stance, Stances, zones
from hearsay.reader.headline.stance_signs import grams, met

FOLDS = 5
DRAWS = 1000
STORIES = {"names": 25, "pairs": 30, "heads": 6}  # in how many a gram must stand


def stories(held: Pairs) -> dict[int, int]:
    """For each body the number of its story: bodies that a headline is about, which is about others too, are on one."""
    over: dict[int | str, int | str] = {}

    def root(one: int | str) -> int | str:
        over.setdefault(one, one)
        while over[one] != one:
            over[one] = over[over[one]]
            one = over[one]
        return one

    for pair in held.pairs:
        if pair.stance is not Stance.UNRELATED:
            over[root(pair.headline)] = root(pair.number)
    names = {one: n for n, one in enumerate(sorted({str(root(one)) for one in held.bodies}))}
    return {one: names[str(root(one))] for one in held.bodies}


def of_many(held: Pairs, story: dict[int, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The grams of headlines, and of bodies, that stand in many stories."""
    heads: dict[str, set[int]] = defaultdict(set)
    names: dict[str, set[int]] = defaultdict(set)
    for pair in held.pairs:
        if pair.stance is not Stance.UNRELATED:
            for gram in grams(lows(pair.headline)):
                heads[gram].add(story[pair.number])
                names[gram].add(story[pair.number])
    for number, body in held.bodies.items():
        for gram in {gram for one in body.grams for gram in one}:
            names[gram].add(story[number])
    least = {False: STORIES["names"], True: STORIES["pairs"]}
    return (
        tuple(sorted(one for one, those in heads.items() if len(those) >= STORIES["heads"])),
        tuple(sorted(one for one, those in names.items() if len(those) >= least[" " in one])),
    )


def seen(held: Pairs, those: Sequence[Pair], heads: Sequence[str], names: Sequence[str]) -> Seen:
    """Pairs as the network sees them."""
    at = [{name: n for n, name in enumerate(one)} for one in (heads, names, names, names)]
    rows: list[list[tuple[list[int], list[float]]]] = [[] for _ in at]
    figures: list[tuple[float, ...]] = []
    common = frozenset(names)
    for pair in those:
        head, body = lows(pair.headline), held.bodies[pair.number]
        how = met(head, body, common)
        figures.append(how.figures)
        if pair.stance is Stance.UNRELATED:  # of these only how they meet is learned from
            for row in rows:
                row.append(([], []))
            continue
        for row, here, zone in zip(rows, at, zones(head, body, how), strict=True):
            known = {here[gram]: count for gram, count in zone.items() if gram in here}
            row.append(([*known], [*known.values()]))
    labels = np.array([[*RELATED, Stance.UNRELATED].index(pair.stance) for pair in those])
    tables = (_table(row, len(here)) for row, here in zip(rows, at, strict=True))
    return Seen(tuple(tables), np.array(figures), labels)


def _table(rows: Sequence[tuple[list[int], list[float]]], many: int) -> sparse.csr_matrix:
    ends = np.cumsum([0, *(len(where) for where, _ in rows)])
    where = [n for one, _ in rows for n in one]
    counts = np.array([count for _, one in rows for count in one], dtype=np.float32)
    return sparse.csr_matrix((counts, where, ends), shape=(len(rows), many))


def packed(found: Learned, made_of: str, figures: dict[str, float], heads: tuple[str, ...], names: tuple[str, ...]) -> Stances:  # fmt: skip
    """What was learned, as it ships."""
    rest = (_half(one) for one in found[2:])
    zones_of = tuple(_half(one) for one in found.zones)
    return Stances(made_of, figures, heads, names, _half(found.middle), zones_of, *rest)  # type: ignore[arg-type]


def _half(those: Rows) -> bytes:
    return np.ascontiguousarray(those, dtype="<f2").tobytes()


def told(found: Learned, those: Seen) -> Labels:
    """What each pair is told to be."""
    row = (those.figures - found.middle[0]) / found.middle[1]
    about = _through(np.tanh(_through(row, found.meets)), found.same)[:, 0]
    parts = [
        np.tanh(zone @ table[:-1] + table[-1])
        for zone, table in zip(those.zones, found.zones, strict=True)
    ]
    both = [parts[0] * one for one in parts[1:]]
    rows = np.hstack([*parts, np.tanh(_through(row, found.figures)), *both])
    scores = _through(np.maximum(_through(rows, found.mixing), 0), found.told)
    return np.where(about > 0, scores.argmax(1), len(RELATED))


def _through(rows: Rows, table: Rows) -> Rows:
    return np.asarray(rows @ table[:-1] + table[-1])


def left_out(every: Seen, groups: Labels, units: Labels) -> float:
    """Macro F1 where each group of pairs in turn is told by what was learned without it, with its interval over units: bodies or stories."""
    out = np.zeros(len(every.labels), dtype=np.int64)
    for group in range(FOLDS):
        here = np.flatnonzero(groups == group)
        found = learned(every.some(np.flatnonzero(groups != group)))
        out[here] = told(found, every.some(here))
    apart = np.zeros((units.max() + 1, len(Stance), len(Stance)), np.int64)
    np.add.at(apart, (units, every.labels, out), 1)
    counts = apart.sum(0)
    rng = np.random.default_rng(DRAWS)
    drawn = (rng.multinomial(len(apart), [1 / len(apart)] * len(apart)) for _ in range(DRAWS))
    spread = sorted(macro(np.tensordot(times, apart, 1)) for times in drawn)
    low, high = (100 * spread[int(share * DRAWS)] for share in (0.025, 0.975))
    print(f"   95 of 100 draws of {len(apart)}: {low:.1f} to {high:.1f}")
    f1s = 200 * np.diag(counts) / (counts.sum(0) + counts.sum(1))
    print("  ", " ".join(f"{one} {f1:.1f}" for one, f1 in zip(Stance, f1s, strict=True)))
    return round(100 * macro(counts), 1)


def main() -> None:
    """Learns, says how well, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    held = pairs(asked.folder)
    story = stories(held)
    heads, names = of_many(held, story)
    print(f"{len(held.pairs)} pairs, {len(heads)} grams of headlines, {len(names)} of bodies")
    every = seen(held, held.pairs, heads, names)
    by_body = {number: n % FOLDS for n, number in enumerate(sorted(held.bodies))}
    sizes = Counter(story[one.number] for one in held.pairs if one.stance is not Stance.UNRELATED)
    by_story = {one: n % FOLDS for n, (one, _) in enumerate(sizes.most_common())}
    figures = {}
    place = {number: n for n, number in enumerate(sorted(held.bodies))}
    for name, fold, unit in (
        ("bodies", by_body, place),
        ("stories", {number: by_story.get(one, 0) for number, one in story.items()}, story),
    ):
        groups, units = ([of[pair.number] for pair in held.pairs] for of in (fold, unit))
        figures[name] = left_out(every, np.array(groups), np.array(units))
        print(f"{name} left out in turn: macro F1 {figures[name]}", flush=True)
    if asked.out:
        files = [asked.folder / name for name in (BODIES, STANCES)]
        open_ = np.array([pair.number not in held.kept for pair in held.pairs])
        found = learned(every.some(np.flatnonzero(open_)))
        shipped = packed(found, digest(files), figures, heads, names)
        asked.out.write_bytes(msgspec.json.encode(shipped) + b"\n")


if __name__ == "__main__":
    main()
