"""Which stretches stand within marks: a table of pairings, and what holds of every text."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.marks import Family
from hearsay.language.quotation import Piece, elisions, insertions, quotations
from hearsay.text.span import Span, laid_out, whole
from tests.strategies import texts

# Each piece with its marks; ">" before one that stands in another, "→" where it goes on in the next
# paragraph or went on from the one before. ¶ parts paragraphs.
PAIRS = [
    # one kind of marks at a time
    ("curly doubles", "Lund said, “We go home.” She left.", ["“We go home.”"]),
    ("straight doubles", 'Lund said, "We go home." She left.', ['"We go home."']),
    ("two straight pairs", '"Yes," Lund said. "No."', ['"Yes,"', '"No."']),
    ("back-quotes and doubled singles", "``Yes,'' Lund said. ``No.''", ["``Yes,''", "``No.''"]),
    ("doubled singles alone", "''Yes,'' Lund said.", ["''Yes,''"]),
    ("French guillemets", "Lund said: «We go home.»", ["«We go home.»"]),
    ("French guillemets with spaces", "Lund said: « We go home. »", ["« We go home. »"]),
    ("guillemets turned inward", "Lund said: »We go home.«", ["»We go home.«"]),
    ("Swedish guillemets, all one way", "Lund said: »We go home.»", ["»We go home.»"]),
    ("thin guillemets", "a ‹rest› of it", ["‹rest›"]),
    ("German, low to high", "Lund said: „We go home.“ She left.", ["„We go home.“"]),
    ("Polish, low to high right", "Lund said: „We go home.” She left.", ["„We go home.”"]),
    ("Swedish, high right twice", "Lund said: ”We go home.” She left.", ["”We go home.”"]),
    ("fullwidth", "Lund said: ＂We go home.＂", ["＂We go home.＂"]),
    ("curly opens, straight closes", 'Lund said, “We go home." She left.', ['“We go home."']),
    ("straight opens, curly closes", 'Lund said, "We go home.” She left.', ['"We go home.”']),
    # British singles
    ("curly singles", "Lund said: ‘We go home.’ She left.", ["‘We go home.’"]),
    ("straight singles", "Lund said: 'We go home.' She left.", ["'We go home.'"]),
    ("a contraction inside", "Lund said: ‘We don’t go home.’", ["‘We don’t go home.’"]),
    ("a straight contraction inside", "Lund said: 'We don't go.'", ["'We don't go.'"]),
    ("a plural possessive inside", "‘It is the boys’ home,’ Lund said.", ["‘It is the boys’ home,’"]),
    ("a straight one", "'It is the boys' home,' Lund said.", ["'It is the boys' home,'"]),
    ("two quotations", "‘Yes,’ Lund said, ‘we go.’", ["‘Yes,’", "‘we go.’"]),
    ("one word", "the ‘reform’ of the banks", ["‘reform’"]),
    ("one word that ends in s", "the ‘reforms’ of the banks", ["‘reforms’"]),
    ("back-quote and straight", "the `reform' of the banks", ["`reform'"]),
    # apostrophes are none
    ("contractions alone", "They don’t know; it's late.", []),
    ("possessives alone", "the boys’ home and Lund’s", []),
    ("two possessives", "the boys' home, the girls' home", []),
    ("a decade", "in the '90s and the ’80s", []),
    ("a decade and a quotation", "in the '90s he said 'no' twice", ["'no'"]),
    ("rock 'n' roll", "rock 'n' roll, rock ’n’ roll", []),
    ("'em and 'til", "Tell 'em to wait 'til noon.", []),
    ("feet and inches", "He is 6'2\" tall, she is 5’ 9”.", []),
    ("feet and inches that end a sentence", "He is 5' 9\".", []),
    ("the same, curly", "He is 5’ 9”.", []),
    ("a quotation with 'n'", "‘We love rock ’n’ roll,’ he said.", ["‘We love rock ’n’ roll,’"]),
    ("a quotation after inches", 'a 9" nail is “long”', ["“long”"]),
    ("a quotation that ends in a number", 'Lund said: "It was 1990." He left.', ['"It was 1990."']),
    ("a straight quotation that is a year", 'the class of "90"', ['"90"']),
    ("minutes and seconds", 'at 59° 12\' 30" north', []),
    # nesting
    ("singles in doubles", "“He said ‘no’ twice,” Lund said.", ["“He said ‘no’ twice,”", ">‘no’"]),
    ("doubles in singles", "‘He said “no” twice,’ Lund said.", ["‘He said “no” twice,’", ">“no”"]),
    ("straight in straight", "\"He said 'no' twice,\" she said.", ["\"He said 'no' twice,\"", ">'no'"]),
    ("closing together", "“He said ‘no.’”", ["“He said ‘no.’”", ">‘no.’"]),
    ("opening together", "“‘No,’ he said.”", ["“‘No,’ he said.”", ">‘No,’"]),
    ("doubles in doubles", "“He said “no” twice,” she said.", ["“He said “no” twice,”", ">“no”"]),
    ("low in guillemets", "«He said „no“ twice.»", ["«He said „no“ twice.»", ">„no“"]),
    ("three deep", "“He said ‘she said “no” there’ here.”",
     ["“He said ‘she said “no” there’ here.”", ">‘she said “no” there’", ">>“no”"]),
    # several paragraphs
    ("each opens, the last closes", "“One. ¶“Two. ¶“Three,” Lund said.",
     ["“One.→", "→“Two.→", "→“Three,”"]),
    ("the same, straight", '"One. ¶"Two." ¶Lund left.', ['"One.→', '→"Two."']),
    ("the same, single", "‘One. ¶‘Two,’ Lund said.", ["‘One.→", "→‘Two,’"]),
    ("the same, led up to", "Lund said: ‘One. ¶‘Two.’ She left.", ["‘One.→", "→‘Two.’"]),
    ("the same, straight", "Lund said: 'One. ¶'Two.' She left.", ["'One.→", "→'Two.'"]),
    ("a single mark that nothing leads up to", "Lund’s ‘One. ¶‘Two.’ She left.", ["‘Two.’"]),
    ("a single mark that nothing takes up", "Lund said: ‘One. ¶She left. ‘Two.’", ["‘Two.’"]),
    ("no mark opens the second", "“One. ¶Two,” Lund said.", ["“One.→", "→Two,”"]),
    ("one closes before the next opens", "“One.” ¶“Two.”", ["“One.”", "“Two.”"]),
    ("the next paragraph begins otherwise", "“One. ¶Then Lund said “no”.", ["“One.", "“no”"]),
    ("a text follows in the paragraph", "“One,” she said. “And ¶“two.”",
     ["“One,”", "“And→", "→“two.”"]),
    # marks without a partner
    ("never closed", "Lund said, “We go home.", ["“We go home."]),
    ("never opened", "We go home,” Lund said.", ["We go home,”"]),
    ("odd, the first is lost", "Yes,” she said. “No.”", ["Yes,”", "“No.”"]),
    ("odd, the last is lost", "“Yes,” she said. “No.", ["“Yes,”", "“No."]),
    ("odd, straight", '"Yes," she said. "No.', ['"Yes,"', '"No.']),
    ("opened twice", "“Yes, she said. “No.”", ["“Yes, she said.", "“No.”"]),
    ("nothing within", "He wrote “” and left.", []),
    ("a mark alone", "“", []),
    ("no marks", "We go home.", []),
]  # fmt: skip


def cut(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text with its paragraphs apart, and where they stand."""
    return laid_out([part for part in text.split("¶") if part], "\n\n")


def shown(text: str, pieces: Sequence[Piece]) -> list[str]:
    """Each piece as the table writes it."""
    return [
        f"{'>' * one.depth}{'→' * one.went_on}{one.span.cut(text)}{'→' * one.goes_on}"
        for one in pieces
    ]


@pytest.mark.parametrize(("text", "pieces"), [row[1:] for row in PAIRS], ids=[r[0] for r in PAIRS])
def test_marks_pair_as_a_reader_pairs_them(text: str, pieces: list[str]) -> None:
    joined, paragraphs = cut(text)
    assert shown(joined, quotations(joined, paragraphs)) == pieces


@pytest.mark.parametrize(
    ("text", "opened", "closed", "inner", "family"),
    [
        ("“Yes.”", True, True, "Yes.", Family.DOUBLE),
        ("``Yes.''", True, True, "Yes.", Family.DOUBLE),
        ("‘Yes.’", True, True, "Yes.", Family.SINGLE),
        ("« Yes. »", True, True, " Yes. ", Family.ANGLED),
        ("‹Yes.›", True, True, "Yes.", Family.THIN),
        ("“Yes.", True, False, "Yes.", Family.DOUBLE),
        ("Yes.”", False, True, "Yes.", Family.DOUBLE),
    ],
)
def test_a_piece_says_which_marks_it_has(
    text: str, *, opened: bool, closed: bool, inner: str, family: Family
) -> None:
    (piece,) = quotations(*cut(text))
    assert (piece.opened, piece.closed, piece.family) == (opened, closed, family)
    assert piece.inner.cut(text) == inner


@pytest.mark.parametrize(
    ("words", "left_out", "put_in"),
    [
        ("We go … home.", ["…"], []),
        ("We go ... home.", ["..."], []),
        ("We go . . . home.", [". . ."], []),
        ("We go [...] home [ … ].", ["[...]", "[ … ]"], []),
        ("We go (…) home.", ["(…)"], []),
        ("……the head", ["……"], []),
        ("[The bridge] fell.", [], ["[The bridge]"]),
        ("He [Lund] and she (Berg) left.", [], ["[Lund]", "(Berg)"]),
        ("the (elected) head … [sic]", ["…"], ["(elected)", "[sic]"]),
        ("We go home. It is over.", [], []),
        ("It costs 3.50.", [], []),
        ("We go [home.", [], []),
        ("[]", [], ["[]"]),
    ],
)
def test_words_left_out_and_put_in(words: str, left_out: list[str], put_in: list[str]) -> None:
    everything = Span(0, len(words))
    assert [span.cut(words) for span in elisions(words, everything)] == left_out
    assert [span.cut(words) for span in insertions(words, everything)] == put_in


def test_what_stands_outside_a_quotation_is_neither_left_out_nor_put_in() -> None:
    text = "Then … (he said) “we go” [home]"
    (piece,) = quotations(*cut(text))
    assert elisions(text, piece.inner) == insertions(text, piece.inner) == ()


marked = st.text(st.sampled_from("“”‘’\"'`„«»‹›＂ aZs9.,—¶"), max_size=40) | texts


@given(marked)
def test_pieces_lie_in_their_paragraph_and_nested_or_apart(drawn: str) -> None:
    text, paragraphs = cut(drawn)
    pieces = quotations(text, paragraphs)
    assert quotations(text, paragraphs) == pieces
    for piece in pieces:
        assert any(paragraph.holds(piece.span) for paragraph in paragraphs)
        assert piece.span.holds(piece.inner)
        assert piece.inner.trimmed(text), "something stands within"
        assert (piece.span.start < piece.inner.start) == piece.opened
        assert (piece.inner.end < piece.span.end) == piece.closed
        assert piece.depth == sum(
            other is not piece and other.span.holds(piece.span) for other in pieces
        )
    for one, other in combinations(pieces, 2):
        assert one.inner.holds(other.span) or one.span.before(other.span)


@given(marked)
def test_what_goes_on_is_taken_up_by_the_first_of_the_next_paragraph(drawn: str) -> None:
    text, paragraphs = cut(drawn)
    pieces = quotations(text, paragraphs)
    for paragraph, following in pairwise(paragraphs):
        here = [one for one in pieces if paragraph.holds(one.span)]
        there = [one for one in pieces if following.holds(one.span)]
        assert any(one.goes_on for one in here) == any(one.went_on for one in there)
        assert not any(one.went_on for one in there[1:])
    assert not any(one.closed for one in pieces if one.goes_on)


@given(texts)
def test_elisions_and_insertions_are_apart(text: str) -> None:
    everything = whole(text)
    if everything is None:
        return
    left_out, put_in = elisions(text, everything), insertions(text, everything)
    assert all(not a.meets(b) for a, b in combinations(left_out, 2))
    assert all(not a.meets(b) for a, b in combinations(put_in, 2))
    assert not set(left_out) & set(put_in)
