"""Who published a text, by its own lines."""

import pytest

from hearsay.page.extract import extract
from hearsay.page.page import open_page

HEAD = "Ferry late for the ninth day\n\nBy Ida Moss\n\n"
BODY = (
    "The ferry to Dunsea was late for the ninth day in a row on Monday, and its master blamed the tide for it.\n\n"
    "“It comes when it comes,” said Per Lund, who has sailed it for eleven years and does not own a watch.\n\n"
    "The council said that it would look at the tide again in spring, when there would be more of it.\n\n"
)
WIRE = BODY.replace("The ferry to", "DUNSEA, May 3 (Seawire) - The ferry to", 1)


def outlet(text: str) -> str | None:
    return extract(open_page(text.encode(), "a.txt")).article.outlet


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [
        ("© 2024 The Harbour Dispatch. All rights reserved.", "The Harbour Dispatch"),
        ("Copyright (c) 2006, Southern Courier. Best viewed at 800x600.", "Southern Courier"),
        ("© The Indian Despatch Pvt Ltd", "The Indian Despatch"),
        ("© 2024 Ida Moss", None),
        ("© 2024 Powered by Presswork", None),
        ("Copyright policy | Terms | Contact", None),
        ("Photo: © Per Lund/Harbour Pix", None),
        ("© Washington Herald\n\n" + BODY, None),
        ("The post Ferry late appeared first on Hexley Matters.", "Hexley Matters"),
    ],
)
def test_a_line_of_rights_tells_the_outlet(foot: str, wanted: str | None) -> None:
    assert outlet(HEAD + BODY + foot + "\n") == wanted


@pytest.mark.parametrize(
    ("top", "wanted"),
    [
        ("The Northern Mercury\n\n", "The Northern Mercury"),
        ("The Northern Mercury - 2014-04-30 - FRONT PAGE\n\n", "The Northern Mercury"),
        ("UNIVERSITY OF DUNSEA\n\n", "UNIVERSITY OF DUNSEA"),
        ("Home\n\nNews\n\nWorld of Sport\n\n", None),
        ("Press Summary\n\n", None),
        ("Previous Post\n\nBook Review\n\nOpening Times\n\n", None),
        ("Dunsea Daily Mail\n\n", "Dunsea Daily Mail"),
    ],
)
def test_a_name_by_itself_over_the_article_is_the_outlet(top: str, wanted: str | None) -> None:
    assert outlet(top + HEAD + BODY) == wanted


def test_the_agency_of_a_dateline_is_the_outlet_where_no_other_is_named() -> None:
    assert outlet(HEAD + WIRE) == "Seawire"
    assert outlet(HEAD + WIRE + "© 2024 The Harbour Dispatch\n") == "The Harbour Dispatch"
    assert outlet(HEAD + BODY) is None


def test_a_firm_behind_an_outlet_gives_way_to_its_name() -> None:
    text = f"The Carrow Herald\n\n{HEAD}{BODY}Copyright 1987 Carrow Herald Newspapers Ltd\n"
    assert outlet(text) == "The Carrow Herald"


@pytest.mark.parametrize(
    "foot", ["© 2019 Eastside Dispatch", "Eastside Dispatch 2017. No part of this may be copied."]
)
def test_a_page_that_states_none_tells_it_by_its_lines(foot: str) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.split("\n\n") if line)
    page = f"<html><body><h1>Ferry late</h1>{paragraphs}<footer>{foot}</footer></body></html>"
    assert extract(open_page(page.encode(), "a.html")).article.outlet == "Eastside Dispatch"
