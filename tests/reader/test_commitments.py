"""What binds whom, and on what terms: every case of a table, read with the shipped model."""

from typing import Any

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.commitment import Commitment
from hearsay.reading.reading import Reading
from hearsay.text.span import cut
from tests.marked import article, cases

CASES = cases("commitments")
TERMS = ("condition", "place", "time", "purpose")


def told(one: Commitment, reading: Reading) -> str:
    names = {actor.id: actor.name for actor in reading.actors} | {"author": "author", "": ""}
    by = names[one.by] if one.by is not None else ""
    words = cut(one.matter, reading.article.text)
    return " | ".join((one.force.value, by, names[one.to or ""], words))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_commitments(case: dict[str, Any]) -> None:
    reading = read(article(case["name"]), model=open_model())
    found = [told(one, reading).lower() for one in reading.commitments]
    wanted = case["bound"].lower()
    if wanted.startswith("none"):
        force = wanted.removeprefix("none").removeprefix(" of ")
        assert not [one for one in found if one.startswith(force)], found
        return
    chosen = [n for n, one in enumerate(found) if one == wanted or one.split(" | ")[0] == wanted]
    assert chosen, found
    one = reading.commitments[chosen[0]]
    terms = {name: cut(getattr(one, name), reading.article.text) for name in TERMS}
    if " | " in wanted:
        assert terms == {name: case.get(name, "") for name in TERMS}
    assert one.ground.because


def test_a_condition_whose_opener_hangs_on_the_action_is_its_condition() -> None:
    text = (
        "Reactor to restart ‘when it is safe’\n\n"
        "The reactor at Stor Point will restart when it is safe to do so, the operator’s chief executive said on Thursday.\n\n"
        "“We will restart the reactor in April, provided that the regulator is satisfied with the new valves,” "
        "Karin Ekdahl told the Coast Times.\n\n"
        "The regulator said it had received no application.\n"
    )
    found = read(article("{headline} " + text), model=open_model())
    text = found.article.text
    told = [cut(one.condition, text) for one in found.commitments if one.condition]
    assert told == ["provided that the regulator is satisfied with the new valves"]


def test_a_condition_behind_an_aside_is_that_of_the_action() -> None:
    text = (
        (
            "Harbour board refuses to reopen the bridge\n\n"
            "ANSEL, 3 March 2026 — The harbour board will not reopen the Ansel bridge “until the deck has been replaced”, its chairwoman, "
            "Ann Lund, said on Monday.\n\n"
            "“We will pay for the repairs, all of them, if the county agrees,” Lund told reporters. "
            "She said the board had no plans to sell the ferry.\n\n"
            "Carl Vik, the mayor, said the closure could cost the town two million crowns by the end of June. "
            "“It may be too late for the summer,” he said.\n"
        )
        .replace("“", '"')
        .replace("”", '"')
    )
    found = read(article(text), model=open_model())
    told = [cut(one.condition, text) for one in found.commitments if one.condition]
    assert told == ["until the deck has been replaced", "if the county agrees"]


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Oryn asks neighbour to move drilling ship", "Tavesh"),
        ("Oryn asks neighbour to withdraw navy", "neighbour"),
    ],
)
def test_whom_a_headline_asks_is_whom_the_text_has_for_the_same_action(
    headline: str, wanted: str
) -> None:
    text = (
        f"{headline}\n\n"
        "PORT ORYN, 3 March 2026 — Oryn asked Tavesh on Monday to move its drilling ship out of the strait.\n\n"
        "“We expect an answer,” Rana Deshti, the foreign minister of Oryn, told reporters. She said the ship had been there since May.\n\n"
        "Tavesh has sent two more ships to the strait, and the two countries have not spoken since.\n"
    )
    reading = read(article("{headline} " + text), model=open_model())
    names = {actor.id: actor.name for actor in reading.actors}
    assert names[reading.commitments[0].to or ""] == wanted


def test_whom_somebody_has_asked_is_whom_he_bids_without_a_name() -> None:
    text = "Anna Lund begged the bishops to trust their parishes. “Give us two years. Then I will pay for the roof myself,” she said."
    reading = read(article(text), model=open_model())
    names = {actor.id: actor.name for actor in reading.actors}
    told = {one.force.value: names.get(one.to or "") for one in reading.commitments}
    assert told["urge"] == "the bishops", told
