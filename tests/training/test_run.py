"""A training from a recipe to a model that opens, on two articles and three sentences."""

import shutil
import tomllib
from itertools import islice
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install 'hearsay[train]'")

from hearsay.errors import BadRecipe
from hearsay.model.model import Model
from hearsay.text.span import lines
from hearsay.training import run
from hearsay.training.recipe import Recipe, open_recipe
from hearsay.training.run import Reached, Taken, train
from hearsay.training.ship import Shipped

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "gold" / "attributions"
TREES = """\
# newdoc id = boat
# newpar
# text = The boat didn't sink.
1	The	the	DET	DT	_	2	det	_	Entity=(1-object-new-cf1-2-sgl
2	boat	boat	NOUN	NN	_	5	nsubj	_	Entity=1)
3-4	didn't	_	_	_	_	_	_	_	_
3	did	do	AUX	VBD	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	sink	sink	VERB	VB	_	0	root	_	SpaceAfter=No
6	.	.	PUNCT	.	_	5	punct	_	_

# newpar
# text = Lund left.
1	Lund	Lund	PROPN	NNP	_	2	nsubj	_	Entity=(2-person-new-cf1-1-sgl)
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for name in ("court-mill", "bank-rate"):
        for part, ending in (("text", ".txt"), ("attributions", "_hs.ann")):
            (folder / "news" / part).mkdir(parents=True, exist_ok=True)
            shutil.copy(GOLD / part / f"{name}{ending}", folder / "news" / part)
    (folder / "trees.conllu").write_text(TREES, "utf-8")
    return folder


@pytest.fixture(name="recipe")
def _recipe() -> Recipe:
    """The recipe of the repository, for these data and one epoch."""
    plain = tomllib.loads((ROOT / "recipes" / "small-1.toml").read_text("utf-8"))
    corpora = [
        {"kind": "standoff", "path": "news", "licence": "G"},
        {"kind": "treebank", "path": "trees.conllu", "licence": "G"},
    ]
    plain |= {"epochs": 1, "batch": 2, "train": corpora, "dev": corpora}
    return msgspec.convert(plain, Recipe)


def test_a_run_that_is_stopped_goes_on_and_makes_models(
    data: Path, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "EVERY", 0)
    whole = [
        event for event in train(recipe, data, tmp_path / "whole", 1) if isinstance(event, Taken)
    ]
    assert len(whole) == whole[0].of
    out = tmp_path / "out"
    first = list(islice(train(recipe, data, out, 1), 3))  # the third is taken, and not yet kept
    assert [event.step.number for event in first if isinstance(event, Taken)] == [1, 2, 3]
    events = list(train(recipe, data, out, 1))
    again = [event for event in events if isinstance(event, Taken)]
    assert [event.step.losses for event in again] == [event.step.losses for event in whole[2:]]
    assert sum(isinstance(event, Reached) for event in events) == 1
    shipped = [event for event in events if isinstance(event, Shipped)]
    assert [event.card.precision for event in shipped] == ["fp32", "fp16", "int8"]
    assert shipped[0].megabytes > 1.8 * shipped[1].megabytes > 1.8 * 1.8 * shipped[2].megabytes
    for event in shipped:
        model = Model(event.folder)
        text = "Lund said that the boat will sink."
        assert len(model.mark(model.tokens(text, lines(text))).words) == 8
        assert model.card.data["news"]["licence"] == "G"
        page = (event.folder / "CARD.md").read_text("utf-8")
        assert "| trees.conllu | UPOS |" in page
        assert "Expected calibration error" in page
    (data / "trees.conllu").write_text(TREES.replace("sink", "burn"), "utf-8")
    with pytest.raises(BadRecipe, match="of another recipe, or of other data"):
        next(train(recipe, data, out, 1))


def test_missing_data_are_named(recipe: Recipe, tmp_path: Path) -> None:
    with pytest.raises(BadRecipe, match="the data cannot be read"):
        next(train(recipe, tmp_path, tmp_path / "out"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("epochs = 6", 'epochs = "six"'), "Expected `int`"),
        (("seed = 20161030", ""), "missing required field `seed`"),
        (('licence = "A"', 'licence = "R"'), "Invalid enum value 'R'"),
        (("batch = 16", "batch == 16"), "Invalid value"),
    ],
)
def test_a_broken_recipe_is_refused(change: tuple[str, str], says: str, tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(
        (ROOT / "recipes" / "small-1.toml").read_text("utf-8").replace(*change), "utf-8"
    )
    with pytest.raises(BadRecipe, match=says):
        open_recipe(path)


def test_the_recipes_of_the_repository_can_be_opened() -> None:
    for path in (ROOT / "recipes").glob("*.toml"):
        assert open_recipe(path).name.startswith("hearsay-")
