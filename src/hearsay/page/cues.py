"""Cues: words that blocks of one kind use much, counted over the start of a block, and its verbs.

A cue says less than a phrase (`hearsay.page.phrases`), and of more blocks: how much those of one kind speak
for a role is learned. The words are in tables/cues.toml.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from hearsay.tables import entries

_MANY = 3  # cues of one kind from which more say no more
_VERBS = frozenset(
    (
        "is are was were be been has have had do does did will would can could may might must should "
        "says said told asked added went came made took got gave found left became began kept held "
        "wrote stood heard let met ran paid sat spoke led grew lost fell sent built won knew felt put "
        "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't can't couldn't "
        "it's that's there's he's she's they're we're i'm you're wants needs makes takes goes comes"
    ).split()
)
_PAST = re.compile(r"[a-z]{3,}ed")


@cache
def _cues() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The kinds in the order of the table, and for each word or pair of words its kinds."""
    kinds: dict[str, list[str]] = {}
    names: list[str] = []
    for entry in entries("hearsay.page", "cues"):
        names.append(entry["kind"])
        for form in (*entry["forms"], *entry["pairs"]):
            kinds.setdefault(form, []).append(entry["kind"])
    return tuple(names), {form: tuple(those) for form, those in kinds.items()}


def cues(low: Sequence[str]) -> Iterator[str]:
    """The cues among words in small letters without their stops: "cue share 2" for two of sharing."""
    kinds = _cues()[1]
    found: Counter[str] = Counter()
    known = kinds.get
    for word in low:
        found.update(known(word, ()))
    for one, other in zip(low, low[1:], strict=False):
        found.update(known(f"{one} {other}", ()))
    for kind, count in found.items():
        yield f"cue {kind}"
        if count > 1:
            yield f"cue {kind} {min(count, _MANY)}"
    if found:
        (best, most), *rest = found.most_common(2)
        if not rest or rest[0][1] < most:
            yield f"cue most {best}"


def verbal(low: Sequence[str]) -> bool:
    """Whether words in small letters hold what is likely a finite verb: "the ferry was late"; not "Ferry late"."""
    return any(word in _VERBS or (n > 0 and _PAST.fullmatch(word)) for n, word in enumerate(low))
