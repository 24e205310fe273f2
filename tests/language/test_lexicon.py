"""Every entry of every table, and how a broken table is told."""

import hashlib
from collections import Counter
from typing import Any

import pytest

from hearsay.errors import BadTable
from hearsay.language import lexicon as module
from hearsay.language.lexicon import digest, entries, lexicon, names
from hearsay.language.words import words

ENTRIES = [(name, entry) for name in names() for entry in entries(name)]


def label(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("lemma") or value.get("form") or value.get("class"))
    return str(value)


def forms(entry: dict[str, Any]) -> list[str]:
    found: list[str] = entry.get("forms") or [entry["form"]]
    return [form.replace("|", "") for form in found]


@pytest.mark.parametrize(("table", "entry"), ENTRIES, ids=label)
def test_an_entry_has_its_fields_and_an_example_that_shows_it(
    table: str, entry: dict[str, Any]
) -> None:
    common = {"form", "forms", "sense", "example", "source"}
    own = {
        "abbreviations": {"before"},
        "cues": {"lemma", "type", "act", "quotes"},
        "cutting": {"class"},
        "grammar": {"class"},
        "nouns": {"kind"},
    }
    assert entry.keys() <= common | own[table]
    assert len(set(forms(entry))) == len(forms(entry))
    shown = entry["example"].lower()
    assert any(form.lower() in shown for form in forms(entry))
    assert entry["example"] == entry["example"].strip()


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("cues", "lemma"),
        ("nouns", "form"),
        ("abbreviations", "form"),
        ("grammar", "class"),
        ("cutting", "class"),
    ],
)
def test_nothing_is_listed_twice(table: str, key: str) -> None:
    assert [k for k, many in Counter(e[key] for e in entries(table)).items() if many > 1] == []


@pytest.mark.parametrize("cue", entries("cues"), ids=label)
def test_a_cue_is_listed_with_its_inflections(cue: dict[str, Any]) -> None:
    first = cue["forms"][0]
    assert first == cue["lemma"]
    if " " not in first:
        assert any(form.endswith("s") for form in cue["forms"])
        assert any(form.endswith("ing") for form in cue["forms"])
    assert all(form == form.lower() for form in cue["forms"])


def test_a_form_of_two_cues_does_the_same_in_both() -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for cue in entries("cues"):
        for form in cue["forms"]:
            found.setdefault(form, set()).add((cue["type"], cue["act"]))
    assert {form: does for form, does in found.items() if len(does) > 1} == {}


@pytest.mark.parametrize("form", sorted(lexicon().abbreviations))
def test_an_abbreviation_is_one_word_in_its_example(form: str) -> None:
    example = next(e["example"] for e in entries("abbreviations") if e["form"] == form)
    assert form in {span.cut(example) for span in words(example).spans}


def test_kinds_of_nouns_are_a_closed_set() -> None:
    kinds = {entry["kind"] for entry in entries("nouns")}
    assert kinds == {"organisation", "group", "document", "person"}


def test_words_are_looked_up_by_their_form() -> None:
    tables = lexicon()
    said, whistled = tables.cue("said"), tables.cue("whistled")
    assert said is not None
    assert (said.lemma, said.type, said.act, said.quotes) == ("say", "comm", "assert", True)
    assert whistled is None
    assert tables.nouns["spokeswoman"].kind == "person"
    assert "determiner" in tables.grammar["that"]
    assert "relative" in tables.grammar["that"]
    assert "No." in tables.numbered
    assert {"No.", "Mr."} <= tables.binding
    assert "Inc." not in tables.binding
    assert tables.cutting["currency"][0] == "US"
    assert lexicon() is tables


def test_the_tables_of_an_installation_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        lexicon().cues["whistled"] = None  # type: ignore[index] # it is the test
    with pytest.raises(AttributeError):
        lexicon().digest = ""  # type: ignore[misc] # it is the test


def test_the_digest_tells_one_set_of_tables_from_another(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    assert before == digest() == lexicon().digest
    assert len(before) == len(hashlib.sha256().hexdigest())
    real = module._bytes  # noqa: SLF001 - the one place where bytes are read
    monkeypatch.setattr(module, "_bytes", lambda table: real(table) + b"# a note\n")
    assert digest() != before


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"[[entry]\n", "cannot be read"),
        (b"\xff", "cannot be read"),
        (b"[[entry]]\nform = 'x'\nsense = 'y'\nexample = 'x'\n", "lacks .'source'"),
        (b"[[entry]]\nsense = 'y'\nexample = 'x'\nsource = 'own'\n", "lacks .'form'"),
        (b"[[entry]]\nform = ''\nsense = 'y'\nexample = 'x'\nsource = 'own'\n", "lacks .'form'"),
    ],
)
def test_a_broken_table_says_what_is_wrong(
    content: bytes, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_bytes", lambda _: content)
    with pytest.raises(BadTable, match=complaint):
        entries("cues")
