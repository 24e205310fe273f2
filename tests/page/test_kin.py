"""What a block has in common with others of its page: a mould, its words, a question asked in turn."""

import pytest

from hearsay.page.kin import kin


def of(*lines: str) -> list[set[str]]:
    """The signals of each line."""
    return [set(names) for names in kin(lines, [line.lower() for line in lines])]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Mon 14, 7pm: Choir, St Olave's", "Sat 19, all day: Book sale", True),
        ("Coal, 40 kg €28.00", "Kindling, a bag €4", True),
        ("Byrne 10", "Fahy 3", True),
        ("Where to stay: three rooms over the bakery", "When to go: July", True),
        ("Ferry sails late", "Baker wins again", False),
        ("Coal, 40 kg €28.00", "Two heifers, in calf", False),
    ],
)
def test_lines_of_one_mould_are_known_by_each_other(one: str, other: str, alike: bool) -> None:  # noqa: FBT001 - a column of the table
    first, second = of(one, other)
    assert ("of a mould" in first) is alike
    assert ("of a mould" in second) is alike


@pytest.mark.parametrize(
    ("line", "name", "seen"),
    [
        ("Briquettes, €6.20 a bale", "a price", True),
        ("Save 85p a metre", "a price", True),
        ("Page 85 of the report", "a price", False),
        ("Thurs 15 May: the vote", "begins with a day", True),
        ("Sunday's choir", "begins with a day", True),
        ("Monitors say that it rained", "begins with a day", False),
        ("Doors open 19.30", "an hour", True),
        ("Prices rose 7.3 per cent", "an hour", False),
        ("Phone 090 555 0144", "a telephone", True),
        ("It fell from 1,200 to 900 in 2019", "a telephone", False),
    ],
)
def test_what_may_be_a_mould_is_seen(line: str, name: str, seen: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (name in of(line)[0]) is seen


def test_words_that_stand_in_the_text_too_are_seen() -> None:
    pulled, text, once = of(
        "“I have written down what people owe me”",
        "“I have written down what people owe me,” said the baker.",
        "The bank has flown in four hundred thousand",
    )
    assert "its words below too" in pulled
    assert not {"its words above too", "its words below too"} & (text | once)


def test_a_line_that_stands_there_twice_is_seen() -> None:
    caption = "The bank has flown in four hundred thousand"
    twice, pulled, once = of(caption, "“It flew,” said the baker.", f"{caption} twice.")
    assert not any("a line twice" in one for one in (twice, pulled, once))
    assert ["a line twice" in one for one in of(caption, "It flew.", caption)] == [
        True,
        False,
        True,
    ]


def test_questions_count_where_a_text_goes_by_them() -> None:
    asked = ["Who pays?", "People in the south-west pay most, as ever."]
    assert "a question in turn" not in of(*asked, *asked)[0]
    found = of(*asked, *asked, *asked)
    assert "a question in turn" in found[4]
    assert "under a question in turn" in found[5]


def test_what_a_line_with_a_colon_brings_in_is_seen_as_long_as_it_speaks() -> None:
    over = "The owners said in a statement:"
    found = of(over, "We regret the delay.", "You will be paid in May.", "The mayor sighed.")
    assert "speaks under a colon" in found[1]
    assert "speaks on" in found[2]
    assert "speaks on" not in found[3]
    quoted = of(over, "“We regret the delay,” said Ida Lund.", "We left at noon.")
    assert "under a sentence with a colon" in quoted[1]
    assert not {"speaks under a colon", "speaks on"} & {*quoted[1], *quoted[2]}
    assert "speaks under a colon" in of("Her reply:", "We regret the delay.")[1]
    for line in ("Ida Lund:", "There is only one problem with it:"):
        assert "speaks under a colon" not in of(line, "You can buy it anywhere.")[1]


def test_a_line_without_a_stop_is_seen_where_others_have_one() -> None:
    prose = "The owners said that the ferry would sail again once the engine was mended."
    name = "without a stop, unlike others"
    found = of(*[prose] * 5, prose.rstrip("."))
    assert [name in those for those in found] == [*[False] * 5, True]
    assert not any(name in those for those in of(*[prose.rstrip(".")] * 6))
