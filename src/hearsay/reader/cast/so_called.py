"""Bodies so called: which body "the company", "the agency", "the club" or "the paper" means.

The most named before; of words that only some bodies are called by, the last whose
name says so; of outlets the last.
"""

from hearsay.reader.cast.kinds import BODY, PERSON
from hearsay.reader.cast.naming import Named
from hearsay.reader.cast.places import told_to
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.clause import Clause
from hearsay.text.span import Span

FEWEST = 2  # words of "the company"
CLOSE = 2  # paragraphs
AIRED = ("network", "broadcaster", "station", "channel")
ANY = ("organisation", "organization", "group")
"""Words that every body may be called by, whatever its name says that it is."""

CLUBS = ("club", "team", "side")
PRINTED = ("newspaper", "paper", "magazine", "daily", "weekly", "tabloid", "publication", "outlet")


def body_named(register: Register, named: Named, *, definite: bool) -> Bearer | None:
    """The body that "the company" means: the most named before, then the last; none for "the union", where no union has a name."""
    clause = named.clause
    plain = clause and len(clause) == FEWEST and clause.low(0) in ("the", "this")
    if clause and _only_which(clause, named) and (outlet := _outlet(register, named)):
        return outlet
    if clause is None or not (plain or (definite and len(clause) == 1)):
        return None
    lexicon = clause.lexicon
    if (so_called := _so_called(register, named)) is not None:
        return so_called
    if lexicon.tells(named.noun, "any_outlet") and (outlet := _outlet(register, named)):
        return outlet
    if not lexicon.tells(named.noun, "any_body"):
        return _by_letters(register, named)
    found = []
    for one in register.bearers:
        nouns = [(low, lexicon.nouns.get(low)) for low in one.full.lows]
        other = (
            named.noun not in ANY
            and any(  # the Union of Guards is no company, and neither is the Harbour Council
                noun is not None
                and (noun.kind == "organisation" or low == one.full.lows[-1])
                and not lexicon.tells(low, "any_body")
                for low, noun in nouns
            )
        )
        firm = lexicon.tells(one.full.lows[-1], "firm_name")
        press = not firm and any(lexicon.tells(low, "outlet") for low in one.full.lows)
        before = [p for p in one.places if p.span.end <= named.span.start]
        party = any(lexicon.tells(low, "party_of") for low in one.full.lows)
        if one.entity != BODY or not before or other or press or party or _is_of(register, one):
            continue
        found.append((len(before), last_before(one, named.span), one))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _by_letters(register: Register, named: Named) -> Bearer | None:
    """The one body named by its letters in the paragraph, or the one before, where a noun may be what they stand for: "NASA … the agency"."""
    lexicon = named.clause.lexicon if named.clause else None
    if lexicon is None or not lexicon.tells(named.noun, f"called:{named.noun}"):
        return None
    found = [
        one
        for one in register.bearers
        if one.entity == BODY
        and len(one.full.lows) == 1
        and one.full.letters
        and not is_outlet(one)
        if any(_is_close(register.text, p.span, named.span) for p in one.places)
    ]
    return found[0] if len(found) == 1 else None


def _is_close(text: str, place: Span, here: Span) -> bool:
    """Whether a place stands before some words in their paragraph or the one before."""
    return place.before(here) and len(place.hull(here).cut(text).split("\n\n")) <= CLOSE


def is_outlet(one: Bearer, *, by_word: bool = False) -> bool:
    """Whether a name is an outlet's: by a word, "the Harbour Times", or all of it: "Variety". Leaves: "the World Trade Organization".

    Args:
        one: the bearer of the name.
        by_word: a word tells it, and not all of it alone.
    """
    lexicon = one.full.clause.lexicon
    for lows in {place.lows for place in one.places}:
        last = lexicon.nouns.get(lows[-1])
        body = last is not None and last.kind == "organisation"
        told = any(lexicon.tells(low, "outlet") for low in (lows[-1:] if body else lows))
        if told or (not by_word and lexicon.tells(" ".join(lows), "outlet_name")):
            return True
    return False


def _is_of(register: Register, one: Bearer) -> bool:
    """Whether a name begins with that of another body, whose part or product it then is: "the Lantern | Glow", of Lantern."""
    lows = one.full.lows
    return any(
        other.entity == BODY and other.full.lows == lows[: len(other.full.lows)]
        for other in register.bearers
        if other is not one and len(other.full.lows) < len(lows)
    )


def _so_called(register: Register, named: Named) -> Bearer | None:
    """The last body named before whose name says that it may be called so: "the agency", the Safety Commission.

    Takes: "the club", of a name of which somebody is manager. Leaves: "the agency", where only firms are named.
    """
    found = [
        (last_before(one, named.span), one)
        for one in register.bearers
        if one.entity == BODY
        and one.places[0].span.end <= named.span.start
        and _may_be_called(one, named.noun)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _may_be_called(one: Bearer, noun: str) -> bool:
    lexicon = one.full.clause.lexicon
    if noun in CLUBS:
        after = [place.clause.low(place.stop) for place in one.places]
        return any(lexicon.tells(low, "plays_for") for low in after)
    last = next(
        (n for n, low in enumerate(one.full.lows) if low in ("of", "for")), len(one.full.lows)
    )
    return lexicon.tells(one.full.lows[last - 1], f"called:{noun}")


def _only_which(clause: Clause, named: Named) -> bool:
    """Whether a description says of an outlet only which of its kind it is: "the same newspaper", "the German daily"."""
    outlet = clause.lexicon.tells(named.noun, "any_outlet") and named.head == len(clause) - 1
    plain = not clause.lexicon.tells(clause.low(1), "any_body")  # the company website
    return outlet and plain and clause.low(0) == "the" and len(clause) == FEWEST + 1


def _outlet(register: Register, named: Named) -> Bearer | None:
    """The outlet that "the paper" means: the last one named before."""
    lexicon = register.bearers[0].places[0].clause.lexicon if register.bearers else None
    found = [
        (last_before(one, named.span), one)
        for one in register.bearers
        if lexicon is not None
        and (one.entity != PERSON or register.in_passing(one.full.span))
        and one.places[0].span.end <= named.span.start
        and (
            is_outlet(one, by_word=named.noun in AIRED)
            or (named.noun in PRINTED and (_gives_talks(one) or told_to(one.full)))
        )
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _gives_talks(one: Bearer) -> bool:
    """Whether somebody gave a name an interview, or it is called an outlet: "an interview with | Handelsblatt", "the daily | Noviny"."""
    for place in one.places:
        clause, at = place.clause, place.first - 1
        at -= clause.low(at) == "the"
        talk = clause.lexicon.tells(clause.low(at - 1), "talk") and clause.low(at) in ("with", "in")
        called = clause.lexicon.tells(clause.low(place.first - 1), "any_outlet")
        if one.entity in (BODY, "") and (talk or called):  # the daily | Noviny
            return True
    return False


def last_before(one: Bearer, before: Span) -> int:
    """Where a name stood last before some words."""
    return max(p.span.start for p in one.places if p.span.end <= before.start)
