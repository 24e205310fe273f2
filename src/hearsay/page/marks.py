"""Marks: what signs at the edges of a line of plain text say of it, and the words without them.

Markdown, as readers and converters write it (CommonMark 0.31), bullets and numbers, and the labelled lines with which
archives and readers head a text ("HEADLINE: …", "Title: …").
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from hearsay.page.phrases import flat
from hearsay.tables import entries
from hearsay.text.article import Role

_EDGES = (
    ("hash", re.compile(r"#{1,6} +")),
    ("angle", re.compile(r">+ ?")),
    ("bullet", re.compile(r"[-*+•·▪◦‣■●] +(?=\S)")),
    ("number", re.compile(r"(?:\d{1,2}[.)]|\([a-z0-9]{1,2}\)|\[\d{1,3}\]) *(?=[^\W\d])")),
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?: \"[^\"]*\")?\)")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(|\[(?:image|photo|img|picture|inline)\b[^\]]*\]", re.IGNORECASE)  # fmt: skip
_EMPHASIS = re.compile(r"(\*\*\*|___|\*\*|__|\*|_)(?=\S)(.+)(?<=\S)\1")
_TABLE = re.compile(r"\|.*\||[+|][-+=| :]+")
_FIELD = re.compile(r"([A-Za-z][A-Za-z /_-]{1,24}?): +(?=\S)")
ANGLE = "mark angle"
_LINKED = 0.5  # share of a line in links from which it is a list of links
_ALL = 0.95


class Marked(msgspec.Struct, frozen=True):
    """A line as its marks have it.

    Attributes:
        words: without marks, white space made one blank.
        signs: what the marks are, in a word each.
        role: what its label says that it is; None where it has none.
    """

    words: str
    signs: tuple[str, ...] = ()
    role: Role | None = None


@lru_cache(maxsize=1)
def _fields() -> dict[str, Role]:
    return {
        form: Role(entry["role"])
        for entry in entries("hearsay.page", "fields")
        for form in entry["forms"]
    }


@lru_cache(maxsize=2048)  # asked when a line is ruled on, and when it is weighed
def marked(line: str) -> Marked:
    """What the marks of a line say, and its words without them.

    Taken: "## What the order does"; "* Bars cancellation"; "[Subscribe](https://…)"; "HEADLINE: Bakers end strike".
    Left: "The mayor: nobody knew."
    """
    words = flat(line)
    signs: list[str] = []
    if _TABLE.fullmatch(words):
        return Marked(words, ("mark table",))
    for name, edge in _EDGES:
        if found := edge.match(words):
            signs.append(f"mark {name}")
            words = words[found.end() :]
    if "[" in words:
        words = _without_links(words, signs)
    if found := _EMPHASIS.fullmatch(words):
        signs.append("mark strong" if len(found[1]) > 1 else "mark slanted")
        words = found[2]
    field = _FIELD.match(words)
    role = _fields().get(field[1].lower()) if field else None
    if field is not None and role is not None:
        signs.append(f"mark field {role.value}")
        words = words[field.end() :]
    return Marked(words.strip() or flat(line), tuple(signs), role)


def all_marked(lines: Iterable[str]) -> list[Marked]:
    """The lines as their marks have them; a mark of quotation before most of a text says nothing of a line.

    Taken: a quoted line between others. Left: an article that somebody pasted into a forum, each line after a "> ".
    """
    found = [marked(line) for line in lines]
    sizes = [(len(one.words), ANGLE in one.signs) for one in found]
    if 2 * sum(size for size, angled in sizes if angled) <= sum(size for size, _ in sizes):
        return found
    bare = (tuple(sign for sign in one.signs if sign != ANGLE) for one in found)
    return [
        msgspec.structs.replace(one, signs=signs) for one, signs in zip(found, bare, strict=True)
    ]


def _without_links(words: str, signs: list[str]) -> str:
    """The words with each link made its text, and what the links say."""
    if _PICTURE.match(words):
        signs.append("mark picture")
    shown = sum(len(link[1]) for link in _LINK.finditer(words))
    bare = flat(_LINK.sub(r"\1", words))
    if shown and bare:
        share = shown / len(bare)
        signs.append(f"links {'all' if share > _ALL else 'most' if share > _LINKED else 'some'}")
    return bare or words
