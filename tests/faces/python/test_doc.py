"""A reading as a spaCy Doc: the text to the character, each span where the words are, and it travels."""

import builtins
from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import hearsay
from hearsay.errors import NotADoc, NotInstalled
from hearsay.faces.python import doc as docs
from hearsay.reading.attribution import Act, Mode
from hearsay.reading.reading import Reading
from hearsay.text.article import Article
from tests.faces.export.stories import column
from tests.marked import reading
from tests.strategies import readings

TEXT = "“We will not go,” Ann Lee said on Monday.  It’d rain, she said.\r\n\r\n\tAll left.\n"
OPTIONS = {"published": "2026-03-03"}


@settings(max_examples=50)
@given(readings())
def test_the_text_is_that_of_the_article_and_every_span_holds_its_words(whole: Reading) -> None:
    doc = hearsay.to_spacy(whole)
    assert doc.text == whole.article.text
    assert doc._.reading == whole
    assert [said.attribution for said in doc._.attributions] == list(whole.attributions)
    for group, part in docs.PARTS.items():
        given_ = [(one.id, span) for one in whole.attributions for span in getattr(one, part)]
        assert len(doc.spans[group]) == len(given_)
        for tokens, (name, span) in zip(doc.spans[group], given_, strict=True):
            assert (tokens.id_, tokens.label_) == (name, part.upper())
            assert tokens.start_char <= span.start < span.end <= tokens.end_char
            assert tokens[0].idx + len(tokens[0]) > span.start
            assert tokens[-1].idx < span.end
            assert tokens._.attribution.id == name
            assert span.cut(whole.article.text) in tokens._.words


def test_a_span_says_who_what_and_how() -> None:
    doc = hearsay.to_spacy(column())
    said = doc._.attributions[0]
    (source,), (cue,) = ([s for s in doc.spans[g] if s.id_ == "s1"] for g in ("sources", "cues"))
    for tokens in (source, cue):
        assert tokens._.attribution == said
        assert tokens._.speaker == said.speaker == "the Coast Wire agency"
        assert (tokens._.act, tokens._.mode) == (Act.ASSERT, Mode.DIRECT)
        assert tokens._.cue == cue.text == said.cue
        assert tokens._.exact


def test_two_statements_of_one_source_are_kept_apart() -> None:
    whole = reading(
        "«source 1|«source 2|Lund»» «cue 1|said» «content 1|no» and «cue 2|meant» «content 2|yes».",
        {1: "Ann"},
    )
    doc = hearsay.to_spacy(whole)
    one, other = doc.spans["sources"]
    assert one.text == other.text == "Lund"
    assert (one._.speaker, other._.speaker) == ("Ann", None)


def test_where_words_cut_a_token_the_span_is_the_shorter_one_that_holds_them() -> None:
    whole = reading("The un«source 1|named» «cue 1|sa»id «content 1|“all of i»t” here.")
    doc = hearsay.to_spacy(whole)
    spans = [doc.spans[group][0] for group in docs.PARTS]
    assert [s.text for s in spans] == ["unnamed", "said", "“all of it"]
    assert [s._.words for s in spans] == ["named", "sa", "“all of i"]
    assert [s._.exact for s in spans] == [False] * 3


def test_any_other_span_is_the_innermost_statements_in_which_it_stands() -> None:
    whole = reading(
        "«source 1|Lund» «cue 1|said» «content 1|that «source 2|he» «cue 2|had sworn» «content 2|to go home»»."
    )
    doc = hearsay.to_spacy(whole)
    words = {tokens.text: tokens for tokens in (doc[i : i + 1] for i in range(len(doc)))}
    asked = {word: words[word]._.attribution for word in ("home", "sworn", "said", ".")}
    assert {word: said and said.id for word, said in asked.items()} == {
        "home": "s2", "sworn": "s1", "said": None, ".": None,
    }  # fmt: skip
    assert words["."]._.speaker is words["."]._.act is words["."]._.mode is words["."]._.cue is None
    assert (words["home"]._.words, words["home"]._.exact) == ("home", True)


def test_a_doc_without_a_reading_has_none() -> None:
    hearsay.to_spacy(column())
    doc = spacy.blank("en")("No one spoke.")
    assert (doc._.reading, doc._.attributions, doc[:2]._.attribution) == (None, (), None)


def test_the_components_of_a_pipeline_are_run() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("hearsay")
    whole = column()
    doc = hearsay.to_spacy(whole, nlp)
    assert len(list(doc.sents)) > 3
    assert doc._.reading == whole, "the component leaves what has been read"


def test_spans_stand_right_where_a_component_joins_tokens() -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Anna Lund"}])
    nlp.add_pipe("merge_entities")
    doc = hearsay.to_spacy(reading("«content 1|No», «cue 1|said» «source 1|Anna Lund»."), nlp)
    assert [s.text for s in doc.spans["sources"]] == ["Anna Lund"]
    assert len(doc.spans["sources"][0]) == 1


def test_it_goes_to_disk_and_comes_back() -> None:
    whole = column()
    doc = hearsay.to_spacy(whole)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    (binned,) = DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab)
    for other in (again, binned):
        assert other._.reading == whole
        for group in docs.PARTS:
            assert [(s.text, s._.speaker) for s in other.spans[group]] == [
                (s.text, s._.speaker) for s in doc.spans[group]
            ]


def test_as_a_component_it_reads_each_text_as_plain_text() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hearsay", config=OPTIONS)
    for text in (TEXT, "\ufeff" + TEXT, f"<html><p>{TEXT}"):
        doc = nlp(text)
        assert doc.text == doc._.reading.article.text == text
        assert doc._.reading == hearsay.read_text(text, plain=True, published="2026-03-03")
        assert "“We will not go,”" in [s._.words for s in doc.spans["contents"]]


def test_a_text_without_a_word_stays_as_it_is_and_another_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hearsay", config={"model": False})
    assert [doc._.reading for doc in nlp.pipe(["", " \n"])] == [None, None]
    with pytest.raises(hearsay.Error, match="binary"):
        nlp("\x00\x01\x02\x03 a")


def test_by_rule_alone_where_the_settings_say_so() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hearsay", config={"model": False})
    assert nlp(TEXT)._.reading == hearsay.read_text(TEXT, plain=True, model=False)


def test_a_pipeline_with_it_is_saved_and_loaded(tmp_path: Any) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hearsay", config={"model": False, **OPTIONS})
    nlp.to_disk(tmp_path / "nlp")
    assert spacy.load(tmp_path / "nlp")(TEXT)._.reading == nlp(TEXT)._.reading


def test_it_reads_in_several_processes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hearsay", config={"model": False})
    found = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=2))
    assert [doc._.reading for doc in found] == [nlp(TEXT)._.reading] * 4


def test_a_tokenizer_that_changes_the_text_is_refused() -> None:
    nlp = spacy.blank("en")
    own = nlp.tokenizer
    nlp.tokenizer = lambda text: own(" ".join(text.split()))
    with pytest.raises(NotADoc, match="changes the text"):
        hearsay.to_spacy(column(), nlp)


def test_a_text_that_is_too_long_for_a_pipeline_is_refused_and_not_for_none() -> None:
    nlp = spacy.blank("en")
    nlp.max_length = 10
    with pytest.raises(NotADoc, match=r"pipeline takes 10; raise nlp\.max_length"):
        hearsay.to_spacy(column(), nlp)
    long = Reading(Article("So it is. " * 101_000), column().reader)
    assert hearsay.to_spacy(long).text == long.article.text


@pytest.fixture
def taken() -> Iterator[None]:
    kept = Span.get_extension("act") if Span.has_extension("act") else None
    Span.set_extension("act", default="mine", force=True)
    yield
    Span.remove_extension("act")
    if kept is not None:
        Span.set_extension("act", getter=kept[2])


@pytest.mark.usefixtures("taken")
def test_a_name_that_another_package_has_is_not_taken_from_it() -> None:
    with pytest.raises(
        NotADoc, match=r"^span\._\.act is already something else .*Span\.remove_ext"
    ):
        hearsay.to_spacy(column())


def test_without_spacy_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "spacy":
            raise ModuleNotFoundError(name)
        return really(name, *rest)

    docs._blank.cache_clear()  # noqa: SLF001 - or it would not be asked for
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotInstalled, match=r"pip install 'hearsay\[spacy\]'"):
        hearsay.to_spacy(column())


def test_spacy_knows_the_component_and_what_it_gives() -> None:
    assert Language.has_factory("hearsay") or spacy.blank("en").has_factory("hearsay")
    given_ = Language.get_factory_meta("hearsay")
    assert given_.assigns == ["doc._.reading", "doc._.attributions", "doc.spans"]
