"""Untangled: what one statement took of another beside it, or of its own source."""

import msgspec
import pytest

from hearsay.language.lexicon import lexicon
from hearsay.model.marks import Word
from hearsay.model.model import open_model
from hearsay.reader.one_each import one_each
from hearsay.reader.passes.edges import whole
from hearsay.reader.passes.untangled import untangled
from hearsay.reader.read import read
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, cut, found
from hearsay.text.span import whole as all_of
from tests.marked import article

PRAISED = "He praised those who left but said, “We're in a different ballgame.”"
WARNED = "An engineer quoted by local radio had warned of “seepage without a cause”."
COSTA = (
    "“If we play it again we win nine,” said Costa, who also questioned the choice of the referee."
)


def _tree(text: str) -> Tree:
    model, entire = open_model(), all_of(text)
    assert entire
    return Tree(text, model.mark(model.tokens(text, [entire])).words)


def _statement(text: str, marked: str, within: Statement | None = None) -> Statement:
    """A statement of a text, given as "source|cue|content|content"."""
    source, cue, *content = (found(text, words) if words else None for words in marked.split("|"))
    assert cue
    return Statement(
        source=source,
        cue=cue,
        content=tuple(part for part in content if part),
        mode=Mode.INDIRECT,
        confidence=0.9,
        ground=Ground("model:attribution", (cue,), "a reason"),
        within=within,
    )


def _told(one: Statement, text: str) -> str:
    source = one.source.cut(text) if one.source else ""
    return f"{source}|{one.cue.cut(text) if one.cue else ''}|{cut(one.content, text)}"


@pytest.mark.parametrize(
    ("text", "outer", "inner", "wanted"),
    [
        (
            PRAISED,
            "He|praised|those who left but said, “We're in a different ballgame.”",
            "those who left|said|“We're in a different ballgame.”",
            ["He|praised|those who left", "He|said|“We're in a different ballgame.”"],
        ),
        (
            "She said that they left but that Moss denied it.",
            "She|said|that they left but that Moss denied it",
            "Moss|denied|it",
            ["She|said|that they left but that Moss denied it", "Moss|denied|it"],
        ),
        (
            "Lund asked the board to wait and tell her that it was late.",
            "Lund|asked|the board to wait and tell her that it was late",
            "the board|tell|that it was late",
            ["Lund|asked|the board to wait and tell her that it was late", "the board|tell|that it was late"],
        ),
    ],
)  # fmt: skip
def test_a_verb_joined_to_the_one_around_it_is_no_part_of_what_that_says(
    text: str, outer: str, inner: str, wanted: list[str]
) -> None:
    around = _statement(text, outer)
    told = untangled([around, _statement(text, inner, around)], _tree(text), lexicon())
    assert [_told(one, text) for one in told] == wanted
    assert (told[1].within is None) == (wanted[0].split("|")[2] != outer.split("|")[2])


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        (
            WARNED,
            "local radio|had warned of|An engineer|“seepage without a cause”",
            "An engineer quoted by local radio|had warned of|“seepage without a cause”",
        ),
        (
            "No deal, officials in Oslo said, is near.",
            "officials in Oslo|said|No deal|is near",
            "officials in Oslo|said|No deal … is near",
        ),
    ],
)
def test_the_subject_of_a_verb_is_no_part_of_what_it_says(
    text: str, marked: str, wanted: str
) -> None:
    (one,) = untangled([_statement(text, marked)], _tree(text), lexicon())
    assert _told(one, text) == wanted


def test_a_quotation_is_not_taken_into_the_clause_beside_it() -> None:
    words = [*_tree(COSTA).words]
    verb, said = (
        next(n for n, word in enumerate(words) if word.span.cut(COSTA) == form)
        for form in ("questioned", "win")
    )
    words[said] = msgspec.structs.replace(words[said], head=verb, relation="ccomp")
    tree = Tree(COSTA, words)
    one = _statement(COSTA, "who|also questioned|the choice of the referee")
    assert [cut(told.content, COSTA) for told in whole([one], tree)] == [
        "the choice of the referee"
    ]


TWO_SUBJECTS = (
    "Two people involved in the talks, who asked not to be named because they were confidential, said the mediator, "
    "Judge Ellen Voss, had threatened to walk out at midnight unless both sides dropped their preconditions."
)


def test_who_stands_before_the_verb_says_it_and_not_whom_it_tells_of() -> None:
    reading = read(article(TWO_SUBJECTS), model=open_model())
    said = next(one for one in reading.attributions if cut(one.cue, TWO_SUBJECTS) == "said")
    assert cut(said.source, TWO_SUBJECTS).startswith("Two people involved in the talks")
    assert cut(said.content, TWO_SUBJECTS).startswith("the mediator, Judge Ellen Voss, had")


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("people:nsubj>3 said:root>1 mediator:nsubj>3 threatened:ccomp>1", [1, 1, 3, 1]),
        ("people:nsubj>1 said:root>1 mediator:nsubj>3 threatened:ccomp>1", [1, 1, 3, 1]),
        ("said:root>0 people:nsubj>3 mediator:nsubj>3 threatened:ccomp>0", [0, 3, 3, 0]),
        ("people:nsubj>1 said:root>1 mediator:obj>1 had:aux>4 threatened:ccomp>1", [1, 1, 4, 4, 1]),
        ("people:nsubj>1 told:root>1 mediator:obj>1 to:mark>4 go:ccomp>1", [1, 1, 1, 4, 1]),
        ("he:nsubj>1 told:root>1 council:nsubj>4 company:nsubj>4 build:ccomp>1", [1, 1, 1, 4, 1]),
        ("he:nsubj>1 council:nsubj>4 company:nsubj>4 told:root>3 build:ccomp>3", [1, 4, 4, 3, 3]),
    ],
)
def test_a_predicate_has_one_subject_and_what_is_said_has_one(words: str, heads: list[int]) -> None:
    made = []
    for at, one in enumerate(words.split()):
        _, _, tree = one.partition(":")
        relation, _, head = tree.partition(">")
        upos = "NOUN" if relation in ("nsubj", "obj") else "VERB"
        made.append(Word(Span(at, at + 1), upos, int(head), relation, "none", 0.0, 0))
    assert [one.head for one in one_each(made)] == heads


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Sophie Hale said in evidence that Mr Toller had come into the room and told her: “None of this leaves.”",
            "Mr Toller",
        ),
        ("Sophie Hale said that it was late and told him: “None of this leaves.”", "Sophie Hale"),
    ],
)
def test_whoever_is_told_is_not_who_tells(text: str, source: str) -> None:
    reading = read(article(text), model=open_model())
    told = next(one for one in reading.attributions if cut(one.content, text).startswith("“None"))
    assert cut(told.source, text) == source


def test_a_quotation_that_goes_on_is_of_who_said_it_through_the_outlet() -> None:
    text = "“I'll be there,” Per Moe said, according to the Courier. “And I've asked two friends.”"
    told = read(article(text), model=open_model()).attributions
    contents = {cut(one.source, text): cut(one.content, text) for one in told}
    assert contents["Per Moe"] == "“I'll be there,” … “And I've asked two friends.”"


def test_whoever_is_asked_is_no_part_of_the_question() -> None:
    text = "Per Moe was asked by the host Ida Lund, “Now, you said that it moved, has it not?”"
    (asked, _) = read(article(text), model=open_model()).attributions
    assert cut(asked.content, text) == "“Now, you said that it moved, has it not?”"
    assert asked.mode is Mode.DIRECT


def test_a_dateline_and_whoever_is_told_are_no_part_of_what_is_said() -> None:
    text = (
        "PORT CALLIS, March 3 — A former harbour master ordered two clerks to destroy safety records days after a "
        "crane collapsed and killed three men, a jury was told on Monday."
    )
    reading = read(article(text), model=open_model())
    told = next(one for one in reading.attributions if cut(one.cue, text) == "was told")
    assert cut(told.content, text).startswith("A former harbour master ordered two clerks")
    assert cut(told.content, text).endswith("killed three men")
    assert "PORT CALLIS" not in {one.name for one in reading.actors}
