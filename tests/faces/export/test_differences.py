"""Differences in words: every line is one that a reader of news understands, and brackets have both their ends."""

import pytest

from hearsay.faces.export.differences import altered, changes
from hearsay.fidelity.check import check
from hearsay.fidelity.found import Places
from hearsay.fidelity.tokens import tokens
from hearsay.text.span import Span, page_of

SOURCE = """I think the old quay is safe for walkers. We may have to close it in May, by order. It was a damn long winter for us.
Nobody was hurt in it. We met two yards, one in Vigo, and we thank them all."""


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("the old quay is safe for walkers", ["HEDGE CHANGED: “I think” left out"]),
        ("I think the … quay is safe for walkers", ["elided, with an ellipsis: “old”"]),
        ("I think the old stone quay is safe for walkers", ["inserted, with no mark: “stone”"]),
        ("We must have to close it in May", ["MODAL CHANGED: “may” → “must”"]),
        ("We may not have to close it in May", ["NEGATION CHANGED: “not” put in"]),
        ("We may [possibly] have to close it in May", ["inserted, in brackets: “[possibly]”"]),
        ("We met two yards [in Spain], and we thank them all", ["substituted, and marked: “one in Vigo” → “[in Spain]”"]),
        ("It was a d*** long winter for us", ["substituted, and marked: “damn” → “d***”"]),
        (
            "We may have to close it in May, by order. Nobody was hurt in it.",
            ["SPLICED: “order. Nobody”, between which stood “It was a damn long winter for us”"],
        ),
    ],
)  # fmt: skip
def test_a_difference_in_a_line(words: str, lines: list[str]) -> None:
    found = check(tokens(words), Places(tokens(SOURCE)))
    assert [*altered(found.differences, SOURCE, words)] == lines
    assert changes(found.differences) == lines[0].split(":", 1)[0]


def test_a_page_is_told_where_there_are_pages() -> None:
    assert page_of("one\n\ftwo\n\f", Span(5, 8)) == 2
    assert page_of("one\ntwo\n", Span(4, 7)) is None
