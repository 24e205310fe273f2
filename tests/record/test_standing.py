"""Readings of a record as they stand: what people put right is in its place, what they called wrong is gone."""

import msgspec

from hearsay.errors import Error, NotInTheRecord
from hearsay.reading.commitment import Commitment, Force
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.record.added import add
from hearsay.record.found import Wanted
from hearsay.record.judged import correct, undo
from hearsay.record.opened import OpenRecord
from hearsay.record.standing import by_numbers, standing
from hearsay.text.span import Span
from tests.record.test_record import TOLL, toll


def stands(
    record: OpenRecord, wanted: Wanted | None = None, *, wrong: bool = False
) -> list[Reading]:
    with record.reads() as connection:
        found = [one for _, one in standing(connection, wanted, wrong=wrong)]
    return [one for one in found if not isinstance(one, Error)]


def test_what_nobody_judged_stands_as_it_was_read(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    with record.reads() as connection:
        assert [*standing(connection)] == [("toll.txt", toll())]


def test_what_was_put_right_is_in_its_place(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    correct(record, 1, "s1", "speaker", "Per Moss", by="me")
    correct(record, 1, "s1", "act", "promise", by="me")
    judgement = correct(record, 1, "s2", "speaker", "Ida Holm", by="me")
    (whole,) = stands(record)
    one, other = whole.attributions
    assert (one.speaker, one.chain, one.act.value) == ("a2", ("a2",), "promise")
    assert whole.actors[-1].name == "Ida Holm"
    assert other.speaker == whole.actors[-1].id == "a3"
    undo(record, judgement, by="me")
    (whole,) = stands(record)
    assert whole.attributions[1].speaker == "a2"


def test_what_is_wrong_is_left_out(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    correct(record, 1, "s1", "wrong", "yes", by="me")
    assert [one.id for one in stands(record)[0].attributions] == ["s2"]
    assert [one.id for one in stands(record, wrong=True)[0].attributions] == ["s1", "s2"]


def test_filters_leave_the_statements_that_are_wanted(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    add(record, toll(day="2026-04-02", outlet="The Post"), "again.txt")
    whole = stands(record, Wanted(outlet="post"))
    assert [len(one.attributions) for one in whole] == [2]
    found = stands(record, Wanted(who=("per moss",)))
    assert [[said.id for said in one.attributions] for one in found] == [["s2"], ["s2"]]
    assert [actor.name for actor in found[0].actors] == ["Per Moss"]
    assert stands(record, Wanted(since="2026-05-01")) == []
    assert len(stands(record, Wanted(words="owners", until="2026-03-31"))) == 1
    assert stands(record, Wanted(words="nothing of the kind")) == []


def test_of_a_text_at_an_address_the_last_reading_stands(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    later = msgspec.structs.replace(toll(), remarks=("read again",))
    add(record, later, "toll.txt")
    assert [one.remarks for one in stands(record)] == [("read again",)]


def test_readings_are_had_by_their_numbers(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    with record.reads() as connection:
        found = dict(by_numbers(connection, [1, 7]))
    assert found["toll.txt"] == toll()
    assert isinstance(found["7"], NotInTheRecord)


def test_versions_of_one_address_have_names_of_their_own(record: OpenRecord) -> None:
    add(record, toll(), "toll.txt")
    add(record, toll(TOLL.replace("May", "June")), "toll.txt")
    add(record, toll(day="2026-04-02"), "other.txt")
    with record.reads() as connection:
        named = [name for name, _ in standing(connection)]
        some = [name for name, _ in by_numbers(connection, [2, 3])]
    assert named == ["toll.txt (reading 1)", "toll.txt (reading 2)", "other.txt"]
    assert some == ["toll.txt", "other.txt"]


def test_what_binds_goes_with_the_speaker_who_was_put_in(record: OpenRecord) -> None:
    bound = Commitment(
        "c1", "a2", Force.REFUSE, (Span(1, 2),), 0.9, Ground("rule:x", (Span(1, 2),), "x"), "s2"
    )
    whole = msgspec.structs.replace(toll(), commitments=(bound,))
    add(record, whole, "toll.txt")
    correct(record, 1, "s2", "speaker", "Ida Holm", by="me")
    (stood,) = stands(record)
    assert stood.commitments[0].by == stood.actors[-1].id
    assert stood.actors[-1].name == "Ida Holm"
