"""Scores held against a reference: the definitions, reckoned in exact fractions and to fifty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import inf, isclose

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from hearsay.ledger.scores import Call, bins, brier, log_score, murphy, wilson

NEAR = 1e-9

chances = st.floats(0, 1) | st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.7, 0.95, 1.0])
calls = st.lists(st.builds(Call, chances, st.booleans()), min_size=1, max_size=60)


def exact_brier(those: list[Call]) -> Fraction:
    total = sum(((Fraction(one.chance) - int(one.came)) ** 2 for one in those), Fraction(0))
    return total / len(those)


def exact_parts(those: list[Call]) -> tuple[Fraction, Fraction, Fraction]:
    """Murphy 1973, equation by equation, over the set of chances that were given."""
    many = len(those)
    base = Fraction(sum(one.came for one in those), many)
    reliability = resolution = Fraction(0)
    for chance in {one.chance for one in those}:
        came = [one.came for one in those if one.chance == chance]
        share = Fraction(sum(came), len(came))
        reliability += len(came) * (Fraction(chance) - share) ** 2
        resolution += len(came) * (share - base) ** 2
    return reliability / many, resolution / many, base * (1 - base)


@given(calls)
def test_the_brier_score_is_that_of_exact_arithmetic(those: list[Call]) -> None:
    assert abs(brier(those) - exact_brier(those)) < NEAR


@given(calls)
def test_the_parts_are_those_of_exact_arithmetic_and_add_up(those: list[Call]) -> None:
    parts = murphy(those)
    reliability, resolution, uncertainty = exact_parts(those)
    assert abs(parts.reliability - reliability) < NEAR
    assert abs(parts.resolution - resolution) < NEAR
    assert abs(parts.uncertainty - uncertainty) < NEAR
    assert reliability - resolution + uncertainty == exact_brier(those)
    assert abs(parts.reliability - parts.resolution + parts.uncertainty - brier(those)) < NEAR


@given(calls)
@example([Call(5e-324, came=True)])
def test_the_logarithmic_score_is_that_of_fifty_digits(those: list[Call]) -> None:
    given_to = [one.chance if one.came else 1 - one.chance for one in those]
    assume(all(given_to))
    with localcontext() as here:
        here.prec = 50
        wanted = -sum((Decimal(one).ln() for one in given_to), Decimal(0)) / len(given_to)
    assert isclose(log_score(those), float(wanted), rel_tol=NEAR, abs_tol=NEAR)


def test_who_was_sure_and_wrong_scores_without_bounds() -> None:
    assert log_score([Call(0.0, came=True), Call(0.5, came=True)]) == inf
    assert log_score([Call(1.0, came=False)]) == inf
    assert log_score([Call(1.0, came=True), Call(0.0, came=False)]) == 0


def test_known_scores() -> None:
    """The example of Brier (1950), table 2: rain on ten occasions, for the one class of two."""
    given_ = (0.7, 0.9, 0.8, 0.4, 0.2, 0.0, 0.0, 0.0, 0.0, 0.1)
    came = (False, True, True, True, False, False, False, False, False, False)
    those = [Call(chance, one) for chance, one in zip(given_, came, strict=True)]
    assert isclose(2 * brier(those), 0.19, abs_tol=NEAR)  # he sums over both classes


def test_nothing_has_no_score() -> None:
    for score in (brier, log_score, murphy):
        with pytest.raises(ValueError, match="nothing"):
            score([])


@given(st.integers(1, 400).flatmap(lambda many: st.tuples(st.integers(0, many), st.just(many))))
def test_the_interval_is_where_the_score_test_would_just_not_refuse(pair: tuple[int, int]) -> None:
    """Wilson's ends are the shares p with (share - p)² = z² p (1 - p) / many."""
    came, many = pair
    least, most = wilson(came, many)
    share = came / many
    assert (
        0 <= least <= share <= most <= 1
        or isclose(least, share, abs_tol=NEAR)
        or isclose(most, share, abs_tol=NEAR)
    )
    z = 1.959963984540054
    for end in (least, most):
        assert isclose((share - end) ** 2, z * z * end * (1 - end) / many, abs_tol=1e-9)


@given(calls)
def test_every_chance_is_in_one_bin(those: list[Call]) -> None:
    found = bins(those)
    assert sum(one.many for one in found) == len(those)
    assert sum(one.came for one in found) == sum(one.came for one in those)
    for one in found:
        assert one.low - NEAR <= one.chance <= one.high + NEAR
        assert one.share == one.came / one.many
