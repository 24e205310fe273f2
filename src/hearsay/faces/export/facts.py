"""Facts of a reading in words, as the report, the page and the explanation all give them."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from hearsay.reading.actor import Actor, SourceType
from hearsay.reading.attribution import Act, Attribution, Certainty, Kind, Mode, PassedOn, Polarity
from hearsay.reading.commitment import Commitment, Forecast
from hearsay.reading.quotation import Use
from hearsay.reading.reading import Reading
from hearsay.text.article import READ, Dated
from hearsay.text.span import Span, cut, line_of

MODES = {Mode.DIRECT: "quoted", Mode.MIXED: "partly quoted", Mode.INDIRECT: "reported"}
WORTH = 1.4  # leaving out less than this is not worth a pair of brackets
UNSURE = 0.6  # below it a finding is told apart, as unsure
AUTHOR = "author"  # in place of an actor's id
ACTS = {
    Act.DENY: "denies", Act.CONFIRM: "confirms", Act.ASK: "asks", Act.REQUEST: "requests", Act.URGE: "urges",
    Act.REFUSE: "refuses", Act.AGREE: "agrees", Act.PERMIT: "permits", Act.FORBID: "forbids", Act.RESERVE: "reserves",
    Act.PROMISE: "promises", Act.THREATEN: "threatens", Act.WARN: "warns", Act.PREDICT: "foretells",
    Act.ACCUSE: "accuses", Act.CRITICISE: "criticises", Act.PRAISE: "praises", Act.ENDORSE: "backs it",
    Act.APOLOGISE: "apologises", Act.INTEND: "intends", Act.WANT: "wants", Act.DOUBT: "doubts",
}  # fmt: skip
PASSED = {
    PassedOn.VOUCHED: "taken as true by the author",
    PassedOn.HEDGED: "with a hedge of the author’s",
    PassedOn.DISTANCED: "at a distance",
    PassedOn.REJECTED: "rejected by the author",
}
_SPEAKING = (
    "comment",
    "respond",
    "to say",
    "not say",
    "n’t say",
    "n't say",
    "identify",
    "answer",
    "elaborate",
    "be interviewed",
    "discuss",
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATED = {Dated.STATED: "stated", Dated.GIVEN: "given", Dated.GUESSED: "a guess"}


def many(count: int, one: str, several: str | None = None) -> str:
    """A count with its noun: "1 statement", "1,230 words"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def file_name(address: str) -> str:
    """The name of a file without its folders; an address as it stands."""
    return address if "://" in address else address.replace("\\", "/").rpartition("/")[2]


def actors_of(reading: Reading) -> dict[str, Actor]:
    """The actors by their ids; those whom the article calls the same are numbered: "a source (1)", "a source (2)"."""
    called = [actor.name.casefold() for actor in reading.actors]
    often = Counter(called)
    nth = Counter[str]()
    out = {}
    for actor, words in zip(reading.actors, called, strict=True):
        nth[words] += 1
        name = f"{actor.name} ({nth[words]})" if often[words] > 1 else actor.name
        out[actor.id] = msgspec.structs.replace(actor, name=name)
    return out


def name(reading: Reading, who: str | None) -> str:
    """The name of an actor; the author for "author", nobody for None."""
    if who is None:
        return "nobody named"
    return "the author" if who == AUTHOR else actors_of(reading)[who].name


def listed(names: Sequence[str]) -> str:
    """Names in a row: "Maria Lund, Peter Voss and Ida Moe"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def binder(reading: Reading, one: Commitment | Forecast) -> str:
    """Who is bound, or foretells, with those who do so together with him."""
    return listed([name(reading, who) for who in reading.all_by(one)] or [name(reading, None)])


def speaker(reading: Reading, said: Attribution) -> str:
    """Who says it: the actor's name, or the names of several who say it together, else the article's own word for the source, else nobody."""
    known = actors_of(reading)
    if said.speaker is not None:
        return listed([known[one].name for one in said.speakers])
    either = " or ".join(known[one].name for one in said.may_be)
    word = f"“{source_words(reading, said)}”" if unresolved(said) else "nobody named"
    return f"{word} ({either})" if either else word


def source_words(reading: Reading, said: Attribution) -> str:
    """The article's word for the source; where a statement goes on, that of the one before."""
    spans = said.source or said.ground.because[:1]
    return cut(spans, reading.article.text)


def chain(reading: Reading, said: Attribution) -> str:
    """Through whom it comes: the one whose words it is first, the outermost reporter last."""
    return " ← ".join(filter(None, (speaker(reading, said), through(reading, said))))


def through(reading: Reading, said: Attribution) -> str:
    """Through whom alone: without the one whose words it is; "" where the article has them itself."""
    known = actors_of(reading)
    others = said.chain[:-1] if said.speaker is not None else said.chain
    return " ← ".join(known[actor].name for actor in reversed(others))


def principal(reading: Reading, actor: Actor) -> str:
    """The name of whoever an actor speaks for; "" for nobody."""
    return actors_of(reading)[actor.speaks_for].name if actor.speaks_for else ""


def how(those: Sequence[Attribution]) -> str:
    """In whose words, with counts where they differ: "2 quoted, 1 partly quoted"."""
    counts = {mode: sum(one.mode is mode for one in those) for mode in Mode}
    told = [(MODES[mode], count) for mode, count in counts.items() if count]
    if len(told) == 1:
        return told[0][0]
    return ", ".join(f"{count} {name}" for name, count in told)


NOT_BY_CUE = ("rule:act_of_content", "rule:beside_cue")
"""Rules that find an act that the cue alone does not name."""


def act(said: Attribution) -> list[str]:
    """What a statement does that its cue alone does not say, how surely, and how it is passed on."""
    by_content = said.act_ground is not None and said.act_ground.by in NOT_BY_CUE
    told = [ACTS[said.act]] if by_content and said.act in ACTS else []
    told += ["negated"] if said.polarity is Polarity.NEG else []
    told += [] if said.certainty is Certainty.UNSPECIFIED else [f"as {said.certainty.value}"]
    return told + ([PASSED[said.passed_on]] if said.passed_on in PASSED else [])


def dispute(reading: Reading, said: Attribution) -> list[str]:
    """Who says that it is not so, in words: nothing where nobody does."""
    return [f"disputed by {name(reading, said.disputed_by)}"] if said.disputed_by else []


def done(said: Attribution) -> str:
    """What a statement does, in the words of the format: "assert, comm, certain"."""
    told = [said.act.value, said.type.value]
    told += ["negated"] if said.polarity is Polarity.NEG else []
    told += [] if said.certainty is Certainty.UNSPECIFIED else [said.certainty.value]
    told += [] if said.passed_on is PassedOn.PLAIN else [PASSED[said.passed_on]]
    return ", ".join(told)


def disclosure(reading: Reading, said: Attribution) -> bool:
    """Whether it tells that somebody would not speak: "declined to comment"."""
    cue = cut(said.cue, reading.article.text).lower()
    content = cut(said.content, reading.article.text).lower()
    declined = any(word in cue for word in ("declin", "refus", "did not", "would not"))
    return declined and any(word in f"{cue} {content}" for word in _SPEAKING)


def unresolved(said: Attribution) -> bool:
    """Whether the source is named by a word that was not resolved, such as a pronoun."""
    goes_on = not said.explicit and bool(said.ground.because)
    return said.speaker is None and (bool(said.source) or goes_on)


def somebody(said: Attribution) -> bool:
    """Whether the article says of anybody that it is theirs, if only by "he"."""
    return said.speaker is not None or unresolved(said)


def shown(reading: Reading) -> tuple[Attribution, ...]:
    """The statements: all that are somebody's, and what is quoted though nobody is named.

    Words that nobody is said to say, and that a title or a word held at arm's length is all of, are no
    statement.
    """
    quoted = {q.attribution for q in reading.quotations if q.use is Use.QUOTE}
    other = {q.attribution for q in reading.quotations} - quoted
    return tuple(said for said in reading.attributions if somebody(said) or said.id not in other)


def one_line(words: str) -> str:
    """The words with every run of white space as one blank, for a medium that wraps by itself."""
    return " ".join(words.split())


def unsure(found: Attribution | Commitment) -> bool:
    """Whether such findings are wrong nearly as often as right."""
    return found.confidence < UNSURE


def denied_in(reading: Reading, said: Attribution) -> str:
    """That a statement stands in what another denies, or does not say: "in what s8 denies"; "" where it does not.

    Only where the cue of the other denies: what is told beside a denial ("we were told it was safe") is not denied.
    """
    by_id = {one.id: one for one in reading.attributions}
    outer = by_id.get(said.within or "")
    while outer is not None:
        negated = outer.polarity is Polarity.NEG
        by_cue = outer.act_ground is not None and outer.act_ground.by == "rule:sense_of_cue"
        if outer.act is Act.DENY and by_cue and not negated:
            return f"in what {outer.id} denies"
        if outer.act is not Act.DENY and outer.type is Kind.COMM and negated:
            return f"in what {outer.id} does not say"
        outer = by_id.get(outer.within or "")
    return ""


def sure(confidence: float) -> str:
    """How often such findings are right, in words."""
    return f"about {confidence * 100:.0f} in 100 such findings are right"


def mode(said: Attribution) -> str:
    """In whose words, for a reader."""
    return MODES[said.mode]


def standing(actor: Actor) -> str:
    """How openly a source stands in the article; "" for a person by name, the usual case."""
    return "" if actor.source_type is SourceType.NAMED_PERSON else actor.source_type.value


def place(reading: Reading, span: Span) -> str:
    """Where a span stands: the line of a plain text, the block of a page."""
    article = reading.article
    block = article.block(span.start)
    if block is None or block.origin is None:
        return f"line {line_of(article.text, span)}"
    return f"block {article.number(block)}"


def day(published: str) -> str:
    """A date or moment as a person writes it: 30 Oct 2016, 14:05 +03:00."""
    date, _, time = published.partition("T")
    year, month, number = date.split("-")
    written = f"{int(number)} {_MONTHS[int(month) - 1]} {year}"
    zone = time[5:].lstrip(":.0123456789")
    return f"{written}, {time[:5]} {zone}".strip() if time else written


def dated(reading: Reading) -> str:
    """The date of publication with how it is known, or that there is none."""
    article = reading.article
    if article.published is None or article.published_is is None:
        return "no date"
    return f"{day(article.published)} ({_DATED[article.published_is]})"


def remarks(reading: Reading, option: str = "--published") -> tuple[str, ...]:
    """What a person should know before relying on the reading, a sentence each.

    Args:
        reading: of one article.
        option: by which the day of publication is given where the reader of the remarks is.
    """
    if reading.article.published is not None:
        return reading.remarks
    where = (
        "in the text" if all(b.origin is None for b in reading.article.blocks) else "on the page"
    )
    return (
        *reading.remarks,
        f"There is no date of publication {where}; give one with {option}.",
    )


def title(reading: Reading, name: str) -> str:
    """The title of an article; the name of its input where it has none."""
    return reading.article.title or f"(no headline) {name}"


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


def words_read(reading: Reading) -> str:
    """How many words of the article were read."""
    article = reading.article
    return f"{many(sum(len(b.span.cut(article.text).split()) for b in article.read), 'word')} read"


def count_aside(reading: Reading) -> str:
    """How many lines or blocks were set aside; "" for none."""
    blocks = reading.article.blocks
    count = sum(block.role not in READ for block in blocks)
    kind = "line" if all(block.origin is None for block in blocks) else "block"
    return many(count, kind) if count else ""


def roles_aside(reading: Reading) -> str:
    """As what they were set aside, the most frequent first: "disclaimer ×2, related"."""
    roles = Counter(b.role.value for b in reading.article.blocks if b.role not in READ)
    return ", ".join(role if n == 1 else f"{role} ×{n}" for role, n in roles.most_common())


def amount(reading: Reading) -> str:
    """How much was read, and what was set aside."""
    count = count_aside(reading)
    aside = f"{count} set aside ({roles_aside(reading)})" if count else "nothing set aside"
    return f"{words_read(reading)}, {aside}"


def shortened(words: str, most: int) -> str:
    """The words, or their beginning and end with how many are left out between, said in brackets.

    Args:
        words: of the article.
        most: how many of them are kept where many more would stand there.
    """
    each = words.split()
    if len(each) <= most * WORTH:
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


WITHOUT_CUE = {
    "rule:signed_block_quote": "signed",
    "rule:answer_to_question": "answers",
}
"""What a speaker does, by the rule that found his words without one of saying."""


def without_cue(said: Attribution) -> str:
    """How a statement without a word of saying comes to its speaker."""
    return WITHOUT_CUE.get(said.ground.by, "") if said.explicit else "goes on"
