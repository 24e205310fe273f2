"""A set of annotated articles, read and measured; as a table, as JSON, and the worst errors to read."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.attributions.compare import KINDS, ROLES, Text, Weighed, share, weighed
from hearsay.measure.attributions.count import Counts, count, partners, right
from hearsay.measure.attributions.figures import MACRO, Figure, Figures, figures
from hearsay.measure.attributions.reliability import bins, expected_error, table
from hearsay.measure.gold.standoff import OUTER, Annotated, Marked, annotated
from hearsay.text.span import Spans


class Claim(NamedTuple):
    """A finding, and how sure its reader is of it; None where it does not say."""

    marked: Marked
    confidence: float | None = None


Find = Callable[[Annotated], Sequence[Claim]]
"""Finds the attributions of an article, by its text alone."""

RESAMPLES = 1000
WORST = 20

_SHOWN = (
    *(
        "token.source",
        "token.cue",
        "token.content",
        MACRO,
        "span.source",
        "span.cue",
        "span.content",
    ),
    *("match", "exact", "content-exact", "content-soft", "source-exact", "source-head"),
    *("source-overlap", "cue-exact", "content-exact+source-overlap", "overlap.source"),
    *("overlap.cue", "overlap.content", "overlap.all", "direct-attributed", "quoted-words"),
)
_BY_KIND = (
    *(
        "match",
        "exact",
        "content-exact",
        "content-soft",
        "source-exact",
        "source-head",
        "overlap.all",
    ),
)


class Miss(NamedTuple):
    """Where gold and finding differ most: what was wanted, what was found, how unlike they are."""

    article: str
    unlike: float
    wanted: dict[str, str]
    found: dict[str, str]


class Measured(NamedTuple):
    """A set that was measured; `sure` has the confidence of each finding, and whether it was right."""

    folder: str
    figures: Figures
    misses: tuple[Miss, ...]
    sure: tuple[tuple[float, bool], ...]

    def as_json(self) -> bytes:
        """All figures and counts, as one line of JSON."""
        plain: dict[str, Any] = {
            "folder": self.folder,
            "articles": self.figures.articles,
            "counts": self.figures.counts,
            "figures": {
                name: {
                    "p": one.precision,
                    "r": one.recall,
                    "f": one.f1,
                    **({"f_95": list(one.interval)} if one.interval else {}),
                }
                for name, one in self.figures.by_name.items()
            },
            "calibration": {
                "expected_error": expected_error(self.sure),
                "bins": [one._asdict() for one in bins(self.sure)],
            },
            "worst": [miss._asdict() for miss in self.misses],
        }
        return msgspec.json.encode(plain) + b"\n"

    def as_text(self) -> str:
        """The figures for a person."""
        counts = self.figures.counts
        kinds = ", ".join(f"{counts[f'gold {kind}']} {kind}" for kind in KINDS)
        out = [
            f"{self.folder}: {self.figures.articles} articles",
            f"{counts['gold']} attributions wanted ({kinds}), {counts['pred']} found",
            "",
            f"{'':<34}{'P':>7}{'R':>7}{'F1':>7}   95 % interval of F1",
        ]
        none = Figure(0.0, 0.0, 0.0)
        names = (*_SHOWN, *(f"{kind}:{name}" for kind in KINDS for name in _BY_KIND))
        out += [_row(name, self.figures.by_name.get(name, none)) for name in names]
        if self.sure:
            out += ["", *table(self.sure)]
        out += ["", "the worst errors"]
        for miss in self.misses:
            out += [
                "",
                f"{miss.article}, {miss.unlike:.0%} unlike",
                *(f"  wanted {role:<8}{words}" for role, words in miss.wanted.items()),
                *(f"  found  {role:<8}{words}" for role, words in miss.found.items()),
            ]
        return "\n".join(out)


def _row(name: str, one: Figure) -> str:
    row = f"{name.replace(':', ': '):<34}{100 * one.precision:7.1f}{100 * one.recall:7.1f}{100 * one.f1:7.1f}"
    return row + (
        f"   {100 * one.interval[0]:.1f} to {100 * one.interval[1]:.1f}" if one.interval else ""
    )


def measure_attributions(
    folder: Path,
    find: Find,
    *,
    layer: str = OUTER,
    seen: Callable[[str], None] = lambda _: None,
) -> Measured:
    """Reads every article of a folder and holds what was found against what people marked.

    Args:
        folder: in the form of `hearsay.measure.gold.standoff`.
        find: the reader.
        layer: which annotations are the gold.
        seen: told each article's name before it is read.

    Raises:
        BadGold: the folder is not in that form.
        NotInstalled: scipy is not there.
    """
    articles: list[Counts] = []
    misses: list[Miss] = []
    sure: list[tuple[float, bool]] = []
    for one in annotated(folder, layer):
        seen(one.name)
        claims = find(one)
        text = Text(one.text)
        found = [claim.marked for claim in claims]
        articles.append(count(text, one.marked, found))
        gold = weighed(text, one.marked)
        misses += _misses(one.name, text, gold, weighed(text, found))
        sure += _sure(text, gold, claims)
    misses.sort(key=lambda miss: -miss.unlike)
    return Measured(str(folder), figures(articles, RESAMPLES), _varied(misses), tuple(sure))


def _sure(
    text: Text, gold: Sequence[Weighed], claims: Sequence[Claim]
) -> Iterable[tuple[float, bool]]:
    """The confidence of each finding that has one, and whether it was right."""
    said = [(c.confidence, w) for c in claims for w in weighed(text, [c.marked])]
    verdicts = right(gold, [one for _, one in said])
    for (confidence, _), verdict in zip(said, verdicts, strict=True):
        if confidence is not None:
            yield confidence, verdict


def _misses(
    name: str, text: Text, gold: Sequence[Weighed], found: Sequence[Weighed]
) -> Iterable[Miss]:
    pairs = partners(gold, found)
    met_gold, met_found = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        parts = [share(gold[i].words[role], found[j].words[role]) for role in ROLES]
        if min(parts) < 1:
            yield Miss(name, 1 - sum(parts) / 3, _words(text, gold[i]), _words(text, found[j]))
    for i in set(range(len(gold))) - met_gold:
        yield Miss(name, 1.0, _words(text, gold[i]), {})
    for j in set(range(len(found))) - met_found:
        yield Miss(name, 1.0, {}, _words(text, found[j]))


def _varied(misses: Sequence[Miss]) -> tuple[Miss, ...]:
    """The first of them, no more than one of a sort an article: else one bad page fills the list."""
    seen: set[tuple[str, bool, bool]] = set()
    out = []
    for miss in misses:
        sort = (miss.article, bool(miss.wanted), bool(miss.found))
        if sort not in seen:
            seen.add(sort)
            out.append(miss)
    return tuple(out[:WORST])


def _words(text: Text, one: Weighed) -> dict[str, str]:
    """The words of each role; what lies between two pieces is dots."""
    out = {}
    for role in ROLES:
        held = one.tokens[role]
        parts: list[list[int]] = []
        for n in sorted(held):
            if parts and parts[-1][-1] == n - 1:
                parts[-1].append(n)
            else:
                parts.append([n])
        cut = (text.tokens[p[0]].hull(text.tokens[p[-1]]).cut(text.text) for p in parts)
        out[role] = " … ".join(" ".join(words.split()) for words in cut) or "—"
    return out


def read_found(path: Path) -> dict[str, tuple[Claim, ...]]:
    """Findings that another reader wrote: JSON Lines of {"doc": …, "attributions": [{role: [[s, e]]}]}.

    Raises:
        BadGold: the file cannot be read, a line is none such, or an article has two lines.
    """
    out: dict[str, tuple[Claim, ...]] = {}
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise BadGold(f"cannot be read: {error.strerror}", name=str(path)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=_Line)
        except msgspec.DecodeError as error:
            raise BadGold(f"no line of findings: {error}", name=f"{path}:{number}") from error
        if one.doc in out:
            raise BadGold(f"a second line for {one.doc}", name=f"{path}:{number}")
        out[one.doc] = tuple(
            Claim(Marked(found.source, found.cue, found.content), found.confidence)
            for found in one.attributions
        )
    return out


class _Finding(msgspec.Struct):
    content: Spans
    source: Spans = ()
    cue: Spans = ()
    confidence: float | None = None


class _Line(msgspec.Struct):
    doc: str
    attributions: tuple[_Finding, ...]
