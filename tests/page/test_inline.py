"""What the elements within a line say of it."""

import pytest
from lxml import html

from hearsay.page.blocks import blocks
from hearsay.page.inline import marks_of


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("<a href='/author/ada-moen/'>Ada Moen</a>", {"link author"}),
        ("<a href='/by/ada' rel='author'>Ada</a>", {"link author", "rel author"}),
        ("<a href='https://quay.example/tag/ports' rel='tag'>Ports</a>", {"link topic", "rel tag"}),
        ("<a href='https://www.facebook.com/sharer/sharer.php?u=http'>f</a>", {"link share"}),
        ("<a href='mailto:ada@quay.example'>write</a>", {"link mail"}),
        ("<a href='#respond'>3</a>", {"link comments"}),
        ("<a href='/subscribe?from=top'>Join</a>", {"link money"}),
        ("<a href='/privacy'>Privacy</a>", {"link house"}),
        ("<a href='/2026/03/wall-vote-put-off-again'>Wall</a>", {"link article"}),
        ("<a href='/'>The Quay</a>", {"link place"}),
        ("<a href='/ports'>Ports</a>", {"link"}),
        ("<a name='top'>Top</a>", set()),
        ("<time datetime='2026-03-03'>3 March</time>", {"time"}),
        ("<span class='byline__name'>Ada Moen</span>", {"byline"}),
        ("<b>bold</b>", set()),
    ],
)
def test_what_an_element_says(written: str, marks: set[str]) -> None:
    element = html.fragment_fromstring(written)
    assert set(marks_of(element, str(element.tag))) == marks


def test_a_link_around_blocks_is_in_each_of_them_and_in_none_after_it() -> None:
    page = html.fromstring(
        "<div><a href='/2026/03/a-b-c-d'><h3>Wall</h3><p>It fell.</p></a><p>On.</p></div>"
    )
    assert ["link article" in one.holds for one in blocks(page)] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<a class='kicker' href='/ports'>Ports</a>", ["kicker"]),
        ("<span class='byline'>Ada Moen</span>", ["byline"]),
        ("<a class='kicker' href='/ports'>Ports</a> and the wall", []),
        ("<a class='share-link' href='/s'>Ports</a>", []),
    ],
)
def test_a_line_in_one_element_for_a_head_line_has_its_name(line: str, names: list[str]) -> None:
    (one,) = blocks(html.fromstring(f"<html><body><div>{line}</div></body></html>"))
    assert [hint.name for hint in one.context.hints] == names
