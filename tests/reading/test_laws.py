"""Each law of the format, seen to be broken once; and readings that keep them all."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given

from hearsay.errors import Unlawful
from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Attribution, Mode
from hearsay.reading.commitment import (
    Authority,
    Commitment,
    Force,
    Forecast,
    Probability,
    Qualifier,
    QualifierKind,
)
from hearsay.reading.ground import Ground
from hearsay.reading.laws import breaches, hold, spans_of
from hearsay.reading.quotation import Quotation, Use, Variant
from hearsay.reading.reading import Reader, Reading
from hearsay.reading.voice import (
    Candidate,
    Event,
    HeadlineFinding,
    Hypotheses,
    OwnVoice,
    Strength,
    Support,
    VoiceKind,
)
from hearsay.text.article import Article, Block, Dated, Role
from hearsay.text.span import Span
from tests.strategies import readings

TEXT = "Toll rises\n\n“It will rise,” said Lund.\n\nBuy now"
HEADLINE, PARAGRAPH, ADVERT = Span(0, 10), Span(12, 38), Span(40, 47)
QUOTE, CUE, NAME = Span(12, 27), Span(28, 32), Span(33, 37)
OUTSIDE = Span(46, 99)
RULE = Ground("rule:verb_after_quote", (CUE,), "a verb of saying stands after the quotation")

ARTICLE = Article(
    TEXT,
    blocks=(
        Block(HEADLINE, Role.HEADLINE),
        Block(PARAGRAPH, Role.PARAGRAPH),
        Block(ADVERT, Role.ADVERT),
    ),
)
LUND = Actor("a1", "Lund", ActorKind.PERSON, SourceType.NAMED_PERSON, RULE, mentions=(NAME,))
SAID = Attribution(
    "s1", (NAME,), (CUE,), (QUOTE,), Mode.DIRECT, 0.9, RULE, speaker="a1", chain=("a1",)
)
PROMISE = Commitment("c1", "a1", Force.PROMISE, (QUOTE,), 0.8, RULE, attribution="s1")
FORECAST = Forecast("f1", "a1", (QUOTE,), 0.8, RULE, attribution="s1")
LAWFUL = Reading(
    ARTICLE,
    Reader("0.1.0", None, "digest"),
    actors=(LUND,),
    attributions=(SAID,),
    commitments=(PROMISE,),
    forecasts=(FORECAST,),
    own_voice=(OwnVoice(PARAGRAPH, VoiceKind.INFERENCE, RULE),),
    hypotheses=(Hypotheses(None, (Candidate((QUOTE,)),), RULE),),
    qualifiers=(Qualifier(CUE, QualifierKind.MODAL, RULE, on="s1"),),
    timeline=(Event(CUE, (QUOTE,), RULE),),
    quotations=(Quotation(QUOTE, Use.QUOTE, RULE, "s1"),),
    variants=(Variant(QUOTE, QUOTE, same=True, ground=RULE),),
    headline=HeadlineFinding(HEADLINE, Strength.ASSERTED, Support.SUPPORTED, "so", RULE),
)

Change = Callable[[Reading], Reading]


def article(**fields: object) -> Change:
    """The reading with other fields of its article."""
    return lambda reading: msgspec.structs.replace(
        reading, article=msgspec.structs.replace(reading.article, **fields)
    )


def headline(**fields: object) -> Change:
    """The reading with other fields of what was found in the headline."""

    def changed(reading: Reading) -> Reading:
        assert reading.headline
        made = msgspec.structs.replace(reading.headline, **fields)
        return msgspec.structs.replace(reading, headline=made)

    return changed


def first(kind: str, **fields: object) -> Change:
    """The reading with other fields of the first finding of a kind."""

    def changed(reading: Reading) -> Reading:
        one, *others = getattr(reading, kind)
        made = (msgspec.structs.replace(one, **fields), *others)
        return msgspec.structs.replace(reading, **{kind: made})

    return changed


def one_more(kind: str, **fields: object) -> Change:
    """The reading with the first finding of a kind a second time, changed."""

    def changed(reading: Reading) -> Reading:
        found = getattr(reading, kind)
        made = (*found, msgspec.structs.replace(found[0], **fields))
        return msgspec.structs.replace(reading, **{kind: made})

    return changed


BROKEN: list[tuple[Change, str]] = [
    # the text and its blocks
    (article(blocks=ARTICLE.blocks[::-1]), "not sorted and apart"),
    (article(blocks=(*ARTICLE.blocks, ARTICLE.blocks[2])), "not sorted and apart"),
    (article(blocks=(*ARTICLE.blocks[:2], Block(OUTSIDE, Role.ADVERT))), "a block ends after"),
    (article(blocks=ARTICLE.blocks[:2]), "'Buy now' stands in no block"),
    (article(blocks=()), "stands in no block"),
    (article(published="2016-10-30"), "published and published_is"),
    (article(published_is=Dated.GIVEN), "published and published_is"),
    # places
    (first("attributions", content=(OUTSIDE,)), "attributions[0].content[0] ends after the text"),
    (first("attributions", content=(CUE, QUOTE)), "attributions[0].content is not sorted"),
    (first("attributions", cue=(CUE, CUE)), "attributions[0].cue is not sorted"),
    (first("actors", mentions=(ADVERT,)), "actors[0].mentions[0] stands in furniture: 'Buy now'"),
    (first("own_voice", span=Span(30, 45)), "own_voice[0].span stands in furniture"),
    (first("hypotheses", question=ADVERT), "hypotheses[0].question stands in furniture"),
    (first("hypotheses", candidates=(Candidate((ADVERT,)),)), "candidates[0].claim[0] stands in"),
    (first("timeline", time=OUTSIDE), "timeline[0].time ends after"),
    (first("variants", b=ADVERT), "variants[0].b stands in furniture"),
    (first("quotations", elisions=(OUTSIDE,)), "quotations[0].elisions[0] ends after"),
    (
        first("forecasts", probability=Probability(ADVERT, 0, 0.5, 1)),
        "forecasts[0].probability.at stands in",
    ),
    (headline(span=ADVERT), "headline.span stands in furniture"),
    # grounds
    (first("actors", ground=Ground("")), "actors[0].ground names no rule and no model"),
    (first("qualifiers", ground=Ground("rule:")), "qualifiers[0].ground names no rule"),
    (first("variants", ground=Ground("a guess")), "variants[0].ground names no rule"),
    (first("quotations", ground=Ground("rule:x", (ADVERT,))), "ground.because[0] stands in"),
    # references
    (one_more("actors"), "two findings have one id"),
    (one_more("attributions", id="a1"), "two findings have one id"),
    (first("actors", speaks_for="a2"), "a1.speaks_for names a2, which is not there"),
    (first("attributions", speaker="a2", chain=("a2",)), "s1.speaker names a2"),
    (first("attributions", chain=("a2", "a1")), "s1.chain names a2"),
    (first("attributions", via=("a2",)), "s1.via names a2"),
    (first("attributions", speaker=None, chain=(), may_be=("a2",)), "s1.may_be names a2"),
    (first("attributions", may_be=("a1",)), "s1: it has a speaker, and others who may be it"),
    (first("attributions", jointly=("a2",)), "s1.jointly names a2"),
    (first("attributions", jointly=("a1",)), "s1: those who say it jointly have no speaker"),
    (
        first("attributions", speaker=None, chain=(), jointly=("a1",)),
        "s1: those who say it jointly have no speaker",
    ),
    (first("attributions", within="s2"), "s1.within names s2"),
    (first("attributions", disputed_by="s1"), "s1.disputed_by names s1"),
    (first("quotations", attribution="s2"), "quotations[0].attribution names s2"),
    (first("qualifiers", on="a1"), "qualifiers[0].on names a1"),
    (first("commitments", attribution="s2"), "c1.attribution names s2"),
    (first("commitments", by="a2"), "c1.by names a2"),
    (first("commitments", to="author"), "c1.to names author"),
    (first("commitments", authority=Authority("a2", ())), "c1.authority.who names a2"),
    (first("forecasts", attribution="s2"), "f1.attribution names s2"),
    (first("forecasts", by="Lund"), "f1.by names Lund"),
    # attributions
    (first("attributions", content=()), "s1 has no content"),
    (first("attributions", chain=()), "s1: the chain does not end in the speaker"),
    (one_more("actors", id="a2"), ""),
    (first("attributions", within="s1"), "s1 stands within itself"),
    (first("attributions", confidence=1.1), "s1: the confidence is not between 0 and 1"),
    (first("attributions", confidence=float("nan")), "s1: the confidence is not between 0 and 1"),
    (first("commitments", confidence=-0.1), "c1: the confidence is not between 0 and 1"),
    (first("forecasts", confidence=2), "f1: the confidence is not between 0 and 1"),
    (
        first("forecasts", probability=Probability(CUE, 0.5, 0.4, 0.9)),
        "f1: the probability is not low <= mid <= high",
    ),
    (
        first("forecasts", probability=Probability(CUE, 0.5, 0.6, 1.9)),
        "f1: the probability is not low <= mid <= high",
    ),
]


@pytest.mark.parametrize(
    ("change", "complaint"),
    BROKEN,
    ids=[f"{at} {says[:40]}" for at, (_, says) in enumerate(BROKEN)],
)
def test_a_broken_law_is_named(change: Change, complaint: str) -> None:
    found = list(breaches(change(LAWFUL)))
    if not complaint:
        assert found == []
        return
    assert any(complaint in breach for breach in found), found
    with pytest.raises(Unlawful, match="breaks a law of its format"):
        hold(change(LAWFUL))


def test_a_ring_of_attributions_is_found_in_each_of_them() -> None:
    ring = one_more("attributions", id="s2", within="s1")(
        first("attributions", within="s2")(LAWFUL)
    )
    assert list(breaches(ring)) == ["s1 stands within itself", "s2 stands within itself"]


def test_an_attribution_inside_another_is_lawful() -> None:
    assert list(breaches(one_more("attributions", id="s2", within="s1")(LAWFUL))) == []


def test_an_empty_article_says_nothing_and_breaks_nothing() -> None:
    hold(Reading(Article(""), Reader("0", None, "")))


@given(readings())
def test_readings_that_keep_every_law_are_held_lawful(reading: Reading) -> None:
    assert list(breaches(reading)) == []
    hold(reading)


def test_every_span_below_a_finding_is_found() -> None:
    assert spans_of(SAID) == (NAME, CUE, QUOTE, CUE)
    assert spans_of(LAWFUL.hypotheses) == (QUOTE, CUE)
    assert spans_of(None) == ()
