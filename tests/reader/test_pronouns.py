"""Pronouns: whom he, she, it and they mean, and where they stay open."""

from collections.abc import Sequence

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.language.words import words
from hearsay.model.model import open_model
from hearsay.reader.cast.antecedents import MATTER, Antecedent, nouns, pairs
from hearsay.reader.cast.cast import Cast
from hearsay.reader.cast.pronouns import DOUBT, NOBODY, Pronouns
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.salience import ranked, saying
from hearsay.reader.cast.seen import NOTHING
from hearsay.reader.learned import seen_in
from hearsay.reader.read import read
from hearsay.text.span import Span, lines
from tests.marked import article


def whom(text: str, source: str) -> str:
    """The name of whoever a source is, found by the words with which it begins."""
    found = read(article(text), model=open_model())
    begun = text.index(source)
    names = {actor.id: actor.name for actor in found.actors}
    said = next(one for one in found.attributions if one.source and one.source[0].start == begun)
    return names[said.speaker or ""]


@pytest.mark.parametrize(
    ("low", "lead", "meant"),
    [
        ("they", 0.9, "far"),
        ("they", 1.1, None),
        ("their", 0.9, "far"),
        ("it", 0.9, "far"),
        ("it", 1.1, None),
    ],
)
def test_they_and_it_stay_open_where_nobody_leads_clearly(
    monkeypatch: pytest.MonkeyPatch, low: str, lead: float, meant: str | None
) -> None:
    pronouns = Pronouns("", lexicon(), NOTHING, Register((), {}), ())
    rows = [("far", {"far": 1.0}), (NOBODY, {"nobody": 1.0 + lead * DOUBT})]
    monkeypatch.setattr(Pronouns, "rows", lambda *_, **__: rows)
    monkeypatch.setattr(Pronouns, "weights", lambda *_, **__: {"far": 1.0, "nobody": 1.0})
    far = Antecedent("far", (Span(0, 1),), "group", "", many=True)
    assert pronouns.meant(Span(0, 4), low, [far], (), ()) == meant


JOINED = "The ferry talks\n\nMara Lund and Peter Voss {} on Monday. They said that the talks had failed.\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (JOINED.format("met the owners' lawyer"), ["Mara Lund", "Peter Voss"]),
        (JOINED.format("opened the bridge"), ["Mara Lund", "Peter Voss"]),
        (JOINED.format("met the dockers"), ["Mara Lund", "Peter Voss"]),
        ("The talks\n\nMara Lund met the dockers on Monday. They said it was over.\n", ["dockers"]),
    ],
)
def test_they_may_be_two_who_are_joined(text: str, who: list[str]) -> None:
    found = read(article(text), (), open_model())
    names = {actor.id: actor.name.removeprefix("the ") for actor in found.actors}
    said = next(one for one in found.attributions if one.source[0].cut(text) == "They")
    together = (said.speaker, *said.jointly)
    assert [names[key or ""] for key in together] == who


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Mara Lund and Peter Voss left.", [["Mara", "Peter"]]),
        ("The nurses and their patients left.", [["nurses", "patients"]]),
        ("Mara Lund or Peter Voss left.", []),
        ("The letters and the maps were lost.", []),
    ],
)
def test_those_who_are_joined_may_be_meant_together(text: str, heads: list[list[str]]) -> None:
    model = open_model()
    assert model is not None
    found = pairs(seen_in(model, text, list(lines(text))).tree(text))
    assert [[head.cut(text) for head in one.heads] for _, one in found] == heads


@pytest.mark.parametrize(
    ("text", "noun", "entity", "many"),
    [
        ("The committee met on Monday.", "committee", "organization", False),
        ("The dockers met on Monday.", "dockers", "group", True),
        ("The schoolchildren met on Monday.", "schoolchildren", "group", True),
        ("The worries grew on Monday.", "worries", MATTER, True),
        ("The letter was lost on Monday.", "letter", "thing", False),
    ],
)
def test_a_noun_tells_of_somebody_or_of_what_is_nobody(
    text: str, noun: str, entity: str, *, many: bool
) -> None:
    model = open_model()
    assert model is not None
    seen = seen_in(model, text, list(lines(text)))
    found = [one for _, one in nouns(seen.tree(text), seen, lexicon())]
    assert (entity, many) in {
        (one.entity, one.many) for one in found if one.heads[0].cut(text) == noun
    }


MET = (
    "The talks\n\nThe nurse and Mara Lund met the board on Monday. She said the ward would close.\n"
)


def test_of_two_who_may_be_meant_a_phrase_becomes_an_actor_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def undecided(
        self: Pronouns,
        source: Span,
        low: str,
        known: Sequence[Antecedent],
        *_: object,
        **__: object,
    ) -> None:
        if low == "she":
            phrase = next(one.key for one in known if one.key[0] == "@" and one.entity == "person")
            name = next(one.key for one in known if one.key.endswith("lund"))
            self.open[source] = phrase, name

    monkeypatch.setattr(Pronouns, "meant", undecided)
    found = read(article(MET), (), open_model())
    said = next(one for one in found.attributions if one.may_be)
    assert said.speaker is None
    named = {one.id: one.name for one in found.actors}
    assert [named[key] for key in said.may_be] == ["The nurse", "Mara Lund"]


@pytest.mark.parametrize(
    ("text", "source", "who"),
    [
        (
            (
                "Prosecutor Anne Trewin said Colin Hask had lied. “It was a lie,” she told the court.\n\n"
                "The first witness, Beryl Nance, said he had shown her a map. “He called me love,” she told the jury."
            ),
            "she told the jury",
            "Beryl Nance",
        ),
        (
            (
                "Prosecutor Anne Trewin said Colin Hask had lied.\n\n"
                "The first witness, Beryl Nance, said he had shown her a map. “He called me love,” she told the jury. "
                "She had asked whether the council knew."
            ),
            "he had shown",
            "Colin Hask",
        ),
    ],
)
def test_of_whom_other_pronouns_tell_that_she_is_a_woman_no_he_is_meant(
    text: str, source: str, who: str
) -> None:
    assert whom(text, source) == who


LIFE = (
    "Marta Quill, who kept seeds, is dead\n\nMarta Quill kept seeds in her cellar. She had rented it when she was twenty, and she "
    "slept above it.\n\nShe died on Monday at her house, her daughter, Petra Lowe, said.\n\nDr. Imogen Farrar said that nine kinds "
    "would be lost without her. Dr. Farrar recalled that on her first visit she was handed a spade.\n\n"
)


@pytest.mark.parametrize(
    ("text", "source", "who"),
    [
        (LIFE + "She told a visitor that she was happy with her peas.", "She told", "Marta Quill"),
        (
            LIFE + "Farrar wept. She told a visitor that she was happy with her peas.",
            "She told",
            "Imogen Farrar",
        ),
    ],
)
def test_a_paragraph_that_names_nobody_comes_back_to_the_protagonist(
    text: str, source: str, who: str
) -> None:
    assert whom(text, source) == who


VIK = "The ferry was late\n\nThe ferry was late again on Monday, said Sara Vik, its captain.\n\n"


@pytest.mark.parametrize(
    ("sentence", "pronoun", "who"),
    [
        ("After she won, Ida Moss wept.", "she", "Ida Moss"),
        ("In her speech to the port, Ida Moss wept for an hour.", "her", "Ida Moss"),
        ("Told that his boat had sunk, Odd Lund wept.", "his", "Odd Lund"),
        ("She wept when Ida Moss won the seat.", "She", "Sara Vik"),
        ("Her aunt, Ida Moss, wept.", "Her", "Sara Vik"),
        ("“I am tired,” she said as Ida Moss left.", "she", "Sara Vik"),
    ],
)
def test_a_pronoun_may_come_before_the_subject_of_the_clause_above_it(
    sentence: str, pronoun: str, who: str
) -> None:
    assert named(VIK + sentence, pronoun) == [who]


def named(text: str, pronoun: str) -> list[str]:
    """Where whoever the last of some pronouns means is named."""
    blocks = list(lines(text))
    model = open_model()
    assert model is not None
    cast = Cast(text, words(text), blocks, lexicon(), seen_in(model, text, blocks))
    cast.speakers(())
    at = next(span for span in reversed(words(text).spans) if span.cut(text) == pronoun)
    return [span.cut(text) for span in cast.meant(at)]


@pytest.mark.parametrize(
    ("sentence", "pronoun", "who"),
    [
        ("Ida Moss wept as Sara Vik hurt herself on the deck.", "herself", "Sara Vik"),
        ("Tom Lund met Karl Moe, a clerk who had accused him of theft.", "him", "Tom Lund"),
        ("Tom Lund saw that Karl Moe had come to help him.", "him", "Tom Lund"),
        ("Tom Lund met Karl Moe, a clerk who had lost his boat.", "his", "Karl Moe"),
        ("Tom Lund asked Karl Moe to send him a letter.", "him", "Tom Lund"),
        ("Ida Moss was asked about it, and she did her best to say nothing.", "her", "Ida Moss"),
    ],
)
def test_a_clause_rules_out_its_own_subject_and_a_reflexive_demands_it(
    sentence: str, pronoun: str, who: str
) -> None:
    assert {*named(VIK + sentence, pronoun)} == {who}


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The target audience will be farmers, and the crowd will vote.", {"audience", "crowd"}),
        ("The doctor met a nurse.", set()),
    ],
)
def test_a_noun_for_many_is_nobody_whom_she_means(text: str, many: set[str]) -> None:
    model = open_model()
    assert model is not None
    seen = seen_in(model, text, list(lines(text)))
    found = [one for _, one in nouns(seen.tree(text), seen, lexicon()) if one.entity != MATTER]
    assert found
    assert {one.heads[0].cut(text) for one in found if one.many} - {"farmers"} == many


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Ida Lund is a nurse. The doctor left.", {"doctor"}),
        ("A nurse came. The doctor left.", {"nurse", "doctor"}),
    ],
)
def test_what_a_sentence_says_of_somebody_is_nobody_else(text: str, persons: set[str]) -> None:
    model = open_model()
    assert model is not None
    seen = seen_in(model, text, list(lines(text)))
    found = [one for _, one in nouns(seen.tree(text), seen, lexicon()) if one.entity != MATTER]
    assert {one.heads[0].cut(text) for one in found} == persons


@pytest.mark.parametrize(
    ("rank", "outlet", "meant"),
    [(3.0, "", "=hussey"), (1.0, "", None), (3.0, "outlet", None)],
)
def test_a_name_taken_for_a_body_is_he_where_the_network_ranks_it_high(
    monkeypatch: pytest.MonkeyPatch, rank: float, outlet: str, meant: str | None
) -> None:
    monkeypatch.setattr(Pronouns, "_signs", lambda *_: {"rank": rank})
    pronouns = Pronouns("Hussey left. He said", lexicon(), NOTHING, Register((), {}), [Span(0, 20)])
    hussey = Antecedent(
        "=hussey", (Span(0, 6),), "organization", "", many=False, outlet=bool(outlet)
    )
    assert pronouns.meant(Span(13, 15), "he", [hussey], (), ()) == meant


def test_signs_count_apart_where_the_pronoun_is_a_source() -> None:
    assert saying({"rank": 2.0, "often": 1.0}) == {"rank": 2.0, "often": 1.0, "says, rank": 2.0}
    assert ranked([6.0, 8.0]) == {"rank in the mean": 6.0, "rank together": 6.0}
    assert ranked([]) == {}
