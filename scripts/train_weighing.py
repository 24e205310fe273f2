"""Learn what every unit of an article does in a weighing, and which sentence asks, from marked columns and from reports.

    python scripts/train_weighing.py gold/columns/dev gold/columns/weighed \
        --plain gold/columns/more.toml --cases tests/cases/weighing.toml --news gold/columns/unweighed.txt DATA [--only-measure]

Prints what columns score of which the whole hand was left out, a fifth of all at a time; then writes src/hearsay/reader/weighing/weights.json
from all of them, unless --only-measure. From news, in which nothing is weighed, only doubt is learned: how much must speak for an article's weighing something. It needs torch (`scripts/bootstrap train`), and takes six networks' time, learned side by side, and that of reading the news: some ten minutes on two cores.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import along_net
import chains
import msgspec
import numpy as np
from chains import Marked, Rows
from numpy.typing import NDArray
from regression import regression
from scipy.optimize import minimize
from shipped import ship
from texts import texts

from hearsay.language.words import words
from hearsay.measure.gold.columns import Asked, Column, Weighed, columns
from hearsay.measure.hypotheses import NAMES, Measured, compared
from hearsay.measure.syntax import Counts, shares
from hearsay.model.model import open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.cast.seen import Seen
from hearsay.reader.weighing.along import Along, Figures, rows_of
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.doubt import Doubt, Signs
from hearsay.reader.weighing.made import made_of, signals
from hearsay.reader.weighing.posed import of_questions
from hearsay.reader.weighing.put_up import proposed, signs
from hearsay.reader.weighing.row import Sentence, row
from hearsay.reader.weighing.signals import of_units
from hearsay.reader.weighing.text import Text
from hearsay.reader.weighing.units import Unit, units
from hearsay.reader.weighing.weighing import weighed
from hearsay.reader.weighing.weights import Weights, weights
from hearsay.text.article import Article
from hearsay.text.span import Span, Spans, found_all

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "reader" / "weighing" / "weights.json"
SHARE, MOST = 0.3, 0.5
NEAR = 4  # units between the parts of one claim
PARTS = 5  # in which hands are left out
QUESTION = 3.0  # how much large weights of the question cost
ROUNDS = 60
FEWEST = 4  # units that have a signal of the question
DOUBT = 0.5  # how much large weights of doubt cost
NO_DOUBT = Doubt(0.0, (0.0,) * len(Signs._fields))


class Example(msgspec.Struct):
    """An article: what is seen of its units, what they are, and of the sentences that may ask, with those that do."""

    hand: str
    article: Article
    gold: Column | None
    read: Seen
    rows: Figures
    marked: Marked
    asking: list[frozenset[str]]
    asks: list[bool]


def example(
    article: Article, asked_: Sequence[Asked], hand: str, gold: Column | None = None
) -> Example:
    """What is seen of an article, and what is marked in it."""
    every = row(article, words(article.text))
    cut = units(every)
    seen = of_units(every, cut, list(asked(every)))
    opens = [int(one.opens) for one in cut]
    weighs = asked_[0] if asked_ else None
    labels = labelled(cut, weighs) if weighs else "B" * len(cut)
    asking: list[frozenset[str]] = []
    asks: list[bool] = []
    claims = [
        cut[at].number
        for at, label in enumerate(labels)
        if label == "C" and (not at or labels[at - 1] != "C" or opens[at] == chains.OPENS - 1)
    ]
    if weighs and weighs.question and len(claims) > 1:
        asking = of_questions(every, claims)
        asks = [_meets(weighs.question, every[n]) for n in range(len(asking))]
    marked = Marked(seen, opens, chains.states_of(labels, opens))
    read, upper = _read(article)
    made = made_of(cut, [word.span for word in read.words], upper)
    return Example(hand, article, gold, read, rows_of(made, cut), marked, asking, asks)


def _read(article: Article) -> tuple[Seen, NDArray[np.float32]]:
    """What the network knows of the words of an article, and what its upper layer made of each."""
    model = open_model()
    marks = model.mark(model.tokens(article.text, [block.span for block in article.read]))
    if marks.layers is None:
        raise SystemExit("the weights of the network keep no layers")
    return Seen(words=marks.words, upper=marks.layers.upper), marks.layers.upper


def _meets(spans: Spans, one: Sentence) -> bool:
    return any(span.meets(one.span) for span in spans)


def _common(spans: Spans, other: Span) -> int:
    return sum(part.length for one in spans if (part := one.common(other)))


def labelled(cut: Sequence[Unit], weighs: Asked) -> str:
    """The label of each unit, as the chain has them."""
    claims = sorted((_claim(cut, one.claim), n) for n, one in enumerate(weighs.candidates))
    out = ["B"] * len(cut)
    last = max(at for held, _ in claims for at in held)
    for place, (held, n) in enumerate(claims):
        later = [other[0] for other, _ in claims[place + 1 :] if other[0] > held[0]]
        stop = min(later, default=len(cut))
        out[held[0] : stop] = "N" * (stop - held[0])
        one = weighs.candidates[n]
        for side, those in (("F", one.supports), ("A", one.against)):
            for at in (at for spans in those for at in _having(cut, spans, held[0], stop)):
                out[at] = side
                last = max(last, at)
    for held, _ in claims:
        for at in held:
            out[at] = "C"
    for at in range(last + 1, len(cut)):
        out[at] = "N" if cut[at].part.paragraph == cut[last].part.paragraph else "E"
    first = min(held[0] for held, _ in claims)
    asks = [at for at in range(first) if _common(weighs.question, cut[at].part.span)]
    if asks:
        out[asks[-1] : first] = "M" * (first - asks[-1])
        for at in asks:
            out[at] = "Q" if cut[at].number == cut[asks[-1]].number else out[at]
    return "".join(out)


def _having(cut: Sequence[Unit], spans: Spans, first: int, stop: int) -> Iterator[int]:
    """The units that a stretch has enough of, or that have enough of it."""
    length = sum(span.length for span in spans)
    for at in range(first, stop):
        common = _common(spans, cut[at].part.span)
        if common >= SHARE * cut[at].part.span.length or common >= MOST * length:
            yield at


def _claim(cut: Sequence[Unit], spans: Spans) -> list[int]:
    """The units that have a claim, near the one that has most of it."""
    length = sum(span.length for span in spans)
    body = [at for at, one in enumerate(cut) if not one.part.headline]
    best = max(body, key=lambda at: _common(spans, cut[at].part.span))
    held = []
    for at in body:
        common = _common(spans, cut[at].part.span)
        enough = common >= MOST * cut[at].part.span.length or common >= MOST * length
        if common and enough and abs(at - best) <= NEAR:
            held.append(at)
    return held or [best]


def asking(those: Sequence[Example]) -> dict[str, float]:
    """How much each signal speaks for the sentence that asks, among those that might."""
    asked_ = [one for one in those if any(one.asks)]
    names = chains.weighable([one.asking for one in asked_])
    at = {name: n for n, name in enumerate(names)}
    tables = []
    for one in asked_:
        table = np.zeros((len(one.asking), len(names)))
        for n, has in enumerate(one.asking):
            table[n, [at[name] for name in has if name in at]] = 1
        tables.append((table, np.array(one.asks, dtype=float)))

    def lost(row_: Rows) -> tuple[float, Rows]:
        total, slope = QUESTION * float(row_ @ row_) / 2, QUESTION * row_
        for table, right in tables:
            told = table @ row_
            shares_ = np.exp(told - told.max())
            shares_ /= shares_.sum()
            own = shares_ * right
            total -= float(np.log(own.sum()))
            slope = slope - table.T @ (own / own.sum() - shares_)
        return total, slope

    options = {"maxiter": ROUNDS}
    found = minimize(lost, np.zeros(len(names)), jac=True, method="L-BFGS-B", options=options).x
    kept = {name: round(float(w), chains.DIGITS) for name, w in zip(names, found, strict=True)}
    return {name: weight for name, weight in kept.items() if weight}


def of_cases(path: Path) -> Iterator[Example]:
    """The columns of a few lines that the tests have."""
    for case in tomllib.loads(path.read_text("utf-8"))["case"]:
        page = open_page(case["text"].strip().encode(), "case", content_type="text/plain")
        article = extract(page).article

        def place(quoted: str, text: str = article.text) -> Spans:
            return found_all(text, quoted)[:1]

        weighs = tuple(
            Weighed(
                place(one["claim"]),
                tuple(map(place, one["for"])),
                tuple(map(place, one["against"])),
            )
            for one in case.get("candidates", ())
        )
        asks = (Asked(place(case["question"]), weighs),) if weighs else ()
        yield example(article, asks, "cases")


def of_news(names: Path, data: Path) -> Iterator[Example]:
    """News in which nothing is weighed, by a list of names."""
    text = texts(data)
    for name in names.read_text("utf-8").splitlines():
        if not name.startswith("#"):
            page = open_page(text(name).encode(), name, content_type="text/plain")
            yield example(extract(page).article, (), "news")


def parts_of(those: Sequence[Example]) -> list[int]:
    """With which part each article is left out: each hand as a whole, the largest first, with the part that has fewest; where no hand is known, each alone."""
    many = Counter(one.hand if one.gold else one.article.text for one in those)
    size = [0] * PARTS
    part: dict[str, int] = {}
    for name in sorted(many, key=lambda name: (-many[name], name)):
        part[name] = size.index(min(size))
        size[part[name]] += many[name]
    return [part[one.hand if one.gold else one.article.text] for one in those]


def networks(sets: Sequence[Sequence[Example]]) -> list[Along]:
    """The network that each of some sets of articles gives, learned side by side, on one core each."""
    given = [
        [
            along_net.Taught(one.rows, one.marked.seen, along_net.labels_of(one.marked.states))
            for one in those
        ]
        for those in sets
    ]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as side_by_side:
        return list(side_by_side.map(along_net.along_of, given))


def sensed(one: Example, along: Along) -> Example:
    """An article with what a network takes its units for, as the chain sees it."""
    chances = along.chances(one.rows, one.marked.seen)
    seen = [a | b for a, b in zip(one.marked.seen, signals(chances), strict=True)]
    return msgspec.structs.replace(one, marked=msgspec.structs.replace(one.marked, seen=seen))


def learned(those: Sequence[Example], helped: Sequence[Example], along: Along) -> Weights:
    """All weights, from some articles, and the same with what networks that were learned without their hands take their units for."""
    again = [
        one for one in those if one.hand == "cases"
    ]  # the few that hold what no network may help with
    own, sees = (
        chains.learned([one.marked for one in some]) for some in ([*those, *again], helped)
    )
    return Weights("", {}, own, along, sees, asking(those), NO_DOUBT)


def without_hands(
    those: Sequence[Example], helped: Sequence[Example], without: Sequence[Along]
) -> list[Weights]:
    """For each part the weights that were learned without it."""
    parts, out = parts_of(those), []
    for part, along in enumerate(without):
        kept = [one for one, own in zip(helped, parts, strict=True) if own != part]
        chain = chains.learned([one.marked for one in kept])
        out.append(Weights("", {}, chain, along, chain, asking(kept), NO_DOUBT))
    return out


def doubt_of(those: Iterable[tuple[Example, Weights]]) -> Doubt:
    """How much speaks for an article's weighing what it would put up, by articles with the weights that were learned without them."""
    rows_, own = [], []
    for one, known in those:
        every = row(one.article, words(one.article.text))
        read = [word.span for word in one.read.words]
        text = Text(every, list(asked(every)), known, read, one.read.upper)
        found = proposed(text) if every and one.hand != "cases" else None
        if found is None:
            continue
        wanted = one.gold.hypotheses if one.gold else ()
        rows_.append(signs(text, *found))
        own.append(any(_meets(ask.question, every[found[1].number]) for ask in wanted))
    *told, bias = regression(np.array(rows_), np.array(own, float), np.ones(len(own)), DOUBT)
    return Doubt(round(float(bias), 3), tuple(round(float(weight), 3) for weight in told))


def left_out(those: Iterable[tuple[Example, Weights]]) -> dict[str, float]:
    """Figures on columns that were read by weights learned without all that is by the same hand, printed."""
    counts: dict[str, list[Counts]] = {}
    for one, known in those:
        told = weighed(one.article, words(one.article.text), one.read, known)
        if one.gold:
            counts.setdefault(one.hand, []).append(compared(one.gold, told)[0])
        elif told and one.hand != "cases":
            print(f"a report that weighs nothing is read as if it did: {one.article.text[:60]!r}")
    for hand, mine in sorted(counts.items()):
        print(Measured(shares(f"left out: {hand}", NAMES, mine), ()).as_text(), flush=True)
    every = [one for mine in counts.values() for one in mine]
    measured = Measured(shares("left out", NAMES, every), ())
    print(measured.as_text())
    held = {one.name: round(one.f1, 3) for one in measured.figures.shares if ":" not in one.name}
    return held | {"for and against": round(measured.macro, 3)}


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    take.add_argument("folders", type=Path, nargs="+")
    take.add_argument(
        "--plain", type=Path, help="a table that names reports in which nothing is weighed"
    )
    take.add_argument("--cases", type=Path, help="a table of columns of a few lines")
    take.add_argument(
        "--news",
        nargs=2,
        help="names of news in which nothing is weighed, and the folder of its texts",
    )
    take.add_argument("--only-measure", action="store_true")
    take.add_argument("--only-learn", action="store_true", help="keep the figures that are there")
    given = take.parse_args()
    those = []
    for folder in given.folders:
        for gold in columns(folder):
            page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
            article = extract(page, gold.published).article
            hand = f"{folder.name}/{gold.name[0]}"
            those.append(example(article, gold.hypotheses, hand, gold))
    if given.cases:
        those += of_cases(given.cases)
    if given.plain:
        for name in tomllib.loads(given.plain.read_text("utf-8"))["plain"]:
            text = (given.plain.parents[1] / name).read_bytes()
            article = extract(open_page(text, name, content_type="text/plain")).article
            those.append(example(article, (), "plain"))
    parts = parts_of(those)
    of = list(zip(those, parts, strict=True))
    sets = [[one for one, own in of if own != part] for part in range(PARTS)]
    *without, whole = networks([*sets, those])
    helped = [sensed(one, without[part]) for one, part in of]
    known, told = without_hands(those, helped, without), learned(those, helped, whole)
    read = [(one, known[part]) for one, part in of]
    read += [(one, told) for one in of_news(*map(Path, given.news))]
    doubt = doubt_of(read)
    read = [(one, msgspec.structs.replace(by, doubt=doubt)) for one, by in read]
    figures = weights().left_out if given.only_learn else left_out(read)
    if given.only_measure:
        return
    held = [one.gold for one in those if one.gold and one.gold.hypotheses]
    digest = sha256(repr([(one.name, one.hypotheses) for one in held]).encode()).hexdigest()
    shipped = msgspec.structs.replace(told, digest=digest, left_out=figures, doubt=doubt)
    ship(shipped, TARGET)


if __name__ == "__main__":
    main()
