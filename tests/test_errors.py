"""Every error is told of, and says what to do."""

import ast
import re
from pathlib import Path

import pytest

from hearsay import errors
from hearsay.errors import Error

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs/errors.md").read_text("utf-8")


def kinds(kind: type[Error] = Error) -> list[type[Error]]:
    """All errors that hearsay defines, with the one that they start from."""
    below = [one for child in kind.__subclasses__() for one in kinds(child)]
    return [kind, *(one for one in below if one.__module__ == errors.__name__)]


def test_every_code_has_a_heading_of_its_own_and_every_heading_a_code() -> None:
    headings = re.findall(r"^### (\S+)$", DOCUMENT, re.MULTILINE)
    assert sorted(headings) == sorted(kind.code for kind in kinds())


def test_no_two_errors_have_one_code() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(set(codes)) == len(codes)


def test_no_error_is_defined_elsewhere() -> None:
    wrong = [
        (path.name, node.name)
        for path in (ROOT / "src").rglob("*.py")
        if path.name != "errors.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in vars(errors) for base in node.bases)
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", kinds())
def test_an_error_says_what_is_wrong_and_then_what_to_do(kind: type[Error]) -> None:
    assert str(kind("it is wet")) == "it is wet"
    assert str(kind("it is wet", "dry it")) == "it is wet; dry it"
    assert str(kind("it is wet", "dry it", "a.html")) == "a.html: it is wet; dry it"


def test_an_error_keeps_the_first_name_that_it_was_given() -> None:
    error = Error("it is wet").about("a.html").about("b.html")
    assert error.name == "a.html"
