"""Judgements of how factual an event is, from -3, it did not happen, to 3, it did.

A line of JSON a text: `text`, words apart by spaces as a treebank cuts them; `targets`, each with `span1`, its
words from first to the one before the last number, and `label`.

Source: Jiang and de Marneffe (2021), He Thinks He Knows Better than the Doctors; the corpora are UW (Lee et al.
2015), UDS-IH2 (Rudinger et al. 2018), MEANTIME (Minard et al. 2016) and CommitmentBank (de Marneffe et al. 2019),
their scales made one by Stanovsky et al. (2017).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.text.span import Span

MOST = 3.0
"""How far the scale goes to either side."""

_CLINGS = re.compile(r"[.,;:!?%)\]}]+|''|[’']\w{1,2}|n[’']t")
_OPENS = frozenset({"``", "(", "[", "{", "$", "#", "-", "–", "—", "/"})


class Judged(NamedTuple):
    """A text, laid out as it would be written.

    Attributes:
        text: of one sentence or a few.
        spans: where its words stand.
        targets: the last word of an event, and how factual it is, between -3 and 3.
    """

    text: str
    spans: tuple[Span, ...]
    targets: tuple[tuple[int, float], ...]


class _Target(msgspec.Struct):
    span1: tuple[int, int]
    label: float


class _Line(msgspec.Struct):
    text: str
    targets: list[_Target]


def judged(path: Path) -> Iterator[Judged]:
    """The texts of a file, in order.

    Raises:
        BadGold: no such file, or a line that is not of this form.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise BadGold(
            f"no judgements: {error.strerror}", "give a .jsonl file", str(path)
        ) from error
    for number, line in enumerate(lines, 1):
        try:
            one = msgspec.json.decode(line, type=_Line)
        except msgspec.DecodeError as error:
            raise BadGold(f"line {number}: {error}", name=str(path)) from error
        words = one.text.split()
        targets = tuple((t.span1[1] - 1, t.label) for t in one.targets)
        if any(at not in range(len(words)) for at, _ in targets):
            raise BadGold(f"line {number}: a target outside the text", name=str(path))
        yield Judged(*_laid(words), targets)


def _laid(words: list[str]) -> tuple[str, tuple[Span, ...]]:
    """The words with the spaces that a writer would leave between them."""
    text = ""
    spans = []
    before = ""
    for word in words:
        if text and not _CLINGS.fullmatch(word) and before not in _OPENS and word not in {"-", "/"}:
            text += " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        before = word
    return text, tuple(spans)
