"""Whose: brings a word for somebody, anywhere in a text, to an actor."""

from collections.abc import Mapping

from hearsay.reader.cast.bodies import body_of
from hearsay.reader.cast.cast import Cast
from hearsay.reader.cast.pronouns import FORMS, first_person
from hearsay.reader.cast.relatives import relative
from hearsay.reader.statement import Statement, outwards
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span

AUTHOR = "author"
WE = frozenset({"we", "us", "our", "ourselves"})
WHOLE = frozenset({"both", "all", "each", "either"})
EVERYBODY = frozenset({"everyone", "everybody"})
ANYBODY = frozenset({"anyone", "anybody"})
STYLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"})
PART = ("det", "amod", "compound", "flat", "nmod:poss", "nummod", "case")
NO_ACTOR = ("abstract", "event", "object", "time", "substance", "plant", "animal")


class Whose:
    """Asks a cast for whoever a word names."""

    def __init__(
        self,
        cast: Cast,
        tree: Tree,
        speakers: Mapping[int, str | None],
        sources: Mapping[Span, str | None],
    ) -> None:
        """Makes ready.

        Args:
            cast: of the article.
            tree: of its words.
            speakers: id() of a statement -> key of its speaker.
            sources: source phrase -> key of whoever it names.
        """
        self.cast, self.tree = cast, tree
        self.speakers, self.sources = speakers, sources
        self._bodies: dict[str | None, str | None] = {}
        self._said = sorted((span, key) for span, key in sources.items() if key is not None)

    def speaker(self, one: Statement) -> str | None:
        """The key of the one whose words or mind a statement is; of "we", said for somebody, that one."""
        key = self.speakers.get(id(one))
        own = one.source is not None and one.source.cut(self.tree.text).lower() in WE
        return self._body(key) if own else key

    def principal(self, one: Statement) -> str | None:
        """The key of whoever the speaker of a statement speaks for; his own where he speaks for nobody."""
        return self._principal(self.speakers.get(id(one)))

    def he(self, one: Statement, low: str) -> str | None:
        """The key of whom "he" or "it" of indirect words means: a person for whom the speaker speaks, of that gender; else the speaker.

        Takes: "his spokeswoman said | he would come". Leaves: "a spokesman for the port said | he would come".
        """
        key = self.principal(one)
        record = self.cast.records.get(key or "")
        person = record is not None and record.kind is ActorKind.PERSON
        gender = record.bearer.taken_for if record is not None and record.bearer else ""
        like = gender in ("", self.cast.lexicon.gender(low))
        return key if person and like else self.speaker(one)

    def _principal(self, key: str | None) -> str | None:
        record = self.cast.records.get(key or "")
        return record.principal if record is not None and record.principal else key

    def body(self, one: Statement) -> str | None:
        """The key of the body that the speaker of a statement has an office in; of his principal, or his own, where none is told."""
        return self._body(self.speakers.get(id(one)))

    def _body(self, key: str | None) -> str | None:
        principal = self._principal(key)
        record = self.cast.records.get(key or "")
        if principal != key or record is None or record.kind is not ActorKind.PERSON:
            return principal
        if key not in self._bodies:
            self._bodies[key] = body_of(self.cast, self.tree, record, lambda at: self(at, None))
        return self._bodies[key] or principal

    def __call__(self, at: int, within: Statement | None, but: str | None = None) -> str | None:
        """The key of whoever the phrase of a word names; "author" for the author; None where it stays open.

        Args:
            at: the word, in the tree.
            within: the innermost statement in whose content it stands.
            but: the key of one whom a pronoun there cannot mean, who does it to another: "Lund asked | her".
        """
        at = self._noun(self._of_whole(at))
        low, word = self.tree.lows[at], self.tree.words[at]
        if first_person(low):
            if within is None:
                return AUTHOR
            voice = _voice(within)
            return self._body(self.speakers.get(id(voice))) if low in WE else self.speaker(voice)
        for span, key in self.sources.items():
            if (
                span.holds(word.span)
                and key is not None
                and self.tree.top(list(self.tree.over(span))) == at
            ):
                return key
        if low in EVERYBODY | ANYBODY:
            return self.cast.key_of(self._phrase(at)) if low in EVERYBODY else self._anybody(at)
        if word.upos == "PRON" or low in FORMS:
            return self._meant(word.span, low, within, but)
        bearer = self._named(word.span) if word.upos == "PROPN" else None
        bearer = self._called(at) if word.upos == "NOUN" else bearer
        if bearer is not None:
            return bearer
        if word.upos not in ("NOUN", "PROPN") or (word.upos == "NOUN" and self._thing(at)):
            return None
        return self.cast.key_of(self._phrase(at))

    def _anybody(self, at: int) -> str | None:
        """The key of anybody of whom it is told who is meant: "anyone | with information", "anybody | who saw it"; not "anyone"."""
        tree = self.tree
        told = [n for n in tree.children(at, "acl", "nmod") if n > at]
        last = max((m for n in told for m in tree.below(n)), default=None)
        if last is None or tree.words[last].sentence != tree.words[at].sentence:
            return None
        return self.cast.key_of(tree.words[at].span.hull(tree.words[last].span))

    def _called(self, at: int) -> str | None:
        """The key of the name that stands beside a noun: "an arbitrator, | Judge Halloran |, has …"."""
        beside = (n for n in self.tree.children(at, "appos") if self.tree.words[n].upos == "PROPN")
        return next((key for n in beside if (key := self._named(self.tree.words[n].span))), None)

    def _thing(self, at: int) -> bool:
        """Whether a noun is for no actor; of one for a body, such as "the opposition", the table knows better."""
        known = self.cast.lexicon.nouns.get(self.tree.lows[at])
        body = known is not None and known.kind in ("organisation", "person", "group")
        return self.tree.words[at].entity in NO_ACTOR and not body

    def _named(self, span: Span) -> str | None:
        """The key of the name in which a word stands: "Ms" of "Ms Lund"."""
        if (
            span.cut(self.tree.text).lower().rstrip(".") in STYLES
        ):  # a tree may hang the style beside the name
            at = self.tree.over(span)[-1] + 1
            span = self.tree.words[min(at, len(self.tree.words) - 1)].span
        within = next((place for place in self.cast.register.at if place.holds(span)), None)
        if within is None:
            return None
        key = f"={self.cast.register.at[within].key}"
        if key not in self.cast.records:
            self.cast.from_register(key)
        return key

    def _noun(self, at: int) -> int:
        """The noun of which a capital only says which: "the Russian | side", never "Russian"."""
        word, head = self.tree.words[at], self.tree.words[at].head
        if word.entity in ("organization", "person") and word.span in self.cast.register.at:
            return at  # a name of its own: "gave the Coastguard | leave", where a tree takes it for part of the noun
        which = word.upos in ("ADJ", "PROPN") and word.relation in ("amod", "compound")
        return head if which and head > at and self.tree.words[head].upos == "NOUN" else at

    def _of_whole(self, at: int) -> int:
        """Of whom a word for everybody of them is: of "both of | the sides", the sides."""
        of = self.tree.children(at, "nmod") if self.tree.lows[at] in WHOLE else ()
        return of[0] if of else at

    def only_in(self, key: str, place: Span) -> bool:
        """Whether an actor is told of in some place alone."""
        record = self.cast.records.get(key)
        if record is None:
            return False
        named = [one.span for one in record.bearer.places] if record.bearer else []
        return all(place.holds(span) for span in (*record.mentions, *named, record.name))

    def thing(self, at: int) -> str | None:
        """The key of the document that the phrase of a word names."""
        return self.cast.key_of(self._phrase(at))

    def _phrase(self, at: int) -> Span:
        """A noun with the words before it that belong to it, and with its name."""
        tree = self.tree
        words = [at]
        while words[0] > 0 and tree.words[words[0] - 1].head == at and self._part(words[0] - 1):
            words.insert(0, words[0] - 1)
        held = [n for n in tree.held[at] if n > at and tree.relation(n) in ("flat", "compound")]
        of = [n for n in tree.children(at, "nmod") if n > at and self._of(n)]
        last = max([at, *held, *(m for n in of for m in tree.below(n))])
        first = words[0]
        if tree.relation(first) == "case":
            first = words[1] if len(words) > 1 else at
        whole = tree.stretch(
            range(first, last + 1)
        )  # with the mark that opens: “ice clause” of 1968
        return whole or tree.words[first].span.hull(tree.words[last].span)

    def _part(self, at: int) -> bool:
        return self.tree.words[at].relation in PART or self.tree.relation(at) in PART

    def _of(self, at: int) -> bool:
        opens = [self.tree.lows[n] for n in self.tree.children(at, "case")]
        return opens == ["of"] and not any(
            self.tree.relation(n) in ("acl", "advcl", "appos") for n in self.tree.held[at]
        )

    def _meant(
        self, span: Span, low: str, within: Statement | None, but: str | None = None
    ) -> str | None:
        """Whoever a pronoun means."""
        cast = self.cast
        if low in ("who", "which", "that", "whom", "whose"):
            named = relative(span, cast.seen)
            top = self.tree.top(list(self.tree.over(named))) if named else None
            called = self._called(top) if top is not None else None
            if called is not None:
                return called
            return cast.key_of(named) if named else None
        said = [(place, key) for place, key in self._said if place.end <= span.start]
        around = [self.speaker(one) for one in outwards(within)]
        quoted = [self.speaker(one) for one in outwards(within) if one.mode is Mode.DIRECT]
        others = [one for one in cast.antecedents(span) if one.key != but]
        key = cast.pronouns.meant(span, FORMS.get(low, low), others, said, around, quoted=quoted)
        if key is not None and key[0] in "@&":
            key = None if self._thing(int(key[1:])) else cast.of_phrase(key, span)
        if key is not None and key not in cast.records:
            cast.from_register(key)
        return None if key is not None and self._far_body(key, span, low) else key

    def _far_body(self, key: str, span: Span, low: str) -> bool:
        """Whether "they" would be a body that is not named in its paragraph: "they would never go back", his wife said."""
        record = self.cast.records[key]
        if FORMS.get(low, low) != "they" or record.kind not in (
            ActorKind.ORGANISATION,
            ActorKind.STATE,
        ):
            return False
        block = next((b for b in self.cast.blocks if b.holds(span)), None)
        places = (
            [place.span for place in record.bearer.places] if record.bearer else record.mentions
        )
        return block is not None and not any(
            block.holds(at) and at.end <= span.start for at in places
        )


def _voice(within: Statement) -> Statement:
    """In whose mouth a word stands: the innermost who is quoted in his own words: Lund’s “we” of “The board thinks that | we may stay”."""
    return next((one for one in outwards(within) if one.mode is not Mode.INDIRECT), within)
