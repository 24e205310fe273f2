"""The page as a file: whole by itself, every word escaped, nothing lost and nothing hidden."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from lxml import html

from hearsay.faces.export.html import page
from hearsay.faces.export.marked import by_block, marks, pieces
from hearsay.reading.reading import Reading
from hearsay.text.article import Article
from tests.faces.export.stories import column, notice, weighed
from tests.marked import reading
from tests.strategies import readings

LUMINANCE = (0.2126, 0.7152, 0.0722)
LEAST = 4.5  # WCAG 2.2, AA, for text


def tree(whole: Reading) -> Any:
    return html.document_fromstring(page(whole, "x.txt"))


def as_parsed(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("story", [column, notice, weighed])
def test_every_block_stands_on_the_page_word_for_word(story: Callable[[], Reading]) -> None:
    whole = story()
    document = tree(whole)
    for number, block in enumerate(whole.article.blocks, 1):
        (shown,) = document.xpath(f"//*[@id='b{number}']")
        words = (
            shown if "block" in shown.get("class", "") else shown.xpath("./*[@class='block']")[0]
        )
        assert words.text_content() == block.span.cut(whole.article.text)


def test_every_statement_has_its_words_its_note_and_a_way_between_them() -> None:
    whole = column()
    document = tree(whole)
    for said in whole.attributions:
        (note,) = document.xpath(f"//li[@id='n-{said.id}']")
        (back,) = note.xpath(f".//a[@href='#{said.id}']")
        (to_note,) = document.xpath(f"//a[@href='#n-{said.id}']")
        assert to_note.get("aria-label")
        assert document.xpath(f"//*[@id='{said.id}']")
        for kind in ("source", "cue", "content"):
            marked = document.xpath(
                f"//article//*[contains(concat(' ', @class, ' '), ' {kind} ')]"
                f"[contains(concat(' ', @data-s, ' '), ' {said.id} ')]"
            )
            spans = getattr(said, kind)
            assert "".join(m.text_content() for m in marked) == "".join(
                span.cut(whole.article.text) for span in spans
            )
        assert said.speaker is None or back.text_content().endswith(
            next(a.name for a in whole.actors if a.id == said.speaker)
        )


def test_direct_mixed_and_nobody_are_told_apart() -> None:
    document = tree(column())
    shown = {e.text_content(): e.get("class") for e in document.xpath("//article//span[@class]")}
    assert shown["“The channel stays open,”"] == "content direct"
    assert shown["a piece of "] == "content mixed"
    assert shown["“theatre”"] == "content mixed"
    assert shown["“it would be unwise at the moment”"] == "content nobody"
    assert shown["“asked”"] == "scare"
    assert shown["“The Long Ice”"] == "work"
    assert shown["(elected)"] == "content direct insertion"
    assert shown["……"] == "content direct elision"


def test_nested_and_overlapping_findings_are_cut_at_every_edge() -> None:
    whole = reading(
        "«content 1|“One «content 2|two «cue 1|three»» four”» «source 1|five».", {1: "Ann"}
    )
    block = whole.article.blocks[0]
    every = by_block(whole.article, marks(whole))[block.span]
    cut = pieces(whole.article.text, block.span, every)
    assert [(piece.words, piece.statements) for piece in cut] == [
        ("“One ", ("s1",)),
        ("two ", ("s1", "s2")),
        ("three", ("s1", "s2")),
        (" four”", ("s1",)),
        (" ", ()),
        ("five", ("s1",)),
        (".", ()),
    ]
    assert [piece.anchors for piece in cut[:2]] == [("s1",), ("s2",)]
    assert [piece.ends for piece in cut[2:4]] == [("s2",), ("s1",)]


def test_what_was_set_aside_is_there_and_says_as_what() -> None:
    (aside,) = tree(column()).xpath("//details[@id='aside']")
    said = aside.text_content()
    assert "5 lines" in said
    assert "View all comments" in said
    assert [h.text_content() for h in aside.xpath(".//h3")] == [
        "comments ×2",
        "category",
        "disclaimer",
        "related",
    ]


def test_no_words_of_an_article_are_markup() -> None:
    hostile = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>{{ 7 * 7 }}"
    whole = reading(
        f"{{headline}} {hostile}\n\n{{advert}} {hostile}\n\n«content 1|“{hostile}”» «source 1|{hostile}» «cue 1|said».",
        {1: hostile},
        title=hostile, byline=hostile, outlet=hostile, url="javascript:alert(1)",
    )  # fmt: skip
    document: Any = html.document_fromstring(
        page(msgspec.structs.replace(whole, remarks=(hostile,)), hostile)
    )
    assert len(document.xpath("//script")) == 1
    assert document.xpath("//img") == []
    assert not [a for a in document.xpath("//@href") if not a.startswith(("#", "data:,"))]
    assert document.xpath("//title")[0].text_content().startswith(hostile)


@pytest.mark.parametrize("story", [column, notice])
def test_it_asks_nothing_of_any_other_file(story: Callable[[], Reading]) -> None:
    document = tree(story())
    assert document.xpath("//@src") == []
    assert document.xpath("//@style") == []
    assert [e.get("href") for e in document.xpath("//link")] == ["data:,"]
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    for kind in ("style", "script"):
        (own,) = document.xpath(f"//{kind}")
        assert not re.search(r"url\(|@import|https?:|fetch\(|Storage", own.text)
        digest = b64encode(sha256(own.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("story", [column, notice, weighed])
def test_headings_go_down_one_step_at_a_time(story: Callable[[], Reading]) -> None:
    levels = [int(h.tag[1]) for h in tree(story()).xpath("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def palettes() -> list[dict[str, str]]:
    """The colours of the light, the dark (stated twice) and the printed page."""
    (style,) = tree(notice()).xpath("//style")
    found = [
        dict(re.findall(r"--(\w+): (#\w+);", rule))
        for rule in re.findall(r"\{[^{}]+\}", style.text)
    ]
    return [palette for palette in found if "paper" in palette]


def luminance(colour: str) -> float:
    full = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = (int(full[n : n + 2], 16) / 255 for n in (0, 2, 4))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(part * weight for part, weight in zip(linear, LUMINANCE, strict=True))


@pytest.mark.parametrize("ink", ["ink", "soft", "direct", "mixed", "open"])
@pytest.mark.parametrize("paper", ["paper", "wash", "lit"])
def test_every_ink_can_be_read_on_every_paper(ink: str, paper: str) -> None:
    for palette in palettes():
        dark, light = sorted((luminance(palette[ink]), luminance(palette[paper])))
        assert (light + 0.05) / (dark + 0.05) >= LEAST


def test_the_dark_is_the_same_by_choice_and_by_the_system() -> None:
    light, dark, chosen, printed = palettes()
    assert dark == chosen
    assert len({*light.values()} & {*dark.values()}) == 0
    assert luminance(printed["paper"]) == 1


def test_an_empty_reading_has_a_page() -> None:
    article = Article("Nothing.", blocks=())
    whole = msgspec.structs.replace(notice(), article=article, actors=(), quotations=())
    assert "No statement was found." in page(whole, "x.txt")


@settings(max_examples=50)
@given(readings())
def test_any_block_put_together_again_is_the_block(whole: Reading) -> None:
    every = by_block(whole.article, marks(whole))
    for block in whole.article.blocks:
        cut = pieces(whole.article.text, block.span, every[block.span])
        assert "".join(piece.words for piece in cut) == block.span.cut(whole.article.text)
    assert page(whole, "x").startswith("<!DOCTYPE html>")


@given(readings())
def test_every_anchor_of_any_reading_stands_once(whole: Reading) -> None:
    every = by_block(whole.article, marks(whole))
    anchors = [
        anchor
        for block in whole.article.blocks
        for piece in pieces(whole.article.text, block.span, every[block.span])
        for anchor in piece.anchors
    ]
    assert len(anchors) == len(set(anchors))
