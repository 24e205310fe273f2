"""The statements that were written to learn acts from are of the form that their guidelines give."""

from pathlib import Path

import pytest

from hearsay.reading.attribution import Act, Certainty, Polarity

FILES = sorted((Path(__file__).parents[3] / "gold/acts/written").glob("*.tsv"))
MARKS = {"[": "]", "{": "}"}


def held(statement: str) -> dict[str, list[str]]:
    """What stands within each kind of mark.

    Raises:
        ValueError: a mark stands within another, is not closed, or was never opened.
    """
    out: dict[str, list[str]] = {opened: [] for opened in MARKS}
    open_at: tuple[str, int] | None = None
    for at, sign in enumerate(statement):
        if sign in MARKS:
            if open_at:
                raise ValueError(statement)
            open_at = sign, at
        elif sign in MARKS.values():
            if open_at is None or MARKS[open_at[0]] != sign:
                raise ValueError(statement)
            out[open_at[0]].append(statement[open_at[1] + 1 : at])
            open_at = None
    if open_at:
        raise ValueError(statement)
    return out


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_a_marked_statement_with_its_labels(path: Path) -> None:
    head, *lines = path.read_text("utf-8").splitlines()
    assert head.split("\t") == ["statement", "act", "polarity", "certainty"]
    told = [line.split("\t") for line in lines]
    assert {polarity for _, _, polarity, _ in told} <= {one.value for one in Polarity}
    assert {certainty for *_, certainty in told} <= {one.value for one in Certainty}
    for statement, *_ in told:
        assert all(any(word.strip() for word in held(statement)[mark]) for mark in MARKS)
    assert len({statement for statement, *_ in told}) == len(told)
    assert {act for _, act, _, _ in told} == {act.value for act in Act}


@pytest.mark.parametrize("wrong", ["[said] {it", "he] [said] {it}", "[said {it}]"])
def test_marks_that_do_not_pair_are_seen(wrong: str) -> None:
    with pytest.raises(ValueError, match="said"):
        held(wrong)
