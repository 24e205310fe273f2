"""Which characters are quotation marks where they stand, and what each can do there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.marks import Family, Side, marks
from hearsay.text.span import Span, whole
from tests.strategies import spans, texts

SIGNS = {Side.OPENS: "(", Side.CLOSES: ")", Side.EITHER: "?"}

# Each mark as what it can do: ( opens, ) closes, ? either.
SIDES = [
    ("“Yes,” he said.", "()"),
    ('"Yes," he said.', "()"),
    ("‘Yes,’ he said.", "()"),
    ("'Yes,' he said.", "()"),
    ("``Yes,'' he said.", "()"),
    ("«Yes», he said.", "()"),
    ("‹Yes›, he said.", "()"),
    # turned round, or one for both: what stands beside them decides
    ("»Yes«, he said.", "??"),
    ("„Yes“, he said.", "(?"),
    ("”Yes,” he said.", "?)"),
    ("’Yes,’ he said.", "?)"),
    # brackets and dashes beside them
    ('("Yes")', "()"),
    ('["Yes"]', "()"),
    ('He said—"yes"—twice.', "()"),
    ('"Yes"—he said', "()"),
    ("\"'Yes,' he said\"", "(())"),
    # apostrophes, primes and inches
    ("don't, don’t, O'Neill", ""),
    ("the '90s, the ’90s", ""),
    ("rock 'n' roll, rock ’n’ roll", ""),
    ("'em 'til 'tis 'twas 'cause 'bout 'round", ""),
    ("6'2\" tall, 6’ tall", "))"),
    ("the boys' home", ")"),
    ("the boys’ home", ")"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_a_mark_opens_or_closes_by_its_shape_and_its_neighbours(text: str, sides: str) -> None:
    everything = whole(text)
    found = marks(text, everything) if everything else ()
    assert "".join(SIGNS[mark.side] for mark in found) == sides


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("he left,’ she", True),
        ("he left’, she", True),
        ("he left’", True),
        ("the boys’ home", False),
        ("he is 6’, she", False),
        ("the end ’ of it", False),
    ],
)
def test_a_closing_mark_is_firm_where_no_apostrophe_stands(text: str, *, firm: bool) -> None:
    (mark,) = marks(text, Span(0, len(text)))
    assert mark.firm is firm


@pytest.mark.parametrize(
    ("glyphs", "family"),
    [
        (("“", "”", "„", "‟", '"', "＂", "''", "``"), Family.DOUBLE),
        (("‘", "’", "‚", "'", "`"), Family.SINGLE),
        (("«", "»"), Family.ANGLED),
        (("‹", "›"), Family.THIN),
    ],
)
def test_every_mark_is_of_a_family(glyphs: tuple[str, ...], family: Family) -> None:
    for glyph in glyphs:
        text = f" {glyph} "
        (mark,) = marks(text, Span(0, len(text)))
        assert (mark.span.cut(text), mark.family) == (glyph, family)


def test_what_stands_outside_the_stretch_says_nothing() -> None:
    text = "don't"
    assert marks(text, Span(0, 5)) == ()
    (mark,) = marks(text, Span(3, 5))
    assert (mark.span.cut(text), mark.side) == ("'", Side.OPENS)


@given(texts | st.text(st.sampled_from("“”‘’\"'`„«»‹›＂ aZs9.,—"), max_size=40), st.data())
def test_marks_stand_in_the_stretch_in_order_and_apart(text: str, data: st.DataObject) -> None:
    everything = whole(text)
    if everything is None:
        return
    within = data.draw(spans(everything))
    found = marks(text, within)
    assert marks(text, within) == found
    assert all(within.holds(mark.span) for mark in found)
    assert all(a.span.before(b.span) for a, b in pairwise(found))
    assert not any(char.isalnum() for mark in found for char in mark.span.cut(text))
