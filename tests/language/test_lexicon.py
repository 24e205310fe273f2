"""What the tables of this room say, looked up; tests/test_tables.py reads every entry of every room."""

from collections import Counter
from typing import Any

import pytest

from hearsay.errors import BadTable
from hearsay.language import lexicon as module
from hearsay.language.lexicon import ROOM, CueEntry, lexicon, table
from hearsay.language.words import words
from hearsay.tables import entries


def label(entry: object) -> str:
    return str(entry["lemma"]) if isinstance(entry, dict) else str(entry)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("cues", "lemma"),
        ("abbreviations", "form"),
        ("grammar", "class"),
        ("cutting", "class"),
    ],
)
def test_nothing_is_listed_twice(name: str, key: str) -> None:
    assert [k for k, many in Counter(e[key] for e in entries(ROOM, name)).items() if many > 1] == []


@pytest.mark.parametrize("cue", entries(ROOM, "cues"), ids=label)
def test_a_cue_is_listed_with_its_inflections(cue: dict[str, Any]) -> None:
    first = cue["forms"][0]
    assert first == cue["lemma"]
    if " " not in first:
        assert any(form.endswith("s") for form in cue["forms"])
        assert any(form.endswith("ing") for form in cue["forms"])
    assert all(form == form.lower() for form in cue["forms"])


def test_a_form_of_two_cues_does_the_same_in_both() -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for cue in entries(ROOM, "cues"):
        for form in cue["forms"]:
            found.setdefault(form, set()).add((cue["type"], cue["act"]))
    assert {form: does for form, does in found.items() if len(does) > 1} == {}


@pytest.mark.parametrize("form", sorted(lexicon().abbreviations))
def test_an_abbreviation_is_one_word_in_its_example(form: str) -> None:
    example = next(e["example"] for e in entries(ROOM, "abbreviations") if e["form"] == form)
    assert form in {span.cut(example) for span in words(example).spans}


def test_kinds_of_nouns_are_a_closed_set() -> None:
    kinds = {entry["kind"] for entry in entries(ROOM, "nouns")}
    assert kinds == {"organisation", "group", "document", "person"}


def test_no_noun_is_of_two_kinds() -> None:
    forms = Counter(form for entry in entries(ROOM, "nouns") for form in entry["forms"])
    assert [form for form, many in forms.items() if many > 1] == []


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


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ({"lemma": "say", "forms": ["say"], "type": "comm"}, "in the table cues: .*`act`"),
        ({"lemma": "say", "forms": "say", "type": "comm", "act": "assert"}, "forms"),
        ({"lemma": "say", "forms": ["say"], "type": "comm", "act": "assert", "frame": 1}, "frame"),
    ],
)
def test_an_entry_with_other_fields_than_its_table_has_is_refused(
    entry: dict[str, Any], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {"sense": "puts words forward", "example": "“No,” he said.", "source": "own", **entry}
    monkeypatch.setattr(module, "entries", lambda _room, _name: (whole,))
    monkeypatch.setattr(module, "_read", vars(module)["_read"].__wrapped__)  # not kept
    with pytest.raises(BadTable, match=complaint):
        table("cues", CueEntry)
