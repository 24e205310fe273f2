"""The head for what stands inside contents: it begins as the encoder ends, learns from its teacher, and opens."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install 'hearsay[train]'")

from hearsay.model.card import INNER, open_card
from hearsay.model.model import FOLDER, Model, open_model
from hearsay.text.span import lines
from hearsay.training.inner.fit import fit, open_inner
from hearsay.training.inner.network import begun
from hearsay.training.inner.ship import ship
from hearsay.training.inner.teacher import Teacher

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "gold" / "attributions" / "text").glob("*.txt"))[:2]


def test_a_head_learns_from_its_teacher_and_opens(tmp_path: Path) -> None:
    recipe = open_inner(ROOT / "recipes" / "inner" / "small-3.toml")
    recipe = msgspec.structs.replace(recipe, epochs=4, batch=2)
    teacher = Teacher(FOLDER)
    examples = [one for path in TEXTS for one in teacher.examples(path.read_bytes())]
    assert examples
    assert all(len(one.owner) == len(one.tags) == len(one.layers) for one in examples)
    head = begun(FOLDER)
    told = [loss.tags for _, _, loss in fit(head, recipe, examples)]
    assert np.mean(told[-2:]) < np.mean(told[:2])
    ship(FOLDER, tmp_path / "out", head)
    assert open_card(tmp_path / "out").files[INNER] != open_card(FOLDER).files[INNER]
    made = Model(tmp_path / "out")
    text = TEXTS[0].read_text("utf-8")
    ours, theirs = (one.mark(one.tokens(text, lines(text))) for one in (made, open_model()))
    assert ours.attributions == theirs.attributions
    assert ours.layers is not None
    assert theirs.layers is not None
    assert np.array_equal(ours.layers.lower, theirs.layers.lower)
