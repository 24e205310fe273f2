"""How far a commitment is trusted: what is added up, its laws, from which marks the shipped weights were learned, and how the report tells it."""

import csv
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.faces.export.report import report
from hearsay.model.card import digest
from hearsay.model.model import open_model
from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.trust import BY_RULE, LEAST, MOST, Trust, figures, trust
from hearsay.reader.learned import seen_in
from hearsay.reader.read import read
from hearsay.reading.commitment import Force
from hearsay.text.span import Span
from tests.marked import article

MARKS = Path(__file__).parents[2] / "gold" / "acts" / "bound.csv"
TEXT = "Lund has vowed to pay."
VOWED, PAY = TEXT.index("vowed"), TEXT.index("pay")

APART = 72.0
"""What the shipped weights reach in real news, with articles left out, less what chance moves it by."""


def bond(rule: str = "force_of_cue") -> Bond:
    return Bond(Force.PROMISE, 4, (Span(VOWED, VOWED + 5),), rule)


def weighed(cue: float, action: float, **kinds: float) -> Trust:
    return Trust("", 0.0, 0.0, kinds, (cue, 0.0), (0.0, action))


def test_the_layer_is_seen_over_the_words_that_bind_and_at_the_action() -> None:
    seen = seen_in(open_model(), TEXT, [Span(0, len(TEXT))])
    tree = seen.tree(TEXT)
    upper = np.arange(2 * len(tree.words), dtype=np.float32).reshape(-1, 2)
    both = msgspec.structs.replace(bond(), because=(Span(5, 8), Span(VOWED, VOWED + 5)))
    assert figures(bond(), tree, upper).tolist() == [4.0, 5.0, 8.0, 9.0]
    assert figures(both, tree, upper).tolist() == [3.0, 4.0, 8.0, 9.0]
    assert weighed(0.25, 0.0).of(bond(), tree, upper) == 0.73
    assert weighed(0.0, 0.0, force_of_cue=-1.0, promise=-0.5).of(bond(), tree, upper) == 0.18


@pytest.mark.parametrize("rule", BY_RULE)
def test_without_a_network_it_is_how_often_the_rule_is_right(rule: str) -> None:
    tree = seen_in(open_model(), TEXT, [Span(0, len(TEXT))]).tree(TEXT)
    assert trust().of(bond(rule), tree, None) == BY_RULE[rule]


@given(st.floats(-50, 50), st.floats(0, 50))
def test_what_speaks_for_it_never_makes_it_less_likely(bias: float, more: float) -> None:
    made = np.array([1.0, 0.0, 0.0, 0.0])
    less, also = (
        msgspec.structs.replace(weighed(0.0, 0.0), bias=told).likely((), made)
        for told in (bias, bias + more)
    )
    assert 0 <= less <= also <= 1
    assert 0 < LEAST < MOST < 1


def test_the_shipped_weights_were_learned_from_the_marks_that_stand_here() -> None:
    assert trust().digest == digest(MARKS)
    assert trust().told_apart >= APART
    with MARKS.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(line for line in file if not line.startswith("#"))]
    assert {row["right"] for row in rows} == {"yes", "no"}
    assert {row["force"] for row in rows} <= {force.value for force in Force}


@pytest.mark.parametrize(("sure", "told"), [(0.59, True), (0.6, False)])
def test_what_is_trusted_little_is_told_as_unsure(sure: float, told: bool) -> None:  # noqa: FBT001
    found = read(article("The harbour board has promised to repair the bridge."), (), open_model())
    assert found.commitments
    held = tuple(msgspec.structs.replace(one, confidence=sure) for one in found.commitments)
    altered = msgspec.structs.replace(found, commitments=held)
    bound = report(altered, "x").split("WHAT BINDS WHOM")[1]
    assert ("unsure" in bound) == told
    assert ("WHAT BINDS WHOM" in report(altered, "x", brief=True)) != told
