"""What is measured: articles read from their texts, and documents parsed by their words."""

from collections.abc import Callable, Sequence

from hearsay.measure.attributions.report import Claim
from hearsay.measure.gold.standoff import Annotated, Marked
from hearsay.measure.gold.treebank import Document
from hearsay.model.marks import Word
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading

Pick = Callable[[Reading], Sequence[Attribution]]


def outermost(reading: Reading) -> list[Attribution]:
    """The attributions that stand in no other, those that claim something.

    A quotation kept without a word on who says it claims nothing; what goes on from the sentence before has
    its source there, and is left out too, as annotators leave it out.
    """
    return [one for one in reading.attributions if one.within is None and (one.source or one.cue)]


def inside(reading: Reading) -> list[Attribution]:
    """The attributions that stand in the content of another."""
    return [one for one in reading.attributions if one.within is not None]


def reads(pick: Pick, model: Model | None) -> Callable[[Annotated], list[Claim]]:
    """A reader of annotated articles: by their text alone, as a plain-text file would be read.

    Args:
        pick: which of the attributions are held against the annotators'.
        model: the learned reader; None reads by rule.
    """

    def find(one: Annotated) -> list[Claim]:
        page = open_page(one.text.encode(), one.name, content_type="text/plain")
        extracted = extract(page)
        found = pick(read(extracted.article, extracted.remarks, model))
        return [
            Claim(Marked(said.source, said.cue, said.content), said.confidence) for said in found
        ]

    return find


def parser(model: Model) -> Callable[[Document], Sequence[Word]]:
    """A parser of treebanks' documents: by their words and sentences, as the treebank cuts them."""

    def parse(one: Document) -> Sequence[Word]:
        return model.mark(
            model.given(one.text, one.spans, one.sentence, one.opens, one.paragraphs)
        ).words

    return parse
