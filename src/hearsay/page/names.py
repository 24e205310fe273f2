"""What an element's names and attributes say of the text in it."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from lxml import etree

from hearsay.tables import entries
from hearsay.text.article import Role

_CUT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")
_ATTRIBUTES = (
    "class",
    "id",
    "data-component",
    "data-testid",
    "data-role",
    "data-type",
    "data-module",
)
_ARIA = {
    "navigation": Role.NAVIGATION,
    "search": Role.NAVIGATION,
    "contentinfo": Role.NAVIGATION,
    "banner": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "menubar": Role.NAVIGATION,
    "dialog": Role.OTHER,
    "alertdialog": Role.OTHER,
}
_ITEMPROP = {
    "headline": Role.HEADLINE,
    "author": Role.BYLINE,
    "datePublished": Role.DATELINE,
    "dateModified": Role.DATELINE,
    "articleSection": Role.CATEGORY,
    "keywords": Role.CATEGORY,
    "description": Role.STANDFIRST,
    "caption": Role.CAPTION,
    "comment": Role.COMMENTS,
}
_TAGS = {
    "nav": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "dialog": Role.OTHER,
    "amp-ad": Role.ADVERT,
}
_LONGEST = 3  # words of a name that is looked up as one


class Hint(msgspec.Struct, frozen=True):
    """What one element says of the text in it.

    Attributes:
        element: the element.
        role: what its text would be.
        firm: the name is hardly ever given to an article's own text.
        name: the words that say so.
    """

    element: etree._Element
    role: Role
    firm: bool
    name: str


@cache
def _table() -> dict[str, tuple[Role, bool]]:
    return {
        form: (Role(entry["role"]), bool(entry["firm"]))
        for entry in entries("hearsay.page", "names")
        for form in entry["forms"]
    }


def words_of(name: str) -> list[str]:
    """The words that a name is made of, in small letters: "entry", "meta" of `entryMeta` and of `entry-meta`."""
    return [word.lower() for word in _CUT.split(name) if word]


@cache
def _looked_up(names: str) -> tuple[Role, bool, str] | None:
    """The firmest thing that some names say; the longest of equals; the last of those."""
    best: tuple[bool, int, int, Role, str] | None = None
    for given in names.split():
        cut = words_of(given)
        for size in range(_LONGEST, 0, -1):
            for at in range(len(cut) - size + 1):
                words = " ".join(cut[at : at + size])
                found = _table().get(words)
                if found is None:
                    continue
                rank = (found[1], size, at)
                if best is None or rank > best[:3]:
                    best = (*rank, found[0], words)
    return (best[3], best[0], best[4]) if best else None


def hint_of(element: etree._Element, tag: str) -> Hint | None:
    """What an element's tag, ARIA role, itemprop and names say; None where they say nothing."""
    given: Any = element.items()
    if given and (said := _of_attributes(element, dict(given))) is not None:
        return said
    role = _TAGS.get(tag)
    return Hint(element, role, firm=True, name=f"<{tag}>") if role else None


def _of_attributes(element: etree._Element, values: Mapping[str, str]) -> Hint | None:
    aria = values.get("role")
    if aria in _ARIA:
        return Hint(element, _ARIA[aria], firm=True, name=f"role={aria}")
    prop = values.get("itemprop")
    if prop in _ITEMPROP:
        return Hint(element, _ITEMPROP[prop], firm=True, name=f"itemprop={prop}")
    given = " ".join([value for name in _ATTRIBUTES if (value := values.get(name))])
    found = _looked_up(given) if given else None
    return Hint(element, found[0], found[1], found[2]) if found else None
