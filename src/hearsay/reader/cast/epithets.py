"""Epithets: descriptions that only say more of a person whom the article names: "the midfielder", "the former first lady".

Source: Clark (1975) on bridging.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hearsay.reader.cast import binding
from hearsay.reader.cast.descriptions import SOURCES
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.naming import Named
from hearsay.reader.cast.pronouns import Pronouns
from hearsay.reader.cast.record import Record, offices, said_words
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.cast.roles import brought_in
from hearsay.reader.cast.seats import sits_for
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, meets_any

WORDS = 5  # of "the presumptive Tessian presidential nominee"
NO_EPITHETS = ("spokes", "voice", "insider", "one_there")
"""Classes of words for persons whom the article need not have named."""

SEATS = ("senator", "representative", "congressman", "congresswoman")
FORMER = "former"
OF_STATE = ["secretary", "of", "state"]

SIDES = ("of_nation", "demonym", "partisan", "party_of")
"""Classes of words for the nation or the party of somebody."""


class Company(Protocol):
    """What of a cast is needed here."""

    tree: Tree
    register: Register
    blocks: Sequence[Span]
    pronouns: Pronouns
    records: dict[str, Record]

    def describe(self, span: Span) -> Named:
        """What the words of a phrase say of whom it names."""

    def introduced(self, named: Named) -> Named | None:
        """What the article says of a description where it first brings it in."""


def epithets(cast: Company, found: Mapping[Span, str | None]) -> dict[Span, Named]:
    """The sources that may say no more than who somebody is whom the article names; the first of each actor."""
    own = (at for at, key in found.items() if key and not cast.records[key].bearer)
    told = ((at, cast.describe(at), cast.records[found[at] or ""]) for at in own)
    first = ((at, n) for at, n, one in told if n.span == min(one.mentions))
    return {at: n for at, n in first if _may_be_named(cast, n)}


def _may_be_named(cast: Company, named: Named) -> bool:
    """Whether a description may only say more of a person whom the article names, and brings in nobody told of before."""
    return is_epithet(cast.tree, named) and not cast.introduced(named)


def is_epithet(tree: Tree, named: Named) -> bool:
    """Whether a description only says more of a person whom the article names: "the midfielder", "the 29-year-old".

    Leaves: "the judge" and other offices of which a setting has one, "the programme's host", "the man in the room".
    """
    clause = named.clause
    if clause is None or named.many or clause.low(0) != "the":
        return False
    if sum(word.wordy for word in clause.words) > WORDS:
        return False
    lexicon, noun = clause.lexicon, named.noun
    owned = any(clause.low(n) in ("'s", "'") for n in range(len(clause)))
    if (rest := [clause.low(n) for n in range(named.head, len(clause))]) == OF_STATE:
        return not owned
    if (
        owned
        or noun in SOURCES
        or brought_in(tree, named)
        or len(rest) > 1
        or lexicon.tells(noun, *NO_EPITHETS)
    ):
        return False
    over = tree.over(named.head_span)
    person = bool(over) and tree.words[over[0]].entity == PERSON
    person = person and named.kind in (ActorKind.UNNAMED, None)
    return person or named.kind is ActorKind.PERSON


def named_beside(cast: Company, named: Named, last: tuple[Span, str] | None) -> Bearer | None:
    """The one person of the same paragraph, or of the sentence before, whom an epithet may mean.

    Takes: "Luke Berg believes in it. “We are not daft,” said the midfielder"; "He is back. The candidate said". Leaves: any
    description where two persons stand before, neither of whom spoke last; whom quotations alone name.

    Args:
        cast: of the article; its pronouns know whom those before mean, and where quotations are.
        named: the epithet.
        last: who spoke last before, and his key; None where nobody did.
    """
    tree, pronouns = cast.tree, cast.pronouns
    over = tree.over(named.head_span)
    block = next((one for one in cast.blocks if one.holds(named.span)), None)
    if not over or not _may_be_named(cast, named):
        return None  # there is no tree without a model
    here = tree.words[over[0]].sentence

    def near(span: Span) -> bool:
        at = tree.over(span)
        if not at or span.end > named.span.start:
            return False
        same = block is not None and block.holds(span)
        return same or here - tree.words[at[0]].sentence == 1

    persons = [one for one in cast.register.bearers if one.entity == PERSON]
    alone = sum(one.places[0].span < named.span for one in persons) == 1
    sure = [one for one in persons if alone or may_be(tree.text, one, named)]
    sure = [] if _is_office(named) else [one for one in sure if not _is_another(cast, named, one)]
    found = [
        one
        for one in sure
        if any(near(p.span) and not meets_any(p.span, pronouns.quoted) for p in one.places)
    ]
    found = found or [one for one in sure if any(map(near, pronouns.also.get(f"={one.key}", ())))]
    if gender := _gender(named):
        found = [one for one in found if one.taken_for in ("", gender)]
        persons = [one for one in persons if one.taken_for in ("", gender)]
    if len(found) > 1:
        topic = pronouns.topics.subject(here - 1)
        about = [
            one for one in found if any(not topic.isdisjoint(tree.over(p.span)) for p in one.places)
        ]
        found = about if len(about) == 1 else found
    if len(found) > 1:
        spoke = [one for one in found if last and f"={one.key}" == last[1]]
        often = max(sum(near(p.span) for p in one.places) for one in found)
        found = [one for one in spoke if sum(near(p.span) for p in one.places) == often]
    elif not found and last:
        found = [one for one in persons if _leads(tree, named, one, last, pronouns)]
        found = [one for one in found if not _is_another(cast, named, one)]
    return found[0] if len(found) == 1 and found[0].surely else None


def _leads(
    tree: Tree, named: Named, one: Bearer, last: tuple[Span, str], pronouns: Pronouns
) -> bool:
    """Whether somebody spoke last, and the sentence before is about him or nobody else was named since."""
    source, key = last
    topic = pronouns.topics.subject(tree.words[tree.over(named.head_span)[0]].sentence - 1)
    about = any(not topic.isdisjoint(tree.over(p.span)) for p in one.places)
    since = (
        p.span
        for other in pronouns.register.bearers
        if other.entity == PERSON and other is not one
        for p in other.places
        if source < p.span < named.span
    )
    alone = (FORMER in said_words(named.name) or not _is_office(named)) and all(
        meets_any(span, pronouns.quoted) for span in since
    )
    return key == f"={one.key}" and (about or alone) and not _holds_another(tree, one)


def _is_office(named: Named) -> bool:
    """Whether a description is an office whose holder the article need not have named: "the governor"."""
    return named.clause is not None and named.clause.lexicon.tells(named.noun, "head_office")


def _is_another(cast: Company, named: Named, one: Bearer) -> bool:
    """Whether somebody is another part of the clause of a description, or named after it in its sentence.

    Takes: "Lund defended | the candidate |", "| The candidate | said that Lund had left".
    """
    tree, record = cast.tree, cast.records.get(f"={one.key}")
    over = tree.over(named.head_span)
    above, ruled_out = (
        binding.over(tree, named.head_span),
        binding.ruling_out(tree, named.head_span),
    )
    here = tree.words[over[0]].sentence

    def after(span: Span) -> bool:
        at = tree.over(span)
        return bool(at) and span > named.span and tree.words[at[0]].sentence == here

    places = (*(p.span for p in one.places), *(record.mentions if record else ()))
    return any(ruled_out(at) or after(at) or binding.standing(tree, at) in above for at in places)


def _holds_another(tree: Tree, one: Bearer) -> bool:
    """Whether a title gives somebody an office, or says that he speaks for another."""
    lexicon = one.full.clause.lexicon
    held = {noun for title in one.titles for noun in offices(title.cut(tree.text), lexicon)}
    other = any(lexicon.tells(noun, "head_office", "spokes") for noun in held)
    return other or not held.isdisjoint(SEATS)


def may_be(text: str, one: Bearer, named: Named) -> bool:
    """Whether a description names no nation or party, or one that a title has too: "the Tessian leader" of Tessian prime minister Lund."""
    clause = named.clause
    if clause is None:
        return False
    told = " ".join(span.cut(text) for span in (*one.titles, *one.standing))
    which = (clause.low(n) for n in range(named.head))
    sides = [low for low in which if clause.lexicon.tells(low, *SIDES)]
    return all(low in told.lower() for low in sides) and sits_for(text, one, named) is not False


def _gender(named: Named) -> str:
    """The gender that the noun of a description tells."""
    return named.clause.lexicon.gender(named.noun) if named.clause is not None else ""
