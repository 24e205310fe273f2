"""Edges: what is said is the whole clause, and no lost end of it."""

import msgspec
import pytest

from hearsay.language.quotation import quotations
from hearsay.model.model import Model, open_model
from hearsay.reader.passes.edges import apart, bounded, of_subjects, undated, whole
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, cut, found
from hearsay.text.span import whole as all_of

NOT = "The council will not sell the old field at the mill, Ida Lund said."
LOG = "The union claimed that a leaked log, which it has published, shows two faults."


def _at(text: str, words: str) -> Span:
    span = found(text, words)
    assert span, words
    return span


def _tree(text: str) -> Tree:
    model: Model = open_model()
    entire = all_of(text)
    assert entire
    return Tree(text, model.mark(model.tokens(text, [entire])).words)


def _statement(text: str, source: str, cue: str, content: str) -> Statement:
    return Statement(
        source=_at(text, source),
        cue=_at(text, cue),
        content=(_at(text, content),),
        mode=Mode.INDIRECT,
        confidence=0.9,
        ground=Ground("model:attribution", (_at(text, cue),), "a reason"),
    )


def _told(text: str, source: str, cue: str, content: str, *others: str) -> list[str]:
    """The contents after the pass, of one statement and of others of the same source by their cues and contents."""
    said = [
        _statement(text, source, verb, what)
        for verb, what in [(cue, content), *(other.split("|") for other in others)]
    ]
    return [cut(one.content, text) for one in whole(said, _tree(text))]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        (NOT, "Ida Lund", "said", "the old field at the mill", NOT.split(", Ida", maxsplit=1)[0]),
        (
            NOT,
            "Ida Lund",
            "said",
            NOT.split(", Ida", maxsplit=1)[0],
            NOT.split(", Ida", maxsplit=1)[0],
        ),
        (LOG, "The union", "claimed", "that a leaked log", LOG.split("claimed ")[1][:-1]),
        (
            "Ida Lund denied the claim that it was dry.",
            "Ida Lund",
            "denied",
            "the claim",
            "the claim",
        ),
    ],
)
def test_a_content_is_the_clause_that_its_cue_governs(
    text: str, source: str, cue: str, content: str, wanted: str
) -> None:
    assert _told(text, source, cue, content) == [wanted]


def test_what_stands_inside_it_only_now_is_not_the_same_source_s() -> None:
    told = _told(LOG, "The union", "claimed", "that a leaked log", "shows|two faults")
    assert told == [LOG.split("claimed ")[1][:-1]]


@pytest.mark.parametrize(
    ("text", "outer", "inner", "wanted"),
    [
        (
            "He said that officers asked for a second opinion and that none came.",
            ("He", "said", "that officers asked for a second opinion and that none came"),
            ("officers", "asked for", "a second opinion and that none came"),
            "a second opinion",
        ),
        (
            "Lund said: “Mara told me it was late. I left before the vote.”",
            ("Lund", "said", "“Mara told me it was late. I left before the vote.”"),
            ("Mara", "told", "it was late. I left before the vote"),
            "it was late",
        ),
        (
            "“Had somebody shouted ‘Stop the lorries!’ I would have stopped,” Lund said.",
            ("Lund", "said", "“Had somebody shouted ‘Stop the lorries!’ I would have stopped,”"),
            ("somebody", "shouted", "‘Stop the lorries!’ I would have stopped"),
            "‘Stop the lorries!’",
        ),
        (
            "She said he told her that it was late and that he would go.",
            ("She", "said", "he told her that it was late and that he would go"),
            ("he", "told", "that it was late and that he would go"),
            "that it was late and that he would go",
        ),
    ],
)
def test_what_stands_inside_ends_where_the_outer_source_goes_on(
    text: str, outer: tuple[str, str, str], inner: tuple[str, str, str], wanted: str
) -> None:
    tree = _tree(text)
    around = _statement(text, *outer)
    held = msgspec.structs.replace(_statement(text, *inner), within=around)
    entire = all_of(text)
    assert entire
    kept, ended = bounded([around, held], tree, quotations(text, [entire]))
    assert kept is around
    assert cut(ended.content, text) == wanted


def test_what_no_longer_stands_in_it_stands_in_what_is_around() -> None:
    text = "Lund said: “Mara told me it was late. I hope you know that.”"
    around = _statement(text, "Lund", "said", "“Mara told me it was late. I hope you know that.”")
    first = msgspec.structs.replace(
        _statement(text, "Mara", "told", "it was late. I hope you know that"), within=around
    )
    second = msgspec.structs.replace(_statement(text, "I", "hope", "you know that"), within=first)
    assert bounded([around, first, second], _tree(text), [])[2].within is around


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ANSEL, 3 March — The bridge is closed, Lund said.", "The bridge is closed, Lund said."),
        ("MOSS, Neb. — The widow said that it was quick.", "The widow said that it was quick."),
        ("NATO is ready, Lund said.", "NATO is ready, Lund said."),
    ],
)
def test_nobody_says_the_dateline(text: str, wanted: str) -> None:
    entire = all_of(text)
    assert entire
    (block,) = undated(text, [entire])
    assert block.cut(text).strip() == wanted


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        (
            "The bridge is safe, Kern insists. He has driven over it.",
            "Kern",
            "insists",
            ("The bridge is safe", "He has driven over it"),
            "The bridge is safe",
        ),
        (
            "Kern says that most turned back, and that seems to be so.",
            "Kern",
            "says",
            ("that most turned back, and that seems to be so",),
            "that most turned back",
        ),
        (
            "Kern says that most turned back, and that none came.",
            "Kern",
            "says",
            ("that most turned back, and that none came",),
            "that most turned back, and that none came",
        ),
        (
            "Kern: It is safe. I drove over it.",
            "Kern",
            ":",
            ("It is safe. I drove over it",),
            "It is safe. I drove over it",
        ),
        (
            "“It is safe,” Kern said. “I drove over it.”",
            "Kern",
            "said",
            ("“It is safe,”", "“I drove over it.”"),
            "“It is safe,” … “I drove over it.”",
        ),
        (
            "The minister has said it will open by May; her predecessor thinks 2031 likelier.",
            "her predecessor",
            "thinks",
            ("The minister has said it will open by May", "2031 likelier"),
            "2031 likelier",
        ),
        (
            "Kern called on the firm to stop the work and apologise.",
            "Kern",
            "called on",
            ("the firm to stop the work and apologise",),
            "the firm to stop the work and apologise",
        ),
        (
            "Kern said the plan was bad and would fail.",
            "Kern",
            "said",
            ("the plan was bad and would fail",),
            "the plan was bad and would fail",
        ),
        (
            "The bridge will open by May; that is certain, Kern said.",
            "Kern",
            "said",
            ("The bridge will open by May; that is certain",),
            "The bridge will open by May; that is certain",
        ),
    ],
)
def test_nothing_is_joined_to_a_content_over_the_end_of_its_sentence(
    text: str, source: str, cue: str, content: tuple[str, ...], wanted: str
) -> None:
    parts = tuple(_at(text, part) for part in content)
    told = msgspec.structs.replace(_statement(text, source, cue, content[0]), content=parts)
    entire = all_of(text)
    assert entire
    (one,) = apart([told], _tree(text), quotations(text, [entire]))
    assert cut(one.content, text) == wanted


def test_what_stood_in_what_was_joined_stands_by_itself() -> None:
    text = "The minister has said it will open by May; her predecessor thinks 2031 likelier."
    outer = _statement(text, "her predecessor", "thinks", "2031 likelier")
    both = (_at(text, "The minister has said it will open by May"), *outer.content)
    outer = msgspec.structs.replace(outer, content=both)
    inner = _statement(text, "The minister", "has said", "it will open by May")
    inner = msgspec.structs.replace(inner, within=outer)
    assert [one.within for one in apart([outer, inner], _tree(text), [])] == [None, None]


COSTA = (
    "“If we play it again we win nine,” said Costa, who also questioned the choice of the referee."
)


def test_a_quotation_is_not_taken_into_the_clause_beside_it() -> None:
    words = [*_tree(COSTA).words]
    verb, said = (
        next(n for n, word in enumerate(words) if word.span.cut(COSTA) == form)
        for form in ("questioned", "win")
    )
    words[said] = msgspec.structs.replace(words[said], head=verb, relation="ccomp")
    tree = Tree(COSTA, words)
    one = _statement(COSTA, "who", "also questioned", "the choice of the referee")
    assert [cut(told.content, COSTA) for told in whole([one], tree)] == [
        "the choice of the referee"
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        (
            "Lund’s claim that the old bridge is safe has been refuted by two engineers.",
            "Lund’s",
            "claim",
            "that the old bridge is safe has been refuted by two engineers",
            ["that the old bridge is safe"],
        ),
        (
            "A driver who called for a ban on lorries has been fined by the court.",
            "who",
            "called for",
            "a ban on lorries has been fined by the court",
            ["a ban on lorries"],
        ),
        (
            "Moe said his comment has no place in the town.",
            "his",
            "comment",
            "has no place in the town",
            [],
        ),
        (
            "Lund’s answer was that the bridge had been closed.",
            "Lund’s",
            "answer",
            "was that the bridge had been closed",
            ["was that the bridge had been closed"],
        ),
        (
            "The harbour board said the bridge would stay closed.",
            "The harbour board",
            "said",
            "the bridge would stay closed",
            ["the bridge would stay closed"],
        ),
    ],
)
def test_what_is_told_of_a_subject_is_none_of_what_is_said_in_it(
    text: str, source: str, cue: str, content: str, wanted: list[str]
) -> None:
    found = of_subjects([_statement(text, source, cue, content)], _tree(text))
    assert [cut(one.content, text) for one in found] == wanted
