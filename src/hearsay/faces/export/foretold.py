"""What the report says of forecasts: who foretells what, how likely, by when and on which condition."""

from collections.abc import Iterator

from hearsay.faces.export import facts
from hearsay.faces.export.entries import Entry, Section, first, quoted
from hearsay.reading.commitment import Forecast, Horizon, Probability
from hearsay.reading.reading import Reading

SCALES = {
    "people": "as people take the words",
    "icd203": "by ICD 203",
    "ipcc": "by the IPCC",
    "kent": "by Kent",
    "stated": "as the words say",
}
"""Whose number it is."""


def forecasts(reading: Reading) -> Section:
    """What is said to happen, by whom, how likely, by when, on which condition."""
    return Section(
        "What is foretold",
        tuple(
            Entry(
                quoted(reading, one.content),
                f"{facts.binder(reading, one)}:",
                one.id,
                tuple(_terms(reading, one)),
                at=first(one.content),
            )
            for one in reading.forecasts
        ),
    )


def _terms(reading: Reading, one: Forecast) -> Iterator[str]:
    if one.probability is not None:
        yield f"how likely: {likely(reading, one.probability)}"
    if one.horizon is not None:
        yield f"by when: {due(reading, one.horizon)}"
    if one.condition:
        yield f"on condition: {quoted(reading, one.condition)}"
    said = next((said for said in reading.attributions if said.id == one.attribution), None)
    if said is not None:
        whom = facts.chain(reading, said)
        yield f"from {said.id}, {whom}" if whom else f"from {said.id}"


def likely(reading: Reading, one: Probability) -> str:
    """The words for how likely it is, with the number that a scale gives them; none where it has none."""
    words = quoted(reading, (one.at,))
    if one.low is None or one.high is None:
        return f"{words}, for which no number is published"
    return f"{words} ({share(one.low, one.high)}, {SCALES.get(one.scale or '', '')})"


def share(low: float, high: float) -> str:
    """A range in per cent."""
    few, many = f"{low * 100:.3g}", f"{high * 100:.3g}"
    return f"{few} %" if few == many else f"{few} to {many} %"


def due(reading: Reading, one: Horizon) -> str:
    """The words for by when, with the days that they come to."""
    words = quoted(reading, (one.at,)) if one.at else ""
    days = _days(one)
    return f"{words} ({days})" if words and days else words or days


def _days(one: Horizon) -> str:
    start, end = (facts.day(day) if day else "" for day in (one.start, one.end))
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"until {end}" if end else f"from {start}" if start else ""
