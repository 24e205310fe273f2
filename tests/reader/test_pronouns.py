"""Pronouns: whom "they" means where what was learned does not tell clearly."""

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.reader.cast.pronouns import NARROW, Pronouns
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.seen import NOTHING
from hearsay.text.span import Span


@pytest.mark.parametrize(
    ("low", "lead", "meant"),
    [("they", 0.9, "here"), ("they", 1.1, "far"), ("their", 0.9, "here"), ("he", 0.1, "far")],
)
def test_they_are_those_of_the_sentence_unless_others_lead_clearly(
    monkeypatch: pytest.MonkeyPatch, low: str, lead: float, meant: str
) -> None:
    pronouns = Pronouns("", lexicon(), NOTHING, Register((), {}), ())
    here = {"0 sentences": 1.0}
    weights = {"far": 1.0, "0 sentences": 0.0}
    rows = [("far", {"far": lead * NARROW}), ("here", here)]
    monkeypatch.setattr(Pronouns, "rows", lambda *_, **__: rows)
    monkeypatch.setattr(Pronouns, "weights", lambda *_: weights)
    monkeypatch.setattr(Pronouns, "_as_likely", lambda *_: None)
    assert pronouns.meant(Span(0, 4), low, (), (), ()) == meant
