"""Windows: every word is asked of one, and none is too large."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.tokens import Tokens
from hearsay.model.windows import windows
from hearsay.text.span import Span


@st.composite
def texts(draw: st.DrawFn) -> Tokens:
    """Words of one to four pieces, in sentences and paragraphs."""
    counts = draw(st.lists(st.integers(1, 4), max_size=120))
    breaks = draw(st.lists(st.sampled_from("   .¶"), min_size=len(counts), max_size=len(counts)))
    sentence, number = [], 0
    for n, sign in enumerate(breaks):
        number += bool(n and sign != " ")
        sentence.append(number)
    n = len(counts)
    return Tokens(
        spans=tuple(Span(2 * at, 2 * at + 1) for at in range(n)),
        pieces=tuple((7,) * count for count in counts),
        shapes=(1,) * n,
        quoted=(0,) * n,
        broke=tuple(int(sign == "¶" or at == 0) for at, sign in enumerate(breaks)),
        sentence=tuple(sentence),
    )


@given(texts(), st.integers(8, 40), st.integers(0, 12))
def test_every_word_is_asked_once(cut: Tokens, room: int, shared: int) -> None:
    made = list(windows(cut, room, shared))
    asked = [word for window in made for word in range(window.asked, window.stop)]
    assert asked == list(range(len(cut)))


@given(texts(), st.integers(16, 40), st.integers(0, 8))
def test_no_window_is_too_large_and_context_is_of_its_paragraph(
    cut: Tokens, room: int, shared: int
) -> None:
    for window in windows(cut, room, shared):
        part = range(window.first, window.stop)
        assert sum(len(cut.pieces[word]) for word in part) <= room
        context = range(window.first + 1, window.asked + 1)
        assert window.asked == window.first or not any(
            cut.broke[word] for word in context if word < len(cut)
        )
        assert sum(len(cut.pieces[word]) for word in range(window.first, window.asked)) <= shared
