"""Writes whom hearsay brings together in OntoGUM's news, and what OntoGUM has, for `scorch` to score (CoNLL F1).

    scripts/score_ontogum.py TREEBANK FOLDER OUT [--all]

TREEBANK is GUM in CoNLL-U, FOLDER has OntoGUM's .conll of the same documents; OUT gets `gold/` and `sys/`. A mention is its
head. Without --all, gold mentions that hearsay brings to nobody are left out, with clusters of which one is left: what is resolved.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any
from unittest import mock

import hearsay.reader.read as reader
from hearsay.model.model import open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.cast.cast import Cast
from hearsay.text.span import Span

KEPT: list[Cast] = []


def keep(*args: Any) -> Cast:  # noqa: ANN401 - what a cast is given
    """Makes a cast, and keeps it for asking."""
    KEPT.append(Cast(*args))
    return KEPT[-1]


def documents(treebank: Path) -> dict[str, tuple[str, list[tuple[Span, int]]]]:
    """Of each document its text, and where each token stands in it, with the index of its head; -1 for roots."""
    out = {}
    for part in treebank.read_text().split("# newdoc id = ")[1:]:
        text = ""
        tokens: list[tuple[Span, int]] = []
        for sentence in part.split("\n\n"):
            rows = [r.split("\t") for r in sentence.split("\n") if re.match(r"\d+\t|\d+-\d+\t", r)]
            if "# newpar" in sentence and text:
                text = text.rstrip() + "\n\n"
            first, glued, at = len(tokens), 0, 0
            for row in rows:
                if "-" in row[0]:
                    glued = int(row[0].partition("-")[2])
                    whole = row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
                    at = len(text)
                    text += whole
                    continue
                inside = int(row[0]) <= glued
                start = at if inside else len(text)
                if inside:
                    at += len(row[1])
                else:
                    text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
                tokens.append(
                    (
                        Span(start, start + len(row[1])),
                        first + int(row[6]) - 1 if row[6] != "0" else -1,
                    )
                )
        out[part.split("\n")[0].strip()] = text, tokens
    return out


def clusters(path: Path, heads: list[int]) -> list[set[int]]:
    """The clusters of a document, each mention by the index of its head."""
    found: dict[str, set[int]] = defaultdict(set)
    opened: dict[str, list[int]] = defaultdict(list)
    rows = [r.split("\t") for r in path.read_text().split("\n") if re.match(r"\d+\t", r)]
    for at, row in enumerate(rows):
        for opens, key, closes in re.findall(r"(\()?(\d+)(\))?", row[-1]):
            if opens:
                opened[key].append(at)
            if closes:
                first = opened[key].pop()
                span = range(first, at + 1)
                found[key].add(next(n for n in span if heads[n] not in span))
    return list(found.values())


def brought(text: str, tokens: list[tuple[Span, int]]) -> list[set[int]]:
    """The clusters of hearsay: names, descriptions that were sources, and the pronouns that it brings to them."""
    KEPT.clear()
    page = open_page(text.encode(), "x.txt", content_type="text/plain")
    extracted = extract(page)
    reader.read(extracted.article, extracted.remarks, open_model())
    cast, own = KEPT[-1], extracted.article.text
    placed, at = [], 0
    for token, head in tokens:
        form = token.cut(text)
        at = own.index(form, at)
        placed.append((Span(at, at + len(form)), head))
        at += len(form)
    tokens = placed
    out = []
    for key in {*cast.records, *(f"={one.key}" for one in cast.register.bearers)}:
        bearer = next((b for b in cast.register.bearers if f"={b.key}" == key), None)
        spans = [place.head for place in bearer.places] if bearer else []
        record = cast.records.get(key)
        spans += [*(record.mentions if record else ()), *cast.pronouns.also.get(key, ())]
        spans += [record.named.head_span] if record and not bearer else []
        mentions = set()
        for span in spans:
            over = [n for n, (token, _) in enumerate(tokens) if token.meets(span)]
            mentions |= {next(n for n in over if tokens[n][1] not in over)} if over else set()
        while up := {n for n in mentions if _part(n, tokens, own)}:
            mentions = (mentions - up) | {tokens[n][1] for n in up}
        out.append(mentions)
    return [one for one in out if len(one) > 1]


def _part(at: int, tokens: list[tuple[Span, int]], text: str) -> bool:
    """Whether a word of a name hangs on another capital before it: "Thomas | Sam"."""
    head = tokens[at][1]
    return (
        head == at - 1
        and tokens[head][0].cut(text)[:1].isupper()
        and tokens[at][0].cut(text)[:1].isupper()
    )


def main() -> None:
    """Writes both."""
    treebank, folder, out = map(Path, sys.argv[1:4])
    every = "--all" in sys.argv
    for name, (text, tokens) in documents(treebank).items():
        path = folder / f"{name}.conll"
        if "_news_" not in name or not path.exists():
            continue
        gold, mine = clusters(path, [head for _, head in tokens]), brought(text, tokens)
        if not every:
            known = set().union(*mine)
            gold = [one & known for one in gold if len(one & known) > 1]
        for kind, found in (("gold", gold), ("sys", mine)):
            (out / kind).mkdir(parents=True, exist_ok=True)
            done = {
                "type": "clusters",
                "clusters": {str(n): sorted(one) for n, one in enumerate(found)},
            }
            (out / kind / f"{name}.json").write_text(json.dumps(done))


if __name__ == "__main__":
    with mock.patch.object(reader, "Cast", keep):
        main()
