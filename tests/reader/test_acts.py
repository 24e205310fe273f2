"""What a statement does, how surely, and how it is passed on: every case of a table, read with the shipped model."""

from typing import Any

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article, cases

CASES = cases("acts")
ASKED = ("type", "act", "polarity", "certainty", "passed_on")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_acts(case: dict[str, Any]) -> None:
    text = case["name"]
    found = read(article(text), model=open_model())
    cue = [one for one in found.attributions if any(case["cue"] in c.cut(text) for c in one.cue)]
    assert cue, [(c.cut(text), one.act) for one in found.attributions for c in one.cue]
    told = {key: str(getattr(cue[0], key)) for key in ASKED if key in case}
    assert told == {key: case[key] for key in ASKED if key in case}, cue[0].act_ground
    assert cue[0].act_ground is not None
    assert cue[0].act_ground.because
