"""The same words within marks twice in an article."""

import pytest

from hearsay.reader.read import read
from tests.marked import article

ONCE = "“We do not know whether the bridge will open in May, as the town had hoped,” Anna Lund said on Monday."


def how(text: str) -> list[tuple[str, ...]]:
    return [one.how for one in read(article(text)).variants]


@pytest.mark.parametrize(
    ("again", "wanted"),
    [
        ("“We do not know whether the bridge will open in May”, she had said.", [()]),
        ("“We do not know whether the bridge will open in June”, she had said.", [("name changed",)]),
        ("“We know whether the bridge will open in May, as the town had hoped”, the paper had it.", [("negation changed",)]),
        ("“We do not know whether the bridge … will open in May, as the town hopes”, it said.", [("substituted",)]),
        ("“We do not know whether the ferry will be sold to the north”, she had said.", []),
        ("“in May”, she had said.", []),
        ("It will open.", []),
    ],
)  # fmt: skip
def test_what_becomes_of_words_that_are_given_again(
    again: str, wanted: list[tuple[str, ...]]
) -> None:
    assert how(f"{ONCE}\n\nLater it was otherwise. {again}") == wanted


def test_the_head_of_a_phrase_that_is_cut_off_is_told() -> None:
    found = read(
        article(
            "“As for the setting of new tasks and the choice of means, they will surely be made by the chief,” Per Moe said.\n\n"
            "He insists that “new tasks and the choice of means will surely be made by the chief”."
        )
    ).variants
    text = "the setting of"
    assert [one.how for one in found] == [("elided",)]
    assert len(found[0].differences) == 2
    assert found[0].a.length > found[0].b.length + len(text)


def test_words_of_the_headline_are_looked_for_in_all_of_the_body() -> None:
    found = read(
        article(
            "{headline} Lund: “the bridge will open in May”\n\nAnna Lund said that the bridge will open in May, if the board agrees."
        )
    ).variants
    assert [one.how for one in found] == [("condition lost",)]
