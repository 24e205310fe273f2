"""The card as a page to read: what the model is, what it was made from, how good it is, what it is not for.

Sections as in Mitchell et al. (2019), Model Cards for Model Reporting.
"""

from collections.abc import Iterator
from pathlib import Path

from hearsay.model.card import Card

PAGE = "CARD.md"
_LICENCES = {
    "G": "free to use",
    "A": "share-alike, or no licence stated; named here as its authors ask",
}


def write_page(card: Card, folder: Path) -> None:
    """Writes CARD.md beside card.json."""
    (folder / PAGE).write_text(page(card), "utf-8")


def page(card: Card) -> str:
    """The card as Markdown."""
    recipe = card.recipe
    return _PAGE.format(
        name=card.name,
        precision=card.precision,
        base=recipe["base"],
        epochs=recipe["epochs"],
        seed=recipe["seed"],
        inner=_INNER.format(**recipe["inner"]) if "inner" in recipe else "",
        said=_SAID.format(**recipe["said"]) if "said" in recipe else "",
        facts=_FACTS.format(**recipe["facts"]) if "facts" in recipe else "",
        within=_BY_HEAD if "inner" in recipe else _AGAIN,
        data="\n".join(_data(card)),
        scores="\n".join(_scores(card)),
        **{"expected_error": 0.0, "findings": 0, **card.scores.get("calibration", {})},
    )


def _data(card: Card) -> Iterator[str]:
    trained = [one["path"] for one in card.recipe["train"]]
    for path, known in card.data.items():
        use = "training" if path in trained else "development"
        licence = f"{known['licence']}: {_LICENCES[known['licence']]}"
        yield f"| {path} | {use} | {licence} | {known['sha256'][:16]}… |"


def _scores(card: Card) -> Iterator[str]:
    for path, figures in card.scores.items():
        if path == "calibration":
            continue
        for name, one in figures.items():
            low, high = one["interval"]
            yield f"| {path} | {name} | {100 * one['f1']:.1f} | {100 * low:.1f} to {100 * high:.1f} |"


_INNER = """

The head for what stands inside contents, inner.onnx, was learned afterwards, the encoder left as it was, from the same network that
reads contents again as texts of their own: {epochs} epochs, seed {seed}, `scripts/train_inner.py`. No person marked what it learned from."""

_SAID = """

Whether a cue makes an attribution at all was learned last, from {findings} findings of this reader in articles of PolNeAR's training
half (licence class A), {false} of which readers said that they attribute nothing, after gold/acts/GUIDELINES.md: `scripts/train_said.py`,
labels with the sha256 {sha256:.16}…. With articles left out, a false finding is doubted more than another {told_apart:.1f} times in 100."""

_FACTS = """

Heads for what single corpora call factual, facts.npz, were learned beside them, the encoder left as it was: {epochs} epochs, seed {seed},
`scripts/train_facts.py`; events by corpus: {events}. They are for measuring against these corpora; no reading uses them."""

_BY_HEAD = "what the head for those inside has learned, no person marked, and they are measured on articles written for it."
_AGAIN = "those inside are read by the same network, and no annotated news measures them."

_PAGE = """\
# {name} ({precision})

One small encoder with heads for attributions (source, cue, content), Universal Dependencies syntax,
mentions, what they refer to, and how factual events are, for English news. `hearsay train` wrote this page from the run; do not edit it.

## Use

Reads who said what in news articles, as `hearsay read` shows it. It gives no verdict on whether what is said
is true, and is no ground for a claim about a person that its reader has not checked in the text.

## Made from

Base: {base} (Apache-2.0). {epochs} epochs, seed {seed}; the whole recipe is in card.json.{inner}{said}{facts}

| data | for | licence class | sha256 |
|---|---|---|---|
{data}

## Scores on development data

F1 (of factuality Pearson's r) in hundredths, with the 95 % interval of a bootstrap over articles, documents or
events. Of the network alone, every line read.

| data | figure | F1 | interval |
|---|---|--:|---|
{scores}

Expected calibration error {expected_error:.3f}, of {findings} findings: two halves of the articles, each
told by weights that were learned on the other.

## Limits

Trained on seven United States outlets of 2015 and 2016 that wrote about an election. Other years, countries
and kinds of text are read less well, and how much less is not known. English alone. The annotators marked
the outermost attributions; {within}
It knows no case of letters but by the shape of whole words.
"""
