"""Bridges: offices that an article gives to somebody without saying so.

"Odile Ferrand has let it be known … “…,” the mayor of Vaucelle declared": whom the sentence before names, of whom nothing
else is said, is the mayor. "The president of the railway bowed … said President Morio Katsuragi": the full office is his.

Source: Clark (1975) on bridging.
"""

from collections.abc import Iterator

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import BODY, PERSON
from hearsay.reader.cast.record import offices, said_words
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

PERSONS = ("owner", "developer", "builder", "publisher", "contractor", "employer", "insurer")
"""Words for firms that are as often said of a person."""


def bridge(register: Register, tree: Tree, lexicon: Lexicon) -> None:
    """Gives names the full offices that the article holds apart from them.

    Args:
        register: whose bearers get titles.
        tree: of the article.
        lexicon: the tables.
    """
    for one in register.bearers:
        if one.entity != BODY and not one.gender and not one.titles and _called(one, tree, lexicon):
            one.entity = BODY
        if one.entity == PERSON and not one.titles:
            one.titles += _is_one(one, tree, lexicon)
    for at, span in _held(tree, lexicon):
        noun = lexicon.same(tree.lows[at])
        of = [
            one
            for one in register.bearers
            if any(noun in offices(title.cut(tree.text), lexicon) for title in one.titles)
        ]
        if len(of) == 1 and all(
            lexicon.same(title.cut(tree.text).lower()) == noun for title in of[0].titles
        ):
            of[0].titles.append(span)
    for at, span in _bare(tree, lexicon):
        wanted = {lexicon.same(word) for word in said_words(span.cut(tree.text))}
        titles = [title.cut(tree.text) for one in register.bearers for title in one.titles]
        if any(wanted <= {lexicon.same(w) for w in said_words(title)} for title in titles):
            continue
        named = _named_before(register, tree, at)
        if named is not None:
            named.titles.append(span)


def _called(one: Bearer, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a name is the aside of a word for a firm, or has what only a body has in the next sentence.

    Takes: "The company that makes it, | Corvex |, said"; "SunSathi has appealed. Its counsel said". Leaves: "The owner, Lund, said".
    """
    for place in one.places:
        top = tree.top(list(tree.over(place.span)))
        if top is None:
            continue
        noun = tree.lows[tree.words[top].head]
        if tree.relation(top) == "appos" and lexicon.tells(noun, "any_body"):
            voice = tree.lows[tree.words[tree.words[top].head].head]
            if noun not in PERSONS or lexicon.tells(voice, "spokes"):
                return True
            top = tree.words[top].head  # the contractor, Moss Haulage, through its lawyers
        plain = len(one.full.lows) == 1 or one.full.lows[0] not in lexicon.given
        subject = tree.relation(top) == "nsubj" and plain
        if subject and (_opens_next(tree, top) == "its" or _has_its(tree, top)):
            return True
    return False


def _has_its(tree: Tree, top: int) -> bool:
    """Whether what a subject does, it does with what is its own: "Moss Haulage, through | its lawyers |, denied". Leaves: "Lund praised its staff"."""
    held = (n for part in tree.children(tree.words[top].head, "obl") for n in tree.below(part))
    return any(tree.lows[n] == "its" for n in (*held, *tree.below(top)))


def _is_one(one: Bearer, tree: Tree, lexicon: Lexicon) -> list[Span]:
    """The office that a sentence says somebody has: "Ada Moss is | a dentist in Ilara |". Leaves: "Ada Moss is a fool"."""
    for place in one.places:
        top = tree.top(list(tree.over(place.span)))
        if top is not None and tree.relation(top) == "appos":
            top = tree.words[top].head
        head = tree.words[top].head if top is not None else None
        if top is None or head is None or tree.relation(top) != "nsubj":
            continue
        be = any(tree.lows[n] in ("is", "was") for n in tree.children(head, "cop"))
        a = [n for n in tree.children(head, "det") if tree.lows[n] in ("a", "an", "the")]
        low = tree.lows[head]
        known = low in lexicon.nouns and lexicon.nouns[low].kind == "person"
        office = (known or lexicon.tells(low, "expert")) and not lexicon.tells(low, "no_office")
        if not be or not a or not office or tree.children(head, "advmod"):
            continue
        held = [m for n in tree.children(head, "nmod") if n > head for m in tree.below(n)]
        last = head
        while last + 1 in held and tree.lows[last + 1] not in (",", "who"):
            last += 1
        return [tree.words[a[0] + 1].span.hull(tree.words[last].span)]
    return []


def _opens_next(tree: Tree, at: int) -> str:
    """The first word of the sentence after that of a word."""
    here = tree.words[at].sentence
    after = next((n for n in range(at, len(tree.words)) if tree.words[n].sentence > here), None)
    return "" if after is None else tree.lows[after]


def _bare(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Span]]:
    """The subjects that are an office of which there is one, and nothing more: "the prime minister told the cabinet"."""
    for at, word in enumerate(tree.words):
        if word.upos not in ("NOUN", "PROPN") or not lexicon.tells(tree.lows[at], "head_office"):
            continue
        held = tree.held[at]
        the = any(tree.lows[n] == "the" for n in held)
        plain = all(
            tree.relation(n) in ("det", "amod", "compound", "punct")
            and tree.words[n].upos != "PROPN"
            for n in held
        )
        if tree.relation(at) == "nsubj" and the and plain:
            first = min([at, *(n for n in held if tree.relation(n) in ("amod", "compound"))])
            yield at, tree.words[first].span.hull(word.span)


def _named_before(register: Register, tree: Tree, at: int) -> Bearer | None:
    """The one person named in full in the sentence before, for the first time, of whom nothing else is said."""
    here = tree.words[at].sentence
    found = []
    for one in register.bearers:
        if one.entity != PERSON:
            continue
        first = next((place for place in one.places if len(place.lows) > 1), None)
        over = tree.over(first.span) if first else range(0)
        if over and over[0] < at and here - tree.words[over[0]].sentence == 1:
            found.append(one)
    plain = [one for one in found if not one.titles and not one.standing]
    return plain[0] if len(found) == 1 and plain else None


def _held(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Span]]:
    """The nouns of offices with where they are held, that no name stands beside: "the mayor of Vaucelle"."""
    for at, word in enumerate(tree.words):
        noun = lexicon.nouns.get(tree.lows[at])
        if word.upos != "NOUN" or noun is None or noun.kind != "person":
            continue
        if tree.children(at, "appos", "flat") or tree.relation(at) in ("appos", "compound", "flat"):
            continue
        if lexicon.tells(tree.lows[at], "no_office", "spokes"):
            continue
        the = any(tree.lows[n] == "the" for n in tree.children(at, "det"))
        of = [n for n in tree.children(at, "nmod") if _of_name(tree, n)]
        if the and of:
            first = min([at, *(n for n in tree.children(at, "amod", "compound") if n < at)])
            last = max(m for m in tree.below(of[0]) if tree.lows[m] != "(")
            stop = next((n for n in range(at, last) if tree.lows[n] in ("(", ",", "who")), last + 1)
            yield at, tree.words[first].span.hull(tree.words[stop - 1].span)


def _of_name(tree: Tree, at: int) -> bool:
    return tree.words[at].upos == "PROPN" and [tree.lows[n] for n in tree.children(at, "case")] == [
        "of"
    ]
