"""Where words begin and end, and that no character is lost between words and text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.words import LONG, Run, Words, _every, _pattern, words, written
from hearsay.text.span import Span, all_matched, whole, without

CUTS = [
    # clitics
    ("I don't know", "I|do|n't|know"),
    ("I don’t know", "I|do|n’t|know"),
    ("Putin’s aide", "Putin|’s|aide"),
    ("the ministers' aides", "the|ministers|'|aides"),
    ("We'll say they've won", "We|'ll|say|they|'ve|won"),
    ("I'd've gone", "I|'d|'ve|gone"),
    ("WON'T", "WO|N'T"),
    ("It‘s a typist’s slip", "It|‘s|a|typist|’s|slip"),
    ("I cannot and y'all didnt", "I|can|not|and|y'|all|did|nt"),
    ("I'm gonna go", "I|'m|gon|na|go"),
    ("as is his wont", "as|is|his|wont"),
    # apostrophes that are part of the word
    ("Mr. O'Reilly's Shi'ite d’état", "Mr.|O'Reilly|'s|Shi'ite|d’état"),
    ("the '90s, the 1930's, 'em", "the|'90s|,|the|1930's|,|'em"),
    # hyphens
    ("a well-known pro-European ex-minister’s U.S.-led e-mail",
     "a|well|-|known|pro-European|ex-minister|’s|U.S.|-|led|e-mail"),
    ("mid-1980s", "mid-1980s"),
    # abbreviations
    ("Mr. and Mrs. J. Berg of Albany, N.Y.", "Mr.|and|Mrs.|J.|Berg|of|Albany|,|N.Y."),
    ("at 5 a.m. on Jan. 3", "at|5|a.m.|on|Jan.|3"),
    ("Report No. 5. “No.”", "Report|No.|5|.|“|No|.|”"),
    ("the U.S and a.k.a Berg", "the|U.S|and|a.k.a|Berg"),
    # numbers
    ("$1,230.50 or US$5 or 20%", "$|1,230.50|or|US$|5|or|20|%"),
    ("£1.2bn at 5pm and 14:05", "£|1.2|bn|at|5|pm|and|14:05"),
    ("pages 13,14 and 3-4", "pages|13|,|14|and|3|-|4"),
    ("12,34,500 rupees", "12,34,500|rupees"),
    ("on 9/11 and 30/10/2016", "on|9/11|and|30/10/2016"),
    ("call +44 or 555-010-4477", "call|+44|or|555-010-4477"),
    ("the 20th, .5 and 1/2", "the|20th|,|.5|and|1/2"),
    # addresses
    ("(https://example.org/a?b=1).", "(|https://example.org/a?b=1|)|."),
    ("write to a.lund@example.org.", "write|to|a.lund@example.org|."),
    ("Example.com/news, he said.", "Example.com/news|,|he|said|."),
    ("@lund wrote #NoToll, #1", "@lund|wrote|#NoToll|,|#|1"),
    ("budget.xls", "budget.xls"),
    # marks
    ("“‘No,’ he said”", "“|‘|No|,|’|he|said|”"),
    ("``No,'' he said", "``|No|,|''|he|said"),
    ('"No" «Non» „Nein“', '"|No|"|«|Non|»|„|Nein|“'),
    ("Well… no ... or ...... [...]", "Well|…|no|...|or|......|[...]"),
    ("No—never -- no – no", "No|—|never|--|no|–|no"),
    ("What?! No!!", "What|?!|No|!!"),
    ("R&D and/or w/o", "R&D|and|/|or|w/o"),
    # other writing
    ("cafe\u0301 na\u0308ive", "cafe\u0301|na\u0308ive"),
    ("👩‍👩‍👧 ❤️ 👍🏽🇩🇪🇫🇷 :-)", "👩‍👩‍👧|❤️|👍🏽|🇩🇪|🇫🇷|:-)"),
    ("قال مُحَمَّد، نعم", "قال|مُحَمَّد|،|نعم"),
    ("हिन्दी है", "हिन्दी|है"),
    ("so\u00adcial a\u200bb", "so\u00adcial|a|\u200b|b"),
    ("line\r\nend\u2028end\u00a0end", "line|end|end|end"),
    ("", ""),
    (" \n\t\u3000", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cut"), CUTS)
def test_words_stand_where_universal_dependencies_puts_them(text: str, cut: str) -> None:
    assert "|".join(span.cut(text) for span in words(text).spans) == cut


texts = st.text(st.sampled_from("aZ1 \n.,'’“”\"-–/@#$%:…()é\u0301\u200d👍n't") | st.characters())


@given(st.lists(st.sampled_from([*{form for _, cut in CUTS for form in cut.split("|")}, " ", " "])))
def test_what_is_found_at_once_is_what_the_other_patterns_find(forms: list[str]) -> None:
    text = "".join(forms)
    slow = re.compile(_every(), re.VERBOSE)
    assert [span.cut(text) for span in words(text).spans] == slow.findall(text)


@given(texts)
def test_words_ascend_and_hold_every_character_that_is_no_white_space(text: str) -> None:
    spans = words(text).spans
    assert all(a.before(b) for a, b in pairwise(spans))
    assert not any(character.isspace() for span in spans for character in span.cut(text))
    everything = whole(text)
    gaps = without(everything, spans) if everything else ()
    assert "".join(gap.cut(text) for gap in gaps).strip() == ""


@given(texts)
def test_words_as_they_are_written_are_those_of_the_spans(text: str) -> None:
    assert written(text) == tuple(word.cut(text) for word in words(text).spans)


@given(texts, st.data())
def test_there_and_back_between_words_and_characters(text: str, data: st.DataObject) -> None:
    cut = words(text)
    if len(cut):
        first = data.draw(st.integers(0, len(cut) - 1))
        run = Run(first, data.draw(st.integers(first + 1, len(cut))))
        assert cut.run(cut.span(run)) == run
        assert cut.over(cut.span(run)) == run


@given(texts, st.data())
def test_over_is_every_word_that_a_span_touches(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    cut = words(text)
    touched = [at for at, word in enumerate(cut.spans) if word.meets(span)]
    run = cut.over(span)
    assert (list(range(run.first, run.stop)) if run else []) == touched
    exact = bool(touched) and cut.spans[touched[0]].hull(cut.spans[touched[-1]]) == span
    assert cut.run(span) == (run if exact else None)


def test_a_stretch_is_cut_with_the_offsets_of_the_whole() -> None:
    text = "One. Two words."
    cut = words(text, Span(5, 15))
    assert [span.cut(text) for span in cut.spans] == ["Two", "words", "."]
    assert cut.spans[0] == Span(5, 8)


@given(
    st.lists(
        st.sampled_from(
            [*{form for _, cut in CUTS for form in cut.split("|")}, *" \n\u3000", *" .J5:" * 3]
        ),
        min_size=60,
    ),
    st.data(),
)
def test_a_stretch_of_a_long_text_is_cut_as_by_itself(
    forms: list[str], data: st.DataObject
) -> None:
    text = "".join(forms) + "end " * (LONG // 4)
    start = data.draw(st.integers(0, len(text) - LONG))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert words(text, span).spans == all_matched(_pattern(), text, span)


def test_a_span_that_ends_inside_a_word_is_no_run() -> None:
    cut = words("the minister")
    assert cut.run(Span(0, 7)) is None
    assert cut.over(Span(0, 7)) == Run(0, 2)
    assert Words(()).over(Span(0, 7)) is None


def test_characters_are_not_taken_for_words() -> None:
    with pytest.raises(AttributeError):  # and mypy refuses it: the ignore below would be unused
        words("the minister").span(Span(0, 3))  # type: ignore[arg-type] # it is the test


@pytest.mark.parametrize("piece", ["a-", "a.", "1,11", "www.", "@", "a@", "-", "a.com", "a'", "1/"])
def test_a_long_row_without_white_space_is_cut_whole(piece: str) -> None:
    text = piece * 5_000
    assert "".join(span.cut(text) for span in words(text).spans) == text
