"""Nobody's: what only the author says is nobody's statement."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import cut
from tests.marked import article


def _cues(text: str) -> list[str]:
    reading = read(article(text), model=open_model())
    return [cut(one.cue, reading.article.text) for one in reading.attributions]


@pytest.mark.parametrize(
    "text",
    [
        "The move came late. It is difficult to believe that he left.",
        "It is important to note that the court has ruled only on filings.",
        "And let's hope it stays that way. Walls would hurt the town.",
        "By some standards one could say farmers integrate poorly. Rates are low.",
    ],
)
def test_what_the_author_argues_is_left_out(text: str) -> None:
    assert _cues(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It is widely believed that he left.", "is widely believed"),
        ("Lund said it is difficult to believe that he left.", "said"),
        ("“Let's hope it stays that way,” Lund said.", "said"),
        ("One said that the farmers were late.", "said"),
    ],
)
def test_what_somebody_thinks_is_kept(text: str, cue: str) -> None:
    assert cue in _cues(text)
