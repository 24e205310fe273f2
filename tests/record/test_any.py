"""Any reading that there can be is kept, and comes back as it was."""

from hypothesis import HealthCheck, given, settings

from hearsay.reading.reading import Reading
from hearsay.record.added import add, body
from hearsay.record.found import Wanted, search
from hearsay.record.opened import OpenRecord
from tests.marked import reading as marked
from tests.strategies import readings


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_any_reading_comes_back(record: OpenRecord, reading: Reading) -> None:
    made = add(record, reading, "name")
    with record.reads() as connection:
        assert body(connection, made.id) == reading
        every = search(connection, Wanted(), 1_000_000)
        mine = [hit.ref for hit in every if hit.reading == made.id]
    assert mine == [one.id for one in reversed(reading.attributions)]


def test_a_letter_that_postgresql_does_not_hold(record: OpenRecord) -> None:
    made = marked(
        "«content 1|“nul \x00 inside,”» «source 1|Anna Lund» «cue 1|said».", {1: "Anna Lund"}
    )
    number = add(record, made, "odd\x00").id
    with record.reads() as connection:
        assert body(connection, number) == made
        assert [hit.ref for hit in search(connection, Wanted(words="nul"), 5)] == ["s1"]
