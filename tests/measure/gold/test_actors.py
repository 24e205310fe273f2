"""Annotated actors over articles of their own: the attributions stand where the file quotes them."""

from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.actors import peopled

TEXT = (
    "Anna Lund said that the ferry was old. “It is old,” said Per Moss, who says that she said so."
)

FILE = """
[[actor]]
id = "moss"
name = "Per Moss"
type = "named person"

[[said]]
id = "E1"
source = "Per Moss"
cue = "said"
content = "“It is old,”"
chain = ["moss"]

[[said]]
id = "I1"
source = "she"
cue = "said"
content = "so"
chain = []
"""


def folder(at: Path, told: str) -> Path:
    half = at / "actors" / "dev"
    half.mkdir(parents=True)
    (half / "ferry.toml").write_text(told, "utf-8")
    texts = at / "acts" / "text"
    texts.mkdir(parents=True)
    (texts / "ferry.txt").write_text(TEXT, "utf-8")
    return half


def test_attributions_stand_where_the_file_quotes_them(tmp_path: Path) -> None:
    (one,) = peopled(folder(tmp_path, FILE))
    places = {
        through.id: [
            " ".join(s.cut(TEXT) for s in part) for part in (m.source, m.cue, m.content) if part
        ]
        for through, m in one.said
    }
    assert places == {"E1": ["Per Moss", "said", "“It is old,”"], "I1": ["she", "said", "so"]}
    assert one.said[0][1].cue[0].start > TEXT.index("“")


def test_a_quote_that_the_article_has_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="the article has no “It is new”"):
        list(peopled(folder(tmp_path, FILE.replace("“It is old,”", "It is new"))))
