"""Who signs a block quote says it."""

import pytest

from hearsay.reader.read import read
from hearsay.reader.signatures import signatures
from hearsay.text.article import Article, Block, Role
from hearsay.text.span import cut, laid_out

LEAD = "The council met on Tuesday about the harbour wall."


def article(*quotes: str) -> Article:
    """A paragraph, and block quotes under it."""
    text, spans = laid_out([LEAD, *quotes], "\n\n")
    roles = [Role.PARAGRAPH, *[Role.QUOTE] * len(quotes)]
    return Article(text, blocks=tuple(Block(s, r) for s, r in zip(spans, roles, strict=True)))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("— Ida Lund, mayor", "Ida Lund, mayor"),
        ("Ida Lund", "Ida Lund"),
        ("- Ida Lund, who built it", "Ida Lund, who built it"),
        ("It is over. We go home.", None),
        ("“It is over”", None),
        ("and nobody came", None),
    ],
)
def test_a_line_under_a_block_quote_signs_it_or_not(line: str, name: str | None) -> None:
    made = article("“The wall will fall.”", line)
    signs = signatures(made)
    assert [span.cut(made.text) for span in signs.values()] == ([name] if name else [])


def test_whoever_signs_says_it() -> None:
    made = article("“The wall will fall.”", "— Ida Lund, mayor")
    (one,) = read(made).attributions
    assert cut(one.content, made.text) == "“The wall will fall.”"
    assert cut(one.source, made.text) == "Ida Lund, mayor"
    assert one.cue == ()
    assert one.ground.by == "rule:signed_block_quote"


def test_a_signature_is_no_statement() -> None:
    made = article("The wall was built in 1911 and has been mended since.", "Harbour Report")
    (one,) = read(made).attributions
    assert one.content == (made.blocks[1].span,)


@pytest.mark.parametrize(
    ("lead", "line", "said"),
    [
        ("Lund said that the wall was old.", "We have asked Moss for comment.", False),
        ("Lund said that the wall was old:", "We have asked Moss for comment.", True),
    ],
)
def test_words_without_marks_are_not_those_of_whoever_spoke_last(
    lead: str, line: str, *, said: bool
) -> None:
    text, spans = laid_out([lead, line], "\n\n")
    roles = (Role.PARAGRAPH, Role.QUOTE)
    made = Article(text, blocks=tuple(Block(s, r) for s, r in zip(spans, roles, strict=True)))
    found = [one for one in read(made).attributions if cut(one.content, text) == line]
    assert [bool(one.source or one.speaker) for one in found] == [said]


def test_the_words_above_a_signature_in_their_own_block_are_given_to_nobody_else() -> None:
    made = article("The wall will fall, and nobody mends it. — Ida Lund (@idalund) March 3, 2024")
    read_so = read(made)
    (one,) = [said for said in read_so.attributions if said.source]
    assert not cut(one.content, made.text).endswith("2024")
    assert [quotation.attribution for quotation in read_so.quotations] == [one.id]


@pytest.mark.parametrize(
    ("above", "line", "name"),
    [
        ("“The wall will fall.”", "- Ida Lund.", "Ida Lund"),
        ("“The wall will fall.”", "— the mayor’s office", None),
        ("“The wall will fall,” she said.", "- Ida Lund.", None),
        ("“The wall will fall.”", "Ida Lund.", None),
    ],
)
def test_a_dash_under_a_quoted_paragraph_signs_it(above: str, line: str, name: str | None) -> None:
    text, spans = laid_out([LEAD, above, line], "\n\n")
    made = Article(text, blocks=tuple(Block(span, Role.PARAGRAPH) for span in spans))
    assert [span.cut(text) for span in signatures(made).values()] == ([name] if name else [])
