"""Blocks: a page cut into stretches of text as a browser sets them, each with where it is from.

One walk over the tree. Nothing that a reader can see is left out; white space is collapsed as CSS does
(https://www.w3.org/TR/css-text-3/#white-space-processing), no character is changed otherwise.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec
from lxml import etree

from hearsay.page.inline import marks_of
from hearsay.page.names import Hint, hint_of
from hearsay.text.article import Role

UNSEEN = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "svg", "canvas", "object",
    "embed", "audio", "video", "datalist", "math", "select", "textarea", "map", "area", "col",
    "colgroup",
})  # fmt: skip
"""Elements whose text a browser does not set as text."""

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "img", "ins", "kbd", "label", "mark", "meter", "nobr", "output",
    "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input",
})  # fmt: skip
"""Elements that do not break a line; every other one does, unknown and custom ones too."""

_PICTURES = frozenset({"img", "picture", "video", "iframe", "amp-img", "svg"})

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACED_BREAK = re.compile(r" *\n *")
_BREAKS = re.compile(r"\n\s*\n")
_SPACES = re.compile(" {2,}")


class Context(msgspec.Struct, frozen=True):
    """What the elements around a text say of it.

    Attributes:
        element: the innermost that breaks a line.
        tag: of it.
        tags: the tags of it and of all around it.
        hints: what names and attributes say, the innermost first.
        hidden: a browser does not show it.
        pre: white space is kept.
    """

    element: etree._Element
    tag: str
    tags: frozenset[str]
    hints: tuple[Hint, ...] = ()
    hidden: bool = False
    pre: bool = False


class Raw(msgspec.Struct, frozen=True):
    """A stretch of text on the page, not yet with a role.

    Attributes:
        text: as a browser sets it; a forced line end is a line end.
        context: what is around it.
        bare: the how-manieth text of its element it is, from 1; 0 where it is all of it.
        linked: how many of its characters stand in links.
        strong: how many stand in bold type.
        slanted: how many stand in italic type.
        pictured: a picture stands between it and the text before it.
        holds: what the elements in its lines say, in a word each: "time", "link author".
    """

    text: str
    context: Context
    bare: int
    linked: int
    strong: int
    slanted: int = 0
    pictured: bool = False
    holds: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """The words, cut at white space."""
        return _words(self.text)

    @property
    def link_share(self) -> float:
        """Which part of it stands in links, 0 to 1."""
        return min(1.0, self.linked / len(self.text))

    @property
    def tag(self) -> str:
        """The tag of its element."""
        return self.context.tag


@lru_cache(maxsize=2048)  # asked some ten times of each block of a page
def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


class _Piece(NamedTuple):
    """Some text between two tags, or a forced line end.

    Attributes:
        text: its words, white space collapsed; a line end for a `br`.
        linked: it stands in a link.
        strong: in bold type.
        slanted: in italic type.
        style: the outermost inline element around it; None where there is none.
    """

    text: str
    linked: bool = False
    strong: bool = False
    slanted: bool = False
    style: etree._Element | None = None


_BREAK = _Piece("\n")


def _restyled(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces, cut at forced line ends at which the type of whole lines changes.

    Cut: a bold line, then a line in small type. Left: lines that have a bold word; the lines of a verse.
    """
    if _BREAK not in pieces:
        return [pieces]
    rows: list[list[_Piece]] = [[]]
    for piece in pieces:
        rows[-1].append(piece)
        if piece is _BREAK:
            rows.append([])
    out: list[list[_Piece]] = [[]]
    before: set[str] = set()
    for row in rows:
        styles = {_type_of(piece.style) for piece in row if not piece.text.isspace()}
        if before and styles and styles != before and (_one_style(styles) or _one_style(before)):
            out.append([])
        out[-1] += row
        before = styles or before
    return out


def _wrapped(context: Context, pieces: list[_Piece]) -> Context:
    """What is around a text, with what the one inline element says that all of it stands in.

    Taken: `<div><a class="kicker">Ports</a></div>`. Left: a line that begins with such a link, and goes on.
    """
    wraps = {piece.style for piece in pieces if not piece.text.isspace()}
    if len(wraps) != 1 or (wrap := wraps.pop()) is None or not wrap.attrib:
        return context
    found = hint_of(wrap, str(wrap.tag))
    if found is None or found.role not in _HEADS:
        return context
    return msgspec.structs.replace(context, hints=(found, *context.hints))


_HEADS = frozenset({Role.CATEGORY, Role.BYLINE, Role.DATELINE})
"""Roles of lines that stand in an element within a line, where an outlet names them."""


def _type_of(element: etree._Element | None) -> str:
    """The type that an inline element sets, as far as it is told from others; "" for that of the block."""
    if element is None:
        return ""
    return f"{element.tag} {element.get('class') or ''} {element.get('size') or ''}"


def _one_style(styles: set[str]) -> bool:
    """Whether all of a line stands in one inline element, or in elements alike."""
    return len(styles) == 1 and "" not in styles


def _collapsed(text: str) -> str:
    """The text with each stretch of white space made one blank; looked at first, since most has single blanks alone."""
    plain = "  " not in text and text.isprintable()
    return text if plain else _SPACE.sub(" ", text)


def blocks(root: etree._Element) -> list[Raw]:
    """The blocks of a page in the order of its source."""
    return _Walk(root).run()


class _Walk:
    """One pass over a tree, by events, so that depth does not matter."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.done: list[Raw] = []
        self.buffer: list[_Piece] = []
        self.contexts: list[Context] = []
        self.linked = 0
        self.strong = 0
        self.slanted = 0
        self.styles: list[etree._Element | None] = []
        self.marks: list[tuple[str, ...]] = []
        self.holds: set[str] = set()
        self.pictured = False
        self.pieces: dict[etree._Element, int] = {}

    def run(self) -> list[Raw]:
        events = etree.iterwalk(self.root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                self._start(element, events)
            elif event == "end":
                self._end(element)
            elif element.tail:
                self._text(element.tail)
        return self.done

    def _start(self, element: etree._Element, events: "etree.iterwalk") -> None:
        tag = str(element.tag).lower()
        if tag in _PICTURES:
            self.pictured = True
        if tag in UNSEEN and element is not self.root:
            events.skip_subtree()
            return
        if tag == "br":
            self.buffer.append(_BREAK)
            return
        if tag in INLINE:
            self.styles.append(element)
            self.marks.append(marks_of(element, tag) if element.attrib or tag == "time" else ())
            self.holds.update(self.marks[-1])
        else:
            self._flush()
            self.contexts.append(self._context(element, tag))
            self.styles.append(None)
            self.marks.append(())
        self._count(tag, element, 1)
        if element.text:
            self._text(element.text)

    def _count(self, tag: str, element: etree._Element, by: int) -> None:
        """Go into a link, bold or italic type, or out of it."""
        if tag == "a":
            self.linked += by * (element.get("href") is not None)
        elif tag in ("b", "strong"):
            self.strong += by
        elif tag in ("i", "em", "cite"):
            self.slanted += by

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag).lower()
        unseen = tag in UNSEEN and element is not self.root
        if not unseen and tag != "br":
            self._count(tag, element, -1)
            self.styles.pop()
            self.marks.pop()
            if tag not in INLINE:
                self._flush()
                self.contexts.pop()
        if element is not self.root and element.tail:
            self._text(element.tail)

    def _context(self, element: etree._Element, tag: str) -> Context:
        outer = self.contexts[-1] if self.contexts else None
        found = hint_of(element, tag)
        hints = outer.hints if outer else ()
        return Context(
            element=element,
            tag=str(element.tag),
            tags=(outer.tags if outer else frozenset()) | {tag},
            hints=(found, *hints) if found else hints,
            hidden=bool(outer and outer.hidden) or _hidden(element),
            pre=tag == "pre" or bool(outer and outer.pre and tag not in UNSEEN),
        )

    def _text(self, text: str) -> None:
        if self.contexts:
            self.buffer.append(
                _Piece(
                    text if self.contexts[-1].pre else _collapsed(text),
                    self.linked > 0,
                    self.strong > 0,
                    self.slanted > 0,
                    self._style(),
                )
            )

    def _style(self) -> etree._Element | None:
        """The outermost inline element that is open within the innermost that breaks a line."""
        style = None
        for one in reversed(self.styles):
            if one is None:
                break
            style = one
        return style

    def _flush(self) -> None:
        holds, self.holds = self.holds, {one for marks in self.marks for one in marks}
        if not self.buffer:
            return
        pieces, self.buffer = self.buffer, []
        context = self.contexts[-1] if self.contexts else None
        if context is None or all(piece.text.isspace() for piece in pieces):
            return
        rows = [pieces] if context.pre else _restyled(pieces)
        for row in rows:
            self._cut(row, context, frozenset(holds), whole=len(rows) == 1)

    def _cut(
        self, pieces: list[_Piece], context: Context, holds: frozenset[str], *, whole: bool
    ) -> None:
        """The blocks of some pieces of one type: what stands between blank lines."""
        joined = "".join(piece.text for piece in pieces)
        if not context.pre:
            joined = _SPACED_BREAK.sub("\n", _SPACES.sub(" ", joined))
        parts = [joined] if context.pre or "\n" not in joined else _BREAKS.split(joined)
        parts = [part.strip() for part in parts if part.strip()]
        alone = whole and len(parts) == 1 and len(context.element) == 0
        context = _wrapped(context, pieces)
        linked = strong = slanted = 0
        for piece in pieces:
            if piece.linked or piece.strong or piece.slanted:
                size = len(piece.text.strip())
                linked += size * piece.linked
                strong += size * piece.strong
                slanted += size * piece.slanted
        for part in parts:
            share = len(part) / len(joined)
            number = self.pieces.get(context.element, 0) + 1
            self.pieces[context.element] = number
            self.done.append(
                Raw(
                    part,
                    context,
                    0 if alone else number,
                    round(linked * share),
                    round(strong * share),
                    round(slanted * share),
                    self.pictured,
                    holds,
                )
            )
            self.pictured = False


_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def _hidden(element: etree._Element) -> bool:
    """Whether a browser leaves an element out of sight, as far as the element itself says."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style and _STYLE.search(style))


def origin(raw: Raw, tree: etree._ElementTree) -> str:
    """The path of a block on its page: its element, and which text of it where it is not all."""
    path = str(tree.getpath(raw.context.element))
    return path if raw.bare in (0, 1) else f"{path}/text()[{raw.bare}]"
