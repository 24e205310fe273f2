"""Keywords: words that blocks of one kind use much, counted over the start of a block, and its verbs.

A keyword says less than a phrase (`hearsay.page.phrases`), and of more blocks: how much those of one kind speak
for a role is learned. The words are in tables/keywords.toml.
"""

import re
from collections.abc import Sequence
from functools import cache

from hearsay.page.joined import joined
from hearsay.tables import entries

_MANY = 3  # keywords of one kind from which more say no more
_VERB = "verb"  # the kind of words that make a sentence, and no role
_PAST = re.compile(r"[a-z]{3,}ed")


@cache
def _kinds() -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, tuple[str, ...]]]]:
    """The kinds of each word, and of each pair of words: the first word, then the second."""
    words: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in entries("hearsay.page", "keywords"):
        kind = entry["kind"]
        for form in entry["forms"]:
            words[form] = (*words.get(form, ()), kind)
        for pair in entry.get("pairs", ()):
            one, other = pair.split()
            after = pairs.setdefault(one, {})
            after[other] = (*after.get(other, ()), kind)
    return words, pairs


def keywords(low: Sequence[str]) -> list[str]:
    """The keywords among words in small letters without their stops: "keyword share 2" for two of sharing.

    And whether a finite verb seems to be there: in "the ferry was late", not in "Ferry late".
    """
    hits = _hits(low)
    verbal = _VERB in hits or any(_PAST.fullmatch(w) for w in low[1:] if w[-2:] == "ed")
    out = ["verb" if verbal else "no verb"]
    found = {kind: hits.count(kind) for kind in hits if kind != _VERB}
    if not found:
        return out
    for kind, count in found.items():
        out.append(joined("keyword", kind))
        if count > 1:
            out.append(joined(joined("keyword", kind), min(count, _MANY)))
    most = max(found.values())
    best = [kind for kind, count in found.items() if count == most]
    if len(best) == 1:
        out.append(joined("keyword most", best[0]))
    return out


def _hits(low: Sequence[str]) -> list[str]:
    """The kind of each word and pair that has one."""
    words, pairs = _kinds()
    hits = [kind for found in map(words.get, low) if found for kind in found]
    for after, word in zip(map(pairs.get, low), low[1:], strict=False):
        if after is not None:
            hits += after.get(word, ())
    return hits
