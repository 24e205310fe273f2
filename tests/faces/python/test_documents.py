"""docs/python.md and the README: their examples run, and what they promise is what is there, no more and no less."""

import doctest
import inspect
import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

import hearsay

ROOT = Path(__file__).parents[3]
MANUAL = (ROOT / "docs/python.md").read_text("utf-8")
PROMPTS = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CONTRACT = MANUAL.partition("\n## All names\n")[2]


@pytest.mark.parametrize("document", ["README.md", "docs/python.md"])
def test_examples_give_what_is_shown(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = PROMPTS.findall((ROOT / document).read_text("utf-8"))
    assert blocks
    parser, session = doctest.DocTestParser(), dict[str, Any]()
    runner = doctest.DocTestRunner(verbose=False)
    told: list[str] = []
    for number, block in enumerate(blocks, 1):
        example = parser.get_doctest(block, session, f"{document}, block {number}", None, None)
        example.globs = session
        runner.run(example, out=told.append, clear_globs=False)
    assert "".join(told) == ""


def section(name: str) -> str:
    """What the manual has under a heading of the contract."""
    (found,) = re.findall(
        rf"^### `?{name}`?\n(.*?)(?=^### |\Z)", CONTRACT, re.DOTALL | re.MULTILINE
    )
    return str(found)


def written(name: str, of: Any, *, method: bool = False) -> str:
    """A call as the manual writes it: names and what they are where nobody gives them."""
    parameters = list(inspect.signature(of).parameters.values())[1 if method else 0 :]
    bare = [one.replace(annotation=inspect.Parameter.empty) for one in parameters]
    return f"{name}{inspect.Signature(bare)}"


def gives(of: Any) -> str:
    """The type that a call gives, without the modules that its parts are from."""
    kind = inspect.signature(of).return_annotation
    told = kind.__name__ if inspect.isclass(kind) and not get_args(kind) else str(kind)
    return re.sub(r"\w+\.", "", told)


def public(of: type) -> dict[str, Any]:
    """What a class has of its own: fields, properties and methods."""
    fields = dict.fromkeys(name for name in getattr(of, "__struct_fields__", ()) if name[0] != "_")
    own = {name: value for name, value in vars(of).items() if name[0] != "_"}
    return {**fields, **own}


def test_every_public_name_is_in_the_manual_and_no_other() -> None:
    calls = set(re.findall(r"^- `(\w+)\(", section("Calls"), re.MULTILINE))
    others = {name.strip("`") for name in re.findall(r"^### (.+)$", CONTRACT, re.MULTILINE)}
    assert calls | others - {"Calls"} == set(hearsay.__all__)
    assert calls == {name for name in hearsay.__all__ if inspect.isfunction(getattr(hearsay, name))}


def test_calls_are_written_as_they_are() -> None:
    told = re.findall(r"^- `((\w+)\(.*?)`", section("Calls"), re.MULTILINE)
    calls = {name: getattr(hearsay, name) for _, name in told}
    assert [line for line, _ in told] == [
        f"{written(name, call)} -> {gives(call)}" for name, call in calls.items()
    ]


@pytest.mark.parametrize("name", ["ReadingInWords", "Said", "Attempt", "Frames", "Frame", "Error"])
def test_what_a_type_has_is_written_as_it_is(name: str) -> None:
    kind = getattr(hearsay, name)
    told = re.findall(r"`([^`]+)`", "\n".join(re.findall(r"^- .*$", section(name), re.MULTILINE)))
    there = public(kind)
    if name == "ReadingInWords":
        there = {key: there[key] for key in there if key not in hearsay.Reading.__struct_fields__}
    if name == "Error":
        there |= {"wrong": None, "remedy": None, "name": None}
    wanted = {
        written(key, value, method=True) if inspect.isfunction(value) else key
        for key, value in there.items()
    }
    assert set(told) == wanted
    assert len(told) == len(wanted)


def test_all_that_is_public_is_documented_where_it_stands() -> None:
    for name in hearsay.__all__:
        kind = getattr(hearsay, name)
        if not isinstance(kind, type) or kind is hearsay.Reading:
            continue
        for member, value in public(kind).items():
            if isinstance(value, property) or inspect.isfunction(value):
                assert value.__doc__, f"{name}.{member}"


def test_what_is_public_cannot_be_changed_once_made() -> None:
    for name in ("Attempt", "Frame", "Frames", "ReadingInWords", "Said"):
        kind = getattr(hearsay, name)
        assert issubclass(kind, msgspec.Struct)
        assert kind.__struct_config__.frozen
