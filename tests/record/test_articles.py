"""Which readings are of one article, and which statements depend on one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.record.articles import independent, together
from hearsay.record.found import Hit

ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


@given(ROWS)
def test_rows_that_have_a_value_in_common_are_together(rows: list[tuple[int, int]]) -> None:
    groups = together(rows)
    assert len(groups) == len(rows)
    held: list[set[int]] = []  # the values of each group, joined the slow way
    for row in rows:
        met = [values for values in held if values & {*row}]
        held = [values for values in held if values not in met] + [{*row}.union(*met)]
    for n, one in enumerate(rows):
        for m, other in enumerate(rows):
            joined = any({*one, *other} <= values for values in held)
            assert (groups[n] == groups[m]) is joined


def hit(cluster: int, root: str = "") -> Hit:
    return Hit(
        statement=1, reading=cluster, ref="s1", speaker="", chain="", root=root, mode="direct",
        act="assert", words="", title="", outlet="", day="", address="", cluster=cluster,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hits", "many"),
    [
        ([], 0),
        ([hit(1), hit(2)], 2),
        ([hit(1), hit(1)], 1),
        ([hit(1, "reuters"), hit(2, "reuters")], 1),
        ([hit(1, "reuters"), hit(2, "tass")], 2),
        ([hit(1, "reuters"), hit(1), hit(2)], 2),
        ([hit(1, "reuters"), hit(1, "tass"), hit(2, "tass"), hit(3, "reuters")], 1),
    ],
)
def test_independent(hits: list[Hit], many: int) -> None:
    assert independent(hits) == many
