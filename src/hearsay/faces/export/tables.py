"""Tables: what was read as rows and columns, one list of them for CSV, Excel, Parquet and the data frames of Python.

Each table has a row for each finding of a kind. A column keeps its name, its place and its kind; new ones come at the end. What an article
does not say is None, which is empty in CSV and Excel and null in Parquet. Days are text (ISO 8601), since a moment has its zone and a day
has none. `start` and `end` are code points of the article's text.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from hearsay.faces.export import facts
from hearsay.faces.export.audited import Audited, audited, roots, said_in
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution, Mode
from hearsay.reading.commitment import Commitment, Forecast
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event
from hearsay.text.span import Spans, cut

T = TypeVar("T")
Value: TypeAlias = str | int | float | bool | None

AUTHOR = "author"
"""Who binds himself or foretells where no actor does."""


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"


class Row(msgspec.Struct, Generic[T], frozen=True):
    """A finding, with all that its row is made of.

    Attributes:
        name: of the input.
        reading: in which it stands.
        one: the finding.
        number: which of its kind it is, from 1.
    """

    name: str
    reading: Reading
    one: T
    number: int

    def words(self, spans: Spans) -> str | None:
        """The article's words in some spans; None where there are none."""
        return cut(spans, self.reading.article.text) or None

    def actor(self, actor_id: str | None) -> str | None:
        """The name of an actor; "author" for the author, None for nobody."""
        if actor_id is None or actor_id == AUTHOR:
            return actor_id
        return facts.actors_of(self.reading)[actor_id].name

    def statement(self, statement_id: str | None) -> Attribution | None:
        """The statement with an id; None for none."""
        those = self.reading.attributions
        return next((said for said in those if said.id == statement_id), None)


class Column(msgspec.Struct, Generic[T], frozen=True):
    """A column of a table.

    Attributes:
        name: at its head.
        kind: of its values.
        holds: what they are, in a line, as docs/exports.md has it.
        of: the value of a row.
    """

    name: str
    kind: ColumnKind
    holds: str
    of: Callable[[Row[T]], Value]


class Table(msgspec.Struct, Generic[T], frozen=True):
    """A table.

    Attributes:
        name: such as "statements".
        one: what a row is, such as "a statement".
        columns: in their order.
        of: the findings of a reading that have rows.
    """

    name: str
    one: str
    columns: tuple[Column[T], ...]
    of: Callable[[Reading], tuple[T, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def rows(self, reading: Reading, name: str) -> Iterator[tuple[Value, ...]]:
        """The rows of one article.

        Args:
            reading: of it.
            name: of the input.
        """
        for number, one in enumerate(self.of(reading), 1):
            row = Row(name, reading, one, number)
            yield tuple(column.of(row) for column in self.columns)


def _text(name: str, holds: str, of: Callable[[Row[T]], str | None]) -> Column[T]:
    return Column(name, ColumnKind.TEXT, holds, lambda row: of(row) or None)


def _whole(name: str, holds: str, of: Callable[[Row[T]], int | None]) -> Column[T]:
    return Column(name, ColumnKind.WHOLE, holds, of)


def _number(name: str, holds: str, of: Callable[[Row[T]], float | None]) -> Column[T]:
    return Column(name, ColumnKind.NUMBER, holds, of)


def _file() -> Column[Any]:
    return _text(
        "file",
        "the input, as it was given; of a record its address, with the reading’s number where several have it",
        lambda row: row.name,
    )


def _of_article() -> tuple[Column[Any], ...]:
    return (
        _file(),
        _text("title", "of the article", lambda row: row.reading.article.title),
        _text("outlet", "who published it", lambda row: row.reading.article.outlet),
        _text(
            "published", "the day or moment, ISO 8601", lambda row: row.reading.article.published
        ),
    )


def _place(whose: str, of: Callable[[T], Spans]) -> tuple[Column[T], ...]:
    return (
        _whole(
            "start",
            f"where {whose} begins, in Unicode code points of the article's text",
            lambda row: of(row.one)[0].start if of(row.one) else None,
        ),
        _whole(
            "end", "where it ends", lambda row: of(row.one)[-1].end if of(row.one) else None
        ),
    )  # fmt: skip


def _speaker(row: Row[Attribution]) -> str | None:
    return row.actor(row.one.speaker)


def _jointly(row: Row[Attribution]) -> str | None:
    return ", ".join(filter(None, map(row.actor, row.one.jointly))) or None


def _chain(row: Row[Attribution]) -> str | None:
    return facts.chain(row.reading, row.one) if row.one.chain else None


def _speaking(row: Row[Attribution]) -> Actor | None:
    return facts.actors_of(row.reading).get(row.one.speaker or "")


STATEMENTS: Table[Attribution] = Table(
    "statements",
    "a statement",
    (
        *_of_article(),
        _text("id", "the statement's, as in the JSON and for `hearsay explain`", lambda row: row.one.id),
        _text("speaker", "the name of the one whose words they are; empty where it is not known, as for “he”", _speaker),
        _text("source", "the article's words for who it is from", lambda row: row.words(row.one.source)),
        _text("cue", "the article's words that make it an attribution, such as “said”", lambda row: row.words(row.one.cue)),
        _text("content", "the article's words that are attributed, with their marks", lambda row: row.words(row.one.content)),
        _text("mode", "`direct`, `indirect` or `mixed`", lambda row: row.one.mode.value),
        _text("act", "what the speaker does in saying it, such as `deny`", lambda row: row.one.act.value),
        _text("certainty", "how surely the speaker puts it", lambda row: row.one.certainty.value),
        _text("chain", "the one whose words they are first, then through whom: `Dmitry Peskov ← TASS`", _chain),
        *_place("the content", lambda said: said.content),
        _number("confidence", "how often such findings are right, 0 to 1", lambda row: row.one.confidence),
        _text("ground", "the rule or the model that found it", lambda row: row.one.ground.by),
        _text("type", "`comm`, `belief`, `fact` or `control`", lambda row: row.one.type.value),
        _text("polarity", "`neg` where the attribution itself is negated: “did not say”", lambda row: row.one.polarity.value),
        _text("passed_on", "how the author passes it on, such as `distanced`", lambda row: row.one.passed_on.value),
        Column("explicit", ColumnKind.TRUTH, "whether it has a cue or a source of its own, and is not carried over", lambda row: row.one.explicit),
        _text("within", "the id of the statement in whose content it stands", lambda row: row.one.within),
        _text("speaker_id", "the speaker's id, as in the table of sources", lambda row: row.one.speaker),
        _text("jointly", "the names of those who say it together with the speaker", _jointly),
        _text("source_type", "how openly the speaker stands in the article, such as `named person`",
              lambda row: actor.source_type.value if (actor := _speaking(row)) else None),
        _text("disputed_by", "who disputes it: a name, or `author`", lambda row: row.actor(row.one.disputed_by)),
        _text("url", "of the article", lambda row: row.reading.article.url),
    ),
    lambda reading: reading.attributions,
)  # fmt: skip

SOURCES: Table[Audited] = Table(
    "sources",
    "somebody who speaks in an article, those who say most first",
    (
        _file(),
        _text("name", "the fullest that the article gives", lambda row: row.one.actor.name),
        _text("title", "office, authority or expertise", lambda row: row.one.actor.title),
        _text("type", "how openly it stands in the article, such as `anonymous source`", lambda row: row.one.actor.source_type.value),
        _text("kind", "what it is, such as `organisation`", lambda row: row.one.actor.kind.value),
        _text("standing", "where the article says why this source is in it", lambda row: said_in(row.reading, row.one.actor.standing)),
        _text("speaks_for", "the name of whoever it speaks for", lambda row: facts.principal(row.reading, row.one.actor)),
        _whole("statements", "how many", lambda row: len(row.one.said)),
        _whole("quoted", "those in its own words", lambda row: row.one.count(Mode.DIRECT)),
        _whole("partly_quoted", "those partly in its own words", lambda row: row.one.count(Mode.MIXED)),
        _whole("reported", "those in others' words", lambda row: row.one.count(Mode.INDIRECT)),
        _whole("carried_over", "those that go on from the sentence before", lambda row: len(row.one.said) - len(row.one.own)),
        _whole("disclosures", "those in which it declined to speak", lambda row: sum(facts.disclosure(row.reading, said) for said in row.one.said)),
        _text("through", "the names of those through whom they come, the outermost last; a way each", lambda row: "; ".join(row.one.through)),
        _whole("independent_roots", "by how many independent ways", lambda row: roots(row.one.said)),
        _text("title_of_article", "of the article", lambda row: row.reading.article.title),
        _text("outlet", "who published it", lambda row: row.reading.article.outlet),
        _text("published", "the day or moment, ISO 8601", lambda row: row.reading.article.published),
        _text("id", "the source's, as in the JSON", lambda row: row.one.actor.id),
        _text("link", "its identifier in a list that the user gave", lambda row: row.one.actor.link),
    ),
    audited,
)  # fmt: skip

COMMITMENTS: Table[Commitment] = Table(
    "commitments",
    "something that binds somebody",
    (
        *_of_article(),
        _text("id", "the commitment's, as in the JSON", lambda row: row.one.id),
        _text("by", "the name of whoever binds himself, or another; `author` for the author; empty where nobody is named", lambda row: row.actor(row.one.by)),
        _text("force", "what it does, such as `promise`", lambda row: row.one.force.value),
        _text("matter", "the action itself", lambda row: row.words(row.one.matter)),
        _text("to", "the name of whoever is addressed", lambda row: row.actor(row.one.to)),
        _text("condition", "on what it depends", lambda row: row.words(row.one.condition)),
        _text("place", "where it holds", lambda row: row.words(row.one.place)),
        _text("time", "when, since when, until when it holds", lambda row: row.words(row.one.time)),
        _text("purpose", "what for", lambda row: row.words(row.one.purpose)),
        _text("authority", "the name of whoever decides", lambda row: row.actor(row.one.authority.who) if row.one.authority else None),
        _text("over", "over what", lambda row: row.words(row.one.authority.over) if row.one.authority else None),
        *_place("the matter", lambda bound: bound.matter),
        _number("confidence", "how often such findings are right, 0 to 1", lambda row: row.one.confidence),
        _text("ground", "the rule or the model that found it", lambda row: row.one.ground.by),
        _text("statement", "the id of the statement that it comes from", lambda row: row.one.attribution),
        _text("through", "through whom that comes", lambda row: _through(row, row.one.attribution)),
        _text("by_id", "the id of whoever binds, as in the table of sources; or `author`", lambda row: row.one.by),
        _text("to_id", "the id of whoever is addressed", lambda row: row.one.to),
    ),
    lambda reading: reading.commitments,
)  # fmt: skip


def _through(row: Row[Any], statement_id: str | None) -> str | None:
    said = row.statement(statement_id)
    return facts.through(row.reading, said) if said is not None else None


FORECASTS: Table[Forecast] = Table(
    "forecasts",
    "something that is foretold",
    (
        *_of_article(),
        _text("id", "the forecast's, as in the JSON", lambda row: row.one.id),
        _text("by", "the name of whoever foretells; `author` for the author", lambda row: row.actor(row.one.by)),
        _text("content", "what will happen", lambda row: row.words(row.one.content)),
        _text("likely", "how likely, in words", lambda row: row.words((row.one.probability.at,)) if row.one.probability else None),
        _number("low", "the lowest that the words stand for, 0 to 1", lambda row: row.one.probability.low if row.one.probability else None),
        _number("mid", "the middle of it", lambda row: row.one.probability.mid if row.one.probability else None),
        _number("high", "the highest", lambda row: row.one.probability.high if row.one.probability else None),
        _text("scale", "whose numbers they are, such as `people`", lambda row: row.one.probability.scale if row.one.probability else None),
        _text("horizon", "by when, in words", lambda row: row.words((row.one.horizon.at,)) if row.one.horizon and row.one.horizon.at else None),
        _text("first_day", "of the time in which it is due, ISO 8601", lambda row: row.one.horizon.start if row.one.horizon else None),
        _text("last_day", "of that time", lambda row: row.one.horizon.end if row.one.horizon else None),
        _text("condition", "without which it is void", lambda row: row.words(row.one.condition)),
        *_place("the content", lambda foretold: foretold.content),
        _number("confidence", "how often such findings are right, 0 to 1", lambda row: row.one.confidence),
        _text("ground", "the rule or the model that found it", lambda row: row.one.ground.by),
        _text("statement", "the id of the statement that it comes from", lambda row: row.one.attribution),
        _text("through", "through whom that comes", lambda row: _through(row, row.one.attribution)),
        _text("by_id", "the id of whoever foretells, as in the table of sources; or `author`", lambda row: row.one.by),
    ),
    lambda reading: reading.forecasts,
)  # fmt: skip

TIMES: Table[Event] = Table(
    "times",
    "something that happened, and when",
    (
        *_of_article(),
        _text("id", "t1, t2, …, as the report has them", lambda row: f"t{row.number}"),
        _text("time", "the words for the time", lambda row: row.words((row.one.time,))),
        _text("event", "the words for what happened", lambda row: row.words(row.one.event)),
        _text("first_day", "ISO 8601; empty where it stays open", lambda row: row.one.start),
        _text("last_day", "ISO 8601; empty where it stays open", lambda row: row.one.end),
        *_place("the time", lambda event: (event.time,)),
        _text("ground", "the rule that resolved the time", lambda row: row.one.ground.by),
    ),
    lambda reading: reading.timeline,
)  # fmt: skip

TABLES: tuple[Table[Any], ...] = (STATEMENTS, SOURCES, COMMITMENTS, FORECASTS, TIMES)
"""All tables, in the order of the sheets."""
