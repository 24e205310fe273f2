"""What holds of the reading of every article."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.reader.read import read
from hearsay.reader.rules import REASONS, RULES
from hearsay.reading.attribution import Mode
from hearsay.reading.laws import breaches, spans_of
from hearsay.reading.reading import Reading
from hearsay.text.article import READ, Article, Block, Role
from hearsay.text.span import Span, Spans, laid_out, without
from tests.strategies import articles

PHRASES = (
    "“", "”", "‘", "’", '"', "'", "``", "''", "«", "»", ",", ".", ":", "?", "—", "(", ")", "…", "[", "]",
    "Mara Lund", "Lund", "the mayor", "Lund’s spokesman", "she", "who", "and", "said", "told", "called",
    "according to", "has", "been", "that", "went on to say", "in", "on Monday", "the bridge", "a disaster",
    "the novel", "so-called", "known as", "It is over",
)  # fmt: skip
paragraphs = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=25).map(" ".join)
tight = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=25).map("".join)


@st.composite
def news(draw: st.DrawFn) -> Article:
    """Articles made of what stands beside quotations, in any order."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(Role), paragraphs | tight), max_size=5))
    text, spans = laid_out([part for _, part in drawn], "\n\n")
    blocks = (Block(span, role) for span, (role, _) in zip(spans, drawn, strict=True))
    return Article(text, blocks=tuple(blocks))


def places(reading: Reading) -> Spans:
    """Every place of every finding."""
    return spans_of((reading.actors, reading.attributions, reading.quotations))


def holds(spans: Spans, inner: Span) -> bool:
    """Whether one of the spans holds another."""
    return any(span.holds(inner) for span in spans)


@given(articles() | news())
def test_every_article_has_a_lawful_reading_and_always_the_same(article: Article) -> None:
    reading = read(article)
    assert list(breaches(reading)) == []
    assert reading.article == article
    assert read(article) == reading


@given(articles() | news())
def test_findings_stand_in_what_is_read_alone(article: Article) -> None:
    blocks = tuple(block.span for block in article.blocks if block.role in READ)
    assert all(holds(blocks, span) for span in places(read(article)))


@given(articles() | news())
def test_what_is_quoted_word_for_word_stands_within_marks_or_in_a_block_quote(
    article: Article,
) -> None:
    reading = read(article)
    quoted = tuple(quotation.span for quotation in reading.quotations)
    for said in reading.attributions:
        if said.mode is Mode.DIRECT:
            assert all(holds(quoted, span) for span in said.content)
        else:
            assert any(part.meets(span) for part in said.content for span in quoted)


@given(articles() | news())
def test_source_cue_and_content_are_apart(article: Article) -> None:
    for said in read(article).attributions:
        parts = (*said.source, *said.cue, *said.content)
        assert all(not a.meets(b) for n, a in enumerate(parts) for b in parts[n + 1 :])
        assert all(span.trimmed(article.text) == span for span in (*said.source, *said.cue))
        if said.explicit:
            assert bool(said.source) == bool(said.cue)
        else:
            assert said.source == said.cue == ()


@given(articles() | news())
def test_contents_of_two_statements_share_nothing(article: Article) -> None:
    said = read(article).attributions
    spans = [span for one in said for span in one.content]
    assert all(without(a, spans[:n]) == (a,) for n, a in enumerate(spans))


@given(articles() | news())
def test_every_ground_names_a_rule_that_is_documented(article: Article) -> None:
    reading = read(article)
    by = {one.ground.by for one in reading.actors}
    by |= {one.ground.by for one in reading.quotations}
    assert by <= {f"rule:{name}" for name in REASONS}
    assert {one.ground.by for one in reading.attributions} <= {f"rule:{name}" for name in RULES}
    for said in reading.attributions:
        rule = RULES[said.ground.by.removeprefix("rule:")]
        assert (said.confidence, said.ground.note) == (rule.confidence, rule.reason)


@given(articles() | news())
def test_a_named_statement_has_its_speaker_and_a_speaker_what_he_says(article: Article) -> None:
    reading = read(article)
    known = {actor.id: actor for actor in reading.actors}
    assert {one.speaker for one in reading.attributions if one.speaker} == set(known)
    for said in reading.attributions:
        if said.speaker and said.source:
            assert any(holds(said.source, span) for span in known[said.speaker].mentions)
