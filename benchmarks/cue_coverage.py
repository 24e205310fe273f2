"""Counts which cues of a corpus the table of senses knows.

    python benchmarks/cue_coverage.py FOLDER [MOST]

FOLDER holds annotated articles in stand-off, such as the training half of PolNeAR. A cue is known where the table has one of its
words or phrases; each cue counts as often as it occurs. The second figure counts only verbs, nouns, adjectives and phrases, no
openers such as "to" and "of" and no signs. Then come the most frequent cues that are not known, MOST of them (20 unless said
otherwise).
"""

import sys
from collections import Counter
from pathlib import Path

from hearsay.language.senses import LONGEST, senses
from hearsay.language.words import words
from hearsay.measure.gold.standoff import annotated
from hearsay.reader.acts.cue import WEAK

MOST = 20


def count(folder: Path, most: int) -> None:
    """Print the share of cues that the table knows, and the most frequent that it does not."""
    known = senses()
    seen, unknown, heavy = Counter[str](), Counter[str](), 0
    for one in annotated(folder):
        for marked in one.marked:
            if not marked.cue:
                continue
            told = " ".join(span.cut(one.text) for span in marked.cue)
            lows = [word.cut(told).lower() for word in words(told).spans]
            found = [
                sense.pos
                for n in range(len(lows))
                for length in range(1, LONGEST + 1)
                for sense in known.get(" ".join(lows[n : n + length]), ())
            ]
            form = " ".join(lows)
            seen[form] += 1
            unknown[form] += not found
            heavy += any(pos not in WEAK for pos in found)
    cues, missed = seen.total(), unknown.total()
    print(f"{cues} cues, {len(seen)} forms; known {100 * (cues - missed) / max(1, cues):.2f} %")
    print(f"by a verb, a noun, an adjective or a phrase {100 * heavy / max(1, cues):.2f} %")
    for form, times in unknown.most_common(most):
        if times:
            print(f"{times:6}  {form}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    count(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else MOST)  # noqa: PLR2004
