"""Voices: nouns for those who speak for somebody else, and for whom, as the words around them say."""

from collections.abc import Sequence

from hearsay.reader.cast.asides import SOMEBODYS
from hearsay.reader.clause import Clause
from hearsay.text.span import Span

PRESS = ("press", "media", "communications", "information", "publicity", "comms", "pr", "relations")
CHAIRS = ("chair", "chairman", "chairwoman", "chairperson", "director", "strategist")
"""Those of somebody's campaign speak for whose it is: "the | Lund | campaign chairman"."""

DESKS = ("officer", "officers", "office", "team", "director", "chief", "head", "manager", "adviser")
"""Words that with one for the press before them speak for somebody: "Lund's press officer"."""

ALSO_OFFICES = (
    "secretary",
    "manager",
    "agent",
    "whip",
    "whips",
    "advocate",
    "ambassador",
)
"""Words for those who speak for somebody that are as often offices of their own."""

ATTORNEYS = ("attorney", "attorneys", "solicitor", "solicitors", "counsel", "secretary")
PUBLIC = (
    "district",
    "state",
    "u.s",
    "us",
    "county",
    "city",
    "crown",
    "public",
    "assistant",
    "general",
    "home",
    "foreign",
)
"""Words before an attorney who is one of a state, and speaks in its name."""

ADVISERS = ("adviser", "advisers", "advisor", "advisors", "strategist", "strategists")
AIDES = ("aide", "aides", *ADVISERS)
"""Those who are so "to" whom they speak for."""

LAWYERS = ("lawyer", "lawyers", "attorney", "attorneys", "counsel", "advocate")
"""Those who work "with" whom they speak for."""

SOME = ("one", "two", "three", "some", "several", "many", "most", "another")
"""Before "of" and those of somebody: "| one of | Lund's advisers"."""

ACTS = ("representing", "defending", "acting", "speaking")
"""What a lawyer does for whom he speaks for."""

OF_A_PERSON = (
    "manager",
    "managers",
    "agent",
    "agents",
    "publicist",
    "mouthpiece",
    *ADVISERS,
)
"""Of a person they speak for him, of a place or a body they run or sell it: "the actor's agent", "the arena's manager"."""

OF_A_CAMPAIGN = ("campaign", "tour", "press", "media", "communications", "publicity")
"""Words before a manager who speaks for whom he has: "Rosa Vane's campaign manager"."""

SENT_OUT = ("envoy", "envoys", "representative", "representatives")
"""Of a state they speak for it, and are "for" what they deal with: "the U.S. envoy for the north"; a negotiator speaks for whom he is."""

SENT = ("delegate", "delegates")
"""Of a place they are from there: "a Florida delegate"."""

BEFORE_SPOKESMAN = (*PRESS, "former", "chief", "campaign", "official", "deputy", "senior", "defence", "defense")  # fmt: skip
"""Words that say what kind of spokesman, not whose."""


def speaks(clause: Clause, at: int) -> bool:
    """Whether a noun is that of somebody who speaks for another: "spokesman", "press officer"."""
    low = clause.low(at)
    sits = clause.capital(at) or clause.low(at + 1) == "from"
    if low.startswith("representative") and at > 0 and sits:
        return False  # Representative Lund, the House of Representatives, one from Ohio
    if low in LAWYERS and clause.capital(at) and clause.capital(at - 1) and low.endswith("s"):
        return False  # the Association of Defence Lawyers
    if low == "secretary" and clause.low(at - 1) not in (
        *PRESS,
        "private",
        "personal",
        "'s",
        "'",
        *SOMEBODYS,
        "",
    ):
        return False  # general secretary, foreign secretary
    desk = low in DESKS and (clause.low(at - 1) in PRESS or follows_press(clause, at))
    near = (clause.low(n) for n in range(max(0, at - 3), at))
    for_ = clause.low(at + 1) == "for" and (clause.capital(at + 2) or clause.low(at + 2) == "the")
    whose = (
        clause.low(at + 1) == "to" or for_ or any(one in ("'s", "'", *SOMEBODYS) for one in near)
    )
    whose = whose or any(_names(clause, n) for n in range(max(0, at - 3), at))
    known = clause.lexicon.tells(low, "spokes") or (low in ADVISERS and whose)
    return known or desk or (low in CHAIRS and clause.low(at - 1) == "campaign")


def _names(clause: Clause, at: int) -> bool:
    """Whether a capital may be somebody's name: "a top | Lund | adviser"; not "a | Republican | strategist"."""
    sides = ("partisan", "party_of", "demonym", "of_nation")
    low = clause.low(at)
    sided = low.endswith("-based") or clause.lexicon.tells(low, *sides)
    return clause.capital(at) and not sided


def principal(clause: Clause, first: int, stop: int) -> Span | None:
    """The principal that a title or description names.

    Takes: "a spokesman for the port", "Lund's lawyer", "a council spokesman", "head of the Norrland delegation".
    Leaves: "secretary of state", "a manager", "assistant district attorney", "a former spokesman".
    """
    for at in range(first, stop):
        if not speaks(clause, at) or clause.low(at + 1) == "general" or _of_cause(clause, at):
            continue
        public = clause.low(at) in ATTORNEYS and clause.low(at - 1).rstrip(".") in PUBLIC
        if public and not (clause.low(at) == "counsel" and clause.low(at + 1) in ("to", "for")):
            continue
        own = max((n for n in range(first, at) if clause.low(n) in ("'s", "'")), default=first)
        if any(clause.lexicon.tells(clause.low(n), "no_longer") for n in range(own, at)):
            return None  # the former mayor's spokesman is his
        if clause.low(at) in DESKS and follows_press(clause, at):
            return _of_desk(clause, first, at, stop)
        before = clause.low(at - 1)
        press = clause.low(at) not in ALSO_OFFICES or before in PRESS or before == "campaign"
        follows = clause.low(at + 1)
        lawyer = clause.low(at) in LAWYERS
        to = follows == "to" and clause.low(at) in (*AIDES, "counsel")
        spokes = clause.low(at).startswith("spokes")
        to = to or (follows == "with" and lawyer) or (follows in ("with", "at") and spokes)
        to = to or (follows in ACTS and lawyer)
        sent_out = clause.low(at) in SENT_OUT and (clause.capital(at - 1) or before == "special")
        for_ = follows == "for" and not sent_out
        from_ = follows == "from" and not (lawyer or clause.low(at) in (*AIDES, *SENT))
        if at + 2 < stop and (for_ or to or from_ or (press and follows == "of")):
            over = (",", "who", "in", "at", "and")
            end = next((n for n in range(at + 2, stop) if clause.low(n) in over), stop)
            return clause.span(at + 2, end) if end > at + 2 else None
        found = _before_spokesman(clause, first, at, press=press)
        if found is not None:
            return found
    return None


def _of_cause(clause: Clause, at: int) -> bool:
    """Whether an advocate is one for what he stands up for, and no lawyer: "the country's | advocate | for lower taxes"."""
    for_ = clause.low(at) == "advocate" and clause.low(at + 1) == "for"
    return for_ and not clause.capital(at + 2)


def follows_press(clause: Clause, at: int) -> bool:
    """Whether a head is that of a body's press, or of somebody's staff: "head | of communications", "chief | of staff"."""
    of = clause.low(at + 1) == "of"
    return of and any(clause.low(at + n) in (*PRESS, "staff") for n in (2, 3))


def _of_desk(clause: Clause, first: int, at: int, stop: int) -> Span | None:
    """Whose press a head is the head of: "Moss Rail's head of communications", "head of press at Moss Rail"."""
    whose = next((n for n in range(first, at) if clause.low(n) in ("'s", "'")), None)
    if whose is not None and whose > first:
        return clause.span(first, whose)
    body = _without_kind(clause, range(first, at))
    if body and body[0] == first and clause.capital(first):
        named = next((n for n in body if not clause.capital(n)), body[-1] + 1)
        return clause.span(first, named)  # | Moss Rail | head of communications
    of = next(
        (n for n in range(at + 3, stop) if clause.low(n) in ("at", "for", "of", "with", "to")), None
    )
    if of is None or of + 1 >= stop:
        return None
    over = (n for n in range(of + 1, stop) if clause.low(n) in (",", "who", "in", "and"))
    return clause.span(of + 1, next(over, stop))


def only_from(clause: Clause) -> bool:
    """Whether some words tell of one who is from a place, and not sent by it: "a Florida delegate"."""
    return any(clause.low(n) in SENT for n in range(len(clause)))


def only_runs(clause: Clause) -> bool:
    """Whether some words tell of one who, of a place or a body, only runs it: "the arena's manager"."""
    lows = [clause.low(n) for n in range(len(clause))]
    chief = (n for n, low in enumerate(lows) if low == "chief" and follows_press(clause, n))
    at = next((n for n, low in enumerate(lows) if low in OF_A_PERSON), next(chief, None))
    return at is not None and clause.low(at - 1) not in OF_A_CAMPAIGN


def _before_spokesman(clause: Clause, first: int, at: int, *, press: bool) -> Span | None:
    """The principal in the words before "spokesman" at a place."""
    owner = at
    while owner > first and clause.low(owner - 1) not in ("'s", "'"):
        owner -= 1
    if owner > first + 1:
        some = clause.low(first + 1) == "of" and clause.low(first) in SOME
        return clause.span(first + 2 * some, owner - 1)
    begin = at
    while begin > first and not clause.is_(begin - 1, "determiner", "coordinator"):
        named = clause.capital(begin) and clause.capital(begin - 2) and begin - 2 >= first
        if clause.is_(begin - 1, "preposition") and not named:
            break  # the Ministry for Farming official is of the ministry
        begin -= 1
    if begin > first and clause.low(begin - 1) in SOMEBODYS:
        return clause.span(begin - 1, begin)
    body = _without_kind(clause, [*range(begin, at)])
    if not body or not press:
        return None
    known = [n for n in body if is_party(clause, n)]
    sent_by = [n for n in known if clause.capital(n)]
    if clause.low(at) in SENT and clause.capital(body[0]) and not sent_by:
        return None  # a Florida delegate, a Washington state delegate, but a union delegate
    if known:
        return clause.span(body[0], known[-1] + 1)  # an | opposition | arts spokesman
    if clause.capital(body[0]):
        stop = next((n for n in body if not clause.capital(n)), body[-1] + 1)
        return clause.span(body[0], stop)  # a | Moss Rail | sales rep
    return (
        clause.span(body[0], body[-1] + 1) if clause.low(body[-1]) in clause.lexicon.nouns else None
    )


def _without_kind(clause: Clause, body: Sequence[int]) -> Sequence[int]:
    """The words before a spokesman without those that say what kind of one he is: "the local | Moss Rail | press spokeswoman"."""
    of_press = [n for n in body if clause.low(n) == "public" and clause.low(n + 1) in PRESS]
    body = [n for n in body if clause.low(n) not in BEFORE_SPOKESMAN and n not in of_press]
    named = next((m for m, n in enumerate(body) if clause.capital(n)), 0)
    plain = not any(clause.low(n) in clause.lexicon.nouns for n in body[:named])
    return body[named:] if plain else body


def is_party(clause: Clause, at: int) -> bool:
    """Whether a word names what somebody appears for: a party to a case, a body."""
    noun = clause.lexicon.nouns.get(clause.low(at))
    body = noun is not None and noun.kind == "organisation"
    return body or clause.lexicon.tells(clause.low(at), "party")
