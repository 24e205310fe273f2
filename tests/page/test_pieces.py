"""Pieces: a line of a page is cut where its elements are things of different kinds, and nowhere else."""

import pytest
from lxml import html

from hearsay.page.blocks import blocks

CUT = [
    ("<div><span>Ada Moen</span><time>3 May 2024</time></div>", ["Ada Moen", "3 May 2024"]),
    (
        "<div><span>Ada Moen, Lervik</span> <span>Aug 15, 2019</span></div>",
        ["Ada Moen, Lervik", "Aug 15, 2019"],
    ),
    (
        "<p>By <a class='author'>Ada Moen</a> on <span class='date'>3 May</span></p>",
        ["By Ada Moen", "on 3 May"],
    ),
    ("<div><a>Log in</a><span>Go further</span></div>", ["Log in", "Go further"]),
    (
        "<figcaption><span>The quay on Monday.</span> <span>Per Lund/The Post</span></figcaption>",
        ["The quay on Monday.", "Per Lund/The Post"],
    ),
    (
        "<p class='caption'><i>The quay. <small>Photo: Per Lund</small></i></p>",
        ["The quay.", "Photo: Per Lund"],
    ),
]
LEFT = [
    "<div><a>Home</a><a>News</a></div>",
    "<div><a>Home</a> <span>News</span></div>",
    "<h1><span>Ferry</span><time>2024</time></h1>",
    "<p>The ferry sailed on <time>3 May</time> with <a>Ada Moen</a> on board.</p>",
    "<p><span>“No,” she said.</span> <span>It was 2019, and the ferry had been late.</span></p>",
    "<figcaption>The <span>quay</span> on Monday.</figcaption>",
    "<figcaption>The quay, <span>on Monday</span></figcaption>",
    "<p><span>T</span><span>he ferry</span></p>",
]


@pytest.mark.parametrize(("line", "found"), CUT)
def test_things_of_different_kinds_are_blocks(line: str, found: list[str]) -> None:
    root = html.document_fromstring(f"<body>{line}</body>")
    assert [raw.text for raw in blocks(root)] == found


@pytest.mark.parametrize("line", LEFT)
def test_what_is_one_thing_is_one_block(line: str) -> None:
    assert len(blocks(html.document_fromstring(f"<body>{line}</body>"))) == 1


def test_each_part_has_what_its_own_elements_say() -> None:
    line = "<div><a rel='author' href='/by/ada'>Ada Moen</a><time>3 May</time></div>"
    author, day = blocks(html.document_fromstring(f"<body>{line}</body>"))
    assert "time" in day.holds
    assert "time" not in author.holds
