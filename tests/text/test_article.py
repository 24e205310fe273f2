"""An article: which block an offset lies in, and which blocks are read."""

import pytest
from hypothesis import given

from hearsay.text.article import BODY, READ, Article, Block, Role
from hearsay.text.span import Span, without
from tests.strategies import articles

ARTICLE = Article(
    "Toll rises\n\nIt rose.\n\nAdvert\n\nIt fell.",
    blocks=(
        Block(Span(0, 10), Role.HEADLINE),
        Block(Span(12, 20), Role.PARAGRAPH),
        Block(Span(22, 28), Role.ADVERT),
        Block(Span(30, 38), Role.PARAGRAPH),
    ),
)


@pytest.mark.parametrize(
    ("offset", "at"),
    [(0, 0), (9, 0), (10, None), (11, None), (12, 1), (25, 2), (37, 3), (38, None), (-1, None)],
)
def test_an_offset_lies_in_one_block_or_none(offset: int, at: int | None) -> None:
    assert ARTICLE.block(offset) == (None if at is None else ARTICLE.blocks[at])


def test_blocks_of_some_roles_come_in_the_order_of_the_text() -> None:
    assert ARTICLE.of(Role.PARAGRAPH, Role.HEADLINE) == (
        ARTICLE.blocks[0],
        ARTICLE.blocks[1],
        ARTICLE.blocks[3],
    )
    assert ARTICLE.of() == ()


def test_furniture_is_not_read() -> None:
    assert [block.role for block in ARTICLE.read] == ["headline", "paragraph", "paragraph"]
    assert BODY < READ < set(Role)


@given(articles())
def test_every_character_stands_in_one_block(article: Article) -> None:
    blocks = [block.span for block in article.blocks]
    for at, character in enumerate(article.text):
        holders = [span for span in blocks if span.at(at)]
        assert len(holders) <= 1
        assert holders or character.isspace()
        block = article.block(at)
        assert (block.span if block else None) == next(iter(holders), None)
    assert all(without(span, ()) == (span,) for span in blocks)


@given(articles())
def test_a_block_is_found_by_any_of_its_offsets_and_has_its_number(article: Article) -> None:
    for number, block in enumerate(article.blocks, 1):
        offsets = range(block.span.start, block.span.end)
        assert all(article.block(offset) is block for offset in offsets)
        assert article.number(block) == number
