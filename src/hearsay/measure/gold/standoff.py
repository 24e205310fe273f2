"""Attributions in brat's stand-off, as PolNeAR has them: text/NAME.txt, attributions/NAME_WHO.ann.

A line `T1<TAB>Source 3 9;12 15<TAB>words` is a span in pieces, `E1<TAB>Attribution:T2 Source:T1 Cue:T2
Content:T3` an attribution. Where several people marked an article, the first in the order of the alphabet
is the gold. Other kinds of spans are passed over, and so are events without a content.

Source: https://brat.nlplab.org/standoff.html; Newell, Margolin and Ruths (2018), An Attribution
Relations Corpus for Political News.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hearsay.errors import BadGold
from hearsay.text.span import Span, Spans

_SPAN = re.compile(r"T(\d+)\t(\S+) ([\d; ]+)\t")
_EVENT = re.compile(r"E\d+\t")
_NUMBER = re.compile(r"\d+$")


class Marked(NamedTuple):
    """An attribution as somebody marked it; () where it has no such part. Pieces are sorted."""

    source: Spans
    cue: Spans
    content: Spans


class Annotated(NamedTuple):
    """An article with its attributions.

    Attributes:
        name: of its file, without the ending.
        text: exactly as in the file.
        marked: in the order of the file.
    """

    name: str
    text: str
    marked: tuple[Marked, ...]


OUTER, INNER = "attributions", "inner"
"""Folders of annotations: of the outermost attributions, and of those inside their contents."""


def annotated(folder: Path, layer: str = OUTER) -> Iterator[Annotated]:
    """The articles of a folder, in the order of their names.

    Args:
        folder: that holds text/, and the folder of annotations.
        layer: the name of that folder, `OUTER` or `INNER`.

    Raises:
        BadGold: no such folder, or no article in it; one without annotation, or a broken line.
    """
    paths = sorted((folder / "text").glob("*.txt"))
    if not paths:
        raise BadGold(
            f"no annotated article in {folder}",
            f"give a folder that holds text/NAME.txt and {layer}/NAME_WHO.ann",
        )
    by = defaultdict(list)
    for path in sorted((folder / layer).glob("*.ann")):
        by[path.stem.rsplit("_", 1)[0]].append(path)
    for path in paths:
        if path.stem not in by:
            raise BadGold("no annotation stands beside it", name=str(path))
        text = path.read_bytes().decode("utf-8")
        yield Annotated(path.stem, text, _marked(by[path.stem][0], len(text)))


def _marked(path: Path, length: int) -> tuple[Marked, ...]:
    spans: dict[str, tuple[str, list[Span]]] = {}
    events = []
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        if match := _SPAN.match(line):
            spans[f"T{match[1]}"] = (match[2], _pieces(match[3], length, f"{path}:{number}"))
        elif _EVENT.match(line):
            events.append(line.split("\t")[1].split()[1:])
    found = []
    for arguments in events:
        parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for argument in arguments:
            name, _, target = argument.partition(":")
            role = _NUMBER.sub("", name).lower()
            if role in parts and target in spans:
                parts[role] += spans[target][1]
        if parts["content"]:
            found.append(Marked(*(tuple(sorted(pieces)) for pieces in parts.values())))
    return tuple(found)


def _pieces(written: str, length: int, place: str) -> list[Span]:
    """The pieces of a span.

    Raises:
        BadGold: one is none, or ends after the text.
    """
    pieces = []
    for part in written.split(";"):
        bounds = part.split()
        if len(bounds) != 2 or not int(bounds[0]) < int(bounds[1]) <= length:  # noqa: PLR2004 - a start and an end
            raise BadGold(f"“{part.strip()}” is no stretch of the text", name=place)
        pieces.append(Span(int(bounds[0]), int(bounds[1])))
    return pieces
