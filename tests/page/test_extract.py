"""What a person should know of how an article came out of its page."""

import pytest

from hearsay.page.extract import extract
from hearsay.page.page import open_page
from tests.page.pages import page as page_of

NOTHING_READ = "Nothing in it reads as an article; all words were set aside."


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", True),
        ("<html><body><p>“We will not go,” Ann Lee said on Monday.</p></body></html>", False),
    ],
)
def test_a_page_without_an_article_is_told(page: str, *, told: bool) -> None:
    remarks = extract(open_page(page.encode(), "page.html")).remarks
    assert (NOTHING_READ in remarks) is told


NOT_ENGLISH = "This does not look like English, the one language that hearsay reads."
GERMAN = (
    "Der Verkehrsminister Per Moe sagte am Dienstag, die Maut werde im Mai steigen. "
    "„Wir haben keine Wahl“, sagte er in Berlin."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GERMAN, True),
        ("交通部长周二表示，通行费将在五月上涨。“我们别无选择，”他对记者说。", True),
        ("قال رئيس الوزراء إن الحكومة سترفع الضرائب.", True),
        ("The minister, Νίκος Παππάς, said in Athens that the toll will rise in May.", False),
        ("Zoë Müller’s café “Çà et là” closes.", False),
        ("Per Moe, transport minister: toll rises.", False),
        ("Per Moe, the transport minister, said on Tuesday that the toll would rise in May, since the bridge has to be mended.", False),
    ],
)  # fmt: skip
def test_a_text_that_is_not_english_is_told_however_short(text: str, *, told: bool) -> None:
    found = extract(open_page(text.encode(), "text.txt"))
    assert (NOT_ENGLISH in found.remarks) is told
    assert found.article.english is not told


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ('"url":"https://quay.example/wall"', "https://quay.example/wall"),
        ('"mainEntityOfPage":{"@id":"https://quay.example/wall"}', "https://quay.example/wall"),
        ('"mainEntityOfPage":"https://quay.example/wall"', "https://quay.example/wall"),
        ('"mainEntityOfPage":true,"url":"/wall"', None),
    ],
)
def test_an_article_of_json_ld_gives_its_own_address(told: str, url: str | None) -> None:
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle",{told}}}</script>'
    assert page_of("<p>The wall will not be built.</p>", head=head).url == url
