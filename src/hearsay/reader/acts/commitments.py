"""Commitments: who binds himself or another to what, on which terms; the bonds of the tree brought to their actors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.addressee import addressee
from hearsay.reader.acts.afterwards import limited
from hearsay.reader.acts.authority import Power, bears_on
from hearsay.reader.acts.bond import BIDS, DIRECTIVE, Bond
from hearsay.reader.acts.called import reader_of
from hearsay.reader.acts.conditions import conditions
from hearsay.reader.acts.headlined import as_in_text
from hearsay.reader.acts.joined import each
from hearsay.reader.acts.parts import Parts, parts, says_what, with_more
from hearsay.reader.acts.sides import BARE, BODIES, THEIRS
from hearsay.reader.acts.trust import Vector, trust
from hearsay.reader.statement import Statement, holder
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.reading.commitment import Authority, Commitment, Force
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans, joined, meets_any

AUTHOR = "author"

NOTES = {
    "force_of_cue": "the cue of the statement binds",
    "force_of_words": "the words of the statement bind",
    "force_of_verb": "a verb that binds, with who does it and what",
    "force_of_noun": "a noun that binds, with whose it is and what",
    "force_of_document": "a treaty, a law, a contract lays it down",
}


class Held(msgspec.Struct, frozen=True):
    """A commitment before its actors have ids.

    Attributes:
        bond: as it stands in the tree.
        by: key of the actor, or "author"; None where nobody is named.
        to: key of the actor addressed; None where nobody is.
        parts: the action and its terms.
        said: the statement whose words they are; None where the author says it.
    """

    bond: Bond
    by: str | None
    to: str | None
    parts: Parts
    said: Statement | None

    @property
    def force(self) -> Force:
        """What it does."""
        return self.bond.force

    @property
    def matter(self) -> Spans:
        """The action."""
        return self.parts.matter

    @property
    def condition(self) -> Spans:
        """On what it depends."""
        return self.parts.condition

    @property
    def action(self) -> int:
        """The word for the action, in the tree."""
        return self.bond.action


class Whose(Protocol):
    """Brings a word for somebody to an actor."""

    def __call__(self, at: int, within: Statement | None, but: str | None = None) -> str | None:
        """The key of whoever the phrase of a word names; "author" for the author; None where it stays open."""

    def only_in(self, key: str, place: Span) -> bool:
        """Whether an actor is told of in some place alone."""

    def thing(self, at: int) -> str | None:
        """The key of the document that the phrase of a word names."""

    def speaker(self, one: Statement) -> str | None:
        """The key of the one whose words or mind a statement is."""

    def he(self, one: Statement, low: str) -> str | None:
        """The key of whom "he" of indirect words means: the speaker, or a person for whom he speaks."""

    def body(self, one: Statement) -> str | None:
        """The key of the body in which the speaker has an office; of his principal, or his own, where none is told."""

    def principal(self, one: Statement) -> str | None:
        """The key of whoever the speaker speaks for; his own where he speaks for nobody."""


def held(
    tree: Tree,
    bonds: Sequence[Bond],
    told: Sequence[Statement],
    marks: Marking,
    whose: Whose,
    headline: Span | None = None,
) -> list[Held]:
    """The commitments that bonds come to, in the order of the text; none twice for the same words.

    Args:
        tree: of the article.
        bonds: those of statements first.
        told: the statements.
        marks: the table of openers.
        whose: brings a word to an actor.
        headline: where the headline stands.
    """
    out: list[Held] = []
    whole = frozenset(range(len(tree.words)))
    hung = conditions(tree, marks)
    for bond in (part for whole_bond in bonds for part in each(tree, whole_bond)):
        said = bond.said or holder(told, bond.because[0])
        by = AUTHOR if bond.author else None
        if not bond.unnamed and not bond.author:
            by = _by(tree, bond, said, marks, whose) or _failing(tree, bond, whose)
            if by is None:
                continue
        to = whose(bond.to, _holder(tree, bond.to, said), by) if bond.to is not None else None
        cut = parts(
            tree, bond.action, bond.within or whole, marks, bond.over, subject=bond.whole, hung=hung
        )
        cut = with_more(tree, bond, cut)
        if not says_what(tree, cut) or any(
            _same(one, bond, by, cut) or _told_in(one, bond, by) for one in out
        ):
            continue
        out.append(Held(bond, by, None if to in (by, AUTHOR) else to, cut, said))
    out.sort(key=lambda one: (one.parts.matter, one.bond.force))
    cuts = limited(tree, [one.parts for one in out], hung)
    out = [msgspec.structs.replace(one, parts=cut) for one, cut in zip(out, cuts, strict=True)]
    told_of = answered(tree, out, whose, marks)
    return as_in_text(
        tree, told_of, headline, lambda key: headline is not None and whose.only_in(key, headline)
    )


def _by(tree: Tree, bond: Bond, said: Statement | None, marks: Marking, whose: Whose) -> str | None:
    """The key of who is bound, by the word for him, or by whose words bind."""
    if bond.by is not None:
        if bond.rule == "force_of_document":
            return whose.thing(bond.by)
        if bond.said is not None and _own_body(tree, bond, marks):
            return whose.body(bond.said)
        if bond.said is not None and _own_pronoun(tree, bond):
            return whose.he(bond.said, tree.lows[bond.by])
        return whose(bond.by, said)
    if bond.said is None:
        return None
    if bond.rule != "force_of_words":
        speaker = whose.speaker(bond.said)
        told = bond.force in (
            Force.PROMISE,
            Force.AGREE,
            Force.REFUSE,
            Force.THREATEN,
            Force.RESERVE,
        )
        silent = bond.force is Force.REFUSE and marks.tells(tree.lows[bond.action], "telling")
        # counsel promises for the client; a spokesman who will not comment is silent himself
        return whose.principal(bond.said) if told and not silent and _alone(tree, bond) else speaker
    # a spokesman's words bind whoever he speaks for; what somebody only thinks binds no body
    thought = bond.said.entry is not None and bond.said.entry.type == "belief"
    alone = thought or bond.force in BIDS
    return whose.principal(bond.said) if alone else whose.body(bond.said)


def _alone(tree: Tree, bond: Bond) -> bool:
    """Whether a cue is told of one person: not "we promised"."""
    source = bond.said.source if bond.said is not None else None
    return source is None or source.cut(tree.text).lower() != "we"


def _failing(tree: Tree, bond: Bond, whose: Whose) -> str | None:
    """Who is bound where neither the word for him nor the speaker is known: who the words are told for, or who does the cue."""
    if bond.said is not None and bond.rule == "force_of_words":
        by = whose.principal(bond.said)  # "If one comes, nobody goes home": he threatens it
        if by is not None:
            return by
    if bond.said is not None and _by_author(tree, bond.said):
        return AUTHOR
    if bond.doer is None:
        return None
    return whose(bond.doer, bond.said.within if bond.said is not None else None)


def _own_body(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether who is bound by somebody's own words is told as a body of his: "the company would pay", "members would strike"."""
    at = bond.by
    if at is None or bond.rule != "force_of_words" or tree.words[at].upos != "NOUN":
        return False
    low = tree.lows[at]
    body = any(marks.tells(low, f"body_{kind}") for kind in BODIES) or marks.tells(low, "own_side")
    his = any(tree.lows[n] in THEIRS for n in tree.children(at, "nmod"))
    return low in BARE or (body and his)


def _own_pronoun(tree: Tree, bond: Bond) -> bool:
    """Whether a pronoun for who is bound is the one who says it.

    Takes: "the firm said it would pay". Leaves: "her aide said it would pay"; "It may pay, the firm said", which goes back.
    """
    at, said = bond.by, bond.said
    if at is None or said is None or said.source is None or bond.force in DIRECTIVE:
        return False
    back = tree.words[at].span.start < said.source.start
    if back or said.mode is Mode.DIRECT or bond.rule != "force_of_words":
        return False
    source = tree.over(said.source)
    person = any(tree.words[n].entity == "person" for n in source)
    person = person or tree.lows[source[0]] in ("he", "she", "who")
    firm = len(source) == 1 and tree.lows[at] == "it"  # Corrant said | it would pay
    person = person and not firm
    return tree.lows[at] in (("he", "she") if person else ("it",))


def _holder(tree: Tree, at: int, said: Statement | None) -> Statement | None:
    """The innermost statement in whose content a word stands: of "he told me to go", the one outside it has the "me"."""
    span = tree.words[at].span
    while said is not None and not any(part.holds(span) for part in said.content):
        said = said.within
    return said


def _by_author(tree: Tree, one: Statement) -> bool:
    """Whether the author says of himself what is said: "I ask that you print it"."""
    return (
        one.within is None and one.source is not None and one.source.cut(tree.text) in ("I", "We")
    )


def answered(tree: Tree, every: Sequence[Held], whose: Whose, marks: Marking) -> list[Held]:
    """The commitments, those that name no addressee with the one that the rest of the article gives them."""

    def given(one: Held) -> str | None:
        if one.to is not None:
            return one.to
        to = addressee(tree, one, out, lambda at: whose(at, one.said, one.by), marks)
        if (
            to is None
            and (reader := reader_of(tree, one.bond.because, one.said, marks)) is not None
        ):
            to = whose(reader, one.said)
        return None if to in (one.by, AUTHOR) else to

    out = [*every]
    for n, one in enumerate(every):  # whom the one before is to tells whom its answer is to
        out[n] = msgspec.structs.replace(one, to=given(one))
    return out


def _same(one: Held, bond: Bond, by: str | None, cut: Parts) -> bool:
    """Whether a commitment is there already: the same force by the same, of words that are shared."""
    if one.bond.force is not bond.force:
        return False
    again = one.parts.matter == cut.matter  # his government is willing to talk: of whoever is
    return again or (one.by == by and any(meets_any(span, one.parts.matter) for span in cut.matter))


def _told_in(one: Held, bond: Bond, by: str | None) -> bool:
    """Whether what a verb or a noun would bind to is part of what the same one is bound to: "promised to allow them to stay"."""
    elsewhere = bond.rule in ("force_of_verb", "force_of_noun") and one.by == by
    return elsewhere and any(part.holds(bond.because[0]) for part in one.parts.matter)


def commitments(
    every: Sequence[Held],
    ids: Mapping[str, str],
    names: Callable[[Statement], str],
    powers: Sequence[Power],
    tree: Tree,
    upper: Vector | None = None,
) -> Iterator[Commitment]:
    """The commitments with the ids of their actors and statements.

    Args:
        every: in the order of the text.
        ids: key of an actor -> its id.
        names: the id of a statement.
        powers: who decides over what.
        tree: of the article.
        upper: what the network made of each word.
    """
    for n, one in enumerate(every, 1):
        bond = one.bond
        others = [p for p in powers if p.key and p.key not in (one.by, one.to)]
        bearing = [p for p in others if bears_on(tree, p, one.parts)]
        here = one.parts.matter[0]
        power = min(bearing, key=lambda p: p.at.hull(here).length, default=None)
        yield Commitment(
            id=f"c{n}",
            by=ids.get(one.by, AUTHOR) if one.by is not None else None,
            force=bond.force,
            matter=one.parts.matter,
            confidence=trust().of(bond, tree, upper),
            ground=Ground(f"rule:{bond.rule}", joined(bond.because), NOTES[bond.rule]),
            attribution=names(one.said) if one.said else None,
            to=ids[one.to] if one.to else None,
            condition=one.parts.condition,
            place=one.parts.place,
            time=one.parts.time,
            purpose=one.parts.purpose,
            authority=_decides(power, one.parts, ids) if power else None,
        )


def _decides(power: Power, cut: Parts, ids: Mapping[str, str]) -> Authority:
    """Who decides over an action: over the action itself where it is only gone back to, "that is for the council"."""
    return Authority(ids[power.key or ""], cut.matter if power.back else power.over)
