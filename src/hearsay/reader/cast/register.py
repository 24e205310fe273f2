"""The register: every name in the article, each with the fullest form that the article gives it.

"Lund", "Ms. Lund" and "Mara Lund" are one name where the article has one fuller form that fits; a surname that several
persons have is that of the one named most before; any other short form that fits several stays apart. "PA" goes
with "Port Authority", the "Courier" with the "Ansel Courier".
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.beside import Beside, beside
from hearsay.reader.cast.kinds import BODY, PERSON, entities, lows
from hearsay.reader.cast.names import LINKS, PARTICLES, SILKS, in_brackets, names, of_nation
from hearsay.reader.cast.places import Place, has_article, is_located, tells_news, told_to
from hearsay.reader.cast.seen import Seen
from hearsay.reader.clause import clauses
from hearsay.text.span import Span

SHORT = 4  # words of "the firm's oldest daughter", which tells a gender by its last
LONGEST = 6  # words of a name; longer runs of capitals are headlines or lists
LINKED = 3  # more of one that is joined: "Society for the Protection of Owls"
BACK = 1000  # characters before a surname in which its bearer was the subject
MORE = 2  # times as often as another of the same surname
NATIONAL = ("u.s", "us", "uk", "u.k", "british", "american", "national", "royal", "federal")
"""Words before the name of a body that its letters leave out: "NSC" of the U.S. National Security Council."""

SHORTEST = 3  # letters of a given name cut short, and that are cut off


class Bearer(msgspec.Struct):
    """One bearer of a name, as far as the article tells.

    Attributes:
        key: what the namings of it share.
        full: its fullest form.
        places: in order.
        entity: person, organization, place, or "".
        titles, standing: in the words of the article.
        gender: "f", "m" or "".
        likely: the gender that the given name tells, as long as nothing else does.
        guessed: the one that the pronouns near it tell, where neither does.
    """

    key: str
    full: Place
    places: list[Place]
    entity: str
    titles: list[Span]
    standing: list[Span]
    gender: str = ""
    likely: str = ""
    guessed: str = ""

    @property
    def taken_for(self) -> str:
        """The gender by what tells it best; "" where nothing does."""
        return self.gender or self.likely or self.guessed

    @property
    def person(self) -> bool:
        """Whether it may be a person."""
        return self.entity in ("", PERSON)

    @property
    def surely(self) -> bool:
        """Whether more than the network tells that it is a person, or anything: "Raw Story" is none for it alone."""
        told = self.gender or self.likely or self.titles or self.standing
        return bool(told) or any(place.sure for place in self.places)


class Register(msgspec.Struct, frozen=True):
    """All bearers of names, and where each name stands."""

    bearers: tuple[Bearer, ...]
    at: dict[Span, Bearer]
    text: str = ""

    def within(self, span: Span) -> Bearer | None:
        """The one bearer of whom names stand in some words; None where there are several."""
        meets = [b for place, b in self.at.items() if span.holds(place)]
        return meets[-1] if len({id(b) for b in meets}) == 1 else None

    def nobodys(self, name: Span) -> bool:
        """Whether a name is that of no person, as far as the article tells."""
        bearer = self.at.get(name)
        return bearer is not None and bearer.entity in (BODY, "") and not bearer.titles

    def in_passing(self, name: Span) -> bool:
        """Whether a name that nothing tells to be a person's stands once, or always where it is told something."""
        bearer = self.at.get(name)
        if bearer is None or bearer.titles or bearer.gender:
            return False
        news = any(map(tells_news, bearer.places))
        if bearer.entity == PERSON and not (len(bearer.full.lows) == 1 and news):
            return False
        heard = (told_to(place) or tells_news(place) for place in bearer.places)
        return len(bearer.places) == 1 or all(heard)


def register(
    text: str, words: Words, blocks: Sequence[Span], lexicon: Lexicon, seen: Seen
) -> Register:
    """The names of some blocks."""
    where = [
        (clause, first, stop)
        for block in blocks
        for plain in clauses(text, words, block, lexicon)
        for clause in (msgspec.structs.replace(plain, common=seen.common),)
        for first, stop in names(clause)
        if stop - first
        <= LONGEST + LINKED * any(clause.low(n) in LINKS for n in range(first, stop))
    ]
    known = entities(where, seen)
    places = [
        Place(clause.span(first, stop), form, *known[form], clause, first, stop)
        for clause, first, stop in where
        for form in (lows(clause, first, stop),)
    ]
    groups: list[Bearer] = []
    short = {*_cut_short(places)}
    with_article = {place.lows for place in places if _has_own_article(place, seen)}
    located = {place.lows for place in places if is_located(place)}
    for place in sorted(places, key=lambda p: (-len(p.lows), p.span.start)):
        near = [one for one in groups if short or _has_part(place, one)]
        fits = [one for one in near if _fits(place, one) or _as_cut(place, one, short)]
        maker = place.lows not in with_article and any(
            _is_made_by(place, one, seen) for one in fits
        )
        nation = len(place.lows) == 1 and place.lows[0] in NATIONAL
        if maker or place.lows in located or nation:
            fits = [one for one in fits if not _begins(place, one)]
        same = [one for one in fits if one.full.lows == place.lows]
        if len(fits) > 1 and not same:
            fits = [one for one in fits if one.entity == place.entity] or fits
            if len(place.lows) > 1:
                fits = [one for one in fits if one.full.lows[0] == place.lows[0]] or fits
            if all(one.entity == PERSON for one in fits):
                meant = _meant(text, place, fits, seen)
                fits = [meant] if meant else fits
        if same or len(fits) == 1:
            _join((same or fits)[0], place)
        else:
            key = " ".join(place.lows)
            shared = {one.entity for one in fits}  # several of one kind: it is one of them
            entity = place.entity or (shared.pop() if len(shared) == 1 else "")
            groups.append(Bearer(key, place, [place], entity, [], []))
    surnames = {one.full.lows[-1] for one in groups if len(one.full.lows) > 1} | lexicon.surnames
    for one in groups:
        _settle(one, seen)
        if one.full.lows[0] in surnames and len(one.full.lows) == 1:
            one.likely = ""  # Clinton, of two Clintons; Kelly
    return Register(tuple(groups), {p.span: one for one in groups for p in one.places}, text)


def _fits(place: Place, one: Bearer) -> bool:
    """Whether a name may be a shorter form of a bearer's."""
    short, full = place.lows, one.full.lows
    if short == full:
        return place.entity == one.entity or "" in (place.entity, one.entity) or len(full) > 1
    if one.entity == BODY and len(short) == 1 and of_nation(place.clause, place.first):
        return False  # British banks are not the British Embassy
    if place.joined == one.full.joined or _initials(place, one) or _is_short(place, one):
        return True
    apart = place.entity and one.entity and place.entity != one.entity
    if apart or (len(short) > 1 and short[-1] not in full):
        return False
    if one.entity == PERSON or (one.entity == "" and len(full) > 1 and len(short) == 1):
        plain = [low for low in full if low not in PARTICLES] or list(full)
        if len(short) > 1:
            return short[-1] == full[-1] and {*short} <= {*full}
        return short[0] in (plain[-1], full[0]) or _is_pet_name(short[0], full)
    if len(short) >= len(full):
        return False
    runs = [
        full[n : n + len(short)] == short and not _head_of(place, full, n) for n in range(len(full))
    ]
    return any(runs) and (place.entity == BODY or len(short) > 1)


def _has_part(place: Place, one: Bearer) -> bool:
    """Whether a name has anything of a bearer's: its first or last word, its letters, or how it begins."""
    first, full = place.lows[0], one.full.lows
    if first in full or place.lows[-1] in full or place.joined == one.full.joined:
        return True
    begins = full[0][:SHORTEST] == first[:SHORTEST]
    return len(place.lows) == 1 and (begins or bool(place.letters))


def _is_made_by(place: Place, one: Bearer, seen: Seen) -> bool:
    """Whether a longer name is of what a body makes: it has an article, or the network takes it for a thing, and the name of its maker never.

    Takes: "Lantern sells | the Lantern Glow | … Lantern said". Leaves: "Virgin Media … Virgin", "the Moss Council … Moss Council", "the Pew
    Institute … Pew", whose own words tell that it is a body, "a Lantern Home spokesman".
    """
    if not _begins(place, one):
        return False
    lexicon, last = place.clause.lexicon, one.full.lows[-1]
    noun = lexicon.nouns.get(last)
    if noun is not None and noun.kind != "document":
        return False
    heads = [at for other in one.places if (at := seen.at(other.head)) is not None]
    things = [at for at in heads if seen.words[at].entity != BODY]
    told = len(heads) > 1 and 2 * len(things) > len(heads)
    told = told and not lexicon.tells(last, "firm_name")
    return told or any(_has_own_article(other, seen) for other in one.places)


def _has_own_article(place: Place, seen: Seen) -> bool:
    """Whether an article before a name is its own: "the | Lantern Glow |", but not "a | Lantern Home | spokesman"."""
    at = seen.at(place.head)
    return at is not None and seen.words[at].relation != "compound" and has_article(place)


def _begins(place: Place, one: Bearer) -> bool:
    """Whether a longer name of a body begins with a name."""
    short, full = place.lows, one.full.lows
    return one.entity == BODY and len(short) < len(full) and full[: len(short)] == short


def _cut_short(places: Sequence[Place]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names that stand in brackets after a longer one, with its words: "Moss Institute of Owls | (Mio) |"."""
    for one, after in pairwise(places):
        beside = one.clause is after.clause and after.first == one.stop + 1
        same = one.lows[0][:1] == after.lows[0][:1]  # not ISIS, of Iraq and Syria
        if beside and same and in_brackets(after.clause, (after.first, after.stop)):
            yield after.lows[0], one.lows


def _as_cut(place: Place, one: Bearer, short: Collection[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether a name is that of a bearer as the article cuts it short, or ends in that: "Mio", "Moss | Mio"."""
    if not short:
        return False
    first, last = place.lows[:-1], place.lows[-1]
    return (last, one.full.lows) in short and {*first} <= {*one.full.lows}


def _is_pet_name(short: str, full: tuple[str, ...]) -> bool:
    """Whether a name alone is a given name cut short: "Des" of Desmond Rook, "Georgie" of Georgina Alder; not "Ann" of Anna Lund."""
    stem = short.removesuffix("ie").removesuffix("y")
    cut = len(full) > 1 and len(stem) >= SHORTEST and full[0].startswith(stem)
    return cut and len(full[0]) - len(stem) >= SHORTEST


def _meant(text: str, place: Place, fits: Sequence[Bearer], seen: Seen) -> Bearer | None:
    """Whom a surname means that several persons have: of the gender it tells, who speaks there, or named most before by far.

    Takes: "Dale Hutchins … Hutchins … Hutchins left. His mother, Rita Hutchins, … Hutchins"; "Mrs. Hutchins" is she.
    Leaves: "Mara Lund said. Karl Lund replied. Lund said".
    """
    gender = _gender(place, beside(place.clause, place.first, place.stop, seen))
    same = [one for one in fits if gender and _told_gender(one, seen) == gender] or list(fits)
    here = [one for one in same if _speaks_here(text, place, one)]
    if len(here) == 1 or len(same) == 1:
        return (here or same)[0]
    often = [sum(other.span.before(place.span) for other in one.places) for one in same]
    often = (
        often if any(often) else [len(one.places) for one in same]
    )  # a surname opens the article
    first, second = sorted(often, reverse=True)[:2]
    far = first >= MORE * second and first > 0
    told = [(p.span.start, one) for one in same for p in one.places if _tells(place, p, one, seen)]
    if told and _at_cue(place) and not (far and first - second > 1):
        return max(told, key=lambda found: found[0])[1]
    return same[often.index(first)] if far else None


def _speaks_here(text: str, place: Place, one: Bearer) -> bool:
    """Whether a surname stands at a cue, and so does the full name of somebody before it in the same paragraph.

    Takes: "Rita Hutchins told us that he ran. “He ran,” Hutchins said". Leaves: "Rita Hutchins said that Hutchins ran".
    """
    full = [p for p in one.places if p.lows == one.full.lows and p.span.before(place.span)]
    near = [p for p in full if "\n" not in p.span.hull(place.span).cut(text)]
    return _at_cue(place) and any(map(_at_cue, near))


def _tells(place: Place, other: Place, one: Bearer, seen: Seen) -> bool:
    """Whether a full name is the subject of a clause near before a surname: "| Rita Hutchins |, mother of Dale Hutchins, rejected it"."""
    at = seen.at(other.span) if other.lows == one.full.lows else None
    subject = at is not None and seen.words[at].relation.startswith("nsubj")
    return subject and other.span.before(place.span) and other.span.hull(place.span).length < BACK


def _at_cue(place: Place) -> bool:
    """Whether a verb of saying stands right beside a name."""
    clause = place.clause
    return clause.cue(place.stop) is not None or clause.cue(place.first - 1) is not None


def _told_gender(one: Bearer, seen: Seen) -> str:
    """The gender that any place of a name tells, or else the given name."""
    told = (_gender(at, beside(at.clause, at.first, at.stop, seen)) for at in one.places)
    given = one.full.clause.lexicon.given.get(one.full.lows[0], "")
    return next((gender for gender in told if gender), given)


def _head_of(place: Place, full: tuple[str, ...], at: int) -> bool:
    """Whether a longer name is that of who heads the body that a part of it names: "Chief of | General Staff"."""
    noun = (
        place.clause.lexicon.nouns.get(full[at - 2]) if at > 1 and full[at - 1] in LINKS else None
    )
    return noun is not None and noun.kind == "person"


def _is_short(place: Place, one: Bearer) -> bool:
    """Whether a name is one word of another whose kind the network misses as easily."""
    short, full = place.lows, one.full.lows
    if short[0] not in (full[0], full[-1]):
        return False
    clause = place.clause
    located = is_located(place) and clause.low(place.stop) not in ("'s", "'")
    if one.entity == PERSON and len(short) == 1 and short[0] == full[-1] and not located:
        return True  # a surname alone is easily taken for a body, or a place: Brandsma's seat
    return (
        one.entity == BODY and not place.sure and full[: len(short)] == short
    )  # Lantern, of Lantern Home


def _initials(place: Place, one: Bearer) -> bool:
    form = place.letters if len(place.lows) == 1 else ""
    if not form:
        return False
    letters = "".join(w[0] for w in one.full.lows if w not in (*LINKS, "and", "the"))
    whose = one.full.lows[0] in NATIONAL and len(form) > len("NC")
    return form.lower() == letters or (whose and form.lower() == letters[1:])


def _join(one: Bearer, place: Place) -> None:
    one.places.append(place)
    one.entity = one.entity or place.entity


def _settle(one: Bearer, seen: Seen) -> None:
    """What all places of a name tell of its bearer."""
    one.places.sort(key=lambda place: place.span.start)
    for place in one.places:
        told: Beside = beside(place.clause, place.first, place.stop, seen)
        one.titles += [place.clause.span(*run) for run in told.titles]
        one.standing += [place.clause.span(*run) for run in told.standing]
        if not one.gender:
            one.gender = _gender(place, told)
    if not one.titles:
        letters = (p for p in one.places if p.clause.low(p.stop) in SILKS)
        one.titles += [p.clause.span(p.stop, p.stop + 1) for p in letters][:1]
    one.likely = one.full.clause.lexicon.given.get(one.full.lows[0], "")
    if one.entity == "" and (one.titles or one.gender or any(map(_somebody, one.places))):
        one.entity = PERSON


def _somebody(place: Place) -> bool:
    """Whether the word before a name says what a person is to another: "her grandson | Imran"."""
    low = place.clause.low(place.first - 1)
    return place.clause.lexicon.tells(low, "no_office") and not place.clause.capital(
        place.first - 1
    )


def _gender(place: Place, told: Beside) -> str:
    clause = place.clause
    said = [clause.low(place.first - 1).rstrip(".")]
    said += place.lows if len(place.lows) == 1 else ()  # Dad
    if clause.low(place.first - 1) in ("named", "called"):
        said.append(clause.low(place.first - 2))  # a man named Sweeney
    said += [
        clause.low(n)
        for first, stop in told.titles
        for n in range(first, stop)
        if not any(clause.low(m) in ("his", "her", "their", "'s") for m in range(first, stop))
    ]
    said += [clause.low(stop - 1) for first, stop in told.standing if stop - first <= SHORT]
    return next((gender for low in said if (gender := clause.lexicon.gender(low))), "")
