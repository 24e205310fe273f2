"""Counts how often each rule is right: the confidences in `hearsay.reader.rules` are these.

    python benchmarks/rules.py FOLDER

FOLDER holds annotated articles in stand-off, such as the training half of PolNeAR. Read by rule, without a model. Right
is a finding that shares half of its content's words with an annotator's, and whose source shares a word with
theirs, or neither has one (`hearsay.measure.attributions.count.right`).
"""

import sys
from collections import Counter
from pathlib import Path

from hearsay.measure.attributions.compare import Text, weighed
from hearsay.measure.attributions.count import right
from hearsay.measure.gold.standoff import Marked, annotated
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read


def count(folder: Path) -> None:
    """Print each rule's findings, and the share of them that is right."""
    seen: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for one in annotated(folder):
        page = open_page(one.text.encode(), one.name, content_type="text/plain")
        found = read(extract(page).article).attributions
        text = Text(one.text)
        marked = [Marked(said.source, said.cue, said.content) for said in found]
        with_words = [
            (said, w) for said, m in zip(found, marked, strict=True) for w in weighed(text, [m])
        ]
        verdicts = right(weighed(text, one.marked), [w for _, w in with_words])
        for (said, _), verdict in zip(with_words, verdicts, strict=True):
            seen[said.ground.by] += 1
            good[said.ground.by] += verdict
    print(f"{'rule':40} findings  right")
    for rule, findings in seen.most_common():
        print(f"{rule.removeprefix('rule:'):40} {findings:8}  {good[rule] / findings:.2f}")
    print(f"{'all':40} {seen.total():8}  {good.total() / max(1, seen.total()):.2f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its folder
        sys.exit(__doc__)
    count(Path(sys.argv[1]))
