"""Introductions: the paragraph over an interview that says who then speaks is the article's, though it sounds like one about the author.

Who wrote an article is told after its text, or beside the byline; whoever is interviewed is told of over the first question.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from hearsay.page.bylines import names_in, of_the_press
from hearsay.page.phrases import flat, prose
from hearsay.page.place import Sight
from hearsay.page.weights import Weighed
from hearsay.tables import entries
from hearsay.text.article import BODY, Role

TURNS = 3  # questions, or labels that come again, from which what follows is a talk
_LABEL = re.compile(r"([A-Z][\w.’'& -]{0,24}): \S")
_ASKS = re.compile(r"[^\n“”\"]{1,300}\?(?:\s*\n|\s*\Z)")
_NAMED = frozenset({"name bio", "name bio firm", "outer name bio", "outer name bio firm"})
_TEXT = BODY | {Role.STANDFIRST}
WHY, FIRST = "says who then speaks", "the first turn of a talk"


def introduced(
    sights: Sequence[Sight], found: Sequence[Weighed]
) -> tuple[Sequence[Sight], Sequence[Weighed]]:
    """The blocks, and what is weighed of them, with what introduces whom the article talks to as running text.

    Taken: "Ida Lund is a playwright. She spoke to us about fear." over all running text; "Ida Lund is a playwright from Corran.", right over the first
    question of a talk. Left: a paragraph about the author after the text; over it "Ann Orr is a columnist for the Post.", where no talk
    is near of which it tells, and what begins with the name in the byline.

    Args:
        sights: all blocks.
        found: what is weighed of each.
    """
    bio = Role.BIO
    told = [n for n, one in enumerate(found) if one.role is bio or sights[n].opinion is bio]
    texts = (n for n, one in enumerate(found) if one.role is Role.PARAGRAPH and n not in told)
    begun = next(texts, 0) if told else 0
    bios = [n for n in told if n < begun and prose(flat(sights[n].text))]
    if not bios:
        return sights, found
    authors = _authors(sights, found)
    seen, out = [*sights], [*found]
    for n in reversed(bios):
        if flat(sights[n].text).startswith(authors):
            continue
        begins = _turns(sights, n + 1)
        right_over = begins or out[n + 1].because == (WHY,)
        near = right_over or _turns(sights, n + 2)
        talks = _talks(sights[n].text)
        if (talks and near) if _of_an_author(sights[n]) else (talks or right_over):
            seen[n], out[n] = _of_the_article(seen[n], out[n], WHY)
            if begins:
                seen[n + 1], out[n + 1] = _of_the_article(seen[n + 1], out[n + 1], FIRST)
    return seen, out


def _of_the_article(sight: Sight, weight: Weighed, why: str) -> tuple[Sight, Weighed]:
    """A block as some of the article's text, and why."""
    likely = weight.role if weight.role in _TEXT else Role.PARAGRAPH
    role = sight.opinion if sight.opinion in _TEXT else likely
    seen = msgspec.structs.replace(sight, opinion=role, why=why)
    return seen, Weighed(role, 1.0, (why,), body=1.0, inside=role)


def _authors(sights: Sequence[Sight], found: Sequence[Weighed]) -> tuple[str, ...]:
    """The names in the lines that say who wrote the article."""
    lines = (
        flat(sight.text)
        for sight, one in zip(sights, found, strict=True)
        if one.role is Role.BYLINE
    )
    return tuple(name for line in lines for name in (names_in(line) or "").split(", ") if name)


def _of_an_author(sight: Sight) -> bool:
    """Whether a paragraph about somebody says, or its element, that it is one about an author."""
    return of_the_press(sight.text) or not _NAMED.isdisjoint(sight.own)


def _talks(text: str) -> bool:
    """Whether a paragraph says that somebody talks to somebody."""
    return _talking().search(flat(text).lower()) is not None


@cache
def _talking() -> "re.Pattern[str]":
    """The words by which an introduction says so."""
    patterns = (entry["pattern"] for entry in entries("hearsay.page", "introductions"))
    return re.compile("|".join(patterns))


def _turns(sights: Sequence[Sight], at: int) -> bool:
    """Whether a talk begins at a block: it asks, and more do below; or its label comes again, and another does."""
    if at >= len(sights):
        return False
    label = _LABEL.match(sights[at].text)
    below = [one.text for one in sights[at:]]
    if label is not None:
        labels = Counter(found[1] for text in below if (found := _LABEL.match(text)))
        again = [name for name, count in labels.items() if count > 1]
        return label[1] in again and sum(labels[name] for name in again) > TURNS and len(again) > 1
    asks = [n for n, text in enumerate(below) if _ASKS.match(text)]
    return asks[:1] == [0] and len(asks) >= TURNS
