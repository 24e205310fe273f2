"""Sources: whose a cue is that has no subject of its own, or the subject of a passive."""

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.model.model import open_model
from hearsay.reader.passes.sources import with_sources
from hearsay.reader.read import read
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.text.span import cut, found, whole
from tests.marked import article


def _read(text: str) -> Reading:
    return read(article(text), model=open_model())


def _told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement of a text."""
    reading = _read(text)
    held = reading.article.text
    return [
        (cut(one.source, held), cut(one.cue, held), cut(one.content, held))
        for one in reading.attributions
    ]


def _after(text: str, marked: str) -> Statement:
    """A statement of a text, given as "source|cue|content|content", after the pass."""
    source, cue, *content = (found(text, words) if words else None for words in marked.split("|"))
    entire = whole(text)
    model = open_model()
    assert cue
    assert entire
    entry = next((e for word in cue.cut(text).lower().split() if (e := lexicon().cue(word))), None)
    one = Statement(
        source=source,
        cue=cue,
        content=tuple(part for part in content if part),
        mode=Mode.INDIRECT,
        confidence=0.9,
        ground=Ground("model:attribution", (cue,), "a reason"),
        entry=entry,
    )
    tree = Tree(text, model.mark(model.tokens(text, [entire])).words)
    (after,) = with_sources([one], tree, lexicon())
    return after


@pytest.mark.parametrize(
    ("text", "marked", "source"),
    [
        ("Conceding that the pump was late, he warned them.", "|Conceding|that the pump was late", "he"),
        ("After arguing that the toll was fair, her team said it would go.",
         "|arguing|that the toll was fair", "her team"),
        ("The fear is often justified by arguing that the bridge is old.",
         "|arguing|that the bridge is old", ""),
        ("The plan announced by the ministry hurts the town.", "|announced|The plan", "the ministry"),
        ("Lund was pressed on why he had called it an honour.",
         "Lund|was pressed on|why he had called it an honour", ""),
        ("Lund has pressed the board on why it was late.", "Lund|has pressed|why it was late", "Lund"),
        ("The minister spoke first. Asked if the bridge was safe, Lund would not be drawn.",
         "The minister|Asked|if the bridge was safe", ""),
        ("The vote came after Lund, asked about the missing files, had said no.",
         "Lund|asked about|the missing files", ""),
        ("Lund asked about the missing files.", "Lund|asked about|the missing files", "Lund"),
        ("The mayor left early. A valuer was seen in the gallery.", "The mayor|was seen|A valuer", ""),
    ],
)  # fmt: skip
def test_a_cue_has_the_source_that_its_verb_leaves_it(text: str, marked: str, source: str) -> None:
    after = _after(text, marked)
    assert (after.source.cut(text) if after.source else "") == source


def test_a_service_that_is_understood_to_do_something_says_nothing() -> None:
    told = _told(
        "The prosecution service, which met in May, is understood to be reviewing the case."
    )
    assert all(not source for source, cue, _ in told if cue == "is understood")


def test_what_a_raising_passive_tells_of_is_part_of_what_is_said() -> None:
    told = _told("Most laws that ask for a photograph were thought to be safe.")
    assert ("", "were thought", "Most laws that ask for a photograph … to be safe") in told


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The Courier, citing “two officials briefed on it”, reported that the deal is dead.",
         ["Courier", "two officials briefed on it"]),
        ("The Courier, citing security concerns, said it would not print the names.", ["Courier"]),
    ],
)  # fmt: skip
def test_whom_an_outlet_cites_is_a_link_of_the_chain(text: str, chain: list[str]) -> None:
    reading = _read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [[names[key] for key in one.chain] for one in reading.attributions][-1] == chain
    cited = [cut(one.cue, reading.article.text) for one in reading.attributions]
    assert ("citing" in cited) == (len(chain) == 1)


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        (
            "An engineer quoted by local radio had warned of “seepage without a cause”.",
            "local radio|had warned of|An engineer|“seepage without a cause”",
            ("An engineer quoted by local radio", "“seepage without a cause”"),
        ),
        (
            "No deal, officials in Oslo said, is near.",
            "officials in Oslo|said|No deal|is near",
            ("officials in Oslo", "No deal … is near"),
        ),
        (
            "The jury was told that he ran away.",
            "|was told|The jury|that he ran away",
            ("", "that he ran away"),
        ),
        (
            "The bank is expected to close in May.",
            "|is expected|The bank|to close in May",
            ("", "The bank … to close in May"),
        ),
        (
            "The film shows that many rebels have left.",
            "many rebels|have left|that|The film",
            ("many rebels", "The film"),
        ),
        (
            "The rock seemed to have come off an asteroid.",
            "The rock|seemed|to have come off an asteroid",
            ("", "The rock … to have come off an asteroid"),
        ),
    ],
)
def test_the_subject_of_a_verb_is_no_part_of_what_it_says(
    text: str, marked: str, wanted: tuple[str, str]
) -> None:
    after = _after(text, marked)
    assert (after.source.cut(text) if after.source else "", cut(after.content, text)) == wanted


def test_a_dateline_and_whoever_is_told_are_no_part_of_what_is_said() -> None:
    text = (
        "PORT CALLIS, March 3 — A former harbour master ordered two clerks to destroy safety records days after a "
        "crane collapsed and killed three men, a jury was told on Monday."
    )
    reading = _read(text)
    told = next(one for one in reading.attributions if cut(one.cue, text) == "was told")
    assert cut(told.content, text).startswith("A former harbour master ordered two clerks")
    assert cut(told.content, text).endswith("killed three men")
    assert "PORT CALLIS" not in {one.name for one in reading.actors}
