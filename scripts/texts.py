"""Texts: those of marked articles, of which the repository has only names and places."""

import csv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]


def texts(data: Path) -> Callable[[str], str]:
    """The text of an article that is marked, by its name: "polnear/NAME", "fnc/NUMBER" or "fnc-1/NUMBER", or "FOLDER OF GOLD/NAME"."""
    csv.field_size_limit(1 << 24)
    with (data / "fnc-1" / "train_bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(file)}

    def text(article: str) -> str:
        kind, _, name = article.partition("/")
        if kind in ("fnc", "fnc-1"):
            return bodies[name]
        of_polnear = data / "polnear" / "train" / "text"
        folder = of_polnear if kind == "polnear" else ROOT / "gold" / kind / "text"
        return (folder / f"{name}.txt").read_text(encoding="utf-8")

    return text
