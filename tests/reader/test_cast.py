"""Who is in an article: every case of a table, read with the shipped model."""

from typing import Any

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.language.talk import Talk, talk
from hearsay.language.words import words
from hearsay.model.model import open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.cast.cast import Cast
from hearsay.reader.cast.naming import describe
from hearsay.reader.read import read
from hearsay.reading.laws import named
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, cut, lines
from tests.marked import article, cases

CASES = cases("cast")


def _name(reading: Reading, actor: str | None) -> str:
    return next((one.name for one in reading.actors if one.id == actor), "")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_chains_and_actors(case: dict[str, Any]) -> None:
    found = read(article(case["text"]), model=open_model())
    chains = [
        " ← ".join(_name(found, a) for a in reversed(one.chain)) for one in found.attributions
    ]
    assert chains == case["chains"], case["why"]
    actors = {
        f"{a.name} | {a.source_type.value} | {a.title or ''} | {_name(found, a.speaks_for)}"
        for a in found.actors
    }
    wanted = {" | ".join(part.strip() for part in one.split("|")) for one in case["actors"]}
    assert wanted <= {" | ".join(p.strip() for p in one.split("|")) for one in actors}, case["why"]


def test_an_agency_is_no_link_in_its_own_dispatch_whatever_it_is_called() -> None:
    """The text's outlet is then NNS, as its dateline has it."""
    case = next(one for one in CASES if one["name"] == "an agency is no link in its own dispatch")
    found = extract(open_page(case["text"].encode(), "a.txt")).article
    assert found.outlet == "NNS"
    chains = [one.chain for one in read(found, model=open_model()).attributions]
    assert [len(chain) for chain in chains] == [1, 1]


def test_standing_is_the_articles_own_words() -> None:
    text = "Halima Noor, whose son was on the bus, said the driver had been asleep."
    found = read(article(text), model=open_model())
    standing = [span.cut(text) for actor in found.actors for span in actor.standing]
    assert standing == ["whose son was on the bus"]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (
            "Markets were mixed on Friday. Moss Rail rose 6.20 to 410. Moss Rail said that trains would run.",
            [],
        ),
        (
            "Karl Moe was rushed to hospital in May after a fall. “I was lucky,” Moe said.",
            ["was rushed to hospital in May after a fall"],
        ),
        ("Imran said he would fly. Her ex-husband Gary said no.", ["Her ex-husband"]),
        (
            "Priya Rao of Moss & Moe, who cut her target last week, said no.",
            ["who cut her target last week"],
        ),
        (
            "Carla Meeks, the superintendent, had spent a year on the change. “I am proud,” Meeks said.",
            ["had spent a year on the change"],
        ),
        ("Ada Moss, who chairs the council, said no.", []),
        ("Tom Birdsong, who speaks for the Alliance, said no.", []),
    ],
)
def test_why_somebody_is_in_the_article(text: str, standing: list[str]) -> None:
    found = read(article(text), model=open_model())
    assert [span.cut(text) for actor in found.actors for span in actor.standing] == standing


def test_a_pronoun_that_stays_open_shows_between_whom() -> None:
    text = "Anna Lund and Rita Moe ran the shop together. “It was a good life,” she said."
    found = read(article(text), model=open_model())
    said = next(one for one in found.attributions if one.cue)
    assert said.speaker is None
    assert {_name(found, one) for one in said.may_be} == {"Anna Lund", "Rita Moe"}


def test_the_authors_own_i_is_the_one_of_the_byline() -> None:
    text = (
        "Why I will not vote\n\nBy Mary Quill\n\nI think that the council is wrong. "
        "“I sweep it up,” a caretaker told me."
    )
    page = open_page(text.encode(), "column", content_type="text/plain")
    found = read(extract(page).article, model=open_model())
    assert [_name(found, one.speaker) for one in found.attributions][:2] == [
        "Mary Quill",
        "a caretaker",
    ]


def test_letters_of_an_interview_stand_for_names() -> None:
    text = (
        "Imogen Vale talks of her lighthouse.\n\nQ: Why did it take so long?\n\n"
        "A: I think that everyone puts in too much sea.\n\nQ: And now?\n\nA: I hope to sleep."
    )
    found = read(article(text), model=open_model())
    names = {_name(found, one.speaker) for one in found.attributions if one.speaker}
    assert names == {"Imogen Vale"}


def test_a_sentence_goes_on_in_the_account_before_it() -> None:
    text = (
        "The fire began in the kitchen, Mara Lund said. It had spread to the roof within ten minutes. "
        "The house is empty today."
    )
    found = read(article(text), model=open_model())
    carried = [one for one in found.attributions if not one.explicit]
    assert [one.content[0].cut(text) for one in carried] == [
        "It had spread to the roof within ten minutes."
    ]
    assert _name(found, carried[0].speaker) == "Mara Lund"


def test_an_aside_in_the_authors_words_tells_who_says_the_sentence() -> None:
    text = "Yves Lantin, a councillor, opposes the bridge. The mayor, he assures, knew everything since the autumn."
    found = read(article(text), model=open_model())
    told = {
        tuple(span.cut(text) for span in one.content): _name(found, one.speaker)
        for one in found.attributions
    }
    assert told[("The mayor", "knew everything since the autumn")] == "Yves Lantin"


def test_we_in_the_voice_of_a_body_is_the_body() -> None:
    text = "“We intend to sue the council,” said Dana Frey, a spokeswoman for the Port of Moss."
    found = read(article(text), model=open_model())
    assert {_name(found, one.by) for one in found.commitments} == {"Port of Moss"}


def test_an_adjective_of_a_nation_is_no_actor() -> None:
    text = (
        "The Sundrian fleet said that it means to double its numbers. "
        "Two Sundrian boats and the Sundrian minister stayed in the harbour."
    )
    found = read(article(text), model=open_model())
    assert "Sundrian" not in {one.name for one in found.actors}


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "The Western claim that Karl Berg is a tyrant is a myth.",
            "that Karl Berg is a tyrant",
        ),
    ],
)
def test_who_disputes_a_claim_is_said_with_it(text: str, claimed: str) -> None:
    found = read(article(text), model=open_model())
    (one,) = found.attributions
    assert (cut(one.content, text), one.disputed_by) == (claimed, "author")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Ida Moss said the firm was honest. Karl Berg dismissed the firm’s claim that nothing was known.",
            "Karl Berg",
        ),
        (
            "Ida Moss said the firm was late. Karl Berg rejected the firm’s request to raise the rent.",
            None,
        ),
        (
            "Ida Moss said the firm was late. Karl Berg dismissed the firm’s offer to pay for the roof.",
            None,
        ),
    ],
)
def test_what_is_only_asked_for_or_offered_is_turned_down_and_not_disputed(
    text: str, by: str | None
) -> None:
    found = read(article(text), model=open_model())
    names = {one.id: one.name for one in found.actors}
    told = [one.disputed_by for one in found.attributions if one.disputed_by]
    assert [names.get(who, who) for who in told] == ([by] if by else [])


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("In an emailed statement refuses to comment.", False),
        ("No group has claimed it.", False),
        ("No 10 has said so.", True),
        ("A statement has said so.", True),
    ],
)
def test_nobody_is_no_source(text: str, somebody: bool) -> None:  # noqa: FBT001 - a case
    stop = min(at for at in (text.find(" refuses"), text.find(" has")) if at > 0)
    named = describe(text, words(text), Span(0, stop), lexicon())
    assert (named.key is not None) is somebody


def test_who_was_brought_to_a_name_is_meant_by_no_pronoun_under_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "The weekly met George Ortiz in a café.\n\nThe comedian said that the books were old. “Just imagine,” he said.\n"
    take, known = Cast.take, []

    def taken(self: Cast, own: str, key: str, found: dict[Span, str | None]) -> None:
        end = Span(len(self.text) - 1, len(self.text))
        before = {one.key for one in self.antecedents(end)}
        take(self, own, key, found)
        known.append((own in before, own in {one.key for one in self.antecedents(end)}))

    monkeypatch.setattr(Cast, "take", taken)
    page = extract(open_page(text.encode(), "x", content_type="text/plain"))
    read(page.article, page.remarks, open_model())
    assert known == [(True, False)]


ASKED = (
    "Cellist Marit Berg on silence and salt.\n\nWere you frightened?\n\nI was. My manager, Jude Moss, said it would kill the cello.\n\n"
    "Did your label like it?\n\nI doubt it. They told us to sing.\n\nWhat do you do now?\n\nI hope to sleep."
)


def test_answers_without_labels_are_those_of_whom_the_talk_is_with() -> None:
    found = read(article(ASKED), model=open_model())
    text = found.article.text
    own = {cut(one.source, text): one for one in found.attributions}
    assert _name(found, own["I"].speaker) == "Marit Berg"
    manager = own["My manager, Jude Moss,"]
    assert [_name(found, key) for key in manager.chain] == ["Marit Berg", "Jude Moss"]


def test_a_column_that_asks_itself_questions_is_no_talk() -> None:
    text = (
        "Is it safe?\n\nI doubt it.\n\nIs it cheap?\n\nI said so once.\n\nIs it ours?\n\nI hope so."
    )
    assert talk(text, list(lines(text))) == Talk()


def test_a_statement_that_is_set_back_goes_on_in_the_account_before_it() -> None:
    text = "The dead man’s sister, Nomsa Radebe, said she had begged him to leave. He had promised to stop at Christmas."
    found = read(article(text), model=open_model())
    carried = [one.content[0].cut(text) for one in found.attributions if not one.explicit]
    assert carried == ["He had promised to stop at Christmas."]


def test_an_epithet_is_nobody_by_name_where_no_network_reads() -> None:
    text = "Luke Berg believes in it. “We are not daft,” the 29-year-old said."
    (one,) = read(article(text)).attributions
    assert cut(one.source, text) == "the 29-year-old"


def test_that_somebody_was_not_reached_is_told_by_the_author() -> None:
    text = (
        "Two people in the talks said the mediator, Judge Ellen Voss, had threatened to walk out. "
        "Judge Voss could not be reached."
    )
    assert all(one.explicit for one in read(article(text), model=open_model()).attributions)


def test_what_another_said_by_name_is_not_carried_over() -> None:
    text = "The union had been demanding the release of its men. Karl Berg had said he would never stand for a swap."
    found = read(article(text), model=open_model())
    assert all(one.explicit for one in found.attributions)
    berg = next(one for one in found.attributions if "swap" in cut(one.content, text))
    assert [_name(found, key) for key in berg.chain] == ["Karl Berg"]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The fire began in the kitchen, Mara Lund said. It had spread to the roof in minutes.", 1),
        ("Anna Lund saw that the hall was shut. It had been built in a year.", 0),
        ("Anna Lund wanted a rule that the hall be kept. It had been built in a year.", 0),
        ("We call it a meteor. It would have burned for seconds.", 0),
        ("Mara Lund said the fire began in the kitchen. It had spread to the roof in minutes!", 0),
        ("Moss was weak, though Mara Lund said that it would win. It had lost since May.", 0),
        ("Mara Lund has not said that it began in the hall. It had spread to the roof.", 0),
    ],
)
def test_only_an_account_of_somebody_who_is_named_goes_on(text: str, many: int) -> None:
    found = read(article(text), model=open_model())
    assert len([one for one in found.attributions if not one.explicit]) == many


@pytest.mark.parametrize(
    "text",
    [
        "Lund called Ida Moss, head of the Museum of Arts. “It may hold coins,” Lund said.",
        "“Even if somebody dared me, my wife wouldn’t allow it,” Lund said.",
    ],
)
def test_every_actor_is_named_by_some_finding(text: str) -> None:
    found = read(article(text), (), open_model())
    assert [actor.name for actor in found.actors] == ["Lund"]
    assert {actor.id for actor in found.actors} <= named(found)
