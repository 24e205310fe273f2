"""Quotes: whatever is given of a stretch finds that stretch again, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.text.quote import AROUND, Quote, quoted, selected
from hearsay.text.span import Span
from tests.strategies import NEWS, spans

few = st.text(st.sampled_from("ab \n"), min_size=1, max_size=300)
some = few | st.text(st.sampled_from(NEWS), min_size=1, max_size=80)


@given(some.flatmap(lambda text: st.tuples(st.just(text), spans(Span(0, len(text))))))
def test_a_quote_selects_its_stretch_alone(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    quote = quoted(span, text)
    assert selected(quote, text) == span
    whole = quote.prefix + quote.exact + quote.suffix
    places = [at for at in range(len(text)) if text.startswith(whole, at)]
    assert places == [span.start - len(quote.prefix)]


def test_no_more_is_given_around_than_there_must_be() -> None:
    text = "x" * 100 + "word" + "y" * 100
    quote = quoted(Span(100, 104), text)
    assert (len(quote.prefix), len(quote.suffix)) == (AROUND, AROUND)
    again = f"{text} {text}"
    quote = quoted(Span(100, 104), again)
    assert selected(quote, again) == Span(100, 104)
    assert len(quote.suffix) > AROUND


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (Quote("no", "", ""), "no, no"),
        (Quote("no", "", ""), "yes"),
        (Quote("", "a", "b"), "ab"),
        (Quote("aa", "", ""), "aaa"),
    ],
)
def test_what_is_there_twice_or_never_selects_nothing(quote: Quote, text: str) -> None:
    assert selected(quote, text) is None
