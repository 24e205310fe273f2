"""The page in the hands of a reader: keys, clicks, the margin, paper, and what a checker of access finds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from hearsay.faces.export.html import page as marked_page
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on
from tests.faces.export.stories import column, notice
from tests.marked import reading

pytestmark = pytest.mark.browser
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
BESIDE = 4  # pixels: a note stands at the height of its words, give or take
FOCUS = "document.activeElement.closest('[id]').id"
LIT = "[...document.querySelectorAll('.on')].map(e => e.dataset.s)"


def crowd() -> Reading:
    """Many statements in one line, so that their notes would stand on one another."""
    said = " ".join(
        f"«content {n}|«quote|“No {n},”»» «source {n}|she» «cue {n}|said»." for n in range(1, 13)
    )
    return reading(f"{{headline}} Noes\n\n{said}\n\n{{paragraph}} The end.", title="Noes")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page of a reading."""
    pages: list[Page] = []

    def open_page(story: Callable[[], Reading] = column, **how: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(marked_page(story(), "x.txt"), "utf-8")
        known: dict[str, Any] = {"viewport": DESK, "reduced_motion": "reduce", **how}
        pages.append(browser.new_page(**known))
        pages[-1].goto(file.as_uri())
        return pages[-1]

    yield open_page
    for page in pages:
        page.close()


LONG = ("THE WORLD MEDICAL ASSOCIATION WOMEN", "World’s Wide Mammoth Mammals Museum", "the International Harbour Masters’ Guild", "国際港湾協会国際港湾協会国際港湾協会国際港湾協会")  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_a_long_name_stays_in_its_box(opened: Callable[..., Page], name: str) -> None:
    def story() -> Reading:
        whole = handed_on()
        actors = tuple(msgspec.structs.replace(one, name=name) for one in whole.actors)
        return msgspec.structs.replace(whole, actors=actors)

    page = opened(story)
    ends = """[...document.querySelectorAll('.picture .box')].map(box => {
        const edge = box.querySelector('rect').getBBox(), count = box.querySelector('.count');
        const stop = count ? count.getBBox().x : edge.x + edge.width;
        const words = box.querySelector('.name').getBBox();
        return stop - words.x - words.width; })"""
    room = page.evaluate(ends)
    assert len(room) > 1
    assert all(one > BESIDE for one in room)


@pytest.mark.parametrize("viewport", [DESK, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("story", [column, notice])
def test_a_checker_of_access_finds_no_fault(
    opened: Callable[..., Page], story: Callable[[], Reading], scheme: str, viewport: object
) -> None:
    found = Axe().run(opened(story, color_scheme=scheme, viewport=viewport))
    assert found.violations_count == 0, found.generate_report()


def test_j_and_k_go_from_statement_to_statement(opened: Callable[..., Page]) -> None:
    page = opened()
    seen = []
    for key in "jjjjjkk":
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUS))
    assert seen == ["n-s1", "n-s2", "n-s3", "n-s4", "n-s4", "n-s3", "n-s2"]
    assert set(page.evaluate(LIT)) == {"s2"}


def test_a_note_leads_to_its_words_and_a_number_to_its_note(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#n-s4 .who").press("Enter")
    assert page.evaluate(FOCUS) == "r-s4"
    assert page.url.endswith("#s4")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "n-s4"
    page.locator(".links a[href='#s2']").press("Enter")
    assert page.evaluate(FOCUS) == "r-s2"


def test_words_lead_to_their_note_by_a_click(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#s2").click()
    assert page.evaluate(FOCUS) == "n-s2"


@pytest.mark.parametrize("place", ["#s2", "#n-s2"])
def test_a_statement_and_its_note_light_up_together(
    opened: Callable[..., Page], place: str
) -> None:
    page = opened()
    page.locator(place).hover()
    lit = page.locator(".on")
    classes = " ".join(lit.nth(n).get_attribute("class") or "" for n in range(lit.count()))
    assert set(page.evaluate(LIT)) == {"s2"}
    assert {"note", "source", "cue", "content"} <= set(classes.split())
    page.locator("h1").hover()
    assert page.evaluate(LIT) == []


def test_help_opens_and_closes_by_key(opened: Callable[..., Page]) -> None:
    page = opened()
    for key, open_ in (("?", True), ("Escape", False), ("?", True), ("?", False)):
        page.keyboard.press(key)
        assert page.locator("dialog").evaluate("e => e.open") is open_
    page.locator("#keys").press("Enter")
    assert page.locator("dialog").is_visible()


def test_light_and_dark_turn_by_button_and_by_key(opened: Callable[..., Page]) -> None:
    page = opened(color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    page.locator("#theme").click()
    light = page.evaluate(paper)
    assert light != dark
    assert page.locator("#theme").text_content() == "Dark"
    page.keyboard.press("t")
    assert page.evaluate(paper) == dark


def test_the_first_tab_leads_past_everything(opened: Callable[..., Page]) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("e => e.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "article"


def test_focus_can_be_seen(opened: Callable[..., Page]) -> None:
    page = opened()
    for _ in range(page.locator("a, button, summary").count()):
        page.keyboard.press("Tab")
        place, outline = page.evaluate(
            "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]"
        )
        assert outline != "none" or place == "BODY"


def test_notes_stand_beside_their_words(opened: Callable[..., Page]) -> None:
    page = opened()
    for said in ("s1", "s2", "s3"):
        note = page.locator(f"#n-{said}").bounding_box()
        top = page.locator(f"#{said}").evaluate("e => e.getClientRects()[0].top + scrollY")
        assert note
        assert abs(note["y"] + page.evaluate("scrollY") - top) <= BESIDE


@pytest.mark.parametrize("viewport", [DESK, {"width": 820, "height": 900}, PHONE])
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scripts", ["with scripts", "without"])
def test_no_note_stands_on_another_or_out_of_the_page(
    opened: Callable[..., Page],
    media: Literal["screen", "print"],
    viewport: dict[str, int],
    scripts: str,
) -> None:
    page = opened(crowd, viewport=viewport, java_script_enabled=scripts != "without")
    page.emulate_media(media=media)
    boxes = [page.locator(f"#n-s{n}").bounding_box() for n in range(1, 13)]
    last = page.locator("footer").bounding_box()
    assert last
    free = 0.0
    for box in boxes:
        assert box
        assert box["y"] >= free - 0.5
        assert 0 <= box["x"] <= box["x"] + box["width"] <= viewport["width"]
        free = box["y"] + box["height"]
    assert free <= last["y"]


def test_without_a_script_nothing_is_out_of_reach(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("button:visible").count() == 0
    assert page.locator(".note:visible").count() == len(column().attributions)
    page.locator("#n-s4 .who").click()
    assert page.url.endswith("#s4")
    page.locator("#aside summary").click()
    assert page.locator("#aside li").first.is_visible()


def test_a_link_to_what_was_set_aside_opens_it(opened: Callable[..., Page]) -> None:
    page = opened()
    assert not page.locator("#b1").is_visible()
    page.locator(".amount a").click()
    assert page.locator("#b1").is_visible()


def test_on_paper_every_statement_has_its_number_and_its_speaker(
    opened: Callable[..., Page],
) -> None:
    page = opened(color_scheme="dark")
    page.emulate_media(media="print")
    for said in column().attributions:
        assert page.locator(f"#{said.id}").is_visible()
        assert page.locator(f"#n-{said.id} .name").is_visible()
        number = f"getComputedStyle(document.getElementById('r-{said.id}'), '::after').content"
        assert page.evaluate(number) == f'"{said.id[1:]}"'
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"


def test_copied_words_are_the_articles_alone(opened: Callable[..., Page]) -> None:
    page = opened()
    words = page.locator("article #b11").inner_text()
    assert words == column().article.blocks[10].span.cut(column().article.text)
