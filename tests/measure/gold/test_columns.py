"""Annotated columns are brought to their places, and what cannot be is refused with its name."""

from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.columns import columns

TEXT = """Why the ferry is late

By Ann Lee

The ferry is late again. Is it the engine, or is it the board? The engine was new in May. Nobody has seen the board.

By Easter, I think, the board will be gone.
"""

FILE = """
published = "2026-03-02"
genre = "opinion"

[headline]
strength = "asserted"
support = "supported"
evidence = ["The ferry is late again"]

[[own_voice]]
words = "Is it the engine, or is it the board?"
kind = "question"

[[hypotheses]]
question = "Is it the engine, or is it the board?"

[[hypotheses.candidates]]
claim = "the engine"
against = ["The engine was new in May."]

[[hypotheses.candidates]]
claim = "the board"
for = ["Nobody has seen the board."]

[[forecast]]
by = "author"
content = "the board will be gone"
horizon = "By Easter"
end = "2026-04-05"
"""


def folder(at: Path, told: str) -> Path:
    half = at / "dev"
    half.mkdir()
    (at / "text").mkdir()
    (half / "late.toml").write_text(told, "utf-8")
    (at / "text" / "late.txt").write_text(TEXT, "utf-8")
    return half


def test_quotes_are_found(tmp_path: Path) -> None:
    (one,) = columns(folder(tmp_path, FILE))
    (asked,) = one.hypotheses
    engine, board = asked.candidates
    assert [span.cut(TEXT) for span in engine.against[0]] == ["The engine was new in May."]
    assert [span.cut(TEXT) for span in board.supports[0]] == ["Nobody has seen the board."]
    assert [span.cut(TEXT) for span in one.forecasts[0].horizon] == ["By Easter"]
    assert one.headline.evidence[0][0].cut(TEXT) == "The ferry is late again"


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('genre = "opinion"', 'genre = "poem"', "poem"),
        ('kind = "question"', 'kind = "sigh"', "sigh"),
        ('claim = "the engine"', 'claim = "the rudder"', "no “the rudder”"),
        ("[[forecast]]", "[[foresight]]", "foresight"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, wrong: str) -> None:
    with pytest.raises(BadGold) as raised:
        list(columns(folder(tmp_path, FILE.replace(old, new, 1))))
    assert wrong in str(raised.value)
    assert "late.toml" in str(raised.value)


def test_an_article_must_be_there(tmp_path: Path) -> None:
    half = folder(tmp_path, FILE)
    (tmp_path / "text" / "late.txt").unlink()
    with pytest.raises(BadGold, match="no article late"):
        list(columns(half))
