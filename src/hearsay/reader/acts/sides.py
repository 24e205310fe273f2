"""Sides: whether the subject of a clause is the one who speaks, or the body for which he speaks.

"The army would release them," said a spokesman for the ministry: what the army will do is his own side's to promise. "The
union would strike," said the company: that is foretold. Each way names a sentence that it takes and one that it leaves.
"""

from collections.abc import Iterator
from functools import cached_property

from hearsay.language.lexicon import lexicon
from hearsay.language.marking import Marking
from hearsay.language.words import words
from hearsay.reader.acts.clauses import OWN
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Mode

BODIES = (
    "company",
    "state",
    "army",
    "council",
    "party",
    "union",
    "club",
    "agency",
    "school",
    "court",
)
"""Kinds of bodies: the classes `body_…` and `role_…` of the table."""


PERSONS = frozenset({"he", "she", "i"})
MANY = frozenset({"they", "we"})
ONE_BODY = frozenset({"it", "they", "we"})
THEIRS = frozenset({"his", "her", "its", "their", "my", "our"})
SOME = frozenset({"neither", "both", "none", "all", "each", "who"})
THE = frozenset({"the", "this", "that"})
OTHER = frozenset({"new", "other", "rival", "another", "same", "next", "former", "old"})
"""Adjectives of a body that is not the speaker's: "the new service", of what a newspaper said."""

FEW = 4
"""Kinds of bodies that have an office of one name at most; who is of more of them, as a spokesman, speaks for the body that is named."""

BARE = frozenset({"members", "staff"})
LEAST = 3
"""Letters of a word of a name by which a body is known again; shorter ones are "of" and "the"."""


class Side:
    """Who speaks in a statement, and for whom."""

    def __init__(
        self,
        tree: Tree,
        one: Statement,
        speaker: Actor | None,
        principal: Actor | None,
        marks: Marking,
    ) -> None:
        """Makes ready.

        Args:
            tree: of the article.
            one: the statement.
            speaker: whose it is; None where that is not known.
            principal: for whom the speaker speaks.
            marks: the table of bodies and of those who speak for them.
        """
        self._tree, self._marks, self._one = tree, marks, one
        self._quoted = one.mode is Mode.DIRECT
        self._speaker, self._principal = speaker, principal
        told_for = principal is not None and principal.kind is ActorKind.PERSON
        self._told_for = principal if told_for and principal is not speaker else None
        named = () if _is_document(speaker) else (speaker, principal)
        self._names = frozenset(_named(actor) for actor in named if actor is not None)

    def own(self, subject: int) -> bool:
        """Whether a subject is the one who speaks, or his side.

        Takes: "we", "I" in a quotation; "he" of what he said; "his client", "the company" of its chief executive; "the Front".
        Leaves: "it" of what a driver said; "the company" of what the union said; "her mother".
        """
        low, word = self._tree.lows[subject], self._tree.words[subject]
        source = self._one.source
        if low in OWN or (source is not None and subject in self._tree.over(source)):
            return True
        if source is not None and {low, source.cut(self._tree.text).lower()} == {"he", "she"}:
            return False
        if word.upos == "PRON" or low in SOME:
            return not self._quoted and self._pronoun(low)
        capital = word.span.cut(self._tree.text)[:1].isupper()
        titled = (
            capital or word.upos == "PROPN"
        ) and low in self._titles  # "Nimbus would pay", of Nimbus's head
        if titled or low in {part for name in self._names for part in name}:
            return True
        owners = {self._tree.lows[n] for n in self._tree.children(subject, "nmod")}
        bodies = self._bodies(low)
        if low in BARE and not self._tree.children(subject, "det", "nmod", "amod", "nummod"):
            return not self._quoted and self.heads_a_body
        people = word.entity == "organization" and word.upos == "NOUN"  # his group
        if owners & THEIRS and (bodies or people or self._marks.tells(low, "own_side")):
            return owners <= OURS if self._quoted else True
        opens = {self._tree.lows[n] for n in self._tree.children(subject, "det")}
        head = self._is_seat and opens & THE and self._marks.tells(low, "role_state")
        other = {self._tree.lows[n] for n in self._tree.children(subject, "amod")} & OTHER
        his = bool(bodies) and not other and bool(opens & THE) and self._speaks_for(low, bodies)
        return his or bool(head)  # the White House said that the president would sign it

    @property
    def has_it_in_hand(self) -> bool:
        """Whether who speaks is a body, speaks for one, or is a document that binds; not a report, a rumour, a blog."""
        if "tells_only" in self._classes:
            return False
        if self._binds_by_paper:
            return True
        speaker = self._speaker
        if speaker is None or speaker.kind is not ActorKind.PERSON:
            return self.heads_a_body
        return bool(self._kinds("role") - {"party"})  # a candidate has nothing in hand yet

    @property
    def heads_a_body(self) -> bool:
        """Whether who speaks is a body, or speaks for one: what it says of others may bind them."""
        speaker = self._speaker
        if speaker is not None and speaker.kind in (ActorKind.ORGANISATION, ActorKind.STATE):
            return True
        if self._kinds("role"):
            return True
        source = self._one.source
        told = [self._tree.lows[n] for n in self._tree.over(source)] if source is not None else []
        return bool(told) and told[0] in THE and bool(self._bodies(told[-1]))

    def _pronoun(self, low: str) -> bool:
        """Whether a pronoun of indirect speech is the one who speaks."""
        speaker = self._speaker
        if speaker is None:
            return low in PERSONS | ONE_BODY
        if self._binds_by_paper:
            return False
        if speaker.kind is ActorKind.PERSON and speaker.title is None and self._one_word:
            return low in ONE_BODY | PERSONS | SOME  # a firm, for all that is told of it
        titled = speaker.title is not None and speaker.kind is ActorKind.ORGANISATION
        titled = titled and not any(self._bodies(low) for low in self._titles)
        match ActorKind.PERSON if titled else speaker.kind:
            case ActorKind.PERSON:
                firm = self.heads_a_body or self._told_as_body
                alike = low not in PERSONS or not _other_gender(low, speaker)
                alike = alike or not _other_gender(low, self._told_for)  # his spokeswoman said he
                return (low in PERSONS | {"who", "neither"} | MANY and alike) or (
                    low in ONE_BODY and firm
                )
            case ActorKind.ORGANISATION | ActorKind.STATE:
                return low in ONE_BODY | SOME or (low in PERSONS and self._is_his)
            case _:
                return low in PERSONS | MANY | SOME or low == "it"

    @property
    def _told_as_body(self) -> bool:
        """Whether a title says what body it is: "Messaging company Nimbus", for all that its name may be taken for one of a person."""
        return (
            bool(self._titles) and bool(self._bodies(self._titles[-1])) and not self._kinds("role")
        )

    @property
    def _is_seat(self) -> bool:
        """Whether who speaks is the seat of a head of state or of a government: "the White House said"."""
        return any(
            True for name in self._names for _ in self._marks.found(name, 0, len(name), "seat")
        )

    @property
    def _one_word(self) -> bool:
        return len(self._names) == 1 and all(len(name) == 1 for name in self._names)

    @property
    def _is_his(self) -> bool:
        """Whether the body is somebody's: "his office said he would come"."""
        source = self._one.source
        opens = self._tree.over(source)[:1] if source is not None else range(0)
        return any(self._tree.lows[n] in THEIRS for n in opens)

    @property
    def _binds_by_paper(self) -> bool:
        """Whether a document speaks; a body that is taken for one is none."""
        return _is_document(self._speaker) and not self._kinds("body")

    def _bodies(self, low: str) -> frozenset[str]:
        """The kinds of body that a word can mean."""
        return frozenset(kind for kind in BODIES if self._marks.tells(low, f"body_{kind}"))

    def _speaks_for(self, low: str, bodies: frozenset[str]) -> bool:
        """Whether who speaks is such a body, or has an office in one."""
        held = self._words
        if low in held:
            return True
        roles, told = {*self._kinds("role")}, self._kinds("body")
        kinds = {actor.kind for actor in (self._speaker, self._principal) if actor is not None}
        bare = not told and not roles
        firm = bare and ActorKind.ORGANISATION in kinds
        state = bare and ActorKind.STATE in kinds
        roles |= {"company", "club", "agency"} if firm else {"state", "army"} if state else set()
        office = roles if len(roles) <= FEW else set()  # a defence minister is of no army
        return bool(bodies & ((told | office) or roles))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words for who speaks: those of the source, the title, the name."""
        return frozenset(self._read())

    @cached_property
    def _classes(self) -> frozenset[str]:
        """What they are in the table."""
        return self._marks.classes(self._words)

    def _kinds(self, of: str) -> frozenset[str]:
        """The kinds of body that any of them means, or of which it names an office: "body", "role"."""
        return frozenset([kind for kind in BODIES if f"{of}_{kind}" in self._classes])

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        """The words of the title of who speaks."""
        title = self._speaker.title if self._speaker is not None else None
        return tuple(word.cut(title).lower() for word in words(title).spans) if title else ()

    def _read(self) -> Iterator[str]:
        if self._one.source is not None:
            yield from (self._tree.lows[n] for n in self._tree.over(self._one.source))
        for name in self._names:
            yield from name
        if self._speaker is None:
            return
        yield from self._titles
        for mention in self._speaker.mentions:
            yield from (self._tree.lows[n] for n in self._tree.over(mention))


class Unnamed:
    """Who speaks where it is only told to whom: "they had been told that | they may stay"; he has it in hand, and nobody in it is he."""

    has_it_in_hand = True

    def own(self, _: int) -> bool:
        """Whether a subject is the one who speaks: none is known to be."""
        return False


OURS = frozenset({"my", "our"})


def _other_gender(low: str, actor: Actor | None) -> bool:
    """Whether a pronoun has another gender than a given name, or there is nobody: "he" of what Hillary said."""
    if actor is None:
        return True
    lows = [word.cut(actor.name).lower() for word in words(actor.name).spans]
    held = lexicon()
    given, told = held.given.get(lows[0], "") if len(lows) > 1 else "", held.gender(low)
    return bool(given and told) and given != told


def _is_document(actor: Actor | None) -> bool:
    return actor is not None and actor.kind is ActorKind.DOCUMENT


def _named(actor: Actor) -> tuple[str, ...]:
    """The words of a name by which it may be known again."""
    lows = (word.cut(actor.name).lower() for word in words(actor.name).spans)
    return tuple(low for low in lows if len(low) >= LEAST and low not in THE)
