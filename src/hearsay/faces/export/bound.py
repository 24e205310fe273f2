"""What the report says of commitments, of who decides, and of what is left open."""

from collections.abc import Iterator

from hearsay.faces.export import facts
from hearsay.faces.export.entries import (
    SHORT,
    Entry,
    Section,
    first,
    fragment,
    quoted,
    sentence,
)
from hearsay.language.marking import marking
from hearsay.language.words import words
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Act, Attribution, Kind, Polarity
from hearsay.reading.commitment import Commitment, Force, Qualifier, QualifierKind
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, cut, without

TO = {
    Force.REQUEST: ("asks {} for", "asks for"),
    Force.URGE: ("urges {}", "urges"),
    Force.REFUSE: ("refuses {}", "refuses"),
    Force.AGREE: ("agrees with {}", "agrees"),
    Force.PERMIT: ("permits {}", "permits"),
    Force.FORBID: ("forbids {}", "forbids"),
    Force.RESERVE: ("reserves against {}", "reserves"),
    Force.PROMISE: ("promises {}", "promises"),
    Force.THREATEN: ("threatens {}", "threatens"),
    Force.INTEND: ("intends", "intends"),
}
"""How a force is told, with whom it is for and without."""

_LEFT = (
    (QualifierKind.SCOPE, "how far it reaches", False),
    (QualifierKind.OPEN, "not settled", False),
    (QualifierKind.EVIDENTIAL, "on what it rests", False),
    (QualifierKind.MODAL, "whether it is so", True),
    (QualifierKind.APPROXIMATOR, "how much exactly", True),
)
"""What is open with a qualifier of each kind, in the order in which it is told; whether in brief."""


AUTHORS = "as the author has it"
NO_END = "no end is given"


def commitments(reading: Reading) -> Section:
    """Who undertakes, asks or refuses what, on what terms; and who decides."""
    entries = [*(commitment(reading, one) for one in reading.commitments)]
    entries += [
        Entry(
            words=_agreeing(
                f"decides over {quoted(reading, one.over)}", many=_is_group(reading, one.who)
            ),
            who=facts.name(reading, one.who),
            terms=(_from(reading, one.attribution),),
            at=first(one.over),
        )
        for one in reading.authorities
    ]
    return Section("What binds whom", tuple(entries))


def commitment(reading: Reading, one: Commitment, most: int = SHORT) -> Entry:
    """Who is bound to what, and whence it is known.

    Args:
        reading: of the article.
        one: of its commitments.
        most: words of the article in one place.
    """
    matter = quoted(reading, one.matter, most)
    to = facts.name(reading, one.to) if one.to else ""
    verb = TO[one.force][0].format(to) if to else TO[one.force][1]
    told = cut(one.matter, reading.article.text)
    if told.lower().startswith(("to ", "not to ")):
        verb = verb.removesuffix(" for")
        verb = f"{verb} the right" if one.force is Force.RESERVE else verb
    elif one.force is not Force.REQUEST or told[:1].isupper():  # asks: “Tell us who paid”
        verb = f"{verb.removesuffix(' for')}:"  # refuses: “say who paid”
    whence = _from(reading, one.attribution) + (" · unsure" if facts.unsure(one) else "")
    return Entry(
        words=_agreeing(f"{verb} {matter}", many=_are_many(reading, one)),
        who=facts.binder(reading, one),
        id=one.id,
        terms=(*terms(reading, one, most), whence),
        at=first(one.matter),
    )


def _is_group(reading: Reading, who: str | None) -> bool:
    """Whether somebody is several: a group; and by its noun "the police", "the harbour authorities"."""
    return any(
        one.id == who and (one.kind is ActorKind.GROUP or one.name.endswith(SEVERAL))
        for one in reading.actors
    )


SEVERAL = (" police", " authorities", " officials", " people", " staff")
"""Nouns of bodies, with which a verb is in the plural."""


def _are_many(reading: Reading, one: Commitment) -> bool:
    """Whether a group is bound, or several together."""
    return len(reading.all_by(one)) > 1 or _is_group(reading, one.by)


def _agreeing(told: str, *, many: bool) -> str:
    """What is told of somebody, with its verb in the plural for a group or several: "militants intend …"."""
    verb, _, rest = told.partition(" ")
    return (
        f"{verb.rstrip(':').removesuffix('s')}{':' if verb.endswith(':') else ''} {rest}"
        if many
        else told
    )


def terms(reading: Reading, bound: Commitment, most: int = SHORT) -> Iterator[str]:
    """On what terms somebody is bound, one after another; arguments as of `commitment`."""
    for name, spans in (
        ("on condition", bound.condition),
        ("where", bound.place),
        ("when", bound.time),
        ("what for", bound.purpose),
    ):
        if spans:
            yield f"{name}: {quoted(reading, spans, most)}"
    if bound.authority is not None:
        who = facts.name(reading, bound.authority.who)
        yield f"who decides: {who}, over {quoted(reading, bound.authority.over)}"


def _from(reading: Reading, said: str | None) -> str:
    """Whence it is known."""
    if said is None:
        return AUTHORS
    one = next(one for one in reading.attributions if one.id == said)
    whom = facts.chain(reading, one)
    return f"from {said}, {whom}" if whom else f"from {said}"


def left_open(reading: Reading) -> Section:
    """What is left open, told in the article's own words: the terms of what binds first."""
    told = (
        *(s for one in reading.commitments for s in (*one.condition, *one.time, *one.place)),
        *(s for one in reading.attributions if _kept_back(reading, one) for s in one.cue),
        *(one.b for one in reading.variants if one.same),
    )
    rest: dict[QualifierKind, list[tuple[int, Qualifier]]] = {kind: [] for kind in QualifierKind}
    seen: set[tuple[QualifierKind, Span]] = set()
    for n, one in enumerate(reading.qualifiers, 1):
        here = (one.kind, sentence(reading, one.span))
        again = one.kind is QualifierKind.APPROXIMATOR and any(at == here[1] for _, at in seen)
        if here not in seen and not again and not any(span.meets(one.span) for span in told):
            seen.add(here)  # one of a kind in a sentence is enough to read
            rest[one.kind].append((n, one))
    entries = [*_depends(reading, rest[QualifierKind.CONDITION])]
    entries += [*_until(reading, rest[QualifierKind.TEMPORAL])]
    for kind, what, brief in _LEFT:
        entries += [_around(reading, n, one, what, brief=brief) for n, one in rest[kind]]
    entries += _unsaid(reading)
    return Section("What is left open", tuple(entries))


def _depends(reading: Reading, rest: list[tuple[int, Qualifier]]) -> Iterator[Entry]:
    """On what the commitments depend; then what else does."""
    group = "on what it depends"
    for one in reading.commitments:
        if one.condition:
            words = f"{_deed(reading, one)} {quoted(reading, one.matter, 12)} {quoted(reading, one.condition)}"
            who = facts.binder(reading, one)
            yield Entry(words, who, one.id, at=one.condition[0], group=group)
    for n, left in rest:
        words = f"{_with_what(reading, left.span)}{_holder(reading, left)}"
        yield Entry(words, id=f"o{n}", at=left.span, group=group)


FEW = 3  # words before a condition that are too few to say what depends on it
NEAR = 9  # words of what depends on a condition that are shown beside it


def _with_what(reading: Reading, span: Span) -> str:
    """A condition with some words of what depends on it: those after it where few stand before it, else those before it."""
    text = reading.article.text
    ahead = [part for part in without(sentence(reading, span), (span,)) if part.before(span)]
    few = sum(any(map(str.isalnum, word)) for part in ahead for word in part.cut(text).split())
    return fragment(reading, span, few, NEAR) if few <= FEW else fragment(reading, span, NEAR, 1)


def _until(reading: Reading, rest: list[tuple[int, Qualifier]]) -> Iterator[Entry]:
    """Of what somebody is bound to for a time only, that no end is given; then what else holds for a time."""
    group = "until when it holds"
    for one in reading.commitments:
        if until_further(reading, one):
            words = f"{_deed(reading, one)} {quoted(reading, one.matter, 12)} {quoted(reading, one.time)}"
            who = facts.binder(reading, one)
            yield Entry(f"{words}; {NO_END}", who, one.id, at=one.time[0], group=group)
    yield from (_around(reading, n, left, group, brief=False) for n, left in rest)


def until_further(reading: Reading, one: Commitment) -> bool:
    """Whether somebody is bound for a time only, and no end of it is given."""
    return any(_for_now(reading, span) for span in one.time)


def _deed(reading: Reading, one: Commitment) -> str:
    verb = TO[one.force][1].removesuffix(":").removesuffix(" for")
    return _agreeing(verb, many=_are_many(reading, one)).rstrip()


def _for_now(reading: Reading, span: Span) -> bool:
    """Whether a time is one of those that leave open until when: "for the moment". Leaves: "today", "soon"."""
    cut = span.cut(reading.article.text).lower()
    lows = [word.cut(cut) for word in words(cut).spans]
    return any(marking().found(lows, 0, len(lows), "for_now"))


def _unsaid(reading: Reading) -> Iterator[Entry]:
    """What somebody did not say, or would not."""
    for one in reading.attributions:
        if _kept_back(reading, one):
            words = f"{quoted(reading, one.cue)} {quoted(reading, one.content)}"
            who = facts.speaker(reading, one)
            yield Entry(words, who, one.id, at=first(one.content), group="what was not said")


VERDICTS = frozenset({Act.OTHER, Act.PRAISE, Act.CRITICISE, Act.ENDORSE})
"""Acts that are no telling: who “did not welcome the news” has kept nothing back."""


def _kept_back(reading: Reading, one: Attribution) -> bool:
    spoken = one.type is Kind.COMM and one.act not in VERDICTS
    refused = one.act is Act.REFUSE and facts.disclosure(reading, one)
    untold = one.polarity is Polarity.NEG and _tells(reading, one)
    return one.speaker is not None and spoken and (untold or refused)


def _tells(reading: Reading, one: Attribution) -> bool:
    """Whether a cue is of telling something: "did not say", "have not announced". Leaves: "does not identify with", "does not mean"."""
    whole = cut(one.cue, reading.article.text).lower()
    lows = [word.cut(whole) for word in words(whole).spans]
    told = any(marking().tells(low, "telling", "tells_of") for low in lows)
    return told and lows[-1] != "with"


def _around(reading: Reading, number: int, one: Qualifier, group: str, *, brief: bool) -> Entry:
    """A qualifier with some of the words around it."""
    words = fragment(reading, one.span, 2, 5) if brief else fragment(reading, one.span)
    holder = "" if brief else _holder(reading, one)
    return Entry(f"{words}{holder}", id=f"o{number}", at=one.span, group=group, brief=brief)


def _holder(reading: Reading, one: Qualifier) -> str:
    """Who leaves it open: " (Dmitry Peskov, s4)"; "" for the author."""
    said = _said(reading, one.on)
    return f" ({facts.speaker(reading, said)}, {said.id})" if said and said.speaker else ""


def _said(reading: Reading, name: str | None) -> Attribution | None:
    return next((one for one in reading.attributions if one.id == name), None)
