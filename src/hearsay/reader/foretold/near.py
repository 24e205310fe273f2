"""Near: what other words that may foretell stand by, and how likely they do: who foretells goes on."""

from collections.abc import Sequence

from hearsay.text.span import Span

NEAR = 400  # characters
SURE = ((0.7, "high"), (0.4, "middle"), (0.0, "low"))
"""What the likeliest one nearby is called, by the highest step that it is above."""


def near(places: Sequence[Span], predicates: Sequence[int], chances: Sequence[float]) -> list[str]:
    """For each words that may foretell the name of what stands near them.

    Args:
        places: where they stand.
        predicates: of what; those of one predicate are no company for one another.
        chances: how likely each foretells, by itself.
    """
    out = []
    for place, own in zip(places, predicates, strict=True):
        beside = [
            chance
            for other, at, chance in zip(places, predicates, chances, strict=True)
            if at != own and place.apart(other) < NEAR
        ]
        most = max(beside, default=None)
        out.append(f"near {_called(most)}")
    return out


def _called(chance: float | None) -> str:
    if chance is None:
        return "none"
    return next((name for least, name in SURE if chance > least), "low")
