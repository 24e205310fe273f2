"""Reads the articles of PolNeAR and writes their attributions for a scorer, or counts the rules.

    python benchmarks/polnear.py FOLDER OUT.jsonl     one line an article
    python benchmarks/polnear.py FOLDER --score       direct quotations with their source: P, R, F1
    python benchmarks/polnear.py FOLDER --rules       how often each rule is right

FOLDER is one split of PolNeAR: text/NAME.txt and attributions/NAME_ANNOTATOR.ann. A line is
{"doc": NAME, "attributions": [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]]}]}, offsets in
code points. An attribution is written where the text names its source beside it: a quotation kept
without a speaker claims nothing. PolNeAR is free to use for research; it is not part of hearsay.

A finding is right where the content has the words of an annotator's, all of them and no others, and
the two sources share a word. Of several annotators the first in the order of the alphabet is asked. A
content is direct where all of its words stand within double quotation marks and a mark stands before the
first. The score counts the direct contents that have a source: recall over those of the annotator,
precision over the findings that are direct, each taken for what its nearest annotated content is (the
largest share of words in common), and for what it is itself where it meets none.
"""

import collections
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading

Stretches = list[list[int]]
Roles = dict[str, Stretches]
WORD = re.compile(r"\w+")
TOKEN = re.compile(r"\w+|\n|``|''|[\"“”„«»]")


def readings(folder: Path) -> Iterator[tuple[str, Reading]]:
    """Each article's name and reading, in the order of their names."""
    for path in sorted((folder / "text").glob("*.txt")):
        page = open_page(path.read_bytes(), path.name, content_type="text/plain")
        extracted = extract(page)
        yield path.stem, read(extracted.article, extracted.remarks)


def roles(said: Attribution) -> Roles:
    """An attribution as the scorer wants it."""
    parts = {"source": said.source, "cue": said.cue, "content": said.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in parts.items()}


def annotated(folder: Path, name: str) -> list[Roles]:
    """The attributions that the first annotator marked, those with a content."""
    paths = sorted((folder / "attributions").glob(f"{name}_*.ann"))
    spans: dict[str, Stretches] = {}
    found = []
    lines = paths[0].read_text("utf-8").split("\n") if paths else []
    for line in lines:
        number, _, rest = line.partition("\t")
        if number.startswith("T") and number[1:].isdigit():  # else the second line of a text
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[number] = [[int(at) for at in part.split()] for part in places.split(";")]
    for line in lines:
        number, _, rest = line.partition("\t")
        if not number.startswith("E"):
            continue
        marked: Roles = {"source": [], "cue": [], "content": []}
        for argument in rest.split():
            role, _, target = argument.partition(":")
            if (kind := role.rstrip("0123456789").lower()) in marked:
                marked[kind] += spans[target]
        if marked["content"]:
            found.append(marked)
    return found


def words(text: str, stretches: Stretches) -> frozenset[int]:
    """Where the words begin that a role holds."""
    return frozenset(
        match.start()
        for match in WORD.finditer(text)
        if any(match.start() < end and start < match.end() for start, end in stretches)
    )


def quoted(text: str) -> frozenset[int]:
    """Where the words begin that stand within double quotation marks; a new line ends an open one."""
    inside, found = False, set()
    for match in TOKEN.finditer(text):
        mark = match.group()
        if mark in {"\n", "”", "»"}:
            inside = False
        elif mark in {"“", "„", "«", "``"}:
            inside = True
        elif mark in {'"', "''"}:
            inside = not inside
        elif inside:
            found.add(match.start())
    return frozenset(found)


def is_direct(text: str, within: frozenset[int], content: frozenset[int]) -> bool:
    """Whether a content is quoted word for word, from its first word on."""
    before = text[max(0, min(content) - 6) : min(content)]
    return content <= within and any(mark in before for mark in ('"', "“", "„", "«", "''", "``"))


def tally(text: str, gold: list[Roles], found: list[Roles]) -> tuple[int, int, int]:
    """Of one article: the direct findings that are right, all of them, and those to be found."""
    within = quoted(text)
    wanted = [(words(text, one["content"]), words(text, one["source"])) for one in gold]
    direct = [bool(source) and is_direct(text, within, content) for content, source in wanted]
    right = claimed = 0
    for one in found:
        content, source = words(text, one["content"]), words(text, one["source"])
        shares = [len(content & other) / len(content | other) for other, _ in wanted]
        best = max(range(len(shares)), key=shares.__getitem__, default=-1)
        if best < 0 or not shares[best]:
            claimed += is_direct(text, within, content)
        elif direct[best]:
            claimed += 1
            right += content == wanted[best][0] and bool(source & wanted[best][1])
    return right, claimed, sum(direct)


def score(folder: Path) -> None:
    """Print precision, recall and F1 on direct quotations with their source."""
    right = claimed = wanted = 0
    for name, reading in readings(folder):
        found = [roles(one) for one in reading.attributions if one.source]
        counts = tally(reading.article.text, annotated(folder, name), found)
        right, claimed, wanted = right + counts[0], claimed + counts[1], wanted + counts[2]
    print(
        f"direct quotations with their source: {wanted} to be found, {claimed} claimed, {right} right"
    )
    print(
        f"precision {right / claimed:.1%}   recall {right / wanted:.1%}   F1 {2 * right / (claimed + wanted):.1%}"
    )


def write(folder: Path, out: Path) -> None:
    """Write a line an article."""
    with out.open("w", encoding="utf-8") as lines:
        for name, reading in readings(folder):
            said = [roles(one) for one in reading.attributions if one.source]
            lines.write(json.dumps({"doc": name, "attributions": said}) + "\n")


def count(folder: Path) -> None:
    """Print each rule's findings, and the share of them that is right."""
    seen: collections.Counter[str] = collections.Counter()
    right: collections.Counter[str] = collections.Counter()
    for name, reading in readings(folder):
        text = reading.article.text
        gold = {
            words(text, one["content"]): words(text, one["source"])
            for one in annotated(folder, name)
        }
        for one in reading.attributions:
            found = roles(one)
            if not found["source"]:
                continue
            source = gold.get(words(text, found["content"]), frozenset())
            seen[one.ground.by] += 1
            right[one.ground.by] += bool(source & words(text, found["source"]))
    print(f"{'rule':40} findings  right")
    for rule, findings in seen.most_common():
        print(f"{rule.removeprefix('rule:'):40} {findings:8}  {right[rule] / findings:.2f}")
    print(f"{'all':40} {seen.total():8}  {right.total() / max(1, seen.total()):.2f}")


def main() -> str | None:
    """Write or count, as the arguments say. Returns what is wrong with them, or None."""
    match sys.argv[1:]:
        case [folder, "--score"]:
            score(Path(folder))
        case [folder, "--rules"]:
            count(Path(folder))
        case [folder, out]:
            write(Path(folder), Path(out))
        case _:
            return __doc__
    return None


if __name__ == "__main__":
    sys.exit(main())
