"""Every entry of every word list, in whichever room; and how a broken one is told."""

import re
from pathlib import Path
from typing import Any

import pytest

from hearsay import tables
from hearsay.errors import BadTable
from hearsay.language.inflection import noun_forms, verb_forms
from hearsay.language.lexicon import lexicon, table
from hearsay.language.senses import InflectionEntry
from hearsay.tables import digest, entries, names

ROOT = Path(tables.__file__).parent
ROOMS = sorted(f"hearsay.{folder.parent.name}" for folder in ROOT.glob("*/tables"))
ENTRIES = [
    pytest.param(entry, id=f"{room}/{name}/{at}")
    for room in ROOMS
    for name in names(room)
    for at, entry in enumerate(entries(room, name))
]

IRREGULAR = {entry.lemma: entry.forms for entry in table("inflections", InflectionEntry)}


def test_the_rooms_that_have_tables() -> None:
    assert ROOMS == ["hearsay.language", "hearsay.page"]
    assert "cues" in names("hearsay.language")


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_has_a_sense_a_source_and_an_example_that_shows_it(entry: dict[str, Any]) -> None:
    for key in ("sense", "example", "source"):
        assert entry[key] == entry[key].strip() != ""
    forms = entry.get("forms") or [entry[key] for key in ("form",) if key in entry]
    assert len(set(forms)) == len(forms)
    forms += entry.get("exact", [])
    patterns = [entry[key] for key in ("pattern", "holds") if key in entry]
    example = " ".join(entry["example"].split())
    lemmas = entry.get("lemmas") or [entry[key] for key in ("lemma",) if key in entry]
    inflected = {
        form for lemma in lemmas for form in (*verb_forms(lemma, IRREGULAR), *noun_forms(lemma))
    }
    assert (
        any(plain(form) in plain(example) for form in forms)
        or any(lemma in example for lemma in lemmas if not plain(lemma))  # a sign
        or any(f" {plain(form)} " in f" {plain(example)} " for form in inflected)
        or any(re.search(pattern, example, re.IGNORECASE) for pattern in patterns)
    )


def plain(form: str) -> str:
    """Small letters and figures; "share-bar" and "share bar" are the same name of an element."""
    return re.sub(r"[^\w$&*#'’]+", " ", form.replace("|", "").lower()).strip()


def test_one_set_of_tables_is_told_from_another(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(ROOMS)
    assert re.fullmatch("[0-9a-f]{64}", before)
    assert before == digest(ROOMS) == lexicon().digest
    assert digest(ROOMS[:1]) != before
    real = tables._bytes  # noqa: SLF001 - the one place where bytes are read
    monkeypatch.setattr(tables, "_bytes", lambda room, name: real(room, name) + b"# a note\n")
    assert digest(ROOMS) != before


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"[[entry]\n", "the table cues cannot be read"),
        (b"\xff", "the table cues cannot be read"),
        (b"[[entry]]\nform = 'x'\nsense = 'y'\nexample = 'x'\n", "in the table cues, .* lacks .'source'"),
        (b"[[entry]]\nsense = 'y'\nexample = 'x'\nsource = 'own'\n", "lacks .'form'"),
        (b"[[entry]]\nform = ''\nsense = 'y'\nexample = 'x'\nsource = 'own'\n", "lacks .'form'"),
    ],
)  # fmt: skip
def test_a_broken_table_says_what_is_wrong(
    content: bytes, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_bytes", lambda _room, _name: content)
    with pytest.raises(BadTable, match=complaint):
        entries("hearsay.language", "cues")
