"""Products of matrices are made in parts that one thread makes."""

import numpy as np
import pytest

from hearsay import products


@pytest.mark.parametrize("many", [1, 2, 3, 7])
def test_a_product_in_parts_is_the_product(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "SMALL", 12)  # two rows of six at a time
    rows = np.arange(2.0 * many).reshape(many, 2)
    by = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0]])
    assert products.product(rows, by).tolist() == (rows @ by).tolist()


def test_a_row_that_is_too_large_by_itself_is_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "SMALL", 1)
    rows = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert products.product(rows, np.eye(2)).tolist() == rows.tolist()
