"""What the second round sees of the first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.page.layers import Boxes
from hearsay.page.page import Form
from hearsay.page.place import Sight
from hearsay.page.weights import around, chances, seen_around, table_of, together, weigh
from hearsay.text.article import Role

ROLES = tuple(Role)
PARAGRAPH = ROLES.index(Role.PARAGRAPH)


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.integers(0, 2)), min_size=1, max_size=12))
def test_around_a_block_stands_what_the_first_round_makes_of_its_neighbours(
    page: list[tuple[Role, int]],
) -> None:
    first = np.eye(len(ROLES))[[ROLES.index(role) for role, _ in page]]
    seen = around(first, Boxes([box for _, box in page]), PARAGRAPH)
    name = {told: n for n, told in enumerate(seen_around(ROLES))}
    for n, (role, box) in enumerate(page):
        assert seen[n, name[f"first {role}"]] == 1
        after = f"first +1 {page[n + 1][0] if n + 1 < len(page) else 'edge'}"
        assert seen[n, name[after]] == 1
        beside = [other for at, (other, held) in enumerate(page) if held == box and at != n]
        for other in set(beside):
            share = beside.count(other) / len(beside)
            assert seen[n, name[f"container {other}"]] == pytest.approx(share)


def test_chances_add_up_to_one() -> None:
    found = chances(np.array([[0.0, 900.0], [1.0, 1.0]]))
    assert found.sum(1) == pytest.approx([1, 1])
    assert found[1] == pytest.approx([0.5, 0.5])


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=3, max_size=3), min_size=1, max_size=9))
def test_running_text_is_likelier_beside_running_text(page: list[list[float]]) -> None:
    found = np.array(page) / np.array(page).sum(1, keepdims=True)
    told = together(found, [0, 2])
    assert told.sum(1) == pytest.approx(np.ones(len(page)))
    assert told[:, 0] * found[:, 2] == pytest.approx(told[:, 2] * found[:, 0])
    likelier = np.vstack((found, [[0.9, 0.05, 0.05]]))
    rarer = np.vstack((found, [[0.1, 0.85, 0.05]]))
    more, less = together(likelier, [0, 2])[-2], together(rarer, [0, 2])[-2]
    assert more[1] < less[1]


def test_a_block_alone_is_as_likely_as_it_was() -> None:
    found = np.array([[0.25, 0.5, 0.25]])
    assert together(found, [0, 2]) == pytest.approx(found)


def test_no_block_is_no_trouble_and_reasons_speak_for_the_role() -> None:
    table = table_of(Form.HTML)
    assert table is not None
    assert weigh((), table) == ()
    (one,) = weigh((Sight("© 2026 The Quay. All rights reserved.", Role.OTHER),), table)
    assert one.role is Role.OTHER
    assert one.because
    column = len(ROLES) + table.learned.roles.index(Role.OTHER)
    known_rows = [table.learned.rows[name] for name in one.because if name in table.learned.rows]
    assert all(row[column] > 0 for row in known_rows)
