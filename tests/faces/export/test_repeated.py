"""A quotation that is given to nobody is told to have somebody's words again."""

import msgspec
import pytest

from hearsay.faces.export import quotations
from hearsay.faces.export.report import report
from tests.faces.export import stories


@pytest.mark.parametrize(("same", "told"), [(True, "as in s"), (False, "nearly as in s")])
def test_words_that_stand_twice_are_told_with_who_said_them(*, same: bool, told: str) -> None:
    story = stories.weighed()
    again = tuple(msgspec.structs.replace(one, same=same) for one in story.variants)
    story = msgspec.structs.replace(story, variants=again)
    ((_, orphan),) = quotations.orphans(story)
    assert quotations.repeated(story, orphan).startswith(told)
    assert f" · {told}" in report(story, "weighed.txt", 80)


def test_words_that_stand_once_are_nobodys() -> None:
    story = msgspec.structs.replace(stories.weighed(), variants=())
    ((_, orphan),) = quotations.orphans(story)
    assert not quotations.repeated(story, orphan)
