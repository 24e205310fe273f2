"""A reading and its statements in words, for whoever has them at hand in Python.

The frozen types of `hearsay.reading` know spans. These two know the article as well, and say the same in its
words; they hold nothing of their own, so that they are equal where the readings are.
"""

from typing import Any

import msgspec

from hearsay.errors import NoSuchFinding
from hearsay.faces.export import facts, quotations
from hearsay.reading.attribution import Act, Attribution, Certainty, Mode
from hearsay.reading.codec import encode
from hearsay.reading.quotation import Use
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

SHOWN = 12  # words of the article in the line that Python prints of an object


class Said(msgspec.Struct, frozen=True, repr_omit_defaults=True):
    """A statement: an attribution of a reading, in the words of its article.

    Attributes:
        reading: in which it was found.
        attribution: what was found, with its spans and its ground.
    """

    reading: Reading
    attribution: Attribution

    @property
    def id(self) -> str:
        """As in the JSON, and as `explain` takes it: "s3"."""
        return self.attribution.id

    @property
    def speaker(self) -> str | None:
        """The name of the actor whose words or mind it is; None where it is not known."""
        actor = facts.actors_of(self.reading).get(self.attribution.speaker or "")
        return actor.name if actor is not None else None

    @property
    def jointly(self) -> tuple[str, ...]:
        """The names of those who say it together with the speaker: "Lund and Voss said"; () where nobody does."""
        known = facts.actors_of(self.reading)
        return tuple(known[actor].name for actor in self.attribution.jointly)

    @property
    def who(self) -> str:
        """As the report says it: the name, else the article's own word, “he”, else nobody named."""
        return facts.speaker(self.reading, self.attribution)

    @property
    def chain(self) -> tuple[str, ...]:
        """The names of those through whom it comes, the outermost reporter first, the speaker last."""
        known = facts.actors_of(self.reading)
        return tuple(known[actor].name for actor in self.attribution.chain)

    @property
    def through(self) -> str:
        """Those who report it, the nearest to the speaker first: "the mayor ← Posten"; "" for nobody."""
        return facts.through(self.reading, self.attribution)

    @property
    def source(self) -> str:
        """The words that name who it is from; "" where the article has none."""
        return cut(self.attribution.source, self.reading.article.text)

    @property
    def cue(self) -> str:
        """The words that make it a statement; "" where the article has none."""
        return cut(self.attribution.cue, self.reading.article.text)

    @property
    def words(self) -> str:
        """What is said, to the character, with " … " between two stretches."""
        return cut(self.attribution.content, self.reading.article.text)

    @property
    def quotes(self) -> tuple[str, ...]:
        """Its quotations, to the character and with their marks: what it says in the speaker's words."""
        text = self.reading.article.text
        return tuple(
            one.span.cut(text)
            for _, one in quotations.outermost(self.reading)
            if one.use is Use.QUOTE and one.attribution == self.id
        )

    @property
    def mode(self) -> Mode:
        """In whose words it stands."""
        return self.attribution.mode

    @property
    def act(self) -> Act:
        """What the speaker does in saying it."""
        return self.attribution.act

    @property
    def certainty(self) -> Certainty:
        """How surely the speaker puts it."""
        return self.attribution.certainty

    @property
    def confidence(self) -> float:
        """How often such findings are right."""
        return self.attribution.confidence

    @property
    def place(self) -> str:
        """Where it stands: the line of a plain text, the block of a page."""
        return facts.place(self.reading, self.attribution.content[0])

    @property
    def why(self) -> str:
        """Why it is there, in a line."""
        return self.attribution.ground.note

    @property
    def within(self) -> "Said | None":
        """The statement in whose content this one stands; None for one of the article itself."""
        over = self.attribution.within
        return in_words(self.reading).statement(over) if over is not None else None

    def explain(self) -> str:
        """Why it is there and where, as `hearsay explain` prints it."""
        return in_words(self.reading).explain(self.id)

    def __str__(self) -> str:
        """Who says it and through whom, the cue, and what is said, in one line."""
        return self._line()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} {self._line(SHOWN)}>"

    def _line(self, most: int | None = None) -> str:
        words = facts.one_line(self.words)
        told = facts.shortened(words, most) if most is not None else words
        cue = f" “{facts.one_line(self.cue)}”" if self.cue else ""
        return f"{facts.chain(self.reading, self.attribution)}{cue}: {told}"

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        from hearsay.faces.python.notebook import statement

        return statement(self)


class ReadingInWords(Reading, frozen=True):
    """A reading that says what was found in the words of its article, as text, page, JSON or explanation.

    It is a `Reading`, with the same fields, and equal to one that has the same findings.
    """

    @property
    def statements(self) -> tuple[Said, ...]:
        """Its attributions in words, in the order of the text."""
        return tuple(Said(self, one) for one in self.attributions)

    def statement(self, finding: str) -> Said:
        """The statement with an id, such as "s3".

        Raises:
            NoSuchFinding: it has none with this id.
        """
        for one in self.attributions:
            if one.id == finding:
                return Said(self, one)
        ids = [one.id for one in self.attributions]
        there = " to ".join(dict.fromkeys([*ids[:1], *ids[-1:]])) or "none: nothing was found"
        raise NoSuchFinding(f"there is no statement {finding!r}", f"there are {there}")

    def report(
        self, name: str = "", *, width: int = 80, colour: bool = False, brief: bool = False
    ) -> str:
        """The report, as `hearsay read` prints it, with a line end.

        Args:
            name: what to call an article without a title.
            width: columns.
            colour: whether escape sequences for colour may be in it.
            brief: whether what matters most is enough, as `hearsay read --brief` has it.
        """
        from hearsay.faces.export.report import report

        return report(self, name or named(self), width, colour=colour, brief=brief)

    def html(self, name: str = "") -> str:
        """The page, as `hearsay read --html` writes it: one document that loads nothing.

        Args:
            name: what to call an article without a title.
        """
        from hearsay.faces.export.html import page

        return page(self, name or named(self))

    def json(self) -> str:
        """The JSON, as `hearsay read --json` prints it: one line, without its end; `hearsay.load` reads it."""
        return encode(self).decode()

    def explain(self, finding: str, *, width: int = 80, colour: bool = False) -> str:
        """Why a finding is there, as `hearsay explain` prints it, with a line end.

        Args:
            finding: its id, such as "s3"; docs/cli.md has the letters.
            width: columns.
            colour: whether escape sequences for colour may be in it.

        Raises:
            NoSuchFinding: it has none with this id; the message lists what it has.
        """
        from hearsay.faces.export.explain import explain

        return explain(self, finding, width=width, colour=colour)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and _fields(self) == _fields(other)

    def __hash__(self) -> int:
        return hash(Reading(*_fields(self)))

    def __repr__(self) -> str:
        found = (
            facts.many(len(self.attributions), "statement"),
            facts.many(len(self.actors), "actor"),
            facts.many(len(self.quotations), "quotation"),
        )
        return f"<{type(self).__name__} {named(self)!r}: {', '.join(found)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        from hearsay.faces.python.notebook import whole

        return whole(self)


def in_words(reading: Reading) -> ReadingInWords:
    """The same reading, in words: of one that was loaded, or that comes out of a record.

    Args:
        reading: of one article.
    """
    if isinstance(reading, ReadingInWords):
        return reading
    return ReadingInWords(*_fields(reading))


def named(reading: Reading) -> str:
    """What to call an article: its title, else its address, else its first words."""
    article = reading.article
    first = next((block.span.cut(article.text) for block in article.read), article.text)
    return article.title or article.url or facts.shortened(facts.one_line(first), SHOWN)


def _fields(reading: Reading) -> tuple[Any, ...]:
    return msgspec.structs.astuple(reading)
