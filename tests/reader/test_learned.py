"""What the learned reader makes of texts: with the weights that ship."""

import msgspec
import pytest

from hearsay.language.lexicon import lexicon
from hearsay.language.words import words as cut_words
from hearsay.model.marks import Marks
from hearsay.model.model import Model, open_model
from hearsay.model.tokens import Tokens
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.learned import Learned
from hearsay.reader.read import read
from hearsay.reading.attribution import Attribution, Mode, Polarity
from hearsay.reading.codec import encode
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, cut, lawful, lines

PLAIN = (
    "Council backs harbour plan\n\n"
    "The council believes that the harbour will pay for itself, the mayor, Ida Moe, said on Monday.\n\n"
    "“It is a good plan,” Moe said. “We start in May.”\n\n"
    "The plan is expected to cost 40 million.\n"
)
NESTED = (
    "Border stays closed\n\n"
    "TASS reported that the spokesman, Ivan Reshko, had said that the president believes that the war is over.\n"
)


SIGNED = (
    "Voices from the harbour\n\n"
    "The council asked ten people what they make of the toll.\n\n"
    "“It is a real fiasco. Not a worthy plan for the most powerful town on the coast.” ― Oscar P. Quint\n"
    "“I just hope that this toll gives us the anger to go out and vote.” ― Jorge Falk\n"
    "“Maybe we can build a wall around the mayor.” ― Steve Quill.\n"
)


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model()


def reading(text: str, model: Model | None) -> Reading:
    extracted = extract(open_page(text.encode(), "a.txt", content_type="text/plain"))
    return read(extracted.article, extracted.remarks, model)


def words(one: Attribution, text: str) -> tuple[str, str, str]:
    return cut(one.source, text), cut(one.cue, text), cut(one.content, text)


def test_it_finds_what_is_told_in_other_words(model: Model) -> None:
    found = reading(PLAIN, model)
    told = [words(one, PLAIN) for one in found.attributions if one.within is None]
    assert any(s.startswith("the mayor, Ida Moe") and c == "said" for s, c, _ in told)
    direct = next(one for one in found.attributions if one.mode is Mode.DIRECT)
    assert words(direct, PLAIN) == ("Moe", "said", "“It is a good plan,” … “We start in May.”")
    assert direct.ground.by == "model:attribution"


def test_contents_that_share_words_are_read_once(model: Model) -> None:
    extracted = extract(open_page(NESTED.encode(), "a.txt", content_type="text/plain"))
    blocks = [block.span for block in extracted.article.read]
    learned = Learned(model, NESTED, cut_words(NESTED), [], lexicon())
    outer = learned.outermost(blocks)
    whole = next(one for one in outer if len(one.content[0].cut(NESTED)) > len("the war is over"))
    span = whole.content[0]
    later = msgspec.structs.replace(whole, content=(Span(span.start + len("that the "), span.end),))
    inside = list(learned.inside([whole, later]))
    assert inside
    assert all(lawful(one.content) for one in inside)


def test_each_signed_line_is_of_whoever_signs_it(model: Model) -> None:
    told = reading(SIGNED, model).attributions
    signed = {
        words(one, SIGNED)[0]: words(one, SIGNED)[2] for one in told if one.mode is Mode.DIRECT
    }
    assert list(signed) == ["Oscar P. Quint", "Jorge Falk", "Steve Quill"]
    assert "…" not in "".join(signed.values())


@pytest.mark.parametrize(
    ("lead", "line", "whose"),
    [
        ("The Harbour Post reported:", "An alarm had been muted, said an official who would not be named, because the officers believed that it rang too often.", "The Harbour Post"),
        ("The article reads:", "The Post spoke with one of the owners, Per Moss. He said the ferry sails under the rules of the sound.", "The article"),
        ("Here’s what the original article said:", "Per Moss, who built the ferry, has announced plans to turn the boat into a museum.", "the original article"),
        ("The chairman, Per Moss, said:", "We are proud of the work that the ferry does. No meeting was ever planned. The board believes that it will sail again.", "The chairman, Per Moss,"),
        ("The Harbour Post met the owners.", "An alarm had been muted, said an official who would not be named, because the officers believed that it rang too often.", None),
    ],
)  # fmt: skip
def test_a_paragraph_under_who_says_it_is_told_by_that_one(
    lead: str, line: str, whose: str | None, model: Model
) -> None:
    text = f"The ferry was tied up at Vik on Monday, and nobody knew why.\n\n{lead}\n\n{line}\n\nThe talks went on for a week.\n"
    found = [
        one for one in reading(text, model).attributions if one.content[-1].end > text.index(line)
    ]
    outer = [one for one in found if one.within is None and words(one, text)[2] == line]
    assert [words(one, text)[0] for one in outer] == ([whose] if whose else [])
    assert not whose or any(
        one.within is not None for one in found
    )  # and what it tells is read in it


def test_contents_are_read_again_as_deep_as_they_go(model: Model) -> None:
    found = reading(NESTED, model)
    by_id = {one.id: one for one in found.attributions}
    inner = [one for one in found.attributions if one.within]
    assert inner
    for one in inner:
        outer = by_id[one.within or ""]
        assert all(any(o.holds(c) for o in outer.content) for c in one.content)
        assert one.chain[: len(outer.chain)] == outer.chain
    deepest = max(found.attributions, key=lambda one: len(one.chain))
    assert len(deepest.chain) == 3
    assert "the war is over" in cut(deepest.content, NESTED)


def test_without_a_model_the_rules_read_and_say_so() -> None:
    found = reading(PLAIN, None)
    assert found.reader.model is None
    assert {one.ground.by.split(":")[0] for one in found.attributions} == {"rule"}


def test_negation_of_the_cue_is_kept(model: Model) -> None:
    text = "Vote near\n\nThe minister did not say that he would resign before the vote in May.\n"
    found = reading(text, model)
    assert [one.polarity for one in found.attributions][:1] == [Polarity.NEG]


def test_the_same_text_gives_the_same_bytes_whatever_was_read_before(model: Model) -> None:
    first = encode(reading(PLAIN, model))
    reading(NESTED * 20, model)
    assert encode(reading(PLAIN, model)) == first
    assert encode(reading(PLAIN, Model(model.folder))) == first


def test_an_odd_text_is_read_too(model: Model) -> None:
    for text in (
        "“",
        "?" * 500,
        "a" * 5000,
        "“a” said “b” said “c” said\n" * 50,
        "\u202e said he\n",
    ):
        assert reading(f"Head\n\n{text}\n", model).reader.model == model.card.identity


def test_a_text_without_words_has_no_marks(model: Model) -> None:
    marks = model.mark(model.tokens("", ()))
    assert marks.attributions == ()
    assert marks.words == ()


def test_words_make_trees(model: Model) -> None:
    text = "The mayor said that the old ferry would sail again in May."
    found = model.mark(model.tokens(text, lines(text))).words
    roots = [n for n, word in enumerate(found) if word.head == n]
    assert len(roots) == 1
    assert found[roots[0]].span.cut(text) == "said"
    assert found[roots[0]].relation == "root"
    mayor = found[1]
    assert (mayor.upos, mayor.relation, mayor.entity) == ("NOUN", "nsubj", "person")


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "Asked why, Callum Brade, the head of the team until he retired, said that he did not know.",
            "",
            "Asked",
        ),
        (
            "Asked by the Courier whether she would go, Ansell replied: “No.”",
            "the Courier",
            "Asked",
        ),
        (
            "Brade added: “The mayor rang me and said, ‘Stop the lorries,’ and I stopped the lorries.”",
            "The mayor",
            "said",
        ),
        (
            "A glacier in the east has lost a third of its speed, a finding that its discoverers say they cannot explain.",
            "its discoverers",
            "say",
        ),
        (
            "The man who found the glacier says he cannot explain it.",
            "The man who found the glacier",
            "says",
        ),
    ],
)
def test_who_asks_and_who_says(model: Model, text: str, source: str, cue: str) -> None:
    whole = f"The quay\n\n{text}\n"
    told = [words(one, whole)[:2] for one in reading(whole, model).attributions]
    assert (source, cue) in told


def test_a_word_that_opens_a_quotation_with_a_capital_is_nobody(model: Model) -> None:
    text = (
        "Treasurer Paul Osei spoke to the city council on Tuesday.\n\n"
        "“There is no money missing,” Mr Osei said. “Not a crown.”\n\n"
        "Councillor Dana Frost accused him of lying to the council about a transfer of 3 million crowns.\n"
    )
    assert "Not" not in {actor.name for actor in reading(text, model).actors}


@pytest.mark.parametrize(("score", "cues"), [(0.3, ["said"]), (0.9, ["said", "normalize"])])
def test_what_no_table_knows_for_saying_must_be_likely(
    model: Model, monkeypatch: pytest.MonkeyPatch, score: float, cues: list[str]
) -> None:
    text = "The mayor said that it was late.\n\nHis speeches normalize hate as a way to keep his place.\n"
    mark = Model.mark

    def unsure(own: Model, cut: Tokens, *, syntax: bool = True) -> Marks:
        marks = mark(own, cut, syntax=syntax)
        lower = [msgspec.structs.replace(one, score=score) for one in marks.attributions]
        return msgspec.structs.replace(marks, attributions=tuple(lower))

    monkeypatch.setattr(Model, "mark", unsure)
    blocks = [block.span for block in extract(open_page(text.encode(), "a.txt")).article.read]
    told = Learned(model, text, cut_words(text), [], lexicon()).outermost(blocks)
    assert [one.cue.cut(text) for one in told if one.cue] == cues
