"""Kinds of names: whether a name is that of a person, of a body or of a place, by all the places where it stands.

Each place has a voice: what the network saw there, what the name's own words say, and the words around it ("Mr", an age,
"the agency …", "executives at …"). The kind with most votes is that of every place with the same words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from unicodedata import combining, normalize

from hearsay.reader.cast.names import is_surname
from hearsay.reader.cast.naming import named_kind
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import Clause
from hearsay.reading.actor import ActorKind

PERSON, BODY = "person", "organization"
PLACE = "place"
SEEN, AROUND, OWN, SETTLED = 1, 2, 4, 1000
"""Votes: of the network, of the words around a name, of the name's own, and of an aside that says what it is, which no other outvotes."""

POSSESSIVE = ("'s", "'")
LONGEST = 3  # words of a person's name
LONGEST_PARTICLE = 3  # letters of "Mac"
SURNAMES = ("post", "star", "world", "press", "fox", "bell", "mail", "record", "wire", "am")
"""Words in the names of outlets that are surnames too."""

FEWEST = 2  # words of a name of which somebody may be, and from there back to whoever is
NATIONS = ("ian", "ese", "ish")
BROADCASTERS = ("radio", "television", "tv")
LINE = 8  # words of a dateline
OFTEN = 3  # places in which a country is located once
ALSO = ("also", "first", "previously", "earlier")
LOCATES = ("in", "from", "across", "within")
ARTICLES = ("the", "a", "an")
DASHES = ("-", "–", "—", "--")
NEAR = 4  # words after a possessive in which its noun stands, and before a firm in which its article does


class Entity(NamedTuple):
    """What a name names.

    Attributes:
        kind: person, organization, place; "" where nothing tells.
        sure: more than the network alone says so.
    """

    kind: str
    sure: bool


def entities(names: Sequence[tuple[Clause, int, int]], seen: Seen) -> dict[tuple[str, ...], Entity]:
    """What the names with the same words name."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    told: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for clause, first, stop in names:
        words = lows(clause, first, stop)
        mine = votes[words]
        for entity, weight in _votes(clause, first, stop, seen):
            mine[entity] += weight
            if weight > SEEN:
                told[words].add(entity)
    often = Counter(lows(*one) for one in names)
    out = {words: _elected(found, told[words], often[words]) for words, found in votes.items()}
    surnames = {words for words, entity in out.items() if entity == Entity(PERSON, sure=True)}
    alone = {words for words, one in out.items() if len(words) == 1 and one.kind == PERSON}
    nations = _nations(names, alone - surnames)
    own = {lows(*one) for one in names if _own(*one)}
    for words, one in out.items():
        if words in nations:
            out[words] = Entity(PLACE, sure=True)
        elif len(words) > 1 and not one.sure and words[-1:] in surnames:
            out[words] = Entity(PERSON, sure=True)
        elif PERSON in votes[words] and words not in own and words[-1:] in alone - nations:
            out[words] = Entity(PERSON, one.sure)  # the developer Ruud Castellan … Castellan
    return out


def _nations(
    names: Sequence[tuple[Clause, int, int]], lone: AbstractSet[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """Those of some lone names from which the article makes an adjective: "Tessia", where a minister is "Tessian".

    Leaves: "Christie", often named and never with "in" before it, beside "a Christian".
    """
    clauses = {id(clause): clause for clause, _, _ in names}.values()
    written = {
        clause.low(n) for clause in clauses for n in range(len(clause)) if clause.words[n].capital
    }
    there = {lows(*one) for one in names if one[0].low(one[1] - 1) in LOCATES}
    often = Counter(lows(*one) for one in names)
    lone = {words for words in lone if words in there or often[words] < OFTEN}
    return {words for words in lone if any(form in written for form in _of_nation(words[0]))}


def _of_nation(name: str) -> Iterator[str]:
    """The adjectives that a name of a country or a town may have."""
    if name.endswith(("a", "o")):
        yield f"{name}n"
    yield from (f"{name.rstrip('aeiouy')}{ending}" for ending in NATIONS)


def _elected(found: Counter[str], told: AbstractSet[str], places: int) -> Entity:
    """The kind with most votes; of two with as many no person where more than the network tells the other: "Norton, | which … declined. | Norton |"."""
    other = told and PERSON not in told
    kind = max(found, key=lambda one: (found[one], one != PERSON or not other, one), default="")
    return Entity(kind, found[kind] > places * SEEN)


def lows(clause: Clause, first: int, stop: int) -> tuple[str, ...]:
    """The words of a name in small letters, without accents: "Nenad Babić" and "Babic" are one."""
    return tuple(_plain(clause.low(n).strip(".")) for n in range(first, stop))


def _plain(low: str) -> str:
    if low.isascii():
        return low
    return "".join(c for c in normalize("NFKD", low) if not combining(c))


def _votes(clause: Clause, first: int, stop: int, seen: Seen) -> list[tuple[str, int]]:
    before = clause.low(first - 1).rstrip(".")
    if clause.lexicon.tells(before, "feminine", "masculine"):
        return [(PERSON, OWN)]
    if _is_called(clause, stop):
        return [(BODY, SETTLED)]
    if _is_dateline(clause, first, stop) or _lies_somewhere(clause, first, stop):
        return [(PLACE, OWN)]
    out = []
    if _own(clause, first, stop) or _named_firm(clause, first):
        out.append((BODY, OWN))
    if _after_office(clause, first, stop):
        out.append((PERSON, OWN))
    out += _seen(clause, first, stop, seen)
    out += _around(clause, first, stop)
    if (PERSON, SEEN) in out and _of_place(clause, first, stop):
        out.append((PLACE, AROUND))
    kind = named_kind(clause, first, stop)
    if not out and kind is ActorKind.ORGANISATION:
        out.append((BODY, SEEN))
    if not out and kind is ActorKind.PERSON and stop - first > 1:
        out.append((PERSON, SEEN))
    return out


def _around(clause: Clause, first: int, stop: int) -> Iterator[tuple[str, int]]:
    """What the words around a name tell."""
    if _of_body(clause, first, stop) or _as_club(clause, first, stop):
        yield BODY, AROUND
    if _of_person(clause, first, stop):
        yield PERSON, AROUND
    if _by_what_follows(clause, first, stop) or _puts_out(clause, first, stop):
        yield BODY, AROUND
    if reports(clause, first, stop):
        yield BODY, SEEN + AROUND
    if _as_person(clause, first, stop):
        yield PERSON, AROUND
    elif clause.low(first) not in clause.lexicon.given and _says_it(clause, stop):
        yield BODY, AROUND


def _seen(clause: Clause, first: int, stop: int, seen: Seen) -> list[tuple[str, int]]:
    """What the network saw in a name; nobody is called "the Mara Lund"."""
    the = clause.low(first - 1) == "the"
    found = [seen.entities.get(clause.words[n].span, "") for n in range(first, stop)]
    found = [one for one in found if one in (BODY, PLACE) or (one == PERSON and not the)]
    if BODY in found and stop - first > 1:
        return [(BODY, SEEN)]  # the U.S. Court of Appeals
    return [(one, SEEN) for one in found[:1]]


def _own(clause: Clause, first: int, stop: int) -> bool:
    """Whether a name ends in a noun for a body, or as firms do: "Moss Council", "the Moss school | board", "Moss Homes".

    Leaves: "the Lund | administration", "Lund's campaign", which are hers.
    """
    if is_surname(clause, first, stop):
        return False
    if stop - first > 1 and clause.lexicon.tells(clause.low(stop - 1).rstrip("."), "firm_name"):
        return True
    if any(clause.low(n) == "&" for n in range(first, stop)):
        return True  # Strand & Moe
    outlet = stop - first > 1 and clause.lexicon.tells(clause.low(stop - 1), "outlet")
    given = clause.low(first) in clause.lexicon.given and clause.low(stop - 1) in SURNAMES
    if outlet and (not given or clause.low(first - 1) == "the"):
        return True  # the Washington Post, Liberty Daily, but Emily Post
    form = clause.words[first].form
    if stop - first == 1 and (_run_together(form) or _as_site(form)):
        return True
    whole = " ".join(lows(clause, first, stop))
    site = clause.low(stop) == "news" and clause.lexicon.tells(clause.low(stop + 1), "any_outlet")
    if site or clause.lexicon.tells(whole, "outlet_name", "body_name"):
        return True  # the Walla news site
    if stop - first > 1 and clause.low(first) in BROADCASTERS:
        return True  # Radio Free Moss
    ends = [clause.low(stop - 1)] if stop - first > 1 else []
    ends += [clause.low(n) for n in (stop, stop + 1) if not clause.capital(n)]
    return any(_body(clause, low) and not clause.lexicon.tells(low, "led_by") for low in ends)


def _lies_somewhere(clause: Clause, first: int, stop: int) -> bool:
    """Whether a word tells of a place: "Bellamy Creek", "the city of | Orre". Leaves: "Rosa Hill", "Ms Hill", "Creek Farms"."""
    if clause.low(first - 1) == "of" and clause.lexicon.tells(clause.low(first - 2), "place_of"):
        return True
    given = clause.low(first) in clause.lexicon.given
    return stop - first > 1 and not given and clause.lexicon.tells(clause.low(stop - 1), "ground")


def _as_site(form: str) -> bool:
    """Whether a name is written as those of sites are: "9to5Marrow", "marrow.info". Leaves: "P.S.", "St."."""
    dotted = form.count(".") == 1 and not form.endswith(".")
    return dotted or (form[:1].isdigit() and any(c.islower() for c in form))


def _run_together(form: str) -> bool:
    """Whether a word is written as firms alone write theirs: "ProPublica", "YouTube". Leaves: "McDonald", "DeVos", "O’Hara"."""
    inner = [n for n in range(2, len(form)) if form[n].isupper() and form[n - 1].islower()]
    return bool(inner) and inner[0] > LONGEST_PARTICLE and form.isalpha()


def _after_office(clause: Clause, first: int, stop: int) -> bool:
    """Whether an office stands right before a name: "host | Vera Mills", "referee | Sian Court".

    Leaves: "the developer Moss Homes", "rival Lumo".
    """
    low = clause.low(first - 1)
    noun = clause.lexicon.nouns.get(low)
    known = (noun is not None and noun.kind == "person") or clause.lexicon.tells(low, "expert")
    no = clause.lexicon.tells(low, "any_body", "no_office", "spokes")
    given = clause.low(first) in clause.lexicon.given
    return known and not no and given and stop - first > 1 and not clause.capital(first - 1)


def _by_what_follows(clause: Clause, first: int, stop: int) -> bool:
    """Whether what follows a name only a body has: "the Holt | boss", "Border Patrol | agent", "ProPublica, | which".

    Leaves: "the Whitcomb | spokeswoman", who may be a person's.
    """
    given = stop - first > 1 and clause.low(first) in clause.lexicon.given
    if given or clause.capital(stop):
        return False
    which = clause.low(stop) == "," and clause.low(stop + 1) == "which"
    return which or clause.lexicon.tells(clause.low(stop), "member_of")


def _puts_out(clause: Clause, first: int, stop: int) -> bool:
    """Whether somebody gave a name that is one word an interview, or it published one: "an interview with | Handelsblatt"."""
    at = first - 1 - (clause.low(first - 1) == "the")
    talk = clause.lexicon.tells(clause.low(at - 1), "talk") and clause.low(at) in ("with", "in")
    printed = clause.lexicon.tells(clause.low(at - 1), "puts_out") and clause.low(at) == "by"
    return stop - first == 1 and (talk or printed)


def reports(clause: Clause, first: int, stop: int) -> bool:
    """Whether a name does what outlets do: "| Marrowline | reported that", "| Marrowline | first reported", "| Movie Pilot | reports that".

    Leaves: "Lund reported hearing a bang", "Ida Lund reported that".
    """
    at = stop + (clause.low(stop) in ALSO)
    going = clause.is_(at, "auxiliary") and clause.low(at + 1) == "reporting"
    told = clause.lexicon.tells(clause.low(at), "tells_news") or going
    at += 1 + going
    after = clause.low(at)
    that = after in ("", ",", "that", "how", "on", "about") or clause.is_(at, "day")
    if stop - first == 1:
        return told and (that or clause.capital(at))
    return (
        told and that and stop - first == FEWEST and clause.low(first) not in clause.lexicon.given
    )


def _named_firm(clause: Clause, first: int) -> bool:
    """Whether the words before a name call it a firm: "the engineering firm | Dunmore Pell". Leaves: "firm friend Mara Lund"."""
    low = clause.low(first - 1)
    firm = clause.lexicon.tells(low, "any_body", "any_outlet")
    firm = firm and not clause.capital(first - 1)
    opens = 1 < first <= NEAR  # Local newspaper | al Sabaah
    near = (clause.low(n) in ARTICLES for n in range(max(0, first - NEAR), first - 1))
    return firm and (opens or any(near))


def _is_dateline(clause: Clause, first: int, stop: int) -> bool:
    """Whether a name is where a dispatch is from: "GRANT COUNTY, Neb. — A farmer …"."""
    capitals = all(clause.words[n].form.isupper() for n in range(first, stop))
    if first > 0 or not capitals or clause.low(stop) not in (",", "(", *DASHES):
        return False
    return any(clause.low(n) in DASHES for n in range(stop, min(stop + LINE, len(clause))))


def _body(clause: Clause, low: str) -> bool:
    noun = clause.lexicon.nouns.get(low)
    return noun is not None and noun.kind == "organisation"


def _of_body(clause: Clause, first: int, stop: int) -> bool:
    """Whether the words around tell of a body: "the agency Orda", "executives at Lantern", "Veldra's army"."""
    aside = clause.low(first - 1) == ","
    at = first - 1 - aside
    of = aside and any(clause.is_(n, "preposition", "linking") for n in (at - 1, at - 2))
    if _body(clause, clause.low(at)) and not clause.capital(at) and not of:
        return True
    if (past := _aside(clause, stop)) and _is_body(clause, past - 1):
        return True  # Perch, the neighbourhood app; Corvane, a battery maker
    if clause.low(first - 1) == "in" and clause.lexicon.tells(clause.low(first - 2), "held_in"):
        return True
    noun = clause.lexicon.nouns.get(clause.low(first - 2))
    if clause.low(first - 1) == "at" and noun is not None and noun.kind in ("group", "person"):
        return True
    if clause.low(stop) not in POSSESSIVE:
        return False
    return any(
        clause.lexicon.tells(clause.low(n), "of_body") for n in range(stop + 1, stop + 1 + NEAR)
    )


def _aside(clause: Clause, stop: int) -> int | None:
    """Past the noun of an aside with an article after a name; None where there is none."""
    if clause.low(stop) != "," or clause.low(stop + 1) not in ARTICLES:
        return None
    return next((n for n in range(stop + 2, len(clause)) if _ends(clause, n)), len(clause))


def _is_body(clause: Clause, at: int) -> bool:
    """Whether a word is a noun for a body."""
    low = clause.low(at)
    some = clause.lexicon.tells(low, "any_body", "some_body")
    return not clause.capital(at) and (some or _body(clause, low))


def _is_called(clause: Clause, stop: int) -> bool:
    """Whether an aside that ends says that a name is that of a body: "Perch, the dating application, said".

    Leaves: "according to Lund, the company is for sale", where none ends; "Lund, a company director,".
    """
    past = _aside(clause, stop)
    return past is not None and clause.low(past) in (",", ")") and _is_body(clause, past - 1)


def _as_person(clause: Clause, first: int, stop: int) -> bool:
    """Whether a name begins with a given name, and ends in no word for a body: "Teodor Vasch"."""
    given = clause.low(first) in clause.lexicon.given
    of = any(clause.low(n) in ("of", "for", "&", "'s", "'") for n in range(first, stop))
    short = 1 < stop - first <= LONGEST
    return given and short and not of and not _own(clause, first, stop)


def _says_it(clause: Clause, stop: int) -> bool:
    """Whether what a name says, it says of itself as of a thing: "Perch said | it would erase the data"."""
    at = stop
    while at - stop < NEAR and (
        clause.is_(at, "auxiliary", "adverb", "day") or clause.low(at) == "on"
    ):
        at += 1
    if clause.cue(at) is None:
        return False
    at += 1
    while at - stop < 2 * NEAR and (clause.low(at) in ("that", "on") or clause.is_(at, "day")):
        at += 1
    of_itself = clause.is_(at + 1, "auxiliary") or clause.cue(at + 1) is not None
    return clause.low(at) == "it" and of_itself


def _ends(clause: Clause, at: int) -> bool:
    """Whether the noun of a phrase stands before this word."""
    return clause.low(at) in (",", "(", ")") or clause.is_(
        at, "linking", "preposition", "relative", "auxiliary"
    )


def _as_club(clause: Clause, first: int, stop: int) -> bool:
    """Whether a name ends as those of clubs do, and stands where nothing is said to lie: "Moss | Town | said". Leaves: "in Moss Town"."""
    club = stop - first > 1 and clause.lexicon.tells(clause.low(stop - 1), "club_name")
    return club and not clause.is_(first - 1, "preposition")


def _of_place(clause: Clause, first: int, stop: int) -> bool:
    """Whether the words before tell of a place: "his speech at Orre"."""
    located = clause.low(first - 1) in ("in", "at", "near")
    return stop - first == 1 and located and clause.low(stop) not in POSSESSIVE


def _of_person(clause: Clause, first: int, stop: int) -> bool:
    """Whether the words after tell of a person: an age, "who"; or it is the label of a turn: "HALE:"."""
    after = clause.low(stop + 1)
    if first == 0 and clause.low(stop) == ":" and clause.words[stop - 1].form.isupper():
        return True
    return clause.low(stop) == "," and (after in ("who", "whose") or after.isdigit())
