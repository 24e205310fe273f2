"""Counts of one article: how many findings are right, how many there are, how many are wanted.

Partners are found one to one, so that the sum of their likeness is largest (Kuhn 1955): of contents,
half of cues, a quarter of sources; contents must share a word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from hearsay.errors import NotInstalled
from hearsay.measure.attributions.compare import KINDS, ROLES, Text, Weighed, share, touch, weighed
from hearsay.measure.gold.standoff import Marked

Counts = Counter[tuple[str, str]]
"""By figure, and "tp_p", "n_p" (right among the findings, findings), "tp_r", "n_r" (of the wanted)."""

Pairs = list[tuple[int, int]]


def partners(gold: Sequence[Weighed], found: Sequence[Weighed]) -> Pairs:
    """Which wanted attribution is held against which finding.

    Raises:
        NotInstalled: scipy, which pairs them, is not there.
    """
    if not gold or not found:
        return []
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - of an extra, and slow
    except ImportError as error:
        raise NotInstalled("scipy is not installed", "pip install 'hearsay[measure]'") from error
    likeness = np.zeros((len(gold), len(found)))
    for i, wanted in enumerate(gold):
        for j, one in enumerate(found):
            if wanted.words["content"] & one.words["content"]:
                content, cue, source = (
                    share(wanted.words[role], one.words[role])
                    for role in ("content", "cue", "source")
                )
                likeness[i, j] = content + cue / 2 + source / 4
    rows, columns = linear_sum_assignment(-likeness)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if likeness[i, j] > 0]


HALF = 0.5
"""Of the words of two contents: what they must share for a finding to count as right."""


def right(gold: Sequence[Weighed], found: Sequence[Weighed]) -> list[bool]:
    """For each finding, whether it is right: half of its content is an annotator's, and so is its source.

    This is what a confidence speaks of. It is less than exact and more than matched: who said it must be
    right, where exactly a clause ends need not be.
    """
    good = {
        j
        for i, j in partners(gold, found)
        if share(gold[i].words["content"], found[j].words["content"]) >= HALF
        and agree(gold[i], found[j])
    }
    return [j in good for j in range(len(found))]


def agree(one: Weighed, other: Weighed) -> bool:
    """Whether the sources share a word, or neither has one."""
    mine, theirs = one.words["source"], other.words["source"]
    return bool(mine & theirs) or not (mine or theirs)


class _Tally:
    """Counts on their way."""

    def __init__(self) -> None:
        self.counts: Counts = Counter()

    def add(self, name: str, right: float, found: float, wanted: float) -> None:
        self.both(name, right, found, right, wanted)

    def both(self, name: str, tp_p: float, n_p: float, tp_r: float, n_r: float) -> None:
        for field, value in (("tp_p", tp_p), ("n_p", n_p), ("tp_r", tp_r), ("n_r", n_r)):
            self.counts[name, field] += value  # type: ignore[assignment]  # shares are counted too


def count(text: Text, gold_marked: Sequence[Marked], found_marked: Sequence[Marked]) -> Counts:
    """The counts of an article."""
    gold, found = weighed(text, gold_marked), weighed(text, found_marked)
    pairs = partners(gold, found)
    partner = {j: gold[i] for i, j in pairs}
    kinds = [partner[j].kind if j in partner else one.kind for j, one in enumerate(found)]
    tally = _Tally()
    _roles(tally, text, gold, found)
    for kind in (None, *KINDS):
        wanted = [one for one in gold if kind in (None, one.kind)]
        claimed = [one for one, its in zip(found, kinds, strict=True) if kind in (None, its)]
        met = [(gold[i], found[j]) for i, j in pairs if kind in (None, gold[i].kind)]
        _matched(tally, f"{kind}:" if kind else "", wanted, claimed, met)
    _direct(tally, gold, found, pairs, kinds)
    _quoted(tally, text, gold, found)
    _citron(tally, gold, found)
    tally.counts["n", "gold"] += len(gold)
    tally.counts["n", "pred"] += len(found)
    for kind in KINDS:
        tally.counts["n", f"gold {kind}"] += sum(one.kind == kind for one in gold)
    return tally.counts


def _roles(tally: _Tally, text: Text, gold: Sequence[Weighed], found: Sequence[Weighed]) -> None:
    """Tokens of each role, and its unbroken pieces, whatever attribution they belong to."""
    for role in ROLES:
        wanted, claimed = (
            frozenset[int]().union(*(a.tokens[role] for a in some)) for some in (gold, found)
        )
        tally.add(f"token.{role}", len(wanted & claimed), len(claimed), len(wanted))
    for role in ROLES:
        whole, had = (
            {piece for a in some for piece in text.pieces(a.words[role])} for some in (gold, found)
        )
        tally.add(f"span.{role}", len(whole & had), len(had), len(whole))


def _matched(
    tally: _Tally,
    prefix: str,
    wanted: Sequence[Weighed],
    claimed: Sequence[Weighed],
    met: Sequence[tuple[Weighed, Weighed]],
) -> None:
    """What partners have in common."""
    hit: Counter[str] = Counter()
    soft_p = soft_r = 0.0
    for g, p in met:
        equal = {role: g.words[role] == p.words[role] for role in ROLES}
        hit["match"] += 1
        hit["exact"] += all(equal.values())
        for role in ROLES:
            hit[f"{role}-exact"] += equal[role]
        hit["source-head"] += g.head == p.head
        hit["source-overlap"] += agree(g, p)
        hit["content-exact+source-overlap"] += equal["content"] and agree(g, p)
        common = len(g.words["content"] & p.words["content"])
        soft_p += common / len(p.words["content"])
        soft_r += common / len(g.words["content"])
    for name in (
        *("match", "exact", "content-exact", "source-exact", "source-head"),
        *("source-overlap", "cue-exact", "content-exact+source-overlap"),
    ):
        tally.add(prefix + name, hit[name], len(claimed), len(wanted))
    tally.both(f"{prefix}content-soft", soft_p, len(claimed), soft_r, len(wanted))
    for name in ("content-exact", "source-exact", "source-head", "source-overlap", "cue-exact"):
        tally.add(f"{prefix}acc.{name}", hit[name], len(met), len(met))
    shared_all = claimed_all = wanted_all = 0
    for role in ROLES:
        shared = sum(len(g.tokens[role] & p.tokens[role]) for g, p in met)
        had, whole = (sum(len(a.tokens[role]) for a in some) for some in (claimed, wanted))
        tally.add(f"{prefix}overlap.{role}", shared, had, whole)
        shared_all, claimed_all, wanted_all = (
            shared_all + shared,
            claimed_all + had,
            wanted_all + whole,
        )
    tally.add(f"{prefix}overlap.all", shared_all, claimed_all, wanted_all)


def _direct(
    tally: _Tally,
    gold: Sequence[Weighed],
    found: Sequence[Weighed],
    pairs: Pairs,
    kinds: Sequence[str],
) -> None:
    """Direct quotations that have a source: content equal, and the sources share a word."""
    partner = {j: gold[i] for i, j in pairs}
    wanted = {i for i, g in enumerate(gold) if g.kind == "direct" and g.words["source"]}
    right = sum(
        gold[i].words["content"] == found[j].words["content"]
        and bool(gold[i].words["source"] & found[j].words["source"])
        for i, j in pairs
        if i in wanted
    )
    claimed = sum(
        kind == "direct" and not (j in partner and not partner[j].words["source"])
        for j, kind in enumerate(kinds)
    )
    tally.add("direct-attributed", right, claimed, len(wanted))


def _quoted(tally: _Tally, text: Text, gold: Sequence[Weighed], found: Sequence[Weighed]) -> None:
    """Quoted words that stand with the right source, whatever attribution they are joined to."""
    wanted, had = _sources_by_word(text, gold), _sources_by_word(text, found)
    right = sum(
        any(a & b or not (a or b) for a in wanted[word] for b in had[word])
        for word in wanted.keys() & had.keys()
    )
    tally.add("quoted-words", right, len(had), len(wanted))


def _sources_by_word(text: Text, given: Iterable[Weighed]) -> dict[int, list[frozenset[int]]]:
    out: dict[int, list[frozenset[int]]] = defaultdict(list)
    for one in given:
        for word in one.words["content"] & text.quoted:
            out[word].append(one.words["source"])
    return out


def _citron(tally: _Tally, gold: Sequence[Weighed], found: Sequence[Weighed]) -> None:
    """The definitions of Citron's own evaluation: any finding against any wanted one."""
    for name, roles, full in (
        ("cue-exact", (), False),
        ("source-exact", ("source",), False),
        ("content-exact", ("content",), False),
        ("all-exact", ("source", "content"), True),
    ):
        same = [
            [
                (
                    p.tokens["cue"] == g.tokens["cue"]
                    if full or not roles
                    else touch(p.tokens["cue"], g.tokens["cue"])
                )
                and all(p.tokens[role] == g.tokens[role] for role in roles)
                for p in found
            ]
            for g in gold
        ]
        met = sum(any(row[j] for row in same) for j in range(len(found)))
        tally.both(f"citron.{name}", met, len(found), sum(map(any, same)), len(gold))
    shared_all = claimed_all = wanted_all = 0
    for role in ROLES:
        shared = sum(len(p.tokens[role] & g.tokens[role]) for p in found for g in gold)
        had, whole = (sum(len(a.tokens[role]) for a in some) for some in (found, gold))
        tally.add(f"citron.overlap.{role}", shared, had, whole)
        shared_all, claimed_all, wanted_all = (
            shared_all + shared,
            claimed_all + had,
            wanted_all + whole,
        )
    tally.add("citron.overlap.all", shared_all, claimed_all, wanted_all)
