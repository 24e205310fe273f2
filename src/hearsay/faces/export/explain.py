"""Explain: why a finding is there, in the article's own words."""

from collections.abc import Iterator

from hearsay.errors import NoSuchFinding
from hearsay.faces.export import facts
from hearsay.faces.export.report import DIM, HEAD, NAME, PLAIN, Line, rendered
from hearsay.reader.rules import RULES
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, cut

AROUND = 60  # characters of the article shown on either side of the words


def explain(reading: Reading, finding: str, *, width: int = 80, colour: bool = False) -> str:
    """Why a finding is there, with a line end.

    Args:
        reading: of one article.
        finding: s3 for the third statement, a2 for the second actor, q1 for the first quotation,
            b4 for the fourth block of the page.
        width: columns.
        colour: whether escape sequences for colour may be in it.

    Raises:
        NoSuchFinding: the reading has none with this id; the message lists what it has.
    """
    kinds = {"s": _statement, "a": _actor, "q": _quotation, "b": _block}
    kind = kinds.get(finding[:1])
    lines = tuple(kind(reading, finding)) if kind and finding[1:].isdigit() else ()
    if not lines:
        raise NoSuchFinding(f"there is no finding {finding!r}", f"there are {_ids(reading)}")
    return rendered(lines, width, colour=colour)


def _ids(reading: Reading) -> str:
    counts = (
        ("s", len(reading.attributions)),
        ("a", len(reading.actors)),
        ("q", len(reading.quotations)),
        ("b", len(reading.article.blocks)),
    )
    ids = [f"{k}1" if n == 1 else f"{k}1 to {k}{n}" for k, n in counts if n]
    return ", ".join(ids) or "none: nothing was found"


def _statement(reading: Reading, finding: str) -> Iterator[Line]:
    said = next((one for one in reading.attributions if one.id == finding), None)
    if said is None:
        return
    text = reading.article.text
    yield _head(finding, f"a statement, {facts.mode(said)}", facts.place(reading, said.content[0]))
    yield from _field("speaker", facts.chain(reading, said))
    for name, spans in (("source", said.source), ("cue", said.cue), ("content", said.content)):
        told = cut(spans, text) if spans else "none: no word of the article gives one"
        yield from _field(name, told)
    yield from _field("where", _where(reading, said.content[0]))
    yield from _why(reading, said.ground)
    sure = f"{said.confidence:.2f}: of a hundred such findings about {said.confidence * 100:.0f} are right"
    yield from _field("sure", sure)
    rule = RULES.get(said.ground.by.removeprefix("rule:"))
    if rule is not None and rule.counted:
        yield from _field(
            "", f"(this rule was counted on {rule.counted:,} findings in annotated news)"
        )


def _actor(reading: Reading, finding: str) -> Iterator[Line]:
    actor = facts.actors_of(reading).get(finding)
    if actor is None:
        return
    said = [one for one in reading.attributions if one.speaker == finding]
    yield _head(finding, f"{actor.name}: {actor.kind.value}, {actor.source_type.value}", "")
    for span in actor.mentions:
        yield from _field("named", f"{facts.place(reading, span)}: {_context(reading, span)}")
    yield from _field("says", ", ".join(one.id for one in said) or "nothing that is kept")
    yield from _why(reading, actor.ground)


def _quotation(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.quotations):
        return
    quotation = reading.quotations[number - 1]
    text = reading.article.text
    use = {"quote": "a quotation", "scare": "a word held at arm’s length", "title": "a title"}
    yield _head(
        finding,
        use.get(quotation.use.value, "a name for something"),
        facts.place(reading, quotation.span),
    )
    yield from _field("words", quotation.span.cut(text))
    yield from _field("statement", quotation.attribution or "none: nobody is said to say it")
    for span in quotation.insertions:
        yield from _field("put in", span.cut(text))
    if quotation.elisions:
        yield from _field("left out", f"words, at {facts.many(len(quotation.elisions), 'place')}")
    yield from _field("where", _where(reading, quotation.span))
    yield from _why(reading, quotation.ground)


def _block(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.article.blocks):
        return
    block = reading.article.blocks[number - 1]
    read = "read as the article" if block in reading.article.read else "set aside"
    yield _head(finding, f"a block of the page: {block.role.value}, {read}", "")
    yield from _field("words", facts.shortened(block.span.cut(reading.article.text), 60))
    yield from _field("where", _where(reading, block.span))
    yield from _field("because", block.why)


def _head(finding: str, what: str, where: str) -> Line:
    return Line(((f"{finding}  ", NAME), (what, HEAD), (f"  {where}" if where else "", DIM)))


def _field(name: str, told: str) -> Iterator[Line]:
    yield Line(((" ".join(told.split()), PLAIN),), indent=2, hang=13, label=name or " ")


def _where(reading: Reading, span: Span) -> str:
    article = reading.article
    block = article.block(span.start)
    at = f"characters {span.start} to {span.end}"
    if block is None:
        return at
    return f"{at}, in a {block.role.value}" + (f", {block.origin}" if block.origin else "")


def _why(reading: Reading, ground: Ground) -> Iterator[Line]:
    yield from _field("because", ground.note)
    for span in ground.because:
        yield from _field("see", _context(reading, span))
    yield from _field("found by", ground.by.replace(":", " ", 1))


def _context(reading: Reading, span: Span) -> str:
    """A span with some of the article around it, the span within › and ‹."""
    text = reading.article.text
    before, after = span.left(text, AROUND), span.right(text, AROUND)
    block = reading.article.block(span.start)
    if block is not None:
        inside = block.span.cut(text)
        before = before if before in inside else before.rpartition("\n")[2]
        after = after.partition("\n")[0]
    return f"… {before}›{span.cut(text)}‹{after} …"
