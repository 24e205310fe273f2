"""The record: what is kept is kept once, is found again, and is never changed; the same on SQLite and PostgreSQL."""

from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hearsay.errors import BadRecord, NotInTheRecord
from hearsay.reading.reading import Reading
from hearsay.record.added import Added, add, body
from hearsay.record.articles import independent
from hearsay.record.found import Wanted, search
from hearsay.record.judged import correct, same, undo
from hearsay.record.listed import Totals, held, items, totals
from hearsay.record.opened import OpenRecord, open_record
from hearsay.record.overrides import judged
from hearsay.record.people import bearers, called, one_actor, people
from hearsay.record.tables import METADATA, ONLY_ADDED
from hearsay.record.traced import trace
from hearsay.text.article import Dated
from tests.marked import reading, with_silent

TOLL = """
{headline} Toll to rise, minister says

«content 1|“The toll on Ansel’s bridge will rise in May,”» «source 1|Anna Lund» «cue 1|said» on Monday.

«source 2|Per Moss» «cue 2|said» «content 2|that the café owners would not pay the toll twice».
"""
SAYS = {1: "Anna Lund", 2: "Per Moss"}
OF_FTS5 = ("prints", "text_prints")
FILLER = " ".join(f"Word{n} follows word{n} on the quay in the rain." for n in range(30))


def toll(
    text: str = TOLL, day: str = "2026-03-02", outlet: str = "The Courier", url: str = ""
) -> Reading:
    return reading(
        text, SAYS, published=day, published_is=Dated.GIVEN, outlet=outlet, url=url or None
    )


def found(record: OpenRecord, **wanted: Any) -> list[str]:
    with record.reads() as connection:
        return [hit.ref for hit in search(connection, Wanted(**wanted), 50)]


def test_a_reading_is_kept_once_and_comes_back_as_it_was(record: OpenRecord) -> None:
    first = add(record, toll(), "toll.txt")
    assert first == Added(1, new=True)
    assert add(record, toll(), "toll.txt") == Added(1, new=False)
    with record.reads() as connection:
        assert body(connection, 1) == toll()
        assert totals(connection) == Totals(1, 1, 1, 2)
        item, back = held(connection, 1)
    assert (item.title, item.day, item.outlet, item.version) == ("", "2026-03-02", "The Courier", 1)
    assert back == toll()


@pytest.mark.parametrize(
    ("wanted", "refs"),
    [
        ({"words": "toll"}, ["s2", "s1"]),
        ({"words": "toll rise"}, ["s1"]),
        ({"words": "rise toll"}, ["s1"]),
        ({"words": "“toll twice”"}, ["s2"]),
        ({"words": '"twice toll"'}, []),
        ({"words": "ansels"}, ["s1"]),
        ({"words": "ANSEL’S"}, ["s1"]),
        ({"words": "cafe"}, ["s2"]),
        ({"words": "own*"}, ["s2"]),
        ({"words": "own"}, []),
        ({"words": "“"}, []),
        ({"words": "toll AND NOT rise; --"}, []),
        ({"who": ("per moss",)}, ["s2"]),
        ({"words": "toll", "who": ("anna lund",)}, ["s1"]),
        ({"act": "assert"}, ["s2", "s1"]),
        ({"act": "refuse"}, []),
        ({"outlet": "courier"}, ["s2", "s1"]),
        ({"outlet": "cour%r"}, []),
        ({"source_type": "named person"}, ["s2", "s1"]),
        ({"since": "2026-03-02", "until": "2026-03-02"}, ["s2", "s1"]),
        ({"since": "2026-03-03"}, []),
        ({"until": "2026-03-01"}, []),
    ],
)
def test_statements_are_found(
    record: OpenRecord, wanted: dict[str, object], refs: list[str]
) -> None:
    add(record, toll(), "toll.txt")
    assert found(record, **wanted) == refs


def test_what_is_kept_cannot_be_changed(record: OpenRecord) -> None:
    add(record, with_silent(with_both(toll()), "Ines Falk"), "toll.txt")
    correct(record, 1, "s1", "act", "predict", by="Ann")
    for name in ONLY_ADDED:
        if record.sqlite and name in OF_FTS5:
            continue
        column = next(iter(METADATA.tables[name].columns))
        for change in (
            sa.update(METADATA.tables[name]).values({column: column}),
            sa.delete(METADATA.tables[name]),
        ):
            with pytest.raises(BadRecord, match="only added"), record.writes() as connection:
                connection.execute(change)


def test_what_is_kept_of_fingerprints_cannot_be_changed(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as record:
        add(record, toll(), "toll.txt")
        for name in OF_FTS5:
            index = sa.table(name, sa.column("marks"))
            for change in (sa.update(index).values(marks="x"), sa.delete(index)):
                with (
                    pytest.raises(BadRecord, match=r"cannot|does not support"),
                    record.writes() as connection,
                ):
                    connection.execute(change)


def test_corrections_win_and_can_be_undone(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    number = correct(record, 1, "s1", "speaker", "Per Moss", by="Ann", note="it is he")
    assert found(record, who=("per moss",)) == ["s2", "s1"]
    assert found(record, who=("anna lund",)) == []
    wrong = correct(record, 1, "s2", "wrong", "yes", by="Ann")
    assert found(record, words="toll") == ["s1"]
    with record.reads() as connection:
        assert [h.ref for h in search(connection, Wanted(words="toll"), 9, wrong=True)] == [
            "s2",
            "s1",
        ]
    undone = undo(record, number, by="Bo")
    assert found(record, who=("anna lund",)) == ["s1"]
    undo(record, undone, by="Ann")
    assert found(record, who=("per moss",)) == ["s1"]
    correct(record, 1, "s1", "speaker", "Zoe Quill", by="Bo")  # the last that stands
    assert found(record, who=("zoe quill",)) == ["s1"]
    undo(record, wrong, by="Ann")
    with record.reads() as connection:
        assert [(row.by, row.stands) for row in judged(connection)] == [
            ("Ann", True), ("Ann", False), ("Bo", False), ("Ann", True), ("Bo", True), ("Ann", True),
        ]  # fmt: skip
        assert body(connection, 1) == toll()  # what was read stays


def test_corrections_hold_for_another_reading_of_the_article(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    correct(record, 1, "s1", "speaker", "Zoe Quill", by="Ann")
    again = toll()
    newer = type(again)(**{name: getattr(again, name) for name in again.__struct_fields__} | {
        "reader": type(again.reader)("9", None, "digest")
    })  # fmt: skip
    assert add(record, newer, "toll.txt").new
    assert found(record, who=("zoe quill",)) == ["s1"]
    assert found(record, words="toll") == ["s2", "s1"]  # of the last reading of the text alone


@pytest.mark.parametrize(
    ("number", "ref", "field", "value", "wrong"),
    [
        (9, "s1", "act", "refuse", "no statement s1"),
        (1, "s9", "act", "refuse", "no statement s9"),
        (1, "s1", "act", "sing", "no act 'sing'"),
        (1, "s1", "colour", "red", "no colour"),
    ],
)
def test_what_cannot_be_put_right(
    record: OpenRecord, number: int, ref: str, field: str, value: str, wrong: str
) -> None:
    add(record, toll(), "toll.txt")
    with pytest.raises(NotInTheRecord, match=wrong):
        correct(record, number, ref, field, value, by="Ann")


def test_undoing_what_is_not_there(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    number = correct(record, 1, "s1", "act", "predict", by="Ann")
    undo(record, number, by="Ann")
    with pytest.raises(NotInTheRecord, match="undone already"):
        undo(record, number, by="Ann")
    with pytest.raises(NotInTheRecord, match="no judgement 77"):
        undo(record, 77, by="Ann")


def test_actors_are_joined_by_name_and_by_judgement(record: OpenRecord) -> None:
    add(record, toll(), "one.txt")
    add(record, reading("«content 1|“No,”» «source 1|Moss» «cue 1|said».", {1: "Moss"}), "two.txt")
    with record.reads() as connection:
        names = {person.name: person for person in people(connection)}
        assert names["Moss"].perhaps == ("Per Moss",)
        assert [p.name for p in people(connection, "lund")] == ["Anna Lund"]
    joined = same(record, "Per Moss", "Moss", by="Ann")
    with record.reads() as connection:
        assert one_actor(connection, "moss") == {"moss", "per moss"}
        assert {person.names for person in people(connection)} == {
            ("Anna Lund",), ("Moss", "Per Moss"),
        }  # fmt: skip
    undo(record, joined, by="Bo")
    with record.reads() as connection:
        assert one_actor(connection, "moss") == {"moss"}
    with pytest.raises(NotInTheRecord, match="nobody is called Zed"):
        same(record, "Per Moss", "Zed", by="Ann")


def test_somebody_who_says_nothing_can_be_joined_and_is_found_by_name(record: OpenRecord) -> None:
    text = "«content 1|“No,”» «source 1|Anna Lund» «cue 1|said»."
    add(record, with_silent(reading(text, {1: "Anna Lund"}), "Ines Falk"), "one.txt")
    add(
        record,
        reading("«content 1|“Yes,”» «source 1|I. Falk» «cue 1|said».", {1: "I. Falk"}),
        "two.txt",
    )
    with record.reads() as connection:
        assert [p.name for p in people(connection)] == ["Anna Lund", "I. Falk"]
        silent = people(connection, "ines")
        assert [(p.name, p.statements, p.articles, p.named) for p in silent] == [
            ("Ines Falk", 0, 0, 1)
        ]
    joined = same(record, "Ines Falk", "I. Falk", by="Ann")
    with record.reads() as connection:
        assert [p.names for p in people(connection)] == [("Anna Lund",), ("I. Falk", "Ines Falk")]
        assert called(connection)["ines falk"] == "I. Falk"
        assert one_actor(connection, "Ines Falk") == {"i falk", "ines falk"}
    undo(record, joined, by="Ann")
    with record.reads() as connection:
        assert [p.names for p in people(connection)] == [("Anna Lund",), ("I. Falk",)]


def test_whom_a_person_put_in_is_found_by_his_surname_until_it_is_undone(
    record: OpenRecord,
) -> None:
    add(record, toll(), "one.txt")
    made = correct(record, 1, "s1", "speaker", "Ada Moe", by="Ann")
    with record.reads() as connection:
        assert bearers(connection, "Moe") == {"moe", "ada moe"}
    undo(record, made, by="Ann")
    with record.reads() as connection:
        assert bearers(connection, "Moe") == {"moe"}


def test_somebody_who_is_only_named_can_be_joined(record: OpenRecord) -> None:
    text = "«content 1|“No,”» «source 1|Anna Lund» «cue 1|told» Zoë Moe."
    add(record, reading(text, {1: "Anna Lund"}), "one.txt")
    add(
        record,
        reading("«content 1|“Yes,”» «source 1|Z. Moe» «cue 1|said».", {1: "Z. Moe"}),
        "two.txt",
    )
    for other in ("Ann", "Zoë Mo", "“”"):
        with pytest.raises(NotInTheRecord, match="nobody is called"):
            same(record, other, "Z. Moe", by="Ann")
    same(record, "Zoë Moe", "Z. Moe", by="Ann")
    with record.reads() as connection:
        assert [p.names for p in people(connection)] == [("Anna Lund",), ("Z. Moe", "Zoë Moe")]
        assert [p.names for p in people(connection, "zoe")] == [("Zoë Moe",)]


def test_copies_are_counted_once_and_versions_are_known(record: OpenRecord) -> None:
    whole = f"{TOLL}\n\n{FILLER}"
    first = add(record, toll(whole, url="https://a.example/toll"), "a")
    copy = add(
        record,
        toll(f"{whole} So says the Herald.", outlet="The Herald", url="https://b.example/t"),
        "b",
    )
    assert (copy.copy_of, copy.before) == (first.id, None)
    other = add(record, toll(FILLER.replace("quay", "moor").replace("rain", "snow")), "c")
    assert other.copy_of is None
    changed = whole.replace("in May", "in June")
    version = add(record, toll(changed, url="https://a.example/toll"), "a")
    assert (version.before, version.copy_of) == (first.id, first.id)
    with record.reads() as connection:
        counted = totals(connection)
        assert (counted.readings, counted.articles, counted.independent) == (4, 3, 2)
        assert [i.version for i in items(connection, "https://a.example/toll")] == [2, 1]
        hits = search(connection, Wanted(words="toll"), 50)
        assert {hit.cluster for hit in hits} == {first.id}
        assert independent(hits) == 1


def with_both(told: Reading) -> Reading:
    """A reading whose first statement two actors say together."""
    first, *rest = told.attributions
    other = next(one.id for one in told.actors if one.id != first.speaker)
    both = msgspec.structs.replace(first, jointly=(other,))
    return msgspec.structs.replace(told, attributions=(both, *rest))


def test_what_two_say_together_is_found_of_each(record: OpenRecord) -> None:
    add(record, with_both(toll()), "toll.txt")
    assert found(record, who=("per moss",)) == ["s2", "s1"]
    assert found(record, who=("anna lund",)) == ["s1"]
    with record.reads() as connection:
        hits = search(connection, Wanted(words="bridge"), 50)
        assert [(hit.speaker, hit.jointly) for hit in hits] == [("Anna Lund", ("Per Moss",))]
        assert {one.name: one.statements for one in people(connection)} == {
            "Anna Lund": 1,
            "Per Moss": 2,
        }
    with closing(record):
        correct(record, 1, "s1", "speaker", "Ines Falk", by="me")
        assert found(record, who=("per moss",)) == ["s2"]
        assert found(record, who=("ines falk",)) == ["s1"]


def test_the_tables_are_what_the_migrations_make(record: OpenRecord) -> None:
    with record.engine.connect() as connection:
        own = _own if record.sqlite else _not_of_words
        options = {"compare_type": True, "include_object": own}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def _not_of_words(_: object, name: str, *__: object) -> bool:
    """Whether it is none of PostgreSQL's index of words, which is made by hand."""
    return name not in ("ix_statements_words", "lexemes")


def _own(_: object, name: str, *__: object) -> bool:
    """Whether it is one of our tables: indices of words and of fingerprints are SQLite's own affair."""
    return not name.startswith(("statement_words", *OF_FTS5)) and name != "ix_statements_words"


def test_a_record_is_opened_again(address: str) -> None:
    one = open_record(address)
    add(one, toll(), "toll.txt")
    one.close()
    other = open_record(address)
    assert found(other, words="toll rise") == ["s1"]
    other.close()


def test_a_short_quotation_is_found_however_often_it_was_changed(record: OpenRecord) -> None:
    for n, words in enumerate(
        ("We will restart the reactor in April", "We shall restart our reactor in April")
    ):
        text = f"«content 1|“{words},”» «source 1|Karin Ek» «cue 1|said» on day {n} of the week."
        add(record, reading(text, {1: "Karin Ek"}), f"{n}.txt")
    with record.reads() as connection:
        versions = trace(connection, "We will restart the reactor in April").versions
    assert [one.hit.reading for one in versions] == [1, 2]


def test_a_version_whose_sentence_says_more_shows_that_it_does(record: OpenRecord) -> None:
    for n, words in enumerate(
        (
            "We will pay for the repairs, all of them and at once, if the county agrees",
            "We will pay for the repairs",
        )
    ):
        text = f"«content 1|“{words},”» «source 1|Karin Ek» «cue 1|said» on day {n} of the week."
        add(record, reading(text, {1: "Karin Ek"}), f"{n}.txt")
    with record.reads() as connection:
        versions = trace(connection, "will pay for the repairs").versions
    assert [one.in_context for one in versions] == [
        "… will pay for the repairs …",
        "… will pay for the repairs",
    ]


def test_initials_may_be_the_same_person(record: OpenRecord) -> None:
    for n, name in enumerate(("Margarethe Solberg", "M. Solberg", "Jonas Solberg", "Norges Bank")):
        text = f"«source 1|{name}» «cue 1|said» «content 1|that day {n} was cold»."
        add(record, reading(text, {1: name}), f"{n}.txt")
    with record.reads() as connection:
        perhaps = {one.name: one.perhaps for one in people(connection)}
    assert perhaps["M. Solberg"] == ("Margarethe Solberg",)
    assert perhaps["Margarethe Solberg"] == ("M. Solberg",)
    assert perhaps["Jonas Solberg"] == ()
