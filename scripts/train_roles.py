"""Learn how much each signal speaks for each role of a block, from labelled pages.

    python scripts/train_roles.py gold/page/dev [--cross]

Needs scikit-learn (the extra `train`). Writes src/hearsay/page/tables/weights.json; with --cross it only
prints what pages of designs that were left out would score. Pages are learned from twice: as pages, and
their segments as lines of plain text, as a crawl leaves them.
"""

import argparse
import hashlib
from pathlib import Path

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hearsay.measure.gold.pages import GoldPage, load
from hearsay.measure.page import segment_roles
from hearsay.page.extract import sights_of
from hearsay.page.page import Form, Page, open_page
from hearsay.page.place import Sight
from hearsay.page.settle import settled
from hearsay.page.signals import signals
from hearsay.page.weights import Round, Table, Weights, likeliest, weigh, with_neighbours
from hearsay.text.article import BODY, READ, Role

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "page" / "tables" / "weights.json"
FOLDS = 4
LEAST = 0.12  # weights nearer to nothing are not kept


class Example(msgspec.Struct):
    """One page or text: what is seen of its blocks, and their labelled roles."""

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
            as_texts.append(example(gold, Page(lines, Form.PLAIN, gold.name), real=False))
        else:
            as_texts.append(example(gold, open_page(gold.data, f"{gold.name}.txt")))
    return as_pages, as_texts


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
        for one in out:
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
