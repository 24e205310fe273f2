"""Pieces: those of words that are kept are those of words that are cut anew."""

import pytest

from hearsay.model import tokens
from hearsay.model.card import TOKENIZER
from hearsay.model.model import FOLDER
from hearsay.model.tokens import Pieces


def test_pieces_are_the_same_whatever_was_cut_before(monkeypatch: pytest.MonkeyPatch) -> None:
    forms = ["The", "harbourmaster", "’", "said", "it", "“", "\u3042\ufe0f", "said", "x" * 40]
    alone = [Pieces(FOLDER / TOKENIZER).of([form])[0] for form in forms]
    monkeypatch.setattr(tokens, "MOST_KNOWN", 5)
    pieces = Pieces(FOLDER / TOKENIZER)
    assert [*pieces.of(forms)] == alone
    assert [*pieces.of(forms[::-1])] == alone[::-1]
    assert alone[3] != alone[1]
    assert all(alone)
