"""Facts of a reading in words, as the report, the page and the explanation all give them."""

from collections import Counter

from hearsay.reading.actor import Actor, SourceType
from hearsay.reading.attribution import Attribution, Mode
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from hearsay.text.span import Span, cut, line_of

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATED = {Dated.STATED: "stated", Dated.GIVEN: "given", Dated.GUESSED: "a guess"}


def many(count: int, one: str, several: str | None = None) -> str:
    """A count with its noun: "1 statement", "1,230 words"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def actors_of(reading: Reading) -> dict[str, Actor]:
    """The actors by their ids."""
    return {actor.id: actor for actor in reading.actors}


def speaker(reading: Reading, said: Attribution) -> str:
    """Who says it: the actor's name, else the article's own word for the source, else nobody."""
    actor = actors_of(reading).get(said.speaker or "")
    if actor is not None:
        return actor.name
    return f"“{source_words(reading, said)}”" if unresolved(said) else "nobody named"


def source_words(reading: Reading, said: Attribution) -> str:
    """The article's word for the source; where a statement goes on, that of the one before."""
    spans = said.source or said.ground.because[:1]
    return cut(spans, reading.article.text)


def chain(reading: Reading, said: Attribution) -> str:
    """Through whom it comes: the one whose words it is first, the outermost reporter last."""
    known = actors_of(reading)
    names = [known[actor].name for actor in reversed(said.chain)]
    return " ← ".join(names) or speaker(reading, said)


def unresolved(said: Attribution) -> bool:
    """Whether the source is named by a word that was not resolved, such as a pronoun."""
    goes_on = not said.explicit and bool(said.ground.because)
    return said.speaker is None and (bool(said.source) or goes_on)


def mode(said: Attribution) -> str:
    """In whose words, for a reader."""
    return {Mode.DIRECT: "quoted", Mode.MIXED: "partly quoted", Mode.INDIRECT: "reported"}[
        said.mode
    ]


def standing(actor: Actor) -> str:
    """How openly a source stands in the article; "" for a person by name, the usual case."""
    return "" if actor.source_type is SourceType.NAMED_PERSON else actor.source_type.value


def place(reading: Reading, span: Span) -> str:
    """Where a span stands: the line of a plain text, the block of a page."""
    article = reading.article
    block = article.block(span.start)
    if block is None or block.origin is None:
        return f"line {line_of(article.text, span)}"
    return f"block {article.blocks.index(block) + 1}"


def day(published: str) -> str:
    """A date or moment as a person writes it: 30 Oct 2016, 14:05 +03:00."""
    date, _, time = published.partition("T")
    year, month, number = date.split("-")
    written = f"{int(number)} {_MONTHS[int(month) - 1]} {year}"
    return f"{written}, {time[:5]} {time[8:] or ''}".strip() if time else written


def dated(reading: Reading) -> str:
    """The date of publication with how it is known, or that there is none."""
    article = reading.article
    if article.published is None or article.published_is is None:
        return "no date"
    return f"{day(article.published)} ({_DATED[article.published_is]})"


def standfirst(reading: Reading) -> str:
    """The line under the title: what kind, when, where, by whom; only what is known."""
    article = reading.article
    genre = "" if article.genre.value == "unknown" else article.genre.value
    told = (
        genre,
        dated(reading),
        article.outlet or "",
        f"by {article.byline}" if article.byline else "",
    )
    return " · ".join(word for word in told if word)


def amount(reading: Reading) -> str:
    """How much was read, and what was set aside."""
    article = reading.article
    words = sum(len(block.span.cut(article.text).split()) for block in article.read)
    aside = Counter(b.role.value for b in article.blocks if b not in article.read)
    line = f"{many(words, 'word')} read"
    if not aside:
        return f"{line}, nothing set aside"
    kind = "line" if all(b.origin is None for b in article.blocks) else "block"
    roles = ", ".join(role if n == 1 else f"{role} ×{n}" for role, n in aside.most_common())
    return f"{line}, {many(sum(aside.values()), kind)} set aside ({roles})"


def shortened(words: str, most: int) -> str:
    """The words, or their beginning and end with how many are left out between, said in brackets."""
    each = words.split()
    if len(each) <= most:
        return words
    half = most // 2
    left = len(each) - 2 * half
    first = words[: _end_of_word(words, half)]
    last = words[_start_of_word(words, half) :]
    return f"{first} [… {many(left, 'word')} …] {last}"


def _end_of_word(words: str, count: int) -> int:
    """Where the so-manieth word ends."""
    at = 0
    for _ in range(count):
        while words[at].isspace():
            at += 1
        while at < len(words) and not words[at].isspace():
            at += 1
    return at


def _start_of_word(words: str, count: int) -> int:
    """Where the so-manieth word from the end begins."""
    return len(words) - _end_of_word(words[::-1], count)
