"""Which forecasts of a ledger are scored, together with which, and why the others are not."""

from hearsay.ledger.entry import Change, Deed, LedgerEntry, Status
from hearsay.ledger.score import NO_NUMBER, By, score
from tests.ledger.books import NOW, became, foretold

ADDED = Change(NOW, "ann", Deed.ADDED, Status.OPEN)


def entry(number: int, status: Status, chance: float | None, **known: str) -> LedgerEntry:
    changes = (ADDED,) if status is Status.OPEN else (ADDED, became(status))
    return LedgerEntry(number, foretold(number, chance, **known), changes)


ENTRIES = (
    entry(1, Status.TRUE, 0.9, outlet="Posten"),
    entry(2, Status.FALSE, 0.8, outlet="Posten"),
    entry(3, Status.TRUE, 0.5, by="Per Dahl"),
    entry(4, Status.TRUE, None),
    entry(5, Status.OPEN, 0.9),
    entry(6, Status.VOID, 0.9),
    entry(7, Status.UNCLEAR, 0.9),
    entry(8, Status.DISPUTED, None),
)


def test_only_what_came_true_or_not_and_has_a_number_is_scored() -> None:
    found = score(ENTRIES)
    assert found.all is not None
    assert (found.all.many, found.all.came) == (3, 2)
    assert found.unscored == {NO_NUMBER: 1, "disputed": 1, "open": 1, "unclear": 1, "void": 1}
    assert abs(found.all.brier - (0.01 + 0.64 + 0.25) / 3) < 1e-12


def test_by_actor_outlet_and_scale_with_the_largest_first() -> None:
    assert [(one.name, one.many) for one in score(ENTRIES).groups] == [
        ("Anna Lund", 2),
        ("Per Dahl", 1),
    ]
    outlets = [(one.name, one.many) for one in score(ENTRIES, By.OUTLET).groups]
    assert outlets == [("Posten", 2), ("no outlet", 1)]
    assert [one.name for one in score(ENTRIES, By.SCALE).groups] == ["given"]


def test_a_chance_that_a_person_set_is_scored() -> None:
    set_ = Change(NOW, "ann", Deed.AMENDED, chance=1.0)
    one = LedgerEntry(1, foretold(1, 0.5), (ADDED, set_, became(Status.TRUE)))
    found = score([one])
    assert found.all is not None
    assert found.all.brier == 0


def test_what_was_taken_back_is_open_again() -> None:
    back = Change(NOW, "ann", Deed.RESOLVED, Status.OPEN, "2026-03-15")
    one = LedgerEntry(1, foretold(1, 0.5), (ADDED, became(Status.TRUE), back))
    found = score([one])
    assert found.all is None
    assert found.unscored == {"open": 1}
    assert (found.groups, found.bins) == ((), ())
