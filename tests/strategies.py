"""What Hypothesis draws from: texts, spans, articles, and whole readings that keep every law."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from hypothesis import strategies as st

from hearsay.fidelity.change import Change, Difference
from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Act, Attribution, Certainty, Kind, Mode, Polarity
from hearsay.reading.commitment import (
    Authority,
    Commitment,
    Force,
    Forecast,
    Horizon,
    Probability,
    Qualifier,
    QualifierKind,
)
from hearsay.reading.ground import Ground
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
from hearsay.text.article import READ, Article, Block, Dated, Genre, Role
from hearsay.text.span import Span, Spans, joined

T = TypeVar("T")
Numbered = TypeVar("Numbered", Commitment, Forecast)

NEWS = "aeinorst BL.,;:?!…—-'\"‘’“”«»()[]0159$%\n\r\t\u00a0\u2028é\u0301\u200b👍ש"
texts = st.text(st.sampled_from(NEWS) | st.characters(codec="utf-8"), max_size=60)
"""Texts that are rich in what news has, and hold anything else at times."""

pieces = texts.map(str.strip).filter(bool)
"""Texts that are not empty and have no white space at their ends."""

breaks = st.sampled_from(["\n\n", "\n", "\r\n", " \n\n\t"])
numbers = st.floats(0, 1)
days = st.dates().map(str)


def maybe(some: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """One of those, or None."""
    return st.none() | some


def spans(within: Span) -> st.SearchStrategy[Span]:
    """Any span inside a span."""
    return st.integers(within.start, within.end - 1).flatmap(
        lambda start: st.integers(start + 1, within.end).map(lambda end: Span(start, end))
    )


def any_spans(longest: int = 30) -> st.SearchStrategy[Span]:
    """Any span that ends before a bound."""
    return spans(Span(0, longest))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles whose blocks hold every character that is not white space."""
    text = draw(st.sampled_from(["", "\n"]))
    blocks: list[Block] = []
    for role, piece in draw(st.lists(st.tuples(st.sampled_from(Role), pieces), max_size=5)):
        if blocks:
            text += draw(breaks)
        blocks.append(Block(Span(len(text), len(text) + len(piece)), role, draw(maybe(texts))))
        text += piece
    published = draw(maybe(days))
    return Article(
        text=text + draw(st.sampled_from(["", "\n"])),
        title=draw(maybe(texts)),
        byline=draw(maybe(texts)),
        published=published,
        published_is=draw(st.sampled_from(Dated)) if published else None,
        genre=draw(st.sampled_from(Genre)),
        blocks=tuple(blocks),
    )


class _Places:
    """Where findings may stand in one article."""

    def __init__(self, article: Article) -> None:
        self.blocks = [block.span for block in article.blocks if block.role in READ]

    def one(self) -> st.SearchStrategy[Span]:
        return st.sampled_from(self.blocks).flatmap(spans)

    def some(self, least: int = 0) -> st.SearchStrategy[Spans]:
        return st.lists(self.one(), min_size=least, max_size=3).map(joined)

    def ground(self) -> st.SearchStrategy[Ground]:
        by = st.sampled_from(["rule:verb_after_quote", "model:attribution"])
        return st.builds(Ground, by=by, because=self.some(), note=texts)


def named(letter: str, many: int) -> list[str]:
    """The ids of so many findings of a kind."""
    return [f"{letter}{at}" for at in range(1, many + 1)]


@st.composite
def _attribution(
    draw: st.DrawFn, places: _Places, own: str, earlier: Sequence[str], actors: Sequence[str]
) -> Attribution:
    speaker = draw(maybe(st.sampled_from(actors))) if actors else None
    others = tuple(draw(st.lists(st.sampled_from(actors), max_size=2))) if actors else ()
    return Attribution(
        id=own,
        source=draw(places.some()),
        cue=draw(places.some()),
        content=draw(places.some(1)),
        mode=draw(st.sampled_from(Mode)),
        confidence=draw(numbers),
        ground=draw(places.ground()),
        speaker=speaker,
        chain=(*others, speaker) if speaker else (),
        may_be=() if speaker else others,
        via=others,
        within=draw(maybe(st.sampled_from(earlier))) if earlier else None,
        explicit=draw(st.booleans()),
        type=draw(st.sampled_from(Kind)),
        act=draw(st.sampled_from(Act)),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        disputed_by=draw(st.sampled_from([None, "author", *actors])),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings that keep every law, with findings of every kind."""
    article = draw(articles())
    reader = Reader("0", draw(maybe(texts)), "digest")
    remarks = tuple(draw(st.lists(texts, max_size=2)))
    places = _Places(article)
    if not places.blocks:
        return Reading(article, reader, remarks=remarks)
    one, some, ground = places.one(), places.some(), places.ground()
    actors = named("a", draw(st.integers(0, 3)))
    said = named("s", draw(st.integers(0, 3)))
    voices = st.sampled_from(["author", *actors])
    on, who = st.sampled_from([None, *said]), st.sampled_from([None, *actors])
    authority = (
        st.builds(Authority, who=st.sampled_from(actors), over=some) if actors else st.nothing()
    )
    commitment = st.builds(
        Commitment, id=st.just(""), by=voices, force=st.sampled_from(Force), matter=some,
        confidence=numbers, ground=ground, attribution=on, to=who, condition=some, place=some,
        time=some, purpose=some, authority=st.none() | authority,
    )  # fmt: skip
    range_ = st.lists(numbers, min_size=3, max_size=3).map(sorted)
    whose = st.sampled_from(["people", "icd203", "ipcc", "kent", "stated"])
    numbered = st.builds(
        lambda at, drawn, scale: Probability(at, drawn[0], drawn[1], drawn[2], scale),
        one,
        range_,
        whose,
    )
    probability = numbered | st.builds(Probability, at=one)
    horizon = st.builds(Horizon, at=maybe(one), start=maybe(days), end=maybe(days))
    forecast = st.builds(
        Forecast, id=st.just(""), by=voices, content=some, confidence=numbers, ground=ground,
        attribution=on, probability=maybe(probability), horizon=maybe(horizon), condition=some,
    )  # fmt: skip
    candidate = st.builds(Candidate, claim=some, supports=some, against=some)
    few = st.lists(candidate, max_size=2).map(tuple)
    change = st.builds(Difference, st.sampled_from(Change), maybe(one), maybe(one), st.booleans())
    changed = st.lists(change, max_size=2).map(tuple)

    def tuples(kind: st.SearchStrategy[T]) -> tuple[T, ...]:
        return tuple(draw(st.lists(kind, max_size=2)))

    return Reading(
        article=article,
        reader=reader,
        actors=tuple(
            Actor(
                own, draw(texts), draw(st.sampled_from(ActorKind)),
                draw(st.sampled_from(SourceType)), draw(ground), title=draw(maybe(texts)),
                title_at=draw(some), standing=draw(some), speaks_for=draw(who),
                mentions=draw(some), link=draw(maybe(texts)),
            )
            for own in actors
        ),
        attributions=tuple(
            draw(_attribution(places, own, said[:at], actors)) for at, own in enumerate(said)
        ),
        commitments=tuple(
            _with_id(found, f"c{at}") for at, found in enumerate(tuples(commitment), 1)
        ),
        forecasts=tuple(_with_id(found, f"f{at}") for at, found in enumerate(tuples(forecast), 1)),
        own_voice=tuples(st.builds(OwnVoice, one, st.sampled_from(VoiceKind), ground)),
        hypotheses=tuples(st.builds(Hypotheses, maybe(one), few, ground)),
        qualifiers=tuples(st.builds(Qualifier, one, st.sampled_from(QualifierKind), ground, on)),
        timeline=tuples(st.builds(Event, one, some, ground, maybe(days), maybe(days))),
        quotations=tuples(st.builds(Quotation, one, st.sampled_from(Use), ground, on, some, some)),
        variants=tuples(
            st.builds(Variant, one, one, st.booleans(), ground, st.lists(texts).map(tuple), changed)
        ),
        headline=draw(
            maybe(
                st.builds(
                    HeadlineFinding, one, st.sampled_from(Strength), st.sampled_from(Support),
                    texts, ground, some, st.lists(texts).map(tuple),
                )
            )
        ),
        remarks=remarks,
    )  # fmt: skip


def _with_id(found: Numbered, own: str) -> Numbered:
    return msgspec.structs.replace(found, id=own)
