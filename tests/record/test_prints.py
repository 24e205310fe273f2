"""Laws of fingerprints: a passage that two texts share shares one; folding is done once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.record.prints import COARSE, FINE, Grain, every, folded, prints

WORDS = st.lists(st.sampled_from(["ab", "cd", "ef", "gh", "ij", "kl", "mn", "op"]), max_size=60)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Russia’s “no”", "russias no"),
        ("Don't!", "dont"),
        ("Café  SOCIETY", "cafe society"),
        ("Straße", "strasse"),
        ("3.5 per cent", "3 5 per cent"),
        ("— … “”", ""),
        ("Москва", "москва"),
    ],
)
def test_folded(text: str, wanted: str) -> None:
    assert " ".join(folded(text)) == wanted


@given(st.text(max_size=200))
def test_folding_is_done_once(text: str) -> None:
    once = folded(text)
    assert folded(" ".join(once)) == once


@given(WORDS, WORDS, WORDS, WORDS, st.data())
def test_a_shared_passage_shares_a_fingerprint(
    before: list[str], after: list[str], ahead: list[str], behind: list[str], data: st.DataObject
) -> None:
    grain = data.draw(st.sampled_from([FINE, COARSE, Grain(2, 1)]))
    least = grain.run + grain.window - 1
    passage = [f"w{data.draw(st.integers(0, 9))}" for _ in range(least)]
    one, other = [*before, *passage, *after], [*ahead, *passage, *behind]
    assert prints(one, grain) & prints(other, grain)
    assert prints(one, grain) & {*every(other, grain).tolist()}


@given(WORDS, st.sampled_from([FINE, COARSE]))
def test_what_is_kept_is_some_of_all(words: list[str], grain: Grain) -> None:
    kept, all_of_them = prints(words, grain), every(words, grain).tolist()
    assert kept <= {*all_of_them}
    assert bool(kept) == bool(words)
    assert all(-(2**63) <= mark < 2**63 for mark in all_of_them)
