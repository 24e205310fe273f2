"""Pieces: the text between two tags, and what is open there; a line of them cut where the page cuts it without a line end.

Styles set apart what the source of a page has in one line: an author and a day, a caption and whose the picture is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from lxml import etree

from hearsay.page.names import Hint, hint_of
from hearsay.page.phrases import ended, prosaic
from hearsay.text.article import Role


class Context(msgspec.Struct, frozen=True):
    """What the elements around a text say of it.

    Attributes:
        path: the elements from the root to the innermost that breaks a line.
        tag: of that one.
        tags: the tags of it and of all around it.
        hints: what names and attributes say, the innermost first.
        hidden: a browser does not show it.
        pre: white space is kept.
    """

    path: tuple[etree._Element, ...]
    tag: str
    tags: frozenset[str]
    hints: tuple[Hint, ...] = ()
    hidden: bool = False
    pre: bool = False

    @property
    def element(self) -> etree._Element:
        """The innermost that breaks a line."""
        return self.path[-1]


class Open(NamedTuple):
    """What is open where some text stands.

    Attributes:
        path: the elements from the root on.
        context: of the innermost that breaks a line; None outside of all.
        linked: a link is.
        strong: bold type is.
        slanted: italic type is.
        style: the outermost inline element within the innermost that breaks a line; None where there is none.
        marks: what the inline elements say.
    """

    path: tuple[etree._Element, ...] = ()
    context: Context | None = None
    linked: bool = False
    strong: bool = False
    slanted: bool = False
    style: etree._Element | None = None
    marks: tuple[str, ...] = ()


Piece = tuple[str, Open]
"""Some text between two tags, white space collapsed, and what is open there."""

BREAK: Piece = ("\n", Open())
"""A forced line end."""


def restyled(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces, cut at forced line ends at which the type of whole lines changes.

    Cut: a bold line, then a line in small type. Left: lines that have a bold word; the lines of a verse.
    """
    if BREAK not in pieces:
        return [pieces]
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        rows[-1].append(piece)
        if piece is BREAK:
            rows.append([])
    out: list[list[Piece]] = [[]]
    before: set[str] = set()
    for row in rows:
        styles = {_type_of(here.style) for text, here in row if not text.isspace()}
        if before and styles and styles != before and (_one_style(styles) or _one_style(before)):
            out.append([])
        out[-1] += row
        before = styles or before
    return out


def wrapped(context: Context, pieces: list[Piece]) -> Context:
    """What is around a text, with what the one inline element says that all of it stands in.

    Taken: `<div><a class="kicker">Ports</a></div>`. Left: a line that begins with such a link, and goes on.
    """
    wraps = {here.style for text, here in pieces if not text.isspace()}
    if len(wraps) != 1 or (wrap := wraps.pop()) is None or not wrap.attrib:
        return context
    found = hint_of(wrap, str(wrap.tag))
    if found is None or found.role not in _HEADS:
        return context
    return msgspec.structs.replace(context, hints=(found, *context.hints))


_HEADS = frozenset({Role.CATEGORY, Role.BYLINE, Role.DATELINE, Role.CREDIT})
"""Roles of lines that stand in an element within a line, where an outlet names them."""

_SPANS = frozenset({"span", "cite", "small", "time"})
_TYPE = frozenset({"b", "strong", "i", "em", "u", "s", "sub", "sup", "font", "mark", "abbr", "q", "code"})  # fmt: skip
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_JOINS = 3  # words of the longest text between two elements of a line: "Posted on", "by"
_ROW = 40  # words of the longest line of such elements
_STAMP = 8  # words of the longest element that is known for a moment by its figures
_GLUED = re.compile(r"(?:[^\W_A-Z]|[.)”’\"!?%])[A-Z“‘\"@©(]|[^\W\d_]\d|\d[^\W\d_]")
_MOMENT = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b(?:minute|hour|day|week)s? ago\b")


class _Run(NamedTuple):
    """Pieces of a line that stand in one inline element, or beside such elements.

    Attributes:
        element: None where they stand in none.
        pieces: one after another.
    """

    element: etree._Element | None
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """What they say."""
        return "".join([text for text, _ in self.pieces])


def parted(pieces: list[Piece], context: Context) -> list[list[Piece]]:
    """The pieces of a line, cut where its elements are things of different kinds.

    Cut: `<span>Ada Moen</span><time>3 May</time>`; a caption and, after it, a `span` with whose the picture is. Left: a paragraph with links, a
    menu, a headline in parts.
    """
    if BREAK in pieces or context.tag in _TITLES:
        return [pieces]
    runs = _runs(pieces, len(context.path))
    if len(runs) <= 1:
        return [pieces]
    pictured = (hint.role is Role.CAPTION for hint in context.hints[:2])
    caption = "figcaption" in context.tags or any(pictured)
    cuts = _credited(runs) if caption else _row(runs)
    out: list[list[Piece]] = [[]]
    for n, run in enumerate(runs):
        if n in cuts:
            out.append([])
        out[-1] += run.pieces
    return out


def _runs(pieces: Sequence[Piece], depth: int) -> list[_Run]:
    """The pieces by the outermost element in which not all of them stand; none where all are bare."""
    shown = [here.path for text, here in pieces if not text.isspace()]
    if all(len(path) == depth for path in shown):
        return []
    while all(len(path) > depth and path[depth] is shown[0][depth] for path in shown):
        depth += 1
    runs: list[_Run] = []
    for piece in pieces:
        path = piece[1].path
        element = path[depth] if len(path) > depth and path[depth].tag not in _TYPE else None
        if not runs or runs[-1].element is not element:
            runs.append(_Run(element, []))
        runs[-1].pieces.append(piece)
    return runs


def _credited(runs: Sequence[_Run]) -> frozenset[int]:
    """Before which run a caption ends: the last one, where it is an element that may say whose the picture is."""
    last = max(n for n, run in enumerate(runs) if not run.text.isspace())
    element, text = runs[last].element, runs[last].text.strip()
    if element is None or not any(run.text.strip() for run in runs[:last]):
        return frozenset()
    named = (found := hint_of(element, str(element.tag))) is not None and found.role is Role.CREDIT
    own = element.tag in _SPANS and not text[0].islower()
    return frozenset({last}) if named or own else frozenset()


def _row(runs: Sequence[_Run]) -> frozenset[int]:
    """Before which runs of a line of elements, with few words between them, another thing begins; none in a sentence."""
    text = "".join(run.text for run in runs)
    words = text.split()
    bare = max((len(run.text.split()) for run in runs if run.element is None), default=0)
    if len(words) > _ROW or bare > _JOINS or (prosaic(words) and ended(text)):
        return frozenset()
    cuts: set[int] = set()
    before: tuple[int, etree._Element] | None = None
    join: int | None = None  # the first of the words between that one and the next
    for n, run in enumerate(runs):
        if run.element is None:
            if join is None and any(letter.isalnum() for letter in run.text):
                join = n
            continue
        if before is not None and _differ(before[1], run.element, runs[before[0] : n + 1]):
            cuts.add(n if join is None else join)
        before, join = (n, run.element), None
    return frozenset(cuts)


def _differ(one: etree._Element, other: etree._Element, runs: Sequence[_Run]) -> bool:
    """Whether two elements of a line are different things: by their names or words; or, where no blank is between them, by their looks.

    Args:
        one: the first run.
        other: the last.
        runs: from the one to the other.
    """
    first, last = runs[0].text, runs[-1].text
    kinds = _kind(one, runs[0]), _kind(other, runs[-1])
    if kinds[0] is not kinds[1] and (Role.DATELINE in kinds or None not in kinds):
        return True
    glued = _GLUED.search(first[-1:] + last[:1]) if runs[0] is runs[-2] else None
    return glued is not None and _type_of(one) != _type_of(other)


def _kind(element: etree._Element, run: _Run) -> Role | None:
    """What an element of a line is by its name, that of one in it, or its figures, where they say."""
    path = run.pieces[0][1].path
    for inner in path[path.index(element) :]:
        if inner.tag == "time":
            return Role.DATELINE
        if (found := hint_of(inner, str(inner.tag))) is not None:
            return found.role
    short = len(run.text.split()) <= _STAMP
    return Role.DATELINE if short and _MOMENT.search(run.text) else None


def _type_of(element: etree._Element | None) -> str:
    """The type that an inline element sets, as far as it is told from others; "" for that of the block."""
    if element is None:
        return ""
    return f"{element.tag} {element.get('class') or ''} {element.get('size') or ''}"


def _one_style(styles: set[str]) -> bool:
    """Whether all of a line stands in one inline element, or in elements alike."""
    return len(styles) == 1 and "" not in styles
