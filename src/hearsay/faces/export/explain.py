"""Explain: why a finding is there, in the article's own words."""

from collections.abc import Iterator

from hearsay.errors import NoSuchFinding
from hearsay.faces.export import differences, facts, foretold
from hearsay.faces.export.lines import DIM, HEAD, NAME, PLAIN, Line, rendered
from hearsay.faces.export.own import DOES
from hearsay.reader.rules import RULES
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, split_at, without

AROUND = 60  # characters of the article shown on either side of the words


def explain(reading: Reading, finding: str, *, width: int = 80, colour: bool = False) -> str:
    """Why a finding is there, with a line end.

    Args:
        reading: of one article.
        finding: s3 for the third statement, a2 for the second actor, q1 for the first quotation,
            b4 for the fourth block of the page, c1 for the first commitment, f1 for the first forecast, o5 for the fifth of the
            words that leave something open, t1 for the first of the times, v1 for the first words that are given twice, w1 for
            the first sentence in the author's own voice, e1 for the first question of which explanations are weighed, h1 for the
            headline.
        width: columns.
        colour: whether escape sequences for colour may be in it.

    Raises:
        NoSuchFinding: the reading has none with this id; the message lists what it has.
    """
    kinds = {
        "s": _statement, "a": _actor, "q": _quotation, "b": _block, "c": _commitment, "o": _open,
        "t": _event, "v": _variant, "h": _headline,
        "f": _forecast, "w": _voice, "e": _weighed,
    }  # fmt: skip
    kind = kinds.get(finding[:1])
    numbered = finding[1:].isdecimal() and finding[1:] == str(int(finding[1:]))
    lines = tuple(kind(reading, finding)) if kind and numbered else ()
    if not lines:
        raise NoSuchFinding(f"there is no finding {finding!r}", f"there are {_ids(reading)}")
    return rendered(lines, width, colour=colour)


def _ids(reading: Reading) -> str:
    counts = (
        ("s", len(reading.attributions)),
        ("a", len(reading.actors)),
        ("q", len(reading.quotations)),
        ("c", len(reading.commitments)),
        ("f", len(reading.forecasts)),
        ("o", len(reading.qualifiers)),
        ("w", len(reading.own_voice)),
        ("t", len(reading.timeline)),
        ("v", len(reading.variants)),
        ("h", 1 if reading.headline else 0),
        ("e", len(reading.hypotheses)),
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
    unresolved = "; who that is was not worked out" if facts.unresolved(said) else ""
    yield from _field("speaker", f"{facts.chain(reading, said)}{unresolved}")
    for name, spans in (("source", said.source), ("cue", said.cue), ("content", said.content)):
        told = " — ".join(span.cut(text) for span in spans)
        yield from _field(name, told or "none: no word of the article gives one")
    yield from _field("where", _where(reading, said.content))
    yield from _why(reading, said.ground)
    yield from _field("sure", f"{said.confidence:.2f}: {facts.sure(said.confidence)}")
    rule = RULES.get(said.ground.by.removeprefix("rule:"))
    if rule is not None and rule.counted:
        counted = facts.many(rule.counted, "finding")
        yield from _field("", f"(this rule was counted on {counted} in annotated news)")
    if said.act_ground is not None:
        yield from _field("does", facts.done(said))
        yield from _why(reading, said.act_ground)


def _actor(reading: Reading, finding: str) -> Iterator[Line]:
    actor = facts.actors_of(reading).get(finding)
    if actor is None:
        return
    said = [one for one in reading.attributions if finding in one.speakers]
    yield _head(finding, f"{actor.name}: {actor.kind.value}, {actor.source_type.value}", "")
    for span in actor.mentions:
        yield from _field("named", f"{facts.place(reading, span)}: {_context(reading, (span,))}")
    yield from _field("says", ", ".join(one.id for one in said) or "nothing that is kept")
    yield from _field("because", actor.ground.note)
    yield from _field("found by", actor.ground.by.replace(":", " ", 1))


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
    for span in quotation.elisions:
        yield from _field("left out", f"words, at {_context(reading, (span,))}")
    yield from _field("where", _where(reading, (quotation.span,)))
    yield from _why(reading, quotation.ground)


def _commitment(reading: Reading, finding: str) -> Iterator[Line]:
    bound = next((one for one in reading.commitments if one.id == finding), None)
    if bound is None:
        return
    text = reading.article.text
    place = facts.place(reading, bound.matter[0]) if bound.matter else ""
    yield _head(finding, f"a commitment: {bound.force.value}", place)
    yield from _field("by", facts.binder(reading, bound))
    yield from _field("to", facts.name(reading, bound.to) if bound.to else "nobody that is named")
    for name, spans in (
        ("matter", bound.matter),
        ("condition", bound.condition),
        ("where", bound.place),
        ("when", bound.time),
        ("what for", bound.purpose),
    ):
        if spans or name == "matter":
            yield from _field(name, " — ".join(span.cut(text) for span in spans))
    yield from _field("statement", bound.attribution or "none: the author has it so")
    if bound.matter:
        yield from _field("place", _where(reading, bound.matter))
    yield from _why(reading, bound.ground)
    yield from _field("sure", f"{bound.confidence:.2f}: {facts.sure(bound.confidence)}")


def _forecast(reading: Reading, finding: str) -> Iterator[Line]:
    told = next((one for one in reading.forecasts if one.id == finding), None)
    if told is None:
        return
    text = reading.article.text
    yield _head(finding, "a forecast", facts.place(reading, told.content[0]))
    yield from _field("by", facts.binder(reading, told))
    yield from _field("foretells", " — ".join(span.cut(text) for span in told.content))
    likely = told.probability
    yield from _field("likely", foretold.likely(reading, likely) if likely else "no word says so")
    due = told.horizon
    yield from _field("by when", foretold.due(reading, due) if due else "no word says so")
    if told.condition:
        yield from _field("condition", " — ".join(span.cut(text) for span in told.condition))
    yield from _field("statement", told.attribution or "none: the author says so")
    yield from _field("where", _where(reading, told.content))
    yield from _why(reading, told.ground)
    yield from _field("sure", f"{told.confidence:.2f}: {facts.sure(told.confidence)}")


def _open(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.qualifiers):
        return
    one = reading.qualifiers[number - 1]
    what = f"words that leave something open: {one.kind.value}"
    yield _head(finding, what, facts.place(reading, one.span))
    yield from _field("words", one.span.cut(reading.article.text))
    yield from _field("statement", one.on or "none: the author has it so")
    yield from _field("where", _where(reading, (one.span,)))
    yield from _why(reading, one.ground)


def _voice(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.own_voice):
        return
    one = reading.own_voice[number - 1]
    what = f"the author’s own voice: the author {DOES[one.kind]}"
    yield _head(finding, what, facts.place(reading, one.span))
    yield from _field("words", one.span.cut(reading.article.text))
    yield from _field("where", _where(reading, (one.span,)))
    yield from _why(reading, one.ground)


def _variant(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.variants):
        return
    one = reading.variants[number - 1]
    text = reading.article.text
    yield _head(finding, f"words that are given twice: {differences.variant(one)}", "")
    yield from _field("one", f"{facts.place(reading, one.a)}: {one.a.cut(text)}")
    yield from _field("other", f"{facts.place(reading, one.b)}: {one.b.cut(text)}")
    for told in differences.altered(one.differences, text, text):
        yield from _field("differs", told)
    yield from _field("where", f"{_where(reading, (one.a,))} — {_where(reading, (one.b,))}")
    yield from _field("because", one.ground.note)
    yield from _field("found by", one.ground.by.replace(":", " ", 1))


def _weighed(reading: Reading, finding: str) -> Iterator[Line]:
    found = dict(enumerate(reading.hypotheses, 1)).get(int(finding[1:]))
    if found is None:
        return
    first = found.question or found.candidates[0].claim[0]
    yield _head(finding, "a question, and explanations weighed", facts.place(reading, first))
    if found.question is not None:
        yield from _field("question", found.question.cut(reading.article.text))
    for one in found.candidates:
        yield from _field("claim", _where(reading, one.claim))
        for name, spans in (("for", one.supports), ("against", one.against)):
            for span in spans:
                yield from _field(
                    name, f"{facts.place(reading, span)}: {_context(reading, (span,))}"
                )
    yield from _why(reading, found.ground)


def _headline(reading: Reading, finding: str) -> Iterator[Line]:
    one = reading.headline
    if one is None or finding != "h1":
        return
    text = reading.article.text
    yield _head(
        finding,
        f"the headline: {one.strength.value}, {one.support.value}",
        facts.place(reading, one.span),
    )
    yield from _field("words", one.span.cut(text))
    yield from _field("verdict", one.why)
    for span in one.evidence:
        yield from _field("body", f"{facts.place(reading, span)}: {_context(reading, (span,))}")
    yield from _why(reading, one.ground)


def _event(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.timeline):
        return
    one = reading.timeline[number - 1]
    text = reading.article.text
    yield _head(finding, "a time, and what happened then", facts.place(reading, one.time))
    yield from _field("time", one.time.cut(text))
    yield from _field("first day", one.start or "open")
    yield from _field("last day", one.end or "open")
    yield from _field("event", " — ".join(span.cut(text) for span in one.event) or "no words")
    yield from _field("where", _where(reading, (one.time,)))
    yield from _why(reading, one.ground)


def _block(reading: Reading, finding: str) -> Iterator[Line]:
    number = int(finding[1:])
    if not 1 <= number <= len(reading.article.blocks):
        return
    block = reading.article.blocks[number - 1]
    read = "read as the article" if block in reading.article.read else "set aside"
    yield _head(finding, f"a block of the page: {block.role.value}, {read}", "")
    yield from _field("words", facts.shortened(block.span.cut(reading.article.text), 60))
    yield from _field("where", _where(reading, (block.span,)))
    yield from _field("because", block.why)


def _head(finding: str, what: str, where: str) -> Line:
    return Line(((f"{finding}  ", NAME), (what, HEAD), (f"  {where}" if where else "", DIM)))


def _field(name: str, told: str) -> Iterator[Line]:
    yield Line(((" ".join(told.split()), PLAIN),), indent=2, hang=13, label=name or " ")


def _where(reading: Reading, spans: Spans) -> str:
    """Offsets, and the block in which the first of them stands."""
    article = reading.article
    block = article.block(spans[0].start)
    at = "characters " + " and ".join(f"{span.start} to {span.end}" for span in spans)
    if block is None:
        return at
    place = f"{at}; b{article.number(block)} ({block.role.value})"
    return f"{place}, {block.origin}" if block.origin else place


def _why(reading: Reading, ground: Ground) -> Iterator[Line]:
    yield from _field("because", ground.note)
    for spans in _near(reading, ground.because):
        yield from _field("see", _context(reading, spans))
    yield from _field("found by", ground.by.replace(":", " ", 1))


def _near(reading: Reading, spans: Spans) -> Iterator[Spans]:
    """The spans that can be shown together: near one another in one block."""
    group: Spans = ()
    for span in spans:
        gap = group[-1].gap(span) if group else None
        far = gap is not None and (gap.length > AROUND or "\n" in gap.cut(reading.article.text))
        if group and far:
            yield group
            group = ()
        group = (*group, span)
    if group:
        yield group


def _context(reading: Reading, spans: Spans) -> str:
    """Spans with some of the block around them, each between › and ‹."""
    text = reading.article.text
    hull = spans[0].hull(spans[-1])
    block = reading.article.block(hull.start)
    around = without(block.span, (hull,)) if block else ()
    before = next((part.cut(text) for part in around if part.before(hull)), "")
    after = next((part.cut(text) for part in around if hull.before(part)), "")
    words = "".join(
        f"›{part.cut(text)}‹" if part in spans else part.cut(text) for part in split_at(hull, spans)
    )
    return f"{_end_of(before)}{words}{_start_of(after)}"


def _end_of(before: str) -> str:
    """Whole words from the end, with an ellipsis for those that are left out."""
    if len(before) <= AROUND:
        return before
    return f"… {before[-AROUND:].partition(' ')[2]}"


def _start_of(after: str) -> str:
    """Whole words from the start, with an ellipsis for those that are left out."""
    if len(after) <= AROUND:
        return after
    return f"{after[:AROUND].rpartition(' ')[0]} …"
