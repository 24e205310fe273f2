"""Who decides over what: each sentence that a rule takes stands beside one that it leaves."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import cut
from tests.marked import article

TAKEN = [
    (
        "The medical board will decide whether a man is fit to travel, Lund said.",
        "The medical board",
        "whether a man is fit to travel",
    ),
    ("The toll is set by the council, Lund said.", "the council", "The toll"),
    ("The deal must be approved by Congress, Lund said.", "Congress", "The deal"),
    ("The decision rests with the board, Lund said.", "the board", "The decision"),
    (
        "That chamber has the power to confirm whomever the next chief executive would choose.",
        "That chamber",
        "confirm whomever the next chief executive would choose",
    ),
]

LEFT = [
    "Prices slide as traders decide sales can’t keep up, Lund said.",
    "The office was trying to determine the cause of death, Lund said.",
    "They told the owners so that they can decide if a suit is wise.",
    "Lund told Davis she could not rule out a strike.",
    "The blame lies with the minister, Lund said.",
    "She asked about the failure to punish any individuals responsible for the crisis.",
    "She does not need to show her staying power to the extent that Obama did.",
    "Ohio governors do not have the power to suspend state laws.",
]


@pytest.mark.parametrize(("text", "who", "over"), TAKEN)
def test_it_tells_who_decides(text: str, who: str, over: str) -> None:
    reading = read(article(text), (), open_model())
    names = {one.id: one.name for one in reading.actors}
    told = [(names[one.who], cut(one.over, text)) for one in reading.authorities]
    assert (who, over) in told


@pytest.mark.parametrize("text", LEFT)
def test_it_tells_of_nobody_who_decides(text: str) -> None:
    assert not read(article(text), (), open_model()).authorities


def test_who_decides_over_what_was_told_before() -> None:
    text = "Lund asked the bank to hold its rate. A council of seven sets the rate."
    reading = read(article(text), (), open_model())
    (request,) = reading.commitments
    assert request.authority is not None
    assert cut(request.authority.over, text) == "the rate"
