"""The author's own reading as somebody marked it: gold/columns/HALF/NAME.toml over gold/columns/text/NAME.txt.

The form is that of gold/columns/GUIDELINES.md.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.gold.opening import opened
from hearsay.measure.gold.quoting import LEFT_OUT
from hearsay.reading.voice import Strength, Support, VoiceKind
from hearsay.text.article import Genre
from hearsay.text.span import Span, Spans, found_all, joined


class _Headline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    strength: Strength
    support: Support
    lost: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class _Voice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    kind: VoiceKind


class _Candidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    claim: str
    supports: tuple[str, ...] = msgspec.field(default=(), name="for")
    against: tuple[str, ...] = ()


class _Hypotheses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    question: str
    candidates: tuple[_Candidate, ...]


class _Forecast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    by: str
    content: str
    probability: str = ""
    horizon: str = ""
    start: str = ""
    end: str = ""
    condition: str = ""


class _Time(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    start: str = ""
    end: str = ""
    event: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    published: str
    genre: Genre
    headline: _Headline
    own_voice: tuple[_Voice, ...] = ()
    hypotheses: tuple[_Hypotheses, ...] = ()
    forecast: tuple[_Forecast, ...] = ()
    time: tuple[_Time, ...] = ()


class Voiced(NamedTuple):
    """A sentence of the author's own."""

    spans: Spans
    kind: VoiceKind


class Weighed(NamedTuple):
    """A candidate explanation with what is given for and against it."""

    claim: Spans
    supports: tuple[Spans, ...]
    against: tuple[Spans, ...]


class Asked(NamedTuple):
    """A question, () where nobody asks, with the candidates that are weighed."""

    question: Spans
    candidates: tuple[Weighed, ...]


class Foretold(NamedTuple):
    """A forecast; `start` and `end` are days, "" where they stay open."""

    by: str
    content: Spans
    probability: Spans
    horizon: Spans
    start: str
    end: str
    condition: Spans


class Timed(NamedTuple):
    """A time with its first and last day, "" where that end stays open, and the words of what happened then."""

    spans: Spans
    start: str
    end: str
    event: Spans


class Held(NamedTuple):
    """A headline held against its body."""

    strength: Strength
    support: Support
    lost: tuple[str, ...]
    evidence: tuple[Spans, ...]


class Column(NamedTuple):
    """An article with what its author makes of it."""

    name: str
    text: str
    published: str
    genre: Genre
    headline: Held
    own_voice: tuple[Voiced, ...]
    hypotheses: tuple[Asked, ...]
    forecasts: tuple[Foretold, ...]
    times: tuple[Timed, ...]


def columns(folder: Path) -> Iterator[Column]:
    """The articles of a folder, in the order of their names.

    Args:
        folder: of NAME.toml; the articles stand in ../text.

    Raises:
        BadGold: no such folder, nothing in it, a file that is not of this form, or a quote that its article has not.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise BadGold("no annotated article", "give a folder of NAME.toml", str(folder))
    for path in paths:
        own = folder.resolve().parent / "text" / f"{path.stem}.txt"
        if not own.is_file():
            raise BadGold(f"there is no article {path.stem} in {own.parent}", name=str(path))
        one = opened(path, _File, "gold/columns/GUIDELINES.md")
        try:
            yield _placed(path.stem, own.read_bytes().decode("utf-8"), one)
        except LookupError as error:
            raise BadGold(f"the article has no “{error.args[0]}”", name=str(path)) from error


def _placed(name: str, text: str, one: _File) -> Column:
    finder = _Finder(text)
    at, headline = finder.at, one.headline
    return Column(
        name,
        text,
        one.published,
        one.genre,
        Held(
            headline.strength,
            headline.support,
            headline.lost,
            tuple(at(words) for words in headline.evidence),
        ),
        tuple(Voiced(at(voiced.words), voiced.kind) for voiced in one.own_voice),
        tuple(
            Asked(
                at(asked.question),
                tuple(
                    Weighed(at(c.claim), tuple(map(at, c.supports)), tuple(map(at, c.against)))
                    for c in asked.candidates
                ),
            )
            for asked in one.hypotheses
        ),
        tuple(
            Foretold(
                told.by, content := at(told.content), at(told.probability, content),
                at(told.horizon, content), told.start, told.end, at(told.condition, content),
            )
            for told in one.forecast
        ),
        _times(one.time, finder),
    )  # fmt: skip


def _times(some: Sequence[_Time], finder: "_Finder") -> tuple[Timed, ...]:
    """Times where they stand, the longest first, so that "2021" is not looked for within "August 2021"."""
    placed = {
        n: finder.next(some[n].words, finder.at(some[n].event))
        for n in sorted(range(len(some)), key=lambda n: -len(some[n].words))
    }
    return tuple(
        Timed(placed[n], time.start, time.end, finder.at(time.event, placed[n]))
        for n, time in enumerate(some)
    )


class _Finder:
    """Finds quotes in a text; those that are looked for one after the other each after those before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._taken: set[Span] = set()

    def at(self, quote: str, near: Spans = ()) -> Spans:
        """Where a quote stands, the nearest to some spans; the first in the body where it stands in the headline too.

        Raises:
            LookupError: the text does not have it.
        """
        return joined(self._one(words, near, set()) for words in quote.split(LEFT_OUT) if quote)

    def next(self, quote: str, near: Spans = ()) -> Spans:
        """Where a quote stands that has not been found this way before, the nearest to some spans.

        Raises:
            LookupError: the text does not have it.
        """
        spans = joined(self._one(words, near, self._taken) for words in quote.split(LEFT_OUT))
        self._taken |= {*spans}
        return spans

    def _one(self, words: str, near: Spans, used: set[Span]) -> Span:
        every = found_all(self.text, words)
        if not every:
            raise LookupError(words)
        headline_ends = len(self.text.split("\n", 1)[0])
        free = [place for place in every if not any(map(place.meets, used))] or list(every)
        body = [place for place in free if place.start > headline_ends] or free
        return min(
            body, key=lambda place: (min((_off(place, span) for span in near), default=0), place)
        )


def _off(place: Span, other: Span) -> int:
    gap = place.gap(other) or other.gap(place)
    return gap.length if gap else 0
