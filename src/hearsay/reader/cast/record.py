"""Records: what is known of an actor while the cast is being made, and the actor that comes of it."""

from collections.abc import Mapping, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.beside import beside
from hearsay.reader.cast.descriptions import NUMBERS
from hearsay.reader.cast.kinds import BODY, PERSON, PLACE
from hearsay.reader.cast.naming import Named
from hearsay.reader.cast.offices import is_office
from hearsay.reader.cast.register import Bearer
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause
from hearsay.reader.rules import ground
from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.text.span import Span, Spans

ENTITY_KINDS = {PERSON: ActorKind.PERSON, BODY: ActorKind.ORGANISATION, PLACE: ActorKind.STATE}
BODIES = (ActorKind.ORGANISATION, ActorKind.STATE)
EMPTY = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "same",
        "our",
        "my",
        "unnamed",
        "unidentified",
        "anonymous",
    }
)
OPENS = frozenset({"a", "an", "the", "one", "another", "some", "several", *NUMBERS})
"""Words that open a description and are no part of the title in it."""

WHERE = ("of", "at", "for", "in", "to", "from", "with", "on", "who", "whose", "until", "since")
"""Words of a title after which it says where the office is held."""


class Record(msgspec.Struct):
    """One actor, as it grows.

    Attributes:
        key: what its namings share.
        name: its name or description.
        named: what its fullest naming says.
        bearer: of its name; None for a description.
        mentions: where it is named as a source.
        how: the rule by which its namings came together.
        titles, standing: in the words of the article.
        hidden: it is kept unnamed on purpose.
        principal: key of the actor for whom it speaks.
        part_of: key of the group of which it is one or some.
        gender: "f" or "m", as a pronoun tells that means a description; "" while none does.
    """

    key: str
    name: Span
    named: Named
    bearer: Bearer | None
    mentions: list[Span]
    how: str
    titles: list[Span]
    standing: list[Span]
    hidden: bool = False
    principal: str | None = None
    part_of: str | None = None
    gender: str = ""

    def take(self, other: "Record") -> None:
        """Takes in what was known of another, who is the same."""
        self.mentions += other.mentions
        self.titles = self.titles or other.titles
        self.standing += other.standing
        self.hidden = self.hidden or other.hidden

    def say(self, named: Named, seen: Seen) -> None:
        """What the source phrase itself says of its source."""
        clause = named.clause
        if clause is None or not clause.words:
            return
        if not named.proper:
            end = next(
                (n for n in range(named.head, len(clause)) if clause.low(n) in (",", "(")),
                len(clause),
            )
            told = beside(clause, 0, end, seen)
            relatives = [n for n in range(end) if clause.low(n) in ("who", "whose")]
            if relatives:
                self.standing.append(clause.span(relatives[0], end))
                end = relatives[0]
            if self.bearer is None and _holds_office(clause, named.head, seen):
                first = 1 if clause.low(0) in OPENS and end > 1 else 0
                end = next(
                    (n for n in range(named.head + 1, end) if _hangs(clause, n, named, seen)), end
                )
                self.titles.append(clause.span(first, end))
        else:
            first = next(
                (n for n, w in enumerate(clause.words) if w.span.start >= named.span.start), 0
            )
            told = beside(clause, first, named.head + 1, seen)
            self.titles += [clause.span(*run) for run in told.titles]
            if not told.titles and clause.low(first - 2) == "of" and _plain(clause, first):
                self.titles.append(clause.span(clause.low(0) in OPENS, first))
            comma = next((n for n in range(first) if clause.low(n) == ","), 0)
            if clause.low(first - 1) in ("called", "named") and is_office(clause, comma - 1, seen):
                self.titles.append(clause.span(int(clause.low(0) in OPENS), comma))
        self.standing += [clause.span(*run) for run in told.standing]

    @property
    def kind(self) -> ActorKind:
        """What it is, as far as anything tells."""
        if self.bearer is None:
            return self.named.kind or ActorKind.UNNAMED
        found = ENTITY_KINDS.get(self.bearer.entity) or self.named.kind
        lone = len(self.bearer.full.lows) == 1
        return found or (ActorKind.ORGANISATION if lone else ActorKind.PERSON)


def _plain(clause: Clause, stop: int) -> bool:
    """Whether the words before a name are one title: "WHO director of communications | Ida Lund"."""
    return stop > len(("head", "of")) and all(word.wordy for word in clause.words[:stop])


def begun(key: str, named: Named, bearer: Bearer | None, how: str) -> Record:
    """The record of an actor, with what the register knows of his name."""
    name = bearer.full.span if bearer else named.span
    titles = list(bearer.titles) if bearer else []
    standing = list(bearer.standing) if bearer else []
    return Record(key, name, named, bearer, [], how, titles, standing)


def everybody(
    records: Mapping[str, Record], text: str, lexicon: Lexicon
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """The actors in the order of their first mention, and the id of each key."""

    def first(record: Record) -> int:
        return min([record.name.start, *(m.start for m in record.mentions)])

    order = sorted(records.values(), key=lambda record: (first(record), record.key))
    ids = {record.key: f"a{n}" for n, record in enumerate(order, 1)}
    return tuple(actor(one, text, ids, records, lexicon) for one in order), ids


def actor(
    record: Record,
    text: str,
    ids: Mapping[str, str],
    records: Mapping[str, Record],
    lexicon: Lexicon,
) -> Actor:
    """The actor of a record.

    Args:
        record: of which all namings are known.
        text: of the article.
        ids: of the actors, by their keys.
        records: all of them, by their keys.
        lexicon: the tables.
    """
    held = () if record.kind is ActorKind.DOCUMENT else record.titles
    if record.kind is ActorKind.ORGANISATION and _is_surely_body(record):
        held = [span for span in held if _of_kind(span.cut(text), lexicon)]
    held = [span for span in held if span.cut(text)[:1].isalnum()]  # ” the official
    title = max(held, key=lambda span: (span.length, -span.start), default=None)
    mentions = apart(record.mentions)
    standing = [  # the title itself says no more
        span for span in record.standing if title is None or span.start != title.start
    ]
    return Actor(
        id=ids[record.key],
        name=" ".join(record.name.cut(text).split()),
        kind=record.kind,
        source_type=_type(record, records, lexicon),
        ground=ground(record.how, mentions or (record.name,)),
        title=" ".join(title.cut(text).split()) if title else None,
        title_at=(title,) if title else (),
        standing=() if record.kind is ActorKind.DOCUMENT else apart(standing),
        speaks_for=ids.get(record.principal or ""),
        mentions=mentions,
    )


def _is_surely_body(record: Record) -> bool:
    """Whether more than the network tells that a name is that of a body: nobody is called "the Pentagon"."""
    places = record.bearer.places if record.bearer else ()
    return any(place.sure or place.clause.low(place.first - 1) == "the" for place in places)


def _of_kind(title: str, lexicon: Lexicon) -> bool:
    """Whether a title says what kind of body a name is that of: "a think tank"; not "leader of the rebels"."""
    words = title.lower().split()
    stop = next((n for n, word in enumerate(words) if word in WHERE and n), len(words))
    noun = lexicon.nouns.get(words[stop - 1])
    body = noun is not None and noun.kind == "organisation"
    return body or lexicon.tells(words[stop - 1], "any_body", "some_body")


def _type(record: Record, records: Mapping[str, Record], lexicon: Lexicon) -> SourceType:
    kind = record.kind
    if record.bearer is not None and kind is ActorKind.PERSON:
        return SourceType.NAMED_PERSON
    if record.hidden and record.bearer is None:
        return SourceType.ANONYMOUS
    if kind is ActorKind.DOCUMENT:
        return SourceType.DOCUMENT
    if kind in BODIES or _of_body(record, records, lexicon):
        return SourceType.NAMED_ORGANISATION
    if record.named.proper:
        return SourceType.NAMED_PERSON
    return SourceType.UNNAMED_GROUP if record.named.many else SourceType.UNNAMED_PERSON


def _of_body(record: Record, records: Mapping[str, Record], lexicon: Lexicon) -> bool:
    """Whether an unnamed voice is that of a body: "a council spokesman", "ministry officials"."""
    clause = record.named.clause
    if clause is None or record.bearer or not lexicon.tells(record.named.noun, "voice"):
        return False
    if any(lexicon.tells(clause.low(n), "no_longer") for n in range(record.named.head)):
        return False  # a former Moss official
    if record.principal is not None:
        held = records[record.principal]
        return held.kind in BODIES or (held.bearer is not None and not held.bearer.surely)
    rest = [n for n in range(len(clause)) if n != record.named.head]
    nouns = [lexicon.nouns.get(clause.low(n)) for n in rest]
    body = any(noun is not None and noun.kind == "organisation" for noun in nouns)
    return body or any(
        lexicon.tells(clause.low(n), "demonym") or (clause.capital(n) and (n > 0 or clause.common))
        for n in rest
    )


def _holds_office(clause: Clause, head: int, seen: Seen) -> bool:
    """Whether a description names an office: "officials of the port", but neither "Republicans" nor "those polled"."""
    low = clause.low(head)
    singular = (low.removesuffix("s"), low.removesuffix("ies") + "y")
    partisans = low.endswith("s") and any(clause.lexicon.tells(one, "partisan") for one in singular)
    no = (
        clause.low(0) == "those"
        or not low[:1].isalpha()
        or any(clause.lexicon.tells(one, "no_title") for one in (low, *singular))
    )
    return is_office(clause, head, seen) and not partisans and not no


def _hangs(clause: Clause, at: int, named: Named, seen: Seen) -> bool:
    """Whether a clause on the noun of a description begins there: "a consultant | hired by the tenants"."""
    here, noun = (seen.at(clause.words[n].span) for n in (at, named.head))
    if here is None or noun is None:
        return False
    return seen.words[here].head == noun and seen.words[here].relation.startswith(("acl", "amod"))


def said_words(words: str) -> set[str]:
    """The words of a description that tell one from another."""
    plain = words.replace("-", " ").replace("’s", "").split()
    return {word.strip(",.()").lower() for word in plain} - EMPTY


def offices(title: str, lexicon: Lexicon) -> set[str]:
    """The nouns of a title that say what is held: "chair" of "chair of the board", "mayor and poet" both.

    Those that say the same are one: "attorney" is "lawyer", "district attorney" is "prosecutor", "Gov." is "governor".
    """
    held = title.replace("’", "'").lower().split()
    stop = next((n for n, word in enumerate(held) if word in WHERE and n), len(held))
    parts = " ".join(held[:stop]).split("'s ")[-1].replace(",", " and ").split(" and ")
    return {office(part.split(), lexicon) for part in parts if part.split()}


def office(words: Sequence[str], lexicon: Lexicon) -> str:
    """The office that some words name, by their last one, or last two."""
    plain = [word.rstrip(".").lower() for word in words]
    two = " ".join(plain[-2:])
    found = lexicon.same(two)
    return found if found != two else lexicon.same(plain[-1])


def fuller(one: str, other: str) -> bool:
    """Whether a description says more than another."""
    return len(" ".join(sorted(said_words(one)))) > len(" ".join(sorted(said_words(other))))


def compatible(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two descriptions with one noun may be of one: all that the shorter says, the longer says."""
    a, b = ({lexicon.same(word) for word in said_words(words)} for words in (one, other))
    return a <= b or b <= a


def apart(spans: Sequence[Span]) -> Spans:
    """Sorted and apart: what another holds is left out."""
    out: list[Span] = []
    for span in sorted({*spans}, key=lambda s: (s.start, -s.length)):
        if not out or out[-1].before(span):
            out.append(span)
    return tuple(out)
