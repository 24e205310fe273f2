"""A reading in words: the same findings, said in the article's words, and never anything else."""

import copy

import msgspec
import pytest
from hypothesis import given

from hearsay.errors import NoSuchFinding
from hearsay.faces.export import facts
from hearsay.faces.export.explain import explain
from hearsay.faces.export.html import page
from hearsay.faces.export.report import report
from hearsay.faces.python.words import ReadingInWords, in_words, named
from hearsay.reading.attribution import Act, Mode
from hearsay.reading.codec import decode, encode
from hearsay.reading.reading import Reading
from tests.faces.export.stories import column, notice, weighed
from tests.marked import reading
from tests.strategies import readings

CHAINED = (
    "«content 1|«quote|“The toll will rise,”»» «source 1|Lund» «cue 1|said», "
    "«content 1|«quote|“and soon.”»» It was «content 2|a blow, «quote|“a big one”»», «source 2|he» «cue 2|thought»."
)


def chained() -> Reading:
    """Two statements; the first comes through a newspaper."""
    whole = reading(CHAINED, {1: "Anna Lund", 3: "Posten"})
    posten = msgspec.structs.replace(whole.actors[0], id="a2", name="Posten")
    first, second = whole.attributions
    first = msgspec.structs.replace(first, chain=("a2", "a1"))
    second = msgspec.structs.replace(second, within="s1")
    return msgspec.structs.replace(
        whole, actors=(*whole.actors[:1], posten), attributions=(first, second)
    )


def test_a_statement_says_who_through_whom_and_what() -> None:
    said, _ = in_words(chained()).statements
    assert (said.id, said.speaker, said.who) == ("s1", "Anna Lund", "Anna Lund")
    assert said.chain == ("Posten", "Anna Lund")
    assert said.through == "Posten"
    assert (said.source, said.cue) == ("Lund", "said")
    assert said.words == "“The toll will rise,” … “and soon.”"
    assert said.quotes == ("“The toll will rise,”", "“and soon.”")
    assert (said.mode, said.act, said.confidence) == (Mode.DIRECT, Act.ASSERT, 0.94)
    assert (said.place, said.why) == ("line 1", "the text says so")
    assert said.within is None
    assert str(said) == "Anna Lund ← Posten “said”: “The toll will rise,” … “and soon.”"
    assert repr(said) == f"<Said s1 {said}>"


def test_a_speaker_who_is_not_known_is_none_and_keeps_the_word_of_the_article() -> None:
    _, said = in_words(chained()).statements
    assert (said.speaker, said.who, said.chain, said.through) == (None, "“he”", (), "")
    assert said.quotes == ("“a big one”",)
    assert said.within == in_words(chained()).statement("s1")


def test_words_held_at_arms_length_are_no_quotes() -> None:
    said = in_words(reading("«source 1|He» «cue 1|said» «content 1|it was «scare|“fine”»»."))
    assert said.statement("s1").quotes == ()


def test_an_id_that_is_not_there_is_refused_with_those_that_are() -> None:
    whole = in_words(chained())
    with pytest.raises(NoSuchFinding, match="no statement 's9'; there are s1 to s2"):
        whole.statement("s9")
    with pytest.raises(NoSuchFinding, match="there are none"):
        in_words(notice()).statement("s1")


@given(readings())
def test_in_words_it_is_the_same_reading(whole: Reading) -> None:
    told = in_words(whole)
    assert isinstance(told, Reading)
    assert in_words(told) is told
    assert told == whole
    assert whole == told
    assert hash(told) == hash(whole)
    assert encode(told) == encode(whole)
    assert decode(told.json()) == told
    assert copy.deepcopy(told) == told


def test_another_reading_is_not_the_same() -> None:
    assert in_words(column()) != in_words(notice())
    assert in_words(column()) != notice()
    assert in_words(column()) != "column"


@given(readings())
def test_a_statement_says_nothing_that_is_not_in_the_article(whole: Reading) -> None:
    told = in_words(whole)
    assert [said.attribution for said in told.statements] == list(whole.attributions)
    for said in told.statements:
        for words in (*said.source.split(" … "), *said.quotes, *said.words.split(" … ")):
            assert words in whole.article.text
        assert repr(said)
        assert str(said).startswith(facts.chain(whole, said.attribution))


@pytest.mark.parametrize("story", [column, notice, weighed])
def test_report_page_and_explanation_are_those_of_the_command(story: object) -> None:
    assert callable(story)
    whole = story()
    told = in_words(whole)
    assert told.report("x.txt", width=60) == report(whole, "x.txt", 60)
    assert told.html("x.txt") == page(whole, "x.txt")
    assert told.explain("b1") == explain(whole, "b1")
    for said in told.statements:
        assert said.explain() == explain(whole, said.id)


def test_an_article_without_a_title_is_called_by_its_address_or_its_first_words() -> None:
    untitled = reading("{byline} By Ida Moe\n\nThe toll will rise. " + "So it goes on. " * 40)
    assert named(untitled).startswith("The toll will rise.")
    assert len(named(untitled).split()) < 20
    assert in_words(untitled).report().startswith("(no headline) The toll will rise.")
    article = msgspec.structs.replace(untitled.article, url="https://news.example/toll")
    assert named(msgspec.structs.replace(untitled, article=article)) == "https://news.example/toll"
    assert named(reading("{advert} Buy.")) == "Buy."


def test_python_prints_a_line_of_a_reading_and_not_all_of_it() -> None:
    told = in_words(column())
    assert (
        repr(told)
        == f"<ReadingInWords {told.article.title!r}: 4 statements, 2 actors, 8 quotations>"
    )
    assert type(told) is ReadingInWords
