"""Times as TimeML marks them: documents of TimeBank and its like, one NAME.tml each; their text is scored, never shown.

Source: TimeML 1.2.1, https://timeml.org; TempEval-3 (UzZaman et al. 2013).
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hearsay.errors import BadGold
from hearsay.text.span import Span, laid_out

_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Marked(NamedTuple):
    """A time: its words, its type and its value."""

    span: Span
    type: str
    value: str


class Document(NamedTuple):
    """A document: its text, the day on which it was made, "" where that is not told, and its times."""

    name: str
    text: str
    made: str
    times: tuple[Marked, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The documents of a folder, in the order of their names.

    Raises:
        BadGold: there is none, or one has no text.
    """
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise BadGold("no document in TimeML", "give a folder of NAME.tml", str(folder))
    for path in paths:
        yield _document(path)


def _document(path: Path) -> Document:
    source = path.read_text("utf-8")
    made = re.search(r"<DCT>.*?</DCT>", source, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    if body is None:
        raise BadGold("it has no TEXT", "see TimeML 1.2.1", str(path))
    day = _DAY.search(dict(_ATTRIBUTE.findall(made[0])).get("value", "")) if made else None
    text, times = _plain(body[1])
    return Document(path.stem, text, day[0] if day else "", times)


def _plain(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its tags, and the times with their places in it."""
    parts: list[tuple[str, dict[str, str] | None]] = []
    inside: dict[str, str] | None = None
    at = 0
    for tag in _TAG.finditer(marked):
        if tag.start() > at:
            parts.append((html.unescape(marked[at : tag.start()]), inside))
        at = tag.end()
        if tag[0].startswith("<TIMEX3"):
            inside = dict(_ATTRIBUTE.findall(tag[0]))
        elif tag[0].startswith("</TIMEX3"):
            inside = None
    if marked[at:]:
        parts.append((html.unescape(marked[at:]), None))
    text, spans = laid_out((words for words, _ in parts), "")
    times: list[tuple[Span, dict[str, str]]] = []
    for span, (_, told) in zip(spans, parts, strict=True):
        if told is None:
            continue
        if times and times[-1][1] is told:
            times[-1] = (times[-1][0].hull(span), told)
        else:
            times.append((span, told))
    return text, tuple(
        Marked(span, told.get("type", ""), told.get("value", "")) for span, told in times
    )
