"""Keywords: words that blocks of one kind use much, counted over the start of a block, and its verbs.

A keyword says less than a phrase (`hearsay.page.phrases`), and of more blocks: how much those of one kind speak
for a role is learned. The words are in tables/keywords.toml.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from hearsay.tables import entries

_MANY = 3  # keywords of one kind from which more say no more
_VERB = "verb"  # the kind of words that make a sentence, and no role
_PAST = re.compile(r"[a-z]{3,}ed")


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """For each word or pair of words its kinds."""
    kinds: dict[str, tuple[str, ...]] = {}
    for entry in entries("hearsay.page", "keywords"):
        for form in (*entry["forms"], *entry.get("pairs", ())):
            kinds[form] = (*kinds.get(form, ()), entry["kind"])
    return kinds


def keywords(low: Sequence[str]) -> Iterator[str]:
    """The keywords among words in small letters without their stops: "keyword share 2" for two of sharing.

    And whether a finite verb seems to be there: in "the ferry was late", not in "Ferry late".
    """
    known = _kinds().get
    found: Counter[str] = Counter()
    for word in low:
        found.update(known(word, ()))
    for one, other in pairwise(low):
        found.update(known(f"{one} {other}", ()))
    verbal = found.pop(_VERB, 0) or any(map(_PAST.fullmatch, low[1:]))
    yield "verb" if verbal else "no verb"
    for kind, count in found.items():
        yield f"keyword {kind}"
        if count > 1:
            yield f"keyword {kind} {min(count, _MANY)}"
    if found:
        (best, most), *rest = found.most_common(2)
        if not rest or rest[0][1] < most:
            yield f"keyword most {best}"
