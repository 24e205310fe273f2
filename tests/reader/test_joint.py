"""Several who say a thing together: each is brought in, and a name that is joined by "and" stays one."""

import pytest

from hearsay.faces.export import facts
from hearsay.faces.export.audited import audited
from hearsay.faces.export.report import report
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from tests.marked import article


def _speakers(found: Reading) -> list[list[str]]:
    known = {actor.id: actor.name for actor in found.actors}
    return [[known[who] for who in one.speakers] for one in found.attributions]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Maria Lund and Peter Voss said that the bridge was shut.", ["Maria Lund", "Peter Voss"]),
        (
            "Gov. Peter Shore and Sen. Paula Leech as well as former Gov. Howard Dunne have endorsed the plan.",
            ["Peter Shore", "Paula Leech", "Howard Dunne"],
        ),
        (
            "The State Department and the FBI said that nobody was hurt.",
            ["State Department", "FBI"],
        ),
        (
            "Jason Dahl, Robyn Dawes and Nathan Petersen found that people forget.",
            ["Jason Dahl", "Robyn Dawes", "Nathan Petersen"],
        ),
        (
            "Donald Lund and House Speaker Paul Voss said that they would meet.",
            ["Donald Lund", "Paul Voss"],
        ),
        (
            "Tooley and Sen. Kelly Ayers (R-N.H.) said they would not vote.",
            ["Tooley", "Kelly Ayers"],
        ),
        (
            "Sens. Ola Cruz (R-Tex.) and Marco Rye (R-Fla.) said that the bill was dead.",
            ["Ola Cruz", "Marco Rye"],
        ),
        (
            "Presidential hopefuls Ida Holt and Karl Berg said that the bill was dead.",
            ["Ida Holt", "Karl Berg"],
        ),
        (
            "Dr Mairi Lusk and her student Ewan Roy argue that dams leave eels without a clock.",
            ["Mairi Lusk", "Ewan Roy"],
        ),
        (
            "Strategists for Ida Holt and Karl Berg said that the bill was dead.",
            ["Strategists for Ida Holt and Karl Berg"],
        ),
        (
            "Home Affairs and Trade Secretary Ida Lund said that the deal was dead.",
            ["Ida Lund"],
        ),
        (
            "Authorities and witnesses said that the car was red.",
            ["Authorities and witnesses"],
        ),
        ("Ida Moss, a lawyer and a friend of hers, said that she ran.", ["Ida Moss"]),
        (
            "Trinidad and Tobago said that it would send a ship.",
            ["Trinidad and Tobago"],
        ),
        (
            "The Ministry of Trade and Industry said that it would wait.",
            ["Ministry of Trade and Industry"],
        ),
        (
            "Militants of the Nusra Front and Hamza Brigade said that the town was theirs.",
            ["Militants of the Nusra Front and Hamza Brigade"],
        ),
    ],
)
def test_each_of_several_says_it(text: str, who: list[str]) -> None:
    found = read(article(text), model=open_model())
    assert _speakers(found)[0] == who


def test_names_keep_their_words_whatever_the_tree_makes_of_them() -> None:
    text = "Maria Lund and Peter Voss told the Courier on Monday that the bridge would stay shut."
    found = read(article(text), model=open_model())
    assert _speakers(found)[0] == ["Maria Lund", "Peter Voss"]


def test_what_they_say_together_counts_for_each_and_is_told_of_both() -> None:
    text = (
        "Maria Lund and Peter Voss have promised to open the bridge by May. Lund said it was safe."
    )
    found = read(article(text), model=open_model())
    assert {one.actor.name: len(one.said) for one in audited(found)} == {
        "Maria Lund": 2,
        "Peter Voss": 1,
    }
    assert facts.chain(found, found.attributions[0]) == "Maria Lund and Peter Voss"
    told = report(found, "x.txt")
    assert "Maria Lund and Peter Voss promise “to open the bridge”" in told
    assert "One root" not in told


def test_who_is_handed_on_by_several_is_not_said_by_them() -> None:
    text = "Maria Lund and Peter Voss told the Courier that the mayor, Ida Moss, had promised to resign."
    found = read(article(text), model=open_model())
    inner = next(one for one in found.attributions if one.within is not None)
    assert inner.jointly == ()
    assert facts.chain(found, inner).startswith("Ida Moss ← ")


def test_a_pronoun_may_speak_with_a_name() -> None:
    found = read(
        article("Karl Berg spoke first. Both he and Ida Holt said that the bridge would open."),
        model=open_model(),
    )
    assert _speakers(found) == [["Karl Berg", "Ida Holt"]]
