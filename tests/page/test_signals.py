"""What is seen of a block: how it begins and ends, and whom it names."""

import pytest

from hearsay.page.extract import sights_of
from hearsay.page.page import Form, Page
from hearsay.page.place import Sight
from hearsay.page.signals import signals
from hearsay.text.article import Role
from tests.page.pages import PLAIN

BYLINE = Sight("By Ann Lund and Per Moe", Role.BYLINE)


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("Per Moe", True, "begins with the author"),
        ("Per Moe covers the ports.", True, "begins with the author"),
        ("Ola Dahl", False, "begins with the author"),
        ("Photo: Per Moe", True, "names the author"),
        ("Photo: Ola Dahl", False, "names the author"),
        ("Moe covers the ports.", True, "begins with a name of the author"),
        ("Moet and other wines", False, "begins with a name of the author"),
    ],
)
def test_a_signal_is_seen_where_it_is(text: str, seen: bool, name: str) -> None:  # noqa: FBT001 - a column of the table
    _, found = signals([BYLINE, Sight(text, Role.OTHER)])
    assert (name in found) is seen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("16:40", "a time"),
        ("31 min", "a time"),
        ("90+4 min", "a time"),
        ("12’", "a time"),
        ("4 min read", None),
        ("Rovers 1 Town 0", "a result"),
        ("Rovers won by 1", None),
    ],
)
def test_times_and_results_are_seen_by_their_form(text: str, name: str | None) -> None:
    (found,) = signals([Sight(text, Role.OTHER)])
    assert {name} - {None} == {"a time", "a result"}.intersection(found)


def test_only_words_that_are_looked_for_are_seen() -> None:
    (found,) = signals([Sight("The wall fell", Role.PARAGRAPH)], frozenset({"wall"}))
    assert "word wall" in found
    assert "word fell" not in found


def test_a_page_sets_its_prose_alike_and_other_things_otherwise() -> None:
    prose = "".join(f'<p class="t">{words} {words}</p>' for words in PLAIN)
    text = (
        f'<main><div class="a"><h1>Harbour wall</h1><p class="lead">A wall falls.</p>{prose}'
        '<p class="t">No vote.</p></div><aside><p>Sign up</p></aside></main>'
    )
    sights, _ = sights_of(Page(text, Form.HTML, "test.html"))
    sets = {
        one.text: {"set as the prose", "beside the prose", "set apart"} & set(one.own)
        for one in sights
    }
    assert sets["A wall falls."] == {"beside the prose"} == sets["Harbour wall"]
    assert sets["No vote."] == {"set as the prose"}
    assert sets["Sign up"] == {"set apart"}


def test_the_names_of_elements_are_seen_word_by_word() -> None:
    text = f'<div class="entryMeta x2"><p id="post-sig">Lund</p></div><p>{PLAIN[0]}</p>'
    (line, prose), _ = sights_of(Page(text, Form.HTML, "test.html"))
    assert {"class post", "class sig", "outer class entry", "outer class meta"} <= set(line.own)
    assert not any("class" in name for name in prose.own)


def test_the_outlet_is_known_again() -> None:
    head = '<meta property="og:site_name" content="Lervik Posten">'
    text = f"<head>{head}</head><p>Lervik Posten</p><p>{PLAIN[0]}</p><p>© Lervik Posten 2024</p>"
    (name, prose, rights), _ = sights_of(Page(text, Form.HTML, "test.html"))
    assert "is the outlet" in name.own
    assert "names the outlet" in rights.own
    assert not {"is the outlet", "names the outlet"} & set(prose.own)
