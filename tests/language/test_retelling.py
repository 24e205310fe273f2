"""Retelling: words that tell again what was said before, and those that look like them."""

import pytest

from hearsay.language.retelling import retells


@pytest.mark.parametrize(
    ("around", "wanted"),
    [
        ("has long refused", True),
        ("had refused", True),
        ("once promised", True),
        ("said earlier", True),
        ("has repeatedly said", True),
        ("repeatedly refused", False),
        ("has refused", False),
        ("once again refused", False),
        ("had to promise", False),
        ("said", False),
        ("", False),
    ],
)
def test_what_tells_again(around: str, *, wanted: bool) -> None:
    assert retells(around) is wanted
