"""Parts of a reading: what is left keeps every law, and hangs on what is kept alone."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.laws import breaches
from hearsay.reading.part import part, without
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on
from tests.strategies import readings

chosen = st.sets(st.sampled_from(["s1", "s2", "s3"]))


@given(readings(), chosen)
def test_a_part_is_a_reading(whole: Reading, kept: set[str]) -> None:
    made = part(whole, kept)
    assert [*breaches(made)] == []
    assert {one.id for one in made.attributions} == kept & {one.id for one in whole.attributions}
    assert {one.attribution for one in made.commitments} <= kept
    assert {one.attribution for one in made.forecasts} <= kept
    assert (made.article, made.reader) == (whole.article, whole.reader)


@given(readings(), chosen)
def test_without_some_all_else_stays(whole: Reading, left_out: set[str]) -> None:
    made = without(whole, left_out)
    assert [*breaches(made)] == []
    assert {one.id for one in made.attributions} & left_out == set()
    assert len(made.quotations) == len(whole.quotations)
    assert made.actors == whole.actors
    assert without(whole, set()) == whole


def test_a_part_has_those_who_are_named_in_it_and_those_they_speak_for() -> None:
    made = part(handed_on(), {"s1"})
    assert [actor.id for actor in made.actors] == ["a1", "a2", "a3"]
    assert made.quotations == ()


def test_what_stood_within_a_statement_stands_alone_without_it() -> None:
    (inner,) = part(handed_on(), {"s5"}).attributions
    assert inner.within is None
    kept = without(handed_on(), {"s4"}).attributions
    assert next(one for one in kept if one.id == "s5").within is None
