"""The table of opposites, made of WordNet.

    python scripts/make_opposites.py FOLDER > src/hearsay/language/tables/opposites.toml

FOLDER holds WordNet 3.0's files (Debian: wordnet-base, /usr/share/wordnet). Taken are the antonyms among single words that the shipped
tokenizer knows as wholes, which leaves rare ones out, in one of the first senses of both. Words of grammar, numbers and the forms of
meaning.toml are left out: what their exchange changes has names of its own.
"""

import json
import sys
import textwrap
from importlib.resources import files
from pathlib import Path

from hearsay.fidelity.bearing import KINDS, MeaningEntry, negated
from hearsay.language.lexicon import lexicon, table
from hearsay.language.numbers import numbers

PARTS = {"noun": "n", "verb": "v", "adj": "as", "adv": "r"}
FIRST = 3
"""Senses of a word that are taken, the most frequent first."""

SHORTEST = 3
HEAD = """# Opposites by part of speech, each pair with a space between. Made by scripts/make_opposites.py; entries of meaning.toml stand beside it.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and distribute this database
# for any purpose and without fee or royalty is granted, provided that this notice appears on all copies; it is provided "as is", and
# Princeton University makes no representations or warranties, express or implied. The name of Princeton University may not be used in
# advertising or publicity pertaining to distribution of it. Title to copyright in it remains with Princeton University.
"""


def _number(digits: str) -> int:
    """Which word of a set, from 0, by its two hexadecimal digits."""
    return int(digits, base=16) - 1


def ranks(folder: Path, part: str) -> dict[tuple[str, str], int]:
    """Which sense of a word, from 1, a set of synonyms is, by the place of the set."""
    out: dict[tuple[str, str], int] = {}
    for line in (folder / f"index.{part}").read_text("latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            places = fields[-int(fields[2]) :]
            out |= {(fields[0], place): rank for rank, place in enumerate(places, 1)}
    return out


def pairs(folder: Path, part: str, known: frozenset[str]) -> list[str]:
    """The pairs of a part of speech."""
    rank, words, links = ranks(folder, part), {}, []
    for line in (folder / f"data.{part}").read_text("latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        many = int(fields[3], 16)
        words[fields[0]] = [fields[4 + 2 * n].split("(")[0] for n in range(many)]
        at = 5 + 2 * many
        for n in range(at, at + 4 * int(fields[at - 1]), 4):
            kind, place, _, both = fields[n : n + 4]
            if kind == "!":
                links.append((fields[0], _number(both[:2]), place, _number(both[2:])))
    found = set()
    for here, mine, there, theirs in links:
        one, other = sorted((words[here][mine], words[there][theirs]))
        near = (
            max(
                rank.get((words[here][mine], here), 99), rank.get((words[there][theirs], there), 99)
            )
            <= FIRST
        )
        if near and one != other and {one, other} <= known and not negated(one, other):
            found.add(f"{one} {other}")
    return sorted(found)


def known_words() -> frozenset[str]:
    """The words that may be taken."""
    held = json.loads(files("hearsay.model").joinpath("weights/tokenizer.json").read_text("utf-8"))
    grave = {
        word
        for e in table("meaning", MeaningEntry)
        if e.class_ in KINDS
        for form in e.forms
        for word in form.split()
    }
    known = numbers()
    grave |= {
        *lexicon().grammar,
        *known.ones,
        *known.times,
        *known.ordinals,
        *known.counts,
        *known.parts,
    }
    return (
        frozenset(w for w in held["model"]["vocab"] if w.isalpha() and len(w) >= SHORTEST) - grave
    )


def main() -> None:
    """Print the table."""
    known = known_words()
    print(HEAD)
    for part in PARTS:
        found = pairs(Path(sys.argv[1]), part, known)
        rows = textwrap.wrap(", ".join(f'"{one}"'.replace(" ", "~") for one in found), 150)
        listed = "\n".join(f"  {row}" for row in rows).replace("~", " ")
        print(
            f'[[entry]]\nclass = "{part}"\nforms = [\n{listed},\n]\nsense = "the one way or the other"'
        )
        print(
            f'example = "{found[0].capitalize()}: the two are opposites."\nsource = "Fellbaum 1998, WordNet; version 3.0"\n'
        )


if __name__ == "__main__":
    main()
