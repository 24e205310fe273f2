"""Gather: the forecasts of a reading, as a ledger keeps them."""

from collections.abc import Iterable

from hearsay.ledger.entry import Chance, Kept, key_of
from hearsay.reading.commitment import Forecast, Probability
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, cut, without

AUTHOR = "author"


def gathered(reading: Reading, source: str, only: Iterable[str] = ()) -> tuple[Kept, ...]:
    """The forecasts of a reading.

    Args:
        reading: of one article.
        source: its file or address.
        only: ids of forecasts; () takes all.
    """
    wanted = {*only}
    return tuple(
        _kept(reading, source, one) for one in reading.forecasts if not wanted or one.id in wanted
    )


def _kept(reading: Reading, source: str, one: Forecast) -> Kept:
    article = reading.article
    horizon = one.horizon
    likely = one.probability
    where = (f"{span.start}-{span.end}" for span in one.content)
    return Kept(
        key=key_of(article.text, *where),
        by=_by(reading, one),
        words=_words(reading, _event(one)),
        made=(article.published or "").partition("T")[0],
        outlet=article.outlet or "",
        title=article.title or "",
        source=source,
        condition=_words(reading, one.condition),
        horizon=_words(reading, (horizon.at,)) if horizon and horizon.at else "",
        start=(horizon.start or "") if horizon else "",
        due=(horizon.end or "") if horizon else "",
        likely=_words(reading, (likely.at,)) if likely else "",
        chance=_chance(likely),
    )


def _event(one: Forecast) -> Spans:
    """What is to come, without the words whose number is kept: of "it is unlikely to rise" the chance is that it rises."""
    likely = one.probability
    if likely is None or likely.low is None:
        return one.content
    rest = tuple(part for span in one.content for part in without(span, (likely.at,)))
    return rest or one.content


def _by(reading: Reading, one: Forecast) -> str:
    """Who foretells; an author by name where the article has it."""
    if one.by == AUTHOR:
        return _one_line(reading.article.byline or "") or "the author"
    return next(actor.name for actor in reading.actors if actor.id == one.by)


def _words(reading: Reading, spans: Spans) -> str:
    return _one_line(cut(spans, reading.article.text))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _chance(likely: Probability | None) -> Chance | None:
    if likely is None or likely.low is None or likely.mid is None or likely.high is None:
        return None
    return Chance(likely.low, likely.mid, likely.high, likely.scale or "")
