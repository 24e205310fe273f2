"""docs/reading.md against the types: every key, every closed set, and an example that is a reading."""

import enum
import json
import re
import typing
from pathlib import Path

import jsonschema
import msgspec
import pytest

from hearsay.reading.codec import decode, encode, schema
from hearsay.reading.reading import Reading
from hearsay.text.article import READ
from hearsay.text.span import Span

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL))


def parts(kind: object) -> set[type]:
    """The structs and closed sets below a type, itself included."""
    if typing.get_args(kind):
        return set().union(*(parts(arg) for arg in typing.get_args(kind)))
    if not isinstance(kind, type) or kind is Span:
        return set()
    if issubclass(kind, enum.Enum):
        return {kind}
    if issubclass(kind, msgspec.Struct):
        return {kind}.union(*(parts(hint) for hint in typing.get_type_hints(kind).values()))
    return set()


EVERY = sorted(parts(Reading), key=lambda kind: kind.__name__)


def test_the_page_has_a_section_for_each_type_and_no_other() -> None:
    assert sorted(SECTIONS) == [kind.__name__ for kind in EVERY]


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_a_section_lists_what_its_type_has(kind: type) -> None:
    section = SECTIONS[kind.__name__]
    if issubclass(kind, enum.Enum):
        rows = re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)
        listed = rows or re.findall(r"`([^`]+)`", section.strip().splitlines()[-1])
        assert listed == [member.value for member in kind]
    else:
        assert issubclass(kind, msgspec.Struct)
        keys = [field.encode_name for field in msgspec.structs.fields(kind)]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == keys
        assert not re.search(r"\| *\|", section), "a key without a meaning"


def test_the_page_says_from_which_roles_findings_come() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (yes|no) \|$", SECTIONS["Role"], re.MULTILINE)
    assert {role for role, read in rows if read == "yes"} == {str(role) for role in READ}


def test_the_example_is_a_lawful_reading_of_its_text() -> None:
    text = re.search(r"```text\n(.*?)\n```", PAGE, re.DOTALL)
    example = re.search(r"```json\n(.*?)\n```", PAGE, re.DOTALL)
    assert text
    assert example
    reading = decode(example.group(1))
    assert reading.article.text == text.group(1)
    assert json.loads(encode(reading)) == json.loads(example.group(1))
    jsonschema.Draft202012Validator(schema()).validate(json.loads(example.group(1)))
    assert reading.attributions, "an example that shows something"


def test_links_lead_to_a_section() -> None:
    anchors = {name.lower() for name in SECTIONS}
    assert set(re.findall(r"\]\(#(\w+)\)", PAGE)) <= anchors
