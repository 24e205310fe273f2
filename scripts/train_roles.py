"""Learn how much each signal speaks for each role of a block, from labelled pages.

    python scripts/train_roles.py gold/page/dev [--cross]

Needs scikit-learn (the extra `train`). Writes src/hearsay/page/tables/weights.json; with --cross it only
prints what pages of designs that were left out would score. Pages are learned from twice: as pages, and
their segments as lines of plain text, as a crawl leaves them; half of them wrapped too, the others in Markdown.
"""

import argparse
import hashlib
import textwrap
from pathlib import Path

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hearsay.measure.gold.pages import GoldPage, Segment, load
from hearsay.measure.page import segment_roles
from hearsay.page.blocks import Raw
from hearsay.page.extract import raws_of, sights_of
from hearsay.page.page import Form, Page, open_page
from hearsay.page.place import Sight
from hearsay.page.seen import HEADINGS
from hearsay.page.settle import settled
from hearsay.page.signals import signals
from hearsay.page.weights import Round, Table, Weights, likeliest, weigh, with_neighbours
from hearsay.text.article import BODY, READ, Role

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "page" / "tables" / "weights.json"
FOLDS = 4
WIDTHS = (64, 68, 72, 76)  # characters of a line of a wrapped text
LINKED = 0.7  # share of a block in links from which a converter makes one link of it
LEAST = 0.12  # weights nearer to nothing are not kept


class Example(msgspec.Struct):
    """One page or text: what is seen of its blocks, and their labelled roles; rewritten ones are not measured on."""

    design: str
    sights: list[Sight]
    roles: list[Role]
    name: str = ""
    real: bool = True


def examples(pages: tuple[GoldPage, ...]) -> tuple[list[Example], list[Example]]:
    """The labelled set as pages and as texts."""
    as_pages: list[Example] = []
    as_texts: list[Example] = []
    for gold in pages:
        if gold.form is Form.HTML:
            page = open_page(gold.data, f"{gold.name}.html")
            as_pages.append(example(gold, page))
            lines = "\n".join(" ".join(one.words.split()) for one in gold.segments)
            as_texts.append(example(gold, Page(lines, Form.PLAIN, gold.name)))
            rewritten = (wrapped, marked_down)[hash_of(gold.design) % 2](gold, page)
            as_texts.append(example(*rewritten, real=False))
        else:
            as_texts.append(example(gold, open_page(gold.data, f"{gold.name}.txt")))
    return as_pages, as_texts


def wrapped(gold: GoldPage, _page: Page) -> tuple[GoldPage, Page]:
    """A page as a text whose lines are cut to a width, blank lines between its paragraphs or none."""
    number = hash_of(gold.design)
    width, between = WIDTHS[number // 2 % len(WIDTHS)], "\n" * (1 + number // 8 % 2)
    parts = [textwrap.fill(" ".join(one.words.split()), width) for one in gold.segments]
    return gold, Page(between.join(parts), Form.PLAIN, gold.name)


def marked_down(gold: GoldPage, page: Page) -> tuple[GoldPage, Page]:
    """A page as a text with the marks that a converter to Markdown makes of its elements."""
    raws = [raw for raw in raws_of(page) if not raw.context.hidden]
    roles = segment_roles(gold, [raw.text for raw in raws])
    lines = [in_markdown(raw) for raw in raws]
    segments = tuple(Segment(line, role) for line, role in zip(lines, roles, strict=True))
    text = "\n\n".join(lines)
    return msgspec.structs.replace(gold, segments=segments), Page(text, Form.PLAIN, gold.name)


def in_markdown(raw: Raw) -> str:
    """A block as a converter writes it."""
    words = " ".join(raw.text.split())
    if raw.link_share > LINKED:
        words = f"[{words}](https://www.example.org/{len(words)})"
    elif raw.strong >= 0.9 * len(raw.text.replace(" ", "")):
        words = f"**{words}**"
    elif raw.slanted >= 0.9 * len(raw.text.replace(" ", "")):
        words = f"_{words}_"
    if raw.tag in HEADINGS:
        return f"{'#' * int(raw.tag[1])} {words}"
    if "blockquote" in raw.context.tags:
        return f"> {words}"
    return f"* {words}" if "li" in raw.context.tags else words


def example(gold: GoldPage, page: Page, *, real: bool = True) -> Example:
    """What is seen of one page, and its labels."""
    sights, spans = sights_of(page)
    return Example(gold.design, list(sights), segment_roles(gold, spans), gold.name, real)


def learn(those: list[Example], c: float) -> tuple[Round, Round]:
    """The two rounds: C is the inverse of how much large weights cost."""
    own = [signals(one.sights) for one in those]
    target = [role for one in those for role in one.roles]
    first = fit([names for page in own for names in page], target, c)
    # what the first round makes of pages it has not learned from, for the second to learn from
    guessed: list[list[Role]] = [[] for _ in those]
    for fold in range(FOLDS):
        out = [n for n, one in enumerate(those) if hash_of(one.design) % FOLDS == fold]
        if not out:
            continue
        rest = [n for n in range(len(those)) if n not in out]
        model = fit(
            [names for n in rest for names in own[n]], [r for n in rest for r in those[n].roles], c
        )
        for n in out:
            guessed[n] = predict(model, own[n])
    both = [
        names
        for n, one in enumerate(those)
        for names in with_neighbours(own[n], one.sights, guessed[n])
    ]
    return first, fit(both, target, c)


def hash_of(design: str) -> int:
    """A number for a design, the same in every run."""
    return int(hashlib.sha256(design.encode()).hexdigest(), 16)


def fit(names: list[tuple[str, ...]], target: list[Role], c: float) -> Round:
    """Weights by signal and role; those that hardly weigh are left out."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(one, 1.0) for one in names])
    model = LogisticRegression(C=c, max_iter=60, tol=1e-3)  # more change no figure
    model.fit(matrix, [role.value for role in target])
    rows: dict[str, tuple[float, ...]] = {}
    for at, name in enumerate(vectors.get_feature_names_out()):
        row = tuple(round(float(w), 2) if abs(w) >= LEAST else 0 for w in model.coef_[:, at])
        if any(row):
            rows[str(name)] = row
    bias = tuple(round(float(b), 2) for b in model.intercept_)
    return Round(tuple(Role(role) for role in model.classes_), bias, rows)


def predict(learned: Round, own: list[tuple[str, ...]]) -> list[Role]:
    """The roles that one round gives."""
    return likeliest(own, Table(learned))


def cross(those: list[Example], c: float) -> None:
    """Print what pages of designs that were left out score."""
    truths: list[Role] = []
    sizes: list[int] = []
    guesses: dict[float, list[Role]] = {0.0: [], 0.5: [], 0.6: [], 0.7: []}
    for fold in range(FOLDS):
        out = [one for one in those if hash_of(one.design + "x") % FOLDS == fold]
        rest = [one for one in those if hash_of(one.design + "x") % FOLDS != fold]
        if not out:
            continue
        rounds = learn(rest, c)
        for one in (one for one in out if one.real):
            truths += one.roles
            sizes += [len(sight.text.split()) for sight in one.sights]
            found = weigh(one.sights, (Table(rounds[0]), Table(rounds[1])))
            for doubt, roles in guesses.items():
                roles += [role for role, _ in settled(one.sights, found, doubt)]
    for doubt, roles in guesses.items():
        show(f"C {c}, doubt {doubt}", truths, roles, sizes)


def show(name: str, truths: list[Role], roles: list[Role], sizes: list[int]) -> None:
    """Print accuracy, macro F1 and the share of body words that would be lost."""
    scores = {}
    for role in dict.fromkeys(truths):
        right = sum(t == g == role for t, g in zip(truths, roles, strict=True))
        scores[role.value] = 2 * right / (truths.count(role) + roles.count(role))
    body = [n for n, truth in enumerate(truths) if truth in BODY]
    lost = sum(sizes[n] for n in body if roles[n] not in READ) / sum(sizes[n] for n in body)
    accuracy = sum(t == g for t, g in zip(truths, roles, strict=True)) / len(truths)
    macro = sum(scores.values()) / len(scores)
    print(
        f"{name}: accuracy {accuracy:.3f}, macro F1 {macro:.3f}, body words lost {lost:.4f}",
        flush=True,
    )


def main() -> None:
    """Learn, or only say how well it would go."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("-c", type=float, default=0.5)
    given = parser.parse_args()
    pages = load(given.folder)
    as_pages, as_texts = examples(pages)
    if given.cross:
        print("pages")
        cross(as_pages, given.c)
        print("texts")
        cross(as_texts, given.c)
        return
    total = hashlib.sha256(b"".join(p.data for p in pages)).hexdigest()
    learned = Weights(total, learn(as_pages, given.c), learn(as_texts, given.c))
    TARGET.write_bytes(msgspec.json.encode(learned, order="sorted") + b"\n")
    print(f"wrote {TARGET.name}: {len(as_pages)} pages, {len(as_texts)} texts")


if __name__ == "__main__":
    main()
