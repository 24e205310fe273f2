"""How well pages become articles: roles by segment, the body by word, and whether quotations survive.

A segment is right when most of its words have its role. Words of the gold and of the article are aligned
in the order of the page (Ratcliff and Obershelp, as difflib has it), so that how either is cut into
blocks does not matter. Intervals are bootstrap percentiles over pages.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from hearsay.errors import Error
from hearsay.measure.gold.pages import GoldPage, load
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.text.article import BODY, READ, Article, Role

MARKS = frozenset("\"“”„«»‘’'")
LOST = "lost"
_CUT = re.compile(r"\s+|(?<=[^\W_A-Z])(?=[A-Z])")  # "ShareTweet": no page shows the two as one word
RESAMPLES = 1000
WORST = 12  # segments listed
FIELDS = ("title", "byline", "outlet", "url", "published", "published_is")


class Segment(msgspec.Struct, frozen=True):
    """A labelled stretch of a page, and what hearsay made of it.

    Attributes:
        page: the name of its page.
        words: its text.
        gold: its role.
        found: the role of most of its words; "lost" where no word of it is in the article.
    """

    page: str
    words: str
    gold: Role
    found: Role | str

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.words.split())


class PageScore(msgspec.Struct, frozen=True):
    """One page, measured.

    Attributes:
        name: of the page.
        segments: its segments.
        fields: for each field of the metadata, whether it is right.
    """

    name: str
    segments: tuple[Segment, ...]
    fields: dict[str, bool]


class Score(msgspec.Struct, frozen=True):
    """Precision, recall and F1 with their counts.

    Attributes:
        right: found and so in the gold.
        found: found at all.
        gold: in the gold at all.
    """

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Right of those found; 1 where nothing was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right of those in the gold; 1 where there is nothing."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


class PageScores(msgspec.Struct, frozen=True):
    """A set of pages, measured.

    Attributes:
        folder: of the set.
        pages: each page.
    """

    folder: str
    pages: tuple[PageScore, ...]

    def roles(self) -> dict[Role, Score]:
        """The score of each role that the gold has, by segment."""
        return role_scores(self.pages)

    def as_json(self) -> bytes:
        """The figures as one line of JSON."""
        roles = self.roles()
        low, high = interval(self.pages, lambda pages: body(pages).f1)
        low_macro, high_macro = interval(self.pages, macro)
        figures = {
            "folder": self.folder,
            "pages": len(self.pages),
            "segments": sum(len(page.segments) for page in self.pages),
            "body": {**_plain(body(self.pages)), "f1_95": [low, high]},
            "macro_f1": macro(self.pages),
            "macro_f1_95": [low_macro, high_macro],
            "body_called_furniture": furniture_share(self.pages),
            "quotation_marks": {"gold": marks(self.pages)[0], "lost": marks(self.pages)[1]},
            "roles": {role.value: _plain(score) for role, score in roles.items()},
            "metadata": {
                name: sum(page.fields[name] for page in self.pages) / max(len(self.pages), 1)
                for name in FIELDS
            },
        }
        return msgspec.json.encode(figures, order="sorted") + b"\n"

    def as_text(self) -> str:
        """The figures as a table, the worst segments last."""
        return "\n".join(self._rows()) + "\n"

    def _rows(self) -> Iterable[str]:
        count = sum(len(page.segments) for page in self.pages)
        noun = "page or text" if len(self.pages) == 1 else "pages and texts"
        yield f"{self.folder}: {len(self.pages)} {noun}, {count} segments"
        yield f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}"
        for role, score in self.roles().items():
            yield (
                f"{role.value:14}{100 * score.precision:7.1f}{100 * score.recall:7.1f}"
                f"{100 * score.f1:7.1f}{score.gold:7}"
            )
        low, high = interval(self.pages, macro)
        yield f"{'macro F1':28}{100 * macro(self.pages):7.1f}        95 %: {100 * low:.1f} to {100 * high:.1f}"
        score = body(self.pages)
        low, high = interval(self.pages, lambda pages: body(pages).f1)
        yield (
            f"{'body, words':14}{100 * score.precision:7.2f}{100 * score.recall:7.2f}"
            f"{100 * score.f1:7.2f}{score.gold:7} 95 %: {100 * low:.2f} to {100 * high:.2f}"
        )
        yield f"body words called furniture {100 * furniture_share(self.pages):.2f} %"
        held, lost = marks(self.pages)
        yield f"quotation marks in the article {held}, lost {lost}"
        right = ", ".join(
            f"{name} {sum(page.fields[name] for page in self.pages)}" for name in FIELDS
        )
        yield f"metadata right, of {len(self.pages)}: {right}"


def measure_pages(folder: Path) -> PageScores:
    """Measure the labelled pages and texts of a folder.

    Raises:
        BadGold: a label is missing or wrong.
    """
    return PageScores(str(folder), tuple(measure_page(gold) for gold in load(folder)))


def measure_page(gold: GoldPage) -> PageScore:
    """Measure one labelled page or text."""
    ending = "html" if gold.form == "html" else "txt"
    try:
        article = extract(open_page(gold.data, f"{gold.name}.{ending}")).article
    except Error:
        article = Article("")
    return PageScore(gold.name, _segments(gold, article), _fields(gold, article))


def _segments(gold: GoldPage, article: Article) -> tuple[Segment, ...]:
    found = [
        (word, block.role)
        for block in article.blocks
        for word in _words(block.span.cut(article.text))
    ]
    votes = _votes([one.words for one in gold.segments], found)
    return tuple(
        Segment(
            gold.name,
            one.words,
            one.role,
            votes[n].most_common(1)[0][0] if n in votes else LOST,
        )
        for n, one in enumerate(gold.segments)
    )


def segment_roles(gold: GoldPage, texts: Sequence[str]) -> list[Role]:
    """For each stretch of a page, the label that most of its words have: what is to be learned."""
    labels = [(word, one.role) for one in gold.segments for word in _words(one.words)]
    votes = _votes(texts, labels)
    return [votes[n].most_common(1)[0][0] if n in votes else Role.OTHER for n in range(len(texts))]


def _votes(
    stretches: Sequence[str], labels: Sequence[tuple[str, Role]]
) -> dict[int, Counter[Role]]:
    """For each stretch, the labels of the words that it has in common with a labelled text."""
    words = [(word, n) for n, one in enumerate(stretches) for word in _words(one)]
    matcher = SequenceMatcher(None, [w for w, _ in words], [w for w, _ in labels], autojunk=False)
    votes: dict[int, Counter[Role]] = {}
    for left, right, size in matcher.get_matching_blocks():
        for at in range(size):
            votes.setdefault(words[left + at][1], Counter())[labels[right + at][1]] += 1
    return votes


def _words(text: str) -> list[str]:
    """The words of a text; two that nothing but a capital parts are two, since an element may end between them."""
    return [word for word in _CUT.split(text) if word]


def _fields(gold: GoldPage, article: Article) -> dict[str, bool]:
    return {
        name: _plain_field(name, getattr(gold.meta, name))
        == _plain_field(name, getattr(article, name))
        for name in FIELDS
    }


def _plain_field(name: str, value: str | None) -> object:
    """A field as it is compared: names without case and conjunction, moments as moments."""
    if value is None:
        return None
    if name == "byline":
        return value.casefold().replace(" and ", ", ")
    if name == "published" and "T" in value:
        return datetime.fromisoformat(value).replace(microsecond=0)
    return value


def role_scores(pages: Sequence[PageScore]) -> dict[Role, Score]:
    """The score of each role that the gold has, by segment."""
    every = [segment for page in pages for segment in page.segments]
    gold = Counter(segment.gold for segment in every)
    found = Counter(segment.found for segment in every)
    right = Counter(segment.gold for segment in every if segment.gold == segment.found)
    return {role: Score(right[role], found[role], gold[role]) for role in Role if gold[role]}


def macro(pages: Sequence[PageScore]) -> float:
    """The mean F1 over the roles that the gold has."""
    scores = role_scores(pages)
    return sum(score.f1 for score in scores.values()) / len(scores) if scores else 1.0


def body(pages: Sequence[PageScore]) -> Score:
    """The running text against all else, by word."""
    every = [segment for page in pages for segment in page.segments]
    right = sum(s.size for s in every if s.gold in BODY and s.found in BODY)
    found = sum(s.size for s in every if s.found in BODY)
    return Score(right, found, sum(s.size for s in every if s.gold in BODY))


def furniture_share(pages: Sequence[PageScore]) -> float:
    """Which share of the body's words is in blocks from which nothing is read."""
    every = [segment for page in pages for segment in page.segments if segment.gold in BODY]
    total = sum(segment.size for segment in every)
    return sum(s.size for s in every if s.found not in READ) / total if total else 0.0


def marks(pages: Sequence[PageScore]) -> tuple[int, int]:
    """How many quotation marks the article has, and how many are not read."""
    every = [segment for page in pages for segment in page.segments if segment.gold in READ]
    held = sum(c in MARKS for segment in every for c in segment.words)
    lost = sum(c in MARKS for segment in every if segment.found not in READ for c in segment.words)
    return held, lost


def interval(
    pages: Sequence[PageScore], figure: Callable[[Sequence[PageScore]], float], seed: int = 0
) -> tuple[float, float]:
    """The 95 % bootstrap interval of a figure over pages."""
    if not pages:
        return 0.0, 1.0
    draw = random.Random(seed)  # noqa: S311 - a resample, not a secret
    drawn = sorted(figure(draw.choices(pages, k=len(pages))) for _ in range(RESAMPLES))
    return drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]


def worst(scores: PageScores, most: int = WORST) -> tuple[Segment, ...]:
    """The longest segments of the article that are not read, then the longest of the wrong ones."""
    every = [s for page in scores.pages for s in page.segments if s.gold != s.found]
    return tuple(
        sorted(every, key=lambda s: (s.gold in READ and s.found not in READ, s.size), reverse=True)
    )[:most]


def _plain(score: Score) -> dict[str, float]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "right": score.right,
        "found": score.found,
        "gold": score.gold,
    }
