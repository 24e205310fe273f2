"""Seats: for which state and party somebody sits, as news says it behind his name: "(R-Calif.)", ", D-Maine,".

So "the California Republican" is he, and "the Florida senator" is not she who sits for Iowa.

Source: the style book of The Associated Press, "party affiliation".
"""

from collections.abc import Iterator

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.naming import Named
from hearsay.reader.cast.register import Bearer

OPENS = ("(", ",", "[")
HYPHENS = ("-", "–", "—")
PARTIES = {"r": "republican", "d": "democrat", "i": "independent"}
SITS = ("senator", "representative", "congressman", "congresswoman", "lawmaker", "legislator")
"""Words for whoever sits for a state, whatever his title is."""

LONGEST = 2  # words of a state


def sits_for(text: str, one: Bearer, named: Named) -> bool | None:
    """Whether a description tells the state, and no other party, for which somebody sits; None where it tells none, or the article.

    Takes: "the California Republican", of "Ida Lund (R-Calif.)". Not of "Ida Lund, D-Calif.", "Ida Lund (R-Iowa)", "Texas Sen. Ida Lund".
    """
    clause = named.clause
    if clause is None:
        return None
    lexicon, words = clause.lexicon, [clause.low(n) for n in range(named.head + 1)]
    told = " ".join(title.cut(text) for title in one.titles).lower().split()
    seats = [*_seats(one)]
    parties = {party for party, _ in seats} | {*_parties(told)}
    if parties and {*_parties(words)} - parties:
        return False
    wanted = [*_states(words, lexicon)]
    known = [*_states(told, lexicon), *(place for _, place in seats if place)]
    if not wanted or not known:
        return None
    return any(_is_short(place, state) for state in wanted for place in known)


def may_sit(named: Named) -> bool:
    """Whether a description says of somebody that he sits for a state, or of which party he is, and no office else."""
    tells = named.clause is not None and named.clause.lexicon.tells(named.noun, "partisan")
    return tells or named.noun in SITS


def _seats(one: Bearer) -> Iterator[tuple[str, str]]:
    """The letter of the party and the letters of the state behind each naming: ("r", "calif")."""
    for place in one.places:
        clause, at = place.clause, place.stop + 1
        party, place_ = clause.low(at)[:1], clause.low(at)[2:]
        hyphen = clause.low(at)[1:2] in HYPHENS or clause.low(at + 1) in (*HYPHENS, ")")
        if clause.low(place.stop) in OPENS and clause.capital(at) and party in PARTIES and hyphen:
            ends = (n for n in range(at + 1, at + LONGEST) if clause.capital(n))
            yield party, _letters(" ".join((place_, *map(clause.low, ends))))


def _parties(words: list[str]) -> Iterator[str]:
    for word in words:
        yield from (one for one, name in PARTIES.items() if word.startswith(name))


def _states(words: list[str], lexicon: Lexicon) -> Iterator[str]:
    for n, word in enumerate(words):
        for form in (word, " ".join(words[n : n + LONGEST])):
            if lexicon.tells(form, "state_of_us"):
                yield _letters(form)


def _letters(words: str) -> str:
    return "".join(filter(str.isalpha, words))


def _is_short(short: str, state: str) -> bool:
    """Whether letters are those of a state, in order, from its first: "vt" of Vermont, "calif" of California."""
    left = iter(state)
    return short[:1] == state[:1] and all(letter in left for letter in short)
