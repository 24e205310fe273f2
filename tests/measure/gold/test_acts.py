"""Annotated acts are brought to their places in the article, and what cannot be is refused with its name."""

from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.acts import acted

TEXT = """Lund may sell the ferry

Anna Lund said on Monday: “We will sell the ferry if the board agrees.”

“We will see,” said Per Moss, who had asked her to keep the ferry.
"""

FILE = """
[[said]]
id = "E1"
source = "Anna Lund"
cue = "said"
content = "“We will sell the ferry … if the board agrees.”"
type = "comm"
act = "promise"
polarity = "pos"
certainty = "unspecified"
passed_on = "plain"

[[said]]
id = "E2"
source = "Per Moss"
cue = "said"
content = "“We will see,”"
type = "comm"
act = "reserve"
polarity = "pos"
certainty = "unspecified"
passed_on = "plain"

[[commitment]]
said = "E1"
by = "Anna Lund"
force = "promise"
matter = "sell the ferry"
condition = "if the board agrees"

[[commitment]]
by = "Per Moss"
to = "Anna Lund"
force = "request"
matter = "to keep the ferry"

[[qualifier]]
words = "may"
kind = "modal"
"""


def folder(at: Path, told: str, text: str | None = TEXT) -> Path:
    half = at / "acts" / "dev"
    half.mkdir(parents=True)
    (half / "ferry.toml").write_text(told, "utf-8")
    if text is not None:
        (at / "acts" / "text").mkdir()
        (at / "acts" / "text" / "ferry.txt").write_text(text, "utf-8")
    return half


def test_quotes_are_found_near_what_they_belong_to(tmp_path: Path) -> None:
    (one,) = acted(folder(tmp_path, FILE))
    cut = [[span.cut(one.text) for span in marked.content] for _, marked in one.said]
    assert cut == [["“We will sell the ferry", "if the board agrees.”"], ["“We will see,”"]]
    first, second = one.said[0][1].cue[0], one.said[1][1].cue[0]
    assert first.end < second.start  # each "said" its own
    sold, kept = one.bound
    assert one.said[0][1].content[0].holds(sold.matter[0])  # not the one of the headline
    assert sold.terms["condition"][0].cut(one.text) == "if the board agrees"
    assert kept.matter[0].start > second.end
    assert [(left.kind.value, span.start) for left, span in one.open] == [
        ("modal", TEXT.index("may"))
    ]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('act = "promise"', 'act = "oath"', "oath"),
        ('matter = "sell the ferry"', 'matter = "sell the tug"', "no “sell the tug”"),
        ('said = "E1"', 'said = "E9"', "no attribution E9"),
        ('force = "request"', 'force = "request"\nwhen = "now"', "when"),
        ("[[said]]", "[[said", "see gold/acts/GUIDELINES.md"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, wrong: str) -> None:
    with pytest.raises(BadGold) as raised:
        list(acted(folder(tmp_path, FILE.replace(old, new, 1))))
    told = str(raised.value)
    assert wrong in told
    assert "ferry.toml" in told


def test_an_article_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="no annotated article"):
        list(acted(folder(tmp_path, FILE, text=None)))
    with pytest.raises(BadGold, match="no annotated article"):
        list(acted(tmp_path / "nothing"))
