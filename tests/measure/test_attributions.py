"""The figures of attributions: by hand where it can be reckoned, and against the shared scorer where that is."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import BadGold
from hearsay.measure.attributions.compare import Text, weigh, weighed
from hearsay.measure.attributions.count import count, right
from hearsay.measure.attributions.figures import figures
from hearsay.measure.attributions.reliability import bins, expected_error, table
from hearsay.measure.attributions.report import Claim, measure_attributions, read_found
from hearsay.measure.gold.standoff import Marked, annotated
from hearsay.text.span import Span, Spans, found

SCORER = Path(__file__).parents[2].parent / "shared" / "tools" / "attribution_score.py"
ARTICLE = '"We go," Lund said. "Now." Moe thinks the boat will sink.'


def spans(*words: str) -> Spans:
    """Where some words stand in the article."""
    out = [found(ARTICLE, each) for each in words]
    assert all(out)
    return tuple(one for one in out if one)


LUND = Marked(spans("Lund"), spans("said"), spans('"We go,"', '"Now."'))
MOE = Marked(spans("Moe"), spans("thinks"), spans("the boat will sink"))
SHORT = Marked(spans("Moe"), spans("thinks"), spans("boat will sink"))
BARE = Marked(spans("Lund"), spans("said"), spans("We go", "Now"))


def f1(name: str, gold: list[Marked], given_: list[Marked]) -> float:
    return figures([count(Text(ARTICLE), gold, given_)]).by_name[name].f1


@pytest.mark.parametrize(
    ("name", "gold", "given_", "wanted"),
    [
        ("exact", [LUND, MOE], [LUND, MOE], 1.0),
        ("exact", [LUND], [BARE], 1.0),  # marks decide nothing
        ("overlap.all", [LUND], [BARE], 2 * 5 / (5 + 11)),
        ("exact", [LUND, MOE], [LUND, SHORT], 0.5),
        ("match", [LUND, MOE], [LUND, SHORT], 1.0),
        ("span.content", [LUND, MOE], [LUND, SHORT], 2 * 2 / (3 + 3)),
        ("match", [LUND, MOE], [LUND], 2 * 1 / (2 + 1)),
        ("direct-attributed", [LUND, MOE], [LUND, MOE], 1.0),
        ("indirect:exact", [LUND, MOE], [SHORT], 0.0),
        ("token.source", [LUND, MOE], [LUND], 2 * 1 / (2 + 1)),
    ],
)
def test_a_figure(name: str, gold: list[Marked], given_: list[Marked], wanted: float) -> None:
    assert f1(name, gold, given_) == pytest.approx(wanted)


def test_kinds_and_heads() -> None:
    text = Text(ARTICLE)
    assert [weigh(text, one).kind for one in (LUND, MOE)] == ["direct", "indirect"]
    source = Marked((Span(0, 1), *spans("Lund said")), (), spans("boat"))
    head = weigh(text, source).head
    assert head is not None
    assert text.form(head) == "Lund"


def test_right_is_half_of_the_content_and_the_source() -> None:
    text = Text(ARTICLE)
    other = Marked(spans("Lund"), spans("thinks"), spans("the boat will sink"))
    assert right(weighed(text, [LUND, MOE]), weighed(text, [SHORT])) == [True]
    assert right(weighed(text, [LUND, MOE]), weighed(text, [other])) == [False]


def test_intervals_hold_the_figure() -> None:
    text = Text(ARTICLE)
    some = [count(text, [LUND, MOE], given_) for given_ in ([LUND], [LUND, MOE], [MOE], [])]
    one = figures(some, 200).by_name["match"]
    assert one.interval is not None
    assert one.interval[0] <= one.f1 <= one.interval[1]


def written(folder: Path, marked: list[Marked]) -> Path:
    """A gold folder of one article."""
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "boat.txt").write_text(ARTICLE, "utf-8")
    lines, number = [], 0
    for event, one in enumerate(marked, 1):
        names = []
        for role, where in zip(("Source", "Cue", "Content"), one, strict=True):
            number += 1
            places = ";".join(f"{s.start} {s.end}" for s in where)
            lines.append(f"T{number}\t{role} {places}\twords")
            names.append(f"{role}:T{number}")
        lines.append(f"E{event}\tAttribution:T{number - 1} {' '.join(names)}")
    (folder / "attributions" / "boat_x.ann").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_gold_is_read_as_it_was_written(tmp_path: Path) -> None:
    (one,) = annotated(written(tmp_path / "gold", [LUND, MOE]))
    assert (one.name, one.text, one.marked) == ("boat", ARTICLE, (LUND, MOE))


def test_a_measured_folder_tells_its_figures_and_errors(tmp_path: Path) -> None:
    gold = written(tmp_path / "gold", [LUND, MOE])
    measured = measure_attributions(gold, lambda _: [Claim(LUND, 0.9), Claim(SHORT, 0.7)])
    text = measured.as_text()
    assert "2 attributions wanted (1 direct, 0 mixed, 1 indirect), 2 found" in text
    assert "wanted content the boat will sink" in text
    assert "found  content boat will sink" in text
    assert "0.9 to 1.0" in text
    plain = json.loads(measured.as_json())
    assert plain["figures"]["exact"]["f"] == 0.5
    assert plain["calibration"]["expected_error"] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (lambda gold: (gold / "attributions" / "boat_x.ann").unlink(), "no annotation"),
        (lambda gold: (gold / "text" / "boat.txt").unlink(), "no annotated article"),
        (
            lambda gold: (gold / "attributions" / "boat_x.ann").write_text("T1\tCue 3 900\tx\n"),
            "“3 900” is no stretch of the text",
        ),
    ],
)
def test_broken_gold_is_refused(tmp_path: Path, break_it: object, says: str) -> None:
    gold = written(tmp_path / "gold", [LUND])
    assert callable(break_it)
    break_it(gold)
    with pytest.raises(BadGold, match=says):
        measure_attributions(gold, lambda _: [])


@pytest.mark.parametrize("line", ["{", '{"doc": 3}', '{"doc": "a", "attributions": [{"cue": []}]}'])
def test_broken_findings_are_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "found.jsonl"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(BadGold, match="no line of findings"):
        read_found(path)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=50))
def test_the_expected_error_is_a_share(pairs: list[tuple[float, bool]]) -> None:
    assert 0 <= expected_error(pairs) <= 1
    assert sum(one.many for one in bins(pairs)) == len(pairs)
    assert len(list(table(pairs))) == len(list(bins(pairs))) + 2


def scorer() -> ModuleType:
    """The scorer that other readers of this corpus are measured with."""
    spec = importlib.util.spec_from_file_location("attribution_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout")
def test_the_figures_are_those_of_the_shared_scorer(tmp_path: Path) -> None:
    gold = written(tmp_path / "gold", [LUND, MOE])
    other = Marked((), spans("said"), spans("We go"))
    given_ = [other, SHORT]
    plain = [
        {role: [[s.start, s.end] for s in where] for role, where in one._asdict().items()}
        for one in given_
    ]
    line = tmp_path / "found.jsonl"
    line.write_text(json.dumps({"doc": "boat", "attributions": plain}) + "\n", "utf-8")
    module = scorer()
    theirs, _ = module.score(module.load_gold(str(gold)), module.load_pred(str(line)))
    claims = read_found(line)
    mine = measure_attributions(gold, lambda one: claims[one.name]).figures
    assert mine.counts == theirs.pop("counts")
    assert {
        name: {"p": one.precision, "r": one.recall, "f": one.f1}
        for name, one in mine.by_name.items()
    } == theirs
