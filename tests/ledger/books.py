"""Forecasts for ledgers, and what hypothesis draws of them."""

from datetime import date

from hypothesis import strategies as st

from hearsay.ledger.entry import Chance, Change, Deed, Kept, Status, key_of

NOW = "2026-03-14T12:00:00Z"

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
some_words = words.filter(lambda drawn: drawn.strip() != "")
days = st.dates().map(lambda day: day.isoformat())
maybe_days = st.just("") | days
shares = st.floats(0, 1)


@st.composite
def kept(draw: st.DrawFn) -> Kept:
    low, mid, high = sorted(draw(st.tuples(shares, shares, shares)))
    scale = draw(st.sampled_from(["people", "icd203", "stated", "given"]))
    whole = draw(st.none() | st.just(Chance(low, mid, high, scale)))
    return Kept(
        key=key_of(str(draw(st.uuids()))),
        by=draw(some_words),
        words=draw(some_words),
        made=draw(maybe_days),
        outlet=draw(words),
        title=draw(words),
        source=draw(words),
        condition=draw(words),
        horizon=draw(words),
        start=draw(maybe_days),
        due=draw(maybe_days),
        likely=draw(words),
        chance=whole,
    )


settled = st.builds(
    Change,
    at=st.just(NOW),
    who=st.just("ann"),
    deed=st.just(Deed.RESOLVED),
    status=st.sampled_from([one for one in Status if one is not Status.OPEN]),
    day=st.dates(max_value=date(2026, 3, 14)).map(lambda day: day.isoformat()),
    evidence=some_words,
)


def foretold(number: int, chance: float | None = None, **known: str) -> Kept:
    """A forecast that no other is."""
    told = {"by": "Anna Lund", "words": f"toll {number} will rise"} | known
    whole = Chance(chance, chance, chance, "given") if chance is not None else None
    return Kept(key=key_of(str(number), *told.values()), chance=whole, **told)


def became(
    status: Status, day: str = "2026-03-14", evidence: str = "Posten", who: str = "ann"
) -> Change:
    """A change that settles a forecast."""
    return Change(NOW, who, Deed.RESOLVED, status, day, evidence)
