"""Statements of the rules beside those of the learned reader."""

import pytest

from hearsay.reader.statement import Statement, both
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground
from hearsay.text.span import found


@pytest.mark.parametrize(
    ("text", "rule", "cue", "content", "taken"),
    [
        (
            "Lund went on to say that it “never was” so.",
            "verb_before_fragment",
            "went on to say",
            "that it “never was” so",
            1,
        ),
        (
            "Lund ordered a ship, in spite of the “many voices” against it.",
            "verb_before_fragment",
            "ordered",
            "a ship, in spite of the “many voices” against it",
            0,
        ),
        (
            "The “Red Hall” was built by Lund, who feared fire.",
            "source_after_fragment",
            "feared",
            "The “Red Hall” was built by",
            0,
        ),
        ("“It is over,” said Lund.", "verb_after_quote", "said", "“It is over,”", 1),
    ],
)
def test_words_within_marks_amid_a_sentence_are_said_after_that_alone(
    text: str, rule: str, cue: str, content: str, taken: int
) -> None:
    what = found(text, content)
    assert what
    one = Statement(
        source=found(text, "Lund"),
        cue=found(text, cue),
        content=(what,),
        mode=Mode.MIXED,
        confidence=0.7,
        ground=Ground(f"rule:{rule}", (), "a reason"),
    )
    assert both([], [one], text) == [one] * taken
