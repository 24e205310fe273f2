"""Learn how much each signal speaks for each role of a block, from labelled pages.

    python scripts/train_roles.py gold/page/dev [--cross | --only text]

Needs scikit-learn (the extra `train`). Writes src/hearsay/page/tables/weights.json; with --cross it only
prints what pages of designs that were left out would score. Pages are learned from as they are, and without the names
of their elements, since those of other outlets are others or say nothing, each with trafilatura's vote and without it; and their segments as lines of plain text, as a
crawl leaves them, half of them wrapped too, the others in Markdown, and as an extractor does.
"""

import argparse
import hashlib
import re
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from role_net import SIZE, Pages, RoleNet
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hearsay.measure.gold.pages import GoldPage, Segment, load
from hearsay.measure.page import segment_roles
from hearsay.page.blocks import Raw
from hearsay.page.extract import raws_of, sights_of
from hearsay.page.layers import Boxes, Layers
from hearsay.page.page import Form, Page, open_page
from hearsay.page.place import Sight
from hearsay.page.seen import HEADINGS
from hearsay.page.settle import settled
from hearsay.page.shape import low_words
from hearsay.page.signals import signals
from hearsay.page.weights import Learned, Table, Weights, around, seen_around, weigh, weights
from hearsay.text.article import BODY, READ, Role

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "page" / "tables" / "weights.json"
FOLDS = 4
WIDTHS = (64, 68, 72, 76)  # characters of a line of a wrapped text
LINKED = 0.7  # share of a block in links from which a converter makes one link of it
LEAST = 0.12  # weights nearer to nothing are not kept
WIDESPREAD = 10  # designs in which a word stands that is looked for
CLASS = ("class ", "outer class ", "third class ")  # how signals of names of elements begin
SHARED = 6  # designs from which such a name is looked at
TRUST = 2.0  # how much more cheaply than one of its own signals a block's neighbours are believed
HIDDEN = 0.4  # share of what is seen that the layers do not see while they learn, of pages
HIDDEN_OF_LINES = 0.25  # the same of lines of text, which have fewer signs
RARE = 3  # blocks that have a signal, from which the layers look at it
NOTHING = Layers(0, b"", b"", b"", b"", b"", b"")
ROLES = tuple(sorted(Role))
AROUND = frozenset(
    {Role.NAVIGATION, Role.SHARE, Role.COMMENTS, Role.CATEGORY}
)  # what extractors drop
HEADS = frozenset({Role.HEADLINE, Role.BYLINE, Role.DATELINE})  # what they keep apart
_NAMES = re.compile(rb"\s(?:class|id)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w-]+)", re.IGNORECASE)
_WORD = re.compile(r"[a-z][a-z'-]*")


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
            nameless = open_page(_NAMES.sub(b"", gold.data), f"{gold.name}.html")
            for one, voted in ((page, False), (page, True), (nameless, False), (nameless, True)):
                real = one is page and not voted  # as most pages are read
                as_pages.append(example(gold, one, voted=voted, real=real))
            lines = "\n".join(" ".join(one.words.split()) for one in gold.segments)
            as_texts.append(example(gold, Page(lines, Form.PLAIN, gold.name)))
            rewritten = (wrapped, marked_down)[hash_of(gold.design) % 2](gold, page)
            as_texts.append(example(*rewritten, real=False))
            as_texts.append(example(*extracted(gold), real=False))
        else:
            as_texts.append(example(gold, open_page(gold.data, f"{gold.name}.txt")))
            as_texts.append(example(*extracted(gold), real=False))
    return as_pages, as_texts


def wrapped(gold: GoldPage, _page: Page) -> tuple[GoldPage, Page]:
    """A page as a text whose lines are cut to a width, blank lines between its paragraphs or none."""
    number = hash_of(gold.design)
    width, between = WIDTHS[number // 2 % len(WIDTHS)], "\n" * (1 + number // 8 % 2)
    parts = [textwrap.fill(" ".join(one.words.split()), width) for one in gold.segments]
    return gold, Page(between.join(parts), Form.PLAIN, gold.name)


def extracted(gold: GoldPage) -> tuple[GoldPage, Page]:
    """A page as an extractor leaves it: its running text and what stands among it, of a third of them without a headline."""
    number = hash_of(gold.design + "extracted")
    apart = AROUND | (frozenset() if number % 3 else HEADS)
    read = [n for n, one in enumerate(gold.segments) if one.role in READ]
    last = read[-1] + 1 + number // 3 % 4 if read else 0
    segments = tuple(
        one for n, one in enumerate(gold.segments) if n < last and one.role not in apart
    )
    text = "\n".join(" ".join(one.words.split()) for one in segments)
    return msgspec.structs.replace(gold, segments=segments), Page(text, Form.PLAIN, gold.name)


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


def example(gold: GoldPage, page: Page, *, voted: bool = False, real: bool = True) -> Example:
    """What is seen of one page, and its labels."""
    sights, spans = sights_of(page, voted=voted)
    return Example(gold.design, list(sights), segment_roles(gold, spans), gold.name, real)


def learn(those: list[Example], words: frozenset[str], c: float) -> Learned:
    """The two rounds: C is the inverse of how much large weights cost."""
    named = classes(those)
    own = [
        [[sign for sign in signs if not sign.startswith(CLASS) or sign in named] for signs in page]
        for page in (signals(one.sights, words) for one in those)
    ]
    target = np.array([ROLES.index(role) for one in those for role in one.roles])
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        [dict.fromkeys(names, 1.0) for page in own for names in page]
    ).tocsr()
    first = fit(matrix, target, c)
    # what the first round makes of pages it has not learned from, for the second to learn from
    folds = np.array([hash_of(one.design) % FOLDS for one in those for _ in one.roles])
    guessed = np.zeros((len(target), len(ROLES)))
    for fold in range(FOLDS):
        out = folds == fold
        if out.any():
            model = fit(matrix[~out], target[~out], c)
            guessed[np.ix_(out, model.classes_)] = model.predict_proba(matrix[out])
    ends = np.cumsum([len(one.roles) for one in those])[:-1]
    pages = zip(np.split(guessed, ends), those, strict=True)
    seen = [
        around(part, Boxes([sight.parent for sight in one.sights]), ROLES.index(Role.PARAGRAPH))
        for part, one in pages
    ]
    second = fit(
        sparse.hstack([matrix, TRUST * sparse.csr_matrix(np.vstack(seen))]).tocsr(), target, c
    )
    return with_layers(
        table(vectors.get_feature_names_out(), first, second),
        as_pages(those, vectors, matrix, target),
    )


class Named(NamedTuple):
    """Blocks to learn the layers from, and the names of their signals."""

    names: tuple[str, ...]
    pages: Pages


def as_pages(
    those: list[Example],
    vectors: DictVectorizer,
    matrix: sparse.csr_matrix,
    target: NDArray[np.int64],
) -> Named:
    """The blocks as the layers are learned from them: without signals that hardly any block has."""
    often = np.asarray((matrix > 0).sum(0)).ravel() >= RARE
    names = tuple(str(name) for name in vectors.get_feature_names_out()[often])
    pages = [n for n, one in enumerate(those) for _ in one.roles]
    boxes: dict[tuple[int, int], int] = {}
    held = [
        -1 if sight.parent is None else boxes.setdefault((n, sight.parent), len(boxes))
        for n, one in enumerate(those)
        for sight in one.sights
    ]
    signs = matrix[:, often].astype(np.float32).tocsr()
    return Named(names, Pages(signs, target, np.array(pages), np.array(held)))


def with_layers(learned: Learned, named: Named) -> Learned:
    """The table with the layers, and with a row for each signal of theirs, all in the order of the names."""
    blind = HIDDEN if (named.pages.boxes >= 0).any() else HIDDEN_OF_LINES
    net = RoleNet(len(named.names), len(ROLES), blind).learn(named.pages)
    names = sorted({*learned.rows, *named.names})
    own = dict(zip(named.names, net.figures["signals"], strict=True))
    unseen = np.zeros(SIZE, np.float32)
    net.figures["signals"] = np.array([own.get(name, unseen) for name in names])
    return msgspec.structs.replace(
        learned,
        rows={name: learned.rows.get(name, ()) for name in names},
        words=frozenset(name.removeprefix("word ") for name in names if name.startswith("word ")),
        layers=net.layers(),
    )


def table(
    names: Sequence[str],
    first: LogisticRegression,
    second: LogisticRegression,
) -> Learned:
    """What the two rounds learned as a table; weights that hardly weigh are left out."""
    bias = (*spread(first, first.intercept_, -30.0), *spread(second, second.intercept_, -30.0))
    both = np.hstack((spread(first, first.coef_.T), spread(second, second.coef_.T[: len(names)])))
    more = TRUST * spread(second, second.coef_.T[len(names) :])
    rows = {str(name): row for name, row in zip(names, rounded(both), strict=True) if any(row)}
    beside = zip(seen_around(ROLES), rounded(more), strict=True)
    return Learned(
        ROLES,
        tuple(round(float(b), 2) for b in bias),
        rows,
        {name: row for name, row in beside if any(row)},
        frozenset(),
        NOTHING,
    )


def spread(
    model: LogisticRegression, by_class: NDArray[np.float64], empty: float = 0.0
) -> NDArray[np.float64]:
    """Figures by the roles that a model knows, by all roles."""
    out = np.full((*by_class.shape[:-1], len(ROLES)), empty)
    out[..., model.classes_] = by_class
    return out


def rounded(weights: NDArray[np.float64]) -> list[tuple[float, ...]]:
    """Weights as they are kept."""
    return [tuple(round(w, 2) if abs(w) >= LEAST else 0 for w in row) for row in weights.tolist()]


def widespread(those: list[Example]) -> frozenset[str]:
    """The words that blocks of many designs begin with."""
    designs: dict[str, set[str]] = defaultdict(set)
    for one in those:
        for sight in one.sights if one.real else ():
            for word in low_words(sight.text.lower()):
                designs[word].add(one.design)
    return frozenset(
        word
        for word, having in designs.items()
        if len(having) >= WIDESPREAD and _WORD.fullmatch(word)
    )


def classes(those: list[Example]) -> frozenset[str]:
    """The signals of words in names of elements that some designs have in common."""
    designs: dict[str, set[str]] = defaultdict(set)
    for one in those:
        for sight in one.sights:
            for sign in sight.own:
                if sign.startswith(CLASS):
                    designs[sign].add(one.design)
    return frozenset(sign for sign, having in designs.items() if len(having) >= SHARED)


def hash_of(design: str) -> int:
    """A number for a design, the same in every run."""
    return int(hashlib.sha256(design.encode()).hexdigest(), 16)


def fit(matrix: sparse.csr_matrix, target: NDArray[np.int64], c: float) -> LogisticRegression:
    """Weights by signal and role."""
    model = LogisticRegression(C=c, max_iter=100, tol=1e-3)  # more change no figure
    return model.fit(matrix, target)


def cross(those: list[Example], c: float) -> None:
    """Print what pages of designs that were left out score."""
    truths: list[Role] = []
    sizes: list[int] = []
    roles: list[Role] = []
    for fold in range(FOLDS):
        out = [one for one in those if hash_of(one.design + "x") % FOLDS == fold]
        rest = [one for one in those if hash_of(one.design + "x") % FOLDS != fold]
        if not out:
            continue
        learned = Table(learn(rest, widespread(rest), c))
        for one in (one for one in out if one.real):
            truths += one.roles
            sizes += [len(sight.text.split()) for sight in one.sights]
            found = weigh(one.sights, learned)
            roles += [role for role, _ in settled(one.sights, found)]
    show(f"C {c}", truths, roles, sizes)


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
    parser.add_argument("--only", choices=("page", "text"), help="leave the other as it is")
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
    words = widespread([*as_pages, *as_texts])
    held = weights() if given.only else None
    page = held.page if held and given.only == "text" else learn(as_pages, words, given.c)
    text = held.text if held and given.only == "page" else learn(as_texts, words, given.c)
    learned = Weights(total, page, text)
    TARGET.write_bytes(msgspec.json.encode(learned, order="sorted") + b"\n")
    print(f"wrote {TARGET.name}: {len(as_pages)} pages, {len(as_texts)} texts, {len(words)} words")


if __name__ == "__main__":
    main()
