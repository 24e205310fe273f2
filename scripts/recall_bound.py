"""How many of the commitments that a reader found in real news are found: of each force, and of all.

    python scripts/recall_bound.py gold/acts/all.csv DATA

The CSV has every commitment of its articles; DATA is the folder of the corpora whose texts those are. One is found where one of such a force has words of its
matter. Those that are not plain are not asked for; one that is found in their place is no mistake.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from texts import texts
from train_bound import found, spans

from hearsay.model.model import open_model
from hearsay.text.span import meets_any


def main() -> None:
    """Read each article, count, print."""
    take = argparse.ArgumentParser(description=__doc__)
    for name in ("marks", "data"):
        take.add_argument(name, type=Path)
    asked = take.parse_args()
    model, text = open_model(), texts(asked.data)
    with asked.marks.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(line for line in file if not line.startswith("#"))]
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    found_ = known = 0
    for article in {row["article"]: None for row in rows}:
        held = [*found(article, text(article), model).held]
        found_ += len(held)
        for row in (row for row in rows if row["article"] == article):
            forces, matter = row["force"].split(), spans(row["matter"])
            one = next(
                (
                    one
                    for one in held
                    if one.force.value in forces
                    and any(meets_any(part, matter) for part in one.matter)
                ),
                None,
            )
            if one is not None:
                held.remove(one)
                known += 1
            if row["plain"] == "yes":
                wanted[forces[0]] += 1
                right[forces[0]] += one is not None
    for force, many in wanted.most_common():
        print(f"{force:10} {right[force]:4} of {many}")
    print(f"found {sum(right.values())} of {wanted.total()}; of {found_} found {known} wanted")


if __name__ == "__main__":
    main()
