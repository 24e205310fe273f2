"""Matrices of competing hypotheses: ranks, what the order hangs on, one root once; and cells that a person sets."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.desk.matrix import (
    Bearing,
    Change,
    Evidence,
    Explanation,
    Matrix,
    diagnosticity,
    first,
    matrices,
    ranked,
    sensitivity,
)
from hearsay.desk.overrides import digest, keep, kept, overridden, put
from hearsay.errors import NoSuchFinding, NotOverrides
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.span import Span
from tests.marked import article, cases

WHEN = "2026-03-03T10:00:00+00:00"
SET = Change(Bearing.INCONSISTENT, "ann", WHEN)


def reading(name: str = "possibilities") -> Reading:
    case = next(case for case in cases("weighing") if case["name"] == name)
    return read(article(case["text"].strip()))


@st.composite
def drawn(draw: st.DrawFn) -> Matrix:
    """Any matrix of up to four explanations and six rows of up to three roots."""
    columns = tuple(
        Explanation(f"H{n}", (Span(n, n + 1),)) for n in range(1, draw(st.integers(2, 4)) + 1)
    )
    roots = draw(st.lists(st.sampled_from([None, "a1", "a2"]), max_size=6))
    rows = tuple(
        Evidence(f"E{n}", Span(10 * n, 10 * n + 5), root, None) for n, root in enumerate(roots, 1)
    )
    marks = {
        (column.id, row.id): draw(st.sampled_from(Bearing)) for column in columns for row in rows
    }
    return Matrix(None, columns, rows, marks, {})


@given(drawn())
def test_the_order_is_by_least_inconsistent(matrix: Matrix) -> None:
    ranks = ranked(matrix)
    assert sorted(one.explanation.id for one in ranks) == [one.id for one in matrix.explanations]
    counts = [one.inconsistent for one in ranks]
    assert counts == sorted(counts)
    for one in ranks:
        assert one.place == 1 + sum(other.inconsistent < one.inconsistent for other in ranks)
        against = {
            row.root or row.id
            for row in matrix.evidence
            if matrix.mark(one.explanation.id, row.id) is Bearing.INCONSISTENT
        }
        assert one.inconsistent == len(against)


@given(drawn(), st.sampled_from(Bearing))
def test_more_that_is_consistent_moves_nothing_forward(matrix: Matrix, mark: Bearing) -> None:
    new = Evidence("E99", Span(990, 995), None, None)
    wider = msgspec.structs.replace(
        matrix,
        evidence=(*matrix.evidence, new),
        given={**matrix.given, ("H1", "E99"): mark},
    )
    places = {one.explanation.id: one.place for one in ranked(matrix)}
    after = {one.explanation.id: one.place for one in ranked(wider)}
    assert after["H1"] >= places["H1"]
    if mark is not Bearing.INCONSISTENT:
        assert after == places


@given(drawn())
def test_dropping_a_row_changes_only_what_it_touches(matrix: Matrix) -> None:
    counts = {one.explanation.id: (one.inconsistent, one.consistent) for one in ranked(matrix)}
    moved = {one.evidence.id: one for one in sensitivity(matrix)}
    for row in matrix.evidence:
        after = ranked(matrix.without(row.id))
        for one in after:
            name = one.explanation.id
            if matrix.mark(name, row.id) is Bearing.NEUTRAL:
                assert (one.inconsistent, one.consistent) == counts[name]
            assert counts[name][0] - one.inconsistent in (0, 1)
        places = {one.explanation.id: one.place for one in ranked(matrix)}
        other = any(places[one.explanation.id] != one.place for one in after)
        assert other == (row.id in moved)
        if other:
            assert moved[row.id].first == first(after)


@given(drawn())
def test_what_goes_back_to_one_root_counts_once(matrix: Matrix) -> None:
    doubled = msgspec.structs.replace(
        matrix,
        evidence=(
            *matrix.evidence,
            *(
                Evidence(f"E{n}", Span(900 + 2 * n, 901 + 2 * n), row.root, None)
                for n, row in enumerate(matrix.evidence, 50)
                if row.root
            ),
        ),
        given={
            **matrix.given,
            **{
                (column.id, f"E{n}"): matrix.mark(column.id, row.id)
                for n, row in enumerate(matrix.evidence, 50)
                if row.root
                for column in matrix.explanations
            },
        },
    )
    assert ranked(doubled) == ranked(matrix)


@given(drawn())
def test_a_row_that_bears_on_all_alike_tells_nothing_apart(matrix: Matrix) -> None:
    for row in matrix.evidence:
        marks = {matrix.mark(one.id, row.id) for one in matrix.explanations}
        assert (diagnosticity(matrix, row.id) == 0) == (len(marks) == 1)
        assert 0 <= diagnosticity(matrix, row.id) <= 1


def test_the_matrix_of_an_article() -> None:
    one = reading()
    (matrix,) = matrices(one)
    told = [
        (row.id, row.span.cut(one.article.text)[:15], matrix.mark("H1", row.id), matrix.mark("H2", row.id))
        for row in matrix.evidence
    ]  # fmt: skip
    assert told[:2] == [
        ("E1", "She had coughed", Bearing.CONSISTENT, Bearing.NEUTRAL),
        ("E2", "But she dined a", Bearing.INCONSISTENT, Bearing.NEUTRAL),
    ]
    assert [one.explanation.id for one in ranked(matrix)] == ["H2", "H1"]
    assert [(one.evidence.id, one.first) for one in sensitivity(matrix)] == [("E2", ("H1", "H2"))]


def test_a_reading_without_explanations_has_no_matrix() -> None:
    assert matrices(reading("one alone")) == ()


def test_what_a_person_sets_wins_and_is_undone(tmp_path: Path) -> None:
    one, path = reading(), tmp_path / "deep" / "overrides.json"
    found = matrices(one)
    assert kept(path) == ()
    keep(path, put(one, found, (), ("H2", "E1"), SET))
    (after,) = overridden(found, kept(path), digest(one))
    assert after.mark("H2", "E1") is Bearing.INCONSISTENT
    assert after.changed == {("H2", "E1"): SET}
    assert [rank.inconsistent for rank in ranked(after)] == [1, 1]
    again = put(one, found, kept(path), ("H2", "E1"), Change(Bearing.CONSISTENT, "bob", WHEN))
    assert [(each.mark, each.who) for each in again] == [(Bearing.CONSISTENT, "bob")]
    undone = put(one, found, again, ("H2", "E1"), None)
    assert overridden(found, undone, digest(one)) == found


def test_what_is_set_is_found_by_its_words_in_another_reading() -> None:
    one = reading()
    found = matrices(one)
    held = put(one, found, (), ("H1", "E2"), Change(Bearing.NEUTRAL, "ann", WHEN))
    weighed = one.hypotheses[0]
    other = msgspec.structs.replace(
        one,
        hypotheses=(
            msgspec.structs.replace(
                weighed,
                candidates=(
                    weighed.candidates[1],
                    msgspec.structs.replace(
                        weighed.candidates[0],
                        against=tuple(
                            Span(s.start + 4, s.end) for s in weighed.candidates[0].against
                        ),
                    ),
                ),
            ),
        ),
    )
    (after,) = overridden(matrices(other), held, digest(other))
    (cell,) = after.changed
    assert cell[0] == "H2"
    assert after.mark(*cell) is Bearing.NEUTRAL
    assert overridden(matrices(other), held, "another article")[0].changed == {}


@pytest.mark.parametrize("cell", [("H9", "E1"), ("H1", "E99"), ("E1", "H1")])
def test_a_cell_that_is_not_there_is_an_error(cell: tuple[str, str]) -> None:
    one = reading()
    with pytest.raises(NoSuchFinding, match=" ".join(cell)):
        put(one, matrices(one), (), cell, SET)


def test_what_was_not_set_is_not_undone() -> None:
    one = reading()
    with pytest.raises(NoSuchFinding, match="has not been set"):
        put(one, matrices(one), (), ("H1", "E1"), None)


@pytest.mark.parametrize(
    "held", ["nothing", "[]", '{"schema": 2, "overrides": []}', '{"schema": 1, "overrides": [{"who": "ann"}]}']
)  # fmt: skip
def test_a_file_that_holds_none_is_an_error_and_stays(tmp_path: Path, held: str) -> None:
    path = tmp_path / "overrides.json"
    path.write_text(held, "utf-8")
    with pytest.raises(NotOverrides):
        kept(path)
    assert path.read_text("utf-8") == held
