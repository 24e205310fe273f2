"""trafilatura is asked where the labels are unsure, and twice only where it might find more; what it says is the same as when it looks twice itself."""

import re
from pathlib import Path
from unittest.mock import Mock

import pytest
from trafilatura import bare_extraction, xpaths
from trafilatura import core as theirs

from hearsay.measure.gold.pages import GoldPage, load
from hearsay.page import asked as asking
from hearsay.page import extract
from hearsay.page.blocks import blocks
from hearsay.page.extract import tree_of
from hearsay.page.page import Form, open_page
from hearsay.page.phrases import flat
from tests.page.pages import PLAIN, page

PAGES = [
    gold
    for gold in load(Path(__file__).parents[2] / "gold" / "page" / "dev")
    if gold.form is Form.HTML
]
LITTLE = {"blog-hospital", "frontpage-mine", "ghweb-galamsey", "podcast-orchard"}
"""Pages on which it finds more when it looks again."""


@pytest.mark.parametrize(
    "gold",
    [gold for n, gold in enumerate(PAGES) if n % 9 == 0 or gold.name in LITTLE],
    ids=lambda gold: str(gold.name),
)
def test_asked_so_it_says_what_it_says_when_it_looks_twice_itself(gold: GoldPage) -> None:
    root = tree_of(open_page(gold.data, f"{gold.name}.html"))
    found = bare_extraction(root, fast=True, include_comments=False)
    said = flat(found.text or "") if found is not None and not isinstance(found, dict) else ""
    assert asking.asked(root, None, blocks(root)) == said


def test_the_bounds_under_which_it_is_asked_again_are_wider_than_its_own() -> None:
    assert theirs.ESCALATION_MAX_LENGTH < asking.LITTLE
    assert theirs.ESCALATION_PAGE_SHARE < asking.PART


def test_whatever_it_sets_aside_first_is_known_by_its_name() -> None:
    asides = (*xpaths.RAW_TREE_PRUNE_XPATH, *xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH)
    words = [word for one in asides for word in re.findall(r"'([^']+)'", one.path)]
    names = {
        name
        for word in words
        for name in re.split(r"\|(?![^(]*\))", re.sub(r"\A\^\(\?:(.*)\)\Z", r"\1", word))
    }
    assert len(names) > 6, "too few to tell"
    assert [name for name in names if not any(own in name for own in asking.SET_ASIDE)] == []


@pytest.mark.parametrize(
    ("body", "calls"),
    [
        ("".join(f"<p>{words}</p>" for words in PLAIN), 0),
        ("<ul><li><a href='/a'>Weather</a></li><li><a href='/b'>Tides</a></li></ul>", 1),
    ],
)
def test_it_is_asked_only_where_what_is_running_text_is_unsure(
    body: str, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Mock(return_value="")
    monkeypatch.setattr(extract, "asked", asked)
    page(body)
    assert asked.call_count == calls
