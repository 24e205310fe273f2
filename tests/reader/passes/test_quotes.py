"""Quotations with their sources: what every rule takes, and what it must leave."""

from typing import Any

import pytest

from hearsay.reader.read import read
from tests.marked import article, cases, written

CASES = cases("quotes")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_quotation_is_read_as_a_careful_reader_reads_it(case: dict[str, Any]) -> None:
    found = read(article(case["text"]))
    assert written(found) == case["text"].strip(), case["why"]
    rules = [one.ground.by.removeprefix("rule:") for one in found.attributions]
    assert rules == case.get("rules", rules), case["why"]
