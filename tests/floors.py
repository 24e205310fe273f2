"""Floors: what a measured figure must not fall below."""

from collections.abc import Mapping

GIVE = 0.01
"""The share of a floor that is given away: on another family of processors the network's sums are rounded otherwise, and of 99
sentences that were carried over one fell.
"""


def below(
    found: Mapping[str, float], floors: Mapping[str, float]
) -> dict[str, tuple[float, float]]:
    """The figures under their floors, by name, each with its floor.

    Args:
        found: figures by their names.
        floors: likewise; those alone are asked for.
    """
    return {
        name: (found[name], floor)
        for name, floor in floors.items()
        if found[name] < floor * (1 - GIVE)
    }
