"""The HTML page in a real browser: whole by itself, on a phone, in the dark, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hearsay.desk.read import read_one
from hearsay.desk.sources import sources
from hearsay.faces.export.html import page as marked_page

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).parents[3] / "examples"
PHONE = 360  # pixels: the narrowest that is sold


@pytest.fixture(scope="module", params=["harbour-bridge", "grey-bank"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an example's page, written to a file."""
    (source,) = sources([str(EXAMPLES / f"{request.param}.html")])
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(marked_page(read_one(source), source.name), "utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened on a screen of a desk."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(address)
    yield opened
    opened.close()


def test_it_asks_for_nothing_and_complains_of_nothing(browser: Browser, address: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(address)
    opened.close()
    assert asked == [address]
    assert said == []


@pytest.mark.parametrize("width", [PHONE, 768, 1280])
def test_nothing_has_to_be_pushed_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 760})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_links_lead_to_what_is_there(page: Page) -> None:
    missing = page.evaluate(
        """[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
           .filter(id => id && !document.getElementById(decodeURIComponent(id)))"""
    )
    assert missing == []


def test_no_two_elements_have_one_id(page: Page) -> None:
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_the_dark_is_dark(page: Page) -> None:
    def brightness() -> float:
        rgb = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)"
        )
        return float(sum(rgb))

    page.emulate_media(color_scheme="light")
    light = brightness()
    page.emulate_media(color_scheme="dark")
    assert light > 3 * 200
    assert brightness() < 3 * 80


def test_the_keyboard_comes_to_every_statement(page: Page) -> None:
    wanted = page.evaluate("[...document.querySelectorAll('a.ref')].map(a => a.id)")
    reached: list[str] = []
    for _ in range(page.locator("a, button, summary, [tabindex]").count() + 1):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert wanted
    assert set(wanted) <= set(reached)


def test_printed_it_has_no_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
