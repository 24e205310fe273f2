"""The cast: each source brought to its actor, by the fullest name that the article gives.

Names go by the register, descriptions by the office that a name holds ("the minister"), pronouns by whoever was
named or spoke before and can be meant. What stays open stays open: the statement then has no speaker, and its
source is shown as it is written.
"""

from bisect import bisect_left, insort
from collections.abc import Container, Mapping, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.antecedents import Antecedent, Antecedents, others, speaking, unmeant
from hearsay.reader.cast.author import BY_AUTHOR, OWN, quoted
from hearsay.reader.cast.author import named as author
from hearsay.reader.cast.bridges import bridge
from hearsay.reader.cast.capitals import with_common
from hearsay.reader.cast.chains import Linked
from hearsay.reader.cast.descriptions import MANY
from hearsay.reader.cast.epithets import epithets, named_beside
from hearsay.reader.cast.guessed import guessed
from hearsay.reader.cast.interview import Turns
from hearsay.reader.cast.joint import first_of, together
from hearsay.reader.cast.named_elsewhere import named_elsewhere
from hearsay.reader.cast.naming import Named, channel, describe, nobody
from hearsay.reader.cast.pronouns import FORMS, Pronouns, first_person, impersonal
from hearsay.reader.cast.protagonist import Protagonist
from hearsay.reader.cast.record import BODIES, Record, begun, everybody, fuller
from hearsay.reader.cast.register import Register, register
from hearsay.reader.cast.relatives import phrase, relative
from hearsay.reader.cast.roles import described, holder, introduced
from hearsay.reader.cast.seen import NOTHING, Seen
from hearsay.reader.cast.unnamed import hidden, who_asks
from hearsay.reader.statement import Statement, by_source, outer_of, outwards
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans, joined

SAID = 12  # sources before a pronoun that are looked at
CHANNEL, DOCUMENT = "channel_is_named", ActorKind.DOCUMENT


class Cast:
    """The actors of one article."""

    def __init__(
        self,
        text: str,
        words: Words,
        blocks: Sequence[Span],
        lexicon: Lexicon,
        seen: Seen = NOTHING,
        author: Span | None = None,
    ) -> None:
        """Registers every name of the article.

        Args:
            text: the whole text.
            words: of the whole text.
            blocks: in which names are looked for.
            lexicon: the tables.
            seen: what the network knows of the words.
            author: where the byline names the one author.
        """
        self.author = author
        self.text, self.words, self.blocks = text, words, blocks
        self.lexicon = lexicon
        self.seen = seen = with_common(text, seen, lexicon, blocks[0] if blocks else None)
        self.register: Register = register(text, words, blocks, lexicon, seen)
        self.tree = seen.tree(text)
        bridge(self.register, self.tree, lexicon)
        self.records: dict[str, Record] = {}
        self.turns = Turns(text, blocks, self.register, lexicon)
        self.inner, self.sources = set[Span](), tuple[Span, ...]()
        self.stands_for: dict[Span, Span] = {}  # the words of those whom "they" means
        self.said: list[tuple[Span, str]] = []
        self.everybody = Antecedents(self.register, lexicon, self.tree, seen)
        self.pronouns = Pronouns(text, lexicon, seen, self.register, blocks)
        if guessed(self.register.bearers, self.pronouns, self.tree, self.antecedents):
            self.everybody.forget()
        self.pronouns.protagonist = Protagonist(self.register.bearers, self.tree, blocks, lexicon)

    def speakers(self, told: Sequence[Statement]) -> dict[Span, str | None]:
        """The key of the actor behind each source phrase; None where it stays open."""
        direct = (part for one in told if one.mode is Mode.DIRECT for part in one.content)
        self.pronouns.quoted = joined((*direct, *self.turns.blocks))
        self.inner = {one.source for one in told if one.source and one.within is not None}
        found: dict[Span, str | None] = {}
        late: dict[Span, tuple[Statement, Named]] = {}
        placed = by_source(told)
        self.sources = (*placed,)
        for source, one in placed.items():
            named = self.describe(first_of(self.tree, self.lexicon, source))
            if source.cut(self.text) in self.turns.labels:
                found[source] = self._made(self.turns.labels[source.cut(self.text)])
            elif named.key is None:
                late[source] = one, named
            else:
                found[source] = self._known(named, one)
        for own, key in [*named_elsewhere(self, self.pronouns.quoted)]:
            self.take(own, key, found)
        self.said = sorted((span, key) for span, key in found.items() if key is not None)
        more = epithets(self, found)
        for at, within in others(self.tree, self.blocks, {*late, *more}, told):
            if at in more:
                self._beside(found[at] or "", more[at], found, placed[at])
                continue
            here = late[at][0].within if at in late else within
            # “He said no,” he told me: who tells it, before whom he tells of
            for one in reversed(outwards(here)):
                self._settle(one.source, late, found)
            if at in late:
                self._settle(at, late, found)
            else:
                self._follow(at, within, found)
        return found

    def _settle(
        self,
        source: Span | None,
        late: Mapping[Span, tuple[Statement, Named]],
        found: dict[Span, str | None],
    ) -> None:
        """Brings a pronoun to whom it means, where that is open yet."""
        if source is None or source not in late or source in found:
            return
        found[source] = meant = self._pronoun(source, *late[source], found)
        if meant is not None:
            insort(self.said, (source, meant))

    def take(self, own: str, key: str, found: dict[Span, str | None]) -> None:
        """Brings an actor to the name that the article gives it."""
        if own not in self.records:
            return  # it was brought there by another of its mentions
        self._made(key)
        self.records[key].take(self.records.pop(own))
        found.update({other: key for other, held in found.items() if held == own})
        self.said = [(span, key if held == own else held) for span, held in self.said]
        self.everybody.forget()

    def _beside(
        self, key: str, named: Named, found: dict[Span, str | None], within: Statement
    ) -> str:
        """Brings an epithet to the one person who stands beside it, and gives his key; nobody calls himself so in his own words."""
        last = next(reversed(self._said_before(named.span, self.inner)), None)
        one = named_beside(self, named, last)
        own, _ = speaking(outer_of(within), found)
        if one is None or key not in self.records or f"={one.key}" in own:
            return key
        self.take(key, f"={one.key}", found)
        return f"={one.key}"

    def _follow(self, at: Span, within: Statement | None, found: Mapping[Span, str | None]) -> None:
        """Remembers whom a pronoun means that is no source: who is spoken of there may speak next."""
        around, direct = speaking(
            outwards(within), found, marked=quoted(self.text, at, self.blocks)
        )
        low, said = FORMS[at.cut(self.text).lower()], self._said_before(at, self.inner)
        key = self.pronouns.meant(at, low, self.antecedents(at), said, around, quoted=direct)
        if key is not None:
            insort(self.pronouns.also.setdefault(key, []), at)

    def _said_before(self, at: Span, leave: Container[Span] = ()) -> list[tuple[Span, str]]:
        """The last sources before some words, with their keys."""
        stop = bisect_left(self.said, (at,))
        near = self.said[max(0, stop - SAID) : stop]
        return [(span, key) for span, key in near if span.end <= at.start and span not in leave]

    def labelled(self, one: Statement) -> str | None:
        """The key of whoever's turn of an interview a statement stands in, where letters name the speakers."""
        return self._made(self.turns.whose(one.cue or one.content[0]))

    def _made(self, key: str | None) -> str | None:
        """The key of a name, of which a record is made where there is none yet."""
        if key is not None and key not in self.records:
            self.from_register(key)
        return key

    def key_of(self, span: Span, *, definite: bool = False) -> str | None:
        """The key of the actor that a phrase names, which need not be a source; made where it is new."""
        named = self.describe(span)
        if named.key is None:
            return None
        key, _ = self._key(named, definite=definite)
        self._record(key, named, mention=False)
        return key

    def known(self, span: Span) -> str | None:
        """The key of the actor that a phrase names; nothing is made."""
        named = self.describe(span)
        return None if named.key is None else self._key(named)[0]

    def _known(self, named: Named, one: Statement) -> str:
        key, how = self._key(named)
        first = self.introduced(named) if how == "description_is_kept" else None
        if first is not None:
            key = self._key(first)[0]
            self._record(key, first, mention=False, how=how)
            self.records[key].say(first, self.seen)
        record = self._record(key, named, mention=True, how=how)
        spans = [one.source or one.cue, *([first.span] if first is not None else [])]
        record.hidden = record.hidden or any(map(self._hidden, spans))
        return key

    def introduced(self, named: Named) -> Named | None:
        """What the article says of a description where it first brings it in: "the doctor", first "a doctor at …"."""
        span = introduced(self.tree, self.blocks, named)
        return self.describe(span) if span else None

    def describe(self, span: Span) -> Named:
        """What the words of a phrase say of whom it names."""
        return describe(self.text, self.words, span, self.lexicon, self.seen)

    def _hidden(self, at: Span | None, *, goes_on: bool = True) -> bool:
        return hidden(self.tree, self.blocks, self.lexicon, at, self.sources, goes_on=goes_on)

    def _key(self, named: Named, *, definite: bool = False) -> tuple[str, str]:
        """The key of a name or description, and the rule by which it was found."""
        if named.proper:
            bearer = self.register.at.get(named.span) or self.register.within(named.span)
            office = holder(self.tree, self.register, named) if bearer is None else None
            if office is not None:
                return f"={office.key}", "office_goes_with_name"
            if bearer is None:
                return f"={named.name.lower()}", "name_as_given"
            several = len(bearer.places) > 1
            return f"={bearer.key}", "surname_goes_with_full_name" if several else "name_as_given"
        bearer = holder(self.tree, self.register, named, definite=definite)
        if bearer is not None:
            return f"={bearer.key}", "office_goes_with_name"
        headline = self.blocks[0] if self.blocks else None
        return described(self.text, self.records.values(), named, headline), "description_is_kept"

    def _record(
        self, key: str, named: Named, *, mention: bool, how: str = "name_as_given"
    ) -> Record:
        record = self.records.get(key)
        if record is None:
            bearer = next((b for b in self.register.bearers if f"={b.key}" == key), None)
            record = begun(key, named, bearer, how)
            self.records[key] = record
        elif record.bearer is None and not named.proper and fuller(named.name, record.named.name):
            record.name, record.named = named.span, named
        record.hidden = record.hidden or named.anonymous
        if mention:
            record.mentions.append(named.span)
            record.say(named, self.seen)
            if how == "office_goes_with_name":
                record.how = how
        return record

    def _pronoun(
        self, source: Span, one: Statement, named: Named, found: dict[Span, str | None]
    ) -> str | None:
        low = named.name.lower()
        if named.clause and nobody(named.clause):
            return None
        if len(named.clause or ()) > 1 or low in MANY:
            return self._some_of(source, one, named, found)
        if first_person(low):
            around, direct = speaking(outer_of(one), found)
            if around and (direct or self.author is None or quoted(self.text, source, self.blocks)):
                return around[0]
            return self.labelled(one) or self._author(source, low)
        if low in ("you", "your"):
            return self._made(self.turns.addressed(source))
        if low in ("who", "which", "that", "whom"):
            return self._relative(source, one, found)
        if impersonal(low, source, one.cue, self.tree, self.lexicon):
            return None
        key = self._before(source, low, one, found)
        if key is not None and source not in self.stands_for:
            self._mean(key, source, low)
        return key

    def _mean(self, key: str, source: Span, low: str) -> None:
        """Remembers whom a pronoun means, and what it tells of him."""
        insort(self.pronouns.also.setdefault(key, []), source)
        record = self.records.get(key) or self.from_register(key)
        record.mentions.append(source)
        if record.bearer is None and not record.named.many:
            record.hidden = record.hidden or self._hidden(source, goes_on=False)
        gender = self.lexicon.gender(low)
        told = record.bearer or record
        likely = record.bearer.taken_for if record.bearer else ""
        if gender and not told.gender and likely in ("", gender):
            told.gender = gender
            self.everybody.forget()

    def _author(self, source: Span, low: str) -> str | None:
        """The key of the author, where "I" is his own: outside of quotations, and of the turns of a talk."""
        own = low in OWN and not quoted(self.text, source, self.blocks)
        if self.author is None or not own or self.turns.hold(source):
            return None
        named = author(self.text, self.author)
        key = named.key or ""
        record = self._record(key, named, mention=False, how=BY_AUTHOR)
        record.mentions.append(source)
        return key

    def _relative(self, source: Span, one: Statement, found: dict[Span, str | None]) -> str | None:
        """The key of whoever a relative pronoun goes back to."""
        span = relative(source, self.seen, self.sources)
        key = self.key_of(span) if span else None
        if span and key and span.hull(source).cut(self.text) == f"{span.cut(self.text)}, who":
            key = self._beside(key, self.describe(span), found, one)
        if key:
            record = self.records[key]
            record.mentions.append(source)
            record.hidden = record.hidden or self._hidden(source)
        return key

    def _some_of(
        self, source: Span, one: Statement, named: Named, found: Mapping[Span, str | None]
    ) -> str:
        """The key of those of whom "some", "many of them" are part; of its own where none are meant."""
        key = self._before(source, "they", one, found)
        if key is None or not self.records[key].named.many or self.records[key].kind is DOCUMENT:
            self.stands_for.pop(source, None)
            key = f"~{named.name.lower()}"
            kept = msgspec.structs.replace(named, key=key, kind=ActorKind.GROUP, many=True)
            self._record(key, kept, mention=False, how="description_is_kept")
        self.records[key].mentions.append(source)
        return key

    def _before(
        self, source: Span, low: str, one: Statement, found: Mapping[Span, str | None]
    ) -> str | None:
        """The key of whoever was named before and is meant by a pronoun there."""
        if self.said and self._hidden(source, goes_on=False):
            last = [self.records[key] for _, key in self._said_before(source)]
            if (unnamed := who_asks(last, low)) is not None:
                return unnamed
        marked = quoted(self.text, source, self.blocks)
        around, direct = speaking(outer_of(one), found, marked=marked)
        said = self._said_before(source, () if one.within is not None else self.inner)
        all_, heard = self.antecedents(source), [*direct, self.labelled(one)]
        own = unmeant(self.tree, one, source)
        key = self.pronouns.meant(source, low, all_, said, around, quoted=heard, own=own)
        if key is None:
            undecided = self.pronouns.open.pop(source, ())
            either = [self.of_phrase(other, source) for other in undecided]
            if either and None not in either:
                self.pronouns.open[source] = tuple(filter(None, either))
            return None
        if key[0] == "&":
            insort(self.pronouns.also.setdefault(key, []), source)
        return self.of_phrase(key, source)

    def of_phrase(self, key: str, source: Span) -> str | None:
        """The key of an actor who can be meant by a source: of a name, or of a phrase that is no source itself."""
        if key[0] not in "@&":
            return self._made(key)
        at = int(key[1:])
        if key[0] == "@":
            span = phrase(at, self.seen, source.start)
            return self.key_of(span) if span else None
        self.stands_for[source] = whole = together(self.tree, at)
        return self.key_of(first_of(self.tree, self.lexicon, whole))

    def meant(self, pronoun: Span) -> Spans:
        """Where whoever a pronoun means is named; () where it stays open."""
        low = pronoun.cut(self.text).lower()
        key = self.pronouns.meant(pronoun, low, self.antecedents(pronoun), [], [])
        bearer = next((b for b in self.register.bearers if f"={b.key}" == key), None)
        return tuple(place.span for place in bearer.places) if bearer else ()

    def from_register(self, key: str) -> Record:
        """The record of a name that was no source; made where it is new."""
        bearer = next(b for b in self.register.bearers if f"={b.key}" == key)
        named = self.describe(bearer.full.span)
        return self._record(key, named, mention=False)

    def antecedents(self, source: Span) -> list[Antecedent]:
        """Who could be meant by a pronoun there."""
        actors = [one for key, one in self.records.items() if key[0] != "+"]  # no forms of words
        return self.everybody.before(source, actors, self.turns.mute)

    def channels(self, linked: Linked) -> Linked:
        """A chain with the actors that stand for its channels: an outlet, or the form that the words took."""
        keys = [self._channel(span) for span in linked.via]
        return msgspec.structs.replace(linked, channels=tuple(dict.fromkeys(keys)))

    def _channel(self, span: Span) -> str:
        bearer = self.register.at.get(span)
        known = self.known(span)
        if bearer is None and known in self.records and self.records[known].kind in BODIES:
            return known or ""  # state television
        named = channel(self.text, span)
        key = f"={bearer.key}" if bearer else named.key or ""
        if key not in self.records:
            self._record(key, self.describe(span) if bearer else named, mention=False, how=CHANNEL)
        return key

    def actors(self) -> tuple[tuple[Actor, ...], dict[str, str]]:
        """The actors in the order of their first mention, and the id of each key."""
        return everybody(self.records, self.text, self.lexicon)
