"""Turns: who answers in an interview of which only the questions have a label."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article

OPENING = "Ida Lund, the mayor of Skerry, talked to us on Monday about the ferry."
ASKED = [
    ("Will you resign over the ferry?", "No. I said that I would stay until 2030."),
    ("But people are angry.", "They are. I think the company has lied to them."),
    ("What did the minister say?", "He told me that the subsidy was safe. I do not believe him."),
]


def asked(label: str, answer: str = "") -> str:
    return "\n\n".join(f"{label}{question}\n\n{answer}{said}" for question, said in ASKED)


@pytest.mark.parametrize("label", ["Q: ", "Question: "])
@pytest.mark.parametrize("answer", ["", "A: "])
def test_what_follows_a_question_is_its_answer(label: str, answer: str) -> None:
    reading = read(article(f"{OPENING}\n\n{asked(label, answer)}"), (), open_model())
    names = {one.id: one.name for one in reading.actors}
    said = {one.speaker and names[one.speaker]: one for one in reading.attributions}
    whose = [names.get(one.speaker or "") for one in reading.attributions if not one.within]
    assert whose.count("Ida Lund") >= len(ASKED)
    assert "Q" not in said
    assert all(one.by != "author" for one in reading.commitments)


def test_a_question_alone_is_no_interview() -> None:
    text = f"{OPENING}\n\nQ: Who pays?\n\nThe council pays for the ferry."
    assert not [
        one for one in read(article(text), (), open_model()).attributions if not one.explicit
    ]
