"""Blocks: a page cut into stretches of text as a browser sets them, each with where it is from.

One walk over the tree. Nothing that a reader can see is left out; white space is collapsed as CSS does
(https://www.w3.org/TR/css-text-3/#white-space-processing), no character is changed otherwise.
"""

import re

import msgspec
from lxml import etree

from hearsay.page.inline import marks_of
from hearsay.page.names import hint_of
from hearsay.page.pieces import BREAK, Context, Open, Piece, parted, restyled, wrapped

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
        words: the text, cut at white space.
        line: the same, with a blank between two.
    """

    text: str
    context: Context
    bare: int
    linked: int
    strong: int
    slanted: int
    pictured: bool
    holds: frozenset[str]
    words: tuple[str, ...]
    line: str

    @property
    def link_share(self) -> float:
        """Which part of it stands in links, 0 to 1."""
        return min(1.0, self.linked / len(self.text))

    @property
    def tag(self) -> str:
        """The tag of its element."""
        return self.context.tag

    @property
    def holder(self) -> etree._Element | None:
        """The element in which it stands beside others: its own where it is a part of that, else the one around it."""
        path = self.context.path
        return path[-1] if self.bare else path[-2] if len(path) > 1 else None


def _collapsed(text: str) -> str:
    """The text with each stretch of white space made one blank; looked at first, since most has single blanks alone."""
    plain = "  " not in text and text.isprintable()
    return text if plain else _SPACE.sub(" ", text)


def blocks(root: etree._Element) -> list[Raw]:
    """The blocks of a page in the order of its source."""
    return _Walk(root).run()


class _Walk:
    """One pass over a tree, without recursion, so that depth does not matter."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.done: list[Raw] = []
        self.buffer: list[Piece] = []
        self.open = [Open()]
        self.holds: set[str] = set()
        self.pictured = False
        self.pieces: dict[etree._Element, int] = {}

    def run(self) -> list[Raw]:
        self._enter(self.root)
        inside = [(self.root, iter(self.root))]
        while inside:
            element, children = inside[-1]
            for child in children:
                tag: object = child.tag  # of a comment no string
                if isinstance(tag, str) and self._enter(child):
                    inside.append((child, iter(child)))
                    break
                if child.tail:  # of a comment, a picture, a forced line end
                    self._text(child.tail)
            else:
                inside.pop()
                if self.open[-1].style is None:
                    self._flush()
                self.open.pop()
                if element.tail and inside:
                    self._text(element.tail)
        return self.done

    def _enter(self, element: etree._Element) -> bool:
        """Go into an element; False where nothing in it is text, or it can hold none."""
        tag = element.tag.lower()
        if tag in _PICTURES:
            self.pictured = True
        if tag in UNSEEN and element is not self.root:
            return False
        if tag == "br":
            self.buffer.append(BREAK)
            return False
        if tag in INLINE:
            self.open.append(self._inline(element, tag))
        else:
            self._flush()
            self.open.append(self._block(element, tag))
        if element.text:
            self._text(element.text)
        return True

    def _inline(self, element: etree._Element, tag: str) -> Open:
        """What is open in an element that breaks no line."""
        path, context, linked, strong, slanted, style, marks = self.open[-1]
        own = marks_of(element, tag) if element.attrib or tag == "time" else ()
        self.holds.update(own)
        return Open(
            (*path, element),
            context,
            linked or (tag == "a" and element.get("href") is not None),
            strong or tag in ("b", "strong"),
            slanted or tag in ("i", "em", "cite"),
            element if style is None else style,
            marks + own if own else marks,
        )

    def _block(self, element: etree._Element, tag: str) -> Open:
        """What is open in an element that breaks a line."""
        outer = self.open[-1]
        path, around = (*outer.path, element), outer.context
        found = hint_of(element, tag)
        hidden = _hidden(element)
        if around is None:
            hints = (found,) if found else ()
            context = Context(
                path, str(element.tag), frozenset((tag,)), hints, hidden, tag == "pre"
            )
        else:
            context = Context(
                path,
                str(element.tag),
                around.tags if tag in around.tags else around.tags | {tag},
                (found, *around.hints) if found else around.hints,
                around.hidden or hidden,
                around.pre or tag == "pre",
            )
        return Open(path, context, outer.linked, outer.strong, outer.slanted, None, outer.marks)

    def _text(self, text: str) -> None:
        here = self.open[-1]
        if here.context is not None:
            self.buffer.append((text if here.context.pre else _collapsed(text), here))

    def _flush(self) -> None:
        here = self.open[-1]
        holds, self.holds = self.holds, set(here.marks)
        if not self.buffer:
            return
        pieces, self.buffer = self.buffer, []
        context = here.context
        if context is None or all(text.isspace() for text, _ in pieces):
            return
        styled = [pieces] if context.pre else restyled(pieces)
        rows = [part for row in styled for part in parted(row, context)]
        for row in rows:
            marks = holds if len(rows) == 1 else {mark for _, here in row for mark in here.marks}
            self._cut(row, context, frozenset(marks), whole=len(rows) == 1)

    def _cut(
        self, pieces: list[Piece], context: Context, holds: frozenset[str], *, whole: bool
    ) -> None:
        """The blocks of some pieces of one type: what stands between blank lines."""
        joined = "".join([text for text, _ in pieces])
        if not context.pre:
            joined = _SPACES.sub(" ", joined) if "  " in joined else joined
            joined = _SPACED_BREAK.sub("\n", joined) if "\n" in joined else joined
        parts = [joined] if context.pre or "\n" not in joined else _BREAKS.split(joined)
        parts = [part.strip() for part in parts if part.strip()]
        alone = whole and len(parts) == 1 and len(context.element) == 0
        context = wrapped(context, pieces)
        linked = strong = slanted = 0
        for text, here in pieces:
            if here.linked or here.strong or here.slanted:
                size = len(text.strip())
                linked += size * here.linked
                strong += size * here.strong
                slanted += size * here.slanted
        for part in parts:
            share = len(part) / len(joined)
            number = self.pieces.get(context.element, 0) + 1
            self.pieces[context.element] = number
            words = tuple(part.split())
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
                    words,
                    " ".join(words),
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
