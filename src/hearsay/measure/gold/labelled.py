"""Findings in real news, labelled without their text: gold/acts/news.tsv.

A line is a finding of an article of PolNeAR's training half: where its cue, content and source stand, and what readers said of
it after gold/acts/GUIDELINES.md; the type is "none" where nobody says, thinks or wants anything there. Who has the corpus has the text.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from hearsay.errors import BadGold
from hearsay.reading.attribution import Act, Certainty, Kind, PassedOn, Polarity
from hearsay.text.span import Span, Spans

NONE = "none"
COLUMNS = ("article", "cue", "content", "source", "type", "act", "polarity", "certainty", "passed_on")  # fmt: skip


class Judgement(msgspec.Struct, frozen=True):
    """What a reader said of an attribution."""

    type: Kind
    act: Act
    polarity: Polarity
    certainty: Certainty
    passed_on: PassedOn


class Labelled(msgspec.Struct, frozen=True):
    """A finding.

    Attributes:
        article: the name of its text.
        cue, content, source: where they stand in it.
        told: None where it attributes nothing.
    """

    article: str
    cue: Spans
    content: Spans
    source: Spans
    told: Judgement | None


def labelled(path: Path) -> Iterator[Labelled]:
    """The findings of a table, in its order.

    Raises:
        BadGold: there is no such table, or a line of it is not of this form.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadGold(f"cannot be read: {error.strerror}", name=str(path)) from error
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise BadGold("not a table of labelled findings", ", ".join(COLUMNS), str(path))
    for number, line in enumerate(lines[1:], 2):
        parts = line.split("\t")
        try:
            article, cue, content, source, *told = parts
            yield Labelled(article, _spans(cue), _spans(content), _spans(source), _judgement(told))
        except ValueError as error:
            raise BadGold(f"line {number}: {error}", name=str(path)) from error


def _spans(written: str) -> Spans:
    pieces = (one.split(":") for one in written.split(";") if one)
    return tuple(Span(int(start), int(end)) for start, end in pieces)


def _judgement(told: list[str]) -> Judgement | None:
    kind, act, polarity, certainty, passed = told
    if kind == NONE:
        return None
    return Judgement(
        Kind(kind), Act(act), Polarity(polarity), Certainty(certainty), PassedOn(passed)
    )
