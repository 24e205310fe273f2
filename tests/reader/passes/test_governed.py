"""Governed: whose a cue is that has no subject of its own, or the subject of a passive."""

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.model.model import open_model
from hearsay.reader.passes.governed import governed
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


def _governed(text: str, marked: str) -> str:
    """The source of a statement of a text, given as "source|cue|content", after the pass."""
    source, cue, content = (found(text, words) if words else None for words in marked.split("|"))
    entire = whole(text)
    model = open_model()
    assert cue
    assert content
    assert entire
    word = next(word for word in cue.cut(text).lower().split() if lexicon().cue(word))
    one = Statement(
        source=source,
        cue=cue,
        content=(content,),
        mode=Mode.INDIRECT,
        confidence=0.9,
        ground=Ground("model:attribution", (cue,), "a reason"),
        entry=lexicon().cue(word),
    )
    tree = Tree(text, model.mark(model.tokens(text, [entire])).words)
    (after,) = governed([one], tree)
    return after.source.cut(text) if after.source else ""


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
        ("Farmers blast Lund after North Korea claims a launch.", "Farmers|claims|a launch", "North Korea"),
        ("Farmers say that Lund is late.", "Farmers|say|that Lund is late", "Farmers"),
        ("The mayor left early. A valuer was seen in the gallery.", "The mayor|was seen|A valuer", ""),
        ("Jonas Weil, named man of the match, smiled.", "Jonas Weil|named|man of the match", ""),
        ("Jonas Weil, who named his heir, smiled.", "Jonas Weil|named|his heir", "who"),
        ("Police came to the house for a check requested by a cousin.", "Police|requested|a check", "a cousin"),
        ("The singer was reported dead in April, with fans mourning him.", "fans|was reported|The singer", ""),
        ("The singer was praised by fans.", "fans|was praised|The singer", "fans"),
        ("Ida Lund said two more guards had been held, accused of handing the boys over to a gang.",
         "Ida Lund|accused of|handing the boys over to a gang", ""),
        ("Ida Lund stood up, shouted, and accused them of handing the boys over.",
         "Ida Lund|accused|them of handing the boys over", "Ida Lund"),
        ("Lund also is reported to have called the farmers lazy.",
         "|to have called|the farmers lazy", "Lund"),
    ],
)  # fmt: skip
def test_a_cue_has_the_source_that_its_verb_leaves_it(text: str, marked: str, source: str) -> None:
    assert _governed(text, marked) == source


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
