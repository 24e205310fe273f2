"""What the title of a page and its text agree on: the headline, and the name of the outlet."""

import pytest

from hearsay.page.extract import extract
from hearsay.page.page import page_of

BODY = "<p>The minister told rail users on Monday that they should walk, which she said was good for the heart.</p>"


@pytest.mark.parametrize(
    ("title", "above", "below", "outlet"),
    [
        ("Signal Passed: Minister to rail users: walk", "<div><a href='/'>Signal Passed</a></div>", "", "Signal Passed"),
        ("The Deccan Mail : Front Page : Minister to rail users: walk", "<b>Front Page</b>", "<p>© 2005, The Deccan Mail</p>", "The Deccan Mail"),
        ("Carver Weekly - Minister to rail users: walk", "<div><a href='/'>Carver Weekly</a></div>", "", "Carver Weekly"),
        ("Walk, rail users told | Carver Weekly", "<h1>Minister to rail users: walk</h1>", "", "Carver Weekly"),
        ("Walk, rail users told by a minister who walks", "<h1>Minister to rail users: walk</h1>", "", None),
        ("Print: Minister to rail users: walk", "<div><a href='/p'>Print</a></div>", "", None),
        ("Minister to rail users: walk", "<div><a href='/'>Minister to rail users</a></div>", "", None),
    ],
)  # fmt: skip
def test_the_outlet_is_named_in_the_title_and_on_the_page(
    title: str, above: str, below: str, outlet: str | None
) -> None:
    made = f"<html><head><title>{title}</title></head><body>{above}{'' if '<h1>' in above else '<h3>Minister to rail users: walk</h3>'}{BODY * 3}{below}</body></html>"
    article = extract(page_of(made)).article
    assert (article.title, article.outlet) == ("Minister to rail users: walk", outlet)


@pytest.mark.parametrize(
    ("head", "title", "outlet", "byline"),
    [
        ("<title>Walk, rail users told | Carver Weekly</title>", "Walk, rail users told", "Carver Weekly", None),
        ('<meta name="parsely-author" content="Ann Lund"><meta name="dc.publisher" content="Carver Weekly">', None, "Carver Weekly", "Ann Lund"),
        ('<meta name="twitter:title" content="Walk, users told"><meta property="article:author" content="https://carver.example/ann">', "Walk, users told", None, None),
        ('<meta name="viewport" content="Carver Weekly">', None, None, None),
    ],
)  # fmt: skip
def test_a_page_that_shows_no_headline_tells_it_in_its_head(
    head: str, title: str | None, outlet: str | None, byline: str | None
) -> None:
    article = extract(page_of(f"<html><head>{head}</head><body>{BODY * 3}</body></html>")).article
    assert (article.title, article.outlet, article.byline) == (title, outlet, byline)
