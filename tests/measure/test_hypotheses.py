"""The measure of explanations tells what differs, and what is reached on the annotated columns holds."""

import hashlib
import tomllib
from pathlib import Path

import msgspec
import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.columns import columns
from hearsay.measure.hypotheses import compared, measure_hypotheses
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reader.weighing.weights import weights
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Candidate, Hypotheses
from tests.floors import below

COLUMNS = Path(__file__).parents[2] / "gold" / "columns"
FLOORS = tomllib.loads((COLUMNS / "floors-hypotheses.toml").read_text("utf-8"))
EVERY = tuple(columns(COLUMNS / "dev"))


def test_explanations_stay_above_their_floors() -> None:
    measured = measure_hypotheses(COLUMNS / "dev", None)
    found = {one.name: one.f1 for one in measured.figures.shares}
    found["for and against"] = measured.macro
    found |= {f"left out: {name}": figure for name, figure in weights().left_out.items()}
    assert below(found, FLOORS) == {}


def test_the_weights_were_learned_from_the_gold_as_it_is() -> None:
    gold = [(one.name, one.hypotheses) for one in (*EVERY, *columns(COLUMNS / "weighed"))]
    total = hashlib.sha256(repr([one for one in gold if one[1]]).encode())
    assert weights().digest == total.hexdigest(), "run scripts/train_weighing.py again"


@pytest.fixture(scope="module")
def perfect() -> Reading:
    """A reading that has what the annotators have."""
    gold = EVERY[0]
    page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
    ground = Ground("rule:answers_after_a_question", (), "as annotated")
    return msgspec.structs.replace(
        read(extract(page, gold.published).article),
        hypotheses=tuple(
            Hypotheses(
                asked.question[0] if asked.question else None,
                tuple(
                    Candidate(
                        one.claim,
                        tuple(span for spans in one.supports for span in spans),
                        tuple(span for spans in one.against for span in spans),
                    )
                    for one in asked.candidates
                ),
                ground,
            )
            for asked in gold.hypotheses
        ),
    )


def test_what_is_as_annotated_is_all_right(perfect: Reading) -> None:
    counts, misses = compared(EVERY[0], perfect.hypotheses)
    assert all(right == found == wanted for right, found, wanted in counts)
    assert misses == []


def test_sides_that_are_exchanged_are_all_wrong(perfect: Reading) -> None:
    turned = msgspec.structs.replace(
        perfect,
        hypotheses=tuple(
            msgspec.structs.replace(
                weighed,
                candidates=tuple(
                    Candidate(one.claim, one.against, one.supports) for one in weighed.candidates
                ),
            )
            for weighed in perfect.hypotheses
        ),
    )
    counts, misses = compared(EVERY[0], turned.hypotheses)
    assert [right for right, _, _ in counts[3:]] == [0, 0, 0, 0]
    assert counts[0][0] == 1
    assert {miss.what.split()[0] for miss in misses} == {"for", "against"}


def test_a_reading_that_finds_nothing_misses_all() -> None:
    counts, misses = compared(EVERY[0], ())
    assert [(right, found) for right, found, _ in counts[:3]] == [(0, 0)] * 3
    assert [miss.what for miss in misses] == ["question", *["candidate"] * 4]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadGold):
        measure_hypotheses(tmp_path, None)
