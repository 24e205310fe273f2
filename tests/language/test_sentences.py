"""Where sentences begin and end, and that every character stands in exactly one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.sentences import sentences
from hearsay.text.span import Span, whole, without

CUTS = [
    # quotations: the marks go with the stop before them and bind nothing
    ("“Stop.” Lund left.", "“Stop.”|Lund left."),
    ("“Stop. Go,” he said.", "“Stop.|Go,” he said."),
    ("“No!” Lund said. She left.", "“No!” Lund said.|She left."),
    ("“Why?” asked Lund. “Why not?”", "“Why?” asked Lund.|“Why not?”"),
    ("“Why?” Foreign Minister Anna Berg of Norway asked.",
     "“Why?” Foreign Minister Anna Berg of Norway asked."),
    ("“Yes!” The minister said so.", "“Yes!”|The minister said so."),
    ("“Yes!” All of the 5", "“Yes!”|All of the 5"),
    ("“Well…” Lund Berg", "“Well…”|Lund Berg"),
    ('He said "No." She said "Yes."', 'He said "No."|She said "Yes."'),
    ("``No.'' She left.", "``No.''|She left."),
    ("“It is over.” he said.", "“It is over.” he said."),
    # abbreviations
    ("Mr. Lund met Gen. Berg. He left.", "Mr. Lund met Gen. Berg.|He left."),
    ("At 5 p.m. Monday he left the U.S. Senate.", "At 5 p.m. Monday he left the U.S. Senate."),
    ("He lives in the U.S. The toll rose.", "He lives in the U.S.|The toll rose."),
    ("He lives in the U.S. “The toll rose.”", "He lives in the U.S.|“The toll rose.”"),
    ("Acme Inc. said so. J. Berg too.", "Acme Inc. said so.|J. Berg too."),
    ("It is Plan B. It fails.", "It is Plan B.|It fails."),
    ("Report No. 5 fell. “No.” He left.", "Report No. 5 fell.|“No.”|He left."),
    # marks that end nothing, and marks that close
    ("He left; she stayed: Lund won.", "He left; she stayed: Lund won."),
    ("He came (late.) She left.", "He came (late.)|She left."),
    ("(He came.), she said. Yes.", "(He came.), she said.|Yes."),
    ("It fell. [3] He left. [12] Yes. [sic", "It fell. [3]|He left. [12]|Yes.|[sic"),
    ("Then … I do. And ... She left.", "Then … I do.|And ...|She left."),
    ("He fell...and rose. See example.org. Yes.", "He fell...and rose.|See example.org.|Yes."),
    ("What?! No. . . . Yes", "What?!|No. . . .|Yes"),
    ("1. Open it. 2. Close it.", "1. Open it.|2. Close it."),
    ("he left. she stayed", "he left.|she stayed"),
    # headlines and paragraphs
    ("Toll rises, minister says", "Toll rises, minister says"),
    ("One\n\nTwo. Three\r\n\r\nfour\n five", "One|Two.|Three|four\n five"),
    ("", ""),
    (" \n ", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cut"), CUTS)
def test_sentences_end_where_a_reader_pauses(text: str, cut: str) -> None:
    everything = whole(text)
    found = sentences(text, everything) if everything else ()
    assert "|".join(span.cut(text) for span in found) == cut


@given(
    st.text(st.sampled_from("aZ1 \n.!?…,'’“”\"[])Inc.\r") | st.characters(), min_size=1), st.data()
)
def test_every_character_stands_in_one_sentence_of_the_block(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    block = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = sentences(text, block)
    assert all(a.before(b) for a, b in pairwise(found))
    assert all(block.holds(span) and span.trimmed(text) == span for span in found)
    assert "".join(gap.cut(text) for gap in without(block, found)).strip() == ""
    assert not any("\n\n" in span.cut(text) for span in found)


def test_a_block_is_cut_with_the_offsets_of_the_whole() -> None:
    assert sentences("Toll rises\n\nHe left. She stayed.", Span(12, 32)) == (
        Span(12, 20),
        Span(21, 32),
    )
