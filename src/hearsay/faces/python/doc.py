"""A reading as a spaCy Doc: its text is the article's, to the character, and its spans are the reading's.

spaCy cuts a text into tokens, and a span of it begins and ends with one; a span of hearsay begins and ends
where the words do. Where the two differ, which is rare, the span of the Doc is the shorter one that holds all of
hearsay's (`alignment_mode="expand"`): `span._.exact` says whether it is the same, and `span._.words` has the
words to the character.

What is found is kept in the Doc as the JSON of the reading. So it goes to disk and to other processes with it.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from hearsay.errors import NotADoc, NotInstalled
from hearsay.faces.python.words import ReadingInWords, Said, in_words
from hearsay.reading.attribution import Act, Attribution, Mode
from hearsay.reading.codec import decode
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, Spans, cut

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

KEY = "hearsay"
"""Where the reading stands among the data of a Doc."""

Getter: TypeAlias = Callable[[Any], object]

PARTS = {"sources": "source", "cues": "cue", "contents": "content"}
"""The groups of spans that a Doc gets, and the parts of statements that stand in them."""


def to_spacy(reading: Reading, nlp: "Language | None" = None) -> "Doc":
    """The article as a spaCy Doc, with what was found in it.

    `doc.text` is `reading.article.text`. `doc._.reading` and `doc._.attributions` are the reading and its
    statements; `doc.spans` has the groups sources, cues and contents, each span with the id of its statement; and
    of each span, `span._.attribution` is its statement, for any other span the innermost one in whose content it
    stands, and `span._.speaker`, `.act`, `.mode`, `.cue`, `.words` and `.exact` say more.

    Args:
        reading: of one article.
        nlp: the pipeline whose tokens it gets, and whose components are run; None for blank English.

    Raises:
        NotInstalled: spaCy is not there.
        NotADoc: the pipeline changes the text, or takes none of this length; or other extensions have these names.
    """
    text = reading.article.text
    if nlp is None:
        nlp = _blank()
        nlp.max_length = max(nlp.max_length, len(text))
    if len(text) > nlp.max_length:
        raise NotADoc(
            f"the article has {len(text):,} characters, and the pipeline takes {nlp.max_length:,}",
            "raise nlp.max_length",
        )
    doc = nlp.make_doc(text)
    if doc.text != text:
        raise NotADoc(
            "the tokenizer of this pipeline changes the text, so that nothing would stand where it was found",
            "give a pipeline with spaCy's own tokenizer",
        )
    extend()
    doc.user_data[KEY] = in_words(reading).json()
    doc = nlp(doc)
    mark(doc, reading)
    return doc


def keep(doc: "Doc", reading: Reading) -> None:
    """Put a reading of its own text into a Doc.

    Args:
        doc: whose text is that of the article.
        reading: of the article.
    """
    doc.user_data[KEY] = in_words(reading).json()
    mark(doc, reading)


def mark(doc: "Doc", reading: Reading) -> None:
    """Give a Doc the groups of spans."""
    for group, part in PARTS.items():
        doc.spans[group] = list(_marked(doc, reading, part))


def _marked(doc: "Doc", reading: Reading, part: str) -> Iterator["Tokens"]:
    for one in reading.attributions:
        for span in _part(one, part):
            tokens = doc.char_span(
                span.start, span.end, label=part.upper(), span_id=one.id, alignment_mode="expand"
            )
            if tokens is not None:  # never, of a text that the Doc has
                yield tokens


def extend() -> None:
    """Make the extensions known to spaCy, once in a process.

    Raises:
        NotADoc: another package has one of the names.
    """
    from spacy.tokens import Doc as OfDoc
    from spacy.tokens import Span as OfSpan

    for name, of_doc in OF_DOC.items():
        _extend(OfDoc, name, of_doc)
    for name, of_span in OF_SPAN.items():
        _extend(OfSpan, name, of_span)


def _extend(kind: "type[Doc | Tokens]", name: str, getter: Getter) -> None:
    if not kind.has_extension(name):
        kind.set_extension(name, getter=getter)
    elif kind.get_extension(name)[2] is not getter:
        where = kind.__name__
        raise NotADoc(
            f"{where.lower()}._.{name} is already something else in this process",
            f"take it away first: {where}.remove_extension({name!r})",
        )


@cache
def _blank() -> "Language":
    """Blank English, made once in a process.

    Raises:
        NotInstalled: spaCy is not there.
    """
    try:
        import spacy
    except ImportError as error:
        raise NotInstalled(
            "spaCy is not installed", "install it with pip install 'hearsay[spacy]'"
        ) from error
    return spacy.blank("en")


def read_in(doc: "Doc") -> ReadingInWords | None:
    """The reading of a Doc; None where it has none."""
    line = doc.user_data.get(KEY)
    return _opened(line) if isinstance(line, str) else None


@lru_cache(maxsize=64)
def _opened(line: str) -> ReadingInWords:
    return in_words(decode(line))


def _statements(doc: "Doc") -> tuple[Said, ...]:
    reading = read_in(doc)
    return reading.statements if reading is not None else ()


def _statement(tokens: "Tokens") -> Said | None:
    """The statement that a span is a part of; of any other span the innermost one that it stands in."""
    every = _statements(tokens.doc)
    if tokens.label_.lower() in PARTS.values():
        own = next((said for said in every if said.id == tokens.id_), None)
        if own is not None:
            return own
    here = Span(tokens.start_char, tokens.end_char)
    over = [
        (span.length, said)
        for said in every
        for span in said.attribution.content
        if span.holds(here)
    ]
    return min(over, key=lambda one: one[0])[1] if over else None


def _words(tokens: "Tokens") -> str:
    """To the character: of a part of a statement the words of its stretches, of any other span its own."""
    said = _statement(tokens)
    part = tokens.label_.lower()
    if said is None or part not in PARTS.values() or tokens.id_ != said.id:
        return str(tokens.text)
    here = Span(tokens.start_char, tokens.end_char)
    inside = tuple(span for span in _part(said.attribution, part) if here.holds(span))
    return cut(inside, said.reading.article.text)


def _exact(tokens: "Tokens") -> bool:
    """Whether it begins and ends where the words do."""
    return _words(tokens) == str(tokens.text)


def _speaker(tokens: "Tokens") -> str | None:
    said = _statement(tokens)
    return said.speaker if said is not None else None


def _act(tokens: "Tokens") -> Act | None:
    said = _statement(tokens)
    return said.act if said is not None else None


def _mode(tokens: "Tokens") -> Mode | None:
    said = _statement(tokens)
    return said.mode if said is not None else None


def _cue(tokens: "Tokens") -> str | None:
    said = _statement(tokens)
    return said.cue if said is not None else None


def _part(one: Attribution, part: str) -> Spans:
    return {"source": one.source, "cue": one.cue, "content": one.content}[part]


OF_DOC = {"reading": read_in, "attributions": _statements}
"""The extensions of a Doc."""

OF_SPAN = {
    "attribution": _statement,
    "speaker": _speaker,
    "act": _act,
    "mode": _mode,
    "cue": _cue,
    "words": _words,
    "exact": _exact,
}
"""The extensions of a span."""
