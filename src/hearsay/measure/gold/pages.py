"""Labelled pages and texts: the form that gold/page/GUIDELINES.md describes, read and checked.

The labels are taken off the bytes by pattern and nothing else on the page is touched, so that hearsay
is given what a server would have sent. The labels are read from the tree of the page as it was.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from lxml import etree, html

from hearsay.errors import BadGold
from hearsay.page.encoding import decode
from hearsay.page.page import Form
from hearsay.text.article import Dated, Role

UNSEEN = frozenset(
    {
        *("head", "script", "style", "template", "noscript", "iframe", "svg", "canvas", "object"),
        *("audio", "video", "datalist"),
    }
)
"""Elements whose text a browser with scripts does not show; it bears no label."""

INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
        ),
        *(
            "font",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "meter",
            "nobr",
            "output",
            "picture",
            "q",
        ),
        *(
            "progress",
            "ruby",
            "rp",
            "rt",
            "s",
            "samp",
            "small",
            "source",
            "span",
            "strike",
            "strong",
        ),
        *("sub", "sup", "time", "track", "tt", "u", "var", "wbr", "input"),
    }
)
"""Elements that stand in a line; all others, elements of a page's own among them, break it."""

_META = re.compile(rb"\A(\xef\xbb\xbf)?<!--gold-meta (\{.*?\})\s*-->\r?\n?", re.DOTALL)
_LABEL = re.compile(rb"\s+data-gold\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w-]+)")
_COMMENT = re.compile(rb"<!--gold:[^>]*-->")
_LEFT = re.compile(rb"data-gold|<!--\s*gold|gold-meta", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LINE_META = re.compile(r"\A\ufeff?#gold-meta (\{.*\})\r?\n")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LINE = re.compile(r"(\w+)\| ")
_EXCERPT = 60  # characters of the page in a message


class Segment(NamedTuple):
    """A run of visible text with one label, in one block of the page; of a text, a line.

    Attributes:
        words: its text, white space made single spaces.
        role: its label.
    """

    words: str
    role: Role


class GoldMeta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a labelled article; None where the page does not say.

    Attributes:
        design: the name of the page's design.
        title: the headline.
        byline: who wrote it, without "By".
        outlet: who published it.
        url: its own address.
        published: ISO 8601, with its zone where the page states one.
        published_is: stated or guessed; None exactly where `published` is.
    """

    design: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_is: Dated | None = None


class GoldPage(msgspec.Struct, frozen=True):
    """One labelled page or text.

    Attributes:
        name: its file's name without the ending.
        design: the name of its design.
        data: the bytes that hearsay is given, without a trace of the labels.
        form: what the bytes are.
        segments: every visible word in the order of the page, with its label.
        meta: what is known of the article.
    """

    name: str
    design: str
    data: bytes
    form: Form
    segments: tuple[Segment, ...]
    meta: GoldMeta


def load(folder: Path) -> tuple[GoldPage, ...]:
    """The labelled pages, then the labelled texts of a folder, each by name.

    Raises:
        BadGold: there is none, or one of them breaks the guidelines.
    """
    pages = [page(path.stem, path.read_bytes()) for path in sorted(folder.glob("pages/*.html"))]
    texts = [text(path.stem, path.read_bytes()) for path in sorted(folder.glob("texts/*.txt"))]
    if not pages and not texts:
        raise BadGold(f"{folder} has no pages/*.html and no texts/*.txt", "name a labelled set")
    return (*pages, *texts)


def page(name: str, labelled: bytes) -> GoldPage:
    """A labelled page.

    Raises:
        BadGold: its first line is not what is known of the article, or a word has no known label.
    """
    first = _META.match(labelled)
    if first is None:
        raise BadGold(f"{name} does not begin with <!--gold-meta {{…}}-->", "write it")
    body = (first[1] or b"") + labelled[first.end() :]
    data = _COMMENT.sub(b"", _LABEL.sub(b"", body))
    if left := _LEFT.search(data):
        raise BadGold(f"{name} keeps {left[0].decode()!r} when its labels are taken off")
    meta = _meta(name, decode(first[2]).text)
    segments = _segments(name, decode(body).text)
    return GoldPage(name, meta.design, data, Form.HTML, segments, meta)


def text(name: str, labelled: bytes) -> GoldPage:
    """A labelled text: a label on each line that is not blank.

    Raises:
        BadGold: its first line is not what is known of the article, or a line has no known label.
    """
    whole = labelled.decode()
    first = _LINE_META.match(whole)
    if first is None:
        raise BadGold(f"{name} does not begin with a line #gold-meta {{…}}", "write it")
    segments: list[Segment] = []
    lines: list[str] = []
    for line in _LINES.findall(whole, first.end()):
        if not line.strip():
            lines.append(line)
            continue
        label = _LINE.match(line)
        if label is None:
            raise BadGold(f"{name} has a line without a label: {line[:_EXCERPT]!r}", "label it")
        rest = line[label.end() :]
        segments.append(Segment(" ".join(rest.split()), _role(name, label[1])))
        lines.append(rest)
    meta = _meta(name, first[1])
    data = "".join(lines).encode()
    return GoldPage(name, meta.design, data, Form.PLAIN, tuple(segments), meta)


def _meta(name: str, json: str) -> GoldMeta:
    try:
        meta = msgspec.json.decode(json, type=GoldMeta)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadGold(f"what {name} says of its article cannot be read: {error}") from error
    if (meta.published is None) != (meta.published_is is None) or meta.published_is is Dated.GIVEN:
        raise BadGold(
            f"{name} has published {meta.published!r} and published_is {meta.published_is!r}",
            "say stated or guessed where there is a date, and null where there is none",
        )
    return meta


def _role(name: str, label: str) -> Role:
    try:
        return Role(label)
    except ValueError as error:
        raise BadGold(f"{name} has an unknown role: {label!r}", "see the guidelines") from error


def _segments(name: str, labelled: str) -> tuple[Segment, ...]:
    # Declared encodings are spoken for: the parser is given bytes that are UTF-8 and told so.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(labelled.encode(), parser=parser)
    runs = _Runs(name)
    _walk(root, None, runs)
    runs.stop()
    return tuple(runs.segments)


class _Runs:
    """Text gathered until the label or the block ends."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.segments: list[Segment] = []
        self._role: Role | None = None
        self._parts: list[str] = []
        self._breaks = 0

    def take(self, words: str | None, role: Role | None) -> None:
        if not words or not words.strip():
            self._parts.append(words or "")
            return
        if role is None:
            raise BadGold(
                f"{self.name} has words without a label: {words.strip()[:_EXCERPT]!r}", "label them"
            )
        if role is not self._role:
            self.stop()
        self._role = role
        self._breaks = 0
        self._parts.append(words)

    def broken(self) -> None:
        """A line break: white space, and at the second in a row the end of a run."""
        self._breaks += 1
        self._parts.append("\n")
        if self._breaks > 1:
            self.stop()

    def stop(self) -> None:
        words = " ".join("".join(self._parts).split())
        if words and self._role is not None:
            self.segments.append(Segment(words, self._role))
        self._parts = []
        self._role = None


def _walk(element: etree._Element, role: Role | None, runs: _Runs) -> None:
    """Gathers the visible text of an element, each word with the nearest label over it."""
    if element.tag in UNSEEN or _hidden(element):
        return
    if element.tag == "br":
        runs.broken()
        return
    label = element.get("data-gold")
    inner = _role(runs.name, label) if label is not None else role
    block = element.tag not in INLINE
    if block:
        runs.stop()
    runs.take(element.text, inner)
    for child, under in _labelled(element, inner, runs.name):
        if isinstance(child.tag, str):
            _walk(child, under, runs)
        runs.take(child.tail, under)
    if block:
        runs.stop()


def _labelled(
    element: etree._Element, role: Role | None, name: str
) -> Iterator[tuple[etree._Element, Role | None]]:
    """The nodes below an element, each with the label that holds for it and for its tail."""
    for child in element:
        words = (child.text or "").strip() if isinstance(child, html.HtmlComment) else ""
        if words.startswith("gold:"):
            role = _role(name, words.removeprefix("gold:").strip())
        yield child, role


def _hidden(element: etree._Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))
