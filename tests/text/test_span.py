"""The algebra of spans: each operation against a set of code points, which cannot be wrong."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import BadSpan
from hearsay.text.span import (
    Span,
    between,
    cut,
    found,
    joined,
    laid_out,
    lawful,
    line_of,
    lines,
    matched,
    split_at,
    whole,
    without,
)
from tests.strategies import any_spans, texts

lists = st.lists(any_spans(), max_size=6)
TEXT = "The minister said no."


def points(*spans: Span) -> set[int]:
    """The code points that spans hold."""
    return {at for span in spans for at in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (2, 2), (3, 2), (0, 0), (-2, -1)])
def test_an_empty_or_backward_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadSpan, match=re.escape(f"[{start}, {end}]")):
        Span(start, end)


@given(any_spans())
def test_a_span_holds_as_many_code_points_as_it_is_long(span: Span) -> None:
    assert span.length == len(points(span)) == len(span.cut("x" * 30))
    assert span.start in points(span)
    assert all(span.at(at) == (at in points(span)) for at in range(32))


@given(any_spans(), any_spans())
def test_two_spans_lie_to_one_another_as_their_code_points_do(a: Span, b: Span) -> None:
    assert a.holds(b) == (points(b) <= points(a))
    assert a.meets(b) == bool(points(a) & points(b)) == b.meets(a)
    assert a.before(b) == (max(points(a)) < min(points(b)))
    assert (a == b) == (points(a) == points(b))
    assert (a < b) == ((a.start, a.end) < (b.start, b.end))
    common = a.common(b)
    assert points(*([common] if common else [])) == points(a) & points(b)
    assert points(a.hull(b)) == set(range(min(points(a, b)), max(points(a, b)) + 1))
    gap = a.gap(b)
    assert points(*([gap] if gap else [])) == set(range(a.end, b.start))
    between = gap or b.gap(a)
    assert a.apart(b) == b.apart(a) == (between.length if between else 0)


@given(any_spans(), st.integers(0, 10))
def test_a_moved_span_is_as_long_as_before(span: Span, by: int) -> None:
    assert span.moved(by).moved(-by) == span
    assert span.moved(by).length == span.length
    assert Span(by, by + 40).part(span) == span.moved(by)


def test_no_span_is_moved_out_of_the_text() -> None:
    with pytest.raises(BadSpan):
        Span(2, 5).moved(-3)


@given(texts.filter(bool), st.data())
def test_a_trimmed_span_is_what_strip_leaves(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    kept = span.trimmed(text)
    assert (kept.cut(text) if kept else "") == span.cut(text).strip()
    assert kept is None or span.holds(kept)


def test_other_characters_can_be_trimmed() -> None:
    assert Span(0, 6).trimmed("“No,” ", "“”, ") == Span(1, 3)
    assert Span(0, 2).trimmed("“”", "“”") is None


@pytest.mark.parametrize(
    ("span", "left", "right"),
    [(Span(4, 12), " ", " "), (Span(0, 3), "", " "), (Span(20, 21), "o", "")],
)
def test_what_stands_beside_a_span(span: Span, left: str, right: str) -> None:
    assert (span.left(TEXT), span.right(TEXT)) == (left, right)


def test_more_than_one_character_beside_a_span_stops_at_the_ends_of_the_text() -> None:
    assert Span(2, 4).left(TEXT, 9) == "Th"
    assert Span(18, 19).right(TEXT, 9) == "o."
    assert Span(4, 12).left(TEXT, 2) == "e "


@given(lists)
def test_joined_spans_hold_the_same_and_neither_touch_nor_go_back(spans: list[Span]) -> None:
    parts = joined(spans)
    assert points(*parts) == points(*spans)
    assert all(a.end < b.start for a, b in pairwise(parts))
    assert joined(parts) == parts
    assert joined(reversed(spans)) == parts
    assert lawful(parts)


@given(lists)
def test_lawful_is_sorted_and_apart(spans: list[Span]) -> None:
    apart = len(points(*spans)) == sum(span.length for span in spans)
    assert lawful(tuple(spans)) == (apart and spans == sorted(spans))


@given(any_spans(), lists)
def test_without_holes_is_the_difference(span: Span, holes: list[Span]) -> None:
    parts = without(span, holes)
    assert points(*parts) == points(span) - points(*holes)
    assert lawful(parts)


@given(st.integers(-3, 9), st.integers(-3, 9))
def test_between_is_a_span_or_none(start: int, end: int) -> None:
    if start < 0 and end > start:
        with pytest.raises(BadSpan):
            between(start, end)
    else:
        assert between(start, end) == (Span(start, end) if start < end else None)


def test_the_whole_of_a_text_and_of_none() -> None:
    assert whole(TEXT) == Span(0, 21)
    assert whole("") is None


@pytest.mark.parametrize(
    ("words", "after", "where"),
    [
        ("minister", 0, Span(4, 12)),
        ("i", 0, Span(5, 6)),
        ("i", 6, Span(7, 8)),
        ("i", 15, Span(15, 16)),
        ("I", 0, None),
        ("", 0, None),
        ("The", 1, None),
    ],
)
def test_words_are_found_where_they_stand(words: str, after: int, where: Span | None) -> None:
    assert found(TEXT, words, after) == where


def test_a_match_is_a_span() -> None:
    match = re.search(r"(?P<who>minister) said", TEXT)
    assert match
    assert matched(match) == Span(4, 17)
    assert matched(match, "who") == matched(match, 1) == Span(4, 12)


def test_words_in_several_stretches_are_cut_with_a_mark_between() -> None:
    assert cut((Span(4, 12), Span(18, 20)), TEXT) == "minister … no"
    assert cut((Span(4, 12), Span(18, 20)), TEXT, "|") == "minister|no"
    assert cut((), TEXT) == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one\ntwo", ["one", "two"]),
        (" one \r\n\r\n\ttwo three\r", ["one", "two three"]),
        (
            "one\u2028two\u2029three\x0bfour\x0cfive\x85six",
            ["one", "two", "three", "four", "five", "six"],
        ),
        ("\n \n", []),
        ("", []),
    ],
)
def test_lines_are_what_stands_between_line_ends(text: str, parts: list[str]) -> None:
    assert [line.cut(text) for line in lines(text)] == parts


@given(texts)
def test_lines_hold_every_character_that_is_no_white_space(text: str) -> None:
    found_lines = lines(text)
    assert lawful(found_lines)
    everything = whole(text)
    left = without(everything, found_lines) if everything else ()
    assert "".join(gap.cut(text) for gap in left).strip() == ""


@given(st.lists(texts.filter(bool), max_size=4), texts)
def test_parts_laid_out_stand_where_it_says(parts: list[str], between_them: str) -> None:
    text, spans = laid_out(parts, between_them)
    assert text == between_them.join(parts)
    assert [span.cut(text) for span in spans] == parts


def test_no_empty_part_is_laid_out() -> None:
    with pytest.raises(BadSpan):
        laid_out(["one", ""], " ")


@pytest.mark.parametrize(
    ("text", "start", "number"),
    [
        ("one two", 4, 1),
        ("one\ntwo", 3, 1),
        ("one\ntwo", 4, 2),
        ("a\r\n\rb", 4, 3),
        ("\n\n\nd", 3, 4),
    ],
)
def test_lines_are_counted_as_an_editor_counts_them(text: str, start: int, number: int) -> None:
    assert line_of(text, Span(start, start + 1)) == number


@given(any_spans(), lists)
def test_a_span_cut_at_others_is_whole_and_crossed_by_none(span: Span, others: list[Span]) -> None:
    parts = split_at(span, others)
    assert joined(parts) == (span,)
    assert lawful(parts)
    assert all(other.holds(part) or not other.meets(part) for other in others for part in parts)
    edges = {at for other in others for at in (other.start, other.end)}
    assert {part.end for part in parts[:-1]} <= edges


@given(any_spans(), any_spans(), st.integers(0, 9))
def test_a_span_is_widened_within_another(a: Span, b: Span, by: int) -> None:
    inner, outer = a, a.hull(b)
    near = {at for at in points(outer) if any(abs(at - one) <= by for one in points(inner))}
    assert points(inner.widened(by, outer)) == near
