"""The layers hold a block beside those around it: its neighbours, those near, its box, its page."""

import numpy as np

from hearsay.page.layers import PARTS, Boxes, beside, figures, packed


def test_a_block_is_held_beside_its_neighbours_its_box_and_its_page() -> None:
    own = np.array([[1.0], [2.0], [4.0]], np.float32)
    found = beside(own, Boxes([7, None, 7]))
    assert found.shape == (3, PARTS)
    assert found[0].tolist() == [1, 0, 2, 0, 4, 6 / 8, 2.5, np.float32(7 / 3)]
    assert found[1].tolist() == [2, 1, 4, 0, 0, 5 / 8, 2.0, np.float32(7 / 3)]


def test_figures_come_back_from_their_bytes() -> None:
    given = np.array([[0.5, -2.0], [0.25, 3.0]])
    assert figures(packed(given), 2).tolist() == given.tolist()
