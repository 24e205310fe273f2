"""The report says that all of a speaker's statements come by one way, where the speaker has a name."""

import pytest

from hearsay.faces.export.report import report
from hearsay.model.model import open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read

TOLD = "The quay\n\nIda Lund said {one} believes that the quay is safe. Lund said {one} thinks the port will pay.\n"


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("Nils Moss", ["One root: every statement of Nils Moss comes through Ida Lund."]),
        ("a visitor", []),
    ],
)
def test_one_root_is_told_of_whoever_has_a_name(one: str, told: list[str]) -> None:
    text = TOLD.format(one=one)
    article = extract(open_page(text.encode(), "a.txt", content_type="text/plain")).article
    lines = report(read(article, (), open_model()), "a.txt").splitlines()
    assert [line.strip() for line in lines if "One root" in line] == told
