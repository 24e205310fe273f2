"""Brought: the same forecast in versions and copies of an article is known; on other terms, or foretold anew, it is another."""

import msgspec
import pytest

from hearsay.ledger.brought import Became, known
from hearsay.ledger.entry import Chance, Kept

ONE = Kept(
    key="k1", by="Anna Lund", words="prices will fall", made="2026-03-04", title="Prices",
    source="a.txt", horizon="in May", due="2026-05-31",
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "became"),
    [
        ({"words": "Prices will fall."}, Became.VERSION),
        ({"source": "b.txt", "outlet": "The Herald"}, Became.VERSION),
        ({"made": "2026-03-05"}, Became.VERSION),
        ({"source": "b.txt", "made": "2026-04-04"}, None),
        ({"source": "b.txt", "title": "Rents"}, None),
        ({"words": "rents will fall"}, None),
        ({"by": "Per Moss"}, None),
        ({"source": ""}, None),
        ({"chance": Chance(0.6, 0.7, 0.8, "people")}, None),
        ({"horizon": "in June", "due": "2026-06-30"}, Became.OTHER_TERMS),
        ({"condition": "if it rains"}, Became.OTHER_TERMS),
    ],
)
def test_what_a_ledger_knows(other: dict[str, str], became: Became | None) -> None:
    came = msgspec.structs.replace(ONE, key="k2", **other)
    found = known([(7, ONE)], came)
    assert (found.became if found else None) is became
    if found and became is Became.OTHER_TERMS:
        assert found.of == 7
        assert found.terms[0][1] == (ONE.horizon if "horizon" in other else "")
