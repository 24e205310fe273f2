"""GLOSSARY.md against the code: every noun that is a type, once, and no type that is gone."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TYPES = {
    node.name: path.relative_to(ROOT / "src" / "hearsay").parts[0]
    for path in sorted((ROOT / "src" / "hearsay").rglob("*.py"))
    for node in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
}
PAGE = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([A-Z]\w+)`", PAGE)


@pytest.mark.parametrize(
    "noun", sorted(name for name, room in TYPES.items() if room in {"text", "language", "reading"})
)
def test_a_type_of_the_lower_rooms_is_in_the_glossary(noun: str) -> None:
    assert NAMED.count(noun) == 1


def test_no_noun_is_explained_twice_or_after_it_is_gone() -> None:
    assert [noun for noun, many in Counter(NAMED).items() if many > 1] == []
    assert set(NAMED) <= TYPES.keys()
    heads = re.findall(r"^- \*\*([^*]+)\*\*", PAGE, re.MULTILINE)
    assert [head for head, many in Counter(heads).items() if many > 1] == []


def test_every_entry_has_an_example() -> None:
    entries = re.findall(r"^- \*\*.*?(?=^- |^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert len(entries) > 50
    assert [entry for entry in entries if not re.search(r"(?<!\*)\*[^*]+\*\s*\Z", entry)] == []
