"""Relatives: whom "who" goes back to, and the words of a noun by which somebody is named."""

from collections.abc import Iterable

from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.seen import Seen
from hearsay.text.span import Span

JOINED = ("flat", "compound", "appos")
"""Relations by which the words of a name, and asides of it, hang on its first word."""

DEEP = 3  # words over a noun that are looked at
TOLD = ("obj", "iobj")
LONGEST_WAY = 8  # from a word up to the clause that it stands in
NO_PART = ("PUNCT", "ADP", "VERB", "AUX", "ADV", "SCONJ", "CCONJ")
"""Parts of speech of words before a noun that are no part of its phrase: "it | was | a community"."""


def relative(source: Span, seen: Seen, sources: Iterable[Span] = ()) -> Span | None:
    """The phrase that a relative pronoun goes back to: what its clause hangs on, in the tree.

    Args:
        source: the pronoun.
        seen: what the network knows.
        sources: phrases of which one may be that phrase with more words after it.
    """
    found = _gone_back_to(source, seen)
    if found is None:
        return _source_right_before(source, seen, sources)
    return next((one for one in sources if one.start == found.start and one.holds(found)), found)


def _source_right_before(source: Span, seen: Seen, sources: Iterable[Span]) -> Span | None:
    """The source that ends right before the pronoun, whatever the tree makes of it: "said police, | who | fear"."""
    at = seen.at(source)
    last = at - 1 if at is not None else -1
    while last >= 0 and seen.words[last].upos == "PUNCT":
        last -= 1
    end = seen.words[last].span.end if last >= 0 else None
    return next((one for one in sources if one.end == end), None)


def _gone_back_to(source: Span, seen: Seen) -> Span | None:
    at = seen.at(source)
    if at is None:
        return None
    words = seen.words
    who, verb = words[at].span.length == len("who"), at
    for _ in range(4):
        if words[verb].relation.startswith("acl"):
            noun = _named_beside(at, words[verb].head, seen)
            beside = _right_before(at, seen) if who else None
            far = verb != words[at].head or _in_another(at, noun, seen)
            if beside and (words[noun].entity != PERSON or far):
                return beside
            if words[noun].entity != PERSON and who and noun == words[verb].head:
                noun = _person_over(noun, seen)
            return phrase(_told_of(noun, seen), seen, source.start)
        if words[verb].head == verb:
            break
        verb = words[verb].head
    return _right_before(at, seen) if who else None


def _in_another(at: int, noun: int, seen: Seen) -> bool:
    """Whether another relative clause of a noun ends before "who": "a man who voted with Ida Lund, | who | left"."""
    words, up = seen.words, at - 1
    while up > noun and words[up].upos == "PUNCT":
        up -= 1
    for _ in range(LONGEST_WAY):
        if words[up].relation.startswith("acl"):
            return up < at and words[up].head == noun
        up = words[up].head
    return False


def _told_of(noun: int, seen: Seen) -> int:
    """The name of which a noun only says more: "Ida Lund, a | nurse | who …"; the noun itself elsewhere."""
    words, over = seen.words, seen.words[noun].head
    return over if words[noun].relation == "appos" and words[over].upos == "PROPN" else noun


def _named_beside(at: int, noun: int, seen: Seen) -> int:
    """The name right before "who" that stands beside a noun, whose it is; the noun itself elsewhere.

    Takes: "the chief of defence | staff |, Marshal Alex Berg, who …", of whom the tree hangs it on "staff".
    """
    words, name = seen.words, at - 1
    while name > noun and words[name].upos == "PUNCT":
        name -= 1
    if words[name].relation == "flat":
        name = words[name].head
    beside = words[name].relation == "appos" and words[name].head == noun
    person = words[name].upos == "PROPN" and words[name].entity == PERSON
    return name if beside and person and name < at else noun


def _person_over(noun: int, seen: Seen) -> int:
    """Who is described by a noun that is nobody: "people" of "people familiar with the talks"; the noun itself elsewhere.

    Takes: "asked | a nurse | at the lodge who", "| the owner | registered to the chip, who".
    """
    words, at = seen.words, noun
    for _ in range(DEEP if words[noun].entity not in ("", "none") else 0):
        at = words[at].head
        told = (n for n in range(at + 1, noun) if words[n].head == at and words[n].relation in TOLD)
        found = next(told, at)
        if words[found].entity == PERSON and found < noun:
            return found
    return noun


def _right_before(at: int, seen: Seen) -> Span | None:
    """Who stands right before "who", where the tree hangs its clause on a verb, or on nobody.

    Takes: "seconded by Bea Small, | who | said"; "nine miles away, said the drivers, | who | asked"; "a defeat for Ida Lund, | who |
    opposed it".
    """
    words, noun = seen.words, at - 1
    while noun > 0 and words[noun].upos == "PUNCT":
        noun -= 1
    while words[noun].relation in JOINED and words[noun].head < noun:
        noun = words[noun].head
    return phrase(noun, seen, words[at].span.start) if words[noun].entity == PERSON else None


def phrase(noun: int, seen: Seen, before: int) -> Span | None:
    """The noun with the words before it that hang on it, and its name; "one of them" whole."""
    words = seen.words
    first = noun
    while first > 0 and _is_part(seen, first - 1, first, noun):
        first -= 1
    last = noun
    while last + 1 < len(words) and _names_it(seen, last + 1, noun):
        last += 1
    if last + 2 < len(words) and words[noun].upos in ("NUM", "PRON", "DET", "ADJ"):
        of, them = words[last + 1], words[last + 2]
        if them.upos == "PRON" and them.head == noun and of.head == last + 2 and of.upos == "ADP":
            last += 2
    span = words[first].span.hull(words[last].span)
    return span if span.end <= before else None


def _names_it(seen: Seen, at: int, noun: int) -> bool:
    """Whether a word after a noun is part of the name that begins there: "the writer | John Moe |", also where the noun hangs on it."""
    word = seen.words[at]
    if word.head == noun and word.relation in ("flat", "compound"):
        return True
    if word.upos != "PROPN":
        return False
    first = seen.words[noun + 1]
    beside = first.upos == "PROPN" and (first.head == noun or seen.words[noun].head == noun + 1)
    return beside and (at == noun + 1 or (word.head == noun + 1 and word.relation == "flat"))


def _is_part(seen: Seen, at: int, first: int, noun: int) -> bool:
    """Whether a word before a phrase is part of it: it hangs on its words, or a hyphen joins it to them.

    Takes: "left", "-" of "left-wing voters", "attorney" of "an attorney general". Leaves: "mayor's" of "the mayor's aide".
    """
    word, after, last = seen.words[at], seen.words[at + 1], seen.words[noun]
    if word.upos == "PUNCT":
        hyphen = _adjoins(seen, at) and at > 0 and _adjoins(seen, at - 1)
        return hyphen and _is_part(seen, at - 1, first, noun)
    beside = word.upos == "NOUN" and after is last and word.head == last.head
    same = beside and word.relation == last.relation
    return word.upos not in NO_PART and (first <= word.head <= noun or same)


def _adjoins(seen: Seen, at: int) -> bool:
    """Whether nothing stands between a word and the next."""
    return seen.words[at].span.end == seen.words[at + 1].span.start
