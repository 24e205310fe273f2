"""What the report says of statements and of words in quotation marks."""

from collections.abc import Iterator

import msgspec

from hearsay.faces.export import facts, quotations
from hearsay.faces.export.entries import fragment
from hearsay.faces.export.lines import DIM, NAME, PLAIN, Line, columns, said
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Act, Attribution, Mode
from hearsay.reading.quotation import Use
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, cut

MOST = 60  # words of a quotation that the report gives whole
SHORT = 24  # words of a quotation in a list
LONGEST_TITLE = 10  # words of a title beside a name
WORDS = 7  # the column in which a statement's words begin


class Way(msgspec.Struct, frozen=True):
    """What comes from one source by one way.

    Attributes:
        name: of the source, with what the article says of it at its first way; the article's own word, within marks,
            where it was brought to nobody.
        through: the names of those through whom it comes; "" for directly.
        said: the statements.
        kind: how openly the source stands there; "" where that needs no word.
    """

    name: str
    through: str
    said: tuple[Attribution, ...]
    kind: str

    @property
    def whole(self) -> str:
        """The source with those through whom it comes."""
        return f"{self.name} ← {self.through}" if self.through else self.name

    @property
    def note(self) -> str:
        """How much it says, in whose words, how openly, and whether all of it is unsure."""
        note = f"{facts.many(len(self.said), 'statement')}, {facts.how(self.said)}"
        unsure = "unsure" if all(map(facts.unsure, self.said)) else ""
        return " · ".join(filter(None, (note, self.kind, unsure)))


def speakers(reading: Reading) -> Iterator[Line]:
    """Who speaks, and through whom: those who say most first, and how much of it in their own words."""
    yield from columns((way.whole, way.note) for way in ways(reading))
    root = one_root(reading)
    if root:
        yield said(root)


def ways(reading: Reading) -> Iterator[Way]:
    """Each way of each source, those who say most first; at the end what was brought to nobody."""
    known = facts.actors_of(reading)
    by_actor: dict[str, dict[str, list[Attribution]]] = {}
    open_ones: dict[str, list[Attribution]] = {}
    forms: dict[str, str] = {}
    for one in reading.attributions:
        for who in one.speakers:
            came = by_actor.setdefault(who, {})
            came.setdefault(facts.through(reading, one), []).append(one)
        if facts.unresolved(one):
            word = facts.source_words(reading, one)
            open_ones.setdefault(word.lower(), []).append(one)
            forms.setdefault(word.lower(), word)
    order = sorted(by_actor.items(), key=lambda one: -sum(map(len, one[1].values())))
    for actor_id, came in order:
        name = _with_office(reading, known[actor_id])
        kind = facts.standing(known[actor_id])
        for through, those in sorted(came.items(), key=lambda one: (-len(one[1]), one[0])):
            yield Way(name, through, tuple(those), kind)
            name, kind = known[actor_id].name, ""
    for word, those in open_ones.items():
        yield Way(f"“{forms[word]}”", "", tuple(those), "not resolved to a name")


NAMED = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE})


def one_root(reading: Reading) -> str:
    """That all a speaker with a name is said to say comes by one way, of the one who says most; "" where none does."""
    known = facts.actors_of(reading)
    by_actor: dict[str, list[Attribution]] = {}
    for one in reading.attributions:
        for who in one.speakers:
            if known[who].kind in NAMED:
                by_actor.setdefault(who, []).append(one)
    for actor_id, those in sorted(by_actor.items(), key=lambda one: -len(one[1])):
        ways = {one.chain[0] if one.chain[1:] else actor_id for one in those}
        if len(those) > 1 and len(ways) == 1 and actor_id not in ways:
            root = known[next(iter(ways))].name
            return f"One root: every statement of {known[actor_id].name} comes through {root}."
    return ""


def statements(reading: Reading) -> Iterator[Line]:
    """What is said, in the order of the text, each with who says it and where.

    Quotations that nobody is said to utter stand in a section of their own, and so does what is unsure.
    """
    for one in reading.attributions:
        if _told(one) and not facts.unsure(one):
            yield from _statement(reading, one)


def unsure(reading: Reading) -> Iterator[Line]:
    """The statements that are wrong as often as right, under a line that says so.

    Of 417 such findings on PolNeAR's development half 42 of 100 are what its annotators marked.
    """
    those = [one for one in reading.attributions if _told(one) and facts.unsure(one)]
    if those:
        yield said("More than half of such findings are wrong: look at the words first.", style=DIM)
    for one in those:
        yield from _statement(reading, one)


def _told(one: Attribution) -> bool:
    """Whether something tells of a statement: somebody, or a word."""
    return facts.somebody(one) or bool(one.cue)


def _statement(reading: Reading, one: Attribution) -> Iterator[Line]:
    text = reading.article.text
    told = [
        f"“{facts.one_line(cut(one.cue, text))}”" if one.cue else facts.without_cue(one),
        facts.place(reading, one.content[0]),
        *([] if one.mode is Mode.DIRECT else [facts.mode(one)]),
        *_acts(reading, one),
        *facts.dispute(reading, one),
        *([denied] if (denied := facts.denied_in(reading, one)) else []),
    ]
    head = ((facts.chain(reading, one), NAME), (f"  {' · '.join(filter(None, told))}", DIM))
    yield Line(head, indent=2, hang=WORDS, label=one.id)
    yield said(_quoted(text, one.content), indent=WORDS)


LONG = 30  # words of a statement that may say one thing and deny another


def _acts(reading: Reading, one: Attribution) -> list[str]:
    """What a statement does; where a long one denies and its cue says otherwise, by which of its words.

    Takes: “then confirmed” that the ferry runs and that no talks are planned: denies in “no talks are planned”.
    """
    told = facts.act(one)
    because = one.act_ground.because if one.act_ground else ()
    inside = [span for span in because if any(part.holds(span) for part in one.content)]
    long = len(cut(one.content, reading.article.text).split()) > LONG
    if long and inside and told[:1] == [facts.ACTS[Act.DENY]]:
        told[0] += f" in {fragment(reading, inside[-1], 2, 5)}"
    return told


def _quoted(text: str, content: Spans) -> str:
    """The words of a statement with the article's own marks; a dash where its parts are divided."""
    return " — ".join(facts.shortened(facts.one_line(part.cut(text)), MOST) for part in content)


def orphans(reading: Reading) -> Iterator[Line]:
    """What is quoted though the article names nobody beside it."""
    for number, one in quotations.orphans(reading):
        words = facts.shortened(facts.one_line(one.span.cut(reading.article.text)), SHORT)
        told = filter(None, (words, quotations.repeated(reading, one)))
        yield _listed(f"q{number}", facts.place(reading, one.span), " · ".join(told))


def uses(reading: Reading) -> Iterator[Line]:
    """Words within marks that quote nobody."""
    names = {
        Use.SCARE: "held at arm’s length",
        Use.TITLE: "titles",
        Use.TERM: "names for things",
    }
    outer = [quotation for _, quotation in quotations.outermost(reading)]
    for use, name in names.items():
        words = ", ".join(
            f"{facts.one_line(one.span.cut(reading.article.text))} ({facts.place(reading, one.span)})"
            for one in outer
            if one.use is use
        )
        if words:
            yield Line(((f"{name}: ", DIM), (words, "")), indent=2, hang=6)


def edits(reading: Reading) -> Iterator[Line]:
    """What another hand put into quotations, and where words are left out of them."""
    given = {one.id for one in reading.attributions if facts.somebody(one)}
    for number, one in enumerate(reading.quotations, 1):
        told = quotations.edited(reading, one)
        if told:
            name = one.attribution if one.attribution in given else None
            yield _listed(name or f"q{number}", facts.place(reading, one.span), told)


def _listed(label: str, place: str, words: str) -> Line:
    return Line(((f"{place}: ", DIM), (words, PLAIN)), indent=2, hang=WORDS, label=label)


def _with_office(reading: Reading, actor: Actor) -> str:
    """The name with what the article says of its bearer: "Mara Lund, mayor of Moss", "Karl Moe, who saw it"."""
    whom = facts.principal(reading, actor)
    stands = (span.cut(reading.article.text) for span in actor.standing)
    short = (w for w in stands if w.startswith("who ") and len(w.split()) <= LONGEST_TITLE)
    title = actor.title or next(short, "")
    if title and title.lower() not in actor.name.lower():
        return f"{actor.name}, {facts.shortened(title, LONGEST_TITLE)}"
    named = whom and whom.lower() not in actor.name.lower()
    return f"{actor.name}, for {whom}" if named else actor.name
