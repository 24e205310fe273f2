"""Pools what people take words of probability to mean, as the table of words has it.

    python scripts/pool_judgements.py DIR

DIR holds the two surveys: probly.csv (zonination/perceptions, MIT, 46 people) and uiuc-survey-results.csv
(wadefagen/datasets, 123 people), each with a phrase a column and a judgement in per cent a cell. Printed are, for each
phrase, how many judged it, and the quartiles and the median of what they said, 0 to 1: low, mid and high of the scale
"people" in src/hearsay/language/tables/probability.toml.
"""

import csv
import statistics
import sys
from pathlib import Path

SURVEYS = ("probly.csv", "uiuc-survey-results.csv")
SAME = {"almost certainly": "almost certain", "chances are slight": "chances are slight"}


def judged(folder: Path) -> dict[str, list[float]]:
    """What people said of each phrase, in per cent."""
    out: dict[str, list[float]] = {}
    for name in SURVEYS:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for head, cell in row.items():
                    phrase = head.strip('" ').lower()
                    phrase = SAME.get(phrase, phrase)
                    try:
                        said = float(cell)
                    except (TypeError, ValueError):
                        continue  # who they are, or nothing said
                    if 0 <= said <= 100:  # noqa: PLR2004 - per cent
                        out.setdefault(phrase, []).append(said)
    return out


def main(folder: Path) -> None:
    """Print the figures."""
    for phrase, said in sorted(judged(folder).items()):
        low, mid, high = (n / 100 for n in statistics.quantiles(said, n=4, method="inclusive"))
        print(f"{phrase:20} {len(said):4} people   low {low:.3g}  mid {mid:.3g}  high {high:.3g}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
