"""Empty: that something was written, or would be a lie if it were said, is no statement."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import cut
from tests.marked import article


def _told(text: str) -> list[tuple[str, str]]:
    reading = read(article(text), model=open_model())
    return [(cut(one.cue, text), cut(one.content, text)) for one in reading.attributions]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (
            "“But I would be lying if I said the next six weeks did not worry me,” Lund said.",
            ["said"],
        ),
        (
            "The memo, dated 2 August, was written by the engineer, Tom Lund. It warns that the dam will fail.",
            ["warns"],
        ),
        (
            "The jury was shown an email in which the insurer, Moss Mutual, asked whether it could wait.",
            ["asked"],
        ),
        (
            "“He knew, he was told in writing, and he did nothing,” said the prosecutor, Ida Moe.",
            ["said"],
        ),
        (
            "Lund said the board had agreed to publish the figures whatever they showed.",
            ["said", "had agreed"],
        ),
    ],
)
def test_what_says_nothing_is_no_statement(text: str, cues: list[str]) -> None:
    assert [cue for cue, _ in _told(text)] == cues


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Tom Lund wrote in the memo that the dam will fail.",
            ("wrote in the memo", "that the dam will fail"),
        ),
        ("He was praised by Ida Moe.", ("was praised", "He")),
        ("“I would go if he said that it was safe,” Lund said.", ("said", "that it was safe")),
    ],
)
def test_what_says_something_is_kept(text: str, kept: tuple[str, str]) -> None:
    assert kept in _told(text)
