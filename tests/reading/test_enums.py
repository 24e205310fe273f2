"""The word lists, which know no types, against the types that their values become."""

from typing import Any

import pytest

from hearsay.language.lexicon import ROOM
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Act, Kind
from hearsay.tables import entries


@pytest.mark.parametrize("cue", entries(ROOM, "cues"), ids=lambda cue: str(cue["lemma"]))
def test_type_and_act_of_a_cue_are_values_of_the_format(cue: dict[str, Any]) -> None:
    assert Kind(cue["type"])
    assert Act(cue["act"])
    assert isinstance(cue.get("quotes", True), bool)


@pytest.mark.parametrize("kind", sorted({noun["kind"] for noun in entries(ROOM, "nouns")}))
def test_the_kind_of_a_noun_is_a_kind_of_actor(kind: str) -> None:
    assert ActorKind(kind)
