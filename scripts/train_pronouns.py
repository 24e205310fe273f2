"""Learn what each sign counts for whom a pronoun means, from annotated articles, from GUM and from GAP.

    python scripts/train_pronouns.py gold/actors/dev GUM.conllu GAP.tsv [--news POLNEAR-TRAIN/text] [--only-measure]

Prints how often whoever is meant ranks first on the articles of the first folder, each fifth of them read by weights that were
learned without it; then writes src/hearsay/reader/cast/salience.json from all of them, unless --only-measure. GUM is a CoNLL-U
file with entities, GAP its development table; never the halves that are measured. --news is a folder with the texts of
PolNeAR's training half, of which gold/actors/news.json says whom the pronouns mean: [start, end] of each, and of a name; as many
times as it means several by their names, and without a name where it means nobody.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from shipped import digest, ship

from hearsay.language.lexicon import lexicon
from hearsay.language.words import words
from hearsay.measure.actors import PRONOUNS, alike
from hearsay.measure.gold.actors import peopled
from hearsay.measure.gold.pronouns import asked
from hearsay.measure.gold.treebank import documents, head_of
from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader import read as reading
from hearsay.reader.cast.antecedents import MATTER, ONE, THING, Antecedent
from hearsay.reader.cast.cast import Cast
from hearsay.reader.cast.joint import together
from hearsay.reader.cast.pronouns import IT, NOBODY, SEVERAL, Pronouns, agreeing
from hearsay.reader.cast.salience import Salience
from hearsay.reader.cast.whose import Whose
from hearsay.reader.learned import seen_in
from hearsay.reader.read import read
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans, lines

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "reader" / "cast" / "salience.json"
GENRES = ("news", "interview", "court", "speech", "academic", "textbook", "bio")
OWN, PASSAGE, OTHER = 1.0, 0.2, 0.2
"""How much one pronoun of our own articles and of the news counts, of GAP, of GUM: GAP's two names are chosen to be taken for one another."""

NEWS = Path(__file__).parents[1] / "gold" / "actors" / "news.json"
PRICE = 20.0  # how much large weights cost
FOLDS = 5
ROUNDS = 300
STEP = 0.5
LEAST = 0.005  # of a weight that is kept
Row = dict[str, float]


class Example(msgspec.Struct):
    """A pronoun: what is seen of each who can be meant, who of them is, and how much it counts."""

    of: str
    low: str
    rows: list[Row]
    right: list[bool]
    counts: float


class Told(NamedTuple):
    """An article, with the names of those whom its pronouns mean."""

    name: str
    text: str
    wanted: dict[Span, tuple[str, ...]]


def own(folder: Path) -> Iterator[Told]:
    """Our own articles, with those of their pronouns that are sources."""
    for gold in peopled(folder):
        wanted: dict[Span, tuple[str, ...]] = {
            marked.source[0]: (gold.actors[said.chain[-1]].name,)
            for said, marked in gold.said
            if said.chain and marked.source and marked.source[0].cut(gold.text).lower() in PRONOUNS
        }
        yield Told(gold.name, gold.text, wanted)


def news(folder: Path) -> Iterator[Told]:
    """Real articles, of which the texts stand elsewhere."""
    labels = msgspec.json.decode(NEWS.read_bytes(), type=dict[str, list[list[int]]])
    for name, rows in labels.items():
        text = (folder / f"{name}.txt").read_bytes().decode()
        wanted: dict[Span, tuple[str, ...]] = {}
        for start, end, *meant in rows:
            at = Span(start, end)
            wanted[at] = wanted.get(at, ()) + ((Span(*meant).cut(text),) if meant else ())
        yield Told(name, text, wanted)


def examples(articles: Iterable[Told], model: Model) -> list[Example]:
    """The pronouns of some articles, each where all before it mean whom they should."""
    out: list[Example] = []
    meant = Pronouns.meant
    state: dict[str, object] = {}

    def taught(
        self: Pronouns,
        source: Span,
        low: str,
        known: Sequence[Antecedent],
        *rest: object,
        **more: object,
    ) -> str | None:
        wanted = state["wanted"].get(source)  # type: ignore[attr-defined]
        if wanted is None or (source, low) in state["seen"]:  # type: ignore[operator]
            return meant(self, source, low, known, *rest, **more)  # type: ignore[arg-type]
        rows = agreeing(self.rows(source, low, known, *rest, **more))  # type: ignore[arg-type]
        fits = {one.key: _fits(self, one, wanted) for one in known}
        fits[NOBODY] = not any(fits[key] for key, _ in rows if key != NOBODY) or not wanted
        entities = {one.key: one.entity for one in known} | {NOBODY: MATTER}
        right = [fits[key] for key, _ in rows]
        state["seen"].add((source, low))  # type: ignore[attr-defined]
        if any(right):
            out.append(Example(str(state["name"]), low, [signs for _, signs in rows], right, OWN))
            key = rows[right.index(True)][0]
            return None if entities[key] == MATTER else key
        missing.append((self.text, source, wanted))
        return meant(self, source, low, known, *rest, **more)  # type: ignore[arg-type]

    def others(
        tree: Tree, told: Sequence[Statement], done: object, whose: Whose, *rest: object
    ) -> object:
        asked = acts(tree, told, done, whose, *rest)
        for at, word in enumerate(tree.words):
            if word.span in state["wanted"]:  # type: ignore[operator]
                around = [
                    (p.length, n)
                    for n, one in enumerate(told)
                    for p in one.content
                    if p.holds(word.span)
                ]
                whose(at, told[min(around)[1]] if around else None)
        return asked

    missing: list[tuple[str, Span, tuple[str, ...]]] = []
    Pronouns.meant = taught  # type: ignore[method-assign, assignment]
    acts = vars(reading)["acts"]
    vars(reading)["acts"] = others
    try:
        for one in articles:
            state.update(name=one.name, seen=set(), wanted=one.wanted)
            page = extract(open_page(one.text.encode(), one.name, content_type="text/plain"))
            read(page.article, page.remarks, model)
    finally:
        Pronouns.meant = meant  # type: ignore[method-assign]
        vars(reading)["acts"] = acts
    print(f"{len(out)} pronouns; of {len(missing)} more nobody right can be meant")
    return out


def _fits(self: Pronouns, one: Antecedent, wanted: tuple[str, ...]) -> bool:
    """Whether somebody is whom a pronoun should mean: several together, one, or what is nobody."""
    if not wanted or one.entity == MATTER:
        return not wanted and one.entity in (MATTER, THING)
    parts = [_named(self, one)]
    if one.key[0] == "&" and len(wanted) > 1:
        at = self.register.at
        parts += [
            at[h].full.span.cut(self.text) if h in at else h.cut(self.text) for h in one.heads
        ]
    return all(any(alike(part, name) for part in parts) for name in wanted)


def _named(self: Pronouns, one: Antecedent) -> str:
    """The fullest words by which somebody is named."""
    if one.key[0] == "&":
        return together(self.tree, int(one.key[1:])).cut(self.text)
    bearer = next((b for b in self.register.bearers if f"={b.key}" == one.key), None)
    if bearer is not None:
        return bearer.full.span.cut(self.text)
    if one.key.startswith("~"):
        return one.key[1:]
    return one.heads[0].cut(self.text)


def passages(path: Path, model: Model) -> Iterator[Example]:
    """The passages of GAP where the pronoun means one of the two."""
    for one in asked(path):
        if not any(one.means):
            continue
        blocks = list(lines(one.text))
        cast = Cast(one.text, words(one.text), blocks, lexicon(), seen_in(model, one.text, blocks))
        wanted = one.names[one.means.index(True)]
        cast.speakers(())
        yield from _example(cast, one.name, one.pronoun, [wanted], PASSAGE)


def _example(
    cast: Cast, name: str, at: Span, wanted: Spans | list[Span], counts: float
) -> Iterator[Example]:
    low = at.cut(cast.text).lower()
    low = {"his": "he", "him": "he", "her": "she", "hers": "she"}.get(low, low)
    known = cast.antecedents(at)
    rows = agreeing(cast.pronouns.rows(at, low, known, [], []))
    heads = {one.key: (*one.heads, *cast.pronouns.also.get(one.key, ())) for one in known}
    heads[NOBODY] = ()
    right = [any(head.meets(span) for span in wanted for head in heads[key]) for key, _ in rows]
    if rows and rows[-1][0] == NOBODY:
        right[-1] = not any(right)
    if any(right) and not all(right):
        yield Example(name, low, [signs for _, signs in rows], right, counts)


def treebank(path: Path, model: Model) -> Iterator[Example]:
    """The pronouns of GUM."""
    for one in documents(path):
        if one.name.split("_")[1] not in GENRES:
            continue
        blocks = one.paragraphs
        cast = Cast(one.text, words(one.text), blocks, lexicon(), seen_in(model, one.text, blocks))
        heads = sorted((one.spans[head_of(one, m)], m.chain) for m in one.mentions or ())
        for at, chain in heads:
            low = at.cut(one.text).lower()
            if low not in ONE | IT | SEVERAL:
                continue
            before = [span for span, other in heads if other == chain and span.end <= at.start]
            yield from _example(cast, one.name, at, before, OTHER)
            meant = (a for a in cast.antecedents(at) if low in ONE)
            same = (a for a in meant if any(h.meets(b) for h in a.heads for b in before))
            if (first_meant := next(same, None)) is not None:
                cast.pronouns.also.setdefault(first_meant.key, []).append(at)


def learned(examples: Sequence[Example], price: float = PRICE) -> dict[str, float]:
    """The weights under which whoever is meant ranks first, as surely as can be."""
    names = sorted({name for one in examples for row in one.rows for name in row})
    at = {name: n for n, name in enumerate(names)}
    flat = [row for one in examples for row in one.rows]
    seen = np.zeros((len(flat), len(names)))
    for n, row in enumerate(flat):
        for name, value in row.items():
            seen[n, at[name]] = value
    sizes = np.array([len(one.rows) for one in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([r for one in examples for r in one.right], dtype=float)
    counts = np.array([one.counts for one in examples])[group]
    weights = np.zeros(len(names))
    slope = np.zeros_like(weights)
    for n in range(ROUNDS):
        scores = seen @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every = odds / np.add.reduceat(odds, starts)[group]
        good = odds * right
        good = good / np.add.reduceat(good, starts)[group]
        gradient = seen.T @ ((good - every) * counts) - price * weights * 0.1
        slope = 0.9 * slope + gradient / counts.sum() * 10
        weights = weights + STEP * slope * (0.1 if n > ROUNDS // 2 else 0.3)
    return {name: round(float(weights[n]), 3) for name, n in at.items() if abs(weights[n]) > LEAST}


def first(one: Example, weights: Row) -> bool:
    """Whether somebody who is meant ranks first."""
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in one.rows
    ]
    return one.right[scores.index(max(scores))]


def kinds(examples: Sequence[Example]) -> dict[str, list[Example]]:
    """The pronouns for persons, for things and for several."""
    of = {"one": ONE, "thing": IT, "several": SEVERAL}
    return {name: [one for one in examples if one.low in lows] for name, lows in of.items()}


def main() -> None:
    """Learns, says how well, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("gum", type=Path)
    parser.add_argument("gap", type=Path)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--only-measure", action="store_true")
    told = parser.parse_args()
    model = open_model()
    if model is None:
        raise SystemExit("there are no weights to read with")
    mine = examples((one for folder in told.folder for one in own(folder)), model)
    mine += examples(news(told.news), model) if told.news else []
    more = [*treebank(told.gum, model), *passages(told.gap, model)]
    print(len(mine), "of our own,", len(more), "others")
    right = 0
    for kind, asked_ in kinds(mine).items():
        others = kinds(more)[kind]
        good = 0
        names = sorted({one.of for one in asked_})
        for out in ({*names[n::FOLDS]} for n in range(FOLDS)):
            mine_ = [one for one in asked_ if one.of not in out]
            weights = learned([*mine_, *others])
            good += sum(first(one, weights) for one in asked_ if one.of in out)
        right += good
        print(f"{kind:8} {good} of {len(asked_)} left out in turn; {len(others)} others")
    share = 100 * right / max(len(mine), 1)
    print(f"left out in turn: {share:.1f}")
    if not told.only_measure:
        every = {
            kind: learned([*asked_, *kinds(more)[kind]]) for kind, asked_ in kinds(mine).items()
        }
        files = [path for folder in told.folder for path in sorted(folder.glob("*.toml"))]
        files += [NEWS] if told.news else []
        ship(Salience(digest(files), round(share, 1), **every), TARGET)


if __name__ == "__main__":
    main()
