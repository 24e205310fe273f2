"""brat's stand-off, read again as PolNeAR's is read: the same attributions come back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from hearsay.faces.export.exchange.brat import folder, standoff
from hearsay.measure.gold.standoff import INNER, OUTER, Annotated, Marked, annotated
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, Spans
from tests.faces.export.exchange.handed_on import handed_on
from tests.marked import reading
from tests.strategies import readings

GOLD = Path(__file__).parents[4] / "gold" / "attributions"


def back(whole: Reading, layer: str) -> Annotated:
    """What comes back of a layer."""
    with TemporaryDirectory() as out:
        for name, content in folder([("toll.html", whole)], ["toll"]).items():
            path = Path(out, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        (one,) = annotated(Path(out), layer)
    return one


def held(spans: Spans, text: str) -> set[int]:
    """Where the characters of some spans are that are no white space."""
    return {at for span in spans for at in range(span.start, span.end) if not text[at].isspace()}


def test_what_is_written_is_what_polnear_has() -> None:
    told = standoff(handed_on(), handed_on().attributions[:1]).decode().splitlines()
    assert [line for line in told if line[0] in "TE"] == [
        "T1\tContent 94 118\t“The toll rises in May.”",
        "T2\tCue 27 34\tQuoting",
        "T3\tSource 35 72\tNora Vale, the minister's spokeswoman",
        "T4\tAttribution 27 34\tQuoting",
        "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3",
    ]
    assert "A1\tMode E1 direct" in told
    assert "#1\tAnnotatorNotes E1\ts1: Nora Vale ← Harbour Wire" in told


def test_the_layers_hold_what_they_should() -> None:
    outer, inner = back(handed_on(), OUTER), back(handed_on(), INNER)
    assert [one.cue for one in inner.marked] == [handed_on().attributions[4].cue]
    assert len(outer.marked) == 5  # not what nobody is said to say


def test_a_stretch_over_a_line_end_is_cut_there() -> None:
    whole = reading("«source 1|She» «cue 1|said»: «content 1|yes.\nNo» and left.")
    told = standoff(whole, whole.attributions).decode()
    assert "Content 10 14;15 17\tyes. No\n" in told


@given(readings())
@settings(max_examples=80)
def test_the_same_attributions_come_back(whole: Reading) -> None:
    outer = [one for one in whole.attributions if not one.within and (one.source or one.cue)]
    inner = [one for one in whole.attributions if one.within]
    text = whole.article.text
    if not text:
        return
    for layer, wanted in ((OUTER, outer), (INNER, inner)):
        came = back(whole, layer)
        assert came.text == text
        assert len(came.marked) == len(wanted)
        for one, marked in zip(wanted, came.marked, strict=True):
            for mine, theirs in zip((one.source, one.cue, one.content), marked, strict=True):
                assert held(mine, text) == held(theirs, text)
                if all("\n" not in span.cut(text) and span.trimmed(text) == span for span in mine):
                    lines = any(
                        c in span.cut(text) for span in mine for c in "\r\u2028\x0b\x0c\x85"
                    )
                    assert lines or theirs == mine


@pytest.mark.parametrize("article", [*annotated(GOLD)][::4], ids=lambda one: one.name)
def test_annotated_articles_come_back_as_they_were_annotated(article: Annotated) -> None:
    whole = _as_reading(article)
    came = back(whole, OUTER)
    assert came.text == article.text
    assert sorted(came.marked) == sorted(one for one in article.marked if one.source or one.cue)


def _as_reading(article: Annotated) -> Reading:
    """A reading with the attributions of an annotated article."""
    import msgspec  # noqa: PLC0415 - beside what it is for

    one = handed_on()
    template = one.attributions[0]

    def made(marked: Marked, number: int) -> object:
        return msgspec.structs.replace(
            template,
            id=f"s{number}",
            source=marked.source,
            cue=marked.cue,
            content=marked.content,
            speaker=None,
            chain=(),
        )

    said = tuple(made(marked, n) for n, marked in enumerate(article.marked, 1))
    text = msgspec.structs.replace(one.article, text=article.text, blocks=())
    return msgspec.structs.replace(one, article=text, attributions=said, quotations=())


def test_bounds_are_code_points() -> None:
    whole = reading("👍 «source 1|Ann» «cue 1|said» «content 1|“é👍no”».")
    (one,) = back(whole, OUTER).marked
    assert one.content == (Span(11, 17),)
