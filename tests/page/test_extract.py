"""What a person should know of how an article came out of its page."""

import pytest

from hearsay.page.extract import extract
from hearsay.page.page import open_page

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
