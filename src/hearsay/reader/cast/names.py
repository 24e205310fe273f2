"""Names: the runs of capitals in a phrase that name somebody, without the titles before them."""

from collections.abc import Iterator

from hearsay.reader.clause import Clause

PARTICLES = ("de", "van", "von", "der", "den", "al", "bin", "da", "del", "di")
ARTICLES_OF_NAMES = ("al", "el")
"""Words in small letters with which a name may begin."""

LINKS = ("of", "for", "&")
"""Words that join the parts of a name of a body."""

SUFFIXES = (
    "jr",
    "jr.",
    "sr",
    "sr.",
    "ii",
    "iii",
    "iv",
    "qc",
    "kc",
    "sc",
    "obe",
    "mbe",
    "cbe",
    "phd",
    "md",
)
CHIEFS = ("ceo", "cfo", "coo", "cto")
"""Letters for an office, "of" what comes after them."""

SILKS = ("kc", "qc", "sc")
"""Letters after a name that are the title of a lawyer."""

MOST_WORDS = 9  # of a name, and of the bracket that opens after it
INITIAL = 2  # characters of "F."
LONGEST_OFFICE = 4  # words
TRADES = ("ist", "er", "or", "man", "woman", "ian", "eer")
"""Ends of words for those who do something, or are from somewhere."""

FEWEST = 2  # words after "and" in the name of a body
NO_NAMES = ("determiner", "pronoun", "subordinator", "preposition", "coordinator", "adverb", "day")
POSSESSIVE = ("'s", "'")


def names(clause: Clause) -> Iterator[tuple[int, int]]:
    """The runs of capitals in a phrase, without the titles before them."""
    at, end = 0, len(clause)
    while at < end:
        if not clause.words[at].named or not clause.capital(at):  # no name begins there
            at += 1
            continue
        stop = at
        while stop < end and _in_name(clause, at, stop):
            stop += 1
        at -= stop > at and clause.low(at - 1) in ARTICLES_OF_NAMES  # al Qaida
        body = clause.lexicon.nouns.get(clause.low(stop - 1)) if stop > at else None
        titles = [
            n
            for n in range(at, stop - 1)
            if _titles(clause, n)
            and not _is_given(clause, at, n, stop)
            and not _is_last(clause, at, n)
        ]
        whole = " ".join(clause.low(n) for n in range(at, stop))
        if (body is not None and body.kind == "organisation") or _is_press(clause, at, stop):
            titles = []  # Moss General Hospital, Military Times
        if clause.lexicon.tells(whole, "outlet_name"):
            titles = []  # Business Insider
        if stop > at and stop < len(clause) and _says_of_what_kind(clause, stop):
            at = stop + 1
            continue  # the New | York-based Committee
        first = _past_office(clause, titles[-1] + 1, stop) if titles else at
        first = _past_pageant(clause, first, stop)
        first = _past_portfolio(clause, first, stop)
        plain = clause.is_(first, "determiner", "pronoun") or _opens_as_noun(clause, first, stop)
        plain = plain or _is_the_office(clause, at, stop) or _is_no_name(clause, first, stop)
        past = stop - (stop - first > 1 and _is_day(clause, stop - 1))
        if past > first and not plain:
            yield first, past
        at = max(stop, at + 1)


def _is_no_name(clause: Clause, first: int, stop: int) -> bool:
    """Whether a lone word in capitals names nobody: "on | TV |", "his | PR |", "| French | officials"; not "French said"."""
    if stop - first != 1:
        return False
    low, nouns = clause.low(stop), clause.lexicon.nouns
    one = f"{low[:-3]}y" if low.endswith("ies") else low.removesuffix("s")  # agencies, governments
    noun = not clause.capital(stop) and (low in nouns or one in nouns)
    return (noun and of_nation(clause, first)) or clause.lexicon.tells(
        clause.low(first), "no_name_alone"
    )


def of_nation(clause: Clause, at: int) -> bool:
    """Whether a word says of which nation something is: "British"."""
    tells = clause.lexicon.tells
    return tells(clause.low(at), "of_nation", "demonym")


def _is_day(clause: Clause, at: int) -> bool:
    """Whether a name is over before the day on which something was said: "told CNN | Wednesday".

    Leaves: "Good Friday", "the Mail on Sunday", "MOSS TODAY", in which the day is written as the rest of the name is.
    """
    shouted = clause.words[at].form.isupper() or clause.low(at - 1) == "on"
    shouted = shouted or clause.lexicon.tells(
        f"{clause.low(at - 1)} {clause.low(at)}", "outlet_name"
    )
    return (
        clause.is_(at, "day")
        and not shouted
        and not clause.lexicon.tells(clause.low(at - 1), "feast_of")
    )


def _is_press(clause: Clause, first: int, stop: int) -> bool:
    """Whether capitals are an outlet's name: "Military Times", but neither "President Star" nor "Judge Emily Post"."""
    noun = clause.lexicon.nouns.get(clause.low(first))
    person = (
        (noun is not None and noun.kind == "person")
        or clause.words[first].form in (clause.lexicon.abbreviations)
        if stop > first
        else True
    )
    press = not person and stop - first > 1 and clause.lexicon.tells(clause.low(stop - 1), "outlet")
    given = any(clause.low(n) in clause.lexicon.given for n in range(first, stop))
    return press and not given


def _opens_as_noun(clause: Clause, first: int, stop: int) -> bool:
    """Whether a lone capital is that of a sentence's first word: "Economists at two banks"."""
    noun = clause.lexicon.nouns.get(clause.low(first))
    return stop - first == 1 and first == 0 and noun is not None and noun.kind == "group"


def _is_the_office(clause: Clause, first: int, stop: int) -> bool:
    """Whether capitals after "the" or whose it is, or before "of", are an office: "the Speaker", "the then Lord Chancellor"."""
    noun = clause.lexicon.nouns.get(clause.low(stop - 1))
    office = noun is not None and noun.kind in ("person", "title")
    office = office or clause.lexicon.tells(clause.low(stop - 1), "expert")
    short = 0 < stop - first < LONGEST_OFFICE
    before = first - 1
    before -= clause.low(before) in ("then", "former", "late", "acting", "deputy")
    opens = clause.low(before) in ("the", "a", "an", *POSSESSIVE)
    opens = opens or clause.low(stop) in ("of", "for", "to")  # Chairman of the board, Ida Lund
    outlet = " ".join(clause.low(n) for n in range(first, stop))
    office = office and not clause.lexicon.tells(outlet, "outlet_name")
    return short and opens and office and not clause.capital(stop)


def _past_office(clause: Clause, first: int, stop: int) -> int:
    """Where the name begins after a title that goes on: Secretary of State | John F. Berg."""
    if clause.low(first) not in ("of", "for"):
        return first
    initial = clause.low(stop - 2).endswith(".") and len(clause.low(stop - 2)) == INITIAL
    return min(max(first + 2, stop - 2 - initial), stop)


def _past_portfolio(clause: Clause, first: int, stop: int) -> int:
    """Where the name begins after what a secretary is of: "the secretary of State | Ida Lund"; first itself elsewhere."""
    of = clause.low(first - 1) == "of" and clause.low(first - 2) in ("secretary", "minister")
    state = of and clause.lexicon.tells(clause.low(first), "portfolio")
    return first + 1 if state and stop - first > 1 else first


def _past_pageant(clause: Clause, first: int, stop: int) -> int:
    """Where the name begins after a title won: "Miss Universe | Alicia Machado"; first itself elsewhere."""
    won = clause.low(first - 1) in ("miss", "mister")
    given = clause.lexicon.given
    after = clause.low(first) not in given and clause.low(first + 1) in given
    return first + 1 if won and after and stop - first > FEWEST else first


def _in_name(clause: Clause, first: int, at: int) -> bool:
    low = clause.low(at)
    if clause.capital(at):
        page = at > first and clause.lexicon.tells(low, "platform")  # the Banksy | YouTube page
        speaks = (
            low == "i" and clause.low(at - 1) not in clause.lexicon.given
        )  # Yes | I | am; not Margaret I
        if low in SUFFIXES or "/" in low or page or speaks:
            return False  # Idris Malone/Ansel Courier, a credit
        kind = _says_of_what_kind(clause, at)
        plain = at == first and clause.is_(at, *NO_NAMES)
        plain = plain or (at == first and _opens_question(clause, at))
        return not kind and (not plain or _is_sundays(clause, at + 1))
    if low == "the" or clause.low(at + 1) == "the":
        return _of_the(clause, at - (low == "the"), first)
    past = at + 1
    while low in PARTICLES and clause.low(past) in PARTICLES:
        past += 1
    if at == first or not clause.capital(past):
        return False
    if low in POSSESSIVE:  # Nurses' Guild, Women's Institute
        noun = clause.lexicon.nouns.get(clause.low(past))
        many = low == "'" or clause.low(at - 1).endswith(("men", "children", "people"))
        held = clause.lexicon.nouns.get(clause.low(at - 1))
        many = many or (held is not None and held.kind == "person")  # Moss County Sheriff's Office
        return many and noun is not None and noun.kind in ("organisation", "document")
    if low in ("and", "on"):
        return _joins_parts(clause, first, at)
    if any(clause.low(n) == "the" for n in range(first + 1, at)):
        return low in (*LINKS, "to")  # the Society for the Prevention of Cruelty to Animals
    return low in PARTICLES or low == "&" or _goes_on(clause, first, at)


def _opens_question(clause: Clause, at: int) -> bool:
    """Whether an auxiliary with a capital opens a question: "| Is | Ida Lund ready?". Leaves: "Will Lund"."""
    plain = clause.low(at) not in clause.lexicon.given and not clause.words[at].form.isupper()
    return plain and clause.is_(at, "auxiliary")


def _joins_parts(clause: Clause, first: int, at: int) -> bool:
    """Whether "and" or "on" joins parts of one name."""
    if clause.low(at) == "on":
        return _is_sundays(clause, at - 1)
    around = (clause.low(at - 1), clause.low(at), clause.low(at + 1))
    one = clause.lexicon.tells(" ".join(around), "one_name")
    return one or _two_of_body(clause, first, at) or _spelt_out(clause, first, at)


def _is_sundays(clause: Clause, at: int) -> bool:
    """Whether a word is that of an outlet which has a day in its name: "the Sunday | Times", "the | Mail | on Sunday".

    Leaves: "told CBS News | on Sunday".
    """
    whole = " ".join(clause.low(n) for n in range(at, at + 3))
    outlet = clause.lexicon.tells(clause.low(at), "outlet") and clause.low(at - 1) == "sunday"
    on = clause.low(at + 1) == "on" and clause.lexicon.tells(whole, "outlet_name")
    return clause.capital(at) and (outlet or on)


def _goes_on(clause: Clause, first: int, at: int) -> bool:
    """Whether "of", "for" or "to" goes on with a name; not after letters for an office: "CEO | of | Lantern Home"."""
    low = clause.low(at)
    if low not in (*LINKS, "to") or clause.low(at - 1) in CHIEFS:
        return False
    return low != "to" and _of_body(clause, first, at)


def _says_of_what_kind(clause: Clause, at: int) -> bool:
    """Whether a word with a hyphen ends in one that only says of what kind: "Moss-based", "U.S.-led". Leaves: "Day-Lewis"."""
    last = clause.words[at].form.rpartition("-")[2]
    hyphen = "-" in clause.words[at].form and last.islower()
    return hyphen and (last.endswith(("ed", "ing")) or clause.lexicon.tells(last, "of_what_kind"))


def _two_of_body(clause: Clause, first: int, at: int) -> bool:
    """Whether "and" joins two matters of one body: "the Medicines and Devices Board", but "the Senate and Moss Council"."""
    if clause.low(first - 1) != "the" or at - first != 1:
        return False
    stop = at + 1
    while clause.capital(stop):
        stop += 1
    ends = clause.lexicon.nouns.get(clause.low(stop - 1))
    body = clause.lexicon.nouns.get(clause.low(first))
    last = ends is not None and ends.kind == "organisation" and stop - at > FEWEST
    return last and (body is None or body.kind != "organisation")


def _spelt_out(clause: Clause, first: int, at: int) -> bool:
    """Whether "and" joins two parts of a body whose first letters follow in brackets: "Office of Roads and Bridges (ORB)"."""
    stop = at + 1
    while clause.capital(stop):
        stop += 1
    letters = "".join(clause.low(n)[:1] for n in range(first, stop) if clause.capital(n))
    return clause.low(stop) == "(" and clause.low(stop + 1) == letters and len(letters) > FEWEST


def _of_the(clause: Clause, at: int, first: int) -> bool:
    """Whether "of the" goes on with the name of a body: "Friends | of the | Library". Leaves: "Lund | of the | Courier"; "Secretary of the Treasury"."""
    if at <= first or clause.low(at) not in LINKS or not clause.capital(at + 2):
        return False
    noun = clause.lexicon.nouns.get(clause.low(at - 1))
    return noun is not None and noun.kind in ("organisation", "group", "place")


def _of_body(clause: Clause, first: int, at: int) -> bool:
    """Whether "of" goes on with a name: Bank of Moss, but Peter Berg | of Moss."""
    noun = clause.low(at - 1) in clause.lexicon.nouns and not _is_last(clause, first, at - 1)
    return at - first == 1 or noun


def _is_given(clause: Clause, first: int, at: int, stop: int) -> bool:
    """Whether a word that may be a title is a given name, before a surname alone.

    Takes: "her husband, | Guy | Lund", "| Dean | Lund, a farmer", "| Earl | Lund, 44". Leaves: "Dean Lund said", "Dean Ida Lund".
    """
    if stop - at != FEWEST or not clause.lexicon.tells(clause.low(at), "given_too"):
        return False
    if at > first and _titles(clause, at - 1):
        return False  # Crown Prince Sheikh Tamim
    after, low = clause.low(stop), clause.low(stop + 1)
    told = after == "," and (low in ("a", "an", "who") or low.isdigit())
    before = at > first or clause.low(at - 1) == ","
    return told or before or clause.lexicon.tells(clause.low(at), "no_office")


def _is_last(clause: Clause, first: int, at: int) -> bool:
    """Whether a word that may be a title is a surname, after a given name or an initial: "Representative Peter T. | King | of New York"."""
    before = clause.low(at - 1) if at > first and not clause.capital(at + 1) else ""
    initial = len(before) == INITIAL and before.endswith(".")
    return initial or (before in clause.lexicon.given and not _titles(clause, at - 1))


def _opens_as_trade(clause: Clause, at: int) -> bool:
    """Whether a capital is that of a trade before a whole name: "Bassist | Rina Cole". Leaves: "Taylor Ann Cole"."""
    given = clause.lexicon.given
    low = clause.low(at)
    last = clause.capital(at + 2) or clause.low(at + 2) in PARTICLES
    named = clause.low(at + 1) in given and clause.capital(at + 1) and last
    trade = low not in given and low not in clause.lexicon.surnames and low.endswith(TRADES)
    return named and trade and not clause.capital(at - 1)


def _is_rank(clause: Clause, at: int) -> bool:
    """Whether a word is a rank: "PC | Ida Lund", "Lieutenant-General | Lund". Leaves: "Di Lund", "farmer Col Lund"."""
    word = clause.words[at]
    last = clause.lexicon.nouns.get(word.low.rpartition("-")[2]) if "-" in word.low else None
    short = len(word.form) > INITIAL or word.form.isupper()
    rank = short and clause.lexicon.tells(word.low.rstrip("."), "rank")
    return rank or (last is not None and last.kind in ("person", "title"))


def _titles(clause: Clause, at: int) -> bool:
    """Whether a capitalised word is a title: Mr., Sen., President."""
    word = clause.words[at]
    noun = clause.lexicon.nouns.get(word.low)
    if word.form in clause.lexicon.abbreviations or (noun is not None and noun.kind == "person"):
        return True
    if clause.lexicon.same(word.low) != word.low or _is_rank(clause, at):
        return True
    if _opens_as_trade(clause, at):
        return True
    with_prefix = word.low.startswith(("co-", "ex-", "vice-"))
    if with_prefix and clause.lexicon.tells(word.low.partition("-")[2], "no_office"):
        return True  # Co-star
    classes = ("expert", "no_office", "partisan", "masculine", "feminine")
    return clause.lexicon.tells(word.low.rstrip("."), *classes)


def in_brackets(clause: Clause, run: tuple[int, int]) -> bool:
    """Whether a name of one word only stands in brackets after another, which it cuts short: "the Society for Owls | (SFO) |".

    Leaves: "Mara Lund (Labour)", "Lund (Mara)".
    """
    first, stop = run
    if clause.low(first - 1) != "(" or clause.low(stop) != ")" or stop - first > 1:
        return False
    form = clause.words[first].form
    letters = [n for n in range(max(0, first - MOST_WORDS), first - 1) if clause.words[n].capital]
    opens = any(clause.low(n)[:1] == form[:1].lower() for n in letters)
    short = len(form) > 1 and (form.isupper() or any(c.isupper() for c in form[1:]))
    return opens and len(letters) > 1 and short


def is_surname(clause: Clause, first: int, stop: int) -> bool:
    """Whether the noun for a body in which a name ends is a surname: "Robert | Plant |"; not "the Iris Plant", "Iris Steel Plant"."""
    given = stop - first == FEWEST and clause.low(first) in clause.lexicon.given
    the = clause.low(first - 1) == "the"
    return given and not the and clause.lexicon.tells(clause.low(stop - 1), "surname_too")
