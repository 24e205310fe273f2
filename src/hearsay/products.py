"""Products: products of matrices, made by one thread.

For a large one the library under numpy wakes a second thread, which then waits for the next by turning in a circle: on small
matrices that costs more than it saves, and the time is taken from whatever is read beside.
"""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

SMALL = 2**18
"""Multiplications up to which a product is made by one thread."""

N = TypeVar("N", bound=np.floating[Any])


def product(rows: NDArray[N], by: NDArray[N]) -> NDArray[N]:
    """The product of two matrices, some rows at a time."""
    step = max(1, SMALL // by.size)
    if len(rows) <= step:
        return np.asarray(rows @ by)
    return np.concatenate([rows[at : at + step] @ by for at in range(0, len(rows), step)])
