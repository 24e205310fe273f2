"""What is left open, and on which statement: each sentence that a rule takes stands beside one that it leaves."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article

TAKEN = [
    ("Lund said about two boats were lost.", "about", "approximator"),
    ("The offer still remains on the table, Lund said.", "remains on the table", "open"),
    (
        "Lund asked that, if the work did go ahead, no lorry should come by night.",
        "if the work did go ahead",
        "condition",
    ),
    ("Lund said the bridge would open by Monday at the latest.", "at the latest", "approximator"),
    ("Lund said the bridge would open as early as May.", "as early as", "approximator"),
    ("Most people will not pay the toll, Lund said.", "Most", "scope"),
    ("The decision is up to the council, Lund said.", "is up to", "open"),
    (
        "The minister stopped short of saying whether it would open.",
        "stopped short of saying",
        "open",
    ),
    ("Given a house, they would move, Lund said.", "Given a house", "condition"),
    (
        "The ferry sails on Monday, captain and crew willing.",
        "captain and crew willing",
        "condition",
    ),
    ("Lund said the alleged theft was a matter for the police.", "alleged", "evidential"),
]
LEFT = [
    ("Lund said they care about two things.", "about"),
    ("The fair offer is on the table, Lund said.", "on the table"),
    ("Lund would not say if the council had met.", "if the council had met"),
    ("Lund, once asked which boats were hers, said no.", "once asked"),
    ("Lund said that it was late.", "late"),
    ("Lund said it was the most beautiful bridge.", "most"),
    ("The lift is up, Lund said.", "up"),
    ("The minister stopped short of the bridge.", "stopped short of"),
    ("Lund alleged that the boat was stolen.", "alleged"),
    ("Given their age, they would move, Lund said.", "Given their age"),
    ("Lund asked what he should do.", "should do"),
    ("They will sail only by night, Lund said.", "only by night"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TAKEN)
def test_it_leaves_something_open(text: str, words: str, kind: str) -> None:
    told = {
        q.span.cut(text): q.kind.value for q in read(article(text), model=open_model()).qualifiers
    }
    assert told.get(words) == kind, told


@pytest.mark.parametrize(("text", "words"), LEFT)
def test_it_leaves_nothing_open(text: str, words: str) -> None:
    told = [q.span.cut(text) for q in read(article(text), model=open_model()).qualifiers]
    assert not any(words in one for one in told), told
