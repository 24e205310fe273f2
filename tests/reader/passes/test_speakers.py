"""Who the sources are: every case of a table, each naming under one actor."""

from typing import Any

import pytest

from hearsay.reader.read import read
from tests.marked import article, cases

CASES = cases("speakers")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_namings_of_one_source_come_together(case: dict[str, Any]) -> None:
    found = read(article(case["text"]))
    names = {actor.id: actor.name for actor in found.actors}
    said = [names.get(one.speaker or "", "") for one in found.attributions]
    assert said == case["speakers"], case["why"]
    actors = [f"{a.name}: {a.kind.value}, {a.source_type.value}" for a in found.actors]
    assert actors == case["actors"], case["why"]
