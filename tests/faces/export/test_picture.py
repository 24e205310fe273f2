"""The picture of who speaks through whom."""

import msgspec

from hearsay.faces.export.picture import picture
from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article

TEXT = "Nordpress quoted the minister, Mara Lund, as saying that the president believes the dam is safe."


def test_reporters_stand_to_the_left_of_speakers() -> None:
    drawn = picture(read(article(TEXT), model=open_model()))
    assert drawn is not None
    order = [box.full for box in sorted(drawn.boxes, key=lambda box: box.x)]
    assert order == ["Nordpress", "Mara Lund", "the president"]
    assert len(drawn.lines) == 2
    assert "Mara Lund speaks through Nordpress" in drawn.words
    assert all(box.x < drawn.width and box.y < drawn.height for box in drawn.boxes)


def test_there_is_none_where_everybody_speaks_for_himself() -> None:
    assert picture(read(article("“We go,” Mara Lund said."))) is None


def test_a_name_of_which_nothing_is_shown_has_a_box() -> None:
    told = read(article(TEXT), model=open_model())
    nameless = [msgspec.structs.replace(one, name="") for one in told.actors]
    drawn = picture(msgspec.structs.replace(told, actors=tuple(nameless)))
    assert drawn is not None
    assert [box.full for box in drawn.boxes] == ["", "", ""]
